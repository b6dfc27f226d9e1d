//! Weights of rows in the loss, Keras's `sample_weight`.

use super::layers::Mode;
use super::pass::FallbackLayers;
use super::{Rows, Scores, Sequential};
use crate::Error;
use crate::error::{all_finite, counted};

impl Sequential {
    /// One training step as [`Sequential::train_on_batch_row_major`], with a weight for each row in the loss: `Σ weight · loss / rows`.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for_row_major`], and rejects another count of weights than that of the rows.
    pub fn train_on_weighted_batch_row_major(
        &mut self,
        inputs: &[f32],
        targets: &[f32],
        weights: &[f32],
    ) -> Result<f32, Error> {
        self.check_weighted(inputs, targets, weights)?;
        let (inputs, targets) = (Rows::all(inputs, self.input_count()), Rows::all(targets, self.target_count()));
        let loss = self.weighted_pass(inputs, targets, Rows::all(weights, 1), Mode::Training(self.state.iterations));
        self.update();
        Ok(loss)
    }

    /// Evaluates all rows as [`Sequential::evaluate_batches_row_major`], with a weight for each row in the loss; metrics take none.
    ///
    /// # Errors
    /// As [`Sequential::evaluate_batches_row_major`], and rejects another count of weights than that of the rows.
    pub fn evaluate_weighted_row_major(
        &mut self,
        inputs: &[f32],
        targets: &[f32],
        weights: &[f32],
        batch_size: usize,
    ) -> Result<Scores, Error> {
        self.check_weighted(inputs, targets, weights)?;
        if batch_size == 0 {
            return Err(Error::out_of_range("batchSize", "1 or more", "0"));
        }
        Ok(self.scores(inputs, targets, weights, batch_size))
    }

    fn check_weighted(&self, inputs: &[f32], targets: &[f32], weights: &[f32]) -> Result<(), Error> {
        self.check_rows(inputs, targets)?;
        check_weights("sampleWeight", weights, inputs.len() / self.input_count())
    }

    /// [`Sequential::pass`] with a weight for each row, `[rows]`.
    pub(crate) fn weighted_pass(&mut self, inputs: Rows, targets: Rows, weights: Rows, mode: Mode) -> f32 {
        self.forward(inputs, mode);
        let (_, start) = self.loss_gradient(targets);
        let mean_loss = self.weighted_loss(targets, weights);
        let width = self.output_count();
        let (_, _, gradients) = self.records.loss_gradient(start);
        for (at, row) in gradients.chunks_exact_mut(width).enumerate() {
            row.iter_mut().for_each(|gradient| *gradient *= weights.row(at)[0]);
        }
        let Sequential { layers, parameters, gradients, records, .. } = self;
        records.backward(parameters, inputs, start, gradients, &FallbackLayers { layers, mode });
        if self.regularized { mean_loss + self.penalty() } else { mean_loss }
    }

    /// The weighted losses of the rows of the last forward pass, divided by the count of rows, without regularizers.
    pub(super) fn weighted_loss(&self, targets: Rows, weights: Rows) -> f32 {
        let losses = self.losses(targets).enumerate();
        losses.fold(0.0, |sum, (at, loss)| sum + loss * weights.row(at)[0]) / self.records.rows() as f32
    }
}

/// Rejects weights of another count than that of the rows, and those that are not finite.
pub(crate) fn check_weights(what: &str, weights: &[f32], rows: usize) -> Result<(), Error> {
    if weights.len() != rows {
        let rows = counted(rows, "row");
        let expected = format_args!("a weight for each of {rows}");
        return Err(Error::shape(what, expected, counted(weights.len(), "weight")));
    }
    all_finite(what, weights)
}
