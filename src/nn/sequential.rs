//! A chain of dense layers with its loss and its optimizer.

use super::config::{self, ModelConfig};
use super::{Dense, Initializer, Loss, Optimizer, Random, Scalar};
use crate::Error;
use crate::error::all_finite;

/// A model: layers one after the other, trained by gradient descent on the mean squared error.
///
/// All weights and biases lie in one buffer, layer after layer, each kernel row by row and then its bias, in
/// the order of Keras's `get_weights()`; all gradients lie in a second one of the same order.
///
/// ```
/// use glassnet::nn::{Activation, LayerConfig, ModelConfig, Sequential};
///
/// let layers = vec![LayerConfig::given(&[&[2.0, 1.0], &[1.0, 1.0]], Activation::Sigmoid)];
/// let mut model = Sequential::new(&ModelConfig { inputs: 2, layers, learning_rate: None, seed: 0 })?;
/// assert_eq!(model.predict(&[1.0, -1.0])?, [0.7310586, 0.5]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Sequential {
    layers: Vec<Dense>,
    loss: Loss,
    optimizer: Optimizer,
    parameters: Vec<f32>,
    start_parameters: Vec<f32>,
    gradients: Vec<f32>,
    records: Records,
}

/// What every layer computed for the rows that went through last.
#[derive(Debug, Clone)]
struct Records {
    rows: usize,
    layers: Vec<LayerRecord>,
}

/// What one layer computed, each `[rows, units]`.
#[derive(Debug, Clone, Default)]
struct LayerRecord {
    pre_activations: Vec<f32>,
    outputs: Vec<f32>,
    d_pre: Vec<f32>,
    d_outputs: Vec<f32>,
}

impl Sequential {
    /// Builds a model with its start weights.
    ///
    /// # Errors
    /// Refuses sizes of 0 or past [`config::MAX_UNITS`] and [`config::MAX_PARAMETERS`], kernels and biases of
    /// another shape than `[inputs, units]` and `[units]`, numbers that are not finite, unknown activations,
    /// and a learning rate that is not above 0.
    pub fn new(config: &ModelConfig) -> Result<Self, Error> {
        let (layers, parameter_count) = config::layers(config.inputs, &config.layers)?;
        let optimizer = config
            .learning_rate
            .map_or(Ok(Optimizer::default()), Optimizer::sgd)?;
        let parameters = start_parameters(config, &layers, parameter_count);
        Ok(Sequential {
            records: Records {
                rows: 0,
                layers: vec![LayerRecord::default(); layers.len()],
            },
            layers,
            loss: Loss::MeanSquaredError,
            optimizer,
            start_parameters: parameters.clone(),
            gradients: vec![0.0; parameters.len()],
            parameters,
        })
    }

    /// The layers, first hidden layer first.
    pub fn layers(&self) -> &[Dense] {
        &self.layers
    }

    /// What training lowers.
    pub fn loss_function(&self) -> Loss {
        self.loss
    }

    /// The rule of the updates.
    pub fn optimizer(&self) -> Optimizer {
        self.optimizer
    }

    /// How many features a row has.
    pub fn input_count(&self) -> usize {
        self.layers[0].inputs
    }

    /// How many numbers a prediction has.
    pub fn output_count(&self) -> usize {
        self.layers[self.layers.len() - 1].units
    }

    /// All weights and biases, layer after layer: kernel `[inputs, units]` row by row, then bias `[units]`.
    pub fn weights(&self) -> &[f32] {
        &self.parameters
    }

    /// Replaces all weights and biases, in the order of [`Sequential::weights`].
    ///
    /// # Errors
    /// Refuses another count and numbers that are not finite; the former weights stay.
    pub fn set_weights(&mut self, weights: &[f32]) -> Result<(), Error> {
        if weights.len() != self.parameters.len() {
            return Err(Error::shape(
                "weights",
                format!("{} numbers", self.parameters.len()),
                weights.len(),
            ));
        }
        all_finite("weights", weights)?;
        self.parameters.copy_from_slice(weights);
        Ok(())
    }

    /// Goes back to the start weights.
    pub fn reset(&mut self) {
        self.parameters.copy_from_slice(&self.start_parameters);
    }

    /// Predicts `[rows, outputs]` for `inputs` `[rows, features]`.
    ///
    /// # Errors
    /// Refuses inputs that do not fill whole rows, and numbers that are not finite.
    pub fn predict(&mut self, inputs: &[f32]) -> Result<Vec<f32>, Error> {
        self.check_inputs(inputs)?;
        self.forward(inputs);
        Ok(self.outputs(self.layers.len() - 1).to_vec())
    }

    /// The loss over all rows.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for`].
    pub fn evaluate(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        self.check_rows(inputs, targets)?;
        self.forward(inputs);
        Ok(self.mean_loss(targets))
    }

    /// Forward, loss and backward without an update: returns the loss; [`Sequential::gradients`] has the gradients.
    ///
    /// # Errors
    /// Refuses inputs that do not fill whole rows, targets that are not `[rows, outputs]`, and numbers that
    /// are not finite.
    pub fn gradients_for(&mut self, inputs: &[f32], targets: &[f32]) -> Result<f32, Error> {
        self.check_rows(inputs, targets)?;
        Ok(self.forward_and_backward(inputs, targets))
    }

    /// The gradients of the last backward pass, in the order of [`Sequential::weights`].
    pub fn gradients(&self) -> &[f32] {
        &self.gradients
    }

    /// One update from the gradients at hand; keeps the weights and returns `false` where one would stop being finite.
    pub fn update(&mut self) -> bool {
        self.optimizer.update(&mut self.parameters, &self.gradients)
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

    /// Refuses inputs that are not `[rows, features]` of finite numbers; returns the rows.
    pub(crate) fn check_inputs(&self, inputs: &[f32]) -> Result<usize, Error> {
        let features = self.input_count();
        if inputs.is_empty() || !inputs.len().is_multiple_of(features) {
            let expected = format!("rows of {features} numbers");
            return Err(Error::shape(
                "inputs",
                expected,
                format!("{} numbers", inputs.len()),
            ));
        }
        all_finite("inputs", inputs)?;
        Ok(inputs.len() / features)
    }

    /// Refuses rows whose inputs or targets do not fit the model or each other.
    pub(crate) fn check_rows(&self, inputs: &[f32], targets: &[f32]) -> Result<(), Error> {
        let expected = self.check_inputs(inputs)? * self.output_count();
        if targets.len() != expected {
            return Err(Error::shape(
                "targets",
                format!("{expected} numbers"),
                targets.len(),
            ));
        }
        all_finite("targets", targets)
    }

    /// The pre-activations `[rows, units]` of a layer in the last forward pass.
    pub(crate) fn pre_activations(&self, layer: usize) -> &[f32] {
        &self.records.layers[layer].pre_activations
    }

    /// The outputs `[rows, units]` of a layer in the last forward pass.
    pub(crate) fn outputs(&self, layer: usize) -> &[f32] {
        &self.records.layers[layer].outputs
    }

    /// `dL/da` `[rows, units]` of a layer in the last backward pass.
    pub(crate) fn d_outputs(&self, layer: usize) -> &[f32] {
        &self.records.layers[layer].d_outputs
    }

    /// `dL/dz` `[rows, units]` of a layer in the last backward pass.
    pub(crate) fn d_pre(&self, layer: usize) -> &[f32] {
        &self.records.layers[layer].d_pre
    }

    /// Forward, loss and backward for rows that were checked.
    pub(crate) fn forward_and_backward(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        self.forward(inputs);
        self.backward(inputs, targets);
        self.mean_loss(targets)
    }

    fn forward(&mut self, inputs: &[f32]) {
        self.records
            .fit(inputs.len() / self.layers[0].inputs, &self.layers);
        for (layer_idx, layer) in self.layers.iter().enumerate() {
            let (before, rest) = self.records.layers.split_at_mut(layer_idx);
            let incoming = before
                .last()
                .map_or(inputs, |record| record.outputs.as_slice());
            let record = &mut rest[0];
            let rows = incoming.chunks_exact(layer.inputs);
            let pre_activations = record.pre_activations.chunks_exact_mut(layer.units);
            let outputs = record.outputs.chunks_exact_mut(layer.units);
            for ((row, pre_activations), outputs) in rows.zip(pre_activations).zip(outputs) {
                layer.forward(&self.parameters, row, pre_activations, outputs);
            }
        }
    }

    fn backward(&mut self, inputs: &[f32], targets: &[f32]) {
        self.gradients.fill(0.0);
        let last = self.layers.len() - 1;
        self.records.layers[last].seed(self.loss, targets);
        for layer_idx in (0..self.layers.len()).rev() {
            let layer = &self.layers[layer_idx];
            let (before, rest) = self.records.layers.split_at_mut(layer_idx);
            let record = &mut rest[0];
            for row in 0..self.records.rows {
                let units = row * layer.units..(row + 1) * layer.units;
                let incoming = row * layer.inputs..(row + 1) * layer.inputs;
                layer.activation.backward(
                    &record.pre_activations[units.clone()],
                    &record.outputs[units.clone()],
                    &record.d_outputs[units.clone()],
                    &mut record.d_pre[units.clone()],
                );
                let d_pre = &record.d_pre[units];
                match before.last_mut() {
                    None => layer.add_gradients(&inputs[incoming], d_pre, &mut self.gradients),
                    Some(former) => {
                        layer.add_gradients(
                            &former.outputs[incoming.clone()],
                            d_pre,
                            &mut self.gradients,
                        );
                        layer.backward(&self.parameters, d_pre, &mut former.d_outputs[incoming]);
                    }
                }
            }
        }
    }

    fn mean_loss(&self, targets: &[f32]) -> f32 {
        let outputs = self.output_count();
        let predictions = self.outputs(self.layers.len() - 1).chunks_exact(outputs);
        let rows = predictions.zip(targets.chunks_exact(outputs));
        let sum = rows.fold(0.0, |sum, (predictions, targets)| {
            sum + self.loss.row(predictions, targets)
        });
        sum / self.records.rows as f32
    }

    /// The loss of one row with other parameters, in whatever precision they have.
    pub(crate) fn loss_of_row<T: Scalar>(
        &self,
        parameters: &[T],
        inputs: &[T],
        targets: &[T],
    ) -> T {
        let mut incoming = inputs.to_vec();
        for layer in &self.layers {
            let mut pre_activations = vec![T::zero(); layer.units];
            let mut outputs = vec![T::zero(); layer.units];
            layer.forward(parameters, &incoming, &mut pre_activations, &mut outputs);
            incoming = outputs;
        }
        self.loss.row(&incoming, targets)
    }
}

impl Records {
    /// Makes room for `rows`; allocates only where the count changed.
    fn fit(&mut self, rows: usize, layers: &[Dense]) {
        if rows == self.rows {
            return;
        }
        self.rows = rows;
        for (record, layer) in self.layers.iter_mut().zip(layers) {
            let length = rows * layer.units;
            for buffer in [
                &mut record.pre_activations,
                &mut record.outputs,
                &mut record.d_pre,
                &mut record.d_outputs,
            ] {
                buffer.resize(length, 0.0);
            }
        }
    }
}

impl LayerRecord {
    /// Fills the output layer's `dL/da`, where back propagation begins.
    fn seed(&mut self, loss: Loss, targets: &[f32]) {
        let count = targets.len();
        for ((d_output, &prediction), &target) in
            self.d_outputs.iter_mut().zip(&self.outputs).zip(targets)
        {
            *d_output = loss.gradient(prediction, target, count);
        }
    }
}

/// The start weights: as given, else Glorot uniform from the seed and biases of zero.
fn start_parameters(config: &ModelConfig, layers: &[Dense], count: usize) -> Vec<f32> {
    let mut random = Random::new(config.seed);
    let mut parameters = vec![0.0; count];
    for (layer, config) in layers.iter().zip(&config.layers) {
        let kernel = &mut parameters[layer.kernel_range()];
        match &config.kernel {
            Some(rows) => kernel.copy_from_slice(&rows.concat()),
            None => Initializer::GlorotUniform.fill(&mut random, layer.inputs, layer.units, kernel),
        }
        if let Some(bias) = &config.bias {
            parameters[layer.bias_range()].copy_from_slice(bias);
        }
    }
    parameters
}
