//! Stochastic gradient descent, with and without momentum. Source: <https://keras.io/api/optimizers/sgd/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule};

/// Gradient descent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sgd {
    /// `μ`. Defaults to 0.
    pub momentum: f64,
    /// Whether the momentum is looked ahead. Defaults to false.
    pub nesterov: bool,
}

impl Sgd {
    /// Without momentum.
    pub const DEFAULT: Sgd = Sgd { momentum: 0.0, nesterov: false };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("momentum", Range::Share, &mut self.momentum),
            Setting::flag("nesterov", &mut self.nesterov),
        ]
    }
}

impl UpdateRule for Sgd {
    fn entry(&self) -> Entry {
        Entry::new("sgd", "w -= rate * g, or with momentum m = momentum * m - rate * g, w += m")
            .class_name("SGD")
            .common()
    }

    fn learning_rate(&self) -> f32 {
        0.01
    }

    fn slot_names(&self) -> &'static [&'static str] {
        if self.momentum == 0.0 { &[] } else { &["momentum"] }
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        // The page's build has no momentum.
        if cfg!(not(feature = "keras")) || self.momentum == 0.0 {
            step.plain();
        } else {
            step.momentum(self.momentum as f32, self.nesterov);
        }
    }
}
