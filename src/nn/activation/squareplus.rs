//! Squareplus: a smooth relu made of a square root.

use super::{ActivationFunction, Bounds, Entry, Range, Scalar, Setting};

/// Squareplus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Squareplus {
    /// How smooth the corner is. Defaults to 4.
    pub b: f32,
}

impl Squareplus {
    pub(super) const DEFAULT: Squareplus = Squareplus { b: 4.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("b", Range::NotNegative, &mut self.b)]
    }
}

impl<T: Scalar> ActivationFunction<T> for Squareplus {
    fn entry(&self) -> Entry {
        Entry::new("squareplus", "(z + sqrt(z^2 + b)) / 2")
    }

    fn value(&self, z: T) -> T {
        (z + (z * z + T::from(self.b)).sqrt()) / T::of(2.0)
    }

    /// In TensorFlow's steps, which overflow where it does.
    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let root = (z * z + T::from(self.b)).sqrt();
        Some(T::of(0.5) + T::of(0.25) / root * (T::of(2.0) * z))
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), None)
    }
}
