//! One dense layer: every input reaches every unit.

use super::{Activation, Regularizer, Scalar};
use glassnet_kernels::Layer;
use nalgebra::{DMatrixView, DVectorView, DVectorViewMut};
use std::ops::Range;

/// A dense layer: `outputs = activation(inputs · kernel + bias)`.
///
/// The layer owns no numbers: its kernel `[inputs, units]` and bias `[units]` are ranges of the model's one
/// buffer of parameters, row by row. nalgebra reads a buffer column by column, so here a kernel is seen as
/// its transpose `[units, inputs]`: column `i` holds the weights that leave input `i`.
#[derive(Debug, Clone, PartialEq)]
pub struct Dense {
    /// What its author calls it; without a name `summary()` gives Keras's.
    pub name: Option<String>,
    /// How many numbers come in.
    pub inputs: usize,
    /// How many units it has.
    pub units: usize,
    /// What each unit does with its sum.
    pub activation: Activation,
    /// Whether a bias is added.
    pub use_bias: bool,
    /// The price of its weights.
    pub kernel_regularizer: Option<Regularizer>,
    /// The price of its biases.
    pub bias_regularizer: Option<Regularizer>,
    /// Dropout of what comes in, while training.
    pub dropout: Option<Dropout>,
    /// Where the layer's parameters begin in the model's buffer: the kernel, then the bias.
    pub(super) offset: usize,
}

/// Dropout: while training each number is 0 with a chance of `rate`, and divided by `1 - rate` otherwise.
///
/// Source: <https://keras.io/api/layers/regularization_layers/dropout/>.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dropout {
    /// The share that is left out, 0 or more and below 1.
    pub rate: f32,
    /// Where its chance comes from: the same seed leaves the same numbers out, step by step.
    pub seed: u64,
}

impl Dense {
    /// Where the kernel lies in the model's parameters, row by row: the weight from input `i` to unit `j` is
    /// number `i · units + j`.
    pub fn kernel_range(&self) -> Range<usize> {
        self.offset..self.offset + self.inputs * self.units
    }

    /// Where the bias lies in the model's parameters; empty without one.
    pub fn bias_range(&self) -> Range<usize> {
        let start = self.kernel_range().end;
        start..start + if self.use_bias { self.units } else { 0 }
    }

    /// Where in the model's parameters the weight from `input` to `unit` lies.
    pub fn weight_index(&self, input: usize, unit: usize) -> usize {
        self.offset + input * self.units + unit
    }

    /// Where in the model's parameters the bias of `unit` lies, if the layer has one.
    pub fn bias_index(&self, unit: usize) -> Option<usize> {
        self.use_bias.then(|| self.kernel_range().end + unit)
    }

    /// One row forward in any precision: fills `pre_activations` and `outputs` `[units]` from `inputs` `[inputs]`.
    ///
    /// A sum runs over the inputs in their order, from 0, and the bias comes last; a trace shows just that.
    pub(super) fn forward_row<T: Scalar>(
        &self,
        parameters: &[T],
        inputs: &[T],
        pre_activations: &mut [T],
        outputs: &mut [T],
    ) {
        let kernel = DMatrixView::from_slice(&parameters[self.kernel_range()], self.units, self.inputs);
        let mut sums = DVectorViewMut::from_slice(pre_activations, self.units);
        sums.fill(T::zero());
        for (input, &x) in inputs.iter().enumerate() {
            sums.axpy(x, &kernel.column(input), T::one());
        }
        if self.use_bias {
            sums += DVectorView::from_slice(&parameters[self.bias_range()], self.units);
        }
        self.activation.apply(self.units, pre_activations, outputs);
    }

    /// What the loops need to know of it.
    pub(super) fn layer(&self) -> Layer {
        let &Dense { inputs, units, offset, use_bias, activation, .. } = self;
        let (drops, penalized) = (self.dropout.is_some(), self.is_regularized());
        Layer { inputs, units, offset, use_bias, activation: activation.kind(), drops, penalized }
    }

    /// Whether the layer has a regularizer.
    pub(super) fn is_regularized(&self) -> bool {
        self.kernel_regularizer.is_some() || self.bias_regularizer.is_some()
    }

    /// What the regularizers add to the loss.
    pub(super) fn penalty(&self, parameters: &[f32]) -> f32 {
        let of = |regularizer: Option<Regularizer>, range: Range<usize>| {
            regularizer.map_or(0.0, |regularizer| regularizer.penalty(&parameters[range]))
        };
        of(self.kernel_regularizer, self.kernel_range()) + of(self.bias_regularizer, self.bias_range())
    }

    /// Adds what the regularizers add to the gradients.
    pub(super) fn add_penalty_gradients(&self, parameters: &[f32], gradients: &mut [f32]) {
        if let Some(regularizer) = self.kernel_regularizer {
            regularizer.add_gradient(&parameters[self.kernel_range()], &mut gradients[self.kernel_range()]);
        }
        if let Some(regularizer) = self.bias_regularizer {
            regularizer.add_gradient(&parameters[self.bias_range()], &mut gradients[self.bias_range()]);
        }
    }
}
