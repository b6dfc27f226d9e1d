//! Softplus: a smooth relu.

use super::{ActivationFunction, Bounds, Entry, Scalar, sigmoid};

/// `ln(1 + e^z)`, without overflow.
pub(in crate::nn) fn softplus<T: Scalar>(z: T) -> T {
    z.largest(T::zero()) + (-z.abs()).exp().ln_1p()
}

/// Softplus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Softplus;

impl<T: Scalar> ActivationFunction<T> for Softplus {
    fn entry(&self) -> Entry {
        Entry::new("softplus", "ln(1 + exp(z))")
    }

    fn value(&self, z: T) -> T {
        softplus(z)
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(sigmoid(z))
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), None)
    }
}
