//! Scaled exponential linear unit.

use super::{ActivationFunction, Bounds, Entry, Scalar};

const ALPHA: f64 = 1.673_263_242_354_377_2;
const SCALE: f64 = 1.050_700_987_355_480_5;

/// SELU; its slope at 0 is the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Selu;

impl<T: Scalar> ActivationFunction<T> for Selu {
    fn entry(&self) -> Entry {
        Entry::new("selu", "1.0507 * (z > 0 ? z : 1.6733 * (exp(z) - 1))")
    }

    fn value(&self, z: T) -> T {
        if z > T::zero() { T::of(SCALE) * z } else { T::of(SCALE * ALPHA) * (z.exp() - T::one()) }
    }

    fn derivative(&self, z: T, output: T) -> Option<T> {
        Some(if output < T::zero() { T::of(SCALE * ALPHA) * z.exp() } else { T::of(SCALE) })
    }

    fn bounds(&self) -> Bounds {
        (Some(-SCALE * ALPHA), None)
    }
}
