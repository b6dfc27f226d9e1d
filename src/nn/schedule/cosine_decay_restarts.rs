//! Cosine decay with restarts. Source: <https://keras.io/api/optimizers/learning_rate_schedules/cosine_decay_restarts/>.

use super::{Entry, Range, Setting, half_turn};

/// Cosine decay with restarts: at each restart the rate is back at `m_mul` times its former height, and the next decay takes
/// `t_mul` times as long.
///
/// `(1 - alpha) · m_mul^k (1 + cos(π part)) / 2 + alpha` times the initial rate, where `k` counts the restarts and `part` is
/// the share of the current decay that is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CosineDecayRestarts {
    /// The rate at iteration 0.
    pub initial: f32,
    /// After how many iterations it restarts first.
    pub first_decay_steps: f32,
    /// How many times as long each decay is as the one before, 1 or more. Defaults to 2.
    pub t_mul: f32,
    /// How many times as high each restart is as the one before. Defaults to 1.
    pub m_mul: f32,
    /// The share of the rate that is left. Defaults to 0.
    pub alpha: f32,
}

impl CosineDecayRestarts {
    /// With Keras's settings; NaN stands for what has no default.
    pub(super) const DEFAULT: CosineDecayRestarts =
        CosineDecayRestarts { initial: f32::NAN, first_decay_steps: f32::NAN, t_mul: 2.0, m_mul: 1.0, alpha: 0.0 };

    pub(super) fn entry() -> Entry {
        Entry::new("cosine_decay_restarts", "initial * ((1 - alpha) * m_mul^k * (1 + cos(pi * part)) / 2 + alpha)")
    }

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("initial_learning_rate", Range::Positive, &mut self.initial).required(),
            Setting::single("first_decay_steps", Range::Positive, &mut self.first_decay_steps).required().counting(),
            Setting::single("t_mul", Range::OneOrMore, &mut self.t_mul),
            Setting::single("m_mul", Range::Positive, &mut self.m_mul),
            Setting::single("alpha", Range::Finite, &mut self.alpha),
        ]
    }

    pub(super) fn at(self, step: f32) -> f32 {
        let CosineDecayRestarts { initial, t_mul, m_mul, alpha, .. } = self;
        let over = step / self.first_decay_steps;
        let (restarts, part) = if t_mul == 1.0 {
            (over.floor(), over - over.floor())
        } else {
            let restarts = (libm::logf(1.0 - over * (1.0 - t_mul)) / libm::logf(t_mul)).floor();
            let length = glassnet_kernels::power(t_mul, restarts);
            (restarts, (over - (1.0 - length) / (1.0 - t_mul)) / length)
        };
        let decayed = 0.5 * glassnet_kernels::power(m_mul, restarts) * (1.0 + half_turn(part));
        initial * ((1.0 - alpha) * decayed + alpha)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_decay_takes_longer_and_begins_lower() {
        let schedule =
            CosineDecayRestarts { initial: 1.0, first_decay_steps: 4.0, m_mul: 0.5, ..CosineDecayRestarts::DEFAULT };
        let rates = [0.0, 2.0, 4.0, 8.0, 12.0, 20.0, 28.0].map(|step| schedule.at(step));
        let expected = [1.0, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125];
        assert!(rates.iter().zip(expected).all(|(rate, expected)| (rate - expected).abs() < 1e-6), "{rates:?}");
    }

    #[test]
    fn decays_of_one_length_restart_at_its_multiples() {
        let schedule =
            CosineDecayRestarts { initial: 1.0, first_decay_steps: 4.0, t_mul: 1.0, ..CosineDecayRestarts::DEFAULT };
        let rates = [0.0, 2.0, 4.0, 6.0, 8.0, 10.0].map(|step| schedule.at(step));
        let expected = [1.0, 0.5, 1.0, 0.5, 1.0, 0.5];
        assert!(rates.iter().zip(expected).all(|(rate, expected)| (rate - expected).abs() < 1e-6), "{rates:?}");
    }
}
