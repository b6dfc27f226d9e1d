//! Cross-entropies of logits.

use super::Scalar;
use super::activation::softplus::softplus;
use super::loss_row::{class_of, smooth, sum_of};

/// A cross-entropy, which can be computed from logits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Crossentropy {
    Binary { label_smoothing: f32 },
    Categorical { label_smoothing: f32 },
    Sparse,
}

impl Crossentropy {
    /// The loss of a row of logits, stable wherever they lie.
    pub(super) fn of_logits<T: Scalar>(self, targets: &[T], logits: &[T]) -> T {
        let count = T::of(logits.len() as f64);
        let target = |unit: usize| self.target(targets, unit, logits.len());
        if let Crossentropy::Binary { .. } = self {
            let term = |unit: usize| softplus(logits[unit]) - logits[unit] * target(unit);
            return sum_of((0..logits.len()).map(term)) / count;
        }
        let largest = logits.iter().fold(logits[0], |largest, &z| largest.largest(z));
        let log_sum = sum_of(logits.iter().map(|&z| (z - largest).exp())).ln();
        let log_share = |unit: usize| logits[unit] - largest - log_sum;
        if self == Crossentropy::Sparse {
            // The others do not count, not even where 0 times them would be NaN.
            return -log_share(class_of(targets[0]));
        }
        -sum_of((0..logits.len()).map(|unit| target(unit) * log_share(unit)))
    }

    /// The smoothed target of one of `count` outputs, whether targets are given one by one or by class.
    pub(super) fn target<T: Scalar>(self, targets: &[T], unit: usize, count: usize) -> T {
        match self {
            Crossentropy::Binary { label_smoothing } => smooth(targets[unit], label_smoothing, T::of(0.5)),
            Crossentropy::Categorical { label_smoothing } => {
                smooth(targets[unit], label_smoothing, T::one() / T::of(count as f64))
            }
            Crossentropy::Sparse => {
                if class_of(targets[0]) == unit {
                    T::one()
                } else {
                    T::zero()
                }
            }
        }
    }
}
