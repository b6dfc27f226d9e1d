//! A training loss that rises.

use crate::diagnostics::history::{EPOCHS, lowest};
use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::train::History;
use serde::Serialize;

/// So many times the lowest training loss, and more than in the first epoch, is no noise of the batches.
const RISEN: f64 = 2.0;

/// The training loss rises and rises.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RisingLoss {
    /// The epoch of the lowest loss, from 0.
    pub epoch: usize,
    /// The lowest loss.
    pub lowest_loss: f64,
    /// The last loss.
    pub loss: f64,
    /// The optimizer.
    pub optimizer: &'static str,
    /// The learning rate of the next step.
    pub learning_rate: f64,
    /// Below which plain gradient descent is stable at the start weights, if that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stable_rate: Option<f64>,
}

impl HintKind for RisingLoss {
    fn code(&self) -> &'static str {
        "rising_loss"
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
            "The training loss rose from {} in epoch {} to {} with {} and a learning rate of {}.",
            say(self.lowest_loss),
            self.epoch + 1,
            say(self.loss),
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
        let example = |stable_rate| RisingLoss {
            epoch: 0,
            lowest_loss: 1.0,
            loss: 4.0,
            optimizer: "sgd",
            learning_rate: 0.01,
            stable_rate,
        };
        vec![example(Some(0.002)), example(None)]
    }
}

/// The epoch of the lowest training loss, with that and the last one, if it rises past where it began.
pub(in crate::diagnostics) fn find(history: &History) -> Option<(usize, f64, f64)> {
    let losses = history.get("loss")?;
    let (lowest, &lowest_loss) = lowest(losses)?;
    let loss = *losses.last()?;
    let recent = &losses[losses.len().saturating_sub(EPOCHS + 1)..];
    let rises = recent.len() > 1 && recent.windows(2).all(|pair| pair[1] > pair[0]);
    let has_risen = rises && loss.is_finite() && loss > RISEN * lowest_loss && loss >= losses[0];
    has_risen.then_some((history.epoch[lowest], lowest_loss, loss))
}
