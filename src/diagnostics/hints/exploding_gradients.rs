//! Gradients that explode on their way back.

use crate::diagnostics::kind::{HintKind, OUT_OF_SIZE, Place, Severity, Subject, say};
use crate::train::Health;
use serde::Serialize;

/// Gradients that get larger and larger on their way back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExplodingGradients {
    /// The layer where they are largest, from 0.
    pub layer: usize,
    /// How many times larger than in the last layer.
    pub factor: f64,
    /// The sizes by layer, as `LayerHealth::gradient`.
    pub gradients: Vec<f64>,
}

impl HintKind for ExplodingGradients {
    fn code(&self) -> &'static str {
        "exploding_gradients"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.layer))
    }

    fn message(&self) -> String {
        let (layer, factor) = (self.layer + 1, say(self.factor));
        format!("The gradient that reaches layer {layer} is {factor} times larger than that of the last layer.")
    }

    fn advice(&self) -> String {
        "Start with smaller weights such as glorot_uniform, or set clipnorm.".into()
    }

    fn examples() -> Vec<Self> {
        vec![ExplodingGradients { layer: 0, factor: 121.0, gradients: vec![12.1, 0.1] }]
    }
}

pub(in crate::diagnostics) fn find(health: &Health) -> Option<ExplodingGradients> {
    let gradients = health.gradients();
    let last = *gradients.last()?;
    let found = gradients.iter().enumerate().filter(|(_, gradient)| **gradient > 0.0 && gradient.is_finite());
    let (layer, &gradient) = found.max_by(|a, b| a.1.total_cmp(b.1))?;
    let explodes = last > 0.0 && gradient >= last * OUT_OF_SIZE;
    explodes.then(|| ExplodingGradients { layer, factor: gradient / last, gradients })
}
