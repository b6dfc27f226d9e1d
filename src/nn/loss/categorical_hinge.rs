//! Categorical hinge loss. Source: <https://keras.io/api/losses/hinge_losses/>.

use super::row::{Row, sum_of};
use super::{Entry, LossFunction, Scalar, Targets};
use std::cmp::Ordering;

/// Categorical hinge loss, of one-hot targets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CategoricalHinge;

/// The output of a class that is not the target's: `(1 - t) p`.
fn other<T: Scalar>(p: T, t: T) -> T {
    (T::one() - t) * p
}

/// The largest of those.
fn largest_other<T: Scalar>(row: Row<T>) -> T {
    let others = row.predictions.iter().zip(row.targets).map(|(&p, &t)| other(p, t));
    let larger = |most: T, next: T| match most.partial_cmp(&next) {
        Some(Ordering::Less) => next,
        Some(Ordering::Equal | Ordering::Greater) => most,
        None => most + next,
    };
    others.reduce(larger).unwrap_or_else(T::zero)
}

/// By how much the largest wrong output comes too near to the right one.
fn margin<T: Scalar>(row: Row<T>) -> T {
    let right = sum_of(row.predictions.iter().zip(row.targets).map(|(&p, &t)| t * p));
    largest_other(row) - right + T::one()
}

impl<T: Scalar> LossFunction<T> for CategoricalHinge {
    fn entry(&self) -> Entry {
        Entry::new("categorical_hinge", "max(0, max((1 - t) * p) - sum(t * p) + 1)").api_only()
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn value(&self, row: Row<T>) -> T {
        margin(row).largest(T::zero())
    }

    /// Outputs that are the largest together share its slope, NaN where none is the largest.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        let slope = if margin(row) >= 0.0 { 1.0 } else { 0.0 };
        let largest = largest_other(row);
        let pairs = || row.predictions.iter().zip(row.targets);
        let is_largest = |p: f32, t: f32| f32::from(u8::from(other(p, t) == largest));
        let count: f32 = pairs().map(|(&p, &t)| is_largest(p, t)).sum();
        for (gradient, (&p, &t)) in gradient.iter_mut().zip(pairs()) {
            *gradient = slope * (is_largest(p, t) / count * (1.0 - t) - t);
        }
    }
}
