//! The activations that networks have most.

use super::scalar::Scalar;

/// An activation with loops of its own: the compiler makes them compute several numbers at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    /// `a = max(0, z)`; slope 0 at 0. NaN stays NaN.
    Relu,
    /// `a = 1 / (1 + e^-z)`
    Sigmoid,
    /// `a_j = e^z_j / Σ_k e^z_k` over the units of the layer
    Softmax,
    /// `a = tanh(z)`
    Tanh,
}

impl Builtin {
    /// Fills `outputs` from the `pre_activations` of rows of a layer, both `[rows, units]`.
    pub fn apply(self, units: usize, pre_activations: &[f32], outputs: &mut [f32]) {
        match self {
            Builtin::Relu => fill(outputs, pre_activations, |z| if z <= 0.0 { 0.0 } else { z }),
            Builtin::Sigmoid => fill(outputs, pre_activations, sigmoid),
            Builtin::Softmax => softmax(units, pre_activations, outputs),
            Builtin::Tanh => fill(outputs, pre_activations, Scalar::tanh),
        }
    }

    /// Fills `dL/dz` from `dL/da` for rows of a layer, all `[rows, units]`.
    ///
    /// `dL/dz = dL/da · a'(z)`; for softmax `dL/dz_j = a_j (dL/da_j - Σ_k a_k dL/da_k)`.
    pub fn backward(
        self,
        units: usize,
        pre_activations: &[f32],
        outputs: &[f32],
        d_outputs: &[f32],
        d_pre: &mut [f32],
    ) {
        match self {
            Builtin::Relu => slopes(d_pre, pre_activations, d_outputs, |z| if z > 0.0 { 1.0 } else { 0.0 }),
            Builtin::Sigmoid => slopes(d_pre, outputs, d_outputs, |a| a * (1.0 - a)),
            Builtin::Softmax => {
                let rows = outputs.chunks_exact(units).zip(d_outputs.chunks_exact(units));
                for ((outputs, d_outputs), d_pre) in rows.zip(d_pre.chunks_exact_mut(units)) {
                    let shared = outputs.iter().zip(d_outputs).fold(0.0, |sum, (a, d)| sum + a * d);
                    slopes(d_pre, d_outputs, outputs, |d| d - shared);
                }
            }
            Builtin::Tanh => slopes(d_pre, outputs, d_outputs, |a| 1.0 - a * a),
        }
    }
}

#[inline(always)]
fn fill<T: Scalar>(outputs: &mut [T], pre_activations: &[T], function: impl Fn(T) -> T) {
    for (output, &z) in outputs.iter_mut().zip(pre_activations) {
        *output = function(z);
    }
}

/// Fills `d_pre` with each of `factors` times the slope that follows from what is `known`.
#[inline(always)]
fn slopes(d_pre: &mut [f32], known: &[f32], factors: &[f32], slope: impl Fn(f32) -> f32) {
    for ((d_pre, &known), &factor) in d_pre.iter_mut().zip(known).zip(factors) {
        *d_pre = factor * slope(known);
    }
}

/// `1 / (1 + e^-z)`, computed from the side on which `exp` cannot overflow.
#[inline(always)]
pub fn sigmoid<T: Scalar>(z: T) -> T {
    let e = (-z.abs()).exp();
    (if z < T::zero() { e } else { T::one() }) / (T::one() + e)
}

/// `a_j = e^z_j / Σ_k e^z_k` over the `units` of each row. The largest pre-activation of a row is subtracted first, which
/// changes nothing but the risk of overflow.
pub fn softmax<T: Scalar>(units: usize, pre_activations: &[T], outputs: &mut [T]) {
    for (outputs, row) in outputs.chunks_exact_mut(units).zip(pre_activations.chunks_exact(units)) {
        let largest = row.iter().fold(row[0], |largest, &z| if z > largest { z } else { largest });
        fill(outputs, row, |z| z - largest);
    }
    outputs.iter_mut().for_each(|output| *output = output.exp());
    for outputs in outputs.chunks_exact_mut(units) {
        let sum = outputs.iter().fold(T::zero(), |sum, &output| sum + output);
        outputs.iter_mut().for_each(|output| *output /= sum);
    }
}
