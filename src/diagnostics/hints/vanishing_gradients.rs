//! Gradients that vanish on their way back.

use crate::diagnostics::kind::{HintKind, OUT_OF_SIZE, Place, Severity, Subject, say};
use crate::train::Health;
use serde::Serialize;

/// Gradients that get smaller and smaller on their way back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VanishingGradients {
    /// The layer where they are smallest, from 0.
    pub layer: usize,
    /// How many times smaller than in the last layer.
    pub factor: f64,
    /// The sizes by layer, as `LayerHealth::gradient`.
    pub gradients: Vec<f64>,
}

impl HintKind for VanishingGradients {
    fn code(&self) -> &'static str {
        "vanishing_gradients"
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
        format!(
            "The gradient that reaches layer {} is {} times smaller than that of the last layer: by gradient descent \
             it learns that much slower.",
            self.layer + 1,
            say(self.factor)
        )
    }

    fn advice(&self) -> String {
        "Try relu with he_normal in the hidden layers, or fewer layers.".into()
    }

    fn examples() -> Vec<Self> {
        vec![VanishingGradients { layer: 0, factor: 4100.0, gradients: vec![1e-5, 0.041] }]
    }
}

/// The smallest gradient that is not 0, unless dead or saturated units at `lost_layers` explain it.
pub(in crate::diagnostics) fn find(health: &Health, lost_layers: &[usize]) -> Option<VanishingGradients> {
    let gradients = health.gradients();
    let last = *gradients.last()?;
    let found = gradients.iter().enumerate().filter(|(_, gradient)| **gradient > 0.0 && gradient.is_finite());
    let (layer, &gradient) = found.min_by(|a, b| a.1.total_cmp(b.1))?;
    let is_explained = lost_layers.iter().any(|lost| *lost >= layer);
    let vanishes = gradient * OUT_OF_SIZE <= last && !is_explained;
    vanishes.then(|| VanishingGradients { layer, factor: last / gradient, gradients })
}
