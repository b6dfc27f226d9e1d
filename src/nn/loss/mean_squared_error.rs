//! Mean squared error. Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::Row;
use super::{Entry, LossFunction, Scalar, Targets};

/// Mean squared error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeanSquaredError;

impl<T: Scalar> LossFunction<T> for MeanSquaredError {
    fn entry(&self) -> Entry {
        Entry::new("mean_squared_error", "mean((p - t)^2)").common().aliases(&["mse", "MSE"])
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| (p - t) * (p - t))
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| 2.0 * (p - t));
    }
}
