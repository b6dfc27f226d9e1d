//! Accuracies that say nothing of the targets at hand.

use super::finding::Finding;
use super::lint::{Lint, Severity};
use crate::nn::{Metric, Sequential};

/// How far the targets of a row may be from summing to 1, by rounding.
const ROUNDING: f32 = 1e-3;

/// Metrics that count what cannot be right or wrong: a regression's accuracy above all.
pub(super) fn lint_metrics(model: &Sequential, targets: &[f32]) -> Vec<Lint> {
    let (outputs, loss) = (model.output_count(), model.loss_function());
    let mut lints: Vec<Lint> = Vec::new();
    for metric in model.metrics() {
        let accuracy = metric.metric.resolved(loss, outputs);
        let Some((reason, share)) = says_nothing(accuracy, outputs, model.target_count(), targets) else {
            continue;
        };
        let (metric, accuracy) = (metric.key.clone(), accuracy.name());
        let finding = Finding::EmptyAccuracy { metric, accuracy, loss: loss.name(), reason, share };
        if lints.iter().all(|lint| lint.finding != finding) {
            lints.push(Lint::new(Severity::Warning, finding));
        }
    }
    lints
}

/// Why an accuracy says nothing, and of which share of the targets.
fn says_nothing(accuracy: Metric, outputs: usize, width: usize, targets: &[f32]) -> Option<(&'static str, f64)> {
    match accuracy {
        Metric::BinaryAccuracy => {
            let share = share(targets.iter().map(|&target| target != 0.0 && target != 1.0));
            (share > 0.0).then_some(("values", share))
        }
        Metric::CategoricalAccuracy | Metric::SparseCategoricalAccuracy if outputs == 1 => Some(("one_output", 1.0)),
        Metric::CategoricalAccuracy if width == 1 => Some(("class_numbers", 1.0)),
        Metric::CategoricalAccuracy => {
            let share = share(targets.chunks_exact(width).map(|row| !shares_one(row)));
            (share > 0.0).then_some(("not_one_hot", share))
        }
        _ => None,
    }
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
