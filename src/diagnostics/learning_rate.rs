//! The learning rate below which plain gradient descent is stable, and the sizes of features.

use super::data::HintData;
use crate::nn::{Rule, Sequential, Sgd};
use crate::train::largest_curvature_validated;

/// Above `2 / λ` a parabola diverges; a network of several layers may yet find a flatter place up to twice of that.
pub(super) const SURELY_TOO_HIGH: f64 = 2.0;

/// The learning rate of the next step.
pub(super) fn learning_rate(model: &Sequential) -> f64 {
    f64::from(model.optimizer().learning_rate.at(model.optimizer_state().iterations))
}

/// The learning rate below which plain gradient descent on these rows is stable at the model's start weights; `None`
/// for other rules, with clipped gradients, and where it cannot be estimated.
///
/// `2 / λ` with the largest curvature `λ`; with a momentum `μ` it is `2 (1 + μ) / λ`, with Nesterov's
/// `2 (1 + μ) / ((1 + 2μ) λ)`: there a step along the steepest direction just turns its sign.
pub(super) fn stable_rate(model: &Sequential, inputs: &[f32], targets: &[f32]) -> Option<f64> {
    let (Rule::Sgd(Sgd { momentum, nesterov }), None) = (model.optimizer().rule, model.optimizer().clip) else {
        return None;
    };
    let mut start = model.clone();
    start.reset();
    let looked_ahead = if nesterov { 1.0 + 2.0 * momentum } else { 1.0 };
    let bound = 2.0 * (1.0 + momentum) / looked_ahead;
    largest_curvature_validated(&start, inputs, targets).map(|curvature| bound / curvature)
}

/// The stable rate, where the learning rate at hand is above it.
pub(super) fn exceeded_rate(model: &Sequential, data: &HintData) -> Option<f64> {
    stable_rate(model, data.inputs, data.targets).filter(|stable| *stable <= learning_rate(model))
}

/// How large the features are.
pub(super) struct Sizes {
    /// The one farthest from 1, the size of what the bias takes in.
    pub(super) feature: usize,
    /// Its largest `|x|`.
    pub(super) size: f64,
    /// The largest size divided by the smallest, the bias's 1 among them.
    pub(super) ratio: f64,
}

impl Sizes {
    /// `None` where all features are 0.
    pub(super) fn of(model: &Sequential, data: &HintData) -> Option<Self> {
        let width = model.input_count();
        let size = |feature| data.column(feature, width).fold(0.0, |size: f64, x| size.max(x.abs()));
        let sizes = (0..width).map(|feature| (feature, size(feature))).filter(|(_, size)| *size > 0.0);
        let sizes: Vec<(usize, f64)> = sizes.collect();
        let from_one = |size: f64| size.max(1.0 / size);
        let &(feature, size) = sizes.iter().max_by(|a, b| from_one(a.1).total_cmp(&from_one(b.1)))?;
        let bias = model.layers()[0].as_dense().is_some_and(|dense| dense.use_bias).then_some(1.0);
        let all = || sizes.iter().map(|(_, size)| *size).chain(bias);
        let ratio = all().fold(0.0, f64::max) / all().fold(f64::INFINITY, f64::min);
        Some(Sizes { feature, size, ratio })
    }
}
