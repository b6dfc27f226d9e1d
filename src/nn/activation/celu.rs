//! Continuously differentiable exponential linear unit.

use super::{ActivationFunction, Bounds, Entry, Range, Scalar, Setting};

/// CELU.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Celu {
    /// `α`: the output goes down to `-α`. Defaults to 1.
    pub alpha: f32,
}

impl Celu {
    pub(super) const DEFAULT: Celu = Celu { alpha: 1.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("alpha", Range::Positive, &mut self.alpha)]
    }
}

impl<T: Scalar> ActivationFunction<T> for Celu {
    fn entry(&self) -> Entry {
        Entry::new("celu", "max(z, 0) + alpha * (exp(min(z, 0) / alpha) - 1)")
    }

    fn value(&self, z: T) -> T {
        let alpha = T::from(self.alpha);
        z.largest(T::zero()) + alpha * (z.smallest(T::zero()) / alpha).exp_m1()
    }

    /// At 0 both the line and the curve count, as in TensorFlow: the slope there is 2.
    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let (zero, one) = (T::zero(), T::one());
        let line = if z >= zero { one } else { zero };
        let curve = if z <= zero { (z / T::from(self.alpha)).exp() } else { zero };
        Some(line + curve)
    }

    fn bounds(&self) -> Bounds {
        (Some(-f64::from(self.alpha)), None)
    }
}
