//! The Sequential model: a chain of layers with a loss, an optimizer and metrics.

use super::config::{self, LayerConfig, ModelConfig};
use super::optimizer::OptimizerState;
use super::{Dense, Initializer, Loss, NamedMetric, Optimizer, Random, Rows};
use crate::Error;
use crate::error::{all_finite, counted};
use crate::number::singles;
use glassnet_kernels::{Records, are_finite};
use std::ops::Range;

/// A Sequential model: a chain of layers with a loss, an optimizer and metrics.
///
/// All weights lie in one buffer in the order of Keras's `get_weights()`, each kernel row by row; their gradients lie in a
/// second one of the same order, and the optimizer's state in a third.
///
/// ```
/// use glassnet::nn::{Activation, LayerConfig, ModelConfig, Sequential};
///
/// let layers = [LayerConfig::given(&[&[2.0, 1.0], &[1.0, 1.0]], Activation::Sigmoid)];
/// let mut model = Sequential::new(&ModelConfig::new(2, layers))?;
/// assert_eq!(model.predict(&[1.0, -1.0])?, [0.7310586, 0.5]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sequential {
    pub(super) layers: Vec<Dense>,
    pub(super) loss: Loss,
    optimizer: Optimizer,
    pub(super) metrics: Vec<NamedMetric>,
    pub(super) parameters: Vec<f32>,
    /// The parameters after the step; the two buffers are swapped when it is taken.
    next_parameters: Vec<f32>,
    start_parameters: Vec<f32>,
    pub(super) gradients: Vec<f32>,
    state: OptimizerState,
    tensors: Vec<Range<usize>>,
    /// Whether a regularizer adds to the loss.
    pub(super) regularized: bool,
    pub(super) records: Records,
}

/// A loss and metrics by their names, the loss first.
pub type Scores = Vec<(String, f64)>;

/// A preview of an update: the learning rate, the clipped gradients, and the weights after it.
pub(crate) struct Preview {
    pub(crate) learning_rate: f32,
    pub(crate) gradients: Vec<f32>,
    pub(crate) new_weights: Vec<f32>,
}

impl Sequential {
    /// Builds a model with its initial weights.
    ///
    /// # Errors
    /// Rejects sizes of 0 or past [`config::MAX_UNITS`], [`config::MAX_LAYERS`] and [`config::MAX_PARAMETERS`],
    /// kernels and biases of another shape than `[inputs, units]` and `[units]`, numbers that are not finite, and
    /// settings that no training can use.
    pub fn new(config: &ModelConfig) -> Result<Self, Error> {
        #[cfg(not(feature = "keras"))]
        reject_unsupported(config)?;
        let (layers, own, parameter_count) = config::layers(config.inputs, &config.layers)?;
        let parameters = start_parameters(config.seed, &layers, &own, parameter_count);
        all_finite("start weights", &parameters)?;
        config.optimizer.check()?;
        check_metrics(&config.metrics, config.loss, layers.last().map_or(0, |layer| layer.units))?;
        let mut tensors = Vec::with_capacity(2 * layers.len());
        for layer in &layers {
            tensors.push(layer.kernel_range());
            if layer.use_bias {
                tensors.push(layer.bias_range());
            }
        }
        Ok(Sequential {
            records: Records::new(&layers.iter().map(Dense::layer).collect::<Vec<_>>()),
            regularized: layers.iter().any(Dense::is_regularized),
            tensors,
            layers,
            loss: config.loss,
            state: config.optimizer.start(parameters.len()),
            optimizer: config.optimizer.clone(),
            metrics: config.metrics.clone(),
            start_parameters: parameters.clone(),
            next_parameters: parameters.clone(),
            gradients: vec![0.0; parameters.len()],
            parameters,
        })
    }

    /// Sets loss, optimizer and metrics; the optimizer's state is reset, the weights stay.
    ///
    /// # Errors
    /// Rejects settings out of their range, and metrics that do not fit the loss.
    pub fn compile(&mut self, loss: Loss, optimizer: Optimizer, metrics: Vec<NamedMetric>) -> Result<(), Error> {
        optimizer.check()?;
        check_metrics(&metrics, loss, self.output_count())?;
        self.state = optimizer.start(self.parameters.len());
        (self.loss, self.optimizer, self.metrics) = (loss, optimizer, metrics);
        Ok(())
    }

    /// The dense layers, first hidden layer first.
    pub fn layers(&self) -> &[Dense] {
        &self.layers
    }

    /// The loss.
    pub fn loss_function(&self) -> Loss {
        self.loss
    }

    /// The optimizer.
    pub fn optimizer(&self) -> &Optimizer {
        &self.optimizer
    }

    /// The optimizer's state.
    pub fn optimizer_state(&self) -> &OptimizerState {
        &self.state
    }

    /// The metrics.
    pub fn metrics(&self) -> &[NamedMetric] {
        &self.metrics
    }

    /// How many features a row has.
    #[cfg_attr(feature = "keras", inline(always))]
    pub fn input_count(&self) -> usize {
        // There is a first layer; indexing would add a call that panics.
        self.layers.first().map_or(0, |layer| layer.inputs)
    }

    /// How many numbers a prediction has.
    #[cfg_attr(feature = "keras", inline(always))]
    pub fn output_count(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.units)
    }

    /// How many numbers the target of a row has: as many as a prediction, or one class.
    #[cfg_attr(feature = "keras", inline(always))]
    pub fn target_count(&self) -> usize {
        self.loss.target_width(self.output_count())
    }

    /// All weights and biases, layer after layer: kernel `[inputs, units]` row by row, then bias `[units]`.
    pub fn weights(&self) -> &[f32] {
        &self.parameters
    }

    /// The initial weights, in the order of [`Sequential::weights`].
    pub fn start_weights(&self) -> &[f32] {
        &self.start_parameters
    }

    /// Replaces all weights and biases, in the order of [`Sequential::weights`].
    ///
    /// # Errors
    /// Rejects another count and numbers that are not finite; the former weights stay.
    pub fn set_weights(&mut self, weights: &[f32]) -> Result<(), Error> {
        if weights.len() != self.parameters.len() {
            return Err(Error::shape("weights", counted(self.parameters.len(), "number"), weights.len()));
        }
        all_finite("weights", weights)?;
        self.parameters.copy_from_slice(weights);
        Ok(())
    }

    /// Restores the state of another model of the same configuration: initial weights, weights and optimizer state.
    ///
    /// # Errors
    /// Rejects other counts, and weights that are not finite; the model stays as it is.
    pub fn restore(&mut self, start_weights: &[f32], weights: &[f32], state: OptimizerState) -> Result<(), Error> {
        for (what, numbers, expected) in [
            ("startWeights", start_weights, self.parameters.len()),
            ("weights", weights, self.parameters.len()),
            ("optimizer.slots", &state.slots, self.state.slots.len()),
        ] {
            if numbers.len() != expected {
                return Err(Error::shape(what, counted(expected, "number"), numbers.len()));
            }
        }
        all_finite("startWeights", start_weights)?;
        all_finite("weights", weights)?;
        self.start_parameters.copy_from_slice(start_weights);
        self.parameters.copy_from_slice(weights);
        self.state = state;
        Ok(())
    }

    /// Resets the weights to the initial ones, and the optimizer's state.
    pub fn reset(&mut self) {
        self.parameters.copy_from_slice(&self.start_parameters);
        self.state = self.optimizer.start(self.parameters.len());
    }

    /// Predicts `[rows, outputs]` for `inputs` `[rows, features]`.
    ///
    /// # Errors
    /// Rejects inputs that do not fill whole rows, and numbers that are not finite.
    pub fn predict(&mut self, inputs: &[f32]) -> Result<Vec<f32>, Error> {
        self.check_inputs(inputs)?;
        let rows = inputs.len() / self.input_count();
        let mut predictions = vec![0.0; rows * self.output_count()];
        self.predict_rows(inputs, &mut predictions);
        Ok(predictions)
    }

    /// Predicts rows into `outputs` `[rows, outputs]`; `false`, and nothing is done, where an input is not finite.
    #[cfg(all(target_arch = "wasm32", feature = "keras"))]
    pub(crate) fn predict_into(&mut self, inputs: &[f32], outputs: &mut [f32]) -> bool {
        let fits = are_finite(inputs);
        if fits {
            self.predict_rows(inputs, outputs);
        }
        fits
    }

    /// Forward and backward pass without an update: returns the loss; [`Sequential::gradients`] has the gradients.
    ///
    /// # Errors
    /// Rejects inputs that do not fill whole rows, targets that are not `[rows, outputs]` or no classes, and numbers
    /// that are not finite.
    pub fn gradients_for(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        self.check_rows(inputs, targets)?;
        Ok(self.forward_and_backward(inputs, targets))
    }

    /// The gradients of the last backward pass, in the order of [`Sequential::weights`].
    pub fn gradients(&self) -> &[f32] {
        &self.gradients
    }

    /// Clips the current gradients as the optimizer does.
    pub fn clip_gradients(&mut self) {
        self.optimizer.clip(&mut self.gradients, &self.tensors);
    }

    /// One optimizer update from the current gradients; keeps the weights and returns `false` where one would not be finite.
    ///
    /// Clipping comes first, as `clipvalue` makes an infinite gradient finite.
    #[cfg_attr(feature = "keras", inline(always))]
    pub fn update(&mut self) -> bool {
        self.clip_gradients();
        if !are_finite(&self.gradients) {
            return false;
        }
        self.optimizer.step(&mut self.state, &self.parameters, &self.gradients, &mut self.next_parameters);
        if !are_finite(&self.next_parameters) {
            return false;
        }
        // std's `swap` would be a loop over their bytes.
        let next = std::mem::take(&mut self.next_parameters);
        self.next_parameters = std::mem::replace(&mut self.parameters, next);
        true
    }

    /// An update from the current gradients, without taking it.
    pub(crate) fn preview_update(&self) -> Preview {
        let mut gradients = self.gradients.clone();
        self.optimizer.clip(&mut gradients, &self.tensors);
        let mut new_weights = self.parameters.clone();
        let learning_rate = self.optimizer.learning_rate.at(self.state.iterations);
        self.optimizer.step(&mut self.state.clone(), &self.parameters, &gradients, &mut new_weights);
        Preview { learning_rate, gradients, new_weights }
    }

    /// One training step: forward, loss, backward, update. Returns the loss before the update.
    ///
    /// A step after which a weight would not be finite is not taken: see [`Sequential::update`].
    ///
    /// # Errors
    /// As [`Sequential::gradients_for`].
    pub fn train_step(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        let loss = self.gradients_for(inputs, targets)?;
        self.update();
        Ok(loss)
    }

    /// Rejects inputs that are not `[rows, features]` of finite numbers; returns the rows.
    pub(crate) fn check_inputs(&self, inputs: &[f32]) -> Result<usize, Error> {
        let features = self.input_count();
        if inputs.is_empty() || !inputs.len().is_multiple_of(features) {
            let received = inputs.len();
            return Err(Error::shape(
                "inputs",
                format_args!("rows of {}", counted(features, "number")),
                counted(received, "number"),
            ));
        }
        all_finite("inputs", inputs)?;
        Ok(inputs.len() / features)
    }

    /// Rejects rows whose inputs or targets do not fit the model or each other.
    pub(crate) fn check_rows(&self, inputs: &[f32], targets: &[f32]) -> Result<(), Error> {
        let expected = self.check_inputs(inputs)? * self.target_count();
        if targets.len() != expected {
            return Err(Error::shape("targets", counted(expected, "number"), targets.len()));
        }
        all_finite("targets", targets)?;
        self.loss.check_targets(targets, self.output_count())
    }

    /// Forward, loss and backward for rows that were checked; dropout does not act.
    pub(crate) fn forward_and_backward(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        let inputs = Rows::all(inputs, self.input_count());
        self.pass(inputs, Rows::all(targets, self.target_count()), None)
    }
}

/// Rejects what the build without the feature `keras` cannot train.
#[cfg(not(feature = "keras"))]
fn reject_unsupported(config: &ModelConfig) -> Result<(), Error> {
    let plain = matches!(config.optimizer.learning_rate, super::Schedule::Constant(_))
        && config.optimizer.rule == config.optimizer.rule.kept()
        && config.optimizer.clip.is_none();
    if plain && config.loss == config.loss.kept() {
        return Ok(());
    }
    Err(Error::shape("model", "mean_squared_error and plain sgd, or a build with the feature keras", "others"))
}

/// Rejects metrics that cannot be computed from the targets of this loss.
fn check_metrics(metrics: &[NamedMetric], loss: Loss, outputs: usize) -> Result<(), Error> {
    // Worked examples have none: see `Loss::kept`.
    if cfg!(feature = "keras") {
        for metric in metrics {
            metric.metric.check(loss, outputs)?;
        }
    }
    Ok(())
}

/// The initial weights: as given, else drawn by the layers' initializers from the seed.
fn start_parameters(seed: u64, layers: &[Dense], configs: &[&LayerConfig], count: usize) -> Vec<f32> {
    let mut random = Random::new(seed);
    let mut parameters = Vec::with_capacity(count);
    for (layer, config) in layers.iter().zip(configs) {
        let (kernel, bias) = (config.kernel.as_deref().unwrap_or_default(), config.bias.as_slice());
        let initializers = (config.kernel_initializer, config.bias_initializer);
        for (rows, initializer, inputs, end) in [
            (kernel, initializers.0.unwrap_or(Initializer::GlorotUniform), layer.inputs, layer.kernel_range().end),
            (bias, initializers.1.unwrap_or(Initializer::Zeros), layer.units, layer.bias_range().end),
        ] {
            rows.iter().for_each(|row| parameters.extend(singles(row)));
            let given = parameters.len();
            parameters.resize(end, 0.0);
            // Worked examples give their weights: see `Loss::kept`.
            if cfg!(feature = "keras") && given < end {
                initializer.fill(&mut random, inputs, layer.units, &mut parameters[given..]);
            }
        }
    }
    parameters
}
