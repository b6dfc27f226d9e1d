//! Keras's `History`: loss and metrics, epoch by epoch.

use crate::concatenate::concatenate;
use crate::nn::Scores;
use serde::Serialize;

/// A loss or metric over the epochs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// As Keras names it: `loss`, `mae`, `val_loss`.
    pub key: String,
    /// One number an epoch.
    pub values: Vec<f64>,
}

/// Keras's `History`: what every epoch ended with.
///
/// The training loss of an epoch is the mean over its batches, weighted by their rows, each measured before its
/// update; `val_` numbers are of the weights after the epoch.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct History {
    /// The numbers of the epochs, from 0.
    pub epoch: Vec<usize>,
    /// The loss, then the metrics in their order, then those of the validation rows.
    pub series: Vec<Series>,
}

impl History {
    /// The values of a key, such as `val_loss`.
    pub fn get(&self, key: &str) -> Option<&[f64]> {
        self.series.iter().find(|series| series.key == key).map(|series| series.values.as_slice())
    }

    /// The scores of the last epoch.
    pub fn last(&self) -> Scores {
        let mut last = Scores::new();
        for Series { key, values } in &self.series {
            if let Some(value) = values.last() {
                last.push((key.clone(), *value));
            }
        }
        last
    }

    pub(super) fn push(&mut self, epoch: usize, logs: &[(String, f64)]) {
        self.epoch.push(epoch);
        for (key, value) in logs {
            match self.series.iter_mut().find(|series| series.key == *key) {
                Some(series) => series.values.push(*value),
                None => self.series.push(Series { key: key.clone(), values: vec![*value] }),
            }
        }
    }
}

/// The key of a loss or metric of the validation rows.
pub(super) fn validation_key(key: &str) -> String {
    concatenate!["val_", key]
}

/// The keys of an epoch's scores: those of training and, where it validates, the same with `val_`.
pub(super) fn epoch_keys(trained: &[String], validates: bool) -> Vec<String> {
    let mut keys = Vec::new();
    for key in trained {
        keys.push(key.clone());
    }
    for key in trained.iter().filter(|_| validates) {
        keys.push(validation_key(key));
    }
    keys
}
