//! Inspection of a model from JavaScript: summary, trace, gradient check, hints and layer health.

use crate::Value;
use crate::bindings::convert::{js_error, numbers, texts, value};
use crate::bindings::keras::layers::names;
use crate::bindings::keras::model::JsSequential;
use crate::bindings::keras::state::State;
use crate::bindings::record::{js, object, with};
use crate::diagnostics::{HintData, run_hints, setup_hints};
use crate::nn::Layer;
use crate::text::{Printing, Style, Summary};
use crate::train::{History, ParameterPlace, check_gradient, health_row_major, trace};
use js_sys::{Array, Float32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// The table that Keras's `summary()` prints, as Keras 3 (`"keras3"`, the default) or Keras 2 (`"keras2"`) does.
    pub fn summary(&self, style: Option<String>) -> Result<String, JsValue> {
        let style = style_of(style)?;
        Summary::of(self.state()?.built()?).text(style).map_err(js_error)
    }

    /// The outputs of each of the `layers` for some rows: `values` are `[rows, units]` in row-major order, as `shape` says.
    /// Dropout does not act, as in `predict`.
    #[wasm_bindgen(unchecked_return_type = "Activations[]")]
    pub fn activations(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
    ) -> Result<JsValue, JsValue> {
        let width = self.state()?.built()?.input_count();
        let inputs: Vec<f32> = numbers("inputs", &inputs, width).map_err(js_error)?;
        let mut state = self.state()?;
        let model = state.built()?;
        let outputs = model.activations_row_major(&inputs).map_err(js_error)?;
        let rows = inputs.len() / width;
        let layers = names(model).into_iter().zip(model.layers()).zip(&outputs);
        let layer = |((name, layer), values): ((String, &Layer), &Vec<f32>)| {
            let shape = Value::array([rows, layer.units()], Value::count);
            let object = js(&Value::object([("layer", Value::String(name)), ("shape", shape)]));
            with(object, &[("values", Float32Array::from(values.as_slice()).into())])
        };
        Ok(layers.map(layer).collect::<Array>().into())
    }

    /// Records one iteration on one row as a timeline of operations; the weights stay as they are.
    #[wasm_bindgen(unchecked_return_type = "ModelTrace")]
    pub fn trace(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] target: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, target) = self.rows(&inputs, &target)?;
        trace(self.state()?.built()?, &inputs, &target, 0).map(|trace| object(&trace)).map_err(js_error)
    }

    /// Compares one gradient with a central difference of the loss of one row.
    #[wasm_bindgen(js_name = checkGradient, unchecked_return_type = "GradientCheck")]
    pub fn check_gradient(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] target: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ParameterPlace")] place: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, target) = self.rows(&inputs, &target)?;
        let place = ParameterPlace::read(&value(&place)).map_err(js_error)?;
        check_gradient(self.state()?.built()?, &inputs, &target, place).map(|check| object(&check)).map_err(js_error)
    }

    /// The hints about model and data and, once it was fitted, about the run. `names` are
    /// those of the features.
    #[wasm_bindgen(unchecked_return_type = "Hint[]")]
    pub fn hints(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string[]")] names: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, targets) = self.rows(&inputs, &targets)?;
        let names = if names.is_undefined() { Ok(Vec::new()) } else { texts("names", &names) }.map_err(js_error)?;
        let data = HintData { inputs: &inputs, targets: &targets, names: &names, table: None };
        let mut state = self.state()?;
        state.built()?;
        let State { model: Some(model), fit, .. } = &mut *state else { return Ok(JsValue::UNDEFINED) };
        let mut hints = setup_hints(model, &data).map_err(js_error)?;
        let (history, end) = match fit {
            Some(fit) => (fit.history().clone(), fit.end()),
            None => (History::default(), None),
        };
        hints.extend(run_hints(model, &data, &history, end).map_err(js_error)?);
        Ok(object(&hints))
    }

    /// The health of each layer over some rows: the size of its gradients, and how many units are dead or saturated.
    #[wasm_bindgen(unchecked_return_type = "Health")]
    pub fn health(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, targets) = self.rows(&inputs, &targets)?;
        health_row_major(self.state()?.built()?, &inputs, &targets).map(|health| object(&health)).map_err(js_error)
    }
}

/// Keras's version, whose style a text has.
pub(super) fn style_of(style: Option<String>) -> Result<Style, JsValue> {
    let options = Value::object([("style", style.map_or(Value::Null, Value::String))]);
    Printing::read(&options).map(|printing| printing.style).map_err(js_error)
}
