//! Whether plain gradient descent can use the features with its learning rate.

use super::data::LintData;
use super::finding::Finding;
use super::lint::{Lint, Severity};
use crate::Error;
use crate::data::{Scaler, Scaling};
use crate::nn::{Rule, Sequential};
use crate::train::largest_curvature;

/// Sizes that differ by this factor are unscaled. The curvature goes with the square of the size, so gradient descent
/// needs some 1000 steps in the flattest direction for one in the steepest.
const UNSCALED_RATIO: f64 = 30.0;

/// Above `2 / λ` a parabola diverges; a network of several layers may yet find a flatter place up to twice of that.
const SURELY_TOO_HIGH: f64 = 2.0;

/// The learning rate of the next step.
pub(super) fn learning_rate(model: &Sequential) -> f64 {
    f64::from(model.optimizer().learning_rate.at(model.optimizer_state().iterations))
}

/// Below which learning rate plain gradient descent on these rows is stable at the model's start weights; `None` for
/// other rules, with clipped gradients, and where it cannot be told.
///
/// `2 / λ` with the largest curvature `λ`; with a momentum `μ` it is `2 (1 + μ) / λ`, with Nesterov's
/// `2 (1 + μ) / ((1 + 2μ) λ)`: there a step along the steepest direction just turns its sign.
pub(super) fn stable_rate(model: &Sequential, inputs: &[f32], targets: &[f32]) -> Result<Option<f64>, Error> {
    let (Rule::Sgd { momentum, nesterov }, None) = (model.optimizer().rule, model.optimizer().clip) else {
        return Ok(None);
    };
    let mut start = model.clone();
    start.reset();
    let looked_ahead = if nesterov { 1.0 + 2.0 * momentum } else { 1.0 };
    let bound = 2.0 * (1.0 + momentum) / looked_ahead;
    Ok(largest_curvature(&start, inputs, targets)?.map(|curvature| bound / curvature))
}

/// A learning rate too high for the features, or features that no learning rate suits. Where standardised features
/// would fix it, they are to blame, else the rate.
pub(super) fn lint_rate(model: &Sequential, data: &LintData) -> Result<Option<Lint>, Error> {
    let Rule::Sgd { .. } = model.optimizer().rule else {
        return Ok(None);
    };
    let Some(Sizes { feature, size, ratio }) = Sizes::of(model, data) else {
        return Ok(None);
    };
    let learning_rate = learning_rate(model);
    let stable_rate = stable_rate(model, data.inputs, data.targets)?;
    let too_high = stable_rate.filter(|stable| learning_rate >= *stable);
    if too_high.is_none() && ratio < UNSCALED_RATIO {
        return Ok(None);
    }
    let rows: Vec<usize> = (0..data.inputs.len() / model.input_count()).collect();
    let scaler = Scaler::fit(Scaling::Standard, data.inputs, model.input_count(), &rows)?;
    let scaled_stable_rate = self::stable_rate(model, &scaler.transform(data.inputs)?, data.targets)?;
    let sure = too_high.is_some_and(|stable| learning_rate >= SURELY_TOO_HIGH * stable);
    let severity = if sure { Severity::Problem } else { Severity::Warning };
    if let (Some(stable_rate), Some(scaled)) = (too_high, scaled_stable_rate)
        && learning_rate >= scaled
    {
        return Ok(Some(Lint::new(severity, Finding::LearningRateTooHigh { learning_rate, stable_rate })));
    }
    let name = data.name(feature);
    let finding =
        Finding::UnscaledFeatures { feature, name, size, ratio, learning_rate, stable_rate, scaled_stable_rate };
    Ok(Some(Lint::new(severity, finding)))
}

/// How large the features are.
struct Sizes {
    /// The one farthest from 1, the size of what the bias takes in.
    feature: usize,
    /// Its largest `|x|`.
    size: f64,
    /// The largest size divided by the smallest, the bias's 1 among them.
    ratio: f64,
}

impl Sizes {
    /// `None` where all features are 0.
    fn of(model: &Sequential, data: &LintData) -> Option<Self> {
        let width = model.input_count();
        let size = |feature| data.column(feature, width).fold(0.0, |size: f64, x| size.max(x.abs()));
        let sizes = (0..width).map(|feature| (feature, size(feature))).filter(|(_, size)| *size > 0.0);
        let sizes: Vec<(usize, f64)> = sizes.collect();
        let from_one = |size: f64| size.max(1.0 / size);
        let &(feature, size) = sizes.iter().max_by(|a, b| from_one(a.1).total_cmp(&from_one(b.1)))?;
        let bias = model.layers()[0].use_bias.then_some(1.0);
        let all = || sizes.iter().map(|(_, size)| *size).chain(bias);
        let ratio = all().fold(0.0, f64::max) / all().fold(f64::INFINITY, f64::min);
        Some(Sizes { feature, size, ratio })
    }
}
