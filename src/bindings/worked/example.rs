//! The worked example from JavaScript.

use crate::Value;
use crate::bindings::convert::{count, js_error, value};
use crate::bindings::record::{js, object};
use crate::train::ParameterPlace;
use crate::worked_example::{ClaimCheck, ExampleConfig, WorkedExample};
use wasm_bindgen::prelude::*;

/// A worked example whose iterations can be requested in any order.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = WorkedExample)]
pub struct JsWorkedExample(WorkedExample);

#[wasm_bindgen(js_class = WorkedExample)]
impl JsWorkedExample {
    /// Sets an example up. Throws an `Error` with a `code` where the configuration is rejected.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "ExampleConfig")] example: JsValue) -> Result<Self, JsValue> {
        let example = ExampleConfig::read(&value(&example)).and_then(WorkedExample::new);
        example.map(JsWorkedExample).map_err(js_error)
    }

    /// The configuration, with its defaults filled in.
    #[wasm_bindgen(unchecked_return_type = "ExampleConfig")]
    pub fn config(&self) -> JsValue {
        js(&self.0.config().to_value())
    }

    /// Trains until the target is reached, a number is no longer finite, or iteration `limit` is there.
    #[wasm_bindgen(unchecked_return_type = "ExampleRun")]
    pub fn run(&mut self, limit: f64) -> Result<JsValue, JsValue> {
        let limit = count("limit", limit).map_err(js_error)?;
        Ok(object(&self.0.run(limit)))
    }

    /// The record of one iteration, from 0.
    #[wasm_bindgen(unchecked_return_type = "Trace")]
    pub fn trace(&mut self, iteration: f64) -> Result<JsValue, JsValue> {
        let iteration = count("iteration", iteration).map_err(js_error)?;
        self.0.trace(iteration).map(|trace| object(&trace)).map_err(js_error)
    }

    /// All weights and biases before the update of an iteration, as `Sequential.flatWeights()` orders them.
    pub fn weights(&mut self, iteration: f64) -> Result<Vec<f32>, JsValue> {
        let iteration = count("iteration", iteration).map_err(js_error)?;
        Ok(self.0.weights(iteration).map_err(js_error)?.to_vec())
    }

    /// The loss of each iteration computed so far.
    pub fn losses(&self) -> Vec<f32> {
        self.0.losses().to_vec()
    }

    /// The predictions of each iteration computed so far, `[iterations, outputs]`, row by row.
    pub fn predictions(&self) -> Vec<f32> {
        self.0.predictions().to_vec()
    }

    /// The claims of the text, each beside its value.
    #[wasm_bindgen(unchecked_return_type = "ClaimCheck[]")]
    pub fn claims(&self) -> JsValue {
        js(&Value::Array(self.0.claims().iter().map(ClaimCheck::to_value).collect()))
    }

    /// Compares one gradient of an iteration with a central difference of the loss.
    #[wasm_bindgen(js_name = checkGradient, unchecked_return_type = "GradientCheck")]
    pub fn check_gradient(
        &mut self,
        iteration: f64,
        #[wasm_bindgen(unchecked_param_type = "ParameterPlace")] place: JsValue,
    ) -> Result<JsValue, JsValue> {
        let iteration = count("iteration", iteration).map_err(js_error)?;
        let place = ParameterPlace::read(&value(&place)).map_err(js_error)?;
        self.0.check_gradient(iteration, place).map(|check| object(&check)).map_err(js_error)
    }
}

/// The tutorial's worked example; some of its weights are reconstructed.
#[wasm_bindgen(js_name = tutorialExample, unchecked_return_type = "ExampleConfig")]
pub fn tutorial_example() -> JsValue {
    js(&ExampleConfig::tutorial().to_value())
}
