//! Measuring of data before training, from JavaScript.

use crate::bindings::convert::{js_error, numbers};
use crate::bindings::keras::model::JsSequential;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// Adapts each Normalization layer without a mean and variance of its own to those of its inputs, where these inputs
    /// `[rows, features]` go through the layers before it; Keras does so with `layer.adapt(data)`.
    ///
    /// Throws where the inputs are rejected, and while the model is fitting.
    pub fn adapt(&self, #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue) -> Result<(), JsValue> {
        let width = self.state()?.built()?.input_count();
        let inputs: Vec<f32> = numbers("inputs", inputs, width).map_err(js_error)?;
        let mut state = self.state()?;
        state.check_not_fitting("adapt")?;
        state.built()?.adapt_row_major(&inputs).map_err(js_error)
    }
}
