//! Splits, scales and batches from JavaScript.

use super::seed::random_seed;
use crate::bindings::convert::{count, js_error, number_rows, numbers, row_numbers, shared, texts};
use crate::bindings::record::{js, with};
use crate::data::{
    Dataset, NumpyRandom, Order, Scaler, Scaling, Split, TestSize, iterations_per_epoch, one_hot_row_major,
    to_categorical_row_major, train_test_split,
};
use crate::error::counted;
use crate::rows::NumberRows;
use crate::{Error, Value};
use js_sys::{Array, Float32Array, Object, Uint32Array};
use wasm_bindgen::prelude::*;

/// A data set: rows of features and targets, shuffled and batched as `tf.data` does it. None of its methods changes it:
/// each gives a new one.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Dataset)]
pub struct JsDataset(Dataset);

/// The data set among JavaScript's values; none of what is no data set.
pub(in crate::bindings) fn dataset_of(value: &JsValue) -> Result<Option<Dataset>, JsValue> {
    Ok(shared::<JsDataset>(value)?.map(|dataset| dataset.0))
}

#[wasm_bindgen(js_class = Dataset)]
impl JsDataset {
    /// Pairs of a row of features and a row of targets, `tf.data.Dataset.from_tensor_slices((x, y))`. Flat numbers need
    /// `rows`, from which their widths follow; nested arrays tell it.
    #[wasm_bindgen(js_name = fromTensorSlices)]
    pub fn from_tensor_slices(
        #[wasm_bindgen(unchecked_param_type = "Numbers")] features: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: JsValue,
        rows: Option<f64>,
    ) -> Result<Self, JsValue> {
        let made = || {
            let (features, targets) = (number_rows("features", &features)?, number_rows("targets", &targets)?);
            let rows = row_count(&features, &targets, rows)?;
            Dataset::from_row_major(features.numbers, targets.numbers, rows)
        };
        made().map(JsDataset).map_err(js_error)
    }

    /// Another handle to the same data set, for functions that take a data set or something else.
    #[wasm_bindgen(js_name = __share, skip_typescript)]
    pub fn share(&self) -> Self {
        JsDataset(self.0.clone())
    }

    /// Shuffles rows, or batches after `batch`, with a buffer of so many; anew in each epoch, the same in every run. Without a
    /// `seed` that of `setRandomSeed`, else 0.
    pub fn shuffle(&self, buffer_size: f64, seed: Option<f64>) -> Result<Self, JsValue> {
        let made = || {
            let seed = seed.map_or(Ok(random_seed()), |seed| count("seed", seed))?;
            self.0.clone().shuffle(count("bufferSize", buffer_size)?, seed as u64)
        };
        made().map(JsDataset).map_err(js_error)
    }

    /// Puts so many rows at a time into a batch; the last one is shorter, or left out.
    pub fn batch(&self, batch_size: f64, drop_remainder: Option<bool>) -> Result<Self, JsValue> {
        let size = count("batchSize", batch_size);
        let made = size.and_then(|size| self.0.clone().batch(size, drop_remainder.unwrap_or(false)));
        made.map(JsDataset).map_err(js_error)
    }

    /// Keeps the first so many rows, or batches after `batch`.
    pub fn take(&self, count: f64) -> Result<Self, JsValue> {
        let made = self::count("count", count).and_then(|count| self.0.clone().take(count));
        made.map(JsDataset).map_err(js_error)
    }

    /// Cardinality: how many batches, or rows without `batch`, an epoch has.
    #[wasm_bindgen(getter)]
    pub fn cardinality(&self) -> usize {
        self.0.cardinality()
    }

    /// The batches of an epoch, from 0, each as the numbers of its rows.
    #[wasm_bindgen(unchecked_return_type = "Uint32Array[]")]
    pub fn order(&self, epoch: f64) -> Result<Array, JsValue> {
        let mut order = Order::default();
        self.0.order(count("epoch", epoch).map_err(js_error)? as u64, &mut order);
        let batch = |rows: &[usize]| {
            let rows: Vec<u32> = rows.iter().map(|&row| row as u32).collect();
            Uint32Array::from(rows.as_slice())
        };
        Ok(order.batches().map(batch).collect())
    }

    /// The features and targets of some rows, row by row.
    #[wasm_bindgen(unchecked_return_type = "[features: Float32Array, targets: Float32Array]")]
    pub fn gather(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint32Array | number[]")] rows: JsValue,
    ) -> Result<Array, JsValue> {
        let rows = row_numbers("rows", &rows).map_err(js_error)?;
        if let Some(row) = rows.iter().find(|row| **row >= self.0.rows()) {
            return Err(js_error(Error::out_of_range("row", format!("below {}", self.0.rows()), row)));
        }
        let (mut features, mut targets) = (Vec::new(), Vec::new());
        self.0.gather(&rows, &mut features, &mut targets);
        Ok([features, targets].iter().map(|numbers| Float32Array::from(numbers.as_slice())).collect())
    }
}

/// How many rows there are: as given, or as nested arrays tell; the two must agree.
fn row_count(features: &NumberRows<f32>, targets: &NumberRows<f32>, rows: Option<f64>) -> Result<usize, Error> {
    let nested = [("features", features.count()), ("targets", targets.count())];
    let rows = match (rows, nested.iter().find_map(|(_, count)| *count)) {
        (Some(rows), _) => count("rows", rows)?,
        (None, Some(count)) => count,
        (None, None) => return Err(Error::shape("rows", "their count beside flat numbers", "nothing")),
    };
    match nested.into_iter().find(|(_, count)| count.is_some_and(|count| count != rows)) {
        Some((what, Some(count))) => Err(Error::shape(what, counted(rows, "row"), count)),
        _ => Ok(rows),
    }
}

/// NumPy's legacy random generator, `np.random.seed(seed)`; its state advances from call to call.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = NumpyRandom)]
pub struct JsNumpyRandom(NumpyRandom);

#[wasm_bindgen(js_class = NumpyRandom)]
impl JsNumpyRandom {
    /// Starts from a seed of 0 to 4294967295.
    #[wasm_bindgen(constructor)]
    pub fn new(seed: f64) -> Result<Self, JsValue> {
        let random = count("seed", seed).and_then(|seed| NumpyRandom::new(seed as u64));
        random.map(JsNumpyRandom).map_err(js_error)
    }

    /// A random permutation of 0 to `count - 1`, `np.random.permutation(count)`.
    pub fn permutation(&mut self, count: f64) -> Result<Vec<u32>, JsValue> {
        let count = self::count("count", count).map_err(js_error)?;
        Ok(self.0.permutation(count).into_iter().map(|row| row as u32).collect())
    }

    /// scikit-learn's split without a `random_state`, as after `np.random.seed`. `testSize` is a part of the rows
    /// below 1, or a count; it defaults to 0.25.
    #[wasm_bindgen(js_name = trainTestSplit, unchecked_return_type = "TrainTestSplit")]
    pub fn train_test_split(&mut self, rows: f64, test_size: Option<f64>) -> Result<JsValue, JsValue> {
        split(rows, test_size, &mut self.0).map_err(js_error)
    }
}

/// Splits rows as scikit-learn's `train_test_split(..., random_state=randomState)` does. `testSize` is a part of the
/// rows below 1, or a count; it defaults to 0.25.
#[wasm_bindgen(js_name = trainTestSplit, unchecked_return_type = "TrainTestSplit")]
pub fn js_train_test_split(rows: f64, test_size: Option<f64>, random_state: f64) -> Result<JsValue, JsValue> {
    let made = || split(rows, test_size, &mut NumpyRandom::new(count("randomState", random_state)? as u64)?);
    made().map_err(js_error)
}

fn split(rows: f64, test_size: Option<f64>, random: &mut NumpyRandom) -> Result<JsValue, Error> {
    let test_size = match test_size {
        None => TestSize::default(),
        Some(size) if size >= 1.0 => TestSize::Rows(count("testSize", size)?),
        Some(part) => TestSize::Fraction(part),
    };
    let Split { train, test } = train_test_split(count("rows", rows)?, test_size, random)?;
    let array = |rows: Vec<usize>| {
        let rows: Vec<u32> = rows.into_iter().map(|row| row as u32).collect();
        Uint32Array::from(rows.as_slice()).into()
    };
    Ok(with(Object::new(), &[("train", array(train)), ("test", array(test))]))
}

/// A scale for each column, fitted on some rows and then used for all, as scikit-learn's scalers.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Scaler)]
pub struct JsScaler(Scaler);

#[wasm_bindgen(js_class = Scaler)]
impl JsScaler {
    /// Fits on the rows that are named, those to train with, or on all. `"standard"` subtracts the mean and divides by
    /// the deviation; `"min_max"` brings the column to 0..1. `columns` may be left out where features are nested arrays.
    pub fn fit(
        #[wasm_bindgen(unchecked_param_type = "\"standard\" | \"min_max\"")] scaling: &str,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] features: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] columns: Option<f64>,
        #[wasm_bindgen(unchecked_optional_param_type = "Uint32Array | number[]")] rows: JsValue,
    ) -> Result<Self, JsValue> {
        let made = || {
            let scaling: Scaling = scaling.parse()?;
            let features = number_rows("features", &features)?;
            let columns = match (columns, features.width) {
                (Some(columns), _) => count("columns", columns)?,
                (None, Some(width)) => width,
                (None, None) => return Err(Error::shape("columns", "their count beside flat numbers", "nothing")),
            };
            let features: Vec<f64> = features.with_width("features", columns)?;
            let rows = match rows.is_undefined() {
                true => (0..features.len() / columns.max(1)).collect(),
                false => row_numbers("rows", &rows)?,
            };
            Scaler::fit_row_major(scaling, &features, columns, &rows)
        };
        made().map(JsScaler).map_err(js_error)
    }

    /// Features on their scales.
    pub fn transform(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] features: JsValue,
    ) -> Result<Vec<f32>, JsValue> {
        self.rows("features", &features).and_then(|features| self.0.transform_row_major(&features)).map_err(js_error)
    }

    /// Features as they were before, in double precision.
    pub fn inverse(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] scaled: JsValue,
    ) -> Result<Vec<f64>, JsValue> {
        self.rows("scaled", &scaled).and_then(|scaled| self.0.inverse_row_major(&scaled)).map_err(js_error)
    }

    /// The offset that is subtracted from each column, and the scale that it is divided by.
    #[wasm_bindgen(getter, unchecked_return_type = "{ offset: number; scale: number }[]")]
    pub fn columns(&self) -> JsValue {
        let scale = |scale: &crate::data::Scale| {
            Value::object([("offset", Value::Number(scale.offset)), ("scale", Value::Number(scale.scale))])
        };
        js(&Value::Array(self.0.columns().iter().map(scale).collect()))
    }
}

impl JsScaler {
    /// Rows of as many numbers as there are columns.
    fn rows(&self, what: &str, rows: &JsValue) -> Result<Vec<f64>, Error> {
        numbers(what, rows, self.0.columns().len())
    }
}

/// The classes that occur, in ascending order, and a matrix `[rows, classes]` with 1 at the class of each row.
#[wasm_bindgen(js_name = oneHot, unchecked_return_type = "{ classes: string[]; matrix: Float32Array }")]
pub fn js_one_hot(#[wasm_bindgen(unchecked_param_type = "string[]")] labels: JsValue) -> Result<JsValue, JsValue> {
    let (classes, matrix) = texts("labels", &labels).and_then(|labels| one_hot_row_major(&labels)).map_err(js_error)?;
    let object = js(&Value::object([("classes", Value::Array(classes.into_iter().map(Value::String).collect()))]));
    Ok(with(object, &[("matrix", Float32Array::from(matrix.as_slice()).into())]))
}

/// Keras's `to_categorical`: a matrix `[rows, numClasses]` with 1 at the class of each row.
#[wasm_bindgen(js_name = toCategorical)]
pub fn js_to_categorical(
    #[wasm_bindgen(unchecked_param_type = "Uint32Array | number[]")] labels: JsValue,
    num_classes: f64,
) -> Result<Vec<f32>, JsValue> {
    let made = || to_categorical_row_major(&row_numbers("labels", &labels)?, count("numClasses", num_classes)?);
    made().map_err(js_error)
}

/// How many updates an epoch has: `ceil(rows / batchSize)`, so 1000 rows in batches of 100 make 10.
#[wasm_bindgen(js_name = iterationsPerEpoch)]
pub fn js_iterations_per_epoch(rows: f64, batch_size: f64) -> Result<usize, JsValue> {
    let made = || Ok(iterations_per_epoch(count("rows", rows)?, count("batchSize", batch_size)?));
    made().map_err(js_error)
}
