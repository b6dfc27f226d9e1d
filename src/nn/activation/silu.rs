//! Sigmoid linear unit, also called swish.

use super::{ActivationFunction, Bounds, Entry, Scalar, sigmoid};

/// SiLU.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Silu;

impl<T: Scalar> ActivationFunction<T> for Silu {
    fn entry(&self) -> Entry {
        Entry::new("silu", "z * sigmoid(z)").aliases(&["swish"])
    }

    fn value(&self, z: T) -> T {
        z * sigmoid(z)
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(sigmoid(z) * (T::one() + z * (T::one() - sigmoid(z))))
    }

    fn bounds(&self) -> Bounds {
        (Some(-0.2785), None)
    }
}
