//! Sparse sigmoid: a straight line between 0 and 1.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Slope 0 at both corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SparseSigmoid;

impl<T: Scalar> ActivationFunction<T> for SparseSigmoid {
    fn entry(&self) -> Entry {
        Entry::new("sparse_sigmoid", "min(max((z + 1) / 2, 0), 1)")
    }

    fn value(&self, z: T) -> T {
        if z <= -T::one() {
            T::zero()
        } else if z >= T::one() {
            T::one()
        } else {
            T::of(0.5) * (z + T::one())
        }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z <= -T::one() || z >= T::one() { T::zero() } else { T::of(0.5) })
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(0.5)
    }
}
