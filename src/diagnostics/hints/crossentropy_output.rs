//! A cross-entropy behind an output activation that does not fit it.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::nn::{Activation, Sequential};
use serde::Serialize;

/// A cross-entropy behind an output activation that does not give what it takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CrossentropyOutput {
    /// The last layer, from 0.
    pub layer: usize,
    /// The loss.
    pub loss: &'static str,
    /// Whether it takes logits.
    pub from_logits: bool,
    /// The activation at hand.
    pub activation: &'static str,
    /// The activation that fits.
    pub expected: &'static str,
}

impl HintKind for CrossentropyOutput {
    fn code(&self) -> &'static str {
        "crossentropy_output"
    }

    fn subject(&self) -> Subject {
        Subject::Model
    }

    fn severity(&self) -> Severity {
        Severity::Problem
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.layer))
    }

    fn message(&self) -> String {
        let (loss, activation) = (self.loss, self.activation);
        let takes = if self.from_logits { "logits (any numbers)" } else { "probabilities" };
        format!("{loss} takes {takes} from the output, and the activation {activation} does not give them.")
    }

    fn advice(&self) -> String {
        format!("Give the output layer the activation {}.", self.expected)
    }

    fn examples() -> Vec<Self> {
        let (loss, activation) = ("binary_crossentropy", "relu");
        let example = |from_logits, expected| CrossentropyOutput { layer: 1, loss, from_logits, activation, expected };
        vec![example(false, "sigmoid"), example(true, "linear")]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential) -> Option<CrossentropyOutput> {
    let layers = model.active_layers();
    let layer = layers.len() - 1;
    let (loss, activation) = (model.loss_function(), layers[layer].activation());
    let from_logits = loss.takes_logits()?;
    let (expected, fits) = if from_logits {
        (Activation::Linear, activation.bounds() == (None, None))
    } else if loss.is_softmax_crossentropy() {
        (Activation::Softmax, activation == Activation::Softmax)
    } else {
        (Activation::Sigmoid, matches!(activation, Activation::Sigmoid | Activation::HardSigmoid))
    };
    let (loss, activation, expected) = (loss.name(), activation.name(), expected.name());
    (!fits).then_some(CrossentropyOutput { layer, loss, from_logits, activation, expected })
}
