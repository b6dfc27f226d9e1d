//! What is watched beside the loss.

use super::Loss;
use super::names::{Named, find, is_name_or_class};
use crate::Error;
use std::str::FromStr;

/// A number that tells how good predictions are; training does not use it.
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
        match self {
            Metric::Accuracy => "accuracy",
            Metric::BinaryAccuracy => "binary_accuracy",
            Metric::CategoricalAccuracy => "categorical_accuracy",
            Metric::MeanAbsoluteError => "mean_absolute_error",
            Metric::MeanSquaredError => "mean_squared_error",
            Metric::R2Score => "r2_score",
            Metric::RootMeanSquaredError => "root_mean_squared_error",
            Metric::SparseCategoricalAccuracy => "sparse_categorical_accuracy",
        }
    }

    /// Which accuracy is meant, for a loss and a count of outputs.
    pub(crate) fn resolved(self, loss: Loss, outputs: usize) -> Metric {
        match (self, loss) {
            (Metric::Accuracy, _) if outputs == 1 => Metric::BinaryAccuracy,
            (Metric::Accuracy, Loss::SparseCategoricalCrossentropy { .. }) => Metric::SparseCategoricalAccuracy,
            (Metric::Accuracy, _) => Metric::CategoricalAccuracy,
            _ => self,
        }
    }

    /// Rejects a metric of class numbers where the loss takes a target for each output: Keras cannot compare them.
    pub(super) fn check(self, loss: Loss, outputs: usize) -> Result<(), Error> {
        if self == Metric::SparseCategoricalAccuracy && loss.target_width(outputs) > 1 {
            let expected =
                format_args!("accuracy or categorical_accuracy, as {} takes a target an output", loss.name());
            return Err(Error::shape("metrics", expected, self.name()));
        }
        Ok(())
    }
}

/// A metric on its way through the rows of an epoch.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    metric: Metric,
    sum: f64,
    count: f64,
    /// For R²: the sums of `t`, `t²` and `(t - p)²` of each output, one output after the other.
    outputs: Vec<f64>,
}

impl Tally {
    pub(crate) fn new(metric: Metric, loss: Loss, outputs: usize) -> Self {
        let metric = metric.resolved(loss, outputs);
        let of_outputs = if metric == Metric::R2Score { outputs } else { 0 };
        Tally { metric, sum: 0.0, count: 0.0, outputs: vec![0.0; 3 * of_outputs] }
    }

    pub(crate) fn clear(&mut self) {
        self.sum = 0.0;
        self.count = 0.0;
        self.outputs.fill(0.0);
    }

    /// What was counted so far, as numbers.
    pub(crate) fn numbers(&self) -> Vec<f64> {
        [&[self.sum, self.count], self.outputs.as_slice()].concat()
    }

    /// Counts on from such numbers; returns whether they are as many as there must be.
    pub(crate) fn go_on_from(&mut self, numbers: &[f64]) -> bool {
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

    /// Takes a row in: predictions `[outputs]`, targets `[outputs]` or the class, which is then that of each output.
    pub(crate) fn add(&mut self, predictions: &[f32], targets: &[f32]) {
        self.count += 1.0;
        let right = match self.metric {
            Metric::CategoricalAccuracy => largest(predictions) == largest(targets),
            Metric::SparseCategoricalAccuracy => largest(predictions) as f32 == targets[0],
            _ => return self.add_outputs(predictions, targets),
        };
        self.sum += f64::from(u8::from(right));
    }

    /// [`Tally::add`] of a metric that goes output by output.
    fn add_outputs(&mut self, predictions: &[f32], targets: &[f32]) {
        let mut sum = 0.0;
        for (output, (&p, &t)) in predictions.iter().zip(targets.iter().cycle()).enumerate() {
            sum += match self.metric {
                Metric::MeanAbsoluteError => f64::from((p - t).abs()),
                Metric::MeanSquaredError | Metric::RootMeanSquaredError => f64::from((p - t) * (p - t)),
                Metric::R2Score => {
                    let (p, t, sums) = (f64::from(p), f64::from(t), &mut self.outputs[3 * output..][..3]);
                    sums[0] += t;
                    sums[1] += t * t;
                    sums[2] += (t - p) * (t - p);
                    0.0
                }
                _ => f64::from(u8::from(f32::from(u8::from(p > 0.5)) == t)),
            };
        }
        self.sum += sum / predictions.len() as f64;
    }

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
            _ => self.sum / self.count,
        }
    }
}

/// Where the largest number stands; the first of them.
fn largest(numbers: &[f32]) -> usize {
    (0..numbers.len()).fold(0, |most, at| if numbers[at] > numbers[most] { at } else { most })
}

impl Named for Metric {
    const WHAT: &'static str = "metric";
    const ALIASES: &'static [(&'static str, &'static str)] = &[
        ("acc", "accuracy"),
        ("mse", "mean_squared_error"),
        ("mae", "mean_absolute_error"),
        ("MSE", "mean_squared_error"),
        ("MAE", "mean_absolute_error"),
        ("rmse", "root_mean_squared_error"),
        ("r2", "r2_score"),
    ];
    const IS_SAME: fn(&str, &str) -> bool = is_name_or_class;
    const KNOWN: &'static [Self] = &Metric::ALL;

    fn name(&self) -> &'static str {
        Metric::name(*self)
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

    fn value(metric: Metric, rows: &[(&[f32], &[f32])]) -> f64 {
        let mut tally = Tally::new(metric, Loss::MeanSquaredError, rows[0].0.len());
        rows.iter().for_each(|(predictions, targets)| tally.add(predictions, targets));
        tally.value()
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
        assert_eq!(metric.check(Loss::SparseCategoricalCrossentropy { from_logits: false }, 3), Ok(()));
        assert_eq!(metric.check(Loss::MeanSquaredError, 1), Ok(()));
    }

    #[test]
    fn r2_is_1_for_the_targets_themselves_and_0_for_their_mean() {
        let own: [(&[f32], &[f32]); 2] = [(&[1.0], &[1.0]), (&[3.0], &[3.0])];
        let mean: [(&[f32], &[f32]); 2] = [(&[2.0], &[1.0]), (&[2.0], &[3.0])];
        assert_eq!([value(Metric::R2Score, &own), value(Metric::R2Score, &mean)], [1.0, 0.0]);
    }
}
