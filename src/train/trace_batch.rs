//! The trace of a mini-batch: the mean of its rows' losses and gradients, and the update by it.

use super::event::{Event, Operation, Phase};
use super::trace::{Recorder, TraceLayer, trace_layer};
use crate::Error;
use crate::nn::Sequential;
use serde::Serialize;

/// One iteration on a batch, from where the gradients of its rows are known.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
/// The gradient of each row is that of the row alone, as [`super::trace()`] has it. Losses, mean gradients and updated
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
    let mut losses = Vec::new();
    let mut of_rows: Vec<Vec<f32>> = Vec::new();
    for (input, target) in inputs.chunks(model.input_count()).zip(targets.chunks(model.target_count())) {
        losses.push(model.gradients_for(input, target)?);
        of_rows.push(model.gradients().to_vec());
    }
    let loss = model.gradients_for(inputs, targets)?;
    let mut recorder = Recorder { model, inputs, target: targets, events: Vec::new() };
    let last = recorder.model.layers().len() - 1;
    recorder.push(Phase::Loss, last, 0, Operation::LossMean { losses, loss });
    means(&mut recorder, &of_rows);
    recorder.update();
    let events = recorder.events;
    let layers = model.layers().iter().map(|layer| trace_layer(layer, model.weights())).collect();
    Ok(BatchTrace { iteration, loss, layers, events })
}

/// The mean of every parameter's gradients, last layer first, as back propagation goes.
fn means(recorder: &mut Recorder, of_rows: &[Vec<f32>]) {
    let model = recorder.model;
    let of = |idx: usize| (of_rows.iter().map(|gradients| gradients[idx]).collect(), model.gradients()[idx]);
    for (layer_idx, layer) in model.layers().iter().enumerate().rev() {
        for unit in 0..layer.units {
            for input in 0..layer.inputs {
                let (gradients, gradient) = of(layer.weight_index(input, unit));
                let operation = Operation::WeightMean { input, gradients, gradient };
                recorder.push(Phase::Backward, layer_idx, unit, operation);
            }
            if let Some(bias_idx) = layer.bias_index(unit) {
                let (gradients, gradient) = of(bias_idx);
                recorder.push(Phase::Backward, layer_idx, unit, Operation::BiasMean { gradients, gradient });
            }
        }
    }
}
