//! Cross-entropies of logits: what those of all kinds share.

use super::Builtin;
use super::row::Row;

/// Cross-entropy: a loss that can be computed from logits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Crossentropy {
    /// Whether its predictions are logits.
    pub(super) from_logits: bool,
    /// Whether Keras takes it around sigmoid and softmax, from their pre-activations.
    pub(super) takes_pre_activations: bool,
    /// The activation that makes probabilities of logits.
    pub(super) activation: Builtin,
}

/// Fills `gradient` with the gradient by logits, but for the share of a term in the mean over outputs: probabilities
/// minus targets.
pub(super) fn logit_gradient(
    activation: Builtin,
    row: Row<f32>,
    logits: &[f32],
    gradient: &mut [f32],
    target: impl Fn(usize) -> f32,
) {
    if row.mode.predictions_of_logits {
        gradient.copy_from_slice(row.predictions);
    } else {
        activation.apply(logits.len(), logits, gradient);
    }
    for (unit, gradient) in gradient.iter_mut().enumerate() {
        // TensorFlow's, also where the targets of a row do not sum to 1 and the loss has another slope.
        *gradient -= target(unit);
    }
}
