//! Layers as a caller asks for them.

#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::super::Activation;
use super::super::Random;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::super::names::Entry;
use super::super::names::reject_unknown_of;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::super::setting::Setting;
#[cfg(not(feature = "full"))]
use super::supported::IN_BUILD;
use super::{
    ActivationConfig, BatchNormalizationConfig, DenseConfig, DropoutConfig, FlattenConfig, Layer,
    LayerNormalizationConfig, Place,
};
#[cfg(feature = "full")]
use super::{LeakyReluConfig, NormalizationConfig, ReluConfig, SoftmaxConfig};
use crate::Error;
use crate::reader::{Readable, Reader};

/// A layer, as a caller asks for it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[allow(missing_docs)] // Each is described where it is declared.
pub enum LayerConfig {
    Activation(ActivationConfig),
    BatchNormalization(BatchNormalizationConfig),
    Dense(DenseConfig),
    Dropout(DropoutConfig),
    Flatten(FlattenConfig),
    LayerNormalization(LayerNormalizationConfig),
    #[cfg(feature = "full")]
    LeakyRelu(LeakyReluConfig),
    #[cfg(feature = "full")]
    Normalization(NormalizationConfig),
    #[cfg(feature = "full")]
    Relu(ReluConfig),
    #[cfg(feature = "full")]
    Softmax(SoftmaxConfig),
}

/// The classes of the layers, as `type` names them.
const CLASSES: &[&str] = &[
    "Activation",
    "BatchNormalization",
    "Dense",
    "Dropout",
    "Flatten",
    "Input",
    "LayerNormalization",
    #[cfg(feature = "full")]
    "LeakyReLU",
    #[cfg(feature = "full")]
    "Normalization",
    #[cfg(feature = "full")]
    "ReLU",
    #[cfg(feature = "full")]
    "Softmax",
];

impl LayerConfig {
    /// Reads a layer of a class; `None` for a class that is unknown, which is rejected.
    pub(in super::super) fn read_as(class: &Reader, layer: &Reader) -> Option<Self> {
        Some(match class.text_or("Dense") {
            #[cfg(feature = "full")]
            "Activation" => LayerConfig::Activation(ActivationConfig::read(layer)),
            #[cfg(feature = "full")]
            "BatchNormalization" => LayerConfig::BatchNormalization(BatchNormalizationConfig::read(layer)),
            "Dense" => LayerConfig::Dense(DenseConfig::read(layer)),
            "Dropout" => LayerConfig::Dropout(DropoutConfig::read(layer)),
            #[cfg(feature = "full")]
            "Flatten" => LayerConfig::Flatten(FlattenConfig::read(layer)),
            #[cfg(feature = "full")]
            "LayerNormalization" => LayerConfig::LayerNormalization(LayerNormalizationConfig::read(layer)),
            #[cfg(feature = "full")]
            "LeakyReLU" => LayerConfig::LeakyRelu(LeakyReluConfig::read(layer)),
            #[cfg(feature = "full")]
            "Normalization" => LayerConfig::Normalization(NormalizationConfig::read(layer)),
            #[cfg(feature = "full")]
            "ReLU" => LayerConfig::Relu(ReluConfig::read(layer)),
            #[cfg(feature = "full")]
            "Softmax" => LayerConfig::Softmax(SoftmaxConfig::read(layer)),
            // Not read either: the readers would be a part of a build that never has such a layer.
            #[cfg(not(feature = "full"))]
            left_out @ ("Activation" | "BatchNormalization" | "Flatten" | "LayerNormalization") => {
                class.reject(Error::out_of_range(&class.path(), IN_BUILD, left_out));
                return None;
            }
            _ => {
                reject_unknown_of(class, "layer", CLASSES);
                return None;
            }
        })
    }

    /// Keras's class.
    pub fn class(&self) -> &'static str {
        match self {
            LayerConfig::Activation(_) => "Activation",
            LayerConfig::BatchNormalization(_) => "BatchNormalization",
            LayerConfig::Dense(_) => "Dense",
            LayerConfig::Dropout(_) => "Dropout",
            LayerConfig::Flatten(_) => "Flatten",
            LayerConfig::LayerNormalization(_) => "LayerNormalization",
            #[cfg(feature = "full")]
            LayerConfig::LeakyRelu(_) => "LeakyReLU",
            #[cfg(feature = "full")]
            LayerConfig::Normalization(_) => "Normalization",
            #[cfg(feature = "full")]
            LayerConfig::Relu(_) => "ReLU",
            #[cfg(feature = "full")]
            LayerConfig::Softmax(_) => "Softmax",
        }
    }

    /// The name that its author gave it.
    pub fn name(&self) -> Option<&str> {
        match self {
            LayerConfig::Activation(config) => config.name.as_deref(),
            LayerConfig::BatchNormalization(config) => config.name.as_deref(),
            LayerConfig::Dense(config) => config.name.as_deref(),
            LayerConfig::Dropout(config) => config.name.as_deref(),
            LayerConfig::Flatten(config) => config.name.as_deref(),
            LayerConfig::LayerNormalization(config) => config.name.as_deref(),
            #[cfg(feature = "full")]
            LayerConfig::LeakyRelu(config) => config.name.as_deref(),
            #[cfg(feature = "full")]
            LayerConfig::Normalization(config) => config.name.as_deref(),
            #[cfg(feature = "full")]
            LayerConfig::Relu(config) => config.name.as_deref(),
            #[cfg(feature = "full")]
            LayerConfig::Softmax(config) => config.name.as_deref(),
        }
    }

    /// Builds the layer.
    ///
    /// # Errors
    /// Rejects shapes that do not fit, and settings that no training can use.
    pub(in super::super) fn build(&self, place: Place) -> Result<Layer, Error> {
        Ok(match self {
            LayerConfig::Dense(config) => Layer::Dense(config.build(place)?),
            LayerConfig::Activation(config) => Layer::Activation(config.build(place)?),
            LayerConfig::BatchNormalization(config) => Layer::BatchNormalization(config.build(place)?),
            LayerConfig::Dropout(config) => Layer::Dropout(config.build(place)?),
            LayerConfig::Flatten(config) => Layer::Flatten(config.build(place)?),
            LayerConfig::LayerNormalization(config) => Layer::LayerNormalization(config.build(place)?),
            #[cfg(feature = "full")]
            LayerConfig::LeakyRelu(config) => Layer::Activation(config.build(place)?),
            #[cfg(feature = "full")]
            LayerConfig::Normalization(config) => Layer::Normalization(config.build(place)?),
            #[cfg(feature = "full")]
            LayerConfig::Relu(config) => Layer::Activation(config.build(place)?),
            #[cfg(feature = "full")]
            LayerConfig::Softmax(config) => Layer::Activation(config.build(place)?),
        })
    }

    /// Rejects initializers and regularizers that give no finite numbers.
    pub(in super::super) fn check_settings(&self) -> Result<(), Error> {
        if let LayerConfig::Dense(config) = self { config.check_settings() } else { Ok(()) }
    }

    /// Appends the initial weights of the layer that was built from this.
    pub(in super::super) fn push_initial(&self, layer: &Layer, random: Option<&mut Random>, parameters: &mut Vec<f32>) {
        if let (LayerConfig::Dense(config), Layer::Dense(dense)) = (self, layer) {
            return config.push_initial(dense, random, parameters);
        }
        for tensor in layer.tensors() {
            parameters.resize(tensor.range.end, tensor.initial);
        }
    }
}

/// The layers of the catalogue.
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
impl LayerConfig {
    /// One of each class, with its defaults; NaN where there is none.
    pub(crate) fn all() -> [LayerConfig; 10] {
        [
            LayerConfig::Activation(ActivationConfig::new(Activation::Linear)),
            LayerConfig::BatchNormalization(BatchNormalizationConfig::default()),
            LayerConfig::Dense(DenseConfig::default()),
            LayerConfig::Dropout(DropoutConfig::new(f32::NAN, 0)),
            LayerConfig::Flatten(FlattenConfig::default()),
            LayerConfig::LayerNormalization(LayerNormalizationConfig::default()),
            LayerConfig::LeakyRelu(LeakyReluConfig::default()),
            LayerConfig::Normalization(NormalizationConfig::default()),
            LayerConfig::Relu(ReluConfig::default()),
            LayerConfig::Softmax(SoftmaxConfig::default()),
        ]
    }

    /// Its names and formula.
    pub(crate) fn entry(&self) -> Entry {
        match self {
            LayerConfig::Activation(_) => Entry::new("activation", "activation(x)"),
            LayerConfig::BatchNormalization(_) => Entry::new(
                "batch_normalization",
                "gamma * (x - mean) / sqrt(variance + epsilon) + beta, over the batch; in inference over moving ones",
            ),
            LayerConfig::Dense(_) => Entry::new("dense", "activation(inputs * kernel + bias)").common(),
            LayerConfig::Dropout(_) => {
                Entry::new("dropout", "while training 0 with a probability of rate, else x / (1 - rate)").common()
            }
            LayerConfig::Flatten(_) => Entry::new("flatten", "x"),
            LayerConfig::LayerNormalization(_) => {
                Entry::new("layer_normalization", "gamma * (x - mean) / sqrt(variance + epsilon) + beta, over the row")
            }
            LayerConfig::LeakyRelu(_) => {
                Entry::new("leaky_re_lu", "x > 0 ? x : negative_slope * x").class_name("LeakyReLU").api_only()
            }
            LayerConfig::Normalization(_) => {
                Entry::new("normalization", "(x - mean) / sqrt(variance), of rows that it was adapted to").api_only()
            }
            LayerConfig::Relu(_) => Entry::new("re_lu", "max(x, 0)").class_name("ReLU").api_only(),
            LayerConfig::Softmax(_) => Entry::new("softmax", "exp(x_j) / sum_k exp(x_k)").api_only(),
        }
    }

    /// The numbers and flags that it can be set to.
    pub(crate) fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            LayerConfig::BatchNormalization(config) => config.settings(),
            LayerConfig::Dropout(config) => config.settings(),
            LayerConfig::LayerNormalization(config) => config.settings(),
            LayerConfig::LeakyRelu(config) => config.settings(),
            LayerConfig::Relu(config) => config.settings(),
            LayerConfig::Activation(_)
            | LayerConfig::Dense(_)
            | LayerConfig::Flatten(_)
            | LayerConfig::Normalization(_)
            | LayerConfig::Softmax(_) => Vec::new(),
        }
    }
}

impl From<DenseConfig> for LayerConfig {
    fn from(config: DenseConfig) -> Self {
        LayerConfig::Dense(config)
    }
}
