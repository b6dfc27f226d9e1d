//! Mish.

use super::softplus::softplus;
use super::{ActivationFunction, Bounds, Entry, Scalar, sigmoid};

/// Mish.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mish;

impl<T: Scalar> ActivationFunction<T> for Mish {
    fn entry(&self) -> Entry {
        Entry::new("mish", "z * tanh(softplus(z))")
    }

    fn value(&self, z: T) -> T {
        z * softplus(z).tanh()
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let squashed = softplus(z).tanh();
        Some(squashed + z * ((T::one() - squashed * squashed) * sigmoid(z)))
    }

    fn bounds(&self) -> Bounds {
        (Some(-0.3089), None)
    }
}
