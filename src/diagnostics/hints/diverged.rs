//! A run that diverged.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use serde::Serialize;

/// Training stopped because a number was no longer finite.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diverged {
    /// The epoch, from 0.
    pub epoch: usize,
    /// The iteration in its epoch, from 0.
    pub step: usize,
    /// The first layer with such a number, from 0.
    pub layer: usize,
    /// The optimizer.
    pub optimizer: &'static str,
    /// The learning rate of the next step.
    pub learning_rate: f64,
    /// Below which plain gradient descent is stable at the start weights, if that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stable_rate: Option<f64>,
}

impl HintKind for Diverged {
    fn code(&self) -> &'static str {
        "diverged"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        Severity::Problem
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Epoch(self.epoch))
    }

    fn message(&self) -> String {
        format!(
            "Training diverged in epoch {} at step {}: the values of layer {} blew up with {} and a \
             learning rate of {}.",
            self.epoch + 1,
            self.step + 1,
            self.layer + 1,
            self.optimizer,
            say(self.learning_rate)
        )
    }

    fn advice(&self) -> String {
        match self.stable_rate {
            Some(rate) => format!(
                "Try a learning rate below {}, where the start weights are stable, scaled features, or Adam.",
                say(rate)
            ),
            None => "Try a learning rate ten times lower, and scale features and targets.".into(),
        }
    }

    fn examples() -> Vec<Self> {
        let example =
            |stable_rate| Diverged { epoch: 0, step: 2, layer: 1, optimizer: "sgd", learning_rate: 0.01, stable_rate };
        vec![example(Some(3.7e-5)), example(None)]
    }
}
