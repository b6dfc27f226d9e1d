//! Keras's Sequential from JavaScript.

use super::arguments::dataset_and_options;
use super::clock::Clock;
use crate::bindings::convert::{count, js_error, number_rows, numbers, value};
#[cfg(feature = "full")]
use crate::bindings::full::print::Printer;
use crate::bindings::record::js;
#[cfg(feature = "full")]
use crate::nn::BATCH;
use crate::nn::{ModelConfig, Scores, Sequential};
use crate::reader::read;
use crate::train::{End, Fit, evaluate_dataset, train_steps};
use crate::{Error, Value};
use wasm_bindgen::prelude::*;

/// A chain of dense layers, as in Keras: add, compile, fit, evaluate, predict.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Sequential)]
pub struct JsSequential {
    /// The configuration that the model is built from, once it is needed.
    config: Value,
    pub(in crate::bindings) model: Option<Sequential>,
    pub(in crate::bindings) fit: Option<Fit>,
    /// Inputs and outputs in the engine's memory, viewed by JavaScript.
    pub(in crate::bindings) views: (Vec<f32>, Vec<f32>),
}

impl JsSequential {
    /// The model, built if it is not yet.
    pub(in crate::bindings) fn built(&mut self) -> Result<&mut Sequential, JsValue> {
        if self.model.is_none() {
            self.model = Some(build(&self.config).map_err(js_error)?);
        }
        // It was built just now, if not before.
        self.model.as_mut().ok_or(JsValue::UNDEFINED)
    }

    /// Inputs and targets from JavaScript, in row-major order.
    pub(in crate::bindings) fn rows(
        &mut self,
        inputs: &JsValue,
        targets: &JsValue,
    ) -> Result<(Vec<f32>, Vec<f32>), JsValue> {
        let model = self.built()?;
        let inputs = numbers("inputs", inputs, model.input_count()).map_err(js_error)?;
        Ok((inputs, numbers("targets", targets, model.target_count()).map_err(js_error)?))
    }

    fn set(&mut self, name: String, value: Value) {
        let Value::Object(fields) = &mut self.config else { return };
        match fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, former)) => *former = value,
            None => fields.push((name, value)),
        }
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
        let mut built = JsSequential { config: value(model), model: None, fit: None, views: Default::default() };
        let layers = match built.config {
            Value::Null => Vec::new(),
            Value::Array(layers) => layers,
            _ => {
                built.built()?;
                return Ok(built);
            }
        };
        let layers = checked(layers).map_err(js_error)?;
        built.config = Value::Object(vec![("layers".to_string(), layers)]);
        Ok(built)
    }

    /// Adds a layer at the end. A model that was trained begins anew.
    ///
    /// Throws where the layer is rejected; the model stays as it is.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "LayerConfig")] layer: &JsValue,
    ) -> Result<(), JsValue> {
        let Value::Object(fields) = &self.config else { return Ok(()) };
        let mut layers = match fields.iter().find(|(field, _)| field == "layers") {
            Some((_, Value::Array(layers))) => layers.clone(),
            _ => Vec::new(),
        };
        layers.push(value(layer));
        let layers = checked(layers).map_err(js_error)?;
        self.set("layers".to_string(), layers);
        (self.model, self.fit) = (None, None);
        Ok(())
    }

    /// Sets loss, optimizer and metrics; the weights stay, the optimizer begins anew.
    pub fn compile(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CompileConfig")] settings: &JsValue,
    ) -> Result<(), JsValue> {
        let Value::Object(fields) = value(settings) else {
            return Err(js_error(Error::shape("compile", "an object with loss, optimizer, metrics", "something else")));
        };
        let former = self.config.clone();
        for (field, value) in fields {
            self.set(field, value);
        }
        let weights = self.model.as_ref().map(Sequential::weights);
        let model = build(&self.config).and_then(|mut model| {
            weights.map_or(Ok(()), |weights| model.set_weights(weights))?;
            Ok(model)
        });
        match model {
            Ok(model) => (self.model, self.fit) = (Some(model), None),
            Err(error) => {
                self.config = former;
                return Err(js_error(error));
            }
        }
        Ok(())
    }

    /// Predicts: inputs `[rows, features]` give outputs `[rows, units]`, both row by row.
    pub fn predict(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
    ) -> Result<Vec<f32>, JsValue> {
        let model = self.built()?;
        numbers("inputs", inputs, model.input_count()).and_then(|inputs| model.predict(&inputs)).map_err(js_error)
    }

    /// The loss over all rows of `(x, y, options)` or `(dataset, options)`, and the metrics, by their names.
    #[wasm_bindgen(skip_typescript)]
    pub fn evaluate(&mut self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (dataset, options) = dataset_and_options(x, y, options)?;
        read(&value(options), |options| {
            if options.is_given() {
                options.fields(&["verbose", "style", "print"]);
            }
        })
        .map_err(js_error)?;
        #[cfg(feature = "full")]
        let mut printer = Printer::read(options)?;
        let rows = if dataset.is_none() { self.rows(x, y)? } else { Default::default() };
        #[cfg(feature = "full")]
        printer.start();
        let model = self.built()?;
        let scores = match &dataset {
            Some(dataset) => evaluate_dataset(model, dataset),
            None => model.evaluate(&rows.0, &rows.1),
        };
        let scores = scores.map_err(js_error)?;
        #[cfg(feature = "full")]
        {
            let batches = dataset.map_or((rows.0.len() / model.input_count()).div_ceil(BATCH), |of| of.cardinality());
            printer.evaluated(batches, &scores)?;
        }
        Ok(js(&scores_value(scores)))
    }

    /// One training step on all rows: forward, loss, backward, update. Returns the loss before the update.
    #[wasm_bindgen(js_name = trainOnBatch)]
    pub fn train_on_batch(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
    ) -> Result<f32, JsValue> {
        let (inputs, targets) = self.rows(inputs, targets)?;
        self.built()?.train_on_batch(&inputs, &targets).map_err(js_error)
    }

    /// Many training steps on all rows. Returns the loss of each step taken: fewer than `steps` where a budget in
    /// milliseconds was given and used up, or where the run diverged (the last finite weights are kept, and the
    /// console is warned).
    #[wasm_bindgen(js_name = trainSteps)]
    pub fn train_steps(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
        steps: f64,
        milliseconds: Option<f64>,
    ) -> Result<Vec<f32>, JsValue> {
        let (inputs, targets) = self.rows(inputs, targets)?;
        let steps = count("steps", steps).map_err(js_error)?;
        let clock = Clock::start();
        let run = train_steps(self.built()?, &inputs, &targets, steps, |_| clock.within(milliseconds));
        let run = run.map_err(js_error)?;
        warn_of(run.diverged.map(|diverged| End::Diverged {
            epoch: 0,
            step: diverged.iteration,
            layer: diverged.layer,
        }));
        Ok(run.losses)
    }

    /// All weights and biases: layer after layer, kernel `[inputs, units]` row by row, then bias `[units]`.
    pub fn weights(&mut self) -> Result<Vec<f32>, JsValue> {
        Ok(self.built()?.weights().to_vec())
    }

    /// Replaces all weights and biases, in the order of `weights()`.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] weights: &JsValue,
    ) -> Result<(), JsValue> {
        let weights: Vec<f32> = number_rows("weights", weights).map_err(js_error)?.numbers;
        self.built()?.set_weights(&weights).map_err(js_error)
    }

    /// Goes back to the start weights.
    pub fn reset(&mut self) -> Result<(), JsValue> {
        self.fit = None;
        self.built()?.reset();
        Ok(())
    }
}

/// The layers of a model that is not complete yet, each validated where it is given.
fn checked(layers: Vec<Value>) -> Result<Value, Error> {
    let layers = Value::Array(layers);
    ModelConfig::check_layers(&layers)?;
    Ok(layers)
}

/// A model of a configuration from outside.
fn build(config: &Value) -> Result<Sequential, Error> {
    Sequential::new(&ModelConfig::read(config)?)
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
        let warning = format!(
            "glassnet: training diverged in epoch {epoch}, step {step}, layer {layer}; the last finite weights are kept"
        );
        web_sys::console::warn_1(&warning.into());
    }
}
