//! Keras's Sequential from JavaScript.

use super::arguments::dataset_and_options;
use super::clock::Clock;
use super::state::{State, borrowed, layers_config};
use super::weights;
use crate::bindings::convert::{Number, count, js_error, numbers, value};
#[cfg(feature = "full")]
use crate::bindings::full::{
    print::Printer,
    sample_weights::evaluate_rows,
    schedule::{steps_with_schedule, take_function},
    seed::{seeded_layer, seeded_model},
};
use crate::bindings::record::js;
use crate::concatenate::concatenate;
#[cfg(feature = "full")]
use crate::nn::BATCH;
use crate::nn::Scores;
#[cfg(feature = "full")]
use crate::nn::Sequential;
use crate::reader::read;
#[cfg(feature = "full")]
use crate::train::evaluate_dataset;
use crate::train::{End, reject_printing, train_steps_row_major};
use crate::{Error, Value};
use js_sys::Array;
use std::cell::{RefCell, RefMut};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The options of `evaluate`; all but the first are the full build's, and the last one is that of rows that are no data set.
const FIELDS_OF_EVALUATE: [&str; 4] = ["verbose", "style", "print", "sampleWeight"];

/// A chain of dense layers, as in Keras: add, compile, fit, evaluate, predict.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Sequential)]
pub struct JsSequential(Rc<RefCell<State>>);

impl JsSequential {
    /// The state, which no call borrows while JavaScript runs.
    pub(in crate::bindings) fn state(&self) -> Result<RefMut<'_, State>, JsValue> {
        borrowed(&self.0)
    }

    /// Inputs and targets from JavaScript, in row-major order.
    pub(in crate::bindings) fn rows(
        &self,
        inputs: &JsValue,
        targets: &JsValue,
    ) -> Result<(Vec<f32>, Vec<f32>), JsValue> {
        let widths = self.state()?.built().map(|model| (model.input_count(), model.target_count()))?;
        let inputs = numbers("inputs", inputs, widths.0).map_err(js_error)?;
        Ok((inputs, numbers("targets", targets, widths.1).map_err(js_error)?))
    }

    /// A model that is there, with the configuration that it is of.
    #[cfg(feature = "full")]
    pub(in crate::bindings) fn with_model(config: Value, model: Sequential) -> Self {
        let state = State { model: Some(model), ..State::from(config) };
        JsSequential(Rc::new(RefCell::new(state)))
    }

    pub(in crate::bindings) fn shared(&self) -> &Rc<RefCell<State>> {
        &self.0
    }
}

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// A model of a list of layers, or of a whole configuration; more layers can be added.
    ///
    /// Throws an `Error` with a `code` where a configuration with layers is rejected.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "ModelConfig | LayerConfig[]")] model: &JsValue,
    ) -> Result<Self, JsValue> {
        let (config, is_whole) = match value(model) {
            Value::Null => (layers_config(Vec::new()).map_err(js_error)?, false),
            Value::Array(layers) => (layers_config(layers).map_err(js_error)?, false),
            whole => (whole, true),
        };
        #[cfg(feature = "full")]
        let (config, rate) = take_function(model, seeded_model(config))?;
        let mut state = State::from(config);
        #[cfg(feature = "full")]
        state.set_rate(rate);
        if is_whole {
            state.built()?;
        }
        Ok(JsSequential(Rc::new(RefCell::new(state))))
    }

    /// Adds a layer at the end. A model that was trained begins anew.
    ///
    /// Throws where the layer is rejected; the model stays as it is.
    pub fn add(&self, #[wasm_bindgen(unchecked_param_type = "LayerConfig")] layer: &JsValue) -> Result<(), JsValue> {
        let layer = value(layer);
        #[cfg(feature = "full")]
        let layer = seeded_layer(layer);
        let mut state = self.state()?;
        state.check_not_fitting("add")?;
        state.add(layer).map_err(js_error)
    }

    /// Sets loss, optimizer and metrics; the weights stay, the optimizer begins anew.
    pub fn compile(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CompileConfig")] settings: &JsValue,
    ) -> Result<(), JsValue> {
        let given = value(settings);
        #[cfg(feature = "full")]
        let (given, rate) = take_function(settings, given)?;
        let Value::Object(settings) = given else {
            return Err(js_error(Error::shape("compile", "an object with loss, optimizer, metrics", "something else")));
        };
        let mut state = self.state()?;
        state.check_not_fitting("compile")?;
        state.compile(settings).map_err(js_error)?;
        #[cfg(feature = "full")]
        state.set_rate(rate);
        Ok(())
    }

    /// Predicts: inputs `[rows, features]` give outputs `[rows, units]` in row-major order; `outputShape` has the units.
    pub fn predict(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
    ) -> Result<Vec<f32>, JsValue> {
        let width = self.state()?.built()?.input_count();
        let inputs: Vec<f32> = numbers("inputs", inputs, width).map_err(js_error)?;
        self.state()?.built()?.predict_row_major(&inputs).map_err(js_error)
    }

    /// The shape of a batch of predictions, as Keras's `output_shape`: `null` stands for any number of rows.
    #[wasm_bindgen(getter, js_name = outputShape, unchecked_return_type = "[rows: null, units: number]")]
    pub fn output_shape(&self) -> Result<Array, JsValue> {
        let units = self.state()?.built()?.output_count();
        Ok(Array::of2(&JsValue::NULL, &JsValue::from_f64(units as f64)))
    }

    /// The loss over all rows of `(x, y, options)` or `(dataset, options)`, and the metrics, by their names.
    #[wasm_bindgen(skip_typescript)]
    pub fn evaluate(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (dataset, options) = dataset_and_options(x, y, options)?;
        read(&value(options), |options| {
            if options.is_given() {
                let count = if cfg!(not(feature = "full")) { 1 } else { 3 + usize::from(dataset.is_none()) };
                options.fields(&FIELDS_OF_EVALUATE[..count]);
                reject_printing(options);
            }
        })
        .map_err(js_error)?;
        #[cfg(feature = "full")]
        let mut printer = Printer::read(options)?;
        let rows = if dataset.is_none() { self.rows(x, y)? } else { Default::default() };
        #[cfg(feature = "full")]
        printer.start();
        let mut state = self.state()?;
        let model = state.built()?;
        #[cfg(feature = "full")]
        let scores = match &dataset {
            Some(dataset) => evaluate_dataset(model, dataset),
            None => evaluate_rows(model, &rows, options),
        };
        #[cfg(not(feature = "full"))]
        let scores = model.evaluate_row_major(&rows.0, &rows.1);
        let scores = scores.map_err(js_error)?;
        #[cfg(feature = "full")]
        {
            let count = rows.0.len() / model.input_count();
            // What prints may use the model.
            drop(state);
            printer.evaluated(dataset.map_or(count.div_ceil(BATCH), |of| of.cardinality()), &scores)?;
        }
        Ok(js(&scores_value(scores)))
    }

    /// Many training steps on all rows. Returns the loss of each step taken: fewer than `steps` where a budget in
    /// milliseconds was given and used up, or where the run diverged (the last finite weights are kept, and the
    /// console is warned).
    #[wasm_bindgen(js_name = trainSteps)]
    pub fn train_steps(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
        steps: f64,
        milliseconds: Option<f64>,
    ) -> Result<Vec<f32>, JsValue> {
        let (inputs, targets) = self.rows(inputs, targets)?;
        let steps = count("steps", steps).map_err(js_error)?;
        #[cfg(feature = "full")]
        if self.state()?.schedule.is_some() {
            return steps_with_schedule(self.shared(), [&inputs, &targets], steps, milliseconds);
        }
        let clock = Clock::start();
        let run =
            train_steps_row_major(self.state()?.built()?, &inputs, &targets, steps, |_| clock.within(milliseconds));
        let run = run.map_err(js_error)?;
        warn_of(run.diverged.map(|diverged| End::Diverged {
            epoch: 0,
            step: diverged.iteration,
            layer: diverged.layer,
        }));
        Ok(run.losses)
    }

    /// The weights: an array for each kernel, bias, gamma or beta, in the order of Keras's `get_weights()` and nested like
    /// its shape, a kernel `[inputs][units]`, a bias `[units]`.
    #[wasm_bindgen(js_name = getWeights, unchecked_return_type = "WeightArray[]")]
    pub fn get_weights(&self) -> Result<JsValue, JsValue> {
        let mut state = self.state()?;
        let model = state.built()?;
        Ok(js(&weights::nested(&weights::tensors(model), model.weights())))
    }

    /// Replaces all weights by what `getWeights` gives, each array nested or flat; or by what `flatWeights` gives.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Numbers[] | TypedArray")] weights: &JsValue,
    ) -> Result<(), JsValue> {
        let tensors = weights::tensors(self.state()?.built()?);
        let weights = match f32::typed(weights) {
            Some(flat) => flat,
            None => weights::read(&tensors, weights).map_err(js_error)?,
        };
        self.state()?.built()?.set_weights(&weights).map_err(js_error)
    }

    /// A copy of all weights in one array, in the order of `getWeights` and each in row-major order.
    #[wasm_bindgen(js_name = flatWeights)]
    pub fn flat_weights(&self) -> Result<Vec<f32>, JsValue> {
        Ok(self.state()?.built()?.weights().to_vec())
    }

    /// Goes back to the start weights.
    pub fn reset(&self) -> Result<(), JsValue> {
        let mut state = self.state()?;
        state.check_not_fitting("reset")?;
        state.fit = None;
        state.built()?.reset();
        Ok(())
    }
}

pub(in crate::bindings) fn scores_value(scores: Scores) -> Value {
    let mut fields = Vec::with_capacity(scores.len());
    for (key, value) in scores {
        fields.push((key, Value::Number(value)));
    }
    Value::Object(fields)
}

/// Warns the console of a run that diverged.
pub(in crate::bindings) fn warn_of(end: Option<End>) {
    if let Some(End::Diverged { epoch, step, layer }) = end {
        let warning = concatenate![
            "glassnet: training diverged in epoch ",
            epoch,
            ", step ",
            step,
            ", layer ",
            layer,
            "; the last finite weights are kept"
        ];
        web_sys::console::warn_1(&warning.into());
    }
}
