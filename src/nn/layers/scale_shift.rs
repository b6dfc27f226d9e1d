//! The end of a normalization: `y = gamma · x̂ + beta`, with `x̂ = (x - mean) / √(variance + epsilon)`.

use super::super::Scalar;
use super::Tensor;
use std::ops::Range;

/// Gamma and beta of a normalization, each `[units]`, one after the other in the parameters of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ScaleShift {
    pub(super) units: usize,
    /// Where gamma begins.
    pub(super) offset: usize,
    /// Whether there is a gamma; without one it is 1.
    pub(super) scale: bool,
    /// Whether there is a beta; without one it is 0.
    pub(super) center: bool,
    pub(super) epsilon: f32,
}

impl ScaleShift {
    pub(super) fn gamma_range(&self) -> Range<usize> {
        self.offset..self.offset + if self.scale { self.units } else { 0 }
    }

    pub(super) fn beta_range(&self) -> Range<usize> {
        let start = self.gamma_range().end;
        start..start + if self.center { self.units } else { 0 }
    }

    pub(super) fn tensors(&self) -> Vec<Tensor> {
        let all = [("gamma", self.gamma_range(), 1.0), ("beta", self.beta_range(), 0.0)];
        let tensors = all.into_iter().map(|(name, range, initial)| Tensor::vector(name, range, initial));
        tensors.filter(|tensor| !tensor.range.is_empty()).collect()
    }

    pub(super) fn gamma<T: Scalar>(&self, parameters: &[T], unit: usize) -> T {
        if self.scale { parameters[self.offset + unit] } else { T::one() }
    }

    /// The operands of a number of a unit.
    pub(super) fn normalization(&self, parameters: &[f32], unit: usize, [mean, variance]: [f32; 2]) -> Normalization {
        let of = |range: Range<usize>| range.clone().nth(unit).map(|place| parameters[place]);
        let (gamma, beta) = (of(self.gamma_range()), of(self.beta_range()));
        Normalization { mean, variance, epsilon: self.epsilon, gamma, beta }
    }

    /// `1 / √(variance + epsilon)`
    pub(super) fn inverse_deviation<T: Scalar>(&self, variance: T) -> T {
        T::one() / (variance + T::from(self.epsilon)).sqrt()
    }

    /// One number normalized, in Keras's order of operations: `x · f + (beta - mean · f)` with
    /// `f = gamma / √(variance + epsilon)`.
    pub(super) fn apply<T: Scalar>(&self, parameters: &[T], unit: usize, x: T, [mean, inverse]: [T; 2]) -> T {
        let factor = inverse * self.gamma(parameters, unit);
        let beta = if self.center { parameters[self.beta_range().start + unit] } else { T::zero() };
        x * factor + (beta - mean * factor)
    }

    /// Adds the share of one number in the gradients of gamma and beta: `dL/dy · x̂` and `dL/dy`.
    pub(super) fn add_gradients(&self, gradients: &mut [f32], unit: usize, d: f32, normalized: f32) {
        if self.scale {
            gradients[self.offset + unit] += d * normalized;
        }
        if self.center {
            gradients[self.beta_range().start + unit] += d;
        }
    }
}

/// The operands of one normalized number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normalization {
    /// Of the batch, of the row, or moving.
    pub mean: f32,
    /// As the mean.
    pub variance: f32,
    /// Added to the variance.
    pub epsilon: f32,
    /// `None` where nothing multiplies.
    pub gamma: Option<f32>,
    /// `None` where nothing is added.
    pub beta: Option<f32>,
}

impl Normalization {
    /// `1 / √(variance + epsilon)`
    pub fn inverse_deviation(self) -> f32 {
        1.0 / (self.variance + self.epsilon).sqrt()
    }

    /// `x̂ = (x - mean) / √(variance + epsilon)`
    pub fn of(self, x: f32) -> f32 {
        (x - self.mean) * self.inverse_deviation()
    }
}

/// Mean and variance of some numbers, as TensorFlow's `moments` has them: of the deviations from the mean, divided by the
/// count.
pub(super) fn moments<T: Scalar>(numbers: impl Iterator<Item = T> + Clone) -> [T; 2] {
    let (mut count, mut sum, mut squares) = (T::zero(), T::zero(), T::zero());
    for number in numbers.clone() {
        sum += number;
        count += T::one();
    }
    let mean = sum / count;
    for number in numbers {
        squares += (number - mean) * (number - mean);
    }
    [mean, squares / count]
}
