//! Keras's Sequential: what trains and predicts.

pub(super) mod clock;
mod arguments;
pub(super) mod model;
mod views;
pub(super) mod fit;

pub use model::JsSequential;
