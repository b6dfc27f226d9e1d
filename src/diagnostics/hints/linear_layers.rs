//! Layers without an activation between them.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::nn::{Activation, Dense, Layer, Sequential};
use serde::Serialize;

/// Consecutive layers without an activation between them, which are equivalent to one.
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

impl HintKind for LinearLayers {
    fn code(&self) -> &'static str {
        "linear_layers"
    }

    fn subject(&self) -> Subject {
        Subject::Model
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

    fn examples() -> Vec<Self> {
        [true, false].map(|is_regression| LinearLayers { first: 0, last: 1, count: 2, is_regression }).into()
    }
}

/// A dense layer, and whether no activation follows it, be it its own or that of a layer after it.
struct Step<'a> {
    /// Where the dense layer is among the active layers.
    layer: usize,
    dense: &'a Dense,
    is_linear: bool,
}

/// The dense layers of a model. LayerNormalization is not linear; BatchNormalization is, in inference.
fn steps(model: &Sequential) -> Vec<Step<'_>> {
    let mut steps: Vec<Step> = Vec::new();
    for (layer, active) in model.active_layers().into_iter().enumerate() {
        let is_linear = active.activation() == Activation::Linear && !matches!(active, Layer::LayerNormalization(_));
        if let Layer::Dense(dense) = active {
            steps.push(Step { layer, dense, is_linear });
        } else if let Some(former) = steps.last_mut() {
            former.is_linear &= is_linear;
        }
    }
    steps
}

/// Runs of layers with nothing but matrices between them.
pub(in crate::diagnostics) fn find(model: &Sequential) -> Vec<LinearLayers> {
    let steps = steps(model);
    let mut found = Vec::new();
    let mut first = 0;
    while first < steps.len() {
        let linear = steps[first..].iter().take_while(|step| step.is_linear).count();
        let last = (first + linear).min(steps.len() - 1);
        if last > first && is_as_good_as_one(&steps[first..=last]) {
            let ends = steps[last].is_linear && model.loss_function().takes_logits().is_none();
            let is_regression = first == 0 && last + 1 == steps.len() && ends;
            let count = last - first + 1;
            found.push(LinearLayers { first: steps[first].layer, last: steps[last].layer, count, is_regression });
        }
        first = last + 1;
    }
    found
}

/// Whether one layer could do what these do and no more: not so where a narrow one keeps only some directions, as in
/// a linear autoencoder.
fn is_as_good_as_one(steps: &[Step]) -> bool {
    let ends = steps[0].dense.inputs.min(steps[steps.len() - 1].dense.units);
    steps[..steps.len() - 1].iter().all(|step| step.dense.units >= ends)
}
