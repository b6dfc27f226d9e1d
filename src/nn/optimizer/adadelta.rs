//! Adadelta: steps in proportion to the running mean of former steps.
//! Source: <https://keras.io/api/optimizers/adadelta/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule, epsilon_setting};

/// Adadelta.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adadelta {
    /// How slowly the means change. Defaults to 0.95.
    pub rho: f64,
    /// `ε`. Defaults to 1e-7.
    pub epsilon: f64,
}

impl Adadelta {
    /// With Keras's settings.
    pub const DEFAULT: Adadelta = Adadelta { rho: 0.95, epsilon: 1e-7 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::double("rho", Range::Share, &mut self.rho), epsilon_setting(&mut self.epsilon)]
    }
}

impl UpdateRule for Adadelta {
    fn entry(&self) -> Entry {
        Entry::new("adadelta", "w -= rate * sqrt(D + epsilon) / sqrt(mean(g^2) + epsilon) * g")
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["accumulated_grad", "accumulated_delta_var"]
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        step.adadelta(self.rho as f32, (1.0 - self.rho) as f32, self.epsilon as f32);
    }
}
