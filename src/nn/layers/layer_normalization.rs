//! LayerNormalization: each row normalized over its units.

use super::super::Scalar;
use super::super::setting::{self, Range as Numbers, Setting};
use super::scale_shift::{Normalization, ScaleShift, moments};
use super::supported::InFull;
use super::{Place, Tensor};
use crate::Error;
use crate::reader::{Readable, Reader};
use glassnet_kernels::{Backward, Rows};
use std::ops::Range;

/// Layer normalization, as a caller asks for it: `outputs = gamma · (inputs - mean) / √(variance + epsilon) + beta`, with
/// mean and variance of the row.
///
/// Source: <https://keras.io/api/layers/normalization_layers/layer_normalization/>.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerNormalizationConfig {
    /// Added to the variance: 0 or more. Defaults to 0.001.
    pub epsilon: f32,
    /// Whether beta is added. Defaults to true.
    pub center: bool,
    /// Whether gamma multiplies. Defaults to true.
    pub scale: bool,
    /// Its name. Defaults to Keras's: `layer_normalization`, `layer_normalization_1`.
    pub name: Option<String>,
}

impl Default for LayerNormalizationConfig {
    fn default() -> Self {
        LayerNormalizationConfig { epsilon: 1e-3, center: true, scale: true, name: None }
    }
}

/// Layer normalization of a model: gamma and beta, each `[units]`.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerNormalization {
    /// Its settings.
    pub config: LayerNormalizationConfig,
    scale_shift: ScaleShift,
    _supported: InFull,
}

impl LayerNormalizationConfig {
    /// The numbers and flags that it can be set to.
    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("epsilon", Numbers::NotNegative, &mut self.epsilon),
            Setting::flag("center", &mut self.center),
            Setting::flag("scale", &mut self.scale),
        ]
    }

    pub(super) fn build(&self, place: Place) -> Result<LayerNormalization, Error> {
        let _supported = InFull::check("LayerNormalization")?;
        setting::check(&self.clone().settings())?;
        let &LayerNormalizationConfig { scale, center, epsilon, .. } = self;
        let scale_shift = ScaleShift { units: place.inputs, offset: place.offset, scale, center, epsilon };
        Ok(LayerNormalization { config: self.clone(), scale_shift, _supported })
    }
}

/// Reads `{ type: "LayerNormalization", epsilon: 1e-6 }`.
impl Readable for LayerNormalizationConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "epsilon", "center", "scale", "name"]);
        let mut config = LayerNormalizationConfig { name: layer.get("name"), ..LayerNormalizationConfig::default() };
        layer.update("epsilon", &mut config.epsilon);
        layer.update("center", &mut config.center);
        layer.update("scale", &mut config.scale);
        config
    }
}

impl LayerNormalization {
    pub(super) fn units(&self) -> usize {
        self.scale_shift.units
    }

    /// Where gamma lies in the model's parameters; empty without one.
    pub fn gamma_range(&self) -> Range<usize> {
        self.scale_shift.gamma_range()
    }

    /// Where beta lies in the model's parameters; empty without one.
    pub fn beta_range(&self) -> Range<usize> {
        self.scale_shift.beta_range()
    }

    pub(super) fn tensors(&self) -> Vec<Tensor> {
        self.scale_shift.tensors()
    }

    pub(super) fn normalization(&self, parameters: &[f32], inputs: &[f32], unit: usize) -> Normalization {
        self.scale_shift.normalization(parameters, unit, moments(inputs.iter().copied()))
    }

    /// Fills the outputs; the cache holds mean and variance of each row.
    pub(super) fn forward(&self, parameters: &[f32], inputs: Rows, cache: &mut Vec<f32>, outputs: &mut [f32]) {
        cache.resize(2 * inputs.count, 0.0);
        for row in 0..inputs.count {
            let [mean, variance] = moments(inputs.row(row).iter().copied());
            [cache[2 * row], cache[2 * row + 1]] = [mean, variance];
            let out = &mut outputs[row * self.units()..][..self.units()];
            self.apply(parameters, inputs.row(row), [mean, variance], out);
        }
    }

    /// One row, in any precision.
    pub(super) fn forward_row<T: Scalar>(&self, parameters: &[T], inputs: &[T], outputs: &mut [T]) {
        self.apply(parameters, inputs, moments(inputs.iter().copied()), outputs);
    }

    fn apply<T: Scalar>(&self, parameters: &[T], inputs: &[T], [mean, variance]: [T; 2], outputs: &mut [T]) {
        let inverse = self.scale_shift.inverse_deviation(variance);
        for (unit, (output, &x)) in outputs.iter_mut().zip(inputs).enumerate() {
            *output = self.scale_shift.apply(parameters, unit, x, [mean, inverse]);
        }
    }

    /// Fills `dL/dgamma = Σ dL/dy · x̂`, `dL/dbeta = Σ dL/dy`, and
    /// `dL/dx = (dL/dx̂ - mean(dL/dx̂) - x̂ · mean(dL/dx̂ · x̂)) / √(variance + epsilon)`, with means over the row.
    pub(super) fn backward(&self, parameters: &[f32], pass: Backward, gradients: &mut [f32]) {
        let (units, Backward { inputs, cache, d_pre, mut d_inputs }) = (self.units(), pass);
        gradients[self.gamma_range().start..self.beta_range().end].fill(0.0);
        for row in 0..inputs.count {
            let (x, d_pre) = (inputs.row(row), &d_pre[row * units..][..units]);
            let (mean, inverse) = (cache[2 * row], self.scale_shift.inverse_deviation(cache[2 * row + 1]));
            let normalized = |unit: usize| (x[unit] - mean) * inverse;
            let (mut sum, mut sum_normalized) = (0.0, 0.0);
            for (unit, &d) in d_pre.iter().enumerate() {
                self.scale_shift.add_gradients(gradients, unit, d, normalized(unit));
                let d = d * self.scale_shift.gamma(parameters, unit);
                sum += d;
                sum_normalized += d * normalized(unit);
            }
            let Some(d_inputs) = &mut d_inputs else { continue };
            let [mean, mean_normalized] = [sum / units as f32, sum_normalized / units as f32];
            for (unit, d_input) in d_inputs[row * units..][..units].iter_mut().enumerate() {
                let d = d_pre[unit] * self.scale_shift.gamma(parameters, unit);
                *d_input = inverse * (d - mean - normalized(unit) * mean_normalized);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const X: [f32; 6] = [0.3, -1.2, 1.7, 0.4, -0.6, 0.9];
    const PARAMETERS: [f32; 6] = [1.2, -0.7, 0.4, 0.3, 0.1, 0.2];
    /// `dL/dy` of a loss `Σ c · y`.
    const C: [f32; 6] = [0.5, -0.8, 1.1, 0.2, -0.4, 0.7];

    fn layer() -> LayerNormalization {
        let place = Place { inputs: 3, offset: 0, others: 0, dropouts: 0 };
        LayerNormalizationConfig::default().build(place).unwrap()
    }

    /// The loss in double precision, with one number of both moved.
    fn loss(at: usize, step: f64) -> f64 {
        let mut numbers: Vec<f64> = X.iter().chain(&PARAMETERS).map(|&number| f64::from(number)).collect();
        numbers[at] += step;
        let (x, parameters) = numbers.split_at(6);
        let mut outputs = [0.0; 6];
        for (x, outputs) in x.chunks(3).zip(outputs.chunks_mut(3)) {
            layer().forward_row(parameters, x, outputs);
        }
        outputs.iter().zip(C).map(|(y, c)| y * f64::from(c)).sum()
    }

    #[test]
    fn its_gradients_are_the_slopes_of_the_loss() {
        let (layer, rows) = (layer(), Rows::all(&X, 3));
        let (mut cache, mut outputs, mut d_inputs, mut gradients) = (Vec::new(), [0.0; 6], [0.0; 6], [9.0; 6]);
        layer.forward(&PARAMETERS, rows, &mut cache, &mut outputs);
        let pass = Backward { inputs: rows, cache: &cache, d_pre: &C, d_inputs: Some(&mut d_inputs) };
        layer.backward(&PARAMETERS, pass, &mut gradients);
        for (at, gradient) in d_inputs.into_iter().chain(gradients).enumerate() {
            let slope = (loss(at, 1e-4) - loss(at, -1e-4)) / 2e-4;
            assert!((slope - f64::from(gradient)).abs() < 1e-5, "{at}: {gradient} {slope}");
        }
    }

    #[test]
    fn a_row_that_is_the_same_everywhere_becomes_beta() {
        let mut outputs = [0.0; 3];
        layer().forward(&PARAMETERS, Rows::all(&[5.0; 3], 3), &mut Vec::new(), &mut outputs);
        for (output, beta) in outputs.iter().zip(&PARAMETERS[3..]) {
            assert!((output - beta).abs() < 1e-5, "{outputs:?}");
        }
    }
}
