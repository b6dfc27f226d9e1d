//! The rows of a dense layer on their way forwards and backwards.

use super::activation::Builtin;
use super::elementary::FAST;
use super::product::{outer_product, product, sum_of_rows, transpose};
use super::rows::Rows;

/// What the loops need to know of a dense layer: where its kernel `[inputs, units]` lies in the model's parameters, its bias
/// `[units]` behind it, and what is done to its rows.
#[derive(Debug, Clone, Copy)]
pub struct Layer {
    /// How many numbers come in.
    pub inputs: usize,
    /// How many units there are.
    pub units: usize,
    /// Where the kernel begins.
    pub offset: usize,
    /// Whether there is a bias.
    pub use_bias: bool,
    /// What its units do.
    pub activation: Kind,
    /// Whether some of what comes in is left out while training.
    pub drops: bool,
    /// Whether a regularizer adds to its gradients.
    pub penalized: bool,
}

/// What the units of a layer do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing: outputs are the pre-activations, and so their gradients; neither is then kept twice.
    Linear,
    /// What has loops of its own.
    Builtin(Builtin),
    /// Anything else: see [`super::Fallback`].
    Fallback,
}

impl Layer {
    /// Rows forward up to the activation: fills `pre_activations` `[rows, units]`.
    #[cfg_attr(feature = "fast", inline(always))]
    pub(crate) fn forward(&self, parameters: &[f32], rows: Rows, pre_activations: &mut [f32]) {
        let (kernel, bias) = self.tensors(parameters);
        product(rows, kernel, bias, self.units, pre_activations);
    }

    /// Rows backward: fills `dL/dw = Σ dL/dz · x` and `dL/db = Σ dL/dz`, over the rows in their order.
    #[cfg_attr(feature = "fast", inline(always))]
    pub(crate) fn fill_gradients(&self, rows: Rows, d_pre: &[f32], gradients: &mut [f32]) {
        let d_pre = &d_pre[..rows.count * self.units];
        let (kernel, bias) = gradients[self.offset..].split_at_mut(self.inputs * self.units);
        outer_product(rows, d_pre, self.units, kernel);
        if self.use_bias {
            sum_of_rows(d_pre, self.units, &mut bias[..self.units]);
        }
    }

    /// Rows backward: fills `dL/dx = Σ dL/dz · w` `[rows, inputs]`, over the units in their order.
    ///
    /// `transposed` has room for the kernel the other way round, where the weights that reach one unit lie side by side.
    #[cfg_attr(feature = "fast", inline(always))]
    pub(crate) fn backward(&self, parameters: &[f32], d_pre: Rows, transposed: &mut [f32], d_inputs: &mut [f32]) {
        let (kernel, _) = self.tensors(parameters);
        if FAST && self.units == 1 {
            return product(d_pre, kernel, &[], self.inputs, d_inputs);
        }
        let transposed = &mut transposed[..kernel.len()];
        transpose(kernel, self.inputs, self.units, transposed);
        product(d_pre, transposed, &[], self.inputs, d_inputs);
    }

    /// Kernel and bias; the latter is empty without one.
    #[cfg_attr(feature = "fast", inline(always))]
    fn tensors<'a>(&self, parameters: &'a [f32]) -> (&'a [f32], &'a [f32]) {
        let (kernel, bias) = parameters[self.offset..].split_at(self.inputs * self.units);
        (kernel, &bias[..if self.use_bias { self.units } else { 0 }])
    }
}
