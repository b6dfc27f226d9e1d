//! An accuracy that says nothing about the targets at hand, above all that of a regression.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::nn::{Metric, Sequential};
use serde::Serialize;

/// How far the targets of a row may be from summing to 1, by rounding.
const ROUNDING: f32 = 1e-3;

/// An accuracy of targets that are no classes, or of outputs that are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EmptyAccuracy {
    /// The metric as it was given to `compile`.
    pub metric: String,
    /// The accuracy that it is.
    pub accuracy: &'static str,
    /// The loss beside it.
    pub loss: &'static str,
    /// Why it says nothing.
    pub reason: EmptyReason,
    /// Of which share of the targets or rows.
    pub share: f64,
}

/// The reason why an accuracy says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EmptyReason {
    /// Targets that are neither 0 nor 1.
    Values,
    /// Rows whose targets share no 1 among classes.
    NotOneHot,
    /// Class numbers where one-hot rows are compared.
    ClassNumbers,
    /// A single output, which is always the largest.
    OneOutput,
}

impl HintKind for EmptyAccuracy {
    fn code(&self) -> &'static str {
        "empty_accuracy"
    }

    fn subject(&self) -> Subject {
        Subject::Model
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Option<Place> {
        None
    }

    fn message(&self) -> String {
        let (metric, percent) = (&self.metric, say(100.0 * self.share));
        match self.reason {
            EmptyReason::Values => format!(
                "{metric} counts an output, rounded to 0 or 1, as right where it equals the target, but {percent}% of \
                 the targets are neither: these never count."
            ),
            EmptyReason::NotOneHot => format!(
                "{metric} only compares which output and which target of a row is the largest, but in {percent}% of \
                 the rows the targets are not one class."
            ),
            EmptyReason::ClassNumbers => format!(
                "{metric} looks for the largest target of a row, but each row has one class number: it says nothing."
            ),
            EmptyReason::OneOutput => {
                format!("{metric} looks for the largest output of a row, and there is only one: it says nothing.")
            }
        }
    }

    fn advice(&self) -> String {
        match self.reason {
            EmptyReason::Values => "For a regression watch mae or r2_score; for two classes give targets of 0 and 1.",
            EmptyReason::NotOneHot => {
                "For a regression watch mae or r2_score; where several labels can be right, binary_accuracy."
            }
            EmptyReason::ClassNumbers => "Take accuracy or sparse_categorical_accuracy.",
            EmptyReason::OneOutput => "For two classes take binary_accuracy, for a regression mae or r2_score.",
        }
        .into()
    }

    fn examples() -> Vec<Self> {
        let example = |metric: &str, accuracy, reason| {
            let loss = "mean_squared_error";
            EmptyAccuracy { metric: metric.into(), accuracy, loss, reason, share: 0.95 }
        };
        vec![
            example("accuracy", "binary_accuracy", EmptyReason::Values),
            example("accuracy", "categorical_accuracy", EmptyReason::NotOneHot),
            example("categorical_accuracy", "categorical_accuracy", EmptyReason::ClassNumbers),
            example("categorical_accuracy", "categorical_accuracy", EmptyReason::OneOutput),
        ]
    }
}

/// Metrics that count what cannot be right or wrong.
pub(in crate::diagnostics) fn find(model: &Sequential, targets: &[f32]) -> Vec<EmptyAccuracy> {
    let (outputs, loss) = (model.output_count(), model.loss_function());
    let mut found: Vec<EmptyAccuracy> = Vec::new();
    for metric in model.metrics() {
        let accuracy = metric.metric.resolved(loss, outputs);
        let Some((reason, share)) = says_nothing(accuracy, outputs, model.target_count(), targets) else {
            continue;
        };
        let (metric, accuracy) = (metric.key.clone(), accuracy.name());
        let empty = EmptyAccuracy { metric, accuracy, loss: loss.name(), reason, share };
        if !found.contains(&empty) {
            found.push(empty);
        }
    }
    found
}

/// The reason why an accuracy says nothing, and of which share of the targets.
fn says_nothing(accuracy: Metric, outputs: usize, width: usize, targets: &[f32]) -> Option<(EmptyReason, f64)> {
    let by_largest = matches!(accuracy, Metric::CategoricalAccuracy | Metric::SparseCategoricalAccuracy);
    if by_largest && outputs == 1 {
        return Some((EmptyReason::OneOutput, 1.0));
    }
    let (reason, share) = if accuracy == Metric::BinaryAccuracy {
        (EmptyReason::Values, share(targets.iter().map(|&target| target != 0.0 && target != 1.0)))
    } else if accuracy == Metric::CategoricalAccuracy && width == 1 {
        (EmptyReason::ClassNumbers, 1.0)
    } else if accuracy == Metric::CategoricalAccuracy {
        (EmptyReason::NotOneHot, share(targets.chunks_exact(width).map(|row| !shares_one(row))))
    } else {
        return None;
    };
    (share > 0.0).then_some((reason, share))
}

/// Whether the targets of a row are shares of classes, one-hot or soft.
fn shares_one(row: &[f32]) -> bool {
    let sum: f32 = row.iter().sum();
    row.iter().all(|target| (0.0..=1.0).contains(target)) && (sum - 1.0).abs() <= ROUNDING
}

fn share(found: impl ExactSizeIterator<Item = bool>) -> f64 {
    let count = found.len();
    found.filter(|found| *found).count() as f64 / count as f64
}
