//! Metrics: numbers that are reported beside the loss.

use super::Loss;
use super::names::{Entry, Named, find};
use crate::Error;
use std::str::FromStr;

/// Metric: a number that tells how good predictions are; training does not use it.
///
/// Source: <https://keras.io/api/metrics/>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Metric {
    /// The share of right predictions: binary for one output, by class number or by one-hot class otherwise.
    Accuracy,
    /// The share of outputs that, taken for 1 above 1/2 and for 0 else, equal the target as it is: one that is neither
    /// 0 nor 1 never counts.
    BinaryAccuracy,
    /// The share of rows whose largest output is that of the one-hot target; always 1 for a single output.
    CategoricalAccuracy,
    /// `mean |p - t|`
    MeanAbsoluteError,
    /// `mean (p - t)²`
    MeanSquaredError,
    /// `1 - Σ (t - p)² / Σ (t - mean t)²`, the mean over the outputs
    R2Score,
    /// `√(mean (p - t)²)`
    RootMeanSquaredError,
    /// The share of rows whose largest output is that of the class.
    SparseCategoricalAccuracy,
}

/// A metric and the name under which history has it: the one it was asked for by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedMetric {
    /// As Keras writes it, such as `mae`.
    pub key: String,
    /// What it is.
    pub metric: Metric,
}

impl Metric {
    /// All of them, in the order of their names.
    pub const ALL: [Metric; 8] = {
        use Metric::*;
        [
            Accuracy,
            BinaryAccuracy,
            CategoricalAccuracy,
            MeanAbsoluteError,
            MeanSquaredError,
            R2Score,
            RootMeanSquaredError,
            SparseCategoricalAccuracy,
        ]
    };

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The task that it is offered for; none for what another metric or the loss stands for.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn task(self) -> Option<&'static str> {
        match self {
            Metric::Accuracy => Some("classification"),
            Metric::MeanAbsoluteError | Metric::R2Score | Metric::RootMeanSquaredError => Some("regression"),
            Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::MeanSquaredError
            | Metric::SparseCategoricalAccuracy => None,
        }
    }

    /// Which accuracy is meant, for a loss and a count of outputs.
    pub(crate) fn resolved(self, loss: Loss, outputs: usize) -> Metric {
        match self {
            Metric::Accuracy if outputs == 1 => Metric::BinaryAccuracy,
            Metric::Accuracy if loss.target_width(outputs) == 1 => Metric::SparseCategoricalAccuracy,
            Metric::Accuracy => Metric::CategoricalAccuracy,
            Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::MeanAbsoluteError
            | Metric::MeanSquaredError
            | Metric::R2Score
            | Metric::RootMeanSquaredError
            | Metric::SparseCategoricalAccuracy => self,
        }
    }

    /// Rejects a metric of class numbers where the loss takes a target for each output: Keras cannot compare them.
    pub(super) fn check(self, loss: Loss, outputs: usize) -> Result<(), Error> {
        if self == Metric::SparseCategoricalAccuracy && loss.target_width(outputs) > 1 {
            let loss = loss.name();
            let expected = format_args!("accuracy or categorical_accuracy, as {loss} takes a target an output");
            return Err(Error::shape("metrics", expected, self.name()));
        }
        Ok(())
    }
}

/// State of a metric: what it has summed up over the rows of an epoch.
#[derive(Debug, Clone)]
pub(crate) struct MetricState {
    metric: Metric,
    sum: f64,
    count: f64,
    /// For R²: the sums of `t`, `t²` and `(t - p)²` of each output, one output after the other.
    outputs: Vec<f64>,
}

impl MetricState {
    pub(crate) fn new(metric: Metric, loss: Loss, outputs: usize) -> Self {
        let metric = metric.resolved(loss, outputs);
        let of_outputs = if metric == Metric::R2Score { outputs } else { 0 };
        MetricState { metric, sum: 0.0, count: 0.0, outputs: vec![0.0; 3 * of_outputs] }
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
        };
    }

    /// The metric of the rows so far.
    pub(crate) fn value(&self) -> f64 {
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

impl Named for Metric {
    const KIND: &'static str = "metric";
    const IS_SAME: fn(&Entry, &str) -> bool = Entry::is_name_or_class;
    const KNOWN: &'static [Self] = &Metric::ALL;

    fn entry(&self) -> Entry {
        match self {
            Metric::Accuracy => Entry::new("accuracy", "right predictions / predictions").aliases(&["acc"]),
            Metric::BinaryAccuracy => Entry::new("binary_accuracy", "mean((p > 0.5) = t)"),
            Metric::CategoricalAccuracy => Entry::new("categorical_accuracy", "mean(argmax(p) = argmax(t))"),
            Metric::MeanAbsoluteError => Entry::new("mean_absolute_error", "mean(|p - t|)").aliases(&["mae", "MAE"]),
            Metric::MeanSquaredError => Entry::new("mean_squared_error", "mean((p - t)^2)").aliases(&["mse", "MSE"]),
            Metric::R2Score => Entry::new("r2_score", "1 - sum((t - p)^2) / sum((t - mean(t))^2)").aliases(&["r2"]),
            Metric::RootMeanSquaredError => {
                Entry::new("root_mean_squared_error", "sqrt(mean((p - t)^2))").aliases(&["rmse"])
            }
            Metric::SparseCategoricalAccuracy => Entry::new("sparse_categorical_accuracy", "mean(argmax(p) = t)"),
        }
    }
}

impl FromStr for NamedMetric {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        // Keras reads these two in any case, and no other.
        let is_accuracy = ["accuracy", "acc"].iter().any(|accuracy| accuracy.eq_ignore_ascii_case(name));
        let metric = if is_accuracy { Metric::Accuracy } else { find(name)? };
        // The history of Keras has what was typed; these two short names Keras does not know.
        let key = if matches!(name, "r2" | "rmse") { metric.name() } else { name };
        Ok(NamedMetric { key: key.to_string(), metric })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::SparseCategoricalCrossentropy;

    fn value(metric: Metric, rows: &[(&[f32], &[f32])]) -> f64 {
        let mut state = MetricState::new(metric, Loss::MeanSquaredError, rows[0].0.len());
        rows.iter().for_each(|(predictions, targets)| state.add(predictions, targets));
        state.value()
    }

    #[test]
    fn accuracy_counts_what_is_right() {
        let rows: [(&[f32], &[f32]); 3] =
            [(&[0.1, 0.9], &[0.0, 1.0]), (&[0.6, 0.4], &[0.0, 1.0]), (&[0.7, 0.3], &[1.0, 0.0])];
        assert!((value(Metric::Accuracy, &rows) - 2.0 / 3.0).abs() < 1e-12);
        let single: [(&[f32], &[f32]); 2] = [(&[0.5], &[1.0]), (&[0.51], &[1.0])];
        assert_eq!(value(Metric::Accuracy, &single), 0.5, "one half is not above the threshold");
    }

    #[test]
    fn a_target_that_is_neither_0_nor_1_is_never_right() {
        for target in [2.0, -1.0, 0.5, 0.9, 32.0] {
            for prediction in [-3.0, 0.2, target, 40.0] {
                assert_eq!(value(Metric::Accuracy, &[(&[prediction], &[target])]), 0.0, "{prediction} {target}");
            }
        }
        let halves: [(&[f32], &[f32]); 1] = [(&[0.9, 0.1, 7.0, -7.0], &[1.0, 0.0, 2.0, -1.0])];
        assert_eq!(value(Metric::BinaryAccuracy, &halves), 0.5);
    }

    #[test]
    fn class_numbers_are_rejected_where_targets_are_one_hot() {
        let metric = Metric::SparseCategoricalAccuracy;
        let error = metric.check(Loss::MeanSquaredError, 3).unwrap_err().to_string();
        assert!(
            error.starts_with("metrics: expected accuracy or categorical_accuracy, as mean_squared_error"),
            "{error}"
        );
        assert_eq!(
            metric.check(Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT), 3),
            Ok(())
        );
        assert_eq!(metric.check(Loss::MeanSquaredError, 1), Ok(()));
    }

    #[test]
    fn r2_is_1_for_the_targets_themselves_and_0_for_their_mean() {
        let own: [(&[f32], &[f32]); 2] = [(&[1.0], &[1.0]), (&[3.0], &[3.0])];
        let mean: [(&[f32], &[f32]); 2] = [(&[2.0], &[1.0]), (&[2.0], &[3.0])];
        assert_eq!([value(Metric::R2Score, &own), value(Metric::R2Score, &mean)], [1.0, 0.0]);
    }
}
