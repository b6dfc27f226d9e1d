//! Mean absolute percentage error. Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::{EPSILON, Row};
use super::{Entry, LossFunction, Scalar, Targets};

/// Mean absolute percentage error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeanAbsolutePercentageError;

impl<T: Scalar> LossFunction<T> for MeanAbsolutePercentageError {
    fn entry(&self) -> Entry {
        Entry::new("mean_absolute_percentage_error", "100 * mean(|p - t| / max(|t|, 1e-7))").aliases(&["mape", "MAPE"])
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| T::of(100.0) * (p - t).abs() / t.abs().largest(T::of(EPSILON)))
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| 100.0 * (p - t).sign() / t.abs().largest(f32::of(EPSILON)));
    }
}
