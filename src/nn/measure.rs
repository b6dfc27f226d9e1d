//! Evaluation, and the records of the last forward and backward pass.

use super::layers::{Layer, Mode};
use super::loss::{LossMode, Row};
use super::metric::MetricState;
use super::{Activation, Loss, Rows, Scalar, Scores, Sequential};
use crate::Error;
use crate::concatenate::concatenate;

/// Rows that are evaluated at a time where the batch size makes no difference.
const CHUNK: usize = 256;

/// Keras's default batch size.
pub(crate) const BATCH: usize = 32;

/// An evaluation that is under way.
#[derive(Debug, Clone)]
pub(crate) struct Evaluation {
    /// How many rows were evaluated.
    done: usize,
    /// Their losses, summed up.
    sum: f64,
    metric_states: Vec<MetricState>,
}

/// What a forward pass of one row computes, layer by layer, the first hidden layer first.
pub(crate) struct RowPass<T> {
    pub(crate) pre_activations: Vec<Vec<T>>,
    pub(crate) outputs: Vec<Vec<T>>,
    /// What [`Sequential::loss_of_row`] gives.
    pub(crate) loss: T,
}

impl Sequential {
    /// Begins an evaluation that can be paused.
    #[cfg(feature = "full")]
    pub(crate) fn begin_evaluation(&self) -> Evaluation {
        Evaluation { done: 0, sum: 0.0, metric_states: self.metric_states() }
    }

    /// Evaluates all rows: the loss with the regularizers' penalty, and the metrics.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for_row_major`].
    pub fn evaluate_row_major(&mut self, inputs: &[f32], targets: &[f32]) -> Result<Scores, Error> {
        self.evaluate_batches_row_major(inputs, targets, BATCH)
    }

    /// [`Sequential::evaluate_row_major`] for validated rows.
    pub(crate) fn evaluate_validated(&mut self, inputs: &[f32], targets: &[f32]) -> Scores {
        self.scores(inputs, targets, &[], BATCH)
    }

    /// [`Sequential::evaluate_row_major`] with batches of another size than Keras's 32. Only hinge depends on it: it looks
    /// in each batch whether all labels are 0 or 1.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for_row_major`], and rejects a batch size of 0.
    pub fn evaluate_batches_row_major(
        &mut self,
        inputs: &[f32],
        targets: &[f32],
        batch_size: usize,
    ) -> Result<Scores, Error> {
        self.check_rows(inputs, targets)?;
        if batch_size == 0 {
            return Err(Error::out_of_range("batchSize", "1 or more", "0"));
        }
        Ok(self.scores(inputs, targets, &[], batch_size))
    }

    /// [`Sequential::evaluate_batches`] for validated rows; `weights` are those of rows in the loss, empty without any.
    pub(crate) fn scores(&mut self, inputs: &[f32], targets: &[f32], weights: &[f32], batch_size: usize) -> Scores {
        let mut evaluation = Evaluation { done: 0, sum: 0.0, metric_states: self.metric_states() };
        while self.evaluate_chunk(&mut evaluation, inputs, targets, weights, batch_size) {}
        self.scores_of(&evaluation)
    }

    /// Evaluates the next rows; returns whether there are more.
    pub(crate) fn evaluate_chunk(
        &mut self,
        evaluation: &mut Evaluation,
        inputs: &[f32],
        targets: &[f32],
        weights: &[f32],
        batch_size: usize,
    ) -> bool {
        let Evaluation { done, sum, metric_states } = evaluation;
        let (width, target_width) = (self.input_count(), self.target_count());
        let rows = inputs.len() / width;
        let chunk = if self.depends_on_batch() { batch_size } else { CHUNK };
        let count = chunk.min(rows - *done);
        let inputs = Rows::first(&inputs[*done * width..], width, count);
        let targets = Rows::first(&targets[*done * target_width..], target_width, count);
        self.forward(inputs, Mode::Inference);
        let loss = match weights.get(*done..) {
            Some(weights) if cfg!(feature = "full") && !weights.is_empty() => {
                self.weighted_loss(targets, Rows::first(weights, 1, count))
            }
            _ => self.mean_loss(targets),
        };
        *done += count;
        *sum += f64::from(loss + self.activity_penalty()) * targets.count as f64;
        self.tally(metric_states, targets);
        *done < rows
    }

    /// The scores of the rows that were evaluated.
    pub(crate) fn scores_of(&self, Evaluation { done, sum, metric_states }: &Evaluation) -> Scores {
        let loss = sum / *done as f64 + f64::from(self.weight_penalty());
        let mut scores = Vec::with_capacity(1 + metric_states.len());
        for (at, key) in self.score_keys().into_iter().enumerate() {
            scores.push((key, at.checked_sub(1).map_or(loss, |metric| metric_states[metric].value())));
        }
        scores
    }

    /// Whether loss or metrics may be others with other batches.
    fn depends_on_batch(&self) -> bool {
        #[cfg(feature = "full")]
        if self.metrics.iter().any(|metric| metric.metric.depends_on_batch()) {
            return true;
        }
        self.loss.depends_on_batch()
    }

    /// A tally for each metric.
    pub(crate) fn metric_states(&self) -> Vec<MetricState> {
        let outputs = self.output_count();
        let mut metric_states = Vec::with_capacity(self.metrics.len());
        for metric in &self.metrics {
            metric_states.push(MetricState::new(metric.metric, self.loss, outputs));
        }
        metric_states
    }

    /// The keys under which the loss and the metrics are found: a second metric of a key has its number after it, as in
    /// `mae`, `mae_1`.
    pub(crate) fn score_keys(&self) -> Vec<String> {
        let mut keys = vec!["loss".to_string()];
        for (at, metric) in self.metrics.iter().enumerate() {
            let same = self.metrics[..at].iter().filter(|former| former.key == metric.key).count();
            keys.push(if same == 0 { metric.key.clone() } else { concatenate![metric.key, "_", same] });
        }
        keys
    }

    /// Updates the metrics with the rows of the last forward pass.
    #[inline(always)]
    pub(crate) fn tally(&self, metric_states: &mut [MetricState], targets: Rows) {
        if !metric_states.is_empty() {
            self.tally_rows(metric_states, targets);
        }
    }

    fn tally_rows(&self, metric_states: &mut [MetricState], targets: Rows) {
        let predictions = self.predictions().chunks_exact(self.output_count());
        for (row, prediction) in predictions.enumerate() {
            metric_states.iter_mut().for_each(|tally| tally.add(prediction, targets.row(row)));
        }
        #[cfg(feature = "full")]
        for state in metric_states {
            if let Some(loss) = state.loss() {
                state.add_losses(self.losses_of(loss, targets));
            }
        }
    }

    /// The outputs `[rows, units]` of each layer in inference, the first hidden layer first; Dropout and Flatten, which do not
    /// act, have those of the layer before.
    ///
    /// # Errors
    /// Rejects inputs that do not fill whole rows, and numbers that are not finite.
    pub fn activations_row_major(&mut self, inputs: &[f32]) -> Result<Vec<Vec<f32>>, Error> {
        let width = self.input_count();
        self.check_inputs(inputs)?;
        let mut outputs = vec![Vec::new(); self.layers.len()];
        for chunk in inputs.chunks(CHUNK * width) {
            self.forward(Rows::all(chunk, width), Mode::Inference);
            outputs.iter_mut().enumerate().for_each(|(at, all)| all.extend_from_slice(self.records.outputs(at)));
        }
        Ok(outputs)
    }

    /// The loss of each row of the last forward pass, without regularizers.
    pub fn row_losses(&self, targets: &[f32]) -> Vec<f32> {
        let targets = Rows::all(targets, self.target_count());
        self.losses(targets).collect()
    }

    /// The mean loss of a few rows that were checked, without regularizers of weights; all of them go through at once.
    pub(crate) fn loss_of_rows(&mut self, inputs: &[f32], targets: &[f32]) -> f32 {
        let targets = Rows::all(targets, self.target_count());
        self.forward(Rows::all(inputs, self.input_count()), Mode::Inference);
        self.mean_loss(targets)
    }

    /// The terms of one row's loss, one an output, before they are averaged; the loss alone where it is no mean over the
    /// outputs.
    pub(crate) fn loss_terms(&self, target: &[f32]) -> Vec<f32> {
        let mode = self.mode(Rows::all(target, target.len()));
        if self.loss.is_mean_of_terms(mode) {
            let predictions = self.predictions();
            return predictions.iter().zip(target).map(|(&p, &t)| self.loss.term(mode, p, t)).collect();
        }
        self.row_losses(target)
    }

    /// The mean loss of predictions that need not be the model's, for a loss that is a mean over the outputs; without
    /// regularizers.
    pub(crate) fn loss_of(&self, predictions: &[f32], targets: &[f32]) -> f64 {
        let mode = self.mode(Rows::all(targets, targets.len()));
        let terms = predictions.iter().zip(targets).map(|(&p, &t)| f64::from(self.loss.term(mode, p, t)));
        terms.sum::<f64>() / targets.len() as f64
    }

    /// Whether the gradient of the loss is taken by the last pre-activations, past the activation.
    pub(crate) fn starts_at_pre_activations(&self) -> bool {
        self.mode(Rows::all(&[], 1)).starts_at_pre_activations()
    }

    fn output_activation(&self) -> Activation {
        self.layers.last().map_or(Activation::Linear, Layer::activation)
    }

    /// Whether regularizers add to the loss, or constraints act after an update.
    pub(crate) fn is_penalized_or_constrained(&self) -> bool {
        #[cfg(feature = "full")]
        if self.constrained {
            return true;
        }
        self.regularized
    }

    /// The regularizers' penalty, added to the loss; that of outputs is of the last forward pass.
    pub fn penalty(&self) -> f32 {
        self.weight_penalty() + self.activity_penalty()
    }

    /// The penalty of kernels and biases.
    pub(crate) fn weight_penalty(&self) -> f32 {
        let mut penalty = 0.0;
        for layer in self.layers.iter().filter_map(Layer::as_dense) {
            penalty += layer.penalty(&self.parameters);
        }
        penalty
    }

    /// The penalty of the outputs of the last forward pass, the mean of its rows.
    pub(crate) fn activity_penalty(&self) -> f32 {
        #[cfg(feature = "full")]
        if self.regularized {
            let of_layer = |(at, layer): (usize, &Layer)| {
                let regularizer = layer.as_dense()?.activity_regularizer?;
                Some(regularizer.penalty(self.records.outputs(at)) / self.records.rows().max(1) as f32)
            };
            return self.layers.iter().enumerate().filter_map(of_layer).sum();
        }
        0.0
    }

    #[inline(always)]
    pub(super) fn mode(&self, targets: Rows) -> LossMode {
        self.mode_of(self.loss, targets)
    }

    /// How another loss would read the rows of a batch.
    #[inline(always)]
    pub(super) fn mode_of(&self, loss: Loss, targets: Rows) -> LossMode {
        loss.mode(self.output_activation(), || targets.each(|t| t == 0.0 || t == 1.0))
    }

    /// The pre-activations `[rows, units]` of one of the [`Sequential::active_layers`] in the last forward pass.
    pub fn pre_activations(&self, layer: usize) -> &[f32] {
        self.records.pre_activations(self.active[layer])
    }

    /// The outputs `[rows, units]` of one of the [`Sequential::active_layers`] in the last forward pass.
    pub fn outputs(&self, layer: usize) -> &[f32] {
        self.records.outputs(self.active[layer])
    }

    /// `dL/da` `[rows, units]` of one of the [`Sequential::active_layers`] in the last backward pass.
    pub(crate) fn d_outputs(&self, layer: usize) -> &[f32] {
        self.records.d_outputs(self.active[layer])
    }

    /// `dL/dz` `[rows, units]` of one of the [`Sequential::active_layers`] in the last backward pass.
    pub(crate) fn d_pre(&self, layer: usize) -> &[f32] {
        self.records.d_pre(self.active[layer])
    }

    /// The loss of one row with other parameters, in whatever precision they have, without regularizers.
    pub(crate) fn loss_of_row<T: Scalar>(&self, parameters: &[T], inputs: &[T], targets: &[T]) -> T {
        self.forward_row(parameters, inputs, targets).loss
    }

    /// One row forward with other parameters, in whatever precision they have.
    pub(crate) fn forward_row<T: Scalar>(&self, parameters: &[T], inputs: &[T], targets: &[T]) -> RowPass<T> {
        let mut pre_activations: Vec<Vec<T>> = Vec::with_capacity(self.layers.len());
        let mut outputs: Vec<Vec<T>> = Vec::with_capacity(self.layers.len());
        for layer in &self.layers {
            let mut sums = vec![T::zero(); layer.units()];
            let mut values = sums.clone();
            let incoming = outputs.last().map_or(inputs, Vec::as_slice);
            layer.forward_row(parameters, incoming, &mut sums, &mut values);
            pre_activations.push(sums);
            outputs.push(values);
        }
        let zero_one = || targets.iter().all(|&t| t == T::zero() || t == T::one());
        let mode = self.loss.mode(self.output_activation(), zero_one);
        let predictions = outputs.last().map_or(inputs, Vec::as_slice);
        let logits = pre_activations.last().map_or(inputs, Vec::as_slice);
        let loss = self.loss.row(Row { mode, targets, predictions, pre_activations: logits });
        RowPass { pre_activations, outputs, loss }
    }
}
