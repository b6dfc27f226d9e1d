//! Threshold: what is small becomes another value.

use super::{ActivationFunction, Bounds, Entry, Range, Scalar, Setting};

/// Threshold. NaN becomes the value, as in Keras.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// The largest `z` that is replaced. Defaults to 0; Keras has no default.
    pub threshold: f32,
    /// The output in its place. Defaults to 0; Keras has no default.
    pub default_value: f32,
}

impl Threshold {
    pub(super) const DEFAULT: Threshold = Threshold { threshold: 0.0, default_value: 0.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("threshold", Range::Finite, &mut self.threshold).required(),
            Setting::single("default_value", Range::Finite, &mut self.default_value).required(),
        ]
    }
}

impl<T: Scalar> ActivationFunction<T> for Threshold {
    fn entry(&self) -> Entry {
        Entry::new("threshold", "z > threshold ? z : default_value")
    }

    fn value(&self, z: T) -> T {
        if z > T::from(self.threshold) { z } else { T::from(self.default_value) }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z > T::from(self.threshold) { T::one() } else { T::zero() })
    }

    fn bounds(&self) -> Bounds {
        (Some(f64::from(self.threshold.min(self.default_value))), None)
    }
}
