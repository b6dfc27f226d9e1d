//! Leaky relu.

use super::{ActivationFunction, Entry, Range, Scalar, Setting};

/// Leaky relu.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeakyRelu {
    /// Slope at and below 0. Defaults to 0.2.
    pub negative_slope: f32,
}

impl LeakyRelu {
    pub(super) const DEFAULT: LeakyRelu = LeakyRelu { negative_slope: 0.2 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("negative_slope", Range::Finite, &mut self.negative_slope).formerly("alpha")]
    }
}

impl<T: Scalar> ActivationFunction<T> for LeakyRelu {
    fn entry(&self) -> Entry {
        Entry::new("leaky_relu", "z > 0 ? z : negative_slope * z")
    }

    fn value(&self, z: T) -> T {
        if z > T::zero() { z } else { T::from(self.negative_slope) * z }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z > T::zero() { T::one() } else { T::from(self.negative_slope) })
    }
}
