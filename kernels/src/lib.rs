//! The loops of a training step, in a crate of their own: the engine around them is compiled to be small, and they to be
//! fast. So nothing here that is hot is generic at the door, where its caller would compile it.
//!
//! Pure functions of slices, without allocation. Numbers are computed in an order that is written down, each rounded as IEEE
//! 754 says: the bits are the same however many are computed at once.

#![warn(clippy::unwrap_used)]

mod elementary;
mod scalar;
mod rows;
mod product;
mod activation;
mod layer;
mod records;
mod loss;
mod powers;
mod update;

pub use activation::{Builtin, sigmoid, softmax};
pub use elementary::FAST;
pub use layer::{Kind, Layer};
pub use loss::squares;
pub use powers::Powers;
pub use records::{BackpropStart, Fallback, Records};
pub use rows::Rows;
pub use scalar::Scalar;
pub use update::{NadamMomentum, Step};

/// Whether there is neither an infinity nor a NaN. It looks at all numbers, as that goes several at a time.
#[cfg_attr(feature = "fast", inline(never))]
pub fn are_finite(values: &[f32]) -> bool {
    values.iter().fold(0, |others, value| others | u32::from(!value.is_finite())) == 0
}
