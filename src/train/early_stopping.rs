//! Stop once a number no longer gets better.

use crate::Error;
use crate::number::short;

/// Keras's `EarlyStopping`.
///
/// Source: <https://keras.io/api/callbacks/early_stopping/>.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlyStopping {
    /// The key that is watched. Defaults to `val_loss`.
    pub monitor: String,
    /// What counts as better must be better by more than this. Defaults to 0.
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

/// An early stopping on its way through the epochs.
#[derive(Debug, Clone)]
pub(super) struct Watch {
    rule: EarlyStopping,
    larger: bool,
    best: Option<f64>,
    waited: usize,
    best_epoch: usize,
    best_weights: Option<Vec<f32>>,
}

impl Watch {
    /// Refuses a key that there will not be.
    pub(super) fn new(rule: EarlyStopping, keys: &[String]) -> Result<Self, Error> {
        if !keys.contains(&rule.monitor) {
            let known: Vec<&str> = keys.iter().map(String::as_str).collect();
            return Err(crate::nn::unknown_name("monitor", &known, &rule.monitor));
        }
        if !(rule.min_delta >= 0.0 && rule.min_delta.is_finite()) {
            return Err(Error::out_of_range("minDelta", "0 or more", short(rule.min_delta)));
        }
        let by_key =
            rule.monitor.ends_with("accuracy") || rule.monitor.ends_with("acc") || rule.monitor.ends_with("r2_score");
        let larger = rule.larger_is_better.unwrap_or(by_key);
        Ok(Watch { rule, larger, best: None, waited: 0, best_epoch: 0, best_weights: None })
    }

    /// Begins anew.
    pub(super) fn forget(&mut self) {
        (self.best, self.waited, self.best_epoch, self.best_weights) = (None, 0, 0, None);
    }

    /// Looks at what an epoch ended with; returns whether to stop.
    pub(super) fn epoch(&mut self, epoch: usize, logs: &[(String, f64)], weights: &[f32]) -> bool {
        let current = logs.iter().find(|(key, _)| *key == self.rule.monitor).map(|(_, value)| *value);
        let Some(current) = current.filter(|_| epoch >= self.rule.start_from_epoch) else {
            return false;
        };
        if self.best_weights.is_none() {
            self.keep(epoch, weights);
        }
        self.waited += 1;
        if self.is_better(current) {
            self.best = Some(current);
            self.keep(epoch, weights);
            self.waited = 0;
            return false;
        }
        self.waited >= self.rule.patience && epoch > 0
    }

    /// The weights to end with, if those of the best epoch are wanted.
    pub(super) fn weights_at_end(&self) -> Option<&[f32]> {
        self.best_weights.as_deref().filter(|_| self.rule.restore_best_weights)
    }

    /// The best epoch so far, from 0.
    pub(super) fn best_epoch(&self) -> usize {
        self.best_epoch
    }

    fn keep(&mut self, epoch: usize, weights: &[f32]) {
        self.best_epoch = epoch;
        match &mut self.best_weights {
            Some(kept) => kept.copy_from_slice(weights),
            None => self.best_weights = Some(weights.to_vec()),
        }
    }

    fn is_better(&self, current: f64) -> bool {
        match self.best {
            None => true,
            Some(best) if self.larger => current - self.rule.min_delta > best,
            Some(best) => current + self.rule.min_delta < best,
        }
    }
}
