//! Constraints: where weights are put back to after each update.

use super::names::{Entry, Named, find};
use super::setting::{Range, Setting};
use crate::Error;
use std::str::FromStr;

/// Constraint of a kernel or bias, applied to it after each update; the initial weights are left as they are.
///
/// `n` is the norm `√(Σ w²)` of the weights of a unit, of a bias that of the whole bias: Keras's `axis=0`.
/// Source: <https://keras.io/api/layers/constraints/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// Weights whose norm is longer than `max_value` are shortened to it.
    MaxNorm {
        /// Defaults to 2.
        max_value: f32,
    },
    /// Weights get the norm `rate · clip(n, min_value, max_value) + (1 - rate) · n`
    MinMaxNorm {
        /// Defaults to 0.
        min_value: f32,
        /// Defaults to 1.
        max_value: f32,
        /// How much of the way they go with each update. Defaults to 1, all of it.
        rate: f32,
    },
    /// A weight below 0 becomes 0.
    NonNeg,
    /// Weights get the norm 1.
    UnitNorm,
}

/// Keras's `epsilon()`, which keeps weights of 0 from being divided by 0.
const EPSILON: f32 = 1e-7;

impl Constraint {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: &'static [Constraint] = &[
        Constraint::MaxNorm { max_value: 2.0 },
        Constraint::MinMaxNorm { min_value: 0.0, max_value: 1.0, rate: 1.0 },
        Constraint::NonNeg,
        Constraint::UnitNorm,
    ];

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Applies it to a kernel `[inputs, units]`, row by row, or with one unit to a bias.
    pub(super) fn apply(self, units: usize, weights: &mut [f32]) {
        match self {
            // Not std's `max`, which would hide a NaN.
            Constraint::NonNeg => weights.iter_mut().filter(|w| **w < 0.0).for_each(|w| *w = 0.0),
            Constraint::MaxNorm { max_value } => scale(units, weights, |norm| norm.min(max_value) / (EPSILON + norm)),
            Constraint::UnitNorm => scale(units, weights, |norm| 1.0 / (EPSILON + norm)),
            Constraint::MinMaxNorm { min_value, max_value, rate } => scale(units, weights, |norm| {
                (rate * norm.max(min_value).min(max_value) + (1.0 - rate) * norm) / (EPSILON + norm)
            }),
        }
    }
}

/// Multiplies the weights of each unit by what follows from their norm.
fn scale(units: usize, weights: &mut [f32], factor: impl Fn(f32) -> f32) {
    for unit in 0..units {
        let of_unit = || weights.iter().skip(unit).step_by(units);
        let factor = factor(of_unit().map(|w| w * w).sum::<f32>().sqrt());
        weights.iter_mut().skip(unit).step_by(units).for_each(|w| *w *= factor);
    }
}

impl Named for Constraint {
    const KIND: &'static str = "constraint";
    const KNOWN: &'static [Self] = Constraint::ALL;

    fn entry(&self) -> Entry {
        match self {
            Constraint::MaxNorm { .. } => Entry::new("max_norm", "w * min(n, max_value) / n"),
            Constraint::MinMaxNorm { .. } => {
                Entry::new("min_max_norm", "w * (rate * clip(n, min_value, max_value) + (1 - rate) * n) / n")
            }
            Constraint::NonNeg => Entry::new("non_neg", "max(w, 0)"),
            Constraint::UnitNorm => Entry::new("unit_norm", "w / n"),
        }
    }

    fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            Constraint::MaxNorm { max_value } => vec![Setting::single("max_value", Range::NotNegative, max_value)],
            Constraint::MinMaxNorm { min_value, max_value, rate } => vec![
                Setting::single("min_value", Range::NotNegative, min_value),
                Setting::single("max_value", Range::NotNegative, max_value),
                Setting::single("rate", Range::Share, rate),
            ],
            Constraint::NonNeg | Constraint::UnitNorm => Vec::new(),
        }
    }
}

impl FromStr for Constraint {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(constraint: Constraint, units: usize, weights: &[f32]) -> Vec<f32> {
        let mut weights = weights.to_vec();
        constraint.apply(units, &mut weights);
        weights.iter().map(|w| (w * 1e5).round() / 1e5).collect()
    }

    #[test]
    fn the_weights_of_each_unit_are_shortened_to_the_longest_norm() {
        // Unit 0 has the weights 3 and 4, unit 1 the weights 0.6 and 0.8.
        let kernel = [3.0, 0.6, 4.0, 0.8];
        assert_eq!(after(Constraint::MaxNorm { max_value: 2.0 }, 2, &kernel), [1.2, 0.6, 1.6, 0.8]);
        assert_eq!(after(Constraint::UnitNorm, 2, &kernel), [0.6, 0.6, 0.8, 0.8]);
        // As a bias they have one norm.
        assert_eq!(after(Constraint::MaxNorm { max_value: 1.0 }, 1, &[3.0, 0.0, -4.0]), [0.6, 0.0, -0.8]);
    }

    #[test]
    fn norms_move_a_part_of_the_way_into_their_range() {
        let constraint = |rate| Constraint::MinMaxNorm { min_value: 2.0, max_value: 4.0, rate };
        let kernel = [3.0, 0.6, 4.0, 0.8];
        assert_eq!(after(constraint(1.0), 2, &kernel), [2.4, 1.2, 3.2, 1.6]);
        assert_eq!(after(constraint(0.5), 2, &kernel), [2.7, 0.9, 3.6, 1.2]);
        assert_eq!(after(constraint(1.0), 1, &[0.0, 0.0]), [0.0, 0.0], "0 has no direction");
    }

    #[test]
    fn weights_below_0_become_0_and_nan_stays() {
        let mut weights = [-1.0, 0.5, f32::NAN, -0.0];
        Constraint::NonNeg.apply(2, &mut weights);
        assert_eq!(weights[..2], [0.0, 0.5]);
        assert!(weights[2].is_nan() && weights[3] == 0.0);
    }
}
