//! The numbers a network can be computed with.

use nalgebra::{ClosedAddAssign, ClosedDivAssign, ClosedMulAssign, ClosedSubAssign};
use std::ops::Neg;

/// `f32`, with which the engine trains, or `f64`, with which it checks its own gradients.
///
/// The functions come from the `libm` crate: std's differ in their last bits from platform to platform.
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
    /// e to the power of `self`.
    fn exp(self) -> Self;

    /// The hyperbolic tangent of `self`.
    fn tanh(self) -> Self;
}

impl Scalar for f32 {
    fn exp(self) -> Self {
        libm::expf(self)
    }

    fn tanh(self) -> Self {
        libm::tanhf(self)
    }
}

impl Scalar for f64 {
    fn exp(self) -> Self {
        libm::exp(self)
    }

    fn tanh(self) -> Self {
        libm::tanh(self)
    }
}
