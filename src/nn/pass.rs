//! Rows on their way through a model, forwards and backwards.

use super::dense::Dropout;
use super::loss::{Loss, Row};
use super::random::Random;
use super::{Dense, Rows, Sequential};
use glassnet_kernels::{BackpropStart, Fallback, squares};

/// What few layers do: dropout, regularizers, activations without loops of their own.
struct FallbackLayers<'a> {
    layers: &'a [Dense],
    /// The number of the step, from which the chance of dropout comes.
    step: u32,
}

impl Fallback for FallbackLayers<'_> {
    fn leave_out(&self, layer: usize, incoming: Rows, factors: &mut [f32], dropped: &mut [f32]) {
        let Some(Dropout { rate, seed }) = self.layers[layer].dropout else { return };
        let mut random = Random::new(seed ^ (u64::from(self.step) << 20) ^ ((layer as u64) << 56));
        let kept = 1.0 / (1.0 - rate);
        for (at, (factor, dropped)) in factors.iter_mut().zip(dropped).enumerate() {
            *factor = if random.uniform(0.0, 1.0) < rate { 0.0 } else { kept };
            *dropped = incoming.row(at / incoming.width)[at % incoming.width] * *factor;
        }
    }

    fn apply(&self, layer: usize, pre_activations: &[f32], outputs: &mut [f32]) {
        if cfg!(not(feature = "keras")) {
            return;
        }
        let activation = self.layers[layer].activation;
        outputs.iter_mut().zip(pre_activations).for_each(|(output, &z)| *output = activation.value(z));
    }

    fn backward(&self, layer: usize, pre_activations: &[f32], outputs: &[f32], d_pre: &mut [f32]) {
        // None of those that the page's build keeps: see `Activation::KEPT`.
        if cfg!(not(feature = "keras")) {
            return;
        }
        self.layers[layer].activation.backward(pre_activations, outputs, d_pre);
    }

    fn penalize(&self, layer: usize, parameters: &[f32], gradients: &mut [f32]) {
        self.layers[layer].add_penalty_gradients(parameters, gradients);
    }
}

impl Sequential {
    /// Sends rows that were checked through. Dropout acts only with `training`, the number of the step.
    #[cfg_attr(feature = "keras", inline(always))]
    pub(super) fn forward(&mut self, inputs: Rows, training: Option<u32>) {
        let fallback = FallbackLayers { layers: &self.layers, step: training.unwrap_or(0) };
        self.records.forward(&self.parameters, inputs, training.is_some(), &fallback);
    }

    /// Predicts rows that were checked.
    pub(super) fn predict_rows(&mut self, inputs: &[f32], outputs: &mut [f32]) {
        let fallback = FallbackLayers { layers: &self.layers, step: 0 };
        self.records.predict(&self.parameters, inputs, outputs, &fallback);
    }

    /// Forward, loss and backward for rows that were checked: fills the gradients, and returns the loss.
    #[cfg_attr(feature = "keras", inline(always))]
    pub(crate) fn pass(&mut self, inputs: Rows, targets: Rows, training: Option<u32>) -> f32 {
        self.forward(inputs, training);
        let (mean_loss, start) = self.loss_gradient(targets);
        let Sequential { layers, parameters, gradients, records, .. } = self;
        records.backward(parameters, inputs, start, gradients, &FallbackLayers { layers, step: 0 });
        if self.regularized { mean_loss + self.penalty() } else { mean_loss }
    }

    /// The predictions `[rows, outputs]` of the rows that went through.
    pub(crate) fn predictions(&self) -> &[f32] {
        self.records.outputs(self.layers.len() - 1)
    }

    /// The mean loss of the rows that went through, without regularizers.
    pub(super) fn mean_loss(&self, targets: Rows) -> f32 {
        self.losses(targets).fold(0.0, |sum, loss| sum + loss) / self.records.rows() as f32
    }

    /// The loss of each of the rows that went through.
    pub(super) fn losses<'a>(&'a self, targets: Rows<'a>) -> impl Iterator<Item = f32> {
        let (loss, mode) = (self.loss, self.mode(targets));
        let pre_activations = self.records.pre_activations(self.layers.len() - 1);
        rows(targets, self.predictions(), pre_activations, self.output_count()).map(move |row| loss.row(mode, row))
    }

    /// Fills the gradients where back propagation begins; returns the mean loss of the rows, and where that is.
    #[cfg_attr(feature = "keras", inline(always))]
    fn loss_gradient(&mut self, targets: Rows) -> (f32, BackpropStart) {
        let (mode, width, count) = (self.mode(targets), self.output_count(), targets.count);
        let start =
            if mode.starts_at_pre_activations() { BackpropStart::PreActivations } else { BackpropStart::Outputs };
        let (pre_activations, outputs, mut room) = self.records.loss_gradient(start);
        if matches!(self.loss.kept(), Loss::MeanSquaredError) {
            let factor = 2.0 * (1.0 / count as f32 / width as f32);
            return (squares(outputs, targets, factor, room) / count as f32, start);
        }
        let gradients = std::iter::from_fn(move || room.split_off_mut(..width));
        let rows = rows(targets, outputs, pre_activations, width).zip(gradients);
        (self.loss.fill_gradients(mode, count, rows), start)
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
