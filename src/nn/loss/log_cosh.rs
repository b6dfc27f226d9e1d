//! Logarithm of the hyperbolic cosine: a square near the target, a line far from it.
//! Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::Row;
use super::{Entry, LossFunction, Scalar, Targets, softplus};

/// Logarithm of the hyperbolic cosine: a square near the target, a line far from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LogCosh;

impl<T: Scalar> LossFunction<T> for LogCosh {
    fn entry(&self) -> Entry {
        Entry::new("log_cosh", "mean(ln(cosh(p - t)))")
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| (p - t) + softplus(-T::of(2.0) * (p - t)) - T::of(std::f64::consts::LN_2))
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| Scalar::tanh(p - t));
    }
}
