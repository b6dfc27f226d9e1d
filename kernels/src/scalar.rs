//! The floating-point types of a network.

use super::elementary;
use nalgebra::{ClosedAddAssign, ClosedDivAssign, ClosedMulAssign, ClosedSubAssign};
use std::ops::Neg;

/// `f32`, with which the engine trains, or `f64`, with which it checks its own gradients.
///
/// The functions are our own or come from the `libm` crate: std's differ in their last bits from platform to platform.
pub trait Scalar:
    nalgebra::Scalar
    + Copy
    + PartialOrd
    + From<f32>
    + ClosedAddAssign
    + ClosedSubAssign
    + ClosedMulAssign
    + ClosedDivAssign
    + Neg<Output = Self>
    + num_traits::Zero
    + num_traits::One
{
    /// `value`, rounded to this precision.
    fn of(value: f64) -> Self;

    /// The integer part.
    fn whole(self) -> usize;

    /// `self` to a power.
    fn pow(self, power: Self) -> Self;

    /// e to the power of `self`.
    fn exp(self) -> Self;

    /// The natural logarithm of `self`.
    fn ln(self) -> Self;

    /// The natural logarithm of `1 + self`.
    fn ln_1p(self) -> Self;

    /// e to the power of `self`, minus 1, without the digits that the subtraction would lose.
    fn exp_m1(self) -> Self;

    /// The hyperbolic tangent of `self`.
    fn tanh(self) -> Self;

    /// The complementary error function of `self`: 1 minus its error function, without cancellation.
    fn erfc(self) -> Self;

    /// The square root of `self`, correctly rounded.
    fn sqrt(self) -> Self;

    /// The absolute value of `self`.
    fn abs(self) -> Self {
        if self < Self::zero() { -self } else { self }
    }

    /// The larger of the two; NaN where `self` is NaN.
    fn largest(self, other: Self) -> Self {
        if self <= other { other } else { self }
    }

    /// The smaller of the two; NaN where `self` is NaN.
    fn smallest(self, other: Self) -> Self {
        if self >= other { other } else { self }
    }

    /// -1, 0 or 1; NaN where `self` is NaN.
    fn sign(self) -> Self {
        if self > Self::zero() {
            Self::one()
        } else if self < Self::zero() {
            -Self::one()
        } else if self == Self::zero() {
            Self::zero()
        } else {
            self
        }
    }
}

impl Scalar for f32 {
    fn of(value: f64) -> Self {
        value as f32
    }

    fn whole(self) -> usize {
        self as usize
    }

    fn pow(self, power: Self) -> Self {
        elementary::power(self, power)
    }

    fn exp(self) -> Self {
        elementary::exp(self)
    }

    fn ln(self) -> Self {
        libm::logf(self)
    }

    fn ln_1p(self) -> Self {
        libm::log1pf(self)
    }

    fn exp_m1(self) -> Self {
        libm::expm1f(self)
    }

    fn tanh(self) -> Self {
        elementary::tanh(self)
    }

    fn sqrt(self) -> Self {
        f32::sqrt(self)
    }

    fn erfc(self) -> Self {
        libm::erfcf(self)
    }
}

impl Scalar for f64 {
    fn of(value: f64) -> Self {
        value
    }

    fn whole(self) -> usize {
        self as usize
    }

    fn pow(self, power: Self) -> Self {
        libm::pow(self, power)
    }

    fn exp(self) -> Self {
        libm::exp(self)
    }

    fn ln(self) -> Self {
        libm::log(self)
    }

    fn ln_1p(self) -> Self {
        libm::log1p(self)
    }

    fn exp_m1(self) -> Self {
        libm::expm1(self)
    }

    fn tanh(self) -> Self {
        libm::tanh(self)
    }

    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }

    fn erfc(self) -> Self {
        libm::erfc(self)
    }
}
