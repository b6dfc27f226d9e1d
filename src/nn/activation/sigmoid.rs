//! Sigmoid, the logistic function.

use super::{ActivationFunction, Bounds, Builtin, Entry, Kind, Scalar, sigmoid};

/// The logistic function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sigmoid;

impl<T: Scalar> ActivationFunction<T> for Sigmoid {
    fn entry(&self) -> Entry {
        Entry::new("sigmoid", "1 / (1 + exp(-z))").common()
    }

    fn value(&self, z: T) -> T {
        sigmoid(z)
    }

    fn derivative(&self, _z: T, output: T) -> Option<T> {
        Some(output * (T::one() - output))
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(0.25)
    }

    fn kind(&self) -> Kind {
        Kind::Builtin(Builtin::Sigmoid)
    }
}
