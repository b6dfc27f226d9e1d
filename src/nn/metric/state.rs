//! State of a metric: what it has summed up over the rows of an epoch.

use super::Metric;
#[cfg(feature = "full")]
use super::counted::MetricRow;
use crate::nn::Loss;
#[cfg(feature = "full")]
use crate::nn::loss::cosine;

/// State of a metric: what it has summed up over the rows of an epoch.
#[derive(Debug, Clone)]
pub(crate) struct MetricState {
    metric: Metric,
    sum: f64,
    count: f64,
    /// For R²: the sums of `t`, `t²` and `(t - p)²` of each output, one output after the other; for metrics that count,
    /// the counts.
    outputs: Vec<f64>,
}

impl MetricState {
    pub(crate) fn new(metric: Metric, loss: Loss, outputs: usize) -> Self {
        let metric = metric.resolved(loss, outputs);
        let count = if metric == Metric::R2Score { 3 * outputs } else { 0 };
        #[cfg(feature = "full")]
        let count = metric.counted(|counted| counted.count(outputs)).unwrap_or(count);
        MetricState { metric, sum: 0.0, count: 0.0, outputs: vec![0.0; count] }
    }

    pub(crate) fn clear(&mut self) {
        self.sum = 0.0;
        self.count = 0.0;
        self.outputs.fill(0.0);
    }

    /// The state as numbers.
    pub(crate) fn numbers(&self) -> Vec<f64> {
        [&[self.sum, self.count], self.outputs.as_slice()].concat()
    }

    /// Restores the state from such numbers; returns whether their count is right.
    pub(crate) fn restore(&mut self, numbers: &[f64]) -> bool {
        let [sum, count, outputs @ ..] = numbers else {
            return false;
        };
        if outputs.len() != self.outputs.len() {
            return false;
        }
        (self.sum, self.count) = (*sum, *count);
        self.outputs.copy_from_slice(outputs);
        true
    }

    /// Updates the state by a row: predictions `[outputs]`, targets `[outputs]` or the class, which is then that of each output.
    pub(crate) fn add(&mut self, predictions: &[f32], targets: &[f32]) {
        #[cfg(feature = "full")]
        if self.add_further(predictions, targets) {
            return;
        }
        self.count += 1.0;
        self.sum += match self.metric {
            Metric::CategoricalAccuracy => count_if(largest(predictions) == largest(targets)),
            Metric::SparseCategoricalAccuracy => count_if(largest(predictions) as f32 == targets[0]),
            Metric::Accuracy | Metric::BinaryAccuracy => {
                mean(predictions, targets, |p, t| count_if(f32::from(u8::from(p > 0.5)) == t))
            }
            Metric::MeanAbsoluteError => mean(predictions, targets, |p, t| f64::from((p - t).abs())),
            Metric::MeanSquaredError | Metric::RootMeanSquaredError => {
                mean(predictions, targets, |p, t| f64::from((p - t) * (p - t)))
            }
            Metric::R2Score => {
                let outputs = predictions.iter().zip(targets.iter().cycle());
                for ((p, t), sums) in outputs.zip(self.outputs.chunks_exact_mut(3)) {
                    let (p, t) = (f64::from(*p), f64::from(*t));
                    sums[0] += t;
                    sums[1] += t * t;
                    sums[2] += (t - p) * (t - p);
                }
                0.0
            }
            #[cfg(feature = "full")]
            Metric::CosineSimilarity => f64::from(cosine(predictions, targets)),
            #[cfg(feature = "full")]
            Metric::TopKCategoricalAccuracy(top_k) => count_if(top_k.has(predictions, largest(targets))),
            #[cfg(feature = "full")]
            Metric::SparseTopKCategoricalAccuracy(top_k) => count_if(top_k.has(predictions, targets[0] as usize)),
            // These are the mean of a loss, and those that count.
            #[cfg(feature = "full")]
            Metric::Loss(_)
            | Metric::Auc(_)
            | Metric::FBetaScore(_)
            | Metric::F1Score(_)
            | Metric::FalseNegatives(_)
            | Metric::FalsePositives(_)
            | Metric::Precision(_)
            | Metric::PrecisionAtRecall(_)
            | Metric::Recall(_)
            | Metric::RecallAtPrecision(_)
            | Metric::SensitivityAtSpecificity(_)
            | Metric::SpecificityAtSensitivity(_)
            | Metric::TrueNegatives(_)
            | Metric::TruePositives(_) => 0.0,
        };
    }

    /// The metric of the rows so far.
    pub(crate) fn value(&self) -> f64 {
        #[cfg(feature = "full")]
        if let Some(value) = self.metric.counted(|counted| counted.value(&self.outputs)) {
            return value;
        }
        match self.metric {
            Metric::RootMeanSquaredError => (self.sum / self.count).sqrt(),
            Metric::R2Score => {
                let mut sum = 0.0;
                for sums in self.outputs.chunks_exact(3) {
                    let spread = sums[1] - sums[0] * sums[0] / self.count;
                    let score = 1.0 - sums[2] / spread;
                    // Keras counts an infinite score, for want of spread, as 0; without an error either it is NaN.
                    sum += if score.is_infinite() { 0.0 } else { score };
                }
                sum / (self.outputs.len() / 3) as f64
            }
            Metric::Accuracy
            | Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::MeanAbsoluteError
            | Metric::MeanSquaredError
            | Metric::SparseCategoricalAccuracy => self.sum / self.count,
            #[cfg(feature = "full")]
            Metric::Auc(_)
            | Metric::FBetaScore(_)
            | Metric::F1Score(_)
            | Metric::FalseNegatives(_)
            | Metric::FalsePositives(_)
            | Metric::Precision(_)
            | Metric::PrecisionAtRecall(_)
            | Metric::Recall(_)
            | Metric::RecallAtPrecision(_)
            | Metric::SensitivityAtSpecificity(_)
            | Metric::SpecificityAtSensitivity(_)
            | Metric::TrueNegatives(_)
            | Metric::TruePositives(_)
            | Metric::CosineSimilarity
            | Metric::Loss(_)
            | Metric::SparseTopKCategoricalAccuracy(_)
            | Metric::TopKCategoricalAccuracy(_) => self.sum / self.count,
        }
    }
}

#[cfg(feature = "full")]
impl MetricState {
    /// Updates the state by a row, for a metric that counts; returns whether the row is done with.
    fn add_further(&mut self, predictions: &[f32], targets: &[f32]) -> bool {
        let row = MetricRow { predictions, targets };
        let is_counted = self.metric.counted(|counted| counted.add(row, &mut self.outputs)).is_some();
        // The mean of a loss needs more of a batch than its rows.
        is_counted || self.loss().is_some()
    }

    /// The loss that the metric is the mean of.
    pub(crate) fn loss(&self) -> Option<Loss> {
        self.metric.loss()
    }

    /// Updates the mean of a loss by that of some rows.
    pub(crate) fn add_losses(&mut self, losses: impl Iterator<Item = f32>) {
        for loss in losses {
            self.count += 1.0;
            self.sum += f64::from(loss);
        }
    }
}

/// The mean over the outputs of a row; a class number is the target of each.
fn mean(predictions: &[f32], targets: &[f32], of_output: impl Fn(f32, f32) -> f64) -> f64 {
    let outputs = predictions.iter().zip(targets.iter().cycle());
    outputs.fold(0.0, |sum, (&p, &t)| sum + of_output(p, t)) / predictions.len() as f64
}

/// 1 for true, 0 for false.
fn count_if(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

/// Where the largest number stands; the first of them.
fn largest(numbers: &[f32]) -> usize {
    (0..numbers.len()).fold(0, |most, at| if numbers[at] > numbers[most] { at } else { most })
}
