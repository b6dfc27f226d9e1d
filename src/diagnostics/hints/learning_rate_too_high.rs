//! A learning rate that is too high for plain gradient descent.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::diagnostics::learning_rate::SURELY_TOO_HIGH;
use serde::Serialize;

/// Plain gradient descent with a learning rate too high for the start weights; scaling would not fix it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LearningRateTooHigh {
    /// The learning rate of the next step.
    pub learning_rate: f64,
    /// Below which it is stable.
    pub stable_rate: f64,
}

impl HintKind for LearningRateTooHigh {
    fn code(&self) -> &'static str {
        "learning_rate_too_high"
    }

    fn subject(&self) -> Subject {
        Subject::Model
    }

    fn severity(&self) -> Severity {
        if self.learning_rate >= SURELY_TOO_HIGH * self.stable_rate { Severity::Problem } else { Severity::Warning }
    }

    fn place(&self) -> Option<Place> {
        None
    }

    fn message(&self) -> String {
        let (stable, rate) = (say(self.stable_rate), say(self.learning_rate));
        format!("Gradient descent is stable here below a learning rate of about {stable}, and {rate} is above it.")
    }

    fn advice(&self) -> String {
        format!("Try a learning rate of {} or less.", say(self.stable_rate / 2.0))
    }

    fn examples() -> Vec<Self> {
        [2.0, 1.1].map(|learning_rate| LearningRateTooHigh { learning_rate, stable_rate: 1.0 }).into()
    }
}
