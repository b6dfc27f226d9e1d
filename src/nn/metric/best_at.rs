//! The best of one rate where another is at least so high, over all thresholds.
//! Source: <https://keras.io/api/metrics/classification_metrics/>.

use super::counted::{CountedMetric, MetricRow, share};
use super::thresholds::{Confusion, NUM_THRESHOLDS, Thresholds};
use crate::nn::setting::{Range, Setting};

/// The best of a rate where another is at least `at_least`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestAt {
    /// What the other rate is at least.
    pub at_least: f32,
    /// How many thresholds there are, evenly from 0 to 1. Defaults to 200.
    pub num_thresholds: f32,
    /// The one output that counts, from 0. Defaults to all.
    pub class_id: Option<f32>,
}

/// A rate of right predictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rate {
    /// The share of right ones among outputs that say yes.
    Precision,
    /// The share of targets of 1 that are found: recall, also called sensitivity.
    Recall,
    /// The share of targets of 0 that are found.
    Specificity,
}

impl Rate {
    fn of(self, confusion: Confusion) -> f64 {
        let Confusion { true_positives, false_positives, true_negatives, false_negatives } = confusion;
        match self {
            Rate::Precision => share(true_positives, true_positives + false_positives),
            Rate::Recall => share(true_positives, true_positives + false_negatives),
            Rate::Specificity => share(true_negatives, true_negatives + false_positives),
        }
    }
}

impl BestAt {
    /// With 200 thresholds; the other rate has to be given.
    pub const DEFAULT: BestAt = BestAt { at_least: f32::NAN, num_thresholds: 200.0, class_id: None };

    pub(super) fn settings(&mut self, at_least: &'static str) -> Vec<Setting<'_>> {
        vec![
            Setting::single(at_least, Range::Share, &mut self.at_least).required(),
            Setting::single("num_thresholds", NUM_THRESHOLDS, &mut self.num_thresholds).counting(),
            Setting::optional("class_id", Range::INDEX, &mut self.class_id).counting(),
        ]
    }

    pub(super) fn best(self, best: Rate, at: Rate) -> impl CountedMetric {
        Best { of: self, best, at }
    }

    fn thresholds(self) -> Thresholds {
        Thresholds { count: self.num_thresholds as usize, takes_zero: false }
    }
}

struct Best {
    of: BestAt,
    best: Rate,
    at: Rate,
}

impl CountedMetric for Best {
    fn count(&self, _outputs: usize) -> usize {
        self.of.thresholds().counts()
    }

    fn add(&self, row: MetricRow, counts: &mut [f64]) {
        self.of.thresholds().add(row, self.of.class_id, |prediction| prediction, counts);
    }

    fn value(&self, counts: &[f64]) -> f64 {
        let confusions = self.of.thresholds().confusions(counts);
        // Keras compares in single precision.
        let is_enough = |confusion: &Confusion| self.at.of(*confusion) as f32 >= self.of.at_least;
        confusions.filter(is_enough).fold(0.0, |best, confusion| self.best.of(confusion).max(best))
    }
}
