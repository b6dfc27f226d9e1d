//! A cross-entropy from logits behind sigmoid or softmax.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::nn::{Activation, Sequential};
use serde::Serialize;

/// A cross-entropy that takes logits, behind sigmoid or softmax, which already turned them into probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogitsTwice {
    /// The last layer, from 0.
    pub layer: usize,
    /// The loss.
    pub loss: &'static str,
    /// The activation.
    pub activation: &'static str,
}

impl HintKind for LogitsTwice {
    fn code(&self) -> &'static str {
        "logits_twice"
    }

    fn subject(&self) -> Subject {
        Subject::Model
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.layer))
    }

    fn message(&self) -> String {
        format!(
            "{} expects logits, but {} has already turned them into probabilities: Keras on TensorFlow ignores the \
             activation, other backends apply it twice.",
            self.loss, self.activation
        )
    }

    fn advice(&self) -> String {
        "Leave out either from_logits or the activation of the output layer.".into()
    }

    fn examples() -> Vec<Self> {
        vec![LogitsTwice { layer: 1, loss: "binary_crossentropy", activation: "sigmoid" }]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential) -> Option<LogitsTwice> {
    let layers = model.active_layers();
    let layer = layers.len() - 1;
    let (loss, activation) = (model.loss_function(), layers[layer].activation());
    let is_twice = loss.takes_logits()? && matches!(activation, Activation::Sigmoid | Activation::Softmax);
    is_twice.then_some(LogitsTwice { layer, loss: loss.name(), activation: activation.name() })
}
