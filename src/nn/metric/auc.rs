//! Area under the ROC or the precision-recall curve.
//! Source: <https://keras.io/api/metrics/classification_metrics/>; interpolation of precision after Davis and Goadrich, 2006.

use super::counted::{CountedMetric, MetricRow, share};
use super::thresholds::{Confusion, NUM_THRESHOLDS, Thresholds};
use crate::Error;
use crate::nn::choice::Choice;
use crate::nn::setting::{Range, Setting};
use glassnet_kernels::{Scalar, sigmoid};

/// Area under a curve, by Riemann sums over thresholds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Auc {
    /// How many thresholds there are, evenly from 0 to 1. Defaults to 200.
    pub num_thresholds: f32,
    /// The curve. Defaults to ROC.
    pub curve: Curve,
    /// How the area between two thresholds is taken. Defaults to interpolation.
    pub summation_method: Summation,
    /// Whether predictions are logits, whose sigmoid is taken. Defaults to false.
    pub from_logits: bool,
    /// Whether each output has a curve of its own, and the mean of the areas is taken. Defaults to false.
    pub multi_label: bool,
    /// How many outputs there are, which Keras can be told with `multi_label`. Defaults to none: those of the model.
    pub num_labels: Option<f32>,
}

/// Curve under which an area is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// Recall over the share of false positives.
    Roc,
    /// Precision over recall.
    Pr,
}

/// How the area between two thresholds is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summation {
    /// By the mean of the heights; of precision, whose curve is not straight between two thresholds, by its integral.
    Interpolation,
    /// By the smaller of the heights.
    Minoring,
    /// By the larger.
    Majoring,
}

impl Choice for Curve {
    const ALL: &'static [(&'static str, Self)] = &[("ROC", Curve::Roc), ("PR", Curve::Pr)];
}

impl Choice for Summation {
    const ALL: &'static [(&'static str, Self)] = &[
        ("interpolation", Summation::Interpolation),
        ("minoring", Summation::Minoring),
        ("majoring", Summation::Majoring),
    ];
}

impl Auc {
    /// Under the ROC curve, with 200 thresholds.
    pub const DEFAULT: Auc = Auc {
        num_thresholds: 200.0,
        curve: Curve::Roc,
        summation_method: Summation::Interpolation,
        from_logits: false,
        multi_label: false,
        num_labels: None,
    };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("num_thresholds", NUM_THRESHOLDS, &mut self.num_thresholds).counting(),
            Setting::choice("curve", &mut self.curve),
            Setting::choice("summation_method", &mut self.summation_method),
            Setting::flag("from_logits", &mut self.from_logits),
            Setting::flag("multi_label", &mut self.multi_label),
            Setting::optional("num_labels", Range::COUNT, &mut self.num_labels).counting(),
        ]
    }

    /// Rejects a count of labels that is not that of the model's outputs, and one without labels.
    pub(super) fn check_labels(&self, outputs: usize) -> Result<(), Error> {
        let Some(labels) = self.num_labels else { return Ok(()) };
        let expected = match self.multi_label {
            false => "none without multiLabel".to_string(),
            true if labels == outputs as f32 => return Ok(()),
            true => format!("{outputs}, the model's outputs"),
        };
        Err(Error::out_of_range("metrics.numLabels", expected, labels))
    }

    fn thresholds(&self) -> Thresholds {
        Thresholds { count: self.num_thresholds as usize, takes_zero: true }
    }

    /// The area between a threshold and the next lower one.
    fn area(&self, higher: Confusion, lower: Confusion) -> f64 {
        if (self.curve, self.summation_method) == (Curve::Pr, Summation::Interpolation) {
            return interpolated_precision(higher, lower);
        }
        let point = |confusion: Confusion| {
            let Confusion { true_positives, false_positives, true_negatives, false_negatives } = confusion;
            let recall = share(true_positives, true_positives + false_negatives);
            match self.curve {
                Curve::Roc => (share(false_positives, false_positives + true_negatives), recall),
                Curve::Pr => (recall, share(true_positives, true_positives + false_positives)),
            }
        };
        let ((x, y), (next_x, next_y)) = (point(higher), point(lower));
        let height = match self.summation_method {
            Summation::Interpolation => (y + next_y) / 2.0,
            Summation::Minoring => y.min(next_y),
            Summation::Majoring => y.max(next_y),
        };
        (next_x - x) * height
    }

    fn area_under_curve(&self, counts: &[f64]) -> f64 {
        let mut confusions = self.thresholds().confusions(counts);
        let mut higher = confusions.next().unwrap_or_default();
        confusions.fold(0.0, |area, lower| area + self.area(std::mem::replace(&mut higher, lower), lower))
    }
}

/// The area under the precision-recall curve between two thresholds: true positives grow in proportion to positives.
fn interpolated_precision(higher: Confusion, lower: Confusion) -> f64 {
    let positives = |confusion: Confusion| confusion.true_positives + confusion.false_positives;
    let (more, fewer) = (positives(lower), positives(higher));
    let gained = lower.true_positives - higher.true_positives;
    let slope = share(gained, (more - fewer).max(0.0));
    let intercept = higher.true_positives - slope * fewer;
    let ratio = if more > 0.0 && fewer > 0.0 { more / fewer } else { 1.0 };
    share(slope * (gained + intercept * Scalar::ln(ratio)), higher.true_positives + higher.false_negatives)
}

impl CountedMetric for Auc {
    fn count(&self, outputs: usize) -> usize {
        self.thresholds().counts() * if self.multi_label { outputs } else { 1 }
    }

    fn add(&self, row: MetricRow, counts: &mut [f64]) {
        let prediction = |p| if self.from_logits { sigmoid(p) } else { p };
        for (label, counts) in counts.chunks_exact_mut(self.thresholds().counts()).enumerate() {
            let label = self.multi_label.then_some(label as f32);
            self.thresholds().add(row, label, prediction, counts);
        }
    }

    fn value(&self, counts: &[f64]) -> f64 {
        let curves = counts.chunks_exact(self.thresholds().counts());
        let count = curves.len() as f64;
        curves.map(|counts| self.area_under_curve(counts)).sum::<f64>() / count
    }
}
