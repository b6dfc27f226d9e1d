//! Linear: the activation of a layer for which none is set.

use super::{ActivationFunction, Entry, Kind, Scalar};

/// The identity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Linear;

impl<T: Scalar> ActivationFunction<T> for Linear {
    fn entry(&self) -> Entry {
        Entry::new("linear", "z").common()
    }

    fn value(&self, z: T) -> T {
        z
    }

    fn derivative(&self, _z: T, _output: T) -> Option<T> {
        Some(T::one())
    }

    fn apply(&self, _units: usize, pre_activations: &[T], outputs: &mut [T]) {
        outputs.copy_from_slice(pre_activations);
    }

    fn kind(&self) -> Kind {
        Kind::Linear
    }
}
