//! FTRL: follow the regularized leader. Source: <https://keras.io/api/optimizers/ftrl/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule};
use glassnet_kernels::FtrlTerms;

/// FTRL: each weight is the minimum of the linearized losses so far plus penalties. A weight whose `|z|` is below `l1` is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ftrl {
    /// `p`: how the sum of squared gradients `n` shortens the steps, as `n^-p`. 0 or less; defaults to -0.5.
    pub learning_rate_power: f64,
    /// Where the sum begins. Defaults to 0.1.
    pub initial_accumulator_value: f64,
    /// The penalty on a weight's size. Defaults to 0.
    pub l1_regularization_strength: f64,
    /// The penalty on its square. Defaults to 0.
    pub l2_regularization_strength: f64,
    /// The penalty on its square that goes into the gradient, but not into `n`. Defaults to 0.
    pub l2_shrinkage_regularization_strength: f64,
    /// `β`: shortens all steps, those at the start most. Defaults to 0.
    pub beta: f64,
}

impl Ftrl {
    /// With Keras's settings.
    pub const DEFAULT: Ftrl = Ftrl {
        learning_rate_power: -0.5,
        initial_accumulator_value: 0.1,
        l1_regularization_strength: 0.0,
        l2_regularization_strength: 0.0,
        l2_shrinkage_regularization_strength: 0.0,
        beta: 0.0,
    };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        let not_negative = |name: &'static str, value| Setting::double(name, Range::NotNegative, value);
        vec![
            Setting::double("learning_rate_power", Range::NotPositive, &mut self.learning_rate_power),
            not_negative("initial_accumulator_value", &mut self.initial_accumulator_value),
            not_negative("l1_regularization_strength", &mut self.l1_regularization_strength),
            not_negative("l2_regularization_strength", &mut self.l2_regularization_strength),
            not_negative("l2_shrinkage_regularization_strength", &mut self.l2_shrinkage_regularization_strength),
            not_negative("beta", &mut self.beta),
        ]
    }
}

impl UpdateRule for Ftrl {
    fn entry(&self) -> Entry {
        Entry::new(
            "ftrl",
            "n += g^2, z += g + 2 * l2_shrinkage * w - (n^-p - (n before)^-p) / rate * w, \
             w = (clip(z, -l1, l1) - z) / (n^-p / rate + 2 * l2 + beta / rate)",
        )
        .api_only()
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["accumulator", "linear"]
    }

    fn initial_slot(&self) -> f32 {
        self.initial_accumulator_value as f32
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        let terms = FtrlTerms {
            power: -self.learning_rate_power as f32,
            l1: self.l1_regularization_strength as f32,
            l2: self.l2_regularization_strength as f32 + self.beta as f32 / (2.0 * step.learning_rate),
            shrinkage: (2.0 * self.l2_shrinkage_regularization_strength) as f32,
        };
        step.ftrl(terms);
    }
}
