//! One sample's complete record, as an ordered timeline of operations.

use super::event::{Event, Operation, Phase, Term};
use crate::Error;
use crate::concatenate::concatenate;
use crate::error::counted;
use crate::nn::{Dense, Layer, Preview, Sequential, Targets};
#[cfg(feature = "keras")]
use crate::nn::{Named, SettingValue, camel_case};
use serde::Serialize;
#[cfg(feature = "keras")]
use std::collections::BTreeMap;

/// One layer as the trace saw it, before the update.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TraceLayer {
    /// How many units.
    pub units: usize,
    /// Keras's name of the activation.
    pub activation: &'static str,
    /// The settings of the activation that differ from the defaults; the page's build has none.
    #[cfg(feature = "keras")]
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, SettingValue>,
    /// Whether a bias is added.
    pub use_bias: bool,
    /// `[inputs, units]`
    pub kernel: Vec<Vec<f32>>,
    /// `[units]`; empty without a bias.
    pub bias: Vec<f32>,
    /// Keras's class of a layer that is not dense.
    #[cfg(feature = "keras")]
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub class: Option<&'static str>,
}

/// One iteration on one row: forward, loss, backward, update.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Trace {
    /// How many updates came before.
    pub iteration: usize,
    /// The row's features.
    pub inputs: Vec<f32>,
    /// The targets.
    pub target: Vec<f32>,
    /// The predictions.
    pub prediction: Vec<f32>,
    /// How wrong that is.
    pub loss: f32,
    /// The layers before the update.
    pub layers: Vec<TraceLayer>,
    /// Every operation in its order.
    pub events: Vec<Event>,
}

/// Records one iteration of `model` on one row. The weights stay as they are: the update is shown, not taken.
///
/// Every value is what the model itself computes in a training step, bit for bit: results are read from the
/// model's own records, and the running sums follow the order of [`Dense`].
///
/// # Errors
/// Rejects inputs other than one row, targets that do not fit it, and numbers that are not finite.
pub fn trace(model: &mut Sequential, inputs: &[f32], target: &[f32], iteration: usize) -> Result<Trace, Error> {
    record(model, inputs, target, iteration, "moving")
}

/// [`trace()`] of one row of a batch `[rows, features]`: BatchNormalization takes mean and variance of the batch, as given
/// values, where it would take its moving ones.
///
/// # Errors
/// As [`trace()`], and rejects a batch that does not fit the model.
pub fn trace_in_batch(
    model: &mut Sequential,
    batch: &[f32],
    inputs: &[f32],
    target: &[f32],
    iteration: usize,
) -> Result<Trace, Error> {
    model.check_inputs(batch)?;
    match model.with_statistics_of(batch) {
        Some(mut given) => record(&mut given, inputs, target, iteration, "batch"),
        None => record(model, inputs, target, iteration, "moving"),
    }
}

fn record(
    model: &mut Sequential,
    inputs: &[f32],
    target: &[f32],
    iteration: usize,
    statistics: &'static str,
) -> Result<Trace, Error> {
    if inputs.len() != model.input_count() {
        return Err(Error::shape(
            "inputs",
            concatenate!["one row of ", counted(model.input_count(), "number")],
            inputs.len(),
        ));
    }
    let loss = model.gradients_for_row_major(inputs, target)?;
    let mut recorder = Recorder { statistics, ..Recorder::new(model, inputs, target) };
    recorder.forward();
    recorder.loss(loss);
    recorder.backward();
    recorder.update();
    let events = recorder.events;
    let (prediction, layers) = (model.predictions().to_vec(), trace_layers(model));
    Ok(Trace { iteration, inputs: inputs.to_vec(), target: target.to_vec(), prediction, loss, layers, events })
}

/// The layers of a trace: those that act in inference.
pub(super) fn trace_layers(model: &Sequential) -> Vec<TraceLayer> {
    model.active_layers().into_iter().map(|layer| trace_layer(layer, model.weights())).collect()
}

fn trace_layer(layer: &Layer, weights: &[f32]) -> TraceLayer {
    let dense = layer.as_dense();
    TraceLayer {
        units: layer.units(),
        activation: layer.activation().name(),
        #[cfg(feature = "keras")]
        settings: {
            let explicit = layer.activation().explicit_settings().into_iter();
            explicit.map(|setting| (camel_case(setting.name), setting.value)).collect()
        },
        use_bias: dense.is_some_and(|dense| dense.use_bias),
        kernel: dense.map_or_else(Vec::new, |dense| {
            weights[dense.kernel_range()].chunks(dense.units).map(<[f32]>::to_vec).collect()
        }),
        bias: dense.map_or_else(Vec::new, |dense| weights[dense.bias_range()].to_vec()),
        #[cfg(feature = "keras")]
        class: dense.is_none().then(|| layer.kind()),
    }
}

/// Reads a model's records of one row out as events.
pub(super) struct Recorder<'a> {
    pub(super) model: &'a Sequential,
    pub(super) layers: Vec<&'a Layer>,
    pub(super) inputs: &'a [f32],
    pub(super) target: &'a [f32],
    /// Whose mean and variance BatchNormalization takes; the page's build has none.
    #[cfg_attr(not(feature = "keras"), allow(dead_code))]
    pub(super) statistics: &'static str,
    pub(super) events: Vec<Event>,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(model: &'a Sequential, inputs: &'a [f32], target: &'a [f32]) -> Self {
        Recorder { model, layers: model.active_layers(), inputs, target, statistics: "moving", events: Vec::new() }
    }

    pub(super) fn push(&mut self, phase: Phase, layer: usize, unit: usize, operation: Operation) {
        self.events.push(Event { phase, layer, unit, operation });
    }

    /// What comes into a layer: the features, or the outputs of the layer before.
    pub(super) fn incoming(&self, layer: usize) -> &[f32] {
        if layer == 0 { self.inputs } else { self.model.outputs(layer - 1) }
    }

    fn forward(&mut self) {
        for (layer_idx, layer) in self.layers.clone().into_iter().enumerate() {
            for unit in 0..layer.units() {
                match layer {
                    Layer::Dense(dense) => self.weighted_sum(layer_idx, dense, unit),
                    Layer::Activation(_) => {}
                    Layer::BatchNormalization(_)
                    | Layer::Dropout(_)
                    | Layer::Flatten(_)
                    | Layer::LayerNormalization(_) => {
                        #[cfg(feature = "keras")]
                        self.normalization(layer_idx, layer, unit);
                        continue;
                    }
                    #[cfg(feature = "full")]
                    Layer::Normalization(_) => {
                        self.normalization(layer_idx, layer, unit);
                        continue;
                    }
                }
                self.activation(layer_idx, layer, unit);
            }
        }
    }

    fn activation(&mut self, layer_idx: usize, layer: &Layer, unit: usize) {
        let pre_activations = self.model.pre_activations(layer_idx);
        let whole_layer = layer.activation().derivative(0.0, 0.0).is_none();
        let operation = Operation::Activation {
            activation: layer.activation().name(),
            pre_activation: pre_activations[unit],
            pre_activations: if whole_layer { pre_activations.to_vec() } else { Vec::new() },
            output: self.model.outputs(layer_idx)[unit],
        };
        self.push(Phase::Forward, layer_idx, unit, operation);
    }

    fn weighted_sum(&mut self, layer_idx: usize, layer: &Dense, unit: usize) {
        let mut sum = 0.0;
        let mut products = Vec::with_capacity(layer.inputs);
        for input in 0..layer.inputs {
            let x = self.incoming(layer_idx)[input];
            let weight = self.model.weights()[layer.weight_index(input, unit)];
            let product = x * weight;
            sum += product;
            products.push(product);
            self.push(Phase::Forward, layer_idx, unit, Operation::Product { input, x, weight, product, sum });
        }
        self.push(Phase::Forward, layer_idx, unit, Operation::Sum { products, sum });
        if let Some(bias_idx) = layer.bias_index(unit) {
            let pre_activation = self.model.pre_activations(layer_idx)[unit];
            let bias = self.model.weights()[bias_idx];
            self.push(Phase::Forward, layer_idx, unit, Operation::Bias { sum, bias, pre_activation });
        }
    }

    fn loss(&mut self, loss: f32) {
        let layer = self.layers.len() - 1;
        let name = self.model.loss_function().name();
        let terms = self.model.loss_terms(self.target);
        // A loss over classes has one term, which belongs to no unit.
        if terms.len() == self.target.len() && self.target.len() == self.model.output_count() {
            for (unit, (&target, &term)) in self.target.iter().zip(&terms).enumerate() {
                let prediction = self.model.outputs(layer)[unit];
                let operation = Operation::LossTerm { name, prediction, target, error: prediction - target, term };
                self.push(Phase::Loss, layer, unit, operation);
            }
        }
        let penalty = Some(self.model.penalty()).filter(|&penalty| penalty != 0.0);
        self.push(Phase::Loss, layer, 0, Operation::Loss { name, terms, penalty, loss });
    }

    /// The target of an output unit; of a class given by its number, 1 for that unit and 0 for the others.
    fn target_of(&self, unit: usize) -> f32 {
        if self.model.loss_function().targets() != Targets::Class {
            return self.target[unit];
        }
        if self.target[0] == unit as f32 { 1.0 } else { 0.0 }
    }

    fn backward(&mut self) {
        for (layer_idx, layer) in self.layers.clone().into_iter().enumerate().rev() {
            let past = layer_idx + 1 == self.layers.len() && self.model.starts_at_pre_activations();
            for unit in 0..layer.units() {
                if past {
                    self.logit_gradient(layer_idx, unit);
                } else {
                    self.activation_gradient(layer_idx, unit);
                    if matches!(layer, Layer::Dense(_) | Layer::Activation(_)) {
                        self.pre_activation_gradient(layer_idx, layer, unit);
                    }
                }
                if let Layer::Dense(dense) = layer {
                    self.parameter_gradients(layer_idx, dense, unit);
                } else {
                    #[cfg(feature = "keras")]
                    self.normalization_gradients(layer_idx, layer, unit);
                }
            }
        }
    }

    fn logit_gradient(&mut self, layer_idx: usize, unit: usize) {
        let operation = Operation::LogitGradient {
            name: self.model.loss_function().name(),
            outputs: self.model.output_count(),
            prediction: self.model.outputs(layer_idx)[unit],
            target: self.target_of(unit),
            gradient: self.model.d_pre(layer_idx)[unit],
        };
        self.push(Phase::Backward, layer_idx, unit, operation);
    }

    fn activation_gradient(&mut self, layer_idx: usize, unit: usize) {
        let gradient = self.model.d_outputs(layer_idx)[unit];
        let operation = match self.layers.get(layer_idx + 1) {
            None => {
                let (prediction, target) = (self.model.outputs(layer_idx)[unit], self.target_of(unit));
                let error = prediction - target;
                Operation::OutputGradient {
                    name: self.model.loss_function().name(),
                    outputs: self.target.len(),
                    prediction,
                    target,
                    error,
                    gradient,
                }
            }
            Some(next) => Operation::ActivationGradient { terms: self.terms(layer_idx + 1, next, unit), gradient },
        };
        self.push(Phase::Backward, layer_idx, unit, operation);
    }

    /// What each unit of the next layer adds to `dL/da` of one input of that layer.
    fn terms(&self, next_idx: usize, next: &Layer, input: usize) -> Vec<Term> {
        let Layer::Dense(next) = next else {
            #[cfg(feature = "keras")]
            return self.terms_of_others(next_idx, next, input);
            #[cfg(not(feature = "keras"))]
            return Vec::new();
        };
        let term = |(unit, &gradient)| {
            let weight = self.model.weights()[next.weight_index(input, unit)];
            Term { layer: next_idx, unit, gradient, weight, product: gradient * weight }
        };
        self.model.d_pre(next_idx).iter().enumerate().map(term).collect()
    }

    fn pre_activation_gradient(&mut self, layer_idx: usize, layer: &Layer, unit: usize) {
        let pre_activation = self.model.pre_activations(layer_idx)[unit];
        let outputs = self.model.outputs(layer_idx);
        let d_outputs = self.model.d_outputs(layer_idx);
        let derivative = layer.activation().derivative(pre_activation, outputs[unit]);
        let whole_layer = |values: &[f32]| {
            if derivative.is_none() { values.to_vec() } else { Vec::new() }
        };
        let operation = Operation::PreActivationGradient {
            activation: layer.activation().name(),
            pre_activation,
            output: outputs[unit],
            activation_gradient: d_outputs[unit],
            derivative,
            outputs: whole_layer(outputs),
            activation_gradients: whole_layer(d_outputs),
            gradient: self.model.d_pre(layer_idx)[unit],
        };
        self.push(Phase::Backward, layer_idx, unit, operation);
    }

    fn parameter_gradients(&mut self, layer_idx: usize, layer: &Dense, unit: usize) {
        let pre_activation_gradient = self.model.d_pre(layer_idx)[unit];
        let gradients = self.model.gradients();
        let rest = |regularized: bool, gradient: f32, own: f32| regularized.then_some(gradient - own);
        // What is frozen has no gradient, as in Keras, and no update.
        let is_trained = |idx: &usize| self.model.is_trained(*idx);
        for input in 0..layer.inputs {
            let Some(idx) = Some(layer.weight_index(input, unit)).filter(is_trained) else { continue };
            let (x, gradient) = (self.incoming(layer_idx)[input], gradients[idx]);
            let penalty = rest(layer.kernel_regularizer.is_some(), gradient, pre_activation_gradient * x);
            let operation = Operation::WeightGradient { penalty, input, pre_activation_gradient, x, gradient };
            self.push(Phase::Backward, layer_idx, unit, operation);
        }
        if let Some(bias_idx) = layer.bias_index(unit).filter(is_trained) {
            let gradient = gradients[bias_idx];
            let penalty = rest(layer.bias_regularizer.is_some(), gradient, pre_activation_gradient);
            let operation = Operation::BiasGradient { penalty, pre_activation_gradient, gradient };
            self.push(Phase::Backward, layer_idx, unit, operation);
        }
    }

    /// The update of every parameter.
    pub(super) fn update(&mut self) {
        let Preview { learning_rate, gradients, new_weights } = self.model.preview_update();
        let optimizer = self.model.optimizer();
        let rule = optimizer.rule.name();
        let plain = optimizer.rule.slot_names().is_empty() && optimizer.weight_decay.is_none();
        let weights = self.model.weights();
        let step = |idx: usize| {
            let (before, gradient, after) = (weights[idx], gradients[idx], new_weights[idx]);
            let change = if plain { learning_rate * gradient } else { before - after };
            Update { rule, before, learning_rate, gradient, change, after }
        };
        for (layer_idx, layer) in self.layers.clone().into_iter().enumerate() {
            for unit in 0..layer.units() {
                let Layer::Dense(dense) = layer else {
                    #[cfg(feature = "keras")]
                    self.normalization_updates(layer_idx, layer, unit, step);
                    continue;
                };
                let is_trained = |idx: &usize| self.model.is_trained(*idx);
                for input in 0..dense.inputs {
                    let Some(idx) = Some(dense.weight_index(input, unit)).filter(is_trained) else { continue };
                    let Update { rule, before, learning_rate, gradient, change, after } = step(idx);
                    let operation =
                        Operation::WeightUpdate { rule, input, before, learning_rate, gradient, change, after };
                    self.push(Phase::Update, layer_idx, unit, operation);
                }
                if let Some(bias_idx) = dense.bias_index(unit).filter(is_trained) {
                    let Update { rule, before, learning_rate, gradient, change, after } = step(bias_idx);
                    let operation = Operation::BiasUpdate { rule, before, learning_rate, gradient, change, after };
                    self.push(Phase::Update, layer_idx, unit, operation);
                }
            }
        }
    }
}

/// The update of one parameter.
pub(super) struct Update {
    pub(super) rule: &'static str,
    pub(super) before: f32,
    pub(super) learning_rate: f32,
    pub(super) gradient: f32,
    pub(super) change: f32,
    pub(super) after: f32,
}
