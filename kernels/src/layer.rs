//! A layer, and the forward and backward pass of a dense one.

use super::activation::Builtin;
use super::elementary::FAST;
use super::packed::{self, Right, is_large, is_large_for};
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
        if is_large_for(self.inputs, self.units, rows.count) {
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
            Transform::Dense => {
                let transposed = if is_large(self.inputs, self.units) { 0 } else { self.inputs * self.units };
                let is_packed = is_large_for(self.inputs, self.units, rows);
                transposed.max(if is_packed { packed::room(self.inputs, self.units, rows) } else { 0 })
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradients_of_rows_that_fit_into_no_cache_are_packed_to_the_same_bits() {
        let (inputs, units) = (17, 33);
        let layer = Layer {
            inputs,
            units,
            transform: Transform::Dense,
            activation: Kind::Linear,
            offset: 0,
            use_bias: false,
            penalized: false,
        };
        let numbers =
            |count: usize, seed: f32| (0..count).map(|at| (at as f32 * 1.7 + seed).sin()).collect::<Vec<f32>>();
        let parameters = numbers(inputs * units, 0.3);
        for rows in [7900, 7950] {
            assert_eq!(is_large_for(inputs, units, rows), FAST && rows == 7950);
            let (x, d_pre) = (numbers(rows * inputs, 0.1), numbers(rows * units, 0.2));
            let order: Vec<u32> = (0..rows as u32).rev().collect();
            let x = Rows::ordered(&x, inputs, &order);
            let mut room = vec![f32::NAN; layer.room(rows)];
            let (mut gradients, mut expected) = (vec![f32::NAN; inputs * units], vec![0.0; inputs * units]);
            layer.fill_gradients(x, &d_pre, &mut room, &mut gradients);
            outer_product(x, &d_pre, units, &mut expected);
            assert_eq!(gradients, expected);
            // There is room for what comes after it.
            let mut d_inputs = vec![f32::NAN; rows * inputs];
            layer.backward(&parameters, Rows::all(&d_pre, units), &mut room, &mut d_inputs);
            assert!(d_inputs.iter().all(|number| number.is_finite()));
        }
    }
}
