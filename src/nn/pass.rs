//! Rows on their way through the layers, forwards and backwards, and the record of it.

use super::dense::{Dense, Dropout};
use super::loss::{Loss, Reading, Row};
use super::random::Random;
use super::{Activation, Rows};
use glassnet_kernels::{FAST, squares};

/// What every layer computed for the rows that went through last.
#[derive(Debug, Clone, Default)]
pub(super) struct Records {
    rows: usize,
    /// Whether dropout acted.
    training: bool,
    layers: Vec<LayerRecord>,
    outputs: usize,
    /// Room for one kernel the other way round.
    turned: Vec<f32>,
}

/// What one layer computed, each `[rows, units]`.
#[derive(Debug, Clone, Default)]
struct LayerRecord {
    /// Whether outputs are the pre-activations, and so their gradients: neither is then kept twice.
    linear: bool,
    pre_activations: Vec<f32>,
    outputs: Vec<f32>,
    d_pre: Vec<f32>,
    d_outputs: Vec<f32>,
    /// With dropout: what came in after it, and what it multiplied by, `[rows, inputs]`.
    dropped: Vec<f32>,
    factors: Vec<f32>,
}

impl LayerRecord {
    fn outputs(&self) -> &[f32] {
        if FAST && self.linear { &self.pre_activations } else { &self.outputs }
    }

    fn d_pre(&self) -> &[f32] {
        if FAST && self.linear { &self.d_outputs } else { &self.d_pre }
    }
}

impl Records {
    pub(super) fn new(layers: &[Dense]) -> Self {
        let outputs = layers[layers.len() - 1].units;
        let mut records = vec![LayerRecord::default(); layers.len()];
        if FAST {
            let pairs = records.iter_mut().zip(layers);
            pairs.for_each(|(record, layer)| record.linear = layer.activation == Activation::Linear);
        }
        Records {
            rows: 0,
            training: false,
            layers: records,
            outputs,
            turned: vec![0.0; layers.iter().skip(1).map(|layer| layer.kernel_range().len()).max().unwrap_or(0)],
        }
    }

    pub(super) fn pre_activations(&self, layer: usize) -> &[f32] {
        &self.layers[layer].pre_activations
    }

    pub(super) fn outputs(&self, layer: usize) -> &[f32] {
        self.layers[layer].outputs()
    }

    pub(super) fn d_outputs(&self, layer: usize) -> &[f32] {
        &self.layers[layer].d_outputs
    }

    pub(super) fn d_pre(&self, layer: usize) -> &[f32] {
        self.layers[layer].d_pre()
    }

    /// The predictions `[rows, outputs]`.
    pub(super) fn predictions(&self) -> &[f32] {
        self.outputs(self.layers.len() - 1)
    }

    /// Sends rows through. Dropout acts only with `training`, the number of the step, from which its chance comes.
    pub(super) fn forward(&mut self, layers: &[Dense], parameters: &[f32], rows: Rows, training: Option<u32>) {
        self.fit(rows.count, layers);
        self.training = training.is_some();
        for (layer_idx, layer) in layers.iter().enumerate() {
            let (before, rest) = self.layers.split_at_mut(layer_idx);
            let record = &mut rest[0];
            let incoming = match before.last() {
                None => rows,
                Some(former) => Rows::first(former.outputs(), layer.inputs, self.rows),
            };
            let LayerRecord { linear, pre_activations, outputs, dropped, factors, .. } = record;
            let incoming = match layer.dropout.zip(training) {
                None => incoming,
                Some((dropout, step)) => {
                    draw(dropout, step, layer_idx, factors);
                    leave_out(incoming, factors, dropped)
                }
            };
            layer.forward(parameters, incoming, pre_activations);
            if !(FAST && *linear) {
                layer.activation.apply(layer.units, pre_activations, outputs);
            }
        }
    }

    /// The mean loss of the rows that went through, without regularizers.
    pub(super) fn loss(&self, loss: Loss, reading: Reading, targets: Rows) -> f32 {
        self.row_losses(loss, reading, targets).fold(0.0, |sum, loss| sum + loss) / self.rows as f32
    }

    /// The loss of each of the rows that went through.
    pub(super) fn row_losses<'a>(
        &'a self,
        loss: Loss,
        reading: Reading,
        targets: Rows<'a>,
    ) -> impl Iterator<Item = f32> {
        let last = &self.layers[self.layers.len() - 1];
        rows(targets, last.outputs(), &last.pre_activations, self.outputs).map(move |row| loss.row(reading, row))
    }

    /// Sends the gradients of the mean loss back, and fills those of the parameters; returns the loss, without
    /// regularizers.
    pub(super) fn backward(
        &mut self,
        layers: &[Dense],
        parameters: &[f32],
        rows: Rows,
        targets: Rows,
        (loss, reading): (Loss, Reading),
        gradients: &mut [f32],
    ) -> f32 {
        let mean_loss = self.seed(loss, reading, targets);
        for (layer_idx, layer) in layers.iter().enumerate().rev() {
            let (before, rest) = self.layers.split_at_mut(layer_idx);
            let LayerRecord { linear, pre_activations, outputs, d_pre, d_outputs, .. } = &mut rest[0];
            if !(FAST && *linear) && (layer_idx + 1 < layers.len() || !reading.starts_at_pre_activations()) {
                layer.activation.backward(layer.units, pre_activations, outputs, d_outputs, d_pre);
            }
            let record = &rest[0];
            let dropping = self.training && layer.dropout.is_some();
            let came_in = match before.last() {
                _ if dropping => Rows::first(&record.dropped, layer.inputs, self.rows),
                None => rows,
                Some(former) => Rows::first(former.outputs(), layer.inputs, self.rows),
            };
            layer.fill_gradients(came_in, record.d_pre(), gradients);
            layer.add_penalty_gradients(parameters, gradients);
            let Some(former) = before.last_mut() else { continue };
            layer.backward(parameters, self.rows, record.d_pre(), &mut self.turned, &mut former.d_outputs);
            if dropping {
                former.d_outputs.iter_mut().zip(&record.factors).for_each(|(d, factor)| *d *= *factor);
            }
        }
        mean_loss
    }

    /// Fills the gradients where back propagation begins; returns the mean loss of the rows.
    fn seed(&mut self, loss: Loss, reading: Reading, targets: Rows) -> f32 {
        let last = self.layers.len() - 1;
        let LayerRecord { linear, pre_activations, outputs, d_pre, d_outputs, .. } = &mut self.layers[last];
        let outputs = if FAST && *linear { &*pre_activations } else { &*outputs };
        let room = if reading.starts_at_pre_activations() { d_pre } else { d_outputs };
        let (mut room, width) = (room.as_mut_slice(), self.outputs);
        if matches!(loss.kept(), Loss::MeanSquaredError) {
            let factor = 2.0 * (1.0 / self.rows as f32 / width as f32);
            return squares(outputs, targets, factor, room) / self.rows as f32;
        }
        let gradients = std::iter::from_fn(move || room.split_off_mut(..width));
        loss.fill_gradients(reading, self.rows, rows(targets, outputs, pre_activations, width).zip(gradients))
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

/// The rows that went through, as the loss sees them. Places are multiplied, as divisions would count in a small step.
#[inline(always)]
fn rows<'a>(
    targets: Rows<'a>,
    outputs: &'a [f32],
    pre_activations: &'a [f32],
    width: usize,
) -> impl Iterator<Item = Row<'a, f32>> {
    (0..targets.count).map(move |row| Row {
        targets: targets.row(row),
        predictions: &outputs[row * width..][..width],
        pre_activations: &pre_activations[row * width..][..width],
    })
}

/// Draws which numbers are left out in a step.
fn draw(Dropout { rate, seed }: Dropout, step: u32, layer: usize, factors: &mut [f32]) {
    let mut random = Random::new(seed ^ (u64::from(step) << 20) ^ ((layer as u64) << 56));
    let kept = 1.0 / (1.0 - rate);
    factors.fill_with(|| if random.uniform(0.0, 1.0) < rate { 0.0 } else { kept });
}

/// What is left of the rows that come in.
fn leave_out<'a>(incoming: Rows, factors: &[f32], dropped: &'a mut [f32]) -> Rows<'a> {
    let rows = dropped.chunks_exact_mut(incoming.width).zip(factors.chunks_exact(incoming.width));
    for (row, (dropped, factors)) in rows.enumerate() {
        for ((dropped, x), factor) in dropped.iter_mut().zip(incoming.row(row)).zip(factors) {
            *dropped = x * factor;
        }
    }
    Rows::first(dropped, incoming.width, incoming.count)
}
