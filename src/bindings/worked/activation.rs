//! Names and curves of activation functions.

use crate::Error;
use crate::bindings::convert::{count, js_error, value};
use crate::nn::Activation;
use crate::reader::{Readable, read_at};
use js_sys::Float32Array;
use wasm_bindgen::prelude::*;

/// The names that a layer's `activation` may have.
#[wasm_bindgen(js_name = activationNames, unchecked_return_type = "ActivationName[]")]
pub fn activation_names() -> Vec<String> {
    Activation::SUPPORTED.iter().map(|activation| activation.name().to_string()).collect()
}

/// The values of an activation at `points` pre-activations from `from` to `to`, for drawing its curve.
#[wasm_bindgen(js_name = activationCurve)]
pub fn activation_curve(
    #[wasm_bindgen(unchecked_param_type = "ActivationName | ActivationConfig")] activation: &JsValue,
    from: f32,
    to: f32,
    points: f64,
) -> Result<Float32Array, JsValue> {
    let activation: Activation = read_at("activation", &value(activation), Readable::read).map_err(js_error)?;
    let points = count("points", points).map_err(js_error)?;
    if !(2..=1000).contains(&points) {
        return Err(js_error(Error::out_of_range("points", "2 to 1000", points)));
    }
    let at = |idx: usize| from + (to - from) * idx as f32 / (points - 1) as f32;
    let values: Vec<f32> = (0..points).map(|idx| activation.value(at(idx))).collect();
    Ok(Float32Array::from(values.as_slice()))
}
