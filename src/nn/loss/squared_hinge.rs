//! Squared hinge loss. Source: <https://keras.io/api/losses/hinge_losses/>.

use super::hinge::sign;
use super::row::Row;
use super::{Entry, LossFunction, Scalar, Targets};

/// Squared hinge loss, of signs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SquaredHinge;

impl<T: Scalar> LossFunction<T> for SquaredHinge {
    fn entry(&self) -> Entry {
        Entry::new("squared_hinge", "mean(max(0, 1 - t * p)^2)").api_only()
    }

    fn targets(&self) -> Targets {
        Targets::Signs
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| {
            let margin = (T::one() - sign(row, t) * p).largest(T::zero());
            margin * margin
        })
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| {
            let t = sign(row, t);
            let margin = 1.0 - t * p;
            if margin >= 0.0 { 2.0 * margin * -t } else { 0.0 }
        });
    }
}
