//! Hard tanh: the hyperbolic tangent in three straight pieces.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// Slope 1 at both corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct HardTanh;

impl<T: Scalar> ActivationFunction<T> for HardTanh {
    fn entry(&self) -> Entry {
        Entry::new("hard_tanh", "min(max(z, -1), 1)")
    }

    fn value(&self, z: T) -> T {
        z.largest(-T::one()).smallest(T::one())
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z >= -T::one() && z <= T::one() { T::one() } else { T::zero() })
    }

    fn bounds(&self) -> Bounds {
        (Some(-1.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }
}
