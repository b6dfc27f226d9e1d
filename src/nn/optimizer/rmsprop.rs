//! RMSprop: gradients divided by the root of the running mean of their squares.
//! Source: <https://keras.io/api/optimizers/rmsprop/>.

use super::{Entry, OptimizerState, Range, Setting, Step, UpdateRule, epsilon_setting};

/// RMSprop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RmsProp {
    /// How slowly the mean changes. Defaults to 0.9.
    pub rho: f64,
    /// The share of the last step that is taken again. Defaults to 0.
    pub momentum: f64,
    /// `ε`. Defaults to 1e-7.
    pub epsilon: f64,
    /// Whether the square of the mean of `g` is taken off `v`. Defaults to false.
    pub centered: bool,
}

impl RmsProp {
    /// With Keras's settings.
    pub const DEFAULT: RmsProp = RmsProp { rho: 0.9, momentum: 0.0, epsilon: 1e-7, centered: false };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("rho", Range::Share, &mut self.rho),
            Setting::double("momentum", Range::Share, &mut self.momentum),
            epsilon_setting(&mut self.epsilon),
            Setting::flag("centered", &mut self.centered),
        ]
    }
}

impl UpdateRule for RmsProp {
    fn entry(&self) -> Entry {
        Entry::new("rmsprop", "w -= rate * g / sqrt(mean(g^2) + epsilon)").class_name("RMSprop").common()
    }

    fn slot_names(&self) -> &'static [&'static str] {
        match (self.momentum > 0.0, self.centered) {
            (false, false) => &["velocity"],
            (true, false) => &["velocity", "momentum"],
            (false, true) => &["velocity", "average_gradient"],
            (true, true) => &["velocity", "momentum", "average_gradient"],
        }
    }

    fn update(&self, step: Step, _state: &mut OptimizerState) {
        let RmsProp { rho, momentum, epsilon, centered } = *self;
        let numbers = [rho, 1.0 - rho, momentum, epsilon].map(|number| number as f32);
        step.rms_prop(numbers, centered);
    }
}
