//! Polynomial decay. Source: <https://keras.io/api/optimizers/learning_rate_schedules/polynomial_decay/>.

use super::{Entry, Range, Setting};

/// Polynomial decay: `(initial - end) · (1 - i / decay_steps)^power + end` up to iteration `decay_steps`, then `end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PolynomialDecay {
    /// The rate at iteration 0.
    pub initial: f32,
    /// After how many iterations it is `end`.
    pub decay_steps: f32,
    /// The rate that is left. Defaults to 0.0001.
    pub end: f32,
    /// The exponent. Defaults to 1, a line.
    pub power: f32,
    /// Whether the rate rises again after `decay_steps`: the count of steps becomes the next multiple of itself. Defaults
    /// to false.
    pub cycle: bool,
}

impl PolynomialDecay {
    /// With Keras's settings; NaN stands for what has no default.
    pub(super) const DEFAULT: PolynomialDecay =
        PolynomialDecay { initial: f32::NAN, decay_steps: f32::NAN, end: 0.0001, power: 1.0, cycle: false };

    pub(super) fn entry() -> Entry {
        Entry::new("polynomial_decay", "(initial - end) * (1 - min(i, decay_steps) / decay_steps)^power + end")
    }

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("initial_learning_rate", Range::Positive, &mut self.initial).required(),
            Setting::single("decay_steps", Range::Positive, &mut self.decay_steps).required().counting(),
            Setting::single("end_learning_rate", Range::NotNegative, &mut self.end),
            Setting::single("power", Range::NotNegative, &mut self.power),
            Setting::flag("cycle", &mut self.cycle),
        ]
    }

    pub(super) fn at(self, step: f32) -> f32 {
        let PolynomialDecay { initial, decay_steps, end, power, cycle } = self;
        let (step, steps) = match () {
            () if !cycle => (step.min(decay_steps), decay_steps),
            () if step == 0.0 => (step, decay_steps),
            () => (step, decay_steps * (step / decay_steps).ceil()),
        };
        (initial - end) * glassnet_kernels::power(1.0 - step / steps, power) + end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_starts_again_from_the_rate_that_twice_the_steps_have_there() {
        let decay =
            |cycle| PolynomialDecay { initial: 1.0, decay_steps: 4.0, end: 0.5, cycle, ..PolynomialDecay::DEFAULT };
        assert_eq!([0.0, 2.0, 4.0, 6.0, 9.0].map(|step| decay(false).at(step)), [1.0, 0.75, 0.5, 0.5, 0.5]);
        assert_eq!([0.0, 2.0, 4.0, 6.0, 9.0].map(|step| decay(true).at(step)), [1.0, 0.75, 0.5, 0.625, 0.625]);
    }

    #[test]
    fn the_power_bends_the_line() {
        let decay = PolynomialDecay { initial: 1.0, decay_steps: 4.0, end: 0.0, power: 2.0, cycle: false };
        assert_eq!([0.0, 1.0, 2.0, 4.0].map(|step| decay.at(step)), [1.0, 0.5625, 0.25, 0.0]);
    }
}
