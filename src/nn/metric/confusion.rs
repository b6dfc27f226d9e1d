//! Counts of right and wrong predictions of yes and no, precision and recall.
//! Source: <https://keras.io/api/metrics/classification_metrics/>.

use super::counted::{CountedMetric, MetricRow, count_if, share};
use crate::nn::setting::{Range, Setting};

/// The four counts: which predictions are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    TruePositives,
    FalsePositives,
    TrueNegatives,
    FalseNegatives,
}

/// Predictions above a threshold, of all outputs together, that are right or wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConfusionCount {
    /// Above which prediction an output says yes; one threshold. Defaults to 0.5.
    pub thresholds: f32,
}

impl ConfusionCount {
    /// Above 0.5.
    pub const DEFAULT: ConfusionCount = ConfusionCount { thresholds: 0.5 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("thresholds", Range::Share, &mut self.thresholds)]
    }

    pub(super) fn of(self, outcome: Outcome) -> impl CountedMetric {
        Count { outcome, threshold: self.thresholds }
    }
}

struct Count {
    outcome: Outcome,
    threshold: f32,
}

impl CountedMetric for Count {
    fn count(&self, _outputs: usize) -> usize {
        1
    }

    fn add(&self, row: MetricRow, counts: &mut [f64]) {
        for (prediction, target) in row.outputs(None) {
            let outcome = match (target != 0.0, prediction > self.threshold) {
                (true, true) => Outcome::TruePositives,
                (true, false) => Outcome::FalseNegatives,
                (false, true) => Outcome::FalsePositives,
                (false, false) => Outcome::TrueNegatives,
            };
            counts[0] += count_if(outcome == self.outcome);
        }
    }

    fn value(&self, counts: &[f64]) -> f64 {
        counts[0]
    }
}

/// Precision, the share of right ones among outputs that say yes, or recall, the share of targets of 1 that are found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PrecisionOrRecall {
    /// Above which prediction an output says yes; one threshold. Defaults to 0.5, with `top_k` to none.
    pub thresholds: Option<f32>,
    /// How many outputs of a row, the largest, can say yes. Defaults to all.
    pub top_k: Option<f32>,
    /// The one output that counts, from 0. Defaults to all.
    pub class_id: Option<f32>,
}

impl PrecisionOrRecall {
    /// Of all outputs, above 0.5.
    pub const DEFAULT: PrecisionOrRecall = PrecisionOrRecall { thresholds: None, top_k: None, class_id: None };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::optional("thresholds", Range::Share, &mut self.thresholds),
            Setting::optional("top_k", Range::COUNT, &mut self.top_k).counting(),
            Setting::optional("class_id", Range::INDEX, &mut self.class_id).counting(),
        ]
    }

    pub(super) fn precision(self) -> impl CountedMetric {
        Ratio { of: self, is_precision: true }
    }

    pub(super) fn recall(self) -> impl CountedMetric {
        Ratio { of: self, is_precision: false }
    }

    /// Whether an output of a row says yes.
    fn is_yes(self, predictions: &[f32], output: usize) -> bool {
        let prediction = predictions[output];
        // Keras gives the others this prediction.
        let lowest = -1e10;
        let default = if self.top_k.is_some() { lowest } else { 0.5 };
        let is_larger = |at: usize| predictions[at] > prediction || predictions[at] == prediction && at < output;
        let is_among = |k: f32| (0..predictions.len()).filter(|&at| is_larger(at)).count() < k as usize;
        self.top_k.is_none_or(is_among) && prediction > self.thresholds.unwrap_or(default)
    }
}

/// Counts: yes and right; yes and wrong, or for recall no and wrong.
struct Ratio {
    of: PrecisionOrRecall,
    is_precision: bool,
}

impl CountedMetric for Ratio {
    fn count(&self, _outputs: usize) -> usize {
        2
    }

    fn add(&self, row: MetricRow, counts: &mut [f64]) {
        let outputs = match self.of.class_id {
            Some(class) => class as usize..class as usize + 1,
            None => 0..row.predictions.len(),
        };
        for output in outputs {
            let (target, is_yes) = (row.targets[output] != 0.0, self.of.is_yes(row.predictions, output));
            counts[0] += count_if(target && is_yes);
            counts[1] += count_if(if self.is_precision { !target && is_yes } else { target && !is_yes });
        }
    }

    fn value(&self, counts: &[f64]) -> f64 {
        share(counts[0], counts[0] + counts[1])
    }
}
