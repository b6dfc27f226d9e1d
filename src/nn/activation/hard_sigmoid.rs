//! Hard sigmoid: the sigmoid in three straight pieces.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Slope 0 at both corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct HardSigmoid;

impl<T: Scalar> ActivationFunction<T> for HardSigmoid {
    fn entry(&self) -> Entry {
        Entry::new("hard_sigmoid", "min(max(z + 3, 0), 6) / 6")
    }

    fn value(&self, z: T) -> T {
        (z + T::of(3.0)).largest(T::zero()).smallest(T::of(6.0)) / T::of(6.0)
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z > T::of(-3.0) && z < T::of(3.0) { T::one() / T::of(6.0) } else { T::zero() })
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0 / 6.0)
    }
}
