//! A layer, and the forward and backward pass of a dense one.

use super::activation::Builtin;
use super::elementary::FAST;
use super::packed::{self, Right, is_large};
use super::product::{outer_product, product, sum_of_rows, transpose};
use super::rows::Rows;

/// A layer as the loops see it: a transform of its inputs, then an activation.
#[derive(Debug, Clone, Copy)]
pub struct Layer {
    /// Numbers in a row of inputs.
    pub inputs: usize,
    /// Numbers in a row of outputs.
    pub units: usize,
    /// How its pre-activations follow from its inputs.
    pub transform: Transform,
    /// How its outputs follow from its pre-activations.
    pub activation: Kind,
    /// Of a dense layer: where its kernel `[inputs, units]` begins in the model's parameters; its bias `[units]` follows.
    pub offset: usize,
    /// Of a dense layer: whether there is a bias.
    pub use_bias: bool,
    /// Of a dense layer: whether a regularizer adds to its gradients.
    pub penalized: bool,
}

/// How the pre-activations of a layer follow from its inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transform {
    /// `z = x · kernel + bias`
    Dense,
    /// `z = x`
    Identity,
    /// Without a loop here: see [`super::Fallback`].
    Fallback,
}

/// How the outputs of a layer follow from its pre-activations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `a = z`: outputs and pre-activations share one buffer, and so do their gradients.
    Linear,
    /// An activation with a loop of its own.
    Builtin(Builtin),
    /// Any other activation: see [`super::Fallback`].
    Fallback,
}

impl Layer {
    /// Forward pass of a dense layer: fills `pre_activations` `[rows, units]`.
    #[inline(always)]
    pub(crate) fn forward(&self, parameters: &[f32], rows: Rows, room: &mut [f32], pre_activations: &mut [f32]) {
        let (kernel, bias) = self.tensors(parameters);
        if is_large(self.inputs, self.units) {
            return packed::product(rows, Right::Plain(kernel), bias, self.units, room, pre_activations);
        }
        product(rows, kernel, bias, self.units, pre_activations);
    }

    /// Parameter gradients of a dense layer: fills `dL/dw = Σ dL/dz · x` and `dL/db = Σ dL/dz`, over the rows in order.
    #[inline(always)]
    pub(crate) fn fill_gradients(&self, rows: Rows, d_pre: &[f32], room: &mut [f32], gradients: &mut [f32]) {
        let d_pre = &d_pre[..rows.count * self.units];
        let (kernel, bias) = gradients[self.offset..].split_at_mut(self.inputs * self.units);
        if is_large(self.inputs, self.units) {
            packed::outer_product(rows, d_pre, self.units, room, kernel);
        } else {
            outer_product(rows, d_pre, self.units, kernel);
        }
        if self.use_bias {
            sum_of_rows(d_pre, self.units, &mut bias[..self.units]);
        }
    }

    /// Input gradients of a dense layer: fills `dL/dx = Σ dL/dz · w` `[rows, inputs]`, over the units in order.
    ///
    /// There is room for the transposed kernel, in which the weights of one unit are contiguous.
    #[inline(always)]
    pub(crate) fn backward(&self, parameters: &[f32], d_pre: Rows, room: &mut [f32], d_inputs: &mut [f32]) {
        let (kernel, _) = self.tensors(parameters);
        if FAST && self.units == 1 {
            return product(d_pre, kernel, &[], self.inputs, d_inputs);
        }
        if is_large(self.inputs, self.units) {
            return packed::product(d_pre, Right::Transposed(kernel), &[], self.inputs, room, d_inputs);
        }
        let transposed = &mut room[..kernel.len()];
        transpose(kernel, self.inputs, self.units, transposed);
        product(d_pre, transposed, &[], self.inputs, d_inputs);
    }

    /// How many numbers of room its products need for so many rows.
    pub(crate) fn room(&self, rows: usize) -> usize {
        match self.transform {
            Transform::Dense if is_large(self.inputs, self.units) => packed::room(self.inputs, self.units, rows),
            Transform::Dense => self.inputs * self.units,
            _ => 0,
        }
    }

    /// Kernel and bias; the latter is empty without one.
    #[inline(always)]
    fn tensors<'a>(&self, parameters: &'a [f32]) -> (&'a [f32], &'a [f32]) {
        let (kernel, bias) = parameters[self.offset..].split_at(self.inputs * self.units);
        (kernel, &bias[..if self.use_bias { self.units } else { 0 }])
    }
}
