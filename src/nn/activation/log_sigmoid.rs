//! Logarithm of the sigmoid.

use super::softplus::softplus;
use super::{ActivationFunction, Bounds, Entry, Scalar, sigmoid};

/// `ln σ(z)`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LogSigmoid;

impl<T: Scalar> ActivationFunction<T> for LogSigmoid {
    fn entry(&self) -> Entry {
        Entry::new("log_sigmoid", "-ln(1 + exp(-z))")
    }

    fn value(&self, z: T) -> T {
        -softplus(-z)
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(sigmoid(-z))
    }

    fn bounds(&self) -> Bounds {
        (None, Some(0.0))
    }
}
