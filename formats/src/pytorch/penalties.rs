//! Regularizers as a term of the loss.

use super::layers::Modules;
use super::python::number;
use crate::model::SavedModel;
use glassnet::nn::{Layer, Regularizer};

/// The terms of the penalty.
///
/// # Errors
/// Returns what the program does not compute, in words.
pub(super) fn terms(saved: &SavedModel, modules: &Modules) -> Result<Vec<String>, String> {
    let mut terms = Vec::new();
    for ((_, layer, name), place) in saved.layers().zip(&modules.places) {
        let Layer::Dense(dense) = layer else { continue };
        if dense.kernel_constraint.is_some() || dense.bias_constraint.is_some() {
            return Err(format!("layer {name} has a constraint"));
        }
        if dense.activity_regularizer.is_some() {
            return Err(format!("layer {name} has an activity regularizer"));
        }
        for (parameter, regularizer) in [("weight", dense.kernel_regularizer), ("bias", dense.bias_regularizer)] {
            let Some(Regularizer { l1, l2, orthogonal }) = regularizer else { continue };
            if orthogonal.is_some() {
                return Err(format!("layer {name} has an orthogonal regularizer"));
            }
            let parameter = format!("model[{place}].{parameter}");
            let sums = [(l1, format!("{parameter}.abs().sum()")), (l2, format!("{parameter}.square().sum()"))];
            let sums = sums.into_iter().filter(|(factor, _)| *factor != 0.0);
            terms.extend(sums.map(|(factor, sum)| format!("{} * {sum}", number(factor))));
        }
    }
    Ok(terms)
}
