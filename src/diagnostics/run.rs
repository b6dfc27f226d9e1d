//! The hints while a model is trained and afterwards: of its units and gradients, and of the fit's losses.

use super::data::HintData;
use super::hint::Hint;
use super::hints::{
    Diverged, Finding, RisingLoss, dead_relus, exploding_gradients, loss_not_finite, overfitting, rising_loss,
    saturated_units, stuck_loss, vanishing_gradients,
};
use super::learning_rate::{exceeded_rate, learning_rate};
use crate::Error;
use crate::nn::Sequential;
use crate::train::{End, Health, History, health_validated};

/// The hints while training and after it: about the fit's history and end, then about the rows at the model's weights.
///
/// Weights and optimizer stay as they are. After a divergence that is the only hint.
///
/// # Errors
/// Rejects rows that do not fit the model, as [`Sequential::gradients_for_row_major`].
pub fn run_hints(
    model: &mut Sequential,
    data: &HintData,
    history: &History,
    end: Option<End>,
) -> Result<Vec<Hint>, Error> {
    model.check_rows(data.inputs, data.targets)?;
    Ok(run_hints_validated(model, data, history, end))
}

/// [`run_hints`] for validated rows.
pub(crate) fn run_hints_validated(
    model: &mut Sequential,
    data: &HintData,
    history: &History,
    end: Option<End>,
) -> Vec<Hint> {
    let (optimizer, learning_rate) = (model.optimizer().rule.name(), learning_rate(model));
    if let Some(End::Diverged { epoch, step, layer }) = end {
        let stable_rate = exceeded_rate(model, data);
        let diverged = Diverged { epoch, step, layer, optimizer, learning_rate, stable_rate };
        return vec![Finding::Diverged(diverged).into()];
    }
    let mut found = Vec::new();
    found.extend(loss_not_finite::find(model, history).map(Finding::LossNotFinite));
    if let Some((epoch, lowest_loss, loss)) = rising_loss::find(history) {
        let stable_rate = exceeded_rate(model, data);
        let rising = RisingLoss { epoch, lowest_loss, loss, optimizer, learning_rate, stable_rate };
        found.push(Finding::RisingLoss(rising));
    }
    let health = health_validated(model, data.inputs, data.targets);
    match stuck_loss::find(model, data.targets, &health) {
        // The output is driven to its end, and the layers before it with it: their flat units are a consequence.
        Some(stuck) => found.push(Finding::StuckLoss(stuck)),
        None => found.extend(units_and_gradients(model, &health)),
    }
    let stopped = matches!(end, Some(End::StoppedEarly { .. }));
    found.extend(overfitting::find(history, stopped).map(Finding::Overfitting));
    found.into_iter().map(Hint::from).collect()
}

/// Dead and saturated units by layer, then gradients that those do not explain.
fn units_and_gradients(model: &Sequential, health: &Health) -> Vec<Finding> {
    let dead = dead_relus::find(health).into_iter().map(|hint| (hint.layer, Finding::DeadRelus(hint)));
    let saturated = saturated_units::find(model, health).into_iter();
    let saturated = saturated.map(|hint| (hint.layer, Finding::SaturatedUnits(hint)));
    let mut lost: Vec<(usize, Finding)> = dead.chain(saturated).collect();
    lost.sort_by_key(|(layer, _)| *layer);
    let (layers, mut found): (Vec<usize>, Vec<Finding>) = lost.into_iter().unzip();
    found.extend(vanishing_gradients::find(health, &layers).map(Finding::VanishingGradients));
    found.extend(exploding_gradients::find(health).map(Finding::ExplodingGradients));
    found
}
