//! Mean absolute error. Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::Row;
use super::{Entry, LossFunction, Scalar, Targets};

/// Mean absolute error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeanAbsoluteError;

impl<T: Scalar> LossFunction<T> for MeanAbsoluteError {
    fn entry(&self) -> Entry {
        Entry::new("mean_absolute_error", "mean(|p - t|)").common().aliases(&["mae", "MAE"])
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| (p - t).abs())
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| (p - t).sign());
    }
}
