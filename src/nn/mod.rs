//! Networks: layers, activations, losses, metrics and optimizers, and the Sequential model.

mod random;
#[cfg(feature = "full")]
mod choice;
#[cfg(feature = "full")]
mod axis;
mod setting;
mod names;
mod activation;
mod initializer;
mod regularizer;
#[cfg(feature = "full")]
mod constraint;
mod loss;
mod metric;
mod schedule;
mod optimizer;
mod layers;
mod config;
mod read;
mod read_layers;
mod sequential;
mod pass;
#[cfg(feature = "full")]
mod adapt;
mod update;
mod measure;
mod matrices;
mod weighted;
mod learning_rate;
mod saved;
mod write;
#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
mod compiled;
#[cfg(feature = "full")]
mod class_config;

pub use activation::{Activation, Celu, Elu, Gelu, HardShrink, LeakyRelu, ReluWith, SoftShrink, Squareplus, Threshold};
#[cfg(feature = "full")]
pub use axis::Axis;
#[cfg(feature = "full")]
pub use class_config::ClassConfig;
pub use config::{MAX_LAYERS, MAX_PARAMETERS, ModelConfig, default_name};
#[cfg(feature = "full")]
pub use constraint::Constraint;
pub(crate) use glassnet_kernels::Rows;
pub use glassnet_kernels::Scalar;
pub use initializer::Initializer;
#[cfg(feature = "full")]
pub use initializer::{Distribution, Fan, VarianceScaling};
pub(crate) use layers::Mode;
pub use layers::{
    ActivationConfig, ActivationLayer, BatchNormalization, BatchNormalizationConfig, Dense, DenseConfig, Dropout,
    DropoutConfig, Flatten, FlattenConfig, Layer, LayerConfig, LayerNormalization, LayerNormalizationConfig, MAX_UNITS,
    Normalization, Tensor,
};
#[cfg(feature = "full")]
pub use layers::{
    LeakyReluConfig, NormalizationAxis, NormalizationConfig, NormalizationLayer, ReluConfig, SoftmaxConfig,
};
pub(crate) use loss::Targets;
pub use loss::{BinaryCrossentropy, CategoricalCrossentropy, Huber, Loss, SparseCategoricalCrossentropy};
#[cfg(feature = "full")]
pub use loss::{BinaryFocalCrossentropy, CategoricalFocalCrossentropy};
pub use matrices::LayerView;
pub(crate) use measure::BATCH;
#[cfg(feature = "full")]
pub(crate) use measure::Evaluation;
pub(crate) use measure::RowPass;
pub(crate) use metric::MetricState;
#[cfg(feature = "full")]
pub use metric::{Auc, Average, BestAt, ConfusionCount, Curve, FScore, PrecisionOrRecall, Summation, TopK};
pub use metric::{Metric, NamedMetric};
pub(crate) use names::{Entry, Named, find as find_named, reject_unknown, unknown as unknown_name};
pub use optimizer::{
    Adadelta, Adagrad, Adam, AdamW, Adamax, Clip, Moments, Nadam, Optimizer, OptimizerState, RmsProp, Rule, Sgd,
};
#[cfg(feature = "full")]
pub use optimizer::{Ftrl, Lion};
pub use random::Random;
pub use regularizer::Regularizer;
#[cfg(feature = "full")]
pub use regularizer::{OrthogonalRegularizer, Vectors};
pub(crate) use saved::{optimizer_value, read_optimizer};
pub use schedule::Schedule;
#[cfg(feature = "full")]
pub use schedule::{CosineDecayRestarts, InverseTimeDecay, PolynomialDecay};
pub use sequential::{Scores, Sequential};
pub(crate) use setting::ExplicitSetting;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub(crate) use setting::Setting;
pub use setting::SettingValue;
#[cfg(feature = "keras")]
pub(crate) use setting::camel_case;
pub(crate) use update::Preview;
#[cfg(feature = "full")]
pub(crate) use weighted::check_weights;
