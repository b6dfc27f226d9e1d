//! Inverse time decay. Source: <https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/>.

use super::{Entry, Range, Setting};

/// Inverse time decay: `initial / (1 + decay_rate · i / decay_steps)`
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InverseTimeDecay {
    /// The rate at iteration 0.
    pub initial: f32,
    /// After how many iterations the divisor has grown by `decay_rate`.
    pub decay_steps: f32,
    /// What the divisor grows by.
    pub decay_rate: f32,
    /// Whether `i / decay_steps` is rounded down. Defaults to false.
    pub staircase: bool,
}

impl InverseTimeDecay {
    /// With Keras's settings; NaN stands for what has no default.
    pub(super) const DEFAULT: InverseTimeDecay =
        InverseTimeDecay { initial: f32::NAN, decay_steps: f32::NAN, decay_rate: f32::NAN, staircase: false };

    pub(super) fn entry() -> Entry {
        Entry::new("inverse_time_decay", "initial / (1 + decay_rate * i / decay_steps)")
    }

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("initial_learning_rate", Range::Positive, &mut self.initial).required(),
            Setting::single("decay_steps", Range::Positive, &mut self.decay_steps).required().counting(),
            Setting::single("decay_rate", Range::NotNegative, &mut self.decay_rate).required(),
            Setting::flag("staircase", &mut self.staircase),
        ]
    }

    pub(super) fn at(self, step: f32) -> f32 {
        let part = step / self.decay_steps;
        let part = if self.staircase { part.floor() } else { part };
        self.initial / (1.0 + self.decay_rate * part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_half_where_the_divisor_is_2() {
        let decay = |staircase| InverseTimeDecay { initial: 1.0, decay_steps: 4.0, decay_rate: 1.0, staircase };
        assert_eq!([0.0, 4.0, 12.0].map(|step| decay(false).at(step)), [1.0, 0.5, 0.25]);
        assert_eq!([3.0, 4.0, 7.0, 12.0].map(|step| decay(true).at(step)), [1.0, 0.5, 0.5, 0.25]);
    }
}
