//! Callbacks of a fit beside early stopping: what happens after its batches and epochs.

use super::early_stopping::is_larger_better;
use super::reduce_lr::{Plateau, ReduceLrOnPlateau};
use crate::Error;
use crate::nn::{Schedule, Scores, Sequential};

/// The key of the learning rate in history.
const LEARNING_RATE: &str = "learning_rate";

/// Callbacks of a fit beside early stopping.
///
/// A schedule by epochs is a loop over [`Fit::epoch`](super::Fit::epoch) that calls
/// [`Sequential::set_learning_rate`] before each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Callbacks {
    /// Keras's `ReduceLROnPlateau`. Defaults to none.
    pub reduce_lr: Option<ReduceLrOnPlateau>,
    /// Keras's `TerminateOnNaN`: whether a loss that is not finite ends the fit. Defaults to false.
    pub terminate_on_nan: bool,
    /// Whether history has the learning rate that each epoch ended with, as with Keras's `LearningRateScheduler`; with
    /// `reduce_lr` it always has. Defaults to false.
    pub logs_learning_rate: bool,
}

impl Callbacks {
    /// The state of the plateau that is looked for.
    ///
    /// # Errors
    /// Rejects a key that there will not be, settings out of their range, and a model whose learning rate is a schedule.
    pub(super) fn plateau(&self, model: &Sequential, keys: &[String]) -> Result<Option<Plateau>, Error> {
        let Some(rule) = &self.reduce_lr else { return Ok(None) };
        if !matches!(model.optimizer().learning_rate, Schedule::Constant(_)) {
            let expected = "a number, as ReduceLROnPlateau changes it";
            return Err(Error::shape("learningRate", expected, "a schedule"));
        }
        let larger = is_larger_better(&rule.monitor, rule.larger_is_better);
        Plateau::new(rule.clone(), larger, keys).map(Some)
    }

    /// Adds the learning rate to the scores of an epoch, where history has it.
    pub(super) fn log_learning_rate(&self, model: &Sequential, logs: &mut Scores) {
        logs.extend(self.logged_key().map(|key| (key, f64::from(model.learning_rate()))));
    }

    /// The key under which history has the learning rate, where it does.
    pub(super) fn logged_key(&self) -> Option<String> {
        (self.logs_learning_rate || self.reduce_lr.is_some()).then(|| LEARNING_RATE.to_string())
    }
}
