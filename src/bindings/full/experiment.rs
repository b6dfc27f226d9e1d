//! An experiment from JavaScript.

use super::inspect::style_of;
use super::table::{JsTable, data_of};
use crate::bindings::convert::{count, js_error, number_rows, value};
use crate::bindings::keras::clock::Clock;
use crate::bindings::keras::fit::{end_value, history_value};
use crate::bindings::keras::model::{scores_value, warn_of};
use crate::bindings::record::{arrays, js, object, with};
use crate::experiment::{Experiment, ExperimentConfig, Histogram, Side, Surface, SurfaceOptions};
use crate::export::ExportFile;
use crate::text::{Printing, Verbose, evaluate_line};
use crate::{Error, Value};
use js_sys::{Array, Float32Array, Float64Array, Object, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../experiment.d.ts");

/// One reader's data, model and run, from data to prediction.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Experiment)]
pub struct JsExperiment(pub(super) Experiment);

#[wasm_bindgen(js_class = Experiment)]
impl JsExperiment {
    /// Sets an experiment up: of a configuration with its data, or of a table, which any number of experiments share,
    /// and of the rest. Throws an `Error` with a `code`, and with the path in `what`, where it is rejected.
    #[wasm_bindgen(constructor, variadic)]
    pub fn new(
        #[wasm_bindgen(
            unchecked_param_type = "[config: ExperimentConfig] | [table: Table, config?: Omit<ExperimentConfig, \"data\">]"
        )]
        arguments: &Array,
    ) -> Result<Self, JsValue> {
        let made = match data_of(&arguments.get(0))? {
            None => Experiment::read(&value(&arguments.get(0))),
            Some(data) => match value(&arguments.get(1)) {
                Value::Null => Experiment::with_data(&data, ExperimentConfig::default()),
                config => Experiment::read_with_data(&data, &config),
            },
        };
        made.map(JsExperiment).map_err(js_error)
    }

    /// The table that it is set up on: another handle to it, to be freed.
    pub fn table(&self) -> JsTable {
        JsTable(self.0.data().clone())
    }

    /// The setup: everything that stays the same during training.
    #[wasm_bindgen(unchecked_return_type = "Setup")]
    pub fn setup(&self) -> JsValue {
        let setup = js(&self.0.setup());
        let rows = |side| Uint32Array::from(self.0.side(side)).into();
        let hints = object(&self.0.setup_hints());
        with(setup, &[("trainRows", rows(Side::Train)), ("testRows", rows(Side::Test)), ("hints", hints)])
    }

    /// Cells as text, `null` where one is missing; at most 500 rows at a time.
    #[wasm_bindgen(unchecked_return_type = "(string | null)[][]")]
    pub fn cells(&self, start: f64, rows: f64) -> Result<JsValue, JsValue> {
        let (start, rows) = (count("start", start).map_err(js_error)?, count("count", rows).map_err(js_error)?);
        let cell = |cell: &Option<String>| cell.as_deref().map_or(JsValue::NULL, JsValue::from_str);
        let row = |row: &Vec<Option<String>>| row.iter().map(cell).collect::<Array>();
        Ok(self.0.cells(start, rows).iter().map(row).collect::<Array>().into())
    }

    /// The features of rows of the table as the model gets them, `[rows, features]`.
    pub fn features(&self, rows: &[u32]) -> Result<Vec<f32>, JsValue> {
        self.0.features(rows).map_err(js_error)
    }

    /// The training rows in the order of an epoch, by their numbers in the table, batches one after the other.
    #[wasm_bindgen(js_name = epochOrder)]
    pub fn epoch_order(&self, epoch: f64) -> Result<Vec<u32>, JsValue> {
        Ok(self.0.order(count("epoch", epoch).map_err(js_error)?))
    }

    /// Features and labels of the batch that comes next, as TensorFlow prints tensors.
    #[wasm_bindgen(js_name = takeOne)]
    pub fn take_one(&self) -> String {
        self.0.take_one()
    }

    /// The table that Keras's `summary()` prints.
    pub fn summary(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TextStyle")] style: Option<String>,
    ) -> Result<String, JsValue> {
        self.0.summary(style_of(style)?).map_err(js_error)
    }

    /// Trains for some batches, at the longest for some milliseconds. Returns where the run is.
    #[wasm_bindgen(js_name = fitFor, unchecked_return_type = "RunState")]
    pub fn fit_for(
        &mut self,
        batches: f64,
        milliseconds: Option<f64>,
        #[wasm_bindgen(unchecked_optional_param_type = "TextStyle")] style: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let batches = count("batches", batches).map_err(js_error)?;
        let seconds = milliseconds.map_or(f64::INFINITY, |milliseconds| milliseconds / 1000.0);
        let was_over = self.0.fit().end().is_some();
        let clock = Clock::start();
        self.0.train_for(batches, seconds, || clock.seconds());
        if !was_over {
            warn_of(self.0.fit().end());
        }
        self.state(style)
    }

    /// The state of the run.
    #[wasm_bindgen(unchecked_return_type = "RunState")]
    pub fn state(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TextStyle")] style: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let (experiment, fit) = (&self.0, self.0.fit());
        let (epoch, batch) = fit.place();
        let (heading, line) = experiment.progress(style_of(style)?);
        let text = |text: Option<String>| text.map_or(Value::Null, Value::String);
        Ok(js(&Value::object([
            ("epoch", Value::count(epoch)),
            ("batch", Value::count(batch)),
            ("batches", Value::count(fit.batches())),
            ("epochs", Value::count(fit.epochs())),
            ("updates", Value::Number(experiment.updates() as f64)),
            ("rowsSeen", Value::Number(experiment.rows_seen() as f64)),
            ("loss", experiment.loss().map_or(Value::Null, |loss| Value::Number(f64::from(loss)))),
            ("logs", scores_value(fit.logs())),
            ("heading", text(heading)),
            ("line", text(line)),
            ("end", end_value(fit.end())),
        ])))
    }

    /// The history so far: loss and metrics of each epoch.
    #[wasm_bindgen(unchecked_return_type = "History")]
    pub fn history(&self) -> JsValue {
        js(&history_value(self.0.fit()))
    }

    /// The loss of every update so far, at most `points` of them: the first, the last and every peak stay.
    #[wasm_bindgen(unchecked_return_type = "{ update: Uint32Array; loss: Float32Array }")]
    pub fn losses(&self, points: f64) -> Result<JsValue, JsValue> {
        let losses = self.0.losses().thinned(count("points", points).map_err(js_error)?);
        let loss = Float32Array::from(losses.losses.as_slice()).into();
        Ok(with(Object::new(), &[("update", Uint32Array::from(losses.updates.as_slice()).into()), ("loss", loss)]))
    }

    /// Back to the start weights, or with a seed to new ones.
    pub fn reset(&mut self, seed: Option<f64>) -> Result<(), JsValue> {
        let seed = seed.map(|seed| count("seed", seed)).transpose().map_err(js_error)?;
        self.0.reset(seed.map(|seed| seed as u64)).map_err(js_error)
    }

    /// `model.evaluate` on the test rows: the scores, and the line that Keras prints.
    #[wasm_bindgen(unchecked_return_type = "{ scores: Scores; text: string }")]
    pub fn evaluate(
        &mut self,
        #[wasm_bindgen(unchecked_optional_param_type = "TextStyle")] style: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let printing = Printing { style: style_of(style)?, verbose: Verbose::Bar };
        let clock = Clock::start();
        let scores = self.0.evaluate();
        let rows = self.0.side(Side::Test).len();
        let text = evaluate_line(printing, rows, clock.seconds(), &scores).unwrap_or_default();
        Ok(js(&Value::object([("scores", scores_value(scores)), ("text", Value::String(text))])))
    }

    /// Predictions beside targets, in the table's own units; of classes `[rows, classes]`. With `most` of so many rows
    /// at the most, chosen evenly in their order.
    #[wasm_bindgen(unchecked_return_type = "Predictions")]
    pub fn predictions(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Side")] which: &str,
        most: Option<f64>,
    ) -> Result<JsValue, JsValue> {
        let side = Side::from_name(which).map_err(js_error)?;
        let most = most.map(|most| count("most", most)).transpose().map_err(js_error)?;
        let predictions = match most {
            Some(most) => self.0.some_predictions(side, most),
            None => self.0.predictions(side),
        };
        let mut fields = vec![
            ("rows", Uint32Array::from(predictions.rows.as_slice()).into()),
            ("targets", Float32Array::from(predictions.targets.as_slice()).into()),
            ("outputs", Float32Array::from(predictions.outputs.as_slice()).into()),
            ("width", (predictions.width as u32).into()),
        ];
        let residuals = predictions.residuals(self.0.prepared().chosen.task);
        if !residuals.is_empty() {
            fields.push(("residuals", Float32Array::from(residuals.as_slice()).into()));
            fields.push(("histogram", js(&histogram(&Histogram::of(&residuals)))));
        }
        Ok(with(Object::new(), &fields))
    }

    /// The prediction for one row of feature values in the table's own units.
    pub fn predict(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] values: JsValue,
    ) -> Result<Vec<f32>, JsValue> {
        self.0.predict(&one_row(&values).map_err(js_error)?).map_err(js_error)
    }

    /// The prediction while one feature runs over its range and the others are held at values of the table's own units.
    #[wasm_bindgen(unchecked_return_type = "{ x: Float64Array; y: Float32Array }")]
    pub fn response(
        &mut self,
        feature: f64,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] values: JsValue,
        points: f64,
    ) -> Result<JsValue, JsValue> {
        let (feature, points) = (count("feature", feature), count("points", points));
        let (feature, points) = (feature.map_err(js_error)?, points.map_err(js_error)?);
        let (x, y) = self.0.response(feature, &one_row(&values).map_err(js_error)?, points).map_err(js_error)?;
        let x = Float64Array::from(x.as_slice()).into();
        Ok(with(Object::new(), &[("x", x), ("y", Float32Array::from(y.as_slice()).into())]))
    }

    /// The first output of the model, or one unit, over a grid of two features; the first row is the top one.
    #[wasm_bindgen(
        unchecked_return_type = "{ values: Float32Array; xRange: [number, number]; yRange: [number, number] }"
    )]
    pub fn surface(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "SurfaceOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let surface = SurfaceOptions::read(&value(&options)).and_then(|options| self.0.surface(&options));
        let surface = surface.map_err(js_error)?;
        let values = Float32Array::from(surface.values.as_slice()).into();
        Ok(with(ranges(&surface), &[("values", values)]))
    }

    /// Every unit over a grid of two features, with one pass: for each layer, without Dropout and Flatten, `[units, size, size]`.
    #[wasm_bindgen(
        unchecked_return_type = "{ layers: Float32Array[]; xRange: [number, number]; yRange: [number, number] }"
    )]
    pub fn surfaces(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "SurfaceOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let surfaces = SurfaceOptions::read(&value(&options)).and_then(|options| self.0.surfaces(&options));
        let surfaces = surfaces.map_err(js_error)?;
        Ok(with(ranges(&surfaces), &[("layers", arrays(&surfaces.values))]))
    }

    /// How often each class was taken for which: `counts[actual * classes + predicted]`.
    pub fn confusion(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Side")] which: &str,
    ) -> Result<Vec<u32>, JsValue> {
        Side::from_name(which).and_then(|side| self.0.confusion(side)).map_err(js_error)
    }

    /// The test rows as CSV, with the predictions.
    #[wasm_bindgen(js_name = predictionsCsv)]
    pub fn predictions_csv(&mut self) -> Result<String, JsValue> {
        self.0.predictions_csv().map_err(js_error)
    }

    /// Python that does the same in Keras.
    #[wasm_bindgen(js_name = kerasCode)]
    pub fn keras_code(&self) -> String {
        self.0.keras_code()
    }

    /// The files by which Keras checks the numbers: the program, the data, weights, the order of the rows.
    #[wasm_bindgen(js_name = exportFiles, unchecked_return_type = "{ name: string; text: string }[]")]
    pub fn export_files(&self) -> Result<JsValue, JsValue> {
        let files = self.0.export_files().map_err(js_error)?;
        let file =
            |file: ExportFile| Value::object([("name", Value::string(file.name)), ("text", Value::String(file.text))]);
        Ok(js(&Value::array(files, file)))
    }

    /// The run where it is, for the formats module: model, rows and settings, with which Keras goes on on several workers.
    #[wasm_bindgen(js_name = runForWorkers, unchecked_return_type = "RunForWorkers")]
    pub fn run_for_workers(&self) -> Result<JsValue, JsValue> {
        self.0.run_for_workers().map(|run| js(&run)).map_err(js_error)
    }

    /// The model at its present weights, as `Sequential.load` takes it.
    #[wasm_bindgen(js_name = savedModel, unchecked_return_type = "SavedModel")]
    pub fn saved_model(&self) -> JsValue {
        js(&self.0.saved_model())
    }

    /// All that it takes to go on with the same bits, as an object that can be JSON; the text of a CSV only `withData`.
    #[wasm_bindgen(unchecked_return_type = "SavedExperiment")]
    pub fn save(&self, with_data: bool) -> JsValue {
        js(&self.0.save(with_data))
    }

    /// The experiment that was saved, where it was. Throws an `Error` with the path in `what` where the object is no such
    /// experiment, or where `config.data.text` is missing or not the text that was saved.
    pub fn open(#[wasm_bindgen(unchecked_param_type = "SavedExperiment")] saved: JsValue) -> Result<Self, JsValue> {
        Experiment::open(&value(&saved)).map(JsExperiment).map_err(js_error)
    }
}

/// The ranges of a grid.
fn ranges<T>(surface: &Surface<T>) -> JsValue {
    let range = |range: [f64; 2]| Value::array(range, Value::Number);
    js(&Value::object([("xRange", range(surface.x_range)), ("yRange", range(surface.y_range))]))
}

/// Feature values of one row.
pub(super) fn one_row(values: &JsValue) -> Result<Vec<f64>, Error> {
    let row = number_rows("values", values)?;
    match row.count() {
        Some(count) if count != 1 => Err(Error::shape("values", "1 row", count)),
        _ => Ok(row.numbers),
    }
}

pub(super) fn histogram(histogram: &Histogram) -> Value {
    Value::object([
        ("from", Value::Number(f64::from(histogram.from))),
        ("to", Value::Number(f64::from(histogram.to))),
        ("counts", Value::array(&histogram.counts, |count| Value::Number(f64::from(*count)))),
    ])
}
