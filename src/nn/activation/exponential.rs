//! Exponential.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// `e^z`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Exponential;

impl<T: Scalar> ActivationFunction<T> for Exponential {
    fn entry(&self) -> Entry {
        Entry::new("exponential", "exp(z)")
    }

    fn value(&self, z: T) -> T {
        z.exp()
    }

    fn derivative(&self, _z: T, output: T) -> Option<T> {
        Some(output)
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), None)
    }
}
