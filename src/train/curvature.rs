//! How steep the loss bends, and so how large a step of gradient descent may be.

use crate::Error;
use crate::nn::{Layer, Random, Sequential};

/// The most numbers that are multiplied in one pass, rows times parameters: 100 passes of them take a part of a second.
const MAX_WORK: usize = 1_000_000;

/// The most rows that are used; they are spread evenly over those given.
const MAX_ROWS: usize = 512;

/// The fewest rows that tell of the others, where there are more.
const MIN_ROWS: usize = 16;

/// How often the direction is turned towards the steepest one, at most.
const TURNS: usize = 60;

/// The direction is found where a turn changes the curvature by less than this share.
const STEADY: f64 = 1e-4;

/// A curvature below this share of the largest downward one is lost in rounding.
const NONE: f64 = 1e-3;

/// How far the parameters are moved along a direction, relative to their own length or to 1 if that is more. A
/// parabola's gradient is a line, whose slope any distance gives; the larger it is, the less rounding counts.
const STEP: f64 = 1e-2;

/// The largest eigenvalue `λ` of the matrix of second derivatives of the mean loss, at the model's weights: how fast
/// the gradient changes along the direction in which the loss bends most upwards.
///
/// Plain gradient descent is stable around a minimum of that curvature while its learning rate is below `2 / λ`. It
/// is found by power iteration on `H v ≈ (∇L(w + s v) - ∇L(w - s v)) / 2s`, within about a percent. Constant for a
/// linear model with the mean squared error; elsewhere of these weights only. Dropout does not act.
///
/// `None` where the loss bends nowhere upwards, where its gradients are not finite, and for more than about 60 000
/// parameters, where it would take too long. At most 512 rows are used.
///
/// # Errors
/// As [`Sequential::gradients_for_row_major`].
pub fn largest_curvature_row_major(model: &Sequential, inputs: &[f32], targets: &[f32]) -> Result<Option<f64>, Error> {
    model.check_rows(inputs, targets)?;
    Ok(largest_curvature_validated(model, inputs, targets))
}

/// [`largest_curvature_row_major`] for validated rows.
pub(crate) fn largest_curvature_validated(model: &Sequential, inputs: &[f32], targets: &[f32]) -> Option<f64> {
    let (width, rows) = (model.input_count(), inputs.len() / model.input_count());
    let count = (MAX_WORK / model.weights().len().max(1)).min(MAX_ROWS).min(rows);
    if count < MIN_ROWS.min(rows) {
        return None;
    }
    let chosen = |numbers: &[f32], width: usize| -> Vec<f32> {
        (0..count).flat_map(|at| &numbers[at * rows / count * width..][..width]).copied().collect()
    };
    let inputs = chosen(inputs, width);
    let targets = chosen(targets, model.target_count());
    let mut bend = Bend { model: model.clone(), weights: model.weights().to_vec(), inputs, targets };
    let (size, curvature) = bend.power_iteration(0.0)?;
    // Else the steepest bend is downwards, or as steep as the other: all are moved up by its size.
    let is_found = curvature > 0.99 * size;
    let moved = if is_found { Some((size, curvature)) } else { bend.power_iteration(size) };
    let found = moved.map(|(_, moved)| if is_found { moved } else { moved - size });
    found.filter(|curvature| *curvature > NONE * size)
}

/// A model whose weights are moved to and fro.
struct Bend {
    model: Sequential,
    weights: Vec<f32>,
    inputs: Vec<f32>,
    targets: Vec<f32>,
}

impl Bend {
    /// Of `H + shift` the largest size of an eigenvalue, and the curvature along the direction that was found; `None`
    /// where numbers are not finite.
    fn power_iteration(&mut self, shift: f64) -> Option<(f64, f64)> {
        let mut random = Random::new(0);
        let mut direction: Vec<f64> = self.weights.iter().map(|_| f64::from(random.normal())).collect();
        // What the optimizer leaves alone has no gradient.
        let tensors = self.model.layers().iter().flat_map(Layer::tensors);
        tensors.filter(|tensor| !tensor.trainable).for_each(|tensor| direction[tensor.range].fill(0.0));
        let (mut size, mut curvature) = (length(&direction), 0.0);
        for _ in 0..TURNS {
            if size == 0.0 {
                break;
            }
            direction.iter_mut().for_each(|part| *part /= size);
            let mut turned = self.along(&direction)?;
            turned.iter_mut().zip(&direction).for_each(|(turned, part)| *turned += shift * part);
            let former = size;
            size = length(&turned);
            curvature = turned.iter().zip(&direction).fold(0.0, |sum, (turned, part)| sum + turned * part);
            if (size - former).abs() <= STEADY * size {
                break;
            }
            direction = turned;
        }
        size.is_finite().then_some((size, curvature))
    }

    /// `H v` for a direction `v` of length 1.
    fn along(&mut self, direction: &[f64]) -> Option<Vec<f64>> {
        let length = self.weights.iter().fold(0.0, |sum, w| sum + f64::from(w * w)).sqrt();
        let step = STEP * length.max(1.0);
        let above = self.gradients(direction, step)?;
        let below = self.gradients(direction, -step)?;
        Some(above.iter().zip(&below).map(|(above, below)| (above - below) / (2.0 * step)).collect())
    }

    fn gradients(&mut self, direction: &[f64], step: f64) -> Option<Vec<f64>> {
        let moved = self.weights.iter().zip(direction).map(|(w, part)| (f64::from(*w) + step * part) as f32);
        self.model.set_weights(&moved.collect::<Vec<f32>>()).ok()?;
        self.model.forward_and_backward(&self.inputs, &self.targets);
        let gradients = self.model.gradients();
        gradients.iter().all(|gradient| gradient.is_finite()).then(|| gradients.iter().map(|g| f64::from(*g)).collect())
    }
}

fn length(direction: &[f64]) -> f64 {
    direction.iter().fold(0.0, |sum, part| sum + part * part).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::{Activation, BinaryCrossentropy, DenseConfig, Loss, ModelConfig};

    fn curvature(layers: &[DenseConfig], loss: Loss, inputs: &[f32], targets: &[f32]) -> Option<f64> {
        let width = inputs.len() / targets.len();
        let model = Sequential::new(&ModelConfig { loss, ..ModelConfig::new(width, layers.iter().cloned()) }).unwrap();
        largest_curvature_row_major(&model, inputs, targets).unwrap()
    }

    fn near(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 0.01 * expected.abs(), "{found} for {expected}");
    }

    #[test]
    fn of_a_line_it_is_twice_the_largest_eigenvalue_of_the_features_products() {
        // L = mean (w x - y)²: d²L/dw² = 2 mean x².
        let line = [DenseConfig::given(&[&[0.3]], Activation::Linear)];
        near(curvature(&line, Loss::MeanSquaredError, &[1.0, 2.0, 3.0], &[1.0; 3]), 2.0 * 14.0 / 3.0);
        // With a bias 2 ((mean x², mean x), (mean x, 1)): of x = 0, 2 that is 2 ((2, 1), (1, 1)).
        let line = [DenseConfig::drawn(1, Activation::Linear)];
        near(curvature(&line, Loss::MeanSquaredError, &[0.0, 2.0], &[1.0; 2]), 3.0 + 5.0_f64.sqrt());
    }

    #[test]
    fn of_a_log_loss_it_is_that_of_the_logistic_function() {
        // L = ln(1 + e^-wx): d²L/dw² = x² σ (1 - σ), a quarter of x² at w = 0.
        let unit = [DenseConfig::given(&[&[0.0]], Activation::Sigmoid)];
        let loss = Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT);
        near(curvature(&unit, loss, &[2.0], &[1.0]), 1.0);
    }

    #[test]
    fn the_most_upward_bend_is_found_below_a_steeper_downward_one() {
        // L = (u v x - y)² at u = v = 0: its second derivatives are ((0, -2 x y), (-2 x y, 0)), of values ±2 x y.
        let layers =
            [DenseConfig::given(&[&[0.0]], Activation::Linear), DenseConfig::given(&[&[0.0]], Activation::Linear)];
        near(curvature(&layers, Loss::MeanSquaredError, &[1.0], &[3.0]), 6.0);
        // At u = 1, v = 0: ((2 v², 4 u v - 2 y), (.., 2 u²)) = ((0, -6), (-6, 2)), of values 1 ± √37.
        let layers =
            [DenseConfig::given(&[&[1.0]], Activation::Linear), DenseConfig::given(&[&[0.0]], Activation::Linear)];
        near(curvature(&layers, Loss::MeanSquaredError, &[1.0], &[3.0]), 1.0 + 37.0_f64.sqrt());
    }

    #[test]
    fn a_loss_that_bends_nowhere_has_none() {
        let line = [DenseConfig::given(&[&[1.0]], Activation::Linear)];
        assert_eq!(curvature(&line, Loss::MeanAbsoluteError, &[2.0], &[9.0]), None);
    }

    #[test]
    fn many_rows_are_told_by_some_of_them() {
        let line = [DenseConfig::given(&[&[0.3]], Activation::Linear)];
        let inputs: Vec<f32> = (0..5000).map(|row| (row % 2) as f32).collect();
        let found = curvature(&line, Loss::MeanSquaredError, &inputs, &inputs).unwrap();
        assert!((found - 1.0).abs() < 0.1, "{found}");
    }
}
