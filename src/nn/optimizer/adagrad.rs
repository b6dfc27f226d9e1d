//! Adagrad: a step of its own size for each parameter, the smaller the more its gradients added up to.
//! Source: <https://keras.io/api/optimizers/adagrad/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule, epsilon_setting};

/// Adagrad.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adagrad {
    /// Where the sum begins. Defaults to 0.1.
    pub initial_accumulator_value: f64,
    /// `ε`. Defaults to 1e-7.
    pub epsilon: f64,
}

impl Adagrad {
    /// With Keras's settings.
    pub const DEFAULT: Adagrad = Adagrad { initial_accumulator_value: 0.1, epsilon: 1e-7 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        let begin = &mut self.initial_accumulator_value;
        vec![
            Setting::double("initial_accumulator_value", Range::NotNegative, begin),
            epsilon_setting(&mut self.epsilon),
        ]
    }
}

impl UpdateRule for Adagrad {
    fn entry(&self) -> Entry {
        Entry::new("adagrad", "w -= rate * g / sqrt(sum(g^2) + epsilon)")
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["accumulator"]
    }

    fn initial_slot(&self) -> f32 {
        self.initial_accumulator_value as f32
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        step.adagrad(self.epsilon as f32);
    }
}
