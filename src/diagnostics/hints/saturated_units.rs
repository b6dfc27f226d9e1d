//! Units that lie where their activation is flat.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::error::counted;
use crate::nn::Sequential;
use crate::train::Health;
use serde::Serialize;

/// From this share of saturated units on a hidden layer is worth a word; fewer may be sure of themselves.
const SATURATED_SHARE: f64 = 0.5;

/// Units of a hidden layer that lie where their activation is flat.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SaturatedUnits {
    /// The layer, from 0.
    pub layer: usize,
    /// Its activation.
    pub activation: &'static str,
    /// How many are saturated.
    pub saturated: usize,
    /// Of how many.
    pub units: usize,
}

impl HintKind for SaturatedUnits {
    fn code(&self) -> &'static str {
        "saturated_units"
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
        let (saturated, units, layer) = (self.saturated, counted(self.units, "unit"), self.layer + 1);
        let (are, activation) = (if saturated == 1 { "is" } else { "are" }, self.activation);
        format!(
            "{saturated} of {units} of layer {layer} {are} saturated: {activation} is flat there, and hardly any \
             gradient comes through."
        )
    }

    fn advice(&self) -> String {
        "Scale the features, start with smaller weights, or try relu.".into()
    }

    fn examples() -> Vec<Self> {
        let example = |saturated, units| SaturatedUnits { layer: 0, activation: "sigmoid", saturated, units };
        vec![example(2, 8), example(1, 8), example(1, 1)]
    }
}

/// Saturated hidden layers. An output that is near an end of its range may just be right.
pub(in crate::diagnostics) fn find(model: &Sequential, health: &Health) -> Vec<SaturatedUnits> {
    let output = health.layers.len() - 1;
    let layers = model.active_layers().into_iter().zip(&health.layers).take(output).enumerate();
    let saturated = layers.filter(|(_, (_, found))| found.saturated() >= SATURATED_SHARE);
    let hint = |(layer, (active, found)): (usize, (&crate::nn::Layer, &crate::train::LayerHealth))| {
        let (activation, saturated) = (active.activation().name(), found.saturated_units);
        SaturatedUnits { layer, activation, saturated, units: found.units }
    };
    saturated.map(hint).collect()
}
