//! Poisson loss: of counts, whose mean is predicted. Source: <https://keras.io/api/losses/probabilistic_losses/>.

use super::row::{EPSILON, Row};
use super::{Entry, LossFunction, Scalar, Targets};

/// Poisson loss: of counts, whose mean is predicted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Poisson;

impl<T: Scalar> LossFunction<T> for Poisson {
    fn entry(&self) -> Entry {
        Entry::new("poisson", "mean(p - t * ln(p + 1e-7))")
    }

    fn targets(&self) -> Targets {
        Targets::Counts
    }

    fn value(&self, row: Row<T>) -> T {
        row.mean(|p, t| p - t * (p + T::of(EPSILON)).ln())
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| 1.0 - t / (p + f32::of(EPSILON)));
    }
}
