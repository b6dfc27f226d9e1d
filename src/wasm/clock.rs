//! Time, which the engine itself does not know.

use js_sys::Reflect;
use wasm_bindgen::JsCast;

/// The clock of the page or the worker.
pub(super) struct Clock {
    performance: Option<web_sys::Performance>,
    began: f64,
}

impl Clock {
    /// A clock that starts now; where there is none, time stands still.
    pub(super) fn start() -> Self {
        let found = Reflect::get(&js_sys::global(), &"performance".into()).ok();
        let performance: Option<web_sys::Performance> = found.and_then(|clock| clock.dyn_into().ok());
        let began = performance.as_ref().map_or(0.0, web_sys::Performance::now);
        Clock { performance, began }
    }

    /// Milliseconds since the start.
    pub(super) fn milliseconds(&self) -> f64 {
        self.performance.as_ref().map_or(0.0, |clock| clock.now() - self.began)
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
