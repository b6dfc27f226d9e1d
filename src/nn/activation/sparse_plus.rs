//! Sparse plus: a relu with a parabola for its corner.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Sparse plus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SparsePlus;

impl<T: Scalar> ActivationFunction<T> for SparsePlus {
    fn entry(&self) -> Entry {
        Entry::new("sparse_plus", "z <= -1 ? 0 : z < 1 ? (z + 1)^2 / 4 : z")
    }

    fn value(&self, z: T) -> T {
        let one = T::one();
        if z <= -one {
            T::zero()
        } else if z < one {
            T::of(0.25) * ((z + one) * (z + one))
        } else {
            z
        }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let one = T::one();
        let slope = if z <= -one {
            T::zero()
        } else if z < one {
            T::of(0.5) * (z + one)
        } else {
            one
        };
        // TensorFlow differentiates the parabola everywhere and takes it times 0: NaN where that overflows.
        Some(slope + T::zero() * z)
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), None)
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }

    fn is_zero_below(&self) -> bool {
        true
    }
}
