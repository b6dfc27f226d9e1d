//! Single batches.

use super::model::{JsSequential, scores_value};
use crate::bindings::convert::js_error;
use crate::bindings::record::js;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// One training step on all rows: forward, loss, backward, update. Returns the loss before the update.
    #[wasm_bindgen(js_name = trainOnBatch)]
    pub fn train_on_batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
    ) -> Result<f32, JsValue> {
        let (inputs, targets) = self.rows(inputs, targets)?;
        self.state()?.built()?.train_on_batch_row_major(&inputs, &targets).map_err(js_error)
    }

    /// The loss over all rows, and the metrics, by their names; nothing is trained. The same as `evaluate`, which prints.
    #[wasm_bindgen(js_name = testOnBatch, unchecked_return_type = "Scores")]
    pub fn test_on_batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, targets) = self.rows(inputs, targets)?;
        // One batch, whatever its size.
        let scores = self.state()?.built()?.evaluate_batches_row_major(&inputs, &targets, inputs.len().max(1));
        Ok(js(&scores_value(scores.map_err(js_error)?)))
    }
}
