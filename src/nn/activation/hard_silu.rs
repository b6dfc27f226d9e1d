//! Hard SiLU, also called hard swish: SiLU with a hard sigmoid.

use super::{ActivationFunction, Bounds, Entry, HardSigmoid, Scalar};

/// Hard SiLU; its slopes at the corners are those of the hard sigmoid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct HardSilu;

impl<T: Scalar> ActivationFunction<T> for HardSilu {
    fn entry(&self) -> Entry {
        Entry::new("hard_silu", "z * hard_sigmoid(z)").aliases(&["hard_swish"])
    }

    fn value(&self, z: T) -> T {
        z * HardSigmoid.value(z)
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(HardSigmoid.value(z) + z * HardSigmoid.derivative(z, T::zero())?)
    }

    fn bounds(&self) -> Bounds {
        (Some(-0.375), None)
    }
}
