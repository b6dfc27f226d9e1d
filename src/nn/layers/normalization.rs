//! Normalization: features brought to mean 0 and variance 1 by what was measured once.

use super::super::Scalar;
use super::scale_shift::{Normalization, moments};
use super::{Place, Tensor};
use crate::error::{all_finite, counted};
use crate::reader::{Readable, Reader};
use crate::{Error, Value};
use glassnet_kernels::{Backward, Rows};
use std::ops::Range;

/// Keras's `epsilon()`: a deviation is at least this.
const EPSILON: f32 = 1e-7;

/// A Normalization layer, as a caller asks for it: `outputs = (inputs - mean) / max(√variance, 1e-7)`
///
/// Mean and variance are given here, or measured by [`crate::nn::Sequential::adapt`]; training leaves them as they are.
/// Source: <https://keras.io/api/layers/preprocessing_layers/numerical/normalization/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NormalizationConfig {
    /// The mean of each input, or one for all. Defaults to none: 0 until the layer is adapted.
    pub mean: Option<Vec<f32>>,
    /// The variance of each input, or one for all: 0 or more. Defaults to none: 1 until the layer is adapted.
    pub variance: Option<Vec<f32>>,
    /// Which inputs have a mean and a variance together. Defaults to none: each has its own.
    pub axis: NormalizationAxis,
    /// Its name. Defaults to Keras's: `normalization`, `normalization_1`.
    pub name: Option<String>,
}

/// Which inputs have a mean and a variance together: Keras's `axis` of the features.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NormalizationAxis {
    /// -1: each input has its own.
    #[default]
    Features,
    /// None: all inputs have one.
    All,
}

/// A Normalization layer of a model. Without a mean and variance of its configuration it has them, each `[units]` or one for
/// all, as weights that are not trained; the third of Keras's, the count, is always 0.
#[derive(Debug, Clone, PartialEq)]
pub struct NormalizationLayer {
    /// Its settings.
    pub config: NormalizationConfig,
    pub(super) units: usize,
    offset: usize,
}

impl NormalizationConfig {
    pub(super) fn build(&self, place: Place) -> Result<NormalizationLayer, Error> {
        if self.mean.is_some() != self.variance.is_some() {
            let (what, given) = if self.mean.is_some() { ("variance", "mean") } else { ("mean", "variance") };
            return Err(Error::shape(what, format_args!("one, as there is a {given}"), "none"));
        }
        for (what, numbers) in [("mean", &self.mean), ("variance", &self.variance)] {
            let Some(numbers) = numbers else { continue };
            let is_of_features = self.axis == NormalizationAxis::Features;
            if numbers.len() != 1 && !(is_of_features && numbers.len() == place.inputs) {
                let each = format!("1 number or {}, one an input", counted(place.inputs, "number"));
                let expected = if is_of_features { each.as_str() } else { "1 number, as the axis is none" };
                return Err(Error::shape(what, expected, numbers.len()));
            }
            all_finite(what, numbers)?;
        }
        if let Some(negative) = self.variance.iter().flatten().find(|variance| **variance < 0.0) {
            return Err(Error::out_of_range("variance", "0 or more", crate::number::short(f64::from(*negative))));
        }
        Ok(NormalizationLayer { config: self.clone(), units: place.inputs, offset: place.offset })
    }
}

/// One number or a list of them.
fn numbers(list: &Reader) -> Option<Vec<f32>> {
    match () {
        () if !list.is_given() => None,
        () if list.is_number() => Some(vec![f32::read(list)]),
        () => Some(Vec::read(list)),
    }
}

/// Reads -1, or 1 which is the same of rows; or a `null`, whose field there is.
fn axis(layer: &Reader) -> NormalizationAxis {
    let axis = layer.field("axis");
    match axis.value() {
        Value::Null if layer.has("axis") => NormalizationAxis::All,
        Value::Null | Value::Number(-1.0 | 1.0) => NormalizationAxis::Features,
        other => {
            axis.reject(Error::out_of_range(&axis.path(), "-1, 1 or null", other.describe()));
            NormalizationAxis::Features
        }
    }
}

/// Reads `{ type: "Normalization" }` or `{ type: "Normalization", mean: [1, 2], variance: [4, 9] }`.
impl Readable for NormalizationConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "mean", "variance", "axis", "name"]);
        NormalizationConfig {
            mean: numbers(&layer.field("mean")),
            variance: numbers(&layer.field("variance")),
            axis: axis(layer),
            name: layer.get("name"),
        }
    }
}

impl NormalizationLayer {
    /// Numbers in a row of inputs, and of outputs.
    pub fn inputs(&self) -> usize {
        self.units
    }

    /// Where the mean, then the variance lie in the model's parameters; empty where the configuration has them.
    pub(in super::super) fn statistics_range(&self) -> Range<usize> {
        let count = if self.config.mean.is_some() { 0 } else { 2 * self.means() };
        self.offset..self.offset + count
    }

    /// How many means it has, and variances.
    fn means(&self) -> usize {
        if self.config.axis == NormalizationAxis::All { 1 } else { self.units }
    }

    pub(super) fn tensors(&self) -> Vec<Tensor> {
        let statistics = self.statistics_range();
        if statistics.is_empty() {
            return Vec::new();
        }
        let middle = statistics.start + self.means();
        let fixed = |name, range, initial| Tensor { trainable: false, ..Tensor::vector(name, range, initial) };
        vec![
            fixed("mean", statistics.start..middle, 0.0),
            fixed("variance", middle..statistics.end, 1.0),
            fixed("count", statistics.end..statistics.end + 1, 0.0),
        ]
    }

    /// The mean of a unit, and its deviation.
    fn statistics<T: Scalar>(&self, parameters: &[T], unit: usize) -> [T; 2] {
        let given = |numbers: &[f32]| T::from(numbers[if numbers.len() == 1 { 0 } else { unit }]);
        let [mean, variance] = match (&self.config.mean, &self.config.variance) {
            (Some(mean), Some(variance)) => [given(mean), given(variance)],
            _ => {
                let at = self.offset + if self.means() == 1 { 0 } else { unit };
                [parameters[at], parameters[at + self.means()]]
            }
        };
        [mean, variance.sqrt().largest(T::from(EPSILON))]
    }

    pub(super) fn normalization(&self, parameters: &[f32], unit: usize) -> Normalization {
        let [mean, deviation] = self.statistics(parameters, unit);
        Normalization { mean, variance: deviation * deviation, epsilon: 0.0, gamma: None, beta: None }
    }

    /// Fills the outputs.
    pub(super) fn forward(&self, parameters: &[f32], inputs: Rows, outputs: &mut [f32]) {
        for (row, outputs) in outputs.chunks_exact_mut(self.units).enumerate() {
            self.forward_row(parameters, inputs.row(row), outputs);
        }
    }

    /// One row, in any precision.
    pub(super) fn forward_row<T: Scalar>(&self, parameters: &[T], inputs: &[T], outputs: &mut [T]) {
        for (unit, (output, &x)) in outputs.iter_mut().zip(inputs).enumerate() {
            let [mean, deviation] = self.statistics(parameters, unit);
            *output = (x - mean) / deviation;
        }
    }

    /// Fills `dL/dx = dL/dy / deviation`; its weights have no gradients.
    pub(super) fn backward(&self, parameters: &[f32], pass: Backward, gradients: &mut [f32]) {
        self.tensors().into_iter().for_each(|tensor| gradients[tensor.range].fill(0.0));
        let Some(d_inputs) = pass.d_inputs else { return };
        let rows = d_inputs.chunks_exact_mut(self.units).zip(pass.d_pre.chunks_exact(self.units));
        for (d_inputs, d_outputs) in rows {
            for (unit, (d_input, d_output)) in d_inputs.iter_mut().zip(d_outputs).enumerate() {
                *d_input = d_output / self.statistics(parameters, unit)[1];
            }
        }
    }

    /// Writes mean and variance of rows of inputs into the parameters of the model.
    pub(in super::super) fn adapt(&self, inputs: Rows, parameters: &mut [f32]) {
        let together = self.units / self.means();
        for first in 0..self.means() {
            let numbers = (0..inputs.count).flat_map(|row| &inputs.row(row)[first..first + together]);
            let [mean, variance] = moments(numbers.map(|&x| f64::from(x))).map(|number| number as f32);
            parameters[self.offset + first] = mean;
            parameters[self.offset + self.means() + first] = variance;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(config: NormalizationConfig) -> NormalizationLayer {
        config.build(Place { inputs: 2, offset: 1, others: 0, dropouts: 0 }).unwrap()
    }

    #[test]
    fn an_adapted_layer_has_outputs_of_mean_0_and_variance_1() {
        let (layer, x) = (layer(NormalizationConfig::default()), [1.0, 10.0, 3.0, 30.0, 5.0, 20.0]);
        let mut parameters = [9.0; 6];
        layer.adapt(Rows::all(&x, 2), &mut parameters);
        assert_eq!(parameters[..3], [9.0, 3.0, 20.0]);
        assert!((parameters[3] - 8.0 / 3.0).abs() < 1e-6 && (parameters[4] - 200.0 / 3.0).abs() < 1e-5);
        let mut outputs = [0.0; 6];
        layer.forward(&parameters, Rows::all(&x, 2), &mut outputs);
        for unit in 0..2 {
            let [mean, variance] = moments((0..3).map(|row| outputs[2 * row + unit]));
            assert!(mean.abs() < 1e-6 && (variance - 1.0).abs() < 1e-6, "{mean} {variance}");
        }
    }

    #[test]
    fn with_an_axis_of_none_all_inputs_have_one_mean_and_variance() {
        let layer = layer(NormalizationConfig { axis: NormalizationAxis::All, ..NormalizationConfig::default() });
        let mut parameters = [9.0; 4];
        layer.adapt(Rows::all(&[1.0, 3.0, 5.0, 7.0], 2), &mut parameters);
        assert_eq!(parameters, [9.0, 4.0, 5.0, 9.0]);
        let mut outputs = [0.0; 2];
        layer.forward(&parameters, Rows::all(&[4.0, 9.0], 2), &mut outputs);
        assert_eq!(outputs, [0.0, 5.0_f32.sqrt()]);
        let config = NormalizationConfig { mean: Some(vec![1.0, 2.0]), variance: Some(vec![1.0]), ..layer.config };
        let error = config.build(Place { inputs: 2, offset: 0, others: 0, dropouts: 0 }).unwrap_err();
        assert_eq!(error.to_string(), "mean: expected 1 number, as the axis is none, received 2");
    }

    #[test]
    fn its_gradient_is_the_slope_of_its_output() {
        let given = NormalizationConfig { mean: Some(vec![1.0, 2.0]), variance: Some(vec![4.0]), ..Default::default() };
        let of_all = NormalizationConfig { axis: NormalizationAxis::All, ..Default::default() };
        for layer in [NormalizationConfig::default(), given, of_all].map(layer) {
            let parameters = [9.0, 0.5, 0.75, 2.25, 0.25, 0.0];
            let (x, d_pre, mut d_inputs, mut gradients) = ([0.7, -1.3], [0.4, -0.9], [0.0; 2], [8.0; 6]);
            let pass = Backward { inputs: Rows::all(&x, 2), cache: &[], d_pre: &d_pre, d_inputs: Some(&mut d_inputs) };
            layer.backward(&parameters, pass, &mut gradients);
            let wide = parameters.map(f64::from);
            for unit in 0..2 {
                let output = |step: f64| {
                    let (mut x, mut outputs) = (x.map(f64::from), [0.0; 2]);
                    x[unit] += step;
                    layer.forward_row(&wide, &x, &mut outputs);
                    f64::from(d_pre[unit]) * outputs[unit]
                };
                let slope = (output(1e-4) - output(-1e-4)) / 2e-4;
                assert!((slope - f64::from(d_inputs[unit])).abs() < 1e-6, "{unit}: {slope}");
            }
            let own = layer.tensors().iter().map(|tensor| tensor.range.len()).sum::<usize>();
            assert_eq!(gradients[1..1 + own], vec![0.0; own], "its weights are not trained");
        }
    }

    #[test]
    fn a_mean_without_a_variance_and_lists_of_another_length_are_rejected() {
        let message = |mean: Option<Vec<f32>>, variance: Option<Vec<f32>>| {
            let config = NormalizationConfig { mean, variance, ..NormalizationConfig::default() };
            config.build(Place { inputs: 2, offset: 0, others: 0, dropouts: 0 }).unwrap_err().to_string()
        };
        assert_eq!(message(Some(vec![1.0]), None), "variance: expected one, as there is a mean, received none");
        let long = message(Some(vec![1.0; 3]), Some(vec![1.0]));
        assert_eq!(long, "mean: expected 1 number or 2 numbers, one an input, received 3");
        assert_eq!(message(Some(vec![1.0]), Some(vec![-1.0])), "variance: expected 0 or more, received -1");
    }
}
