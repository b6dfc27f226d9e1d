//! The trace of a mini-batch: the mean of its rows' losses and gradients, and the update by it.

use super::event::{Event, Operation, Phase};
use super::trace::{Recorder, TraceLayer, trace_layers};
use crate::Error;
use crate::nn::{Layer, Sequential};
use serde::Serialize;

/// One iteration on a batch, from where the gradients of its rows are known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct BatchTrace {
    /// How many updates came before.
    pub iteration: usize,
    /// The loss of the batch: the mean of its rows', with what regularizers add.
    pub loss: f32,
    /// The layers before the update.
    pub layers: Vec<TraceLayer>,
    /// The mean loss, the mean of every parameter's gradients, then every update.
    pub events: Vec<Event>,
}

/// Records how a batch `[rows, features]` with its targets becomes one update. The weights stay as they are, and dropout
/// does not act.
///
/// The gradient of each row is that of the row alone, as [`super::trace()`] has it; with BatchNormalization, which ties the
/// rows together, it is the row's share in that of the batch. Losses, mean gradients and updated
/// weights are those of a training step on the batch, bit for bit; a mean computed from the rows' own gradients differs
/// from them by rounding alone.
///
/// # Errors
/// Rejects rows that do not fit the model, and numbers that are not finite.
pub fn trace_batch(
    model: &mut Sequential,
    inputs: &[f32],
    targets: &[f32],
    iteration: usize,
) -> Result<BatchTrace, Error> {
    model.check_rows(inputs, targets)?;
    let RowGradients { losses, gradients, loss } = rows_and_batch(model, inputs, targets)?;
    let mut recorder = Recorder::new(model, inputs, targets);
    let last = recorder.layers.len() - 1;
    recorder.push(Phase::Loss, last, 0, Operation::LossMean { losses, loss });
    means(&mut recorder, &gradients);
    recorder.update();
    let events = recorder.events;
    Ok(BatchTrace { iteration, loss, layers: trace_layers(model), events })
}

/// Losses and gradients of the rows of a batch, and its own loss.
pub(crate) struct RowGradients {
    pub(crate) losses: Vec<f32>,
    pub(crate) gradients: Vec<Vec<f32>>,
    pub(crate) loss: f32,
}

/// Losses and gradients of the rows of a batch; the model then has the gradients of the batch.
pub(crate) fn rows_and_batch(model: &mut Sequential, inputs: &[f32], targets: &[f32]) -> Result<RowGradients, Error> {
    #[cfg(feature = "keras")]
    if let Some(given) = model.with_statistics_of(inputs) {
        let loss = model.batch_statistics_pass(inputs, targets);
        let gradients = row_gradients(model, &given, inputs);
        return Ok(RowGradients { losses: model.row_losses(targets), gradients, loss });
    }
    let mut losses = Vec::new();
    let mut gradients: Vec<Vec<f32>> = Vec::new();
    for (input, target) in inputs.chunks(model.input_count()).zip(targets.chunks(model.target_count())) {
        losses.push(model.gradients_for_row_major(input, target)?);
        gradients.push(model.gradients().to_vec());
    }
    let loss = model.gradients_for_row_major(inputs, targets)?;
    Ok(RowGradients { losses, gradients, loss })
}

/// Of each row of the last pass its terms in the gradients of the batch, times the count of rows: their mean is the
/// gradient. `given` has mean and variance of the batch.
#[cfg(feature = "keras")]
fn row_gradients(model: &Sequential, given: &Sequential, inputs: &[f32]) -> Vec<Vec<f32>> {
    let layers = model.active_layers();
    let count = inputs.len() / model.input_count();
    let of_row = |row: usize| {
        let mut terms = vec![0.0; model.weights().len()];
        for (idx, layer) in layers.iter().enumerate() {
            let (width, units) = (layer.inputs(), layer.units());
            let x = &(if idx == 0 { inputs } else { model.outputs(idx - 1) })[row * width..][..width];
            let d_pre = &model.d_pre(idx)[row * units..][..units];
            for tensor in layer.tensors() {
                for (at, term) in terms[tensor.range].iter_mut().enumerate() {
                    let (input, unit) = (at / units, at % units);
                    let factor = match tensor.name {
                        "kernel" => x[input],
                        "gamma" => layer.normalization(given.weights(), x, unit).map_or(0.0, |of| of.of(x[unit])),
                        "bias" | "beta" => 1.0,
                        _ => 0.0,
                    };
                    *term = count as f32 * factor * d_pre[unit];
                }
            }
        }
        terms
    };
    let mut rows: Vec<Vec<f32>> = (0..count).map(of_row).collect();
    // What is in no row's terms, such as that of a regularizer.
    for (at, gradient) in model.gradients().iter().enumerate() {
        let rest = gradient - rows.iter().fold(0.0, |sum, row| sum + row[at]) / count as f32;
        rows.iter_mut().for_each(|row| row[at] += rest);
    }
    rows
}

/// The mean of every parameter's gradients, last layer first, as backpropagation goes.
fn means(recorder: &mut Recorder, of_rows: &[Vec<f32>]) {
    let model = recorder.model;
    let of = |idx: usize| (of_rows.iter().map(|gradients| gradients[idx]).collect(), model.gradients()[idx]);
    for (layer_idx, layer) in recorder.layers.clone().into_iter().enumerate().rev() {
        for unit in 0..layer.units() {
            let Layer::Dense(layer) = layer else {
                #[cfg(feature = "keras")]
                recorder.normalization_means(layer_idx, layer, unit, of);
                continue;
            };
            let is_trained = |idx: &usize| model.is_trained(*idx);
            for input in 0..layer.inputs {
                let Some(idx) = Some(layer.weight_index(input, unit)).filter(is_trained) else { continue };
                let (gradients, gradient) = of(idx);
                let operation = Operation::WeightMean { input, gradients, gradient };
                recorder.push(Phase::Backward, layer_idx, unit, operation);
            }
            if let Some(bias_idx) = layer.bias_index(unit).filter(is_trained) {
                let (gradients, gradient) = of(bias_idx);
                recorder.push(Phase::Backward, layer_idx, unit, Operation::BiasMean { gradients, gradient });
            }
        }
    }
}
