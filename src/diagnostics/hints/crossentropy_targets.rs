//! Targets of a cross-entropy that are no probabilities.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::diagnostics::range::{ends, share_outside};
use crate::nn::{Sequential, Targets};
use serde::Serialize;

/// Targets of a cross-entropy that are no probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CrossentropyTargets {
    /// The loss.
    pub loss: &'static str,
    /// The smallest target.
    pub smallest_target: f64,
    /// The largest target.
    pub largest_target: f64,
    /// The share of the targets that lie outside 0 to 1.
    pub share: f64,
}

impl HintKind for CrossentropyTargets {
    fn code(&self) -> &'static str {
        "crossentropy_targets"
    }

    fn subject(&self) -> Subject {
        Subject::Model
    }

    fn severity(&self) -> Severity {
        Severity::Problem
    }

    fn place(&self) -> Option<Place> {
        None
    }

    fn message(&self) -> String {
        let (loss, from, to) = (self.loss, say(self.smallest_target), say(self.largest_target));
        format!("{loss} compares probabilities, but the targets go from {from} to {to}.")
    }

    fn advice(&self) -> String {
        "Give targets of 0 and 1, or take mean_squared_error for a regression.".into()
    }

    fn examples() -> Vec<Self> {
        let loss = "binary_crossentropy";
        vec![CrossentropyTargets { loss, smallest_target: 1.6, largest_target: 27.0, share: 1.0 }]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential, targets: &[f32]) -> Option<CrossentropyTargets> {
    if model.loss_function().targets() != Targets::Probabilities {
        return None;
    }
    let (smallest_target, largest_target) = ends(targets);
    let (share, loss) = (share_outside(targets, Some(0.0), Some(1.0)), model.loss_function().name());
    (share > 0.0).then_some(CrossentropyTargets { loss, smallest_target, largest_target, share })
}
