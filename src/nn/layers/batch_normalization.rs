//! BatchNormalization: each unit normalized over the batch.

use super::super::Scalar;
use super::super::setting::{self, Range as Numbers, Setting};
use super::scale_shift::{Normalization, ScaleShift, moments};
use super::supported::InFull;
use super::{Mode, Place, Tensor};
use crate::Error;
use crate::reader::{Readable, Reader};
use glassnet_kernels::{Backward, Rows};
use std::ops::Range;

/// Batch normalization, as a caller asks for it: `outputs = gamma · (inputs - mean) / √(variance + epsilon) + beta`.
///
/// While training, mean and variance are those of the batch, and the moving ones become
/// `momentum · moving + (1 - momentum) · batch`; in inference they are the moving ones.
///
/// Source: <https://keras.io/api/layers/normalization_layers/batch_normalization/>.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchNormalizationConfig {
    /// How much of the moving mean and variance stays in a step: 0 to 1. Defaults to 0.99.
    pub momentum: f64,
    /// Added to the variance: 0 or more. Defaults to 0.001.
    pub epsilon: f32,
    /// Whether beta is added. Defaults to true.
    pub center: bool,
    /// Whether gamma multiplies. Defaults to true.
    pub scale: bool,
    /// Its name. Defaults to Keras's: `batch_normalization`, `batch_normalization_1`.
    pub name: Option<String>,
}

impl Default for BatchNormalizationConfig {
    fn default() -> Self {
        BatchNormalizationConfig { momentum: 0.99, epsilon: 1e-3, center: true, scale: true, name: None }
    }
}

/// Batch normalization of a model: gamma, beta, moving mean and moving variance, each `[units]`.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchNormalization {
    /// Its settings.
    pub config: BatchNormalizationConfig,
    scale_shift: ScaleShift,
    _supported: InFull,
}

impl BatchNormalizationConfig {
    /// The numbers and flags that it can be set to.
    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("momentum", Numbers::Share, &mut self.momentum),
            Setting::single("epsilon", Numbers::NotNegative, &mut self.epsilon),
            Setting::flag("center", &mut self.center),
            Setting::flag("scale", &mut self.scale),
        ]
    }

    pub(super) fn build(&self, place: Place) -> Result<BatchNormalization, Error> {
        let _supported = InFull::check("BatchNormalization")?;
        setting::check(&self.clone().settings())?;
        let &BatchNormalizationConfig { scale, center, epsilon, .. } = self;
        let scale_shift = ScaleShift { units: place.inputs, offset: place.offset, scale, center, epsilon };
        Ok(BatchNormalization { config: self.clone(), scale_shift, _supported })
    }
}

/// Reads `{ type: "BatchNormalization", momentum: 0.9 }`.
impl Readable for BatchNormalizationConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "momentum", "epsilon", "center", "scale", "name"]);
        let mut config = BatchNormalizationConfig { name: layer.get("name"), ..BatchNormalizationConfig::default() };
        layer.update("momentum", &mut config.momentum);
        layer.update("epsilon", &mut config.epsilon);
        layer.update("center", &mut config.center);
        layer.update("scale", &mut config.scale);
        config
    }
}

impl BatchNormalization {
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

    /// Where the moving mean lies in the model's parameters.
    pub fn moving_mean_range(&self) -> Range<usize> {
        let start = self.beta_range().end;
        start..start + self.units()
    }

    /// Where the moving variance lies in the model's parameters.
    pub fn moving_variance_range(&self) -> Range<usize> {
        let start = self.moving_mean_range().end;
        start..start + self.units()
    }

    pub(super) fn tensors(&self) -> Vec<Tensor> {
        let moving = |name, range, initial| Tensor { trainable: false, ..Tensor::vector(name, range, initial) };
        let mut tensors = self.scale_shift.tensors();
        tensors.push(moving("moving_mean", self.moving_mean_range(), 0.0));
        tensors.push(moving("moving_variance", self.moving_variance_range(), 1.0));
        tensors
    }

    /// The moving mean and `1 / √(moving variance + epsilon)` of a unit.
    fn moving<T: Scalar>(&self, parameters: &[T], unit: usize) -> [T; 2] {
        let variance = parameters[self.moving_variance_range().start + unit];
        [parameters[self.moving_mean_range().start + unit], self.scale_shift.inverse_deviation(variance)]
    }

    pub(super) fn normalization(&self, parameters: &[f32], unit: usize) -> Normalization {
        let [mean, variance] =
            [self.moving_mean_range(), self.moving_variance_range()].map(|range| parameters[range.start + unit]);
        self.scale_shift.normalization(parameters, unit, [mean, variance])
    }

    /// Fills the outputs. While training the cache holds the batch's mean `[units]`, then its variance `[units]`.
    pub(super) fn forward(
        &self,
        parameters: &[f32],
        mode: Mode,
        inputs: Rows,
        cache: &mut Vec<f32>,
        outputs: &mut [f32],
    ) {
        let units = self.units();
        cache.resize(2 * units, 0.0);
        for unit in 0..units {
            if mode != Mode::Inference {
                let column = (0..inputs.count).map(|row| inputs.row(row)[unit]);
                [cache[unit], cache[units + unit]] = moments(column);
            }
            let statistics = self.statistics(parameters, mode, cache, unit);
            for row in 0..inputs.count {
                outputs[row * units + unit] =
                    self.scale_shift.apply(parameters, unit, inputs.row(row)[unit], statistics);
            }
        }
    }

    /// Mean and `1 / √(variance + epsilon)` that a unit was normalized with.
    fn statistics(&self, parameters: &[f32], mode: Mode, cache: &[f32], unit: usize) -> [f32; 2] {
        if mode == Mode::Inference {
            return self.moving(parameters, unit);
        }
        [cache[unit], self.scale_shift.inverse_deviation(cache[self.units() + unit])]
    }

    /// One row in inference, in any precision.
    pub(super) fn forward_row<T: Scalar>(&self, parameters: &[T], inputs: &[T], outputs: &mut [T]) {
        for (unit, (output, &x)) in outputs.iter_mut().zip(inputs).enumerate() {
            *output = self.scale_shift.apply(parameters, unit, x, self.moving(parameters, unit));
        }
    }

    /// Fills `dL/dgamma = Σ dL/dy · x̂`, `dL/dbeta = Σ dL/dy`, and `dL/dx`: `dL/dx̂ / √(variance + epsilon)` in inference, and
    /// in training, where mean and variance depend on `x` too,
    /// `(dL/dx̂ - mean(dL/dx̂) - x̂ · mean(dL/dx̂ · x̂)) / √(variance + epsilon)`.
    pub(super) fn backward(&self, parameters: &[f32], mode: Mode, pass: Backward, gradients: &mut [f32]) {
        let (units, Backward { inputs, cache, d_pre, mut d_inputs }) = (self.units(), pass);
        gradients[self.gamma_range().start..self.moving_variance_range().end].fill(0.0);
        for unit in 0..units {
            let [mean, inverse] = self.statistics(parameters, mode, cache, unit);
            let normalized = |row: usize| (inputs.row(row)[unit] - mean) * inverse;
            let (mut sum, mut sum_normalized) = (0.0, 0.0);
            for row in 0..inputs.count {
                let (d, normalized) = (d_pre[row * units + unit], normalized(row));
                self.scale_shift.add_gradients(gradients, unit, d, normalized);
                sum += d;
                sum_normalized += d * normalized;
            }
            let Some(d_inputs) = &mut d_inputs else { continue };
            let factor = self.scale_shift.gamma(parameters, unit) * inverse;
            let count = inputs.count as f32;
            let [mean, mean_normalized] =
                if mode == Mode::Inference { [0.0; 2] } else { [sum / count, sum_normalized / count] };
            for row in 0..inputs.count {
                let d = d_pre[row * units + unit];
                d_inputs[row * units + unit] = factor * (d - mean - normalized(row) * mean_normalized);
            }
        }
    }

    /// Fills the moving mean and variance after a training step, whose batch statistics are in the cache.
    pub(in super::super) fn update_moving(&self, parameters: &[f32], cache: &[f32], next: &mut [f32]) {
        let (momentum, rest) = (self.config.momentum as f32, (1.0 - self.config.momentum) as f32);
        let moving = self.moving_mean_range().start..self.moving_variance_range().end;
        for (place, batch) in moving.zip(cache) {
            next[place] = parameters[place] * momentum + batch * rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: usize = 4;
    const X: [f32; 8] = [0.3, -1.2, 1.7, 0.4, -0.6, 0.9, 0.8, -2.1];
    const PARAMETERS: [f32; 8] = [1.2, -0.7, 0.3, 0.1, 0.2, -0.4, 0.9, 1.6];
    /// `dL/dy` of a loss `Σ c · y`.
    const C: [f32; 8] = [0.5, -0.8, 1.1, 0.2, -0.4, 0.7, -1.3, 0.6];

    fn layer() -> BatchNormalization {
        let place = Place { inputs: 2, offset: 0, others: 0, dropouts: 0 };
        BatchNormalizationConfig::default().build(place).unwrap()
    }

    /// The loss in double precision.
    fn loss(mode: Mode, x: &[f64], parameters: &[f64]) -> f64 {
        let layer = layer();
        let of_unit = |unit: usize| {
            let column = (0..ROWS).map(|row| x[2 * row + unit]);
            let [mean, variance] = moments(column.clone());
            let statistics = match mode {
                Mode::Inference => layer.moving(parameters, unit),
                Mode::BatchStatistics | Mode::Training(_) => [mean, layer.scale_shift.inverse_deviation(variance)],
            };
            let outputs = column.map(|x| layer.scale_shift.apply(parameters, unit, x, statistics));
            outputs.enumerate().map(|(row, y)| f64::from(C[2 * row + unit]) * y).sum::<f64>()
        };
        of_unit(0) + of_unit(1)
    }

    #[test]
    fn its_gradients_are_the_slopes_of_the_loss_in_inference_and_in_training() {
        let wide = |numbers: &[f32]| numbers.iter().map(|&number| f64::from(number)).collect::<Vec<_>>();
        for mode in [Mode::Inference, Mode::BatchStatistics, Mode::Training(3)] {
            let (layer, rows) = (layer(), Rows::all(&X, 2));
            let (mut cache, mut outputs, mut d_inputs, mut gradients) = (Vec::new(), [0.0; 8], [0.0; 8], [9.0; 8]);
            layer.forward(&PARAMETERS, mode, rows, &mut cache, &mut outputs);
            let pass = Backward { inputs: rows, cache: &cache, d_pre: &C, d_inputs: Some(&mut d_inputs) };
            layer.backward(&PARAMETERS, mode, pass, &mut gradients);
            let slope = |of: &dyn Fn(f64) -> f64| (of(1e-4) - of(-1e-4)) / 2e-4;
            for at in 0..8 {
                let of_x = |step: f64| {
                    let mut x = wide(&X);
                    x[at] += step;
                    loss(mode, &x, &wide(&PARAMETERS))
                };
                assert!((slope(&of_x) - f64::from(d_inputs[at])).abs() < 1e-5, "{mode:?} x {at}: {}", d_inputs[at]);
            }
            for at in 0..4 {
                let of_parameter = |step: f64| {
                    let mut parameters = wide(&PARAMETERS);
                    parameters[at] += step;
                    loss(mode, &wide(&X), &parameters)
                };
                assert!((slope(&of_parameter) - f64::from(gradients[at])).abs() < 1e-5, "{mode:?} parameter {at}");
            }
            assert_eq!(gradients[4..], [0.0; 4], "the optimizer leaves moving mean and variance alone");
        }
    }
}
