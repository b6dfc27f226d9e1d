//! Softsign.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Softsign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Softsign;

impl<T: Scalar> ActivationFunction<T> for Softsign {
    fn entry(&self) -> Entry {
        Entry::new("softsign", "z / (1 + |z|)")
    }

    fn value(&self, z: T) -> T {
        z / (T::one() + z.abs())
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(T::one() / ((T::one() + z.abs()) * (T::one() + z.abs())))
    }

    fn bounds(&self) -> Bounds {
        (Some(-1.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }
}
