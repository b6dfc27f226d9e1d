//! Hard shrink: what is small becomes 0.

use super::{ActivationFunction, Entry, Range, Scalar, Setting};

/// Hard shrink. NaN is not above the threshold, and becomes 0, as in Keras.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HardShrink {
    /// The largest size that becomes 0. Defaults to 0.5.
    pub threshold: f32,
}

impl HardShrink {
    pub(super) const DEFAULT: HardShrink = HardShrink { threshold: 0.5 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("threshold", Range::Finite, &mut self.threshold)]
    }
}

impl<T: Scalar> ActivationFunction<T> for HardShrink {
    fn entry(&self) -> Entry {
        Entry::new("hard_shrink", "|z| > threshold ? z : 0")
    }

    fn value(&self, z: T) -> T {
        if z.abs() > T::from(self.threshold) { z } else { T::zero() }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z.abs() > T::from(self.threshold) { T::one() } else { T::zero() })
    }
}
