//! Layers as modules of a `torch.nn.Sequential`, and their weights by the names of its state.

use super::modules::{Class, Module, NORMALIZATION, activation};
use super::python::{number, truth};
use super::safetensors::{Numbers, Tensor};
use crate::errors;
use crate::model::SavedModel;
use glassnet::Error;
use glassnet::data::Scaler;
use glassnet::nn::{Activation, BatchNormalizationConfig, Layer, LayerNormalizationConfig, NormalizationLayer};

/// Keras's `epsilon()`: a deviation of Normalization is at least this.
const LEAST_DEVIATION: f32 = 1e-7;

/// The modules of a model, their weights, and what is fixed of them.
#[derive(Debug, Default)]
pub(super) struct Modules {
    /// Each with the name of the layer that it is of.
    pub(super) lines: Vec<(String, String)>,
    pub(super) classes: Vec<Class>,
    pub(super) tensors: Vec<Tensor>,
    /// Parameters that are not trained: `model[1].weight`.
    pub(super) frozen: Vec<String>,
    /// Which module each layer begins with.
    pub(super) places: Vec<usize>,
}

impl Modules {
    /// The modules of a model, behind a scaler if there is one.
    ///
    /// # Errors
    /// Rejects what PyTorch has not, by layer and setting.
    pub(super) fn of(saved: &SavedModel, scaler: Option<&Scaler>) -> Result<Self, Error> {
        let mut modules = Modules::default();
        if let Some(scaler) = scaler {
            modules.scaling(scaler);
        }
        for (_, layer, name) in saved.layers() {
            modules.places.push(modules.lines.len());
            modules
                .layer(layer, name, saved.model().weights())
                .map_err(|error| errors::of_layer(&error, layer.class(), name))?;
        }
        Ok(modules)
    }

    fn layer(&mut self, layer: &Layer, name: &str, weights: &[f32]) -> Result<(), Error> {
        let units = layer.units();
        match layer {
            Layer::Dense(dense) => {
                let bias = if dense.use_bias { "" } else { ", bias=False" };
                self.dense_weights(layer, weights);
                self.push(format!("nn.Linear({}, {units}{bias})", dense.inputs), name);
                self.freeze_if(!dense.trainable, "weight");
                self.freeze_if(!dense.trainable && dense.use_bias, "bias");
                if dense.activation != Activation::Linear {
                    self.push_module(activation(dense.activation)?, name);
                }
            }
            Layer::Activation(_) => self.push_module(activation(layer.activation())?, name),
            Layer::Dropout(dropout) => self.push(format!("nn.Dropout({})", number(dropout.config.rate)), name),
            Layer::Flatten(_) => self.push("nn.Flatten()".to_string(), name),
            Layer::BatchNormalization(own) => self.batch_normalization(layer, &own.config, name, weights),
            Layer::LayerNormalization(own) => self.layer_normalization(layer, &own.config, name, weights),
            Layer::Normalization(normalization) => self.normalization(layer, normalization, name, weights),
            other => {
                return Err(errors::unknown("type", "a layer that can be written for PyTorch", other.class()));
            }
        }
        Ok(())
    }

    fn batch_normalization(&mut self, layer: &Layer, config: &BatchNormalizationConfig, name: &str, weights: &[f32]) {
        self.scale_and_shift(layer, weights, config.scale, config.center);
        for (tensor, buffer) in [("moving_mean", "running_mean"), ("moving_variance", "running_var")] {
            self.vector(buffer, floats(layer, weights, tensor, 0.0));
        }
        self.tensor("num_batches_tracked", Vec::new(), Numbers::Integers(vec![0]));
        // PyTorch's momentum is what Keras's lacks of 1.
        let settings = format!("eps={}, momentum=1.0 - {}", number(config.epsilon), number(config.momentum));
        let affine = truth(config.scale || config.center);
        self.push(format!("nn.BatchNorm1d({}, {settings}, affine={affine})", layer.units()), name);
        self.freeze_half(config.scale, config.center);
    }

    fn layer_normalization(&mut self, layer: &Layer, config: &LayerNormalizationConfig, name: &str, weights: &[f32]) {
        self.scale_and_shift(layer, weights, config.scale, config.center);
        let affine = truth(config.scale || config.center);
        let settings = format!("eps={}, elementwise_affine={affine}", number(config.epsilon));
        self.push(format!("nn.LayerNorm({}, {settings})", layer.units()), name);
        self.freeze_half(config.scale, config.center);
    }

    /// A kernel as PyTorch has it: `[units, inputs]`.
    fn dense_weights(&mut self, layer: &Layer, weights: &[f32]) {
        let (inputs, units) = (layer.inputs(), layer.units());
        let kernel = floats(layer, weights, "kernel", 0.0);
        let transposed = (0..units).flat_map(|unit| kernel.iter().skip(unit).step_by(units)).copied().collect();
        self.tensor("weight", vec![units, inputs], Numbers::Floats(transposed));
        if layer.tensors().iter().any(|tensor| tensor.name == "bias") {
            self.vector("bias", floats(layer, weights, "bias", 0.0));
        }
    }

    /// Gamma and beta. PyTorch has both or none: the one that Keras leaves out is 1 or 0, and not trained.
    fn scale_and_shift(&mut self, layer: &Layer, weights: &[f32], scale: bool, center: bool) {
        if scale || center {
            self.vector("weight", floats(layer, weights, "gamma", 1.0));
            self.vector("bias", floats(layer, weights, "beta", 0.0));
        }
    }

    /// Freezes the one of gamma and beta that Keras leaves out, of the last module.
    fn freeze_half(&mut self, scale: bool, center: bool) {
        self.freeze_if(center && !scale, "weight");
        self.freeze_if(scale && !center, "bias");
    }

    fn normalization(&mut self, layer: &Layer, own: &NormalizationLayer, name: &str, weights: &[f32]) {
        let wide = |numbers: &[f32], each: fn(f32) -> f32| {
            let numbers: Vec<f64> = numbers.iter().map(|number| f64::from(each(*number))).collect();
            if numbers.len() == 1 { vec![numbers[0]; own.inputs()] } else { numbers }
        };
        let of = |tensor: &str, given: &Option<Vec<f32>>| {
            given.clone().unwrap_or_else(|| floats(layer, weights, tensor, 0.0))
        };
        let mean = wide(&of("mean", &own.config.mean), |mean| mean);
        let deviation = wide(&of("variance", &own.config.variance), |variance| variance.sqrt().max(LEAST_DEVIATION));
        self.push_normalization(mean, deviation, name);
    }

    fn scaling(&mut self, scaler: &Scaler) {
        let (mean, deviation) = scaler.columns().iter().map(|column| (column.offset, column.scale)).unzip();
        self.push_normalization(mean, deviation, "scaling of the inputs");
    }

    fn push_normalization(&mut self, mean: Vec<f64>, deviation: Vec<f64>, name: &str) {
        let columns = mean.len();
        self.tensor("mean", vec![columns], Numbers::Doubles(mean));
        self.tensor("deviation", vec![columns], Numbers::Doubles(deviation));
        self.push_module(Module { expression: format!("Normalization({columns})"), class: Some(NORMALIZATION) }, name);
    }

    fn push_module(&mut self, module: Module, name: &str) {
        self.classes.extend(module.class.filter(|class| !self.classes.contains(class)));
        self.push(module.expression, name);
    }

    fn push(&mut self, expression: String, name: &str) {
        self.lines.push((expression, name.to_string()));
    }

    /// Freezes a parameter of the last module.
    fn freeze_if(&mut self, is_frozen: bool, parameter: &str) {
        if is_frozen {
            self.frozen.push(format!("model[{}].{parameter}", self.lines.len() - 1));
        }
    }

    fn vector(&mut self, name: &str, numbers: Vec<f32>) {
        self.tensor(name, vec![numbers.len()], Numbers::Floats(numbers));
    }

    /// A tensor of the module that is pushed next.
    fn tensor(&mut self, name: &str, shape: Vec<usize>, numbers: Numbers) {
        self.tensors.push(Tensor { name: format!("{}.{name}", self.lines.len()), shape, numbers });
    }
}

/// The numbers of a tensor of a layer; where it has none of that name, so many times a number that stands for it.
fn floats(layer: &Layer, weights: &[f32], name: &str, otherwise: f32) -> Vec<f32> {
    let tensor = layer.tensors().into_iter().find(|tensor| tensor.name == name);
    tensor.map_or_else(|| vec![otherwise; layer.units()], |tensor| weights[tensor.range].to_vec())
}
