//! Adamax: Adam with the largest gradient in place of the mean of the squares.
//! Source: <https://keras.io/api/optimizers/adamax/>.

use super::{Entry, Moments, OptimizerState, Setting, Step, UpdateRule};

/// Adamax.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adamax {
    /// `β₁`, `β₂`, `ε`.
    pub moments: Moments,
}

impl Adamax {
    /// With Keras's settings.
    pub const DEFAULT: Adamax = Adamax { moments: Moments::DEFAULT };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        self.moments.settings()
    }
}

impl UpdateRule for Adamax {
    fn entry(&self) -> Entry {
        Entry::new("adamax", "w -= rate / (1 - beta_1^t) * mean(g) / (max(beta_2 * u, |g|) + epsilon)")
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["momentum", "norm"]
    }

    fn update(&self, step: Step, state: &mut OptimizerState) {
        let [bias_correction, _] = state.bias_correction(self.moments);
        let betas = [self.moments.one_minus_betas()[0], self.moments.beta_2 as f32];
        step.adamax(bias_correction, betas, self.moments.epsilon as f32);
    }
}
