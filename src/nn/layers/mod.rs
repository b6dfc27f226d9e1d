//! The layers of a Sequential model, a file each.
//!
//! To add one: its file, a variant here of [`LayerConfig`] (as it is asked for) and of [`Layer`] (as it is built); the
//! compiler then names every place that must know it.

mod supported;
mod tensor;
mod dense;
mod dropout;
mod activation;
mod flatten;
mod scale_shift;
mod batch_normalization;
mod layer_normalization;

pub use activation::{ActivationConfig, ActivationLayer};
pub use batch_normalization::{BatchNormalization, BatchNormalizationConfig};
pub(super) use dense::within;
pub use dense::{Dense, DenseConfig, MAX_UNITS};
pub use dropout::{Dropout, DropoutConfig};
pub use flatten::{Flatten, FlattenConfig};
pub use layer_normalization::{LayerNormalization, LayerNormalizationConfig};
pub use scale_shift::Normalization;
pub use tensor::Tensor;

#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::names::Entry;
use super::names::reject_unknown_of;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::setting::Setting;
use super::{Activation, Random, Scalar};
use crate::Error;
use crate::reader::{Readable, Reader};
use glassnet_kernels::{Backward, Kind, Layer as Loops, Rows, Transform};
use std::ops::Range;

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
}

/// A layer of a model.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[allow(missing_docs)] // Each is described where it is declared.
pub enum Layer {
    Activation(ActivationLayer),
    BatchNormalization(BatchNormalization),
    Dense(Dense),
    Dropout(Dropout),
    Flatten(Flatten),
    LayerNormalization(LayerNormalization),
}

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

/// The classes of the layers, as `type` names them.
const CLASSES: [&str; 7] =
    ["Activation", "BatchNormalization", "Dense", "Dropout", "Flatten", "Input", "LayerNormalization"];

impl LayerConfig {
    /// Reads a layer of a class; `None` for a class that is unknown, which is rejected.
    pub(super) fn read_as(class: &Reader, layer: &Reader) -> Option<Self> {
        Some(match class.text_or("Dense") {
            "Activation" => LayerConfig::Activation(ActivationConfig::read(layer)),
            "BatchNormalization" => LayerConfig::BatchNormalization(BatchNormalizationConfig::read(layer)),
            "Dense" => LayerConfig::Dense(DenseConfig::read(layer)),
            "Dropout" => LayerConfig::Dropout(DropoutConfig::read(layer)),
            "Flatten" => LayerConfig::Flatten(FlattenConfig::read(layer)),
            "LayerNormalization" => LayerConfig::LayerNormalization(LayerNormalizationConfig::read(layer)),
            _ => {
                reject_unknown_of(class, "layer", &CLASSES);
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
        }
    }

    /// Builds the layer.
    ///
    /// # Errors
    /// Rejects shapes that do not fit, and settings that no training can use.
    pub(super) fn build(&self, place: Place) -> Result<Layer, Error> {
        Ok(match self {
            LayerConfig::Dense(config) => Layer::Dense(config.build(place)?),
            LayerConfig::Activation(config) => Layer::Activation(config.build(place)?),
            LayerConfig::BatchNormalization(config) => Layer::BatchNormalization(config.build(place)?),
            LayerConfig::Dropout(config) => Layer::Dropout(config.build(place)?),
            LayerConfig::Flatten(config) => Layer::Flatten(config.build(place)?),
            LayerConfig::LayerNormalization(config) => Layer::LayerNormalization(config.build(place)?),
        })
    }

    /// Rejects initializers and regularizers that give no finite numbers.
    pub(super) fn check_settings(&self) -> Result<(), Error> {
        if let LayerConfig::Dense(config) = self { config.check_settings() } else { Ok(()) }
    }

    /// Appends the initial weights of the layer that was built from this.
    pub(super) fn push_initial(&self, layer: &Layer, random: &mut Random, parameters: &mut Vec<f32>) {
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
    pub(crate) fn all() -> [LayerConfig; 6] {
        [
            LayerConfig::Activation(ActivationConfig::new(Activation::Linear)),
            LayerConfig::BatchNormalization(BatchNormalizationConfig::default()),
            LayerConfig::Dense(DenseConfig::default()),
            LayerConfig::Dropout(DropoutConfig::new(f32::NAN, 0)),
            LayerConfig::Flatten(FlattenConfig::default()),
            LayerConfig::LayerNormalization(LayerNormalizationConfig::default()),
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
        }
    }

    /// The numbers and flags that it can be set to.
    pub(crate) fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            LayerConfig::BatchNormalization(config) => config.settings(),
            LayerConfig::Dropout(config) => config.settings(),
            LayerConfig::LayerNormalization(config) => config.settings(),
            LayerConfig::Activation(_) | LayerConfig::Dense(_) | LayerConfig::Flatten(_) => Vec::new(),
        }
    }
}

impl From<DenseConfig> for LayerConfig {
    fn from(config: DenseConfig) -> Self {
        LayerConfig::Dense(config)
    }
}

impl Layer {
    /// Keras's class.
    pub fn class(&self) -> &'static str {
        match self {
            Layer::Activation(_) => "Activation",
            Layer::BatchNormalization(_) => "BatchNormalization",
            Layer::Dense(_) => "Dense",
            Layer::Dropout(_) => "Dropout",
            Layer::Flatten(_) => "Flatten",
            Layer::LayerNormalization(_) => "LayerNormalization",
        }
    }

    /// The name that its author gave it; without one `summary()` gives Keras's.
    pub fn name(&self) -> Option<&str> {
        match self {
            Layer::Activation(layer) => layer.config.name.as_deref(),
            Layer::BatchNormalization(layer) => layer.config.name.as_deref(),
            Layer::Dense(layer) => layer.name.as_deref(),
            Layer::Dropout(layer) => layer.config.name.as_deref(),
            Layer::Flatten(layer) => layer.config.name.as_deref(),
            Layer::LayerNormalization(layer) => layer.config.name.as_deref(),
        }
    }

    /// Numbers in a row of inputs.
    pub fn inputs(&self) -> usize {
        match self {
            Layer::Dense(layer) => layer.inputs,
            other => other.units(),
        }
    }

    /// Numbers in a row of outputs.
    pub fn units(&self) -> usize {
        match self {
            Layer::Activation(layer) => layer.units,
            Layer::BatchNormalization(layer) => layer.units(),
            Layer::Dense(layer) => layer.units,
            Layer::Dropout(layer) => layer.units,
            Layer::Flatten(layer) => layer.units,
            Layer::LayerNormalization(layer) => layer.units(),
        }
    }

    /// Its activation; linear for a layer without one.
    pub fn activation(&self) -> Activation {
        match self {
            Layer::Activation(layer) => layer.config.activation,
            Layer::Dense(layer) => layer.activation,
            Layer::BatchNormalization(_) | Layer::Dropout(_) | Layer::Flatten(_) | Layer::LayerNormalization(_) => {
                Activation::Linear
            }
        }
    }

    /// The dense layer, if it is one.
    pub fn as_dense(&self) -> Option<&Dense> {
        if let Layer::Dense(dense) = self { Some(dense) } else { None }
    }

    /// Whether it changes its inputs in inference: all but Dropout and Flatten do.
    pub fn acts_in_inference(&self) -> bool {
        match self {
            Layer::Dropout(_) | Layer::Flatten(_) => false,
            Layer::Activation(_) | Layer::BatchNormalization(_) | Layer::Dense(_) | Layer::LayerNormalization(_) => {
                true
            }
        }
    }

    /// Its weights in the order of Keras's `get_weights()`.
    pub fn tensors(&self) -> Vec<Tensor> {
        match self {
            Layer::BatchNormalization(layer) => layer.tensors(),
            Layer::Dense(layer) => layer.tensors(),
            Layer::LayerNormalization(layer) => layer.tensors(),
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => Vec::new(),
        }
    }

    /// Where in the model's parameters the weight from an input to a unit lies, or without an input the unit's bias; gamma
    /// counts as the weight from a unit to itself, beta as its bias.
    pub fn parameter_index(&self, input: Option<usize>, unit: usize) -> Option<usize> {
        let of = |range: Range<usize>| range.clone().nth(unit);
        let gamma_or_beta = |gamma: Range<usize>, beta: Range<usize>| match input {
            Some(input) => of(gamma).filter(|_| input == unit),
            None => of(beta),
        };
        match self {
            Layer::BatchNormalization(layer) => gamma_or_beta(layer.gamma_range(), layer.beta_range()),
            Layer::Dense(layer) => match input {
                Some(input) => Some(layer.weight_index(input, unit)),
                None => layer.bias_index(unit),
            },
            Layer::LayerNormalization(layer) => gamma_or_beta(layer.gamma_range(), layer.beta_range()),
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => None,
        }
    }

    /// How a unit of a row is normalized in inference; `None` of a layer that does not normalize.
    pub fn normalization(&self, parameters: &[f32], inputs: &[f32], unit: usize) -> Option<Normalization> {
        match self {
            Layer::BatchNormalization(layer) => Some(layer.normalization(parameters, unit)),
            Layer::LayerNormalization(layer) => Some(layer.normalization(parameters, inputs, unit)),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Dropout(_) | Layer::Flatten(_) => None,
        }
    }

    /// Where its weights lie in the parameters of the model; empty without any.
    pub fn range(&self) -> Range<usize> {
        let tensors = self.tensors();
        tensors.first().zip(tensors.last()).map_or(0..0, |(first, last)| first.range.start..last.range.end)
    }

    /// The layer as the loops see it.
    pub(super) fn loops(&self) -> Loops {
        let (inputs, units) = (self.inputs(), self.units());
        let other = |transform: Transform, activation: Kind| Loops {
            inputs,
            units,
            transform,
            activation,
            offset: 0,
            use_bias: false,
            penalized: false,
        };
        match self {
            Layer::Dense(layer) => layer.loops(),
            Layer::Activation(layer) => other(Transform::Identity, layer.config.activation.kind()),
            Layer::Flatten(_) => other(Transform::Identity, Kind::Linear),
            Layer::BatchNormalization(_) | Layer::Dropout(_) | Layer::LayerNormalization(_) => {
                other(Transform::Fallback, Kind::Linear)
            }
        }
    }

    /// Forward pass of a layer without a loop among the kernels.
    pub(super) fn forward(
        &self,
        parameters: &[f32],
        mode: Mode,
        inputs: Rows,
        cache: &mut Vec<f32>,
        outputs: &mut [f32],
    ) {
        match self {
            Layer::BatchNormalization(layer) => layer.forward(parameters, mode, inputs, cache, outputs),
            Layer::Dropout(layer) => layer.forward(mode, inputs, cache, outputs),
            Layer::LayerNormalization(layer) => layer.forward(parameters, inputs, cache, outputs),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Flatten(_) => inputs.copy_to(outputs),
        }
    }

    /// Backward pass of a layer without a loop among the kernels.
    pub(super) fn backward(&self, parameters: &[f32], mode: Mode, pass: Backward, gradients: &mut [f32]) {
        match self {
            Layer::BatchNormalization(layer) => layer.backward(parameters, mode, pass, gradients),
            Layer::Dropout(_) => dropout::backward(mode, pass),
            Layer::LayerNormalization(layer) => layer.backward(parameters, pass, gradients),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Flatten(_) => {}
        }
    }

    /// One row forward in inference, in any precision: fills `pre_activations` and `outputs` `[units]`.
    pub(super) fn forward_row<T: Scalar>(
        &self,
        parameters: &[T],
        inputs: &[T],
        pre_activations: &mut [T],
        outputs: &mut [T],
    ) {
        match self {
            Layer::Dense(layer) => return layer.forward_row(parameters, inputs, pre_activations, outputs),
            Layer::BatchNormalization(layer) => layer.forward_row(parameters, inputs, pre_activations),
            Layer::LayerNormalization(layer) => layer.forward_row(parameters, inputs, pre_activations),
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => pre_activations.copy_from_slice(inputs),
        }
        self.activation().apply(self.units(), pre_activations, outputs);
    }
}
