//! Time, which the engine itself does not know.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page or the worker began.
    #[wasm_bindgen(catch, js_namespace = performance)]
    fn now() -> Result<f64, JsValue>;
}

/// A clock; where the page or the worker has none, time stands still.
pub(in crate::bindings) struct Clock {
    began: f64,
}

impl Clock {
    /// A clock that starts now.
    pub(in crate::bindings) fn start() -> Self {
        Clock { began: now().unwrap_or(0.0) }
    }

    /// Milliseconds since the start.
    pub(in crate::bindings) fn milliseconds(&self) -> f64 {
        now().unwrap_or(0.0) - self.began
    }

    /// Seconds since the start.
    #[cfg(feature = "full")]
    pub(in crate::bindings) fn seconds(&self) -> f64 {
        self.milliseconds() / 1000.0
    }

    /// Whether there is time left of a budget; without one there always is.
    pub(in crate::bindings) fn within(&self, budget: Option<f64>) -> bool {
        budget.is_none_or(|budget| self.milliseconds() < budget)
    }
}
