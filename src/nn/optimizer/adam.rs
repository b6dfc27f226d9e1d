//! Adam, and what its variants share with it. Source: <https://keras.io/api/optimizers/adam/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule, epsilon_setting};

/// Settings of Adam and its variants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// `β₁`. Defaults to 0.9.
    pub beta_1: f64,
    /// `β₂`. Defaults to 0.999.
    pub beta_2: f64,
    /// `ε`. Defaults to 1e-7.
    pub epsilon: f64,
}

/// Adam.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adam {
    /// `β₁`, `β₂`, `ε`.
    pub moments: Moments,
    /// Whether it divides by the largest `v` there was. Defaults to false.
    pub amsgrad: bool,
}

impl Moments {
    pub(super) const DEFAULT: Moments = Moments { beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("beta_1", Range::BelowOne, &mut self.beta_1),
            Setting::double("beta_2", Range::BelowOne, &mut self.beta_2),
            epsilon_setting(&mut self.epsilon),
        ]
    }

    /// `1 - β`, the weight of the new gradient in the running means.
    pub(crate) fn one_minus_betas(self) -> [f32; 2] {
        [(1.0 - self.beta_1) as f32, (1.0 - self.beta_2) as f32]
    }
}

impl Default for Moments {
    fn default() -> Self {
        Moments::DEFAULT
    }
}

impl Adam {
    /// With Keras's settings.
    pub const DEFAULT: Adam = Adam { moments: Moments::DEFAULT, amsgrad: false };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        let mut settings = self.moments.settings();
        settings.push(Setting::flag("amsgrad", &mut self.amsgrad));
        settings
    }
}

impl UpdateRule for Adam {
    fn entry(&self) -> Entry {
        Entry::new("adam", "w -= rate * sqrt(1 - beta_2^t) / (1 - beta_1^t) * mean(g) / (sqrt(mean(g^2)) + epsilon)")
            .common()
    }

    fn slot_names(&self) -> &'static [&'static str] {
        if self.amsgrad { &["momentum", "velocity", "velocity_hat"] } else { &["momentum", "velocity"] }
    }

    fn update(&self, step: Step, state: &mut OptimizerState) {
        let (one_minus_betas, epsilon) = (self.moments.one_minus_betas(), self.moments.epsilon as f32);
        let [correction_1, correction_2] = state.bias_correction(self.moments);
        let alpha = step.learning_rate * correction_2.sqrt() / correction_1;
        if self.amsgrad {
            step.amsgrad(alpha, one_minus_betas, epsilon);
        } else {
            step.adam(alpha, one_minus_betas, epsilon);
        }
    }
}
