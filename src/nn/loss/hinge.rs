//! Hinge loss. Source: <https://keras.io/api/losses/hinge_losses/>.

use super::row::Row;
use super::{Entry, LossFunction, Scalar, Targets};

/// Hinge loss, of signs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hinge;

/// The target as -1 or 1.
pub(super) fn sign<T: Scalar>(row: Row<T>, target: T) -> T {
    if row.mode.zero_one { T::of(2.0) * target - T::one() } else { target }
}

impl<T: Scalar> LossFunction<T> for Hinge {
    fn entry(&self) -> Entry {
        Entry::new("hinge", "mean(max(0, 1 - t * p))")
    }

    fn targets(&self) -> Targets {
        Targets::Signs
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| (T::one() - sign(row, t) * p).largest(T::zero()))
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| {
            let t = sign(row, t);
            if 1.0 - t * p >= 0.0 { -t } else { 0.0 }
        });
    }
}
