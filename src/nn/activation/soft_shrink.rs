//! Soft shrink: everything comes nearer to 0, and what is small becomes 0.

use super::{ActivationFunction, Entry, Range, Scalar, Setting};

/// Soft shrink. NaN becomes 0, as in Keras.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SoftShrink {
    /// By how much the output is nearer to 0. Defaults to 0.5.
    pub threshold: f32,
}

impl SoftShrink {
    pub(super) const DEFAULT: SoftShrink = SoftShrink { threshold: 0.5 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("threshold", Range::Finite, &mut self.threshold)]
    }
}

impl<T: Scalar> ActivationFunction<T> for SoftShrink {
    fn entry(&self) -> Entry {
        Entry::new("soft_shrink", "z > threshold ? z - threshold : z < -threshold ? z + threshold : 0")
    }

    fn value(&self, z: T) -> T {
        let threshold = T::from(self.threshold);
        if z > threshold {
            z - threshold
        } else if z < -threshold {
            z + threshold
        } else {
            T::zero()
        }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let threshold = T::from(self.threshold);
        Some(if z > threshold || z < -threshold { T::one() } else { T::zero() })
    }
}
