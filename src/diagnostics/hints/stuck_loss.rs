//! A loss that the output's activation keeps from falling.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::diagnostics::range::{Reach, range_text};
use crate::nn::Sequential;
use crate::train::Health;
use serde::Serialize;

/// The loss is stuck where at least this share of it is out of reach.
const OUT_OF_REACH: f64 = 0.5;

/// The loss is stuck at what the output's activation lets it reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StuckLoss {
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
    /// The loss of the rows now.
    pub loss: f64,
    /// The loss that no weights can go below.
    pub best_loss: f64,
}

impl HintKind for StuckLoss {
    fn code(&self) -> &'static str {
        "stuck_loss"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        Severity::Problem
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Layer(self.layer))
    }

    fn message(&self) -> String {
        format!(
            "The loss is {}, and {} of it is out of reach: {} gives {}, and the targets lie outside.",
            say(self.loss),
            say(self.best_loss),
            self.activation,
            range_text(self.lowest, self.highest)
        )
    }

    fn advice(&self) -> String {
        "Leave the activation of the output layer out, or scale the targets into its range.".into()
    }

    fn examples() -> Vec<Self> {
        vec![StuckLoss {
            layer: 1,
            activation: "sigmoid",
            lowest: Some(0.0),
            highest: Some(1.0),
            loss: 200.0,
            best_loss: 198.0,
        }]
    }
}

pub(in crate::diagnostics) fn find(model: &Sequential, targets: &[f32], health: &Health) -> Option<StuckLoss> {
    let Reach { layer, activation, lowest, highest, best_loss, .. } = Reach::of(model, targets)?;
    let (loss, best_loss, activation) = (health.loss, best_loss?, activation.name());
    (best_loss >= OUT_OF_REACH * loss).then_some(StuckLoss { layer, activation, lowest, highest, loss, best_loss })
}
