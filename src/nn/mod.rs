//! Networks: layers, activations, losses, metrics and optimizers, and the Sequential model.

mod random;
mod names;
mod relu;
mod activation;
mod initializer;
mod regularizer;
mod loss;
mod loss_gradient;
mod metric;
mod schedule;
mod optimizer;
mod update;
mod layers;
mod config;
mod read;
mod read_layers;
mod sequential;
mod pass;
mod measure;

pub use activation::Activation;
pub use config::{MAX_LAYERS, MAX_PARAMETERS, ModelConfig, default_name};
pub(crate) use glassnet_kernels::Rows;
pub use glassnet_kernels::Scalar;
pub use initializer::Initializer;
pub(crate) use layers::Mode;
pub use layers::{
    ActivationConfig, ActivationLayer, BatchNormalization, BatchNormalizationConfig, Dense, DenseConfig, Dropout,
    DropoutConfig, Flatten, FlattenConfig, Layer, LayerConfig, LayerNormalization, LayerNormalizationConfig, MAX_UNITS,
    Normalization, Tensor,
};
pub use loss::Loss;
pub(crate) use metric::Tally;
pub use metric::{Metric, NamedMetric};
pub(crate) use names::{Named, find as find_named, reject_unknown, unknown as unknown_name};
pub use optimizer::{Amsgrad, Clip, Moments, Optimizer, OptimizerState, Rule};
pub use random::Random;
pub use regularizer::Regularizer;
pub use schedule::Schedule;
pub(crate) use sequential::Preview;
pub use sequential::{Scores, Sequential};
