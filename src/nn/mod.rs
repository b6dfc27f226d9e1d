//! Dense networks: layers, activations, losses and optimizers, and the model that chains them.

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
mod dense;
mod pass;
mod config;
mod read;
mod read_layers;
mod sequential;
mod measure;

pub use activation::Activation;
pub use config::{Layer, LayerConfig, MAX_LAYERS, MAX_PARAMETERS, MAX_UNITS, ModelConfig};
pub use dense::{Dense, Dropout};
pub(crate) use glassnet_kernels::Rows;
pub use glassnet_kernels::Scalar;
pub use initializer::Initializer;
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
