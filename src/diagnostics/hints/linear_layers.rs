//! Layers without an activation between them.

use crate::diagnostics::hint::{Hint, Place, Severity};
use crate::diagnostics::range::from_logits;
use crate::nn::{Activation, Dense, Sequential};
use serde::Serialize;

/// Layers without an activation between them, which are as good as one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinearLayers {
    /// The first of them, from 0.
    pub first: usize,
    /// The last of them, from 0, whose activation may be any.
    pub last: usize,
    /// How many they are.
    pub count: usize,
    /// Whether they are the whole model and end in no activation either: a linear regression.
    pub is_regression: bool,
}

impl Hint for LinearLayers {
    fn code(&self) -> &'static str {
        "linear_layers"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.first))
    }

    fn message(&self) -> String {
        let (first, last) = (self.first + 1, self.last + 1);
        let whole = if self.is_regression { ", and the model is a linear regression" } else { "" };
        format!(
            "No activation lies between layer {first} and layer {last}: together they can do what one layer can{whole}."
        )
    }

    fn advice(&self) -> String {
        "Put an activation such as relu between them, or keep just one.".into()
    }
}

/// Runs of layers with nothing but matrices between them.
pub(in crate::diagnostics) fn find(model: &Sequential) -> Vec<LinearLayers> {
    let layers = model.layers();
    let mut found = Vec::new();
    let mut first = 0;
    while first < layers.len() {
        let until = |layer: &&Dense| layer.activation == Activation::Linear;
        let last = (first + layers[first..].iter().take_while(until).count()).min(layers.len() - 1);
        if last > first && is_as_good_as_one(&layers[first..=last]) {
            let ends = layers[last].activation == Activation::Linear && from_logits(model.loss_function()).is_none();
            let is_regression = first == 0 && last + 1 == layers.len() && ends;
            found.push(LinearLayers { first, last, count: last - first + 1, is_regression });
        }
        first = last + 1;
    }
    found
}

/// Whether one layer could do what these do and no more: not so where a narrow one keeps only some directions, as in
/// a linear autoencoder.
fn is_as_good_as_one(layers: &[Dense]) -> bool {
    let ends = layers[0].inputs.min(layers[layers.len() - 1].units);
    layers[..layers.len() - 1].iter().all(|layer| layer.units >= ends)
}
