//! Relu that ends at 6.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Slope 0 at both corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Relu6;

impl<T: Scalar> ActivationFunction<T> for Relu6 {
    fn entry(&self) -> Entry {
        Entry::new("relu6", "min(max(z, 0), 6)")
    }

    fn value(&self, z: T) -> T {
        z.largest(T::zero()).smallest(T::of(6.0))
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z > T::zero() && z < T::of(6.0) { T::one() } else { T::zero() })
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), Some(6.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }

    fn is_zero_below(&self) -> bool {
        true
    }
}
