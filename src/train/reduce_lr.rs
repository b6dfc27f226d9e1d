//! Reduce the learning rate once a number no longer gets better.

use super::early_stopping::{check_monitor, is_better};
use crate::Error;
use crate::nn::Sequential;
use crate::number::short;

/// Keras's `ReduceLROnPlateau`: multiplies the learning rate by `factor` once a number has not got better for `patience` epochs.
///
/// Source: <https://keras.io/api/callbacks/reduce_lr_on_plateau/>.
#[derive(Debug, Clone, PartialEq)]
pub struct ReduceLrOnPlateau {
    /// The key that is watched. Defaults to `val_loss`.
    pub monitor: String,
    /// What the learning rate is multiplied by: above 0 and below 1. Defaults to 0.1.
    pub factor: f64,
    /// How many epochs without anything better are waited for. Defaults to 10.
    pub patience: usize,
    /// Whether larger is better. Defaults to what the key says: accuracies and scores, yes.
    pub larger_is_better: Option<bool>,
    /// The least improvement that counts, whatever its sign. Defaults to 1e-4.
    pub min_delta: f64,
    /// For how many epochs after a reduction nothing is counted. Defaults to 0.
    pub cooldown: usize,
    /// The rate below which it does not go: 0 or more. Defaults to 0.
    pub min_lr: f64,
}

impl Default for ReduceLrOnPlateau {
    fn default() -> Self {
        ReduceLrOnPlateau {
            monitor: "val_loss".to_string(),
            factor: 0.1,
            patience: 10,
            larger_is_better: None,
            min_delta: 1e-4,
            cooldown: 0,
            min_lr: 0.0,
        }
    }
}

/// What `ReduceLrOnPlateau` remembers of the epochs so far.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PlateauMemory {
    /// The best number so far; none before the first epoch.
    pub best: Option<f64>,
    /// How many epochs brought nothing better since, or since a reduction.
    pub waited: usize,
    /// For how many epochs more nothing is counted.
    pub cooldown: usize,
}

/// The state of a plateau during a fit.
#[derive(Debug, Clone)]
pub(super) struct Plateau {
    rule: ReduceLrOnPlateau,
    larger: bool,
    pub(super) memory: PlateauMemory,
}

impl Plateau {
    /// Rejects a key that there will not be, and settings out of their range.
    pub(super) fn new(rule: ReduceLrOnPlateau, larger: bool, keys: &[String]) -> Result<Self, Error> {
        check_monitor(&rule.monitor, rule.min_delta, keys)?;
        if !(rule.factor > 0.0 && rule.factor < 1.0) {
            return Err(Error::out_of_range("factor", "above 0 and below 1", short(rule.factor)));
        }
        if !(rule.min_lr >= 0.0 && rule.min_lr.is_finite()) {
            return Err(Error::out_of_range("minLr", "0 or more", short(rule.min_lr)));
        }
        Ok(Plateau { rule, larger, memory: PlateauMemory::default() })
    }

    /// Begins anew.
    pub(super) fn forget(&mut self) {
        self.memory = PlateauMemory::default();
    }

    /// Compares the scores of an epoch with the best so far, and reduces the learning rate when it is time.
    pub(super) fn epoch(&mut self, logs: &[(String, f64)], model: &mut Sequential) {
        let current = logs.iter().find(|(key, _)| *key == self.rule.monitor).map(|(_, value)| *value);
        let Some(current) = current else { return };
        let mut memory = self.memory;
        if memory.cooldown > 0 {
            (memory.cooldown, memory.waited) = (memory.cooldown - 1, 0);
        }
        if memory.best.is_none_or(|best| is_better(current, best, self.rule.min_delta.abs(), self.larger)) {
            (memory.best, memory.waited) = (Some(current), 0);
        } else if memory.cooldown == 0 {
            memory.waited += 1;
            if memory.waited >= self.rule.patience && self.reduce(model) {
                (memory.cooldown, memory.waited) = (self.rule.cooldown, 0);
            }
        }
        self.memory = memory;
    }

    /// Reduces the learning rate; returns whether it was not the least already.
    fn reduce(&self, model: &mut Sequential) -> bool {
        let rate = model.learning_rate();
        // In double precision, as Keras multiplies.
        let reduced = (f64::from(rate) * self.rule.factor).max(self.rule.min_lr);
        rate > self.rule.min_lr as f32 && model.set_learning_rate(reduced as f32).is_ok()
    }
}
