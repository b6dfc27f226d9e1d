//! Tanh shrink.

use super::{ActivationFunction, Entry, Scalar};

/// Tanh shrink.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TanhShrink;

impl<T: Scalar> ActivationFunction<T> for TanhShrink {
    fn entry(&self) -> Entry {
        Entry::new("tanh_shrink", "z - tanh(z)")
    }

    fn value(&self, z: T) -> T {
        z - z.tanh()
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let squashed = z.tanh();
        Some(squashed * squashed)
    }
}
