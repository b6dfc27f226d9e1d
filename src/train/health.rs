//! Layer health: the size of each layer's gradients, its dead and its saturated units.

use crate::Error;
use crate::nn::Sequential;
use serde::Serialize;

/// A unit is saturated where its slope, averaged over the rows, is below this share of its steepest.
///
/// A sigmoid has such a slope where its output is within 0.013 of an end, `|z| > 4.4`; tanh where it is within 0.026,
/// `|z| > 2.2`. Less than a twentieth of a gradient comes through there.
pub const SATURATED_SLOPE: f64 = 0.05;

/// Rows that go through at a time.
const CHUNK: usize = 256;

/// The health of one layer over some rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LayerHealth {
    /// How many units it has.
    pub units: usize,
    /// `√(mean (dL/dw)²)` over the kernel, or over gamma, of the mean loss of the rows with what regularizers add.
    pub kernel_gradient: f64,
    /// `√(mean (dℓ/dz)²)` over the rows and units, with a row's own loss `ℓ`: what comes back to the layer, whatever
    /// the size of its inputs. Glorot and Bengio (2010) compare layers by it.
    pub gradient: f64,
    /// How many relu units give 0 for every row: no gradient comes through them.
    pub dead_units: usize,
    /// How many sigmoid, tanh, hard_sigmoid and softsign units are saturated: see [`SATURATED_SLOPE`].
    pub saturated_units: usize,
    /// Which units, from 0, are dead or saturated.
    #[cfg(feature = "full")]
    #[serde(skip)]
    pub inactive: Vec<usize>,
}

impl LayerHealth {
    /// The share of dead units, 0 to 1.
    pub fn dead(&self) -> f64 {
        self.dead_units as f64 / self.units as f64
    }

    /// The share of saturated units, 0 to 1.
    pub fn saturated(&self) -> f64 {
        self.saturated_units as f64 / self.units as f64
    }
}

/// The health of a model over some rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Health {
    /// The mean loss of the rows, with what regularizers add.
    pub loss: f64,
    /// The layers, first hidden layer first.
    pub layers: Vec<LayerHealth>,
}

impl Health {
    /// The size of the gradient that reaches each layer: [`LayerHealth::gradient`].
    pub(crate) fn gradients(&self) -> Vec<f64> {
        self.layers.iter().map(|layer| layer.gradient).collect()
    }
}

/// Measures the health of each layer by a forward and a backward pass over some rows; dropout does not act.
///
/// Weights and optimizer stay as they are, so a fit that is under way goes on with the same bits. What it says of dead
/// and saturated units is said of these rows: give those that training uses, or a fair part of them.
///
/// # Errors
/// As [`Sequential::gradients_for_row_major`].
pub fn health_row_major(model: &mut Sequential, inputs: &[f32], targets: &[f32]) -> Result<Health, Error> {
    model.check_rows(inputs, targets)?;
    Ok(health_validated(model, inputs, targets))
}

/// [`health_row_major`] for validated rows.
pub(crate) fn health_validated(model: &mut Sequential, inputs: &[f32], targets: &[f32]) -> Health {
    let (width, target_width) = (model.input_count(), model.target_count());
    let rows = (inputs.len() / width) as f64;
    let mut slopes: Vec<UnitSlopes> =
        model.active_layers().iter().map(|layer| UnitSlopes::new(layer.units())).collect();
    let mut gradients = vec![0.0; model.weights().len()];
    let mut loss = 0.0;
    for (inputs, targets) in inputs.chunks(CHUNK * width).zip(targets.chunks(CHUNK * target_width)) {
        let count = (inputs.len() / width) as f64;
        loss += count * f64::from(model.forward_and_backward(inputs, targets));
        let means = gradients.iter_mut().zip(model.gradients());
        means.for_each(|(sum, gradient)| *sum += count * f64::from(*gradient));
        slopes.iter_mut().enumerate().for_each(|(layer, slopes)| slopes.add(model, layer, count));
    }
    let layers = model.active_layers().into_iter().zip(slopes).map(|(layer, slopes)| {
        let relu = layer.activation().is_zero_below();
        // Without weights there is no gradient of theirs.
        let kernel = layer.tensors().into_iter().next().map_or(0..0, |kernel| kernel.range);
        let is_lost = |sum: f64| if relu { sum == 0.0 } else { sum / rows < SATURATED_SLOPE };
        let inactive = || slopes.slopes.iter().enumerate().filter(|(_, sum)| is_lost(**sum)).map(|(unit, _)| unit);
        let count = inactive().count();
        LayerHealth {
            units: layer.units(),
            kernel_gradient: root_mean_square(gradients[kernel].iter().map(|sum| sum / rows)),
            gradient: (slopes.squares / (rows * layer.units() as f64)).sqrt(),
            dead_units: if relu { count } else { 0 },
            saturated_units: if relu { 0 } else { count },
            #[cfg(feature = "full")]
            inactive: inactive().collect(),
        }
    });
    Health { loss: loss / rows, layers: layers.collect() }
}

/// What is added up of a layer, row by row.
struct UnitSlopes {
    /// The square of each `dℓ/dz`.
    squares: f64,
    /// Of each unit, its slopes as shares of the steepest.
    slopes: Vec<f64>,
}

impl UnitSlopes {
    fn new(units: usize) -> Self {
        UnitSlopes { squares: 0.0, slopes: vec![0.0; units] }
    }

    /// Takes in the `rows` that went through last.
    fn add(&mut self, model: &Sequential, layer: usize, rows: f64) {
        // The gradients are those of a mean over the rows.
        self.squares +=
            model.d_pre(layer).iter().fold(0.0, |sum, d| sum + (rows * f64::from(*d)) * (rows * f64::from(*d)));
        let activation = model.active_layers()[layer].activation();
        let steepest = activation.steepest_slope();
        let units = model.pre_activations(layer).iter().zip(model.outputs(layer)).enumerate();
        for (idx, (&z, &output)) in units {
            let slope = steepest.and_then(|steepest| Some(f64::from(activation.derivative(z, output)?) / steepest));
            let unit = idx % self.slopes.len();
            self.slopes[unit] += slope.unwrap_or(1.0);
        }
    }
}

fn root_mean_square(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len().max(1) as f64;
    (values.fold(0.0, |sum, value| sum + value * value) / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::{Activation, DenseConfig, ModelConfig, ReluWith};
    use crate::train::{Fit, FitConfig};

    fn model(layers: impl IntoIterator<Item = DenseConfig>) -> Sequential {
        Sequential::new(&ModelConfig::new(1, layers)).unwrap()
    }

    #[test]
    fn gradients_are_those_that_calculus_gives() {
        // a = 2 · 3 x, ℓ = (a - 0)²: dℓ/dz2 = 2a, dℓ/dz1 = 3 · 2a, and the kernels get them times what came in.
        let layers =
            [DenseConfig::given(&[&[2.0]], Activation::Linear), DenseConfig::given(&[&[3.0]], Activation::Linear)];
        let health = health_row_major(&mut model(layers), &[1.0, 2.0], &[0.0, 0.0]).unwrap();
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
        near(health.loss, (36.0 + 144.0) / 2.0);
        near(health.layers[1].gradient, ((144.0 + 576.0) / 2.0_f64).sqrt());
        near(health.layers[0].gradient, 3.0 * ((144.0 + 576.0) / 2.0_f64).sqrt());
        near(health.layers[1].kernel_gradient, (12.0 * 2.0 + 24.0 * 4.0) / 2.0);
        near(health.layers[0].kernel_gradient, (36.0 + 72.0 * 2.0) / 2.0);
    }

    #[test]
    fn a_relu_is_dead_only_if_no_row_wakes_it() {
        let dead = |activation, inputs: &[f32]| {
            let layers = [DenseConfig::given(&[&[1.0, -1.0]], activation)];
            let targets = vec![0.0; 2 * inputs.len()];
            let health = health_row_major(&mut model(layers), inputs, &targets).unwrap();
            assert_eq!(health.layers[0].inactive.len(), health.layers[0].dead_units);
            health.layers[0].dead_units
        };
        assert_eq!(dead(Activation::Relu, &[1.0, 2.0]), 1);
        assert_eq!(dead(Activation::Relu, &[1.0, -2.0]), 0);
        assert_eq!(dead(Activation::Relu, &[0.0]), 2);
        let above =
            |negative_slope, threshold| Activation::ReluWith(ReluWith { negative_slope, max_value: None, threshold });
        assert_eq!(dead(above(0.0, 1.5), &[1.0, -2.0]), 1);
        assert_eq!(dead(above(0.1, 1.5), &[1.0, -2.0]), 0);
    }

    #[test]
    fn a_unit_is_saturated_where_its_mean_slope_is_below_a_twentieth_of_the_steepest() {
        let saturated = |activation, z: f32| {
            let layers = [DenseConfig::given(&[&[1.0]], activation)];
            health_row_major(&mut model(layers), &[z, -z], &[0.0, 0.0]).unwrap().layers[0].saturated_units
        };
        for (activation, edge) in
            [(Activation::Sigmoid, 4.357), (Activation::Tanh, 2.178), (Activation::Softsign, 3.472)]
        {
            assert_eq!(
                [saturated(activation, edge - 0.01), saturated(activation, edge + 0.01)],
                [0, 1],
                "{activation:?}"
            );
        }
        assert_eq!([saturated(Activation::HardSigmoid, 2.9), saturated(Activation::HardSigmoid, 3.1)], [0, 1]);
        assert_eq!([saturated(Activation::Linear, 99.0), saturated(Activation::Relu, 99.0)], [0, 0]);
    }

    #[test]
    fn more_rows_than_a_chunk_give_what_all_at_once_would() {
        let inputs: Vec<f32> = (0..600).map(|row| (row % 7) as f32 - 3.0).collect();
        let targets: Vec<f32> = (0..600).map(|row| (row % 3) as f32).collect();
        let mut model = model([DenseConfig::drawn(5, Activation::Tanh), DenseConfig::drawn(1, Activation::Linear)]);
        let found = health_row_major(&mut model, &inputs, &targets).unwrap();
        let loss = f64::from(model.gradients_for_row_major(&inputs, &targets).unwrap());
        let kernel = model.layers()[0].range().start..model.layers()[0].range().end - 5;
        let expected = root_mean_square(model.gradients()[kernel].iter().map(|gradient| f64::from(*gradient)));
        assert!((found.loss - loss).abs() < 1e-5 * loss);
        assert!((found.layers[0].kernel_gradient - expected).abs() < 1e-4 * expected);
    }

    #[test]
    fn a_fit_under_way_is_not_disturbed() {
        let (inputs, targets) = (vec![0.1, -0.4, 0.9, 0.3], vec![1.0, 0.0, 0.5, 0.2]);
        let trained = |look: bool| {
            let mut model = model([DenseConfig::drawn(3, Activation::Tanh), DenseConfig::drawn(1, Activation::Linear)]);
            let config = FitConfig { batch_size: 3, epochs: 4, ..FitConfig::default() };
            let mut fit = Fit::from_row_major(&model, inputs.clone(), targets.clone(), config).unwrap();
            while fit.batch(&mut model).is_some() {
                if look {
                    health_row_major(&mut model, &inputs, &targets).unwrap();
                }
            }
            (model.weights().to_vec(), fit.history().clone())
        };
        assert_eq!(trained(true), trained(false));
    }
}
