//! Layers of a model.

use super::super::{Activation, Scalar};
use super::activation::ActivationLayer;
use super::batch_normalization::BatchNormalization;
use super::dense::Dense;
use super::dropout::{self, Dropout};
use super::flatten::Flatten;
use super::layer_normalization::LayerNormalization;
#[cfg(feature = "full")]
use super::normalization::NormalizationLayer;
use super::scale_shift::Normalization;
use super::{Mode, Tensor};
use glassnet_kernels::{Backward, Kind, Layer as Loops, Rows, Transform};
use std::ops::Range;

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
    #[cfg(feature = "full")]
    Normalization(NormalizationLayer),
}

impl Layer {
    /// Keras's class.
    pub fn class(&self) -> &'static str {
        match self {
            Layer::Activation(layer) => layer.class,
            Layer::BatchNormalization(_) => "BatchNormalization",
            Layer::Dense(_) => "Dense",
            Layer::Dropout(_) => "Dropout",
            Layer::Flatten(_) => "Flatten",
            Layer::LayerNormalization(_) => "LayerNormalization",
            #[cfg(feature = "full")]
            Layer::Normalization(_) => "Normalization",
        }
    }

    /// What it computes, by the class that stands for it: ReLU, LeakyReLU and Softmax are activations too.
    pub(crate) fn kind(&self) -> &'static str {
        if let Layer::Activation(_) = self { "Activation" } else { self.class() }
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
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.config.name.as_deref(),
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
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.units,
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
            #[cfg(feature = "full")]
            Layer::Normalization(_) => Activation::Linear,
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
            #[cfg(feature = "full")]
            Layer::Normalization(_) => true,
        }
    }

    /// Its weights in the order of Keras's `get_weights()`.
    pub fn tensors(&self) -> Vec<Tensor> {
        match self {
            Layer::BatchNormalization(layer) => layer.tensors(),
            Layer::Dense(layer) => layer.tensors(),
            Layer::LayerNormalization(layer) => layer.tensors(),
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.tensors(),
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => Vec::new(),
        }
    }

    /// Whether the optimizer leaves some of its weights alone: means and variances.
    pub(in super::super) fn has_fixed_tensors(&self) -> bool {
        match self {
            Layer::BatchNormalization(_) => true,
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => !layer.statistics_range().is_empty(),
            Layer::Activation(_)
            | Layer::Dense(_)
            | Layer::Dropout(_)
            | Layer::Flatten(_)
            | Layer::LayerNormalization(_) => false,
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
            #[cfg(feature = "full")]
            Layer::Normalization(_) => None,
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => None,
        }
    }

    /// How a unit of a row is normalized in inference; `None` of a layer that does not normalize.
    pub fn normalization(&self, parameters: &[f32], inputs: &[f32], unit: usize) -> Option<Normalization> {
        match self {
            Layer::BatchNormalization(layer) => Some(layer.normalization(parameters, unit)),
            Layer::LayerNormalization(layer) => Some(layer.normalization(parameters, inputs, unit)),
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => Some(layer.normalization(parameters, unit)),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Dropout(_) | Layer::Flatten(_) => None,
        }
    }

    /// Where its weights lie in the parameters of the model; empty without any.
    pub fn range(&self) -> Range<usize> {
        let tensors = self.tensors();
        tensors.first().zip(tensors.last()).map_or(0..0, |(first, last)| first.range.start..last.range.end)
    }

    /// The layer as the loops see it.
    pub(in super::super) fn loops(&self) -> Loops {
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
            #[cfg(feature = "full")]
            Layer::Normalization(_) => other(Transform::Fallback, Kind::Linear),
        }
    }

    /// Forward pass of a layer without a loop among the kernels.
    pub(in super::super) fn forward(
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
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.forward(parameters, inputs, outputs),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Flatten(_) => inputs.copy_to(outputs),
        }
    }

    /// Backward pass of a layer without a loop among the kernels.
    pub(in super::super) fn backward(&self, parameters: &[f32], mode: Mode, pass: Backward, gradients: &mut [f32]) {
        match self {
            Layer::BatchNormalization(layer) => layer.backward(parameters, mode, pass, gradients),
            Layer::Dropout(_) => dropout::backward(mode, pass),
            Layer::LayerNormalization(layer) => layer.backward(parameters, pass, gradients),
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.backward(parameters, pass, gradients),
            Layer::Activation(_) | Layer::Dense(_) | Layer::Flatten(_) => {}
        }
    }

    /// One row forward in inference, in any precision: fills `pre_activations` and `outputs` `[units]`.
    pub(in super::super) fn forward_row<T: Scalar>(
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
            #[cfg(feature = "full")]
            Layer::Normalization(layer) => layer.forward_row(parameters, inputs, pre_activations),
            Layer::Activation(_) | Layer::Dropout(_) | Layer::Flatten(_) => pre_activations.copy_from_slice(inputs),
        }
        self.activation().apply(self.units(), pre_activations, outputs);
    }
}
