//! What can be told while a model is trained and afterwards: of its units and gradients, and of the fit's losses.

use super::data::{LintData, Reach};
use super::finding::{Finding, Place};
use super::learning_rate::{learning_rate, stable_rate};
use super::lint::{Lint, Severity};
use crate::Error;
use crate::nn::Sequential;
use crate::train::{End, Health, History, health};

/// From this share of dead units on a layer is worth a word. The first relus behind features on both sides of 0 start
/// without a dead one; in a third layer of 8, behind positive outputs, the engine's start weights leave an eighth dead
/// in the median and half in fewer than one of 20 seeds (200 seeds on circles).
const DEAD_SHARE: f64 = 0.5;

/// From this share of saturated units on a hidden layer is worth a word; fewer may be sure of themselves.
const SATURATED_SHARE: f64 = 0.5;

/// A layer whose gradient is this many times smaller or larger than the last layer's is far behind or ahead of it. Each
/// sigmoid takes at least a factor of 4, so four take more than 100; the start weights of Glorot and Bengio (2010) and
/// He et al. (2015) are drawn so that the size of gradients stays the same but for that.
const OUT_OF_SIZE: f64 = 100.0;

/// So many times the lowest training loss, and more than in the first epoch, is no noise of the batches.
const RISEN: f64 = 2.0;

/// So many epochs in a row the loss must have risen, or the validation loss stayed above its lowest.
const EPOCHS: usize = 3;

/// The validation loss must lie above its lowest by this factor, more than it usually goes up and down by.
const VALIDATION_RISEN: f64 = 1.1;

/// The loss is stuck where at least this share of it is out of reach.
const OUT_OF_REACH: f64 = 0.5;

/// Lints while training and after it: of the fit's history and end, then of the rows at the model's weights.
///
/// Weights and optimizer stay as they are. After a divergence only that is told.
///
/// # Errors
/// Rejects rows that do not fit the model, as [`Sequential::gradients_for`].
pub fn lint_run(
    model: &mut Sequential,
    data: &LintData,
    history: &History,
    end: Option<End>,
) -> Result<Vec<Lint>, Error> {
    model.check_rows(data.inputs, data.targets)?;
    if let Some(End::Diverged { epoch, step, layer }) = end {
        let learning_rate = learning_rate(model);
        let stable_rate = stable_below(model, data, learning_rate)?;
        let optimizer = model.optimizer().rule.name();
        let finding = Finding::Diverged { epoch, step, layer, optimizer, learning_rate, stable_rate };
        return Ok(vec![Lint::new(Severity::Problem, finding)]);
    }
    let mut lints: Vec<Lint> = not_finite(model, history).into_iter().collect();
    if let Some((epoch, lowest_loss, loss)) = risen(history) {
        let learning_rate = learning_rate(model);
        let stable_rate = stable_below(model, data, learning_rate)?;
        let optimizer = model.optimizer().rule.name();
        let finding = Finding::RisingLoss { epoch, lowest_loss, loss, optimizer, learning_rate, stable_rate };
        lints.push(Lint::new(Severity::Problem, finding));
    }
    let health = health(model, data.inputs, data.targets)?;
    match stuck(model, data, &health) {
        // The output is driven to its end, and the layers before it with it: their flat units are a consequence.
        Some(stuck) => lints.push(stuck),
        None => {
            let lost = lost_units(model, &health);
            let explained = lost.iter().filter_map(|lint| lint.place).collect::<Vec<Place>>();
            lints.extend(lost);
            lints.extend(gradients(&health, &explained));
        }
    }
    lints.extend(overfitting(history, matches!(end, Some(End::StoppedEarly { .. }))));
    Ok(lints)
}

/// The rate below which training is stable, where the one at hand is not.
fn stable_below(model: &Sequential, data: &LintData, learning_rate: f64) -> Result<Option<f64>, Error> {
    Ok(stable_rate(model, data.inputs, data.targets)?.filter(|stable| *stable <= learning_rate))
}

/// The first loss of an epoch that was infinite or NaN.
fn not_finite(model: &Sequential, history: &History) -> Option<Lint> {
    let of = |key: &'static str| {
        let losses = history.get(key)?;
        let at = losses.iter().position(|loss| !loss.is_finite())?;
        Some((history.epoch[at], key, if losses[at].is_nan() { "nan" } else { "inf" }))
    };
    let (epoch, key, value) = of("loss").or_else(|| of("val_loss"))?;
    let activation = model.layers().last().map_or("linear", |layer| layer.activation.name());
    let finding = Finding::LossNotFinite { epoch, key, value, loss: model.loss_function().name(), activation };
    Some(Lint::new(Severity::Problem, finding))
}

/// Where the training loss was lowest, with that and the last one, if it rises past where it began.
fn risen(history: &History) -> Option<(usize, f64, f64)> {
    let losses = history.get("loss")?;
    let (lowest, &lowest_loss) = lowest(losses)?;
    let loss = *losses.last()?;
    let recent = &losses[losses.len().saturating_sub(EPOCHS + 1)..];
    let rises = recent.len() > 1 && recent.windows(2).all(|pair| pair[1] > pair[0]);
    (rises && loss.is_finite() && loss > RISEN * lowest_loss && loss >= losses[0]).then_some((
        history.epoch[lowest],
        lowest_loss,
        loss,
    ))
}

fn stuck(model: &Sequential, data: &LintData, health: &Health) -> Option<Lint> {
    let Reach { layer, activation, lowest, highest, best_loss, .. } = Reach::of(model, data.targets)?;
    let (loss, best_loss, activation) = (health.loss, best_loss?, activation.name());
    let finding = Finding::StuckLoss { layer, activation, lowest, highest, loss, best_loss };
    (best_loss >= OUT_OF_REACH * loss).then(|| Lint::new(Severity::Problem, finding))
}

/// Dead and saturated units. An output that is near an end of its range may just be right.
fn lost_units(model: &Sequential, health: &Health) -> Vec<Lint> {
    let mut lints = Vec::new();
    let output = health.layers.len() - 1;
    for (layer, (dense, found)) in model.layers().iter().zip(&health.layers).enumerate() {
        let units = found.units;
        if found.dead() >= DEAD_SHARE {
            let severity = if found.dead_units == units { Severity::Problem } else { Severity::Warning };
            lints.push(Lint::new(severity, Finding::DeadRelus { layer, dead: found.dead_units, units }));
        }
        if layer < output && found.saturated() >= SATURATED_SHARE {
            let (activation, saturated) = (dense.activation.name(), found.saturated_units);
            let finding = Finding::SaturatedUnits { layer, activation, saturated, units };
            lints.push(Lint::new(Severity::Warning, finding));
        }
    }
    lints
}

/// Gradients that vanish or explode on their way back. Those that are 0 do not count, nor those that lost
/// units explain.
fn gradients(health: &Health, lost: &[Place]) -> Vec<Lint> {
    let gradients: Vec<f64> = health.layers.iter().map(|layer| layer.gradient).collect();
    let last = gradients[gradients.len() - 1];
    let found = gradients.iter().enumerate().filter(|(_, gradient)| **gradient > 0.0 && gradient.is_finite());
    let smallest = found.clone().min_by(|a, b| a.1.total_cmp(b.1));
    let largest = found.max_by(|a, b| a.1.total_cmp(b.1));
    let mut lints = Vec::new();
    let is_explained = |layer: usize| lost.iter().any(|place| matches!(place, Place::Layer(lost) if *lost >= layer));
    let vanishes = |(layer, gradient): &(usize, &f64)| **gradient * OUT_OF_SIZE <= last && !is_explained(*layer);
    if let Some((layer, &gradient)) = smallest.filter(vanishes) {
        let (factor, gradients) = (last / gradient, gradients.clone());
        lints.push(Lint::new(Severity::Warning, Finding::VanishingGradients { layer, factor, gradients }));
    }
    if let Some((layer, &gradient)) = largest.filter(|(_, gradient)| last > 0.0 && **gradient >= last * OUT_OF_SIZE) {
        let factor = gradient / last;
        lints.push(Lint::new(Severity::Warning, Finding::ExplodingGradients { layer, factor, gradients }));
    }
    lints
}

fn overfitting(history: &History, stopped: bool) -> Option<Lint> {
    let (losses, validation) = (history.get("loss")?, history.get("val_loss")?);
    let (at, &lowest_val_loss) = lowest(validation)?;
    let since = &validation[at + 1..];
    let risen = |val_loss: &f64| *val_loss > VALIDATION_RISEN * lowest_val_loss;
    let (loss_then, loss) = (*losses.get(at)?, *losses.last()?);
    if since.len() < EPOCHS || !since[since.len() - EPOCHS..].iter().all(risen) || loss >= loss_then {
        return None;
    }
    let (epoch, val_loss) = (history.epoch[at], *validation.last()?);
    let finding = Finding::Overfitting { epoch, lowest_val_loss, val_loss, loss_then, loss };
    Some(Lint::new(if stopped { Severity::Info } else { Severity::Warning }, finding))
}

fn lowest(values: &[f64]) -> Option<(usize, &f64)> {
    values.iter().enumerate().filter(|(_, value)| value.is_finite()).min_by(|a, b| a.1.total_cmp(b.1))
}
