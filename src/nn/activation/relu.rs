//! Rectified linear unit, alone and with settings.

use super::{ActivationFunction, Bounds, Builtin, Entry, Kind, Range, Scalar, Setting};

/// Relu; slope 0 at 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Relu;

/// Relu with settings, as Keras's `relu(z, negative_slope, max_value, threshold)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReluWith {
    /// Slope below the threshold. Defaults to 0.
    pub negative_slope: f32,
    /// The largest output; with one, `z` above the threshold gives at least 0. Defaults to none.
    pub max_value: Option<f32>,
    /// The largest `z` that does not pass. Defaults to 0.
    pub threshold: f32,
}

const ENTRY: Entry = Entry::new("relu", "max(z, 0)").common();

impl<T: Scalar> ActivationFunction<T> for Relu {
    fn entry(&self) -> Entry {
        ENTRY
    }

    fn value(&self, z: T) -> T {
        z.largest(T::zero())
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if z > T::zero() { T::one() } else { T::zero() })
    }

    fn kind(&self) -> Kind {
        Kind::Builtin(Builtin::Relu)
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), None)
    }

    fn steepest_slope(&self) -> Option<f64> {
        Some(1.0)
    }

    fn is_zero_below(&self) -> bool {
        true
    }
}

impl ReluWith {
    pub(super) const DEFAULT: ReluWith = ReluWith { negative_slope: 0.0, max_value: None, threshold: 0.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("negative_slope", Range::Finite, &mut self.negative_slope),
            Setting::optional("max_value", Range::NotNegative, &mut self.max_value),
            Setting::single("threshold", Range::Finite, &mut self.threshold),
        ]
    }
}

impl<T: Scalar> ActivationFunction<T> for ReluWith {
    fn entry(&self) -> Entry {
        ENTRY
    }

    /// In Keras's steps.
    fn value(&self, z: T) -> T {
        let (zero, negative_slope, threshold) = (T::zero(), T::from(self.negative_slope), T::from(self.threshold));
        // NaN is neither below the threshold nor above the largest output: it stays NaN.
        let passed = if z <= threshold { zero } else { z };
        let passed = match self.max_value.map(T::from) {
            Some(most) if passed > most => most,
            Some(_) if passed < zero => zero,
            Some(_) | None => passed,
        };
        if z <= threshold && negative_slope != zero { passed - negative_slope * (threshold - z) } else { passed }
    }

    /// At its corners it is what TensorFlow takes, which has an operation of its own for a leaky relu and for relu6.
    fn derivative(&self, z: T, _output: T) -> Option<T> {
        let (zero, one, threshold) = (T::zero(), T::one(), T::from(self.threshold));
        let is_leaky = self.max_value.is_none() && self.threshold == 0.0;
        let is_relu6 = self.max_value == Some(6.0) && self.threshold == 0.0;
        let most = self.max_value.map(T::from);
        let passes = z > threshold && most.is_none_or(|most| z >= zero && (z < most || z == most && !is_relu6));
        Some(match () {
            () if passes => one,
            () if z < threshold || is_leaky => T::from(self.negative_slope),
            () => zero,
        })
    }

    fn bounds(&self) -> Bounds {
        let lowest = if self.max_value.is_some() { 0.0 } else { self.threshold.min(0.0) };
        let highest = self.max_value.filter(|_| self.negative_slope >= 0.0);
        ((self.negative_slope == 0.0).then_some(f64::from(lowest)), highest.map(f64::from))
    }

    fn steepest_slope(&self) -> Option<f64> {
        (self.negative_slope == 0.0).then_some(1.0)
    }

    fn is_zero_below(&self) -> bool {
        self.negative_slope == 0.0
    }
}
