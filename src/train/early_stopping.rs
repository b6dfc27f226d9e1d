//! Stop once a number no longer gets better.

use crate::concatenate::{Listed, concatenate};
use crate::number::short;
use crate::{Error, ErrorKind};

/// Keras's `EarlyStopping`.
///
/// Source: <https://keras.io/api/callbacks/early_stopping/>.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlyStopping {
    /// The key that is watched. Defaults to `val_loss`.
    pub monitor: String,
    /// The least improvement that counts, whatever its sign. Defaults to 0.
    pub min_delta: f64,
    /// How many epochs without anything better are waited for. Defaults to 0.
    pub patience: usize,
    /// Whether the weights of the best epoch come back at the end. Defaults to false.
    pub restore_best_weights: bool,
    /// Epochs before this one do not count. Defaults to 0.
    pub start_from_epoch: usize,
    /// Whether larger is better. Defaults to what the key says: accuracies and scores, yes.
    pub larger_is_better: Option<bool>,
}

impl Default for EarlyStopping {
    fn default() -> Self {
        EarlyStopping {
            monitor: "val_loss".to_string(),
            min_delta: 0.0,
            patience: 0,
            restore_best_weights: false,
            start_from_epoch: 0,
            larger_is_better: None,
        }
    }
}

/// An error of a key that there will not be: one of validation rows needs them.
#[cold]
fn unknown_key(known: &[&str], key: &str) -> Error {
    let is_validation = |key: &str| key.starts_with("val_");
    if !is_validation(key) || known.iter().any(|known| is_validation(known)) {
        return crate::nn::unknown_name("monitor", known, key);
    }
    let expected =
        concatenate!["one of ", Listed(known), ", as there is no validation data (validationSplit or validationData)"];
    Error::new(ErrorKind::UnknownName, "monitor".to_string(), expected, key.chars().take(60).collect())
}

/// How keys end, without underscores, of what gets better by getting larger.
const LARGER_IS_BETTER: &[&str] = &[
    "accuracy",
    "acc",
    "r2score",
    #[cfg(feature = "full")]
    "auc",
    #[cfg(feature = "full")]
    "cosinesimilarity",
    #[cfg(feature = "full")]
    "f1score",
    #[cfg(feature = "full")]
    "fbetascore",
    #[cfg(feature = "full")]
    "precision",
    #[cfg(feature = "full")]
    "recall",
    #[cfg(feature = "full")]
    "sensitivity",
    #[cfg(feature = "full")]
    "specificity",
];

/// The state of early stopping during a fit.
#[derive(Debug, Clone)]
pub(super) struct Monitor {
    rule: EarlyStopping,
    larger: bool,
    pub(super) memory: Memory,
}

/// The part of early stopping's state that a session saves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memory {
    /// The best number so far.
    pub best: Option<f64>,
    /// Epochs without a better one.
    pub waited: usize,
    /// The epoch of the best, from 0.
    pub best_epoch: usize,
    /// The weights after it.
    pub best_weights: Option<Vec<f32>>,
}

impl Monitor {
    /// Rejects a key that there will not be.
    pub(super) fn new(rule: EarlyStopping, keys: &[String]) -> Result<Self, Error> {
        check_monitor(&rule.monitor, rule.min_delta, keys)?;
        let rule = EarlyStopping { min_delta: rule.min_delta.abs(), ..rule };
        let larger = is_larger_better(&rule.monitor, rule.larger_is_better);
        Ok(Monitor { rule, larger, memory: Memory::default() })
    }

    /// Begins anew.
    pub(super) fn forget(&mut self) {
        self.memory = Memory::default();
    }

    /// Compares the results of an epoch with the best so far; returns whether to stop.
    pub(super) fn epoch(&mut self, epoch: usize, logs: &[(String, f64)], weights: &[f32]) -> bool {
        let current = logs.iter().find(|(key, _)| *key == self.rule.monitor).map(|(_, value)| *value);
        let Some(current) = current.filter(|_| epoch >= self.rule.start_from_epoch) else {
            return false;
        };
        if self.memory.best_weights.is_none() {
            self.keep(epoch, weights);
        }
        self.memory.waited += 1;
        if self.is_better(current) {
            self.memory.best = Some(current);
            self.keep(epoch, weights);
            self.memory.waited = 0;
            return false;
        }
        self.memory.waited >= self.rule.patience && epoch > 0
    }

    /// The weights to end with, if those of the best epoch are wanted.
    pub(super) fn weights_at_end(&self) -> Option<&[f32]> {
        self.memory.best_weights.as_deref().filter(|_| self.rule.restore_best_weights)
    }

    /// The best epoch so far, from 0.
    pub(super) fn best_epoch(&self) -> usize {
        self.memory.best_epoch
    }

    fn keep(&mut self, epoch: usize, weights: &[f32]) {
        self.memory.best_epoch = epoch;
        match &mut self.memory.best_weights {
            Some(kept) => kept.copy_from_slice(weights),
            None => self.memory.best_weights = Some(weights.to_vec()),
        }
    }

    fn is_better(&self, current: f64) -> bool {
        self.memory.best.is_none_or(|best| is_better(current, best, self.rule.min_delta, self.larger))
    }
}

/// Rejects a key that there will not be, and a least improvement that is not finite.
pub(super) fn check_monitor(monitor: &str, min_delta: f64, keys: &[String]) -> Result<(), Error> {
    let mut known = Vec::new();
    for key in keys {
        known.push(key.as_str());
    }
    if !known.contains(&monitor) {
        return Err(unknown_key(&known, monitor));
    }
    if !min_delta.is_finite() {
        return Err(Error::out_of_range("minDelta", "a finite number", short(min_delta)));
    }
    Ok(())
}

/// Whether larger numbers of a key are better, where nobody says so.
pub(super) fn is_larger_better(monitor: &str, given: Option<bool>) -> bool {
    // As people type it, `val_accuracy` or `R2Score`; a second metric of a name has its number after it.
    let mut key: Vec<u8> = monitor.bytes().filter(|letter| *letter != b'_').collect();
    key.make_ascii_lowercase();
    while key.pop_if(|letter| letter.is_ascii_digit()).is_some() {}
    let by_key = LARGER_IS_BETTER.iter().any(|end| key.ends_with(end.as_bytes()));
    given.unwrap_or(by_key)
}

/// Whether a number is better than the best so far, by more than the least improvement.
pub(super) fn is_better(current: f64, best: f64, min_delta: f64, larger: bool) -> bool {
    if larger { current - min_delta > best } else { current + min_delta < best }
}

#[cfg(all(test, feature = "full"))]
mod tests {
    use super::*;

    #[test]
    fn what_gets_better_by_getting_larger_is_known_by_its_key() {
        let larger = |key: &str| {
            let rule = EarlyStopping { monitor: key.to_string(), ..EarlyStopping::default() };
            Monitor::new(rule, &[key.to_string()]).unwrap().larger
        };
        let growing =
            ["val_accuracy", "AUC", "val_precision_1", "RecallAtPrecision", "sensitivity_at_specificity", "F1Score"];
        assert!(growing.into_iter().all(larger));
        let shrinking = ["loss", "val_mae", "false_negatives", "categorical_hinge", "val_binary_crossentropy"];
        assert!(!shrinking.into_iter().any(larger));
    }
}
