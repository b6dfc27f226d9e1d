//! Time, which the engine itself does not know.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page or the worker began.
    #[wasm_bindgen(catch, js_namespace = performance)]
    fn now() -> Result<f64, JsValue>;
}

/// A clock; where the page or the worker has none, time stands still.
pub(super) struct Clock {
    began: f64,
}

impl Clock {
    /// A clock that starts now.
    pub(super) fn start() -> Self {
        Clock { began: now().unwrap_or(0.0) }
    }

    /// Milliseconds since the start.
    pub(super) fn milliseconds(&self) -> f64 {
        now().unwrap_or(0.0) - self.began
    }

    /// Seconds since the start.
    #[cfg(feature = "full")]
    pub(super) fn seconds(&self) -> f64 {
        self.milliseconds() / 1000.0
    }

    /// Whether there is time left of a budget; without one there always is.
    pub(super) fn within(&self, budget: Option<f64>) -> bool {
        budget.is_none_or(|budget| self.milliseconds() < budget)
    }
}
