//! Predictions without a copy and without garbage: JavaScript writes rows where the engine reads them, and reads outputs
//! where the engine wrote them.

use super::model::JsSequential;
use super::state::State;
use crate::Error;
use crate::bindings::convert::{count, js_error};
use crate::concatenate::concatenate;
use js_sys::{Float32Array, WebAssembly};
use wasm_bindgen::prelude::*;

/// The most rows of a view.
const MAX_ROWS: usize = 1 << 20;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// A view of `[rows, features]` in the engine's memory, to be written before each `predictView`.
    ///
    /// A view lasts until the engine's memory grows, as it may with every other call that takes or makes something large;
    /// its `length` is 0 from then on, and it must be asked for again.
    #[wasm_bindgen(js_name = inputView)]
    pub fn input_view(&self, rows: f64) -> Result<Float32Array, JsValue> {
        let rows = count("rows", rows).map_err(js_error)?;
        if !(1..=MAX_ROWS).contains(&rows) {
            return Err(js_error(Error::out_of_range("rows", concatenate!["1 to ", MAX_ROWS], rows)));
        }
        let mut state = self.state()?;
        let model = state.built()?;
        let (inputs, outputs) = (rows * model.input_count(), rows * model.output_count());
        state.views.0.resize(inputs, 0.0);
        state.views.1.resize(outputs, 0.0);
        Ok(view(&state.views.0))
    }

    /// The outputs `[rows, units]` of the last `predictView`, as a view like that of `inputView`.
    #[wasm_bindgen(js_name = outputView)]
    pub fn output_view(&self) -> Result<Float32Array, JsValue> {
        Ok(view(&self.state()?.views.1))
    }

    /// Predicts the first rows of the `inputView` into the `outputView`. Returns `false`, and does nothing, where the
    /// view has fewer rows or one of their numbers is not finite: no call is cheaper.
    #[wasm_bindgen(js_name = predictView)]
    pub fn predict_view(&self, rows: u32) -> bool {
        let Ok(mut state) = self.shared().try_borrow_mut() else { return false };
        let State { model: Some(model), views, .. } = &mut *state else { return false };
        let rows = rows as usize;
        let (inputs, outputs) = (rows * model.input_count(), rows * model.output_count());
        let views = views.0.get(..inputs).zip(views.1.get_mut(..outputs));
        views.is_some_and(|(inputs, outputs)| model.predict_into(inputs, outputs))
    }
}

/// A view of numbers that lie in the engine's memory.
fn view(numbers: &[f32]) -> Float32Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Float32Array::new_with_byte_offset_and_length(&memory.buffer(), numbers.as_ptr() as u32, numbers.len() as u32)
}
