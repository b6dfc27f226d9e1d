//! A validation loss that rises while the training loss falls.

use crate::diagnostics::history::{EPOCHS, lowest};
use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::train::History;
use serde::Serialize;

/// The validation loss must lie above its lowest by this factor, more than it usually goes up and down by.
const RISEN: f64 = 1.1;

/// The validation loss rises while the training loss falls.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Overfitting {
    /// The epoch of the lowest validation loss, from 0.
    pub epoch: usize,
    /// That loss.
    pub lowest_val_loss: f64,
    /// The last validation loss.
    pub val_loss: f64,
    /// The training loss of that epoch.
    pub loss_then: f64,
    /// The last training loss.
    pub loss: f64,
    /// Whether early stopping ended the fit for it.
    #[serde(skip)]
    pub stopped: bool,
}

impl HintKind for Overfitting {
    fn code(&self) -> &'static str {
        "overfitting"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        if self.stopped { Severity::Info } else { Severity::Warning }
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Epoch(self.epoch))
    }

    fn message(&self) -> String {
        format!(
            "Since epoch {} the validation loss rose from {} to {} while the training loss fell from {} to {}: the \
             model memorises the training rows.",
            self.epoch + 1,
            say(self.lowest_val_loss),
            say(self.val_loss),
            say(self.loss_then),
            say(self.loss)
        )
    }

    fn advice(&self) -> String {
        "Stop earlier, take fewer units, add Dropout or L2, or get more rows.".into()
    }

    fn examples() -> Vec<Self> {
        let example =
            |stopped| Overfitting { epoch: 1, lowest_val_loss: 5.0, val_loss: 6.0, loss_then: 4.0, loss: 1.0, stopped };
        vec![example(false), example(true)]
    }
}

pub(in crate::diagnostics) fn find(history: &History, stopped: bool) -> Option<Overfitting> {
    let (losses, validation) = (history.get("loss")?, history.get("val_loss")?);
    let (at, &lowest_val_loss) = lowest(validation)?;
    let since = &validation[at + 1..];
    let risen = |val_loss: &f64| *val_loss > RISEN * lowest_val_loss;
    let (loss_then, loss) = (*losses.get(at)?, *losses.last()?);
    if since.len() < EPOCHS || !since[since.len() - EPOCHS..].iter().all(risen) || loss >= loss_then {
        return None;
    }
    let (epoch, val_loss) = (history.epoch[at], *validation.last()?);
    Some(Overfitting { epoch, lowest_val_loss, val_loss, loss_then, loss, stopped })
}
