//! Relu units that give 0 for every row.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::error::counted;
use crate::train::Health;
use serde::Serialize;

/// From this share of dead units on a layer is worth a word. The first relus behind features on both sides of 0 start
/// without a dead one; in a third layer of 8, behind positive outputs, the engine's start weights leave an eighth dead
/// in the median and half in fewer than one of 20 seeds (200 seeds on circles).
const DEAD_SHARE: f64 = 0.5;

/// Relu units that give 0 for every row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeadRelus {
    /// The layer, from 0.
    pub layer: usize,
    /// How many are dead.
    pub dead: usize,
    /// Of how many.
    pub units: usize,
}

impl HintKind for DeadRelus {
    fn code(&self) -> &'static str {
        "dead_relus"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        if self.dead == self.units { Severity::Problem } else { Severity::Warning }
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.layer))
    }

    fn message(&self) -> String {
        let (dead, units, layer) = (self.dead, counted(self.units, "unit"), self.layer + 1);
        let are = if dead == 1 { "is" } else { "are" };
        format!("{dead} of {units} of layer {layer} {are} dead: relu gives 0 for every row.")
    }

    fn advice(&self) -> String {
        "Scale the features, lower the learning rate, or try leaky_relu.".into()
    }

    fn examples() -> Vec<Self> {
        let example = |dead, units| DeadRelus { layer: 0, dead, units };
        vec![example(2, 8), example(1, 8), example(1, 1)]
    }
}

pub(in crate::diagnostics) fn find(health: &Health) -> Vec<DeadRelus> {
    let layers = health.layers.iter().enumerate().filter(|(_, found)| found.dead() >= DEAD_SHARE);
    layers.map(|(layer, found)| DeadRelus { layer, dead: found.dead_units, units: found.units }).collect()
}
