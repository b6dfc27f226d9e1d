//! Keras's Sequential: what trains and predicts.

pub(super) mod clock;
mod arguments;
mod weights;
pub(super) mod state;
pub(super) mod model;
#[cfg(not(feature = "full"))]
mod batch;
#[cfg(feature = "full")]
pub(super) mod layers;
mod views;
#[cfg(not(feature = "full"))]
mod run;
pub(super) mod fit;

#[cfg(feature = "full")]
pub use layers::JsLayer;
pub use model::JsSequential;
