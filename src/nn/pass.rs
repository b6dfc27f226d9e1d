//! Rows on their way through the layers, forwards and backwards, and the record of it.

use super::dense::{Dense, Dropout};
use super::loss::{By, Loss, Reading, Row};
use super::random::Random;
use super::rows::Rows;

/// What every layer computed for the rows that went through last.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    rows: usize,
    /// Whether dropout acted.
    training: bool,
    layers: Vec<LayerRecord>,
    outputs: usize,
    /// What each row's loss changes by with its outputs or pre-activations: a row's room.
    seed: Vec<f32>,
}

/// What one layer computed, each `[rows, units]`.
#[derive(Debug, Clone, Default)]
struct LayerRecord {
    pre_activations: Vec<f32>,
    outputs: Vec<f32>,
    d_pre: Vec<f32>,
    d_outputs: Vec<f32>,
    /// With dropout: what came in after it, and what it multiplied by, `[rows, inputs]`.
    dropped: Vec<f32>,
    factors: Vec<f32>,
}

impl Records {
    pub(super) fn new(layers: &[Dense]) -> Self {
        let outputs = layers[layers.len() - 1].units;
        Records {
            rows: 0,
            training: false,
            layers: vec![LayerRecord::default(); layers.len()],
            outputs,
            seed: vec![0.0; outputs],
        }
    }

    pub(super) fn pre_activations(&self, layer: usize) -> &[f32] {
        &self.layers[layer].pre_activations
    }

    pub(super) fn outputs(&self, layer: usize) -> &[f32] {
        &self.layers[layer].outputs
    }

    pub(super) fn d_outputs(&self, layer: usize) -> &[f32] {
        &self.layers[layer].d_outputs
    }

    pub(super) fn d_pre(&self, layer: usize) -> &[f32] {
        &self.layers[layer].d_pre
    }

    /// The predictions `[rows, outputs]`.
    pub(super) fn predictions(&self) -> &[f32] {
        self.outputs(self.layers.len() - 1)
    }

    /// Sends rows through. Dropout acts only with `training`, the number of the step, from which its chance comes.
    pub(super) fn forward(&mut self, layers: &[Dense], parameters: &[f32], rows: Rows, training: Option<u32>) {
        self.fit(rows.count(), layers);
        self.training = training.is_some();
        for (layer_idx, layer) in layers.iter().enumerate() {
            let (before, rest) = self.layers.split_at_mut(layer_idx);
            let record = &mut rest[0];
            let dropout = layer.dropout.zip(training);
            if let Some((dropout, step)) = dropout {
                record.draw(dropout, step, layer_idx);
            }
            for row in 0..self.rows {
                let incoming = match before.last() {
                    None => rows.row(row),
                    Some(former) => &former.outputs[row * layer.inputs..][..layer.inputs],
                };
                let LayerRecord { pre_activations, outputs, dropped, factors, .. } = record;
                let incoming = match dropout {
                    None => incoming,
                    Some(_) => leave_out(row, incoming, factors, dropped),
                };
                let units = row * layer.units..(row + 1) * layer.units;
                layer.forward(parameters, incoming, &mut pre_activations[units.clone()], &mut outputs[units]);
            }
        }
    }

    /// The mean loss of the rows that went through, without regularizers.
    pub(super) fn loss(&self, loss: Loss, reading: Reading, targets: Rows) -> f32 {
        let sum = (0..self.rows).fold(0.0, |sum, row| sum + loss.row(reading, self.row(row, targets)));
        sum / self.rows as f32
    }

    /// The loss of one of the rows that went through.
    pub(super) fn row_loss(&self, loss: Loss, reading: Reading, row: usize, targets: Rows) -> f32 {
        loss.row(reading, self.row(row, targets))
    }

    /// One of the rows that went through, as the loss sees it.
    fn row<'a>(&'a self, row: usize, targets: Rows<'a>) -> Row<'a, f32> {
        let last = &self.layers[self.layers.len() - 1];
        let outputs = row * self.outputs..(row + 1) * self.outputs;
        Row {
            targets: targets.row(row),
            predictions: &last.outputs[outputs.clone()],
            pre_activations: &last.pre_activations[outputs],
        }
    }

    /// Sends the gradients of the mean loss back, and fills those of the parameters.
    pub(super) fn backward(
        &mut self,
        layers: &[Dense],
        parameters: &[f32],
        rows: Rows,
        targets: Rows,
        (loss, reading): (Loss, Reading),
        gradients: &mut [f32],
    ) {
        gradients.fill(0.0);
        let by = self.seed(loss, reading, targets);
        for layer_idx in (0..layers.len()).rev() {
            let layer = &layers[layer_idx];
            let (before, rest) = self.layers.split_at_mut(layer_idx);
            let record = &mut rest[0];
            let dropping = self.training && layer.dropout.is_some();
            let seeded = layer_idx + 1 == layers.len() && by == By::PreActivations;
            for row in 0..self.rows {
                let units = row * layer.units..(row + 1) * layer.units;
                if !seeded {
                    layer.activation.backward(
                        &record.pre_activations[units.clone()],
                        &record.outputs[units.clone()],
                        &record.d_outputs[units.clone()],
                        &mut record.d_pre[units.clone()],
                    );
                }
                let incoming = row * layer.inputs..(row + 1) * layer.inputs;
                let d_pre = &record.d_pre[units];
                let former = before.last_mut();
                let came_in = match &former {
                    _ if dropping => &record.dropped[incoming.clone()],
                    None => rows.row(row),
                    Some(former) => &former.outputs[incoming.clone()],
                };
                layer.add_gradients(came_in, d_pre, gradients);
                let Some(former) = former else { continue };
                let d_inputs = &mut former.d_outputs[incoming.clone()];
                layer.backward(parameters, d_pre, d_inputs);
                if dropping {
                    d_inputs.iter_mut().zip(&record.factors[incoming]).for_each(|(d, factor)| *d *= factor);
                }
            }
        }
        layers.iter().for_each(|layer| layer.add_penalty_gradients(parameters, gradients));
    }

    /// Fills the gradients where back propagation begins.
    fn seed(&mut self, loss: Loss, reading: Reading, targets: Rows) -> By {
        let mut seed = std::mem::take(&mut self.seed);
        let mut by = By::Outputs;
        for row in 0..self.rows {
            by = loss.gradient(reading, self.row(row, targets), self.rows, &mut seed);
            let last = self.layers.len() - 1;
            let record = &mut self.layers[last];
            let room = if by == By::Outputs { &mut record.d_outputs } else { &mut record.d_pre };
            room[row * seed.len()..][..seed.len()].copy_from_slice(&seed);
        }
        self.seed = seed;
        by
    }

    /// Makes room for `rows`; allocates only where there never were so many.
    fn fit(&mut self, rows: usize, layers: &[Dense]) {
        if rows == self.rows {
            return;
        }
        self.rows = rows;
        for (record, layer) in self.layers.iter_mut().zip(layers) {
            let length = rows * layer.units;
            for buffer in [&mut record.pre_activations, &mut record.outputs, &mut record.d_pre, &mut record.d_outputs] {
                buffer.resize(length, 0.0);
            }
            if layer.dropout.is_some() {
                record.dropped.resize(rows * layer.inputs, 0.0);
                record.factors.resize(rows * layer.inputs, 1.0);
            }
        }
    }
}

impl LayerRecord {
    /// Draws which numbers are left out in a step.
    fn draw(&mut self, Dropout { rate, seed }: Dropout, step: u32, layer: usize) {
        let mut random = Random::new(seed ^ (u64::from(step) << 20) ^ ((layer as u64) << 56));
        let kept = 1.0 / (1.0 - rate);
        self.factors.fill_with(|| if random.uniform(0.0, 1.0) < rate { 0.0 } else { kept });
    }
}

/// What is left of a row that comes in.
fn leave_out<'a>(row: usize, incoming: &[f32], factors: &[f32], dropped: &'a mut [f32]) -> &'a [f32] {
    let range = row * incoming.len()..(row + 1) * incoming.len();
    let dropped = &mut dropped[range.clone()];
    for ((dropped, x), factor) in dropped.iter_mut().zip(incoming).zip(&factors[range]) {
        *dropped = x * factor;
    }
    dropped
}
