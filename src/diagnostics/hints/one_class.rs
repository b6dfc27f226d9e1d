//! A cross-entropy over classes with a single output.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::nn::Sequential;
use serde::Serialize;

/// A cross-entropy over classes with one unit, whose share of all is always 1, whatever the weights.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OneClass {
    /// The last layer, from 0.
    pub layer: usize,
    /// The loss.
    pub loss: &'static str,
    /// The activation of the output.
    pub activation: &'static str,
}

impl HintKind for OneClass {
    fn code(&self) -> &'static str {
        "one_class"
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
        let loss = self.loss;
        format!("{loss} compares the shares of classes, and that of a single unit is always 1: nothing can be learned.")
    }

    fn advice(&self) -> String {
        "Take sigmoid with binary_crossentropy for two classes, or one unit for each class.".into()
    }

    fn examples() -> Vec<Self> {
        vec![OneClass { layer: 1, loss: "categorical_crossentropy", activation: "softmax" }]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential) -> Option<OneClass> {
    let layers = model.active_layers();
    let layer = layers.len() - 1;
    let (loss, activation) = (model.loss_function(), layers[layer].activation().name());
    let has_one = model.output_count() == 1 && loss.is_softmax_crossentropy();
    has_one.then_some(OneClass { layer, loss: loss.name(), activation })
}
