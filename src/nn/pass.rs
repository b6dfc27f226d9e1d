//! The forward and backward pass of a model.

use super::Rows;
use super::layers::{Layer, Mode};
use super::loss::{Loss, LossMode, Row};
use super::sequential::Sequential;
use glassnet_kernels::{ActivationBackward, BackpropStart, Backward, Fallback, Records, squares};

/// Layers and activations without a loop among the kernels. The page's build has none: see `Activation::SUPPORTED`.
pub(super) struct FallbackLayers<'a> {
    pub(super) layers: &'a [Layer],
    pub(super) mode: Mode,
}

const IS_PAGE_BUILD: bool = cfg!(not(feature = "keras"));

impl Fallback for FallbackLayers<'_> {
    fn forward(
        &self,
        layer: usize,
        parameters: &[f32],
        inputs: Rows,
        cache: &mut Vec<f32>,
        pre_activations: &mut [f32],
    ) {
        if !IS_PAGE_BUILD {
            self.layers[layer].forward(parameters, self.mode, inputs, cache, pre_activations);
        }
    }

    fn backward(&self, layer: usize, parameters: &[f32], pass: Backward, gradients: &mut [f32]) {
        if !IS_PAGE_BUILD {
            self.layers[layer].backward(parameters, self.mode, pass, gradients);
        }
    }

    fn activate(&self, layer: usize, pre_activations: &[f32], outputs: &mut [f32]) {
        if !IS_PAGE_BUILD {
            let layer = &self.layers[layer];
            layer.activation().apply(layer.units(), pre_activations, outputs);
        }
    }

    fn activation_backward(&self, layer: usize, pass: ActivationBackward) {
        if !IS_PAGE_BUILD {
            let layer = &self.layers[layer];
            let ActivationBackward { pre_activations, outputs, d_outputs, d_pre } = pass;
            #[cfg(feature = "full")]
            if let Some(regularizer) = layer.as_dense().and_then(|dense| dense.activity_regularizer) {
                regularizer.add_activity_gradient(outputs, outputs.len() / layer.units(), d_outputs);
            }
            d_pre.copy_from_slice(d_outputs);
            layer.activation().backward(layer.units(), pre_activations, outputs, d_pre);
        }
    }

    fn penalize(&self, layer: usize, parameters: &[f32], gradients: &mut [f32]) {
        if let Layer::Dense(dense) = &self.layers[layer] {
            dense.add_penalty_gradients(parameters, gradients);
        }
    }
}

impl Sequential {
    /// Forward pass of validated rows.
    #[inline(always)]
    pub(super) fn forward(&mut self, inputs: Rows, mode: Mode) {
        let fallback = FallbackLayers { layers: &self.layers, mode };
        self.records.forward(&self.parameters, inputs, &fallback);
        self.mode = mode;
    }

    /// Predicts validated rows.
    pub(super) fn predict_rows(&mut self, inputs: &[f32], outputs: &mut [f32]) {
        let fallback = FallbackLayers { layers: &self.layers, mode: Mode::Inference };
        self.records.predict(&self.parameters, inputs, outputs, &fallback);
    }

    /// Predicts validated rows with records of its own: those of the model stay.
    pub(super) fn predict_with_own_records(&self, inputs: &[f32], outputs: &mut [f32]) {
        let fallback = FallbackLayers { layers: &self.layers, mode: Mode::Inference };
        self.new_records().predict(&self.parameters, inputs, outputs, &fallback);
    }

    /// Records of the forward pass of validated rows in inference; those of the model stay.
    pub(super) fn forward_with_own_records(&self, inputs: &[f32]) -> Records {
        let fallback = FallbackLayers { layers: &self.layers, mode: Mode::Inference };
        let mut records = self.new_records();
        records.forward(&self.parameters, Rows::all(inputs, self.input_count()), &fallback);
        records
    }

    fn new_records(&self) -> Records {
        Records::new(&self.layers.iter().map(Layer::loops).collect::<Vec<_>>())
    }

    /// Forward pass, loss and backward pass of validated rows: fills the gradients, and returns the loss.
    #[inline(always)]
    pub(crate) fn pass(&mut self, inputs: Rows, targets: Rows, mode: Mode) -> f32 {
        self.forward(inputs, mode);
        let (mean_loss, start) = self.loss_gradient(targets);
        #[cfg(feature = "full")]
        self.add_activity_gradient_of_output(start);
        let Sequential { layers, parameters, gradients, records, .. } = self;
        records.backward(parameters, inputs, start, gradients, &FallbackLayers { layers, mode });
        if self.regularized { mean_loss + self.penalty() } else { mean_loss }
    }

    /// Adds the gradient of the activity regularizer of the last layer where backpropagation starts past its activation.
    #[cfg(feature = "full")]
    fn add_activity_gradient_of_output(&mut self, start: BackpropStart) {
        let Some(layer) = self.layers.last().and_then(Layer::as_dense).filter(|_| self.regularized) else { return };
        let Some(regularizer) = layer.activity_regularizer else { return };
        let rows = self.records.rows();
        if let (BackpropStart::PreActivations, Some(last)) = (start, self.records.last_activation()) {
            let ActivationBackward { pre_activations, outputs, d_outputs, d_pre } = last;
            d_outputs.fill(0.0);
            regularizer.add_activity_gradient(outputs, rows, d_outputs);
            layer.activation.backward(layer.units, pre_activations, outputs, d_outputs);
            d_pre.iter_mut().zip(d_outputs).for_each(|(d_pre, more)| *d_pre += *more);
        }
    }

    /// A model whose BatchNormalization has mean and variance of a batch for its moving ones, so that its rows can be looked
    /// at one by one; `None` of a model without.
    pub(crate) fn with_statistics_of(&self, inputs: &[f32]) -> Option<Self> {
        self.has_moving.then(|| {
            let mut model = self.clone();
            let rows = Rows::all(inputs, self.input_count());
            model.forward(rows, Mode::BatchStatistics);
            for (at, layer) in self.layers.iter().enumerate() {
                let Layer::BatchNormalization(layer) = layer else { continue };
                let moving = layer.moving_mean_range().start..layer.moving_variance_range().end;
                model.parameters[moving].copy_from_slice(model.records.cache(at));
            }
            model
        })
    }

    /// The predictions `[rows, outputs]` of the last forward pass.
    pub(crate) fn predictions(&self) -> &[f32] {
        self.records.outputs(self.layers.len() - 1)
    }

    /// The mean loss of the rows of the last forward pass, without regularizers.
    pub(super) fn mean_loss(&self, targets: Rows) -> f32 {
        self.losses(targets).fold(0.0, |sum, loss| sum + loss) / self.records.rows() as f32
    }

    /// The loss of each row of the last forward pass.
    pub(super) fn losses<'a>(&'a self, targets: Rows<'a>) -> impl Iterator<Item = f32> {
        self.losses_of(self.loss, targets)
    }

    /// Another loss of each row of the last forward pass.
    pub(super) fn losses_of<'a>(&'a self, loss: Loss, targets: Rows<'a>) -> impl Iterator<Item = f32> {
        let mode = self.mode_of(loss, targets);
        let pre_activations = self.records.pre_activations(self.layers.len() - 1);
        rows(mode, targets, self.predictions(), pre_activations, self.output_count()).map(move |row| loss.row(row))
    }

    /// Fills the gradient of the loss; returns the mean loss of the rows, and where backpropagation starts.
    #[inline(always)]
    pub(super) fn loss_gradient(&mut self, targets: Rows) -> (f32, BackpropStart) {
        let (width, count) = (self.output_count(), targets.count);
        if matches!(self.loss.supported_in_build(), Loss::MeanSquaredError) {
            let start = BackpropStart::Outputs;
            let (_, outputs, gradients) = self.records.loss_gradient(start);
            let factor = 2.0 * (1.0 / count as f32 / width as f32);
            return (squares(outputs, targets, factor, gradients) / count as f32, start);
        }
        let loss_mode = self.mode(targets);
        let start =
            if loss_mode.starts_at_pre_activations() { BackpropStart::PreActivations } else { BackpropStart::Outputs };
        let (pre_activations, outputs, mut room) = self.records.loss_gradient(start);
        let gradients = std::iter::from_fn(move || room.split_off_mut(..width));
        let rows = rows(loss_mode, targets, outputs, pre_activations, width).zip(gradients);
        (self.loss.fill_gradients(count, rows), start)
    }
}

/// The rows of the last forward pass, as the loss sees them; without divisions, which take time in a small step.
#[inline(always)]
fn rows<'a>(
    mode: LossMode,
    targets: Rows<'a>,
    outputs: &'a [f32],
    pre_activations: &'a [f32],
    width: usize,
) -> impl Iterator<Item = Row<'a, f32>> {
    (0..targets.count).map(move |row| Row {
        mode,
        targets: targets.row(row),
        predictions: &outputs[row * width..][..width],
        pre_activations: &pre_activations[row * width..][..width],
    })
}
