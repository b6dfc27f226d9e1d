//! Gaussian error linear unit.

use super::{ActivationFunction, Bounds, Entry, Scalar, Setting};

const SQRT_2_OVER_PI: f64 = 0.797_884_560_802_865_4;
const CUBIC: f64 = 0.044_715;
const SQRT_HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
const INVERSE_SQRT_2_PI: f64 = 0.398_942_280_401_432_7;

/// GELU.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gelu {
    /// Whether the normal distribution `Φ` is approximated by `(1 + tanh(√(2/π) (z + 0.044715 z³))) / 2`. Defaults to
    /// false.
    pub approximate: bool,
}

impl Gelu {
    pub(super) const DEFAULT: Gelu = Gelu { approximate: false };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::flag("approximate", &mut self.approximate)]
    }
}

impl<T: Scalar> ActivationFunction<T> for Gelu {
    fn entry(&self) -> Entry {
        Entry::new("gelu", "z * (1 + erf(z / sqrt(2))) / 2")
    }

    fn value(&self, z: T) -> T {
        if self.approximate { T::of(0.5) * z * (T::one() + tanh_part(z)) } else { z * normal(z) }
    }

    fn derivative(&self, z: T, _output: T) -> Option<T> {
        Some(if self.approximate { tanh_slope(z) } else { normal(z) + z * normal_density(z) })
    }

    fn bounds(&self) -> Bounds {
        (Some(-0.1701), None)
    }
}

/// The share of the standard normal distribution below `z`.
fn normal<T: Scalar>(z: T) -> T {
    T::of(0.5) * (-z * T::of(SQRT_HALF)).erfc()
}

fn normal_density<T: Scalar>(z: T) -> T {
    (-(z * z) * T::of(0.5)).exp() * T::of(INVERSE_SQRT_2_PI)
}

fn tanh_part<T: Scalar>(z: T) -> T {
    (T::of(SQRT_2_OVER_PI) * (z + T::of(CUBIC) * z * z * z)).tanh()
}

fn tanh_slope<T: Scalar>(z: T) -> T {
    let (one, half, t) = (T::one(), T::of(0.5), tanh_part(z));
    let inner = T::of(SQRT_2_OVER_PI) * (one + T::of(3.0 * CUBIC) * z * z);
    half * (one + t) + half * z * (one - t * t) * inner
}
