//! Train and predict from JavaScript.

use super::convert::{count, js_error, numbers, object, value};
use crate::Error;
use crate::nn::{Activation, ModelConfig, Sequential};
use crate::train::{ParameterPlace, check_gradient, trace, train_steps};
use js_sys::{Float32Array, Reflect};
use wasm_bindgen::prelude::*;

/// A chain of dense layers, trained by gradient descent on the mean squared error.
///
/// Free it with `free()` when it is no longer needed.
#[wasm_bindgen(js_name = Sequential)]
pub struct JsSequential(Sequential);

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// Builds a model with its start weights. Throws an `Error` with a `code` where the configuration is refused.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ModelConfig")] model: JsValue,
    ) -> Result<Self, JsValue> {
        let model = ModelConfig::read(&value(&model)).and_then(|config| Sequential::new(&config));
        model.map(JsSequential).map_err(js_error)
    }

    /// Predicts: inputs `[rows, features]` give outputs `[rows, units]`, both row by row.
    pub fn predict(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
    ) -> Result<Vec<f32>, JsValue> {
        numbers("inputs", &inputs)
            .and_then(|inputs| self.0.predict(&inputs))
            .map_err(js_error)
    }

    /// The mean squared error over all rows.
    pub fn evaluate(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] targets: JsValue,
    ) -> Result<f32, JsValue> {
        let (inputs, targets) = rows(&inputs, &targets)?;
        self.0.evaluate(&inputs, &targets).map_err(js_error)
    }

    /// One training step on all rows: forward, loss, backward, update. Returns the loss before the update.
    #[wasm_bindgen(js_name = trainStep)]
    pub fn train_step(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] targets: JsValue,
    ) -> Result<f32, JsValue> {
        let (inputs, targets) = rows(&inputs, &targets)?;
        self.0.train_step(&inputs, &targets).map_err(js_error)
    }

    /// Many training steps on all rows. Returns the loss of each step taken: fewer than `steps` where a budget in
    /// milliseconds was given and used up, or where the run diverged (the last finite weights are kept, and the
    /// console is warned).
    #[wasm_bindgen(js_name = trainSteps)]
    pub fn train_steps(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] targets: JsValue,
        steps: f64,
        milliseconds: Option<f64>,
    ) -> Result<Vec<f32>, JsValue> {
        let (inputs, targets) = rows(&inputs, &targets)?;
        let steps = count("steps", steps).map_err(js_error)?;
        let in_time = time_budget(milliseconds);
        let run = train_steps(&mut self.0, &inputs, &targets, steps, in_time).map_err(js_error)?;
        if let Some(diverged) = run.diverged {
            let warning = format!(
                "glassnet: training diverged at step {} in layer {}; the last finite weights are kept",
                diverged.iteration, diverged.layer
            );
            web_sys::console::warn_1(&warning.into());
        }
        Ok(run.losses)
    }

    /// Records one iteration on one row as a timeline of operations; the weights stay as they are.
    #[wasm_bindgen(unchecked_return_type = "Trace")]
    pub fn trace(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] target: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, target) = rows(&inputs, &target)?;
        let trace = trace(&mut self.0, &inputs, &target, 0).map_err(js_error)?;
        object(&trace)
    }

    /// Compares one gradient with a central difference of the loss of one row.
    #[wasm_bindgen(js_name = checkGradient, unchecked_return_type = "GradientCheck")]
    pub fn check_gradient(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] target: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ParameterPlace")] place: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, target) = rows(&inputs, &target)?;
        let place = ParameterPlace::read(&value(&place)).map_err(js_error)?;
        let check = check_gradient(&mut self.0, &inputs, &target, place).map_err(js_error)?;
        object(&check)
    }

    /// All weights and biases: layer after layer, kernel `[inputs, units]` row by row, then bias `[units]`.
    pub fn weights(&self) -> Vec<f32> {
        self.0.weights().to_vec()
    }

    /// Replaces all weights and biases, in the order of `weights()`.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array | number[]")] weights: JsValue,
    ) -> Result<(), JsValue> {
        numbers("weights", &weights)
            .and_then(|weights| self.0.set_weights(&weights))
            .map_err(js_error)
    }

    /// Goes back to the start weights.
    pub fn reset(&mut self) {
        self.0.reset();
    }
}

/// The names that a layer's `activation` may have.
#[wasm_bindgen(js_name = activationNames, unchecked_return_type = "ActivationName[]")]
pub fn activation_names() -> Vec<String> {
    Activation::ALL
        .iter()
        .map(|activation| activation.name().to_string())
        .collect()
}

/// The values of an activation at `points` pre-activations from `from` to `to`, for drawing its curve.
#[wasm_bindgen(js_name = activationCurve)]
pub fn activation_curve(
    #[wasm_bindgen(unchecked_param_type = "ActivationName")] name: &str,
    from: f32,
    to: f32,
    points: f64,
) -> Result<Float32Array, JsValue> {
    let activation: Activation = name.parse().map_err(js_error)?;
    let points = count("points", points).map_err(js_error)?;
    if !(2..=1000).contains(&points) {
        return Err(js_error(Error::out_of_range("points", "2 to 1000", points)));
    }
    let at = |idx: usize| from + (to - from) * idx as f32 / (points - 1) as f32;
    let values: Vec<f32> = (0..points).map(|idx| activation.value(at(idx))).collect();
    Ok(Float32Array::from(values.as_slice()))
}

fn rows(inputs: &JsValue, targets: &JsValue) -> Result<(Vec<f32>, Vec<f32>), JsValue> {
    let inputs = numbers("inputs", inputs).map_err(js_error)?;
    Ok((inputs, numbers("targets", targets).map_err(js_error)?))
}

/// Whether there is time left, asked after each step; a page and a worker both have a clock.
fn time_budget(milliseconds: Option<f64>) -> impl FnMut(usize) -> bool {
    let clock = Reflect::get(&js_sys::global(), &"performance".into()).ok();
    let clock = clock.and_then(|clock| clock.dyn_into::<web_sys::Performance>().ok());
    let end = milliseconds
        .zip(clock.as_ref())
        .map(|(milliseconds, clock)| clock.now() + milliseconds);
    move |_| {
        end.zip(clock.as_ref())
            .is_none_or(|(end, clock)| clock.now() < end)
    }
}
