//! Inspection of the model: traces, gradients, outputs of units.

use super::limits;
use super::run::Experiment;
use crate::Error;
use crate::nn::{Layer, Tensor};
use crate::text::tensor_text;
use crate::train::{BatchTrace, Trace, rows_and_batch, trace_batch, trace_in_batch};

/// The most gradients that are given at a time, 16 MB of `f32`.
pub const MAX_GRADIENTS: usize = 4_000_000;
/// The most rows whose outputs are given at a time.
pub const MAX_OUTPUT_ROWS: usize = 48;
/// Bins of a histogram.
const BINS: usize = 24;

/// Counts of numbers in equal bins.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// The least number.
    pub from: f32,
    /// The largest number, which belongs to the last bin.
    pub to: f32,
    /// How many numbers lie in each.
    pub counts: Vec<u32>,
}

/// How the weights of a layer and its outputs are spread.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerHistograms {
    /// Of each weight tensor, with Keras's name.
    pub weights: Vec<(&'static str, Histogram)>,
    /// Of the outputs.
    pub activations: Histogram,
}

/// The gradients of the batch that comes next, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchGradients {
    /// Rows of the table.
    pub rows: Vec<u32>,
    /// `[rows, parameters]`, in the order of the weights.
    pub gradients: Vec<f32>,
    /// `[parameters]`: those of the batch, the mean of its rows'.
    pub mean: Vec<f32>,
    /// The loss of the batch.
    pub loss: f32,
    /// The loss of each row.
    pub row_losses: Vec<f32>,
}

/// The outputs of every layer over some rows.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOutputs {
    /// Rows of the table.
    pub rows: Vec<u32>,
    /// Of each layer `[units, rows]`.
    pub layers: Vec<Vec<f32>>,
}

impl Experiment {
    /// Rejects a row that the table does not have, and one that a missing value leaves out.
    pub(super) fn check_row(&self, row: usize) -> Result<u32, Error> {
        let rows = self.data.table().rows();
        if row >= rows {
            return Err(Error::out_of_range("row", format!("0 to {}", rows - 1), row));
        }
        match self.prepared.dropped.binary_search(&(row as u32)) {
            Err(_) => Ok(row as u32),
            Ok(_) => Err(Error::shape("row", "a row without a missing value", format!("{row}, which is left out"))),
        }
    }

    /// The features of some rows of the table as the model gets them, `[rows, features]`.
    ///
    /// # Errors
    /// Rejects a row that the table does not have.
    pub fn features(&self, rows: &[u32]) -> Result<Vec<f32>, Error> {
        rows.iter().try_for_each(|row| self.check_row(*row as usize).map(|_| ()))?;
        Ok(self.rows(rows).0)
    }

    /// The batch that comes next as TensorFlow prints its two tensors, features and labels.
    pub fn take_one(&self) -> String {
        let rows = self.next_rows();
        let (inputs, targets) = self.rows(&rows);
        let (features, width) = (self.prepared.chosen.features.len(), self.target_width());
        let targets_shape = if width == 1 { vec![rows.len()] } else { vec![rows.len(), width] };
        let features = tensor_text(&inputs, &[rows.len(), features]);
        format!("{features}\n{}", tensor_text(&targets, &targets_shape))
    }

    /// One iteration on one row of the table, operation by operation, as if it were a batch alone; BatchNormalization takes
    /// mean and variance of the batch that comes next.
    ///
    /// # Errors
    /// Rejects a row that the table does not have.
    pub fn trace(&mut self, row: usize) -> Result<Trace, Error> {
        let (inputs, target) = self.rows(&[self.check_row(row)?]);
        let updates = self.updates();
        let (batch, _) = self.rows(&self.next_rows());
        trace_in_batch(&mut self.model, &batch, &inputs, &target, updates as usize)
    }

    /// How the rows of the batch that comes next become one update, operation by operation.
    ///
    /// # Errors
    /// Rejects numbers that are not finite, and more than [`MAX_GRADIENTS`] gradients.
    pub fn trace_batch(&mut self) -> Result<BatchTrace, Error> {
        let rows = self.next_rows();
        self.check_gradients(rows.len())?;
        let (inputs, targets) = self.rows(&rows);
        let updates = self.updates();
        trace_batch(&mut self.model, &inputs, &targets, updates as usize)
    }

    /// Rejects more gradients than are given at a time; returns how many there are.
    fn check_gradients(&self, rows: usize) -> Result<usize, Error> {
        let count = rows * self.model.weights().len();
        match count > MAX_GRADIENTS {
            true => {
                let expected = format!("at most {MAX_GRADIENTS} numbers");
                Err(Error::out_of_range("gradients of the batch", expected, count))
            }
            false => Ok(count),
        }
    }

    /// The gradients of the batch that comes next and of each of its rows, at the present weights; dropout does not act.
    ///
    /// # Errors
    /// Rejects more than [`MAX_GRADIENTS`] numbers.
    pub fn batch_gradients(&mut self) -> Result<BatchGradients, Error> {
        let rows = self.next_rows();
        self.check_gradients(rows.len())?;
        let (inputs, targets) = self.rows(&rows);
        let of_rows = rows_and_batch(&mut self.model, &inputs, &targets)?;
        let (row_losses, gradients, loss) = (of_rows.losses, of_rows.gradients.concat(), of_rows.loss);
        Ok(BatchGradients { rows, gradients, mean: self.model.gradients().to_vec(), loss, row_losses })
    }

    /// The inputs of one row of the table, and the outputs of every layer.
    ///
    /// # Errors
    /// Rejects a row that the table does not have.
    pub fn activations(&mut self, row: usize) -> Result<Vec<Vec<f32>>, Error> {
        let (inputs, _) = self.rows(&[self.check_row(row)?]);
        self.outputs_of(inputs)
    }

    /// One row that comes in, and the outputs of every layer.
    pub(super) fn outputs_of(&mut self, inputs: Vec<f32>) -> Result<Vec<Vec<f32>>, Error> {
        self.model.predict_row_major(&inputs)?;
        let layers = (0..self.model.active_layers().len()).map(|layer| self.model.outputs(layer).to_vec());
        Ok([inputs].into_iter().chain(layers.collect::<Vec<_>>()).collect())
    }

    /// The outputs of every layer over some of the inspected training rows, at most [`MAX_OUTPUT_ROWS`], in the order
    /// of their target: of each layer `[units, rows]`.
    pub fn outputs(&mut self) -> RowOutputs {
        let mut rows = self.inspected_rows().to_vec();
        let target = |row: &u32| self.prepared.targets[*row as usize];
        rows.sort_by(|a, b| target(a).total_cmp(&target(b)));
        let (all, count) = (rows.len(), rows.len().min(MAX_OUTPUT_ROWS));
        let rows: Vec<u32> = (0..count).map(|place| rows[place * (all - 1) / (count - 1).max(1)]).collect();
        let (inputs, _) = self.rows(&rows);
        self.model.predict_validated(&inputs);
        let of_layer = |layer: usize| {
            let (outputs, units) = (self.model.outputs(layer), self.model.active_layers()[layer].units());
            (0..units).flat_map(|unit| outputs.chunks(units).map(move |row| row[unit])).collect()
        };
        let layers = (0..self.model.active_layers().len()).map(of_layer).collect();
        RowOutputs { rows, layers }
    }

    /// The gradients of the mean loss of the inspected training rows, at the present weights and in their order;
    /// dropout does not act.
    pub fn gradients(&mut self) -> &[f32] {
        let (inputs, targets) = self.rows(self.inspected_rows());
        self.model.forward_and_backward(&inputs, &targets);
        self.model.gradients()
    }

    /// Sets one weight or bias, by its place in [`Sequential::weights`](crate::nn::Sequential::weights). Training goes on from
    /// there.
    ///
    /// # Errors
    /// Rejects a place that there is not, and a number that is not finite; the former weight stays.
    pub fn set_weight(&mut self, index: usize, value: f32) -> Result<(), Error> {
        let mut weights = self.model.weights().to_vec();
        let last = weights.len() - 1;
        let place = weights.get_mut(index);
        *place.ok_or_else(|| Error::out_of_range("index", format!("0 to {last}"), index))? = value;
        self.model.set_weights(&weights)
    }

    /// The training rows that are inspected: the first, at most [`super::MAX_INSPECTED_ROWS`], fewer of a large model's.
    pub fn inspected_rows(&self) -> &[u32] {
        &self.prepared.train[..self.fit.rows().min(limits::inspected_rows(self.model.weights().len()))]
    }

    /// Of each layer that acts in inference its weights by Keras's names, and the outputs over the inspected
    /// training rows.
    pub fn histograms(&mut self) -> Vec<LayerHistograms> {
        let (inputs, _) = self.rows(self.inspected_rows());
        self.model.predict_validated(&inputs);
        let of_layer = |(idx, layer): (usize, &Layer)| {
            let of = |tensor: Tensor| (tensor.name, Histogram::of(&self.model.weights()[tensor.range]));
            let weights = layer.tensors().into_iter().map(of).collect();
            LayerHistograms { weights, activations: Histogram::of(self.model.outputs(idx)) }
        };
        self.model.active_layers().into_iter().enumerate().map(of_layer).collect()
    }
}

impl Histogram {
    /// Counts the finite ones of some numbers.
    pub fn of(numbers: &[f32]) -> Self {
        let finite = || numbers.iter().copied().filter(|number| number.is_finite());
        let mut counts = vec![0; BINS];
        let from = finite().reduce(f32::min).unwrap_or(0.0);
        let to = finite().reduce(f32::max).unwrap_or(0.0);
        for number in finite() {
            // In doubles: the width of all numbers may be none of f32.
            let wide = |number: f32| f64::from(number);
            let part = if to > from { (wide(number) - wide(from)) / (wide(to) - wide(from)) } else { 0.0 };
            counts[((part * BINS as f64) as usize).min(BINS - 1)] += 1;
        }
        Histogram { from, to, counts }
    }
}
