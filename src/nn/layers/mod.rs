//! The layers of a Sequential model, a file each.
//!
//! To add one: its file, a variant of [`LayerConfig`] (as it is asked for) in `config.rs` and of [`Layer`] (as it is built) in
//! `layer.rs`; the compiler then names every place that must know it.

mod supported;
mod tensor;
mod dense;
mod penalties;
mod dropout;
mod activation;
#[cfg(feature = "full")]
mod relu;
#[cfg(feature = "full")]
mod leaky_relu;
#[cfg(feature = "full")]
mod softmax;
mod flatten;
mod scale_shift;
mod batch_normalization;
mod layer_normalization;
#[cfg(feature = "full")]
mod normalization;
mod layer;
mod config;

pub use activation::{ActivationConfig, ActivationLayer};
pub use batch_normalization::{BatchNormalization, BatchNormalizationConfig};
pub use config::LayerConfig;
pub(super) use dense::within;
pub use dense::{Dense, DenseConfig, MAX_UNITS};
pub use dropout::{Dropout, DropoutConfig};
pub use flatten::{Flatten, FlattenConfig};
pub use layer::Layer;
pub use layer_normalization::{LayerNormalization, LayerNormalizationConfig};
#[cfg(feature = "full")]
pub use leaky_relu::LeakyReluConfig;
#[cfg(feature = "full")]
pub use normalization::{NormalizationAxis, NormalizationConfig, NormalizationLayer};
#[cfg(feature = "full")]
pub use relu::ReluConfig;
pub use scale_shift::Normalization;
#[cfg(feature = "full")]
pub use softmax::SoftmaxConfig;
pub use tensor::Tensor;

/// Where a layer is built.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Numbers in a row of inputs.
    pub(super) inputs: usize,
    /// Where its parameters begin in those of the model.
    pub(super) offset: usize,
    /// How many layers other than Dropout come before.
    pub(super) others: usize,
    /// How many Dropout layers come directly before.
    pub(super) dropouts: usize,
}

/// How Dropout and BatchNormalization act in a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Dropout does not act; BatchNormalization takes its moving mean and variance.
    Inference,
    /// Dropout does not act; BatchNormalization takes mean and variance of the batch.
    BatchStatistics,
    /// The training step of this number: Dropout acts; BatchNormalization takes mean and variance of the batch.
    Training(u32),
}
