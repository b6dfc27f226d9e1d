//! Mean squared logarithmic error. Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::{EPSILON, Row};
use super::{Entry, LossFunction, Scalar, Targets};

/// Mean squared logarithmic error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MeanSquaredLogarithmicError;

fn log<T: Scalar>(value: T) -> T {
    value.largest(T::of(EPSILON)).ln_1p()
}

impl<T: Scalar> LossFunction<T> for MeanSquaredLogarithmicError {
    fn entry(&self) -> Entry {
        Entry::new("mean_squared_logarithmic_error", "mean((ln(1 + p) - ln(1 + t))^2)").aliases(&["msle", "MSLE"])
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| {
            let difference = log(p) - log(t);
            difference * difference
        })
    }

    /// Nothing where the prediction is clipped, as NaN is too.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| if p >= f32::of(EPSILON) { 2.0 * (log(p) - log(t)) / (1.0 + p) } else { 0.0 });
    }
}
