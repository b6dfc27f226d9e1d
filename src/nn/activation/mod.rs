//! Activation functions, a file each. To add one, write its file and enter it below: as a variant, in [`Activation::ALL`]
//! and in `function`.

#![cfg_attr(not(feature = "full"), allow(dead_code))] // Other builds have some of them.

mod celu;
mod elu;
mod exponential;
mod gelu;
mod hard_shrink;
mod hard_sigmoid;
mod hard_silu;
mod hard_tanh;
mod leaky_relu;
mod linear;
mod log_sigmoid;
pub(super) mod log_softmax;
mod mish;
mod relu;
mod relu6;
mod selu;
mod sigmoid;
mod silu;
mod soft_shrink;
mod softmax;
pub(super) mod softplus;
mod softsign;
mod sparse_plus;
mod sparse_sigmoid;
mod squareplus;
mod supported;
mod tanh;
mod tanh_shrink;
mod threshold;

use super::Scalar;
use super::names::{Entry, Named, find};
use super::setting::{self, Range, Setting};
use crate::Error;
use crate::reader::Reader;
use glassnet_kernels::{Builtin, Kind, sigmoid, softmax};
use hard_sigmoid::HardSigmoid;
use std::str::FromStr;

pub use celu::Celu;
pub use elu::Elu;
pub use gelu::Gelu;
pub use hard_shrink::HardShrink;
pub use leaky_relu::LeakyRelu;
pub use relu::ReluWith;
pub use soft_shrink::SoftShrink;
pub use squareplus::Squareplus;
pub use threshold::Threshold;

/// Activation: the function from a layer's pre-activations `z` to its outputs `a`.
///
/// Source: <https://keras.io/api/layers/activations/>. Where a function has a corner, its slope there is the
/// one that Keras takes.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Activation {
    /// `a = max(z, 0) + α (e^(min(z, 0) / α) - 1)`
    Celu(Celu),
    /// `a = α (e^z - 1)` for `z <= 0`, else `z`
    Elu(Elu),
    /// `a = e^z`
    Exponential,
    /// `a = z Φ(z)` with the normal distribution `Φ`
    Gelu(Gelu),
    /// `a = z` for `|z| > threshold`, else 0
    HardShrink(HardShrink),
    /// `a = min(max(0, z + 3), 6) / 6`; slope 0 at both ends
    HardSigmoid,
    /// `a = z min(max(0, z + 3), 6) / 6`, also called hard swish
    HardSilu,
    /// `a = min(max(-1, z), 1)`
    HardTanh,
    /// `a = z` for `z > 0`, else `negative_slope · z`
    LeakyRelu(LeakyRelu),
    /// `a = z`
    Linear,
    /// `a = -ln(1 + e^-z)`
    LogSigmoid,
    /// `a_j = z_j - ln Σ_k e^z_k` over the units of the layer
    LogSoftmax,
    /// `a = z tanh(ln(1 + e^z))`
    Mish,
    /// `a = max(0, z)`; slope 0 at 0
    Relu,
    /// Relu with settings: `a = z` for `z > threshold`, else `negative_slope · (z - threshold)`, and at most `max_value`
    ReluWith(ReluWith),
    /// `a = min(max(0, z), 6)`; slope 0 at both ends
    Relu6,
    /// `a = s z` for `z > 0`, else `s α (e^z - 1)`, with `α = 1.6733` and `s = 1.0507`; slope `s` at 0
    Selu,
    /// `a = 1 / (1 + e^-z)`
    Sigmoid,
    /// `a = z / (1 + e^-z)`, also called swish
    Silu,
    /// `a = z - threshold` for `z > threshold`, `z + threshold` for `z < -threshold`, else 0
    SoftShrink(SoftShrink),
    /// `a_j = e^z_j / Σ_k e^z_k` over the units of the layer
    Softmax,
    /// `a = ln(1 + e^z)`
    Softplus,
    /// `a = z / (1 + |z|)`
    Softsign,
    /// `a = 0` for `z <= -1`, `(z + 1)² / 4` for `z < 1`, else `z`
    SparsePlus,
    /// `a = min(max(0, (z + 1) / 2), 1)`; slope 0 at both ends
    SparseSigmoid,
    /// `a = (z + √(z² + b)) / 2`
    Squareplus(Squareplus),
    /// `a = tanh(z)`
    Tanh,
    /// `a = z - tanh(z)`
    TanhShrink,
    /// `a = z` for `z > threshold`, else `default_value`
    Threshold(Threshold),
}

/// The least and the greatest output, reached or only neared, if there is one.
pub(crate) type Bounds = (Option<f64>, Option<f64>);

/// What an activation is made of.
trait ActivationFunction<T: Scalar> {
    /// Its names and its formula.
    fn entry(&self) -> Entry;

    /// The output for one pre-activation; for a function of whole rows that of a row of one.
    fn value(&self, z: T) -> T;

    /// `da/dz` from a pre-activation and its output; `None` for a function of whole rows.
    fn derivative(&self, z: T, output: T) -> Option<T>;

    /// Fills `outputs` from the `pre_activations` of rows of a layer, both `[rows, units]`.
    fn apply(&self, _units: usize, pre_activations: &[T], outputs: &mut [T]) {
        outputs.iter_mut().zip(pre_activations).for_each(|(output, &z)| *output = self.value(z));
    }

    /// Turns `gradients` from `dL/da` into `dL/dz` for rows of a layer, all `[rows, units]`. The page's build has loops of
    /// its own for all that it supports.
    #[cfg(feature = "keras")]
    fn backward(&self, _units: usize, pre_activations: &[T], outputs: &[T], gradients: &mut [T]) {
        for (gradient, (&z, &output)) in gradients.iter_mut().zip(pre_activations.iter().zip(outputs)) {
            if let Some(derivative) = self.derivative(z, output) {
                *gradient *= derivative;
            }
        }
    }

    /// Which of the loops in `glassnet-kernels` computes it.
    fn kind(&self) -> Kind {
        Kind::Fallback
    }

    /// The bounds of its outputs.
    fn bounds(&self) -> Bounds {
        (None, None)
    }

    /// The steepest slope, for a function that goes flat: a unit is saturated where its slope is a small share of this.
    fn steepest_slope(&self) -> Option<f64> {
        None
    }

    /// Whether the output is 0, with no slope, for whatever lies below some point: a unit can die there.
    fn is_zero_below(&self) -> bool {
        false
    }
}

impl Activation {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: [Activation; 28] = [
        Activation::Celu(Celu::DEFAULT),
        Activation::Elu(Elu::DEFAULT),
        Activation::Exponential,
        Activation::Gelu(Gelu::DEFAULT),
        Activation::HardShrink(HardShrink::DEFAULT),
        Activation::HardSigmoid,
        Activation::HardSilu,
        Activation::HardTanh,
        Activation::LeakyRelu(LeakyRelu::DEFAULT),
        Activation::Linear,
        Activation::LogSigmoid,
        Activation::LogSoftmax,
        Activation::Mish,
        Activation::Relu,
        Activation::Relu6,
        Activation::Selu,
        Activation::Sigmoid,
        Activation::Silu,
        Activation::SoftShrink(SoftShrink::DEFAULT),
        Activation::Softmax,
        Activation::Softplus,
        Activation::Softsign,
        Activation::SparsePlus,
        Activation::SparseSigmoid,
        Activation::Squareplus(Squareplus::DEFAULT),
        Activation::Tanh,
        Activation::TanhShrink,
        Activation::Threshold(Threshold::DEFAULT),
    ];

    /// What computes it. A build has those of [`Activation::SUPPORTED`] alone: the names of the others are unknown there,
    /// and their code is left out.
    fn function<T: Scalar>(&self) -> &dyn ActivationFunction<T> {
        match self {
            #[cfg(feature = "full")]
            Activation::Celu(celu) => celu,
            #[cfg(feature = "keras")]
            Activation::Elu(elu) => elu,
            #[cfg(feature = "keras")]
            Activation::Exponential => &exponential::Exponential,
            #[cfg(feature = "keras")]
            Activation::Gelu(gelu) => gelu,
            #[cfg(feature = "full")]
            Activation::HardShrink(hard_shrink) => hard_shrink,
            #[cfg(feature = "keras")]
            Activation::HardSigmoid => &hard_sigmoid::HardSigmoid,
            #[cfg(feature = "full")]
            Activation::HardSilu => &hard_silu::HardSilu,
            #[cfg(feature = "full")]
            Activation::HardTanh => &hard_tanh::HardTanh,
            #[cfg(feature = "keras")]
            Activation::LeakyRelu(leaky_relu) => leaky_relu,
            Activation::Linear => &linear::Linear,
            #[cfg(feature = "full")]
            Activation::LogSigmoid => &log_sigmoid::LogSigmoid,
            #[cfg(feature = "full")]
            Activation::LogSoftmax => &log_softmax::LogSoftmax,
            #[cfg(feature = "full")]
            Activation::Mish => &mish::Mish,
            Activation::Relu => &relu::Relu,
            #[cfg(feature = "keras")]
            Activation::ReluWith(relu) => relu,
            #[cfg(feature = "full")]
            Activation::Relu6 => &relu6::Relu6,
            #[cfg(feature = "keras")]
            Activation::Selu => &selu::Selu,
            Activation::Sigmoid => &sigmoid::Sigmoid,
            #[cfg(feature = "keras")]
            Activation::Silu => &silu::Silu,
            #[cfg(feature = "full")]
            Activation::SoftShrink(soft_shrink) => soft_shrink,
            Activation::Softmax => &softmax::Softmax,
            #[cfg(feature = "keras")]
            Activation::Softplus => &softplus::Softplus,
            #[cfg(feature = "keras")]
            Activation::Softsign => &softsign::Softsign,
            #[cfg(feature = "full")]
            Activation::SparsePlus => &sparse_plus::SparsePlus,
            #[cfg(feature = "full")]
            Activation::SparseSigmoid => &sparse_sigmoid::SparseSigmoid,
            #[cfg(feature = "full")]
            Activation::Squareplus(squareplus) => squareplus,
            Activation::Tanh => &tanh::Tanh,
            #[cfg(feature = "full")]
            Activation::TanhShrink => &tanh_shrink::TanhShrink,
            #[cfg(feature = "full")]
            Activation::Threshold(threshold) => threshold,
            #[cfg(not(feature = "full"))]
            _ => &linear::Linear,
        }
    }

    /// Reads the settings from the fields of an object.
    pub(super) fn read_settings(self, reader: &Reader) -> Self {
        if cfg!(not(feature = "keras")) {
            // Those of the page's build have none.
            reader.settings(self.name(), &[]);
            return self;
        }
        let mut activation = self.with_settings();
        setting::read(reader, self.name(), activation.settings(), &[]);
        if activation == Activation::Relu.with_settings() { Activation::Relu } else { activation }
    }

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Fills `outputs` from the `pre_activations` of rows of a layer, both `[rows, units]`, in any precision.
    pub(super) fn apply<T: Scalar>(self, units: usize, pre_activations: &[T], outputs: &mut [T]) {
        self.function::<T>().apply(units, pre_activations, outputs);
    }

    /// Turns `gradients` from `dL/da` into `dL/dz` for rows of a layer, all `[rows, units]`, in any precision.
    #[cfg(feature = "keras")]
    pub(crate) fn backward<T: Scalar>(self, units: usize, pre_activations: &[T], outputs: &[T], gradients: &mut [T]) {
        self.function().backward(units, pre_activations, outputs, gradients);
    }

    /// Which of the loops in `glassnet-kernels` computes it.
    pub(super) fn kind(self) -> Kind {
        self.function::<f32>().kind()
    }

    /// The output for one pre-activation; for a function of whole rows, such as softmax, that of a row of one.
    pub fn value<T: Scalar>(self, z: T) -> T {
        self.function().value(z)
    }

    /// `da/dz` of one unit from its pre-activation and output; `None` for a function of whole rows, such as softmax.
    pub fn derivative<T: Scalar>(self, z: T, output: T) -> Option<T> {
        self.function().derivative(z, output)
    }

    /// Whether it is a function of all units of a row.
    pub(crate) fn is_of_rows(self) -> bool {
        self.derivative(0.0_f32, 0.0).is_none()
    }

    /// The bounds of its outputs, whether it reaches or only nears them.
    pub(crate) fn bounds(self) -> Bounds {
        self.function::<f32>().bounds()
    }

    /// The steepest slope, for a function that goes flat: a unit is saturated where its slope is a small share of this.
    pub(crate) fn steepest_slope(self) -> Option<f64> {
        self.function::<f32>().steepest_slope()
    }

    /// Whether the output is 0, with no slope, for whatever lies below some point: a unit can die there.
    pub(crate) fn is_zero_below(self) -> bool {
        self.function::<f32>().is_zero_below()
    }
}

impl Named for Activation {
    const KIND: &'static str = "activation";
    const KNOWN: &'static [Self] = Activation::SUPPORTED;

    fn entry(&self) -> Entry {
        self.function::<f32>().entry()
    }
    fn settings(&mut self) -> Vec<Setting<'_>> {
        // Those of the page's build have none.
        if cfg!(not(feature = "keras")) {
            return Vec::new();
        }
        match self {
            Activation::Celu(celu) => celu.settings(),
            Activation::Elu(elu) => elu.settings(),
            Activation::Gelu(gelu) => gelu.settings(),
            Activation::HardShrink(hard_shrink) => hard_shrink.settings(),
            Activation::LeakyRelu(leaky_relu) => leaky_relu.settings(),
            Activation::ReluWith(relu) => relu.settings(),
            Activation::SoftShrink(soft_shrink) => soft_shrink.settings(),
            Activation::Squareplus(squareplus) => squareplus.settings(),
            Activation::Threshold(threshold) => threshold.settings(),
            Activation::Exponential
            | Activation::HardSigmoid
            | Activation::HardSilu
            | Activation::HardTanh
            | Activation::Linear
            | Activation::LogSigmoid
            | Activation::LogSoftmax
            | Activation::Mish
            | Activation::Relu
            | Activation::Relu6
            | Activation::Selu
            | Activation::Sigmoid
            | Activation::Silu
            | Activation::Softmax
            | Activation::Softplus
            | Activation::Softsign
            | Activation::SparsePlus
            | Activation::SparseSigmoid
            | Activation::Tanh
            | Activation::TanhShrink => Vec::new(),
        }
    }

    /// Of relu [`ReluWith`].
    fn with_settings(self) -> Self {
        if self == Activation::Relu { Activation::ReluWith(ReluWith::DEFAULT) } else { self }
    }
}

impl FromStr for Activation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name)
    }
}

#[cfg(test)]
mod tests;
