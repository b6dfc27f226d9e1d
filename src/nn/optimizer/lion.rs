//! Lion: steps of one size in the direction of a mean of gradient and momentum.
//! Source: <https://keras.io/api/optimizers/lion/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule};

/// Lion: `w -= η sign(β₁ m + (1 - β₁) g)`, then `m = β₂ m + (1 - β₂) g`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lion {
    /// `β₁`, the weight of the momentum in a step. Defaults to 0.9.
    pub beta_1: f64,
    /// `β₂`, how slowly the momentum changes. Defaults to 0.99.
    pub beta_2: f64,
}

impl Lion {
    /// With Keras's settings.
    pub const DEFAULT: Lion = Lion { beta_1: 0.9, beta_2: 0.99 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("beta_1", Range::PositiveShare, &mut self.beta_1),
            Setting::double("beta_2", Range::Share, &mut self.beta_2),
        ]
    }
}

impl UpdateRule for Lion {
    fn entry(&self) -> Entry {
        Entry::new("lion", "w -= rate * sign(beta_1 * m + (1 - beta_1) * g), m = beta_2 * m + (1 - beta_2) * g")
            .api_only()
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["momentum"]
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        step.lion([self.beta_1, self.beta_2].map(|beta| beta as f32));
    }
}
