//! Constraints: where weights are put back to after each update.

use super::axis::Axis;
use super::names::{Entry, Named, find};
use super::setting::{Range, Setting};
use crate::Error;
use std::str::FromStr;

/// Constraint of a kernel or bias, applied to it after each update; the initial weights are left as they are.
///
/// `n` is the norm `√(Σ w²)` of the weights of a unit, of a bias that of the whole bias; a kernel may have it of each input
/// instead, or of all weights: see [`Axis`].
/// Source: <https://keras.io/api/layers/constraints/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// Weights whose norm is longer than `max_value` are shortened to it.
    MaxNorm {
        /// Defaults to 2.
        max_value: f32,
        /// Which weights have a norm. Defaults to those of a unit.
        axis: Axis,
    },
    /// Weights get the norm `rate · clip(n, min_value, max_value) + (1 - rate) · n`
    MinMaxNorm {
        /// Defaults to 0.
        min_value: f32,
        /// Defaults to 1.
        max_value: f32,
        /// How much of the way they go with each update. Defaults to 1, all of it.
        rate: f32,
        /// Which weights have a norm. Defaults to those of a unit.
        axis: Axis,
    },
    /// A weight below 0 becomes 0.
    NonNeg,
    /// Weights get the norm 1.
    UnitNorm {
        /// Which weights have a norm. Defaults to those of a unit.
        axis: Axis,
    },
}

/// Keras's `epsilon()`, which keeps weights of 0 from being divided by 0.
const EPSILON: f32 = 1e-7;

impl Constraint {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: &'static [Constraint] = &[
        Constraint::MaxNorm { max_value: 2.0, axis: Axis::Inputs },
        Constraint::MinMaxNorm { min_value: 0.0, max_value: 1.0, rate: 1.0, axis: Axis::Inputs },
        Constraint::NonNeg,
        Constraint::UnitNorm { axis: Axis::Inputs },
    ];

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Applies it to a kernel `[inputs, units]`, row by row, or with one unit to a bias.
    pub fn apply(self, units: usize, weights: &mut [f32]) {
        match self {
            // Not std's `max`, which would hide a NaN.
            Constraint::NonNeg => weights.iter_mut().filter(|w| **w < 0.0).for_each(|w| *w = 0.0),
            Constraint::MaxNorm { max_value, axis } => {
                scale(axis, units, weights, |norm| norm.min(max_value) / (EPSILON + norm));
            }
            Constraint::UnitNorm { axis } => scale(axis, units, weights, |norm| 1.0 / (EPSILON + norm)),
            Constraint::MinMaxNorm { min_value, max_value, rate, axis } => scale(axis, units, weights, |norm| {
                (rate * norm.max(min_value).min(max_value) + (1.0 - rate) * norm) / (EPSILON + norm)
            }),
        }
    }

    /// Rejects an axis that a bias does not have.
    pub(super) fn check_for_bias(self) -> Result<(), Error> {
        let (Constraint::MaxNorm { axis, .. } | Constraint::MinMaxNorm { axis, .. } | Constraint::UnitNorm { axis }) =
            self
        else {
            return Ok(());
        };
        if axis == Axis::Inputs {
            return Ok(());
        }
        Err(Error::out_of_range("biasConstraint.axis", "0, as a bias has no other", axis.text()))
    }
}

/// Multiplies the weights that have a norm together by what follows from it.
fn scale(axis: Axis, units: usize, weights: &mut [f32], factor: impl Fn(f32) -> f32) {
    // Groups of so many weights, in each of which so many have a norm of their own.
    let (length, norms) = match axis {
        Axis::Inputs => (weights.len(), units),
        Axis::Units => (units, 1),
        Axis::Both => (weights.len(), 1),
    };
    for weights in weights.chunks_exact_mut(length.max(1)) {
        for first in 0..norms {
            let places = || (first..weights.len()).step_by(norms);
            let squares: f32 = places().map(|at| weights[at] * weights[at]).sum();
            let factor = factor(squares.sqrt());
            places().for_each(|at| weights[at] *= factor);
        }
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
            Constraint::UnitNorm { .. } => Entry::new("unit_norm", "w / n"),
        }
    }

    fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            Constraint::MaxNorm { max_value, axis } => {
                vec![Setting::single("max_value", Range::NotNegative, max_value), Setting::axis(axis)]
            }
            Constraint::MinMaxNorm { min_value, max_value, rate, axis } => vec![
                Setting::single("min_value", Range::NotNegative, min_value),
                Setting::single("max_value", Range::NotNegative, max_value),
                Setting::single("rate", Range::Share, rate),
                Setting::axis(axis),
            ],
            Constraint::UnitNorm { axis } => vec![Setting::axis(axis)],
            Constraint::NonNeg => Vec::new(),
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
        let longest = |max_value| Constraint::MaxNorm { max_value, axis: Axis::Inputs };
        assert_eq!(after(longest(2.0), 2, &kernel), [1.2, 0.6, 1.6, 0.8]);
        assert_eq!(after(Constraint::UnitNorm { axis: Axis::Inputs }, 2, &kernel), [0.6, 0.6, 0.8, 0.8]);
        // As a bias they have one norm.
        assert_eq!(after(longest(1.0), 1, &[3.0, 0.0, -4.0]), [0.6, 0.0, -0.8]);
    }

    #[test]
    fn a_norm_is_that_of_an_inputs_weights_along_axis_1_and_that_of_the_kernel_along_both() {
        // Input 0 has the weights 3 and 4, input 1 the weights 0 and 12.
        let kernel = [3.0, 4.0, 0.0, 12.0];
        assert_eq!(after(Constraint::UnitNorm { axis: Axis::Units }, 2, &kernel), [0.6, 0.8, 0.0, 1.0]);
        // The whole has the norm 13.
        assert_eq!(after(Constraint::MaxNorm { max_value: 1.3, axis: Axis::Both }, 2, &kernel), [0.3, 0.4, 0.0, 1.2]);
        let error = Constraint::UnitNorm { axis: Axis::Both }.check_for_bias().unwrap_err();
        assert_eq!(error.to_string(), "biasConstraint.axis: expected 0, as a bias has no other, received [0, 1]");
    }

    #[test]
    fn norms_move_a_part_of_the_way_into_their_range() {
        let constraint = |rate| Constraint::MinMaxNorm { min_value: 2.0, max_value: 4.0, rate, axis: Axis::Inputs };
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
