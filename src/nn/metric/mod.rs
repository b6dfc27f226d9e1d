//! Metrics: numbers that are reported beside the loss. Those that a full build alone has are in files of their own, and
//! are looked up in `more.rs`.

#[cfg(feature = "full")]
mod auc;
#[cfg(feature = "full")]
mod best_at;
#[cfg(feature = "full")]
mod confusion;
#[cfg(feature = "full")]
mod counted;
#[cfg(feature = "full")]
mod f_score;
#[cfg(feature = "full")]
mod more;
mod state;
#[cfg(feature = "full")]
mod thresholds;
#[cfg(feature = "full")]
mod top_k;

use super::Loss;
use super::names::{Entry, Named, find};
#[cfg(feature = "full")]
use super::setting::Setting;
use crate::Error;
use crate::concatenate::concatenate;
use std::str::FromStr;

#[cfg(feature = "full")]
pub use auc::{Auc, Curve, Summation};
#[cfg(feature = "full")]
pub use best_at::BestAt;
#[cfg(feature = "full")]
pub use confusion::{ConfusionCount, PrecisionOrRecall};
#[cfg(feature = "full")]
pub use f_score::{Average, FScore};
pub(crate) use state::MetricState;
#[cfg(feature = "full")]
pub use top_k::TopK;

/// Metric: a number that tells how good predictions are; training does not use it.
///
/// Source: <https://keras.io/api/metrics/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Metric {
    /// The share of right predictions: binary for one output, by class number or by one-hot class otherwise.
    Accuracy,
    /// The area under the ROC or the precision-recall curve.
    #[cfg(feature = "full")]
    Auc(Auc),
    /// The share of outputs that, taken for 1 above 1/2 and for 0 else, equal the target as it is: one that is neither
    /// 0 nor 1 never counts.
    BinaryAccuracy,
    /// The share of rows whose largest output is that of the one-hot target; always 1 for a single output.
    CategoricalAccuracy,
    /// `Σ t p / (|t| |p|)`, the cosine of the angle between target and prediction
    #[cfg(feature = "full")]
    CosineSimilarity,
    /// The F-score with a `β` of 1.
    #[cfg(feature = "full")]
    F1Score(FScore),
    /// `(1 + β²) · precision · recall / (β² · precision + recall)`
    #[cfg(feature = "full")]
    FBetaScore(FScore),
    /// How many targets of 1 were not found.
    #[cfg(feature = "full")]
    FalseNegatives(ConfusionCount),
    /// How many targets of 0 were taken for 1.
    #[cfg(feature = "full")]
    FalsePositives(ConfusionCount),
    /// The mean of a loss over the rows, without regularizers; log-cosh is called `log_cosh_error` here.
    #[cfg(feature = "full")]
    Loss(Loss),
    /// `mean |p - t|`
    MeanAbsoluteError,
    /// `mean (p - t)²`
    MeanSquaredError,
    /// `true positives / (true positives + false positives)`
    #[cfg(feature = "full")]
    Precision(PrecisionOrRecall),
    /// The best precision at a threshold where recall is high enough.
    #[cfg(feature = "full")]
    PrecisionAtRecall(BestAt),
    /// `1 - Σ (t - p)² / Σ (t - mean t)²`, the mean over the outputs
    R2Score,
    /// `true positives / (true positives + false negatives)`
    #[cfg(feature = "full")]
    Recall(PrecisionOrRecall),
    /// The best recall at a threshold where precision is high enough.
    #[cfg(feature = "full")]
    RecallAtPrecision(BestAt),
    /// `√(mean (p - t)²)`
    RootMeanSquaredError,
    /// The best sensitivity, which is recall, at a threshold where specificity is high enough.
    #[cfg(feature = "full")]
    SensitivityAtSpecificity(BestAt),
    /// The share of rows whose largest output is that of the class.
    SparseCategoricalAccuracy,
    /// The share of rows whose class is among the `k` largest outputs.
    #[cfg(feature = "full")]
    SparseTopKCategoricalAccuracy(TopK),
    /// The best specificity at a threshold where sensitivity, which is recall, is high enough.
    #[cfg(feature = "full")]
    SpecificityAtSensitivity(BestAt),
    /// The share of rows whose one-hot class is among the `k` largest outputs.
    #[cfg(feature = "full")]
    TopKCategoricalAccuracy(TopK),
    /// How many targets of 0 were taken for 0.
    #[cfg(feature = "full")]
    TrueNegatives(ConfusionCount),
    /// How many targets of 1 were found.
    #[cfg(feature = "full")]
    TruePositives(ConfusionCount),
}

/// A metric and the name under which history has it: the one it was asked for by.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedMetric {
    /// As Keras writes it, such as `mae`.
    pub key: String,
    /// What it is.
    pub metric: Metric,
}

impl Metric {
    /// All of them, in the order of their names.
    #[cfg(not(feature = "full"))]
    pub const ALL: &'static [Metric] = {
        use Metric::*;
        &[
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

    /// The task that it is offered for; none for what another metric or the loss stands for, and for what the page leaves
    /// out.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn task(self) -> Option<&'static str> {
        let is = |metrics: &[Metric]| metrics.contains(&self);
        if is(&[Metric::Accuracy]) {
            return Some("classification");
        }
        is(&[Metric::MeanAbsoluteError, Metric::R2Score, Metric::RootMeanSquaredError]).then_some("regression")
    }

    /// Which accuracy is meant, for a loss and a count of outputs.
    pub(crate) fn resolved(self, loss: Loss, outputs: usize) -> Metric {
        if self != Metric::Accuracy {
            self
        } else if outputs == 1 {
            Metric::BinaryAccuracy
        } else if loss.target_width(outputs) == 1 {
            Metric::SparseCategoricalAccuracy
        } else {
            Metric::CategoricalAccuracy
        }
    }

    /// Rejects a metric that cannot be computed from the targets of this loss: Keras cannot compare class numbers with a
    /// target an output.
    pub(super) fn check(self, loss: Loss, outputs: usize) -> Result<(), Error> {
        #[cfg(feature = "full")]
        self.check_further(loss, outputs)?;
        if self == Metric::SparseCategoricalAccuracy && loss.target_width(outputs) > 1 {
            let expected =
                concatenate!["accuracy or categorical_accuracy, as ", loss.name(), " takes a target an output"];
            return Err(Error::shape("metrics", expected, self.name()));
        }
        Ok(())
    }
}

impl Named for Metric {
    const KIND: &'static str = "metric";
    const KNOWN: &'static [Self] = Metric::ALL;

    fn entry(&self) -> Entry {
        match self {
            Metric::Accuracy => Entry::new("accuracy", "right predictions / predictions").aliases(&["acc"]),
            Metric::BinaryAccuracy => Entry::new("binary_accuracy", "mean((p > 0.5) = t)"),
            Metric::CategoricalAccuracy => Entry::new("categorical_accuracy", "mean(argmax(p) = argmax(t))"),
            Metric::MeanAbsoluteError => Entry::new("mean_absolute_error", "mean(|p - t|)").aliases(&["mae", "MAE"]),
            Metric::MeanSquaredError => Entry::new("mean_squared_error", "mean((p - t)^2)").aliases(&["mse", "MSE"]),
            Metric::R2Score => {
                Entry::new("r2_score", "1 - sum((t - p)^2) / sum((t - mean(t))^2)").other_aliases(&["r2"])
            }
            Metric::RootMeanSquaredError => {
                Entry::new("root_mean_squared_error", "sqrt(mean((p - t)^2))").other_aliases(&["rmse"])
            }
            Metric::SparseCategoricalAccuracy => Entry::new("sparse_categorical_accuracy", "mean(argmax(p) = t)"),
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
            | Metric::TopKCategoricalAccuracy(_) => self.further_entry(),
        }
    }

    #[cfg(feature = "full")]
    fn settings(&mut self) -> Vec<Setting<'_>> {
        self.further_settings()
    }
}

impl FromStr for NamedMetric {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let metric: Metric = find(name)?;
        // The history of Keras has what was typed; these short names Keras does not know.
        let key = if matches!(name, "f1" | "r2" | "rmse") { metric.name() } else { name };
        Ok(NamedMetric { key: key.to_string(), metric })
    }
}

#[cfg(test)]
mod tests;
