//! Many training steps on the same rows.

use crate::Error;
use crate::nn::Sequential;
use glassnet_kernels::are_finite;
use serde::Serialize;

/// Where training stopped because a number was no longer finite. A state to show, not an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Divergence {
    /// The iteration whose update was not taken; its weights are the last finite ones.
    pub iteration: usize,
    /// The first layer with a number that is not finite, from 0.
    pub layer: usize,
}

/// The result of a run of steps.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Steps {
    /// The loss of each step, before its update.
    pub losses: Vec<f32>,
    /// Set where the run stopped early; the model keeps the last finite weights.
    pub diverged: Option<Divergence>,
}

/// Trains up to `steps` steps on all rows, as long as `go_on` says so after each.
///
/// # Errors
/// As [`Sequential::gradients_for_row_major`].
pub fn train_steps_row_major(
    model: &mut Sequential,
    inputs: &[f32],
    targets: &[f32],
    steps: usize,
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<Steps, Error> {
    model.check_rows(inputs, targets)?;
    let mut losses = Vec::new();
    while losses.len() < steps {
        losses.push(model.training_pass(inputs, targets));
        if let Some(layer) = take_update(model) {
            let iteration = losses.len() - 1;
            return Ok(Steps { losses, diverged: Some(Divergence { iteration, layer }) });
        }
        if !go_on(losses.len()) {
            break;
        }
    }
    Ok(Steps { losses, diverged: None })
}

/// Takes the update of the gradients at hand; where that would end in numbers that are not finite, takes none
/// and returns the first layer that has one.
pub(crate) fn take_update(model: &mut Sequential) -> Option<usize> {
    (!model.update()).then(|| where_not_finite(model))
}

/// The first layer whose outputs or gradients are not finite; the first of all where only the update would not be.
pub(super) fn where_not_finite(model: &Sequential) -> usize {
    let layers = model.active_layers();
    let in_outputs = (0..layers.len()).find(|&layer| !are_finite(model.outputs(layer)));
    let in_gradients = || layers.iter().position(|layer| !are_finite(&model.gradients()[layer.range()]));
    in_outputs.or_else(in_gradients).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::{Activation, DenseConfig, ModelConfig, Optimizer};

    fn one_weight(learning_rate: f32) -> Sequential {
        let layers = vec![DenseConfig::given(&[&[1.0]], Activation::Linear)];
        let optimizer = Optimizer::sgd(learning_rate);
        let config = ModelConfig { optimizer, ..ModelConfig::new(1, layers) };
        Sequential::new(&config).unwrap()
    }

    #[test]
    fn a_step_lowers_the_loss_by_the_amount_that_arithmetic_gives() {
        // w = 1, x = 1, y = 0: L = 1, dL/dw = 2, so w becomes 1 - 0.25 · 2 = 0.5 and L 0.25.
        let steps = train_steps_row_major(&mut one_weight(0.25), &[1.0], &[0.0], 2, |_| true).unwrap();
        assert_eq!(steps, Steps { losses: vec![1.0, 0.25], diverged: None });
    }

    #[test]
    fn a_run_stops_when_it_is_told_to() {
        let steps = train_steps_row_major(&mut one_weight(0.25), &[1.0], &[0.0], 100, |done| done < 3).unwrap();
        assert_eq!(steps.losses.len(), 3);
    }

    #[test]
    fn a_diverging_run_stops_and_keeps_the_last_finite_weights() {
        let mut model = one_weight(1e6);
        let steps = train_steps_row_major(&mut model, &[1.0], &[0.0], 100, |_| true).unwrap();
        let diverged = steps.diverged.unwrap();
        assert_eq!(diverged, Divergence { iteration: steps.losses.len() - 1, layer: 0 });
        assert!(model.weights()[0].is_finite());
    }
}
