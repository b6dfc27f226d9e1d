//! What the engine notices about a model, from JavaScript.

use super::convert::{js_error, texts};
use super::model::{JsSequential, rows};
use super::record::object;
use crate::lesson::{LintData, lint_run, lint_setup};
use crate::train::{History, health};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// What is wrong or worth knowing, about model and data and, once it was fitted, about the run. `names` are
    /// those of the features.
    #[wasm_bindgen(unchecked_return_type = "Lint[]")]
    pub fn lints(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string[]")] names: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, targets) = rows(&inputs, &targets)?;
        let names = if names.is_undefined() { Ok(Vec::new()) } else { texts("names", &names) }.map_err(js_error)?;
        let data = LintData { inputs: &inputs, targets: &targets, names: &names, table: None };
        self.built()?;
        let Some(model) = self.model.as_mut() else { return Ok(JsValue::UNDEFINED) };
        let mut lints = lint_setup(model, &data).map_err(js_error)?;
        let (history, end) = match &self.fit {
            Some(fit) => (fit.history().clone(), fit.end()),
            None => (History::default(), None),
        };
        lints.extend(lint_run(model, &data, &history, end).map_err(js_error)?);
        object(&lints)
    }

    /// How each layer fares with some rows: the size of its gradients, and how many units are dead or saturated.
    #[wasm_bindgen(unchecked_return_type = "Health")]
    pub fn health(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] inputs: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Numbers")] targets: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (inputs, targets) = rows(&inputs, &targets)?;
        object(&health(self.built()?, &inputs, &targets).map_err(js_error)?)
    }
}
