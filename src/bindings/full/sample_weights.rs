//! Single batches with weights for their rows.

use super::schedule::follow;
use crate::Error;
use crate::bindings::convert::{js_error, value};
use crate::bindings::keras::model::{JsSequential, scores_value};
use crate::bindings::record::js;
use crate::nn::{BATCH, Scores, Sequential};
use crate::train::SampleWeights;
use wasm_bindgen::prelude::*;

/// Evaluates rows with the weights among the options, if there are any.
pub(in crate::bindings) fn evaluate_rows(
    model: &mut Sequential,
    (inputs, targets): &(Vec<f32>, Vec<f32>),
    options: &JsValue,
) -> Result<Scores, Error> {
    let weights = SampleWeights::read(&value(options), &["sampleWeight", "verbose", "style", "print"])?;
    match weights.of_rows(targets, model.target_count())? {
        none if none.is_empty() => model.evaluate_row_major(inputs, targets),
        weights => model.evaluate_weighted_row_major(inputs, targets, &weights, BATCH),
    }
}

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// One training step on all rows: forward, loss, backward, update. Returns the loss before the update.
    #[wasm_bindgen(js_name = trainOnBatch)]
    pub fn train_on_batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "WeightConfig")] options: &JsValue,
    ) -> Result<f32, JsValue> {
        let weights = SampleWeights::read(&value(options), &["sampleWeight", "classWeight"]).map_err(js_error)?;
        let (inputs, targets) = self.rows(inputs, targets)?;
        follow(self.shared())?;
        let mut state = self.state()?;
        let model = state.built()?;
        if weights == SampleWeights::None {
            return model.train_on_batch_row_major(&inputs, &targets).map_err(js_error);
        }
        let weights = weights.of_rows(&targets, model.target_count()).map_err(js_error)?;
        model.train_on_weighted_batch_row_major(&inputs, &targets, &weights).map_err(js_error)
    }

    /// The loss over all rows, and the metrics, by their names; nothing is trained. The same as `evaluate`, which prints.
    #[wasm_bindgen(js_name = testOnBatch, unchecked_return_type = "Scores")]
    pub fn test_on_batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Pick<WeightConfig, \"sampleWeight\">")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let weights = SampleWeights::read(&value(options), &["sampleWeight"]).map_err(js_error)?;
        let (inputs, targets) = self.rows(inputs, targets)?;
        let mut state = self.state()?;
        let model = state.built()?;
        // One batch, whatever its size.
        let size = inputs.len().max(1);
        let scores = match weights.of_rows(&targets, model.target_count()).map_err(js_error)? {
            none if none.is_empty() => model.evaluate_batches_row_major(&inputs, &targets, size),
            weights => model.evaluate_weighted_row_major(&inputs, &targets, &weights, size),
        };
        Ok(js(&scores_value(scores.map_err(js_error)?)))
    }
}
