//! Targets that the output's activation cannot reach.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::diagnostics::range::{Reach, ends, range_text};
use crate::nn::Sequential;
use serde::Serialize;

/// The output's activation cannot reach the targets.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetsOutOfRange {
    /// The last layer, from 0.
    pub layer: usize,
    /// Its activation.
    pub activation: &'static str,
    /// What no output lies below, if there is such a bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lowest: Option<f64>,
    /// What no output lies above, if there is such a bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highest: Option<f64>,
    /// The smallest target.
    pub smallest_target: f64,
    /// The largest target.
    pub largest_target: f64,
    /// The share of the targets that lie outside, 0 to 1.
    pub share: f64,
    /// The loss that no weights can go below, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_loss: Option<f64>,
}

impl HintKind for TargetsOutOfRange {
    fn code(&self) -> &'static str {
        "targets_out_of_range"
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
        format!(
            "The output activation {} gives {}, but the targets go from {} to {}: the loss cannot reach 0.",
            self.activation,
            range_text(self.lowest, self.highest),
            say(self.smallest_target),
            say(self.largest_target)
        )
    }

    fn advice(&self) -> String {
        "Leave the activation of the output layer out, or scale the targets into its range.".into()
    }

    fn examples() -> Vec<Self> {
        let example = |activation, lowest, highest| TargetsOutOfRange {
            layer: 1,
            activation,
            lowest,
            highest,
            smallest_target: -1.6,
            largest_target: 27.0,
            share: 0.9,
            best_loss: None,
        };
        vec![
            example("sigmoid", Some(0.0), Some(1.0)),
            example("relu", Some(0.0), None),
            example("log_sigmoid", None, Some(0.0)),
        ]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential, targets: &[f32]) -> Option<TargetsOutOfRange> {
    let Reach { layer, activation, lowest, highest, share, best_loss } = Reach::of(model, targets)?;
    let (smallest_target, largest_target) = ends(targets);
    let activation = activation.name();
    Some(TargetsOutOfRange { layer, activation, lowest, highest, smallest_target, largest_target, share, best_loss })
}
