//! The loops of a training step, in a crate of their own: they are compiled for speed, the engine around them for size. So
//! no hot public function is generic, as its caller would compile it: [`Step::each`] is for rules without a loop here.
//!
//! Pure functions of slices, without allocation. Numbers are computed in a fixed order, each rounded as IEEE 754 says: the
//! bits are the same however many are computed at once.

#![warn(clippy::unwrap_used)]

mod elementary;
mod scalar;
mod rows;
mod product;
mod packed;
mod activation;
mod layer;
mod records;
mod loss;
mod powers;
mod update;

pub use activation::{Builtin, sigmoid, softmax};
pub use elementary::{EXP, FAST, LN_2, WHOLE, power};
pub use layer::{Kind, Layer, Transform};
pub use loss::squares;
pub use powers::Powers;
pub use records::{ActivationBackward, BackpropStart, Backward, Fallback, Records};
pub use rows::Rows;
pub use scalar::Scalar;
pub use update::{FtrlTerms, LANES, NadamMomentum, Step};

/// Whether all numbers are finite. There is no early exit, so that several are compared at a time.
pub fn are_finite(values: &[f32]) -> bool {
    values.iter().fold(0, |others, value| others | u32::from(!value.is_finite())) == 0
}
