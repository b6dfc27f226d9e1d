//! Keras's Sequential: what trains and predicts.

pub(super) mod clock;
mod arguments;
mod weights;
pub(super) mod state;
pub(super) mod model;
#[cfg(feature = "full")]
mod layers;
mod views;
pub(super) mod fit;

#[cfg(feature = "full")]
pub use layers::JsLayer;
pub use model::JsSequential;
