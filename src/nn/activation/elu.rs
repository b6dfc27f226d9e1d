//! Exponential linear unit.

use super::{ActivationFunction, Bounds, Entry, Range, Scalar, Setting};

/// ELU.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Elu {
    /// `α`: the output goes down to `-α`. Defaults to 1.
    pub alpha: f32,
}

impl Elu {
    pub(super) const DEFAULT: Elu = Elu { alpha: 1.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("alpha", Range::Finite, &mut self.alpha)]
    }
}

impl<T: Scalar> ActivationFunction<T> for Elu {
    fn entry(&self) -> Entry {
        Entry::new("elu", "z > 0 ? z : alpha * (exp(z) - 1)")
    }

    fn value(&self, z: T) -> T {
        if z > T::zero() { z } else { T::from(self.alpha) * (z.exp() - T::one()) }
    }

    /// What is not below 0 passes through, as in TensorFlow: NaN, too.
    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z <= T::zero() { T::from(self.alpha) * z.exp() } else { T::one() })
    }

    fn bounds(&self) -> Bounds {
        ((self.alpha >= 0.0).then_some(-f64::from(self.alpha)), None)
    }
}
