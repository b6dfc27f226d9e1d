//! The Sequential model: a chain of layers with a loss, an optimizer and metrics.

use super::config::{self, ModelConfig};
use super::layers::{Dense, Layer, LayerConfig, Mode};
use super::optimizer::OptimizerState;
use super::{Loss, NamedMetric, Optimizer, Random, Rows, Schedule};
use crate::Error;
use crate::concatenate::concatenate;
use crate::error::{all_finite, counted};
use glassnet_kernels::Records;
use std::ops::Range;

/// A Sequential model: a chain of layers with a loss, an optimizer and metrics.
///
/// All weights lie in one buffer in the order of Keras's `get_weights()`, each kernel row by row; their gradients lie in a
/// second one of the same order, and the optimizer's state in a third.
///
/// ```
/// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
///
/// let layers = [DenseConfig::given(&[&[2.0, 1.0], &[1.0, 1.0]], Activation::Sigmoid)];
/// let mut model = Sequential::new(&ModelConfig::new(2, layers))?;
/// assert_eq!(model.predict_row_major(&[1.0, -1.0])?, [0.7310586, 0.5]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sequential {
    pub(super) layers: Vec<Layer>,
    /// Where in `layers` those are that act in inference.
    pub(super) active: Vec<usize>,
    pub(super) loss: Loss,
    /// Of the loss; asked for at each batch, so it is kept.
    target_count: usize,
    pub(super) optimizer: Optimizer,
    /// The learning rate as it was compiled, once it was set to another.
    pub(super) compiled_rate: Option<Schedule>,
    pub(super) metrics: Vec<NamedMetric>,
    pub(super) parameters: Vec<f32>,
    /// The parameters after the step; the two buffers are swapped when it is taken.
    pub(super) next_parameters: Vec<f32>,
    pub(super) start_parameters: Vec<f32>,
    pub(super) gradients: Vec<f32>,
    pub(super) state: OptimizerState,
    /// Where the trainable tensors lie in the parameters.
    pub(super) tensors: Vec<Range<usize>>,
    /// Where the parameters of dense layers lie that are not trained.
    pub(super) frozen: Vec<Range<usize>>,
    /// The mode of the last forward pass.
    pub(super) mode: Mode,
    /// Whether there are means and variances, which the optimizer leaves alone.
    pub(super) has_moving: bool,
    /// Whether a regularizer adds to the loss.
    pub(super) regularized: bool,
    /// Whether there are constraints.
    #[cfg(feature = "full")]
    pub(super) constrained: bool,
    pub(super) records: Records,
    /// Inputs and targets of a batch that came as matrices, row after row.
    pub(super) batch: [Vec<f32>; 2],
}

/// A loss and metrics by their names, the loss first.
pub type Scores = Vec<(String, f64)>;

impl Sequential {
    /// Builds a model with its initial weights.
    ///
    /// # Errors
    /// Rejects sizes of 0 or past [`super::MAX_UNITS`], [`super::MAX_LAYERS`] and [`super::MAX_PARAMETERS`],
    /// kernels and biases of another shape than `[inputs, units]` and `[units]`, numbers that are not finite, and
    /// settings that no training can use.
    pub fn new(config: &ModelConfig) -> Result<Self, Error> {
        #[cfg(not(feature = "keras"))]
        reject_unsupported(config)?;
        let layers = config::build_layers(config.inputs, &config.layers)?;
        let parameters = initial_parameters(config.seed, &layers, &config.layers);
        all_finite("start weights", &parameters)?;
        config.optimizer.check()?;
        let outputs = layers.last().map_or(0, Layer::units);
        check_metrics(&config.metrics, config.loss, outputs)?;
        let trainable = |layer: &Layer| layer.tensors().into_iter().filter(|tensor| tensor.trainable);
        Ok(Sequential {
            records: Records::new(&layers.iter().map(Layer::loops).collect::<Vec<_>>()),
            regularized: layers.iter().filter_map(Layer::as_dense).any(Dense::has_penalty),
            #[cfg(feature = "full")]
            constrained: layers.iter().filter_map(Layer::as_dense).any(Dense::is_constrained),
            tensors: layers.iter().flat_map(trainable).map(|tensor| tensor.range).collect(),
            frozen: layers.iter().filter_map(Layer::as_dense).filter_map(Dense::frozen_range).collect(),
            active: (0..layers.len()).filter(|&layer| layers[layer].acts_in_inference()).collect(),
            mode: Mode::Inference,
            has_moving: layers.iter().any(Layer::has_fixed_tensors),
            layers,
            loss: config.loss,
            target_count: config.loss.target_width(outputs),
            state: config.optimizer.start(parameters.len()),
            optimizer: config.optimizer.clone(),
            compiled_rate: None,
            metrics: config.metrics.clone(),
            start_parameters: parameters.clone(),
            next_parameters: parameters.clone(),
            gradients: vec![0.0; parameters.len()],
            parameters,
            batch: Default::default(),
        })
    }

    /// Sets loss, optimizer and metrics; the optimizer's state is reset, the weights stay.
    ///
    /// # Errors
    /// Rejects settings out of their range, and metrics that do not fit the loss.
    pub fn compile(&mut self, loss: Loss, optimizer: Optimizer, metrics: Vec<NamedMetric>) -> Result<(), Error> {
        optimizer.check()?;
        let outputs = self.output_count();
        check_metrics(&metrics, loss, outputs)?;
        self.target_count = loss.target_width(outputs);
        self.state = optimizer.start(self.parameters.len());
        (self.loss, self.optimizer, self.metrics, self.compiled_rate) = (loss, optimizer, metrics, None);
        Ok(())
    }

    /// All layers, the first hidden layer first.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The layers that act in inference: all but Dropout and Flatten. Traces, health and activations count these.
    pub fn active_layers(&self) -> Vec<&Layer> {
        self.active.iter().map(|&layer| &self.layers[layer]).collect()
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
    #[inline(always)]
    pub fn input_count(&self) -> usize {
        // There is a first layer; indexing would add a call that panics.
        self.layers.first().map_or(0, Layer::inputs)
    }

    /// How many numbers a prediction has.
    #[inline(always)]
    pub fn output_count(&self) -> usize {
        self.layers.last().map_or(0, Layer::units)
    }

    /// How many numbers the target of a row has: as many as a prediction, or one class.
    #[inline(always)]
    pub fn target_count(&self) -> usize {
        self.target_count
    }

    /// All weights in the order of Keras's `get_weights()`: layer after layer, kernel `[inputs, units]` row by row, then bias
    /// `[units]`; or gamma, beta, moving mean and moving variance `[units]`.
    pub fn weights(&self) -> &[f32] {
        &self.parameters
    }

    /// The initial weights, in the order of [`Sequential::weights`].
    pub fn start_weights(&self) -> &[f32] {
        &self.start_parameters
    }

    /// Replaces all weights, in the order of [`Sequential::weights`].
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

    /// Resets the weights to the initial ones, the optimizer's state, and a learning rate that was set.
    pub fn reset(&mut self) {
        if let Some(rate) = self.compiled_rate.take() {
            self.optimizer.learning_rate = rate;
        }
        self.parameters.copy_from_slice(&self.start_parameters);
        self.state = self.optimizer.start(self.parameters.len());
    }

    /// Predicts `[rows, outputs]` for `inputs` `[rows, features]`.
    ///
    /// # Errors
    /// Rejects inputs that do not fill whole rows, and numbers that are not finite.
    pub fn predict_row_major(&mut self, inputs: &[f32]) -> Result<Vec<f32>, Error> {
        self.check_inputs(inputs)?;
        Ok(self.predict_validated(inputs))
    }

    /// [`Sequential::predict_row_major`] for validated rows.
    pub(crate) fn predict_validated(&mut self, inputs: &[f32]) -> Vec<f32> {
        let rows = inputs.len() / self.input_count();
        let mut predictions = vec![0.0; rows * self.output_count()];
        self.predict_rows(inputs, &mut predictions);
        predictions
    }

    /// Predicts rows into `outputs` `[rows, outputs]`; `false`, and nothing is done, where an input is not finite.
    #[cfg(all(target_arch = "wasm32", feature = "bindings", feature = "keras"))]
    pub(crate) fn predict_into(&mut self, inputs: &[f32], outputs: &mut [f32]) -> bool {
        let fits = glassnet_kernels::are_finite(inputs);
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
    pub fn gradients_for_row_major(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        self.check_rows(inputs, targets)?;
        Ok(self.forward_and_backward(inputs, targets))
    }

    /// The gradients of the last backward pass, in the order of [`Sequential::weights`].
    pub fn gradients(&self) -> &[f32] {
        &self.gradients
    }

    /// One training step on a batch: forward, loss, backward, update. Returns the loss before the update.
    ///
    /// A step after which a weight would not be finite is not taken: see [`Sequential::update`].
    ///
    /// # Errors
    /// As [`Sequential::gradients_for_row_major`].
    pub fn train_on_batch_row_major(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        self.check_rows(inputs, targets)?;
        let loss = self.training_pass(inputs, targets);
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
                concatenate!["rows of ", counted(features, "number")],
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

    /// Forward and backward pass as in inference for validated rows: Dropout does not act, and BatchNormalization takes its
    /// moving mean and variance.
    pub(crate) fn forward_and_backward(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        let inputs = Rows::all(inputs, self.input_count());
        self.pass(inputs, Rows::all(targets, self.target_count()), Mode::Inference)
    }

    /// Forward and backward pass of a training step for validated rows, but that Dropout does not act.
    #[cfg(feature = "keras")]
    pub(crate) fn batch_statistics_pass(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        let inputs = Rows::all(inputs, self.input_count());
        self.pass(inputs, Rows::all(targets, self.target_count()), Mode::BatchStatistics)
    }

    /// Forward and backward pass of a training step for validated rows.
    pub(crate) fn training_pass(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        let inputs = Rows::all(inputs, self.input_count());
        self.pass(inputs, Rows::all(targets, self.target_count()), Mode::Training(self.state.iterations))
    }
}

/// Rejects what the build without the feature `keras` cannot train.
#[cfg(not(feature = "keras"))]
fn reject_unsupported(config: &ModelConfig) -> Result<(), Error> {
    let plain = matches!(config.optimizer.learning_rate, Schedule::Constant(_))
        && config.optimizer.rule == super::Rule::Sgd(super::Sgd::DEFAULT)
        && config.optimizer.weight_decay.is_none()
        && config.optimizer.clip.is_none();
    if plain && config.loss == config.loss.supported_in_build() {
        return Ok(());
    }
    Err(Error::shape("model", "mean_squared_error and plain sgd, or a build with the feature keras", "others"))
}

/// Rejects metrics that cannot be computed from the targets of this loss.
fn check_metrics(metrics: &[NamedMetric], loss: Loss, outputs: usize) -> Result<(), Error> {
    // Worked examples have none: see `Loss::supported_in_build`.
    if cfg!(feature = "keras") {
        for metric in metrics {
            metric.metric.check(loss, outputs)?;
        }
    }
    Ok(())
}

/// The initial weights: as given, else drawn by the layers' initializers from the seed.
fn initial_parameters(seed: u64, layers: &[Layer], configs: &[LayerConfig]) -> Vec<f32> {
    // Worked examples give their weights: see `Loss::supported_in_build`.
    let mut random = cfg!(feature = "keras").then(|| Random::new(seed));
    let mut parameters = Vec::new();
    for (layer, config) in layers.iter().zip(configs) {
        config.push_initial(layer, random.as_mut(), &mut parameters);
    }
    parameters
}
