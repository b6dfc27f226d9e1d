//! Hyperbolic tangent.

use super::{ActivationFunction, Bounds, Builtin, Entry, Kind, Scalar};

/// The hyperbolic tangent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tanh;

impl<T: Scalar> ActivationFunction<T> for Tanh {
    fn entry(&self) -> Entry {
        Entry::new("tanh", "tanh(z)").common()
    }

    fn value(&self, z: T) -> T {
        z.tanh()
    }

    fn derivative(&self, _z: T, output: T) -> Option<T> {
        Some(T::one() - output * output)
    }

    fn bounds(&self) -> Bounds {
        (Some(-1.0), Some(1.0))
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }

    fn kind(&self) -> Kind {
        Kind::Builtin(Builtin::Tanh)
    }
}
