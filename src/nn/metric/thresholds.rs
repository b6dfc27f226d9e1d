//! Counts of right and wrong at many thresholds, evenly from 0 to 1.

use super::counted::MetricRow;
use crate::nn::setting::Range;

/// How many thresholds there may be.
pub(super) const NUM_THRESHOLDS: Range = Range::Integer { least: 2, most: 10_000, words: "an integer from 2 to 10000" };

/// Thresholds, and what is counted at them: predictions with a target of 1 and with one of 0 by the last threshold that
/// they are above, and how many targets there are of either.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thresholds {
    pub(super) count: usize,
    /// Whether every prediction is above the first threshold, 0 itself too.
    pub(super) takes_zero: bool,
}

/// True and false positives and negatives at a threshold.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Confusion {
    pub(super) true_positives: f64,
    pub(super) false_positives: f64,
    pub(super) true_negatives: f64,
    pub(super) false_negatives: f64,
}

impl Thresholds {
    /// How many counts are kept.
    pub(super) fn counts(self) -> usize {
        2 * self.count + 2
    }

    /// Updates the counts by the outputs of a row, or by one alone, each as `prediction` makes it.
    pub(super) fn add(self, row: MetricRow, class: Option<f32>, prediction: impl Fn(f32) -> f32, counts: &mut [f64]) {
        let (buckets, totals) = counts.split_at_mut(2 * self.count);
        for (output, target) in row.outputs(class) {
            let side = usize::from(target == 0.0);
            totals[side] += 1.0;
            if let Some(bucket) = self.bucket(prediction(output)) {
                buckets[side * self.count + bucket] += 1.0;
            }
        }
    }

    /// The last threshold that a prediction is above, in single precision as in Keras.
    fn bucket(self, prediction: f32) -> Option<usize> {
        if prediction.is_nan() {
            return None;
        }
        let steps = (prediction.clamp(0.0, 1.0) * (self.count as f32 - 1.0)).ceil() as usize;
        if steps == 0 { self.takes_zero.then_some(0) } else { Some(steps - 1) }
    }

    /// What is right and wrong at each threshold, the highest first.
    pub(super) fn confusions(self, counts: &[f64]) -> impl Iterator<Item = Confusion> {
        let (positives, negatives) = (counts[2 * self.count], counts[2 * self.count + 1]);
        let (mut true_positives, mut false_positives) = (0.0, 0.0);
        (0..self.count).rev().map(move |at| {
            true_positives += counts[at];
            false_positives += counts[self.count + at];
            Confusion {
                true_positives,
                false_positives,
                true_negatives: negatives - false_positives,
                false_negatives: positives - true_positives,
            }
        })
    }
}
