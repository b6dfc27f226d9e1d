//! The metrics that a full build alone has.

use super::best_at::Rate;
use super::confusion::Outcome;
use super::counted::CountedMetric;
use super::{Auc, BestAt, ConfusionCount, FScore, Metric, PrecisionOrRecall, TopK};
use crate::Error;
use crate::concatenate::concatenate;
use crate::nn::loss::{Loss, Targets};
use crate::nn::names::{Entry, Named};
use crate::nn::setting::Setting;
use crate::nn::{BinaryCrossentropy, CategoricalCrossentropy, SparseCategoricalCrossentropy};

impl Metric {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: &'static [Metric] = &[
        Metric::Accuracy,
        Metric::Auc(Auc::DEFAULT),
        Metric::BinaryAccuracy,
        Metric::Loss(Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT)),
        Metric::CategoricalAccuracy,
        Metric::Loss(Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT)),
        Metric::Loss(Loss::CategoricalHinge),
        Metric::CosineSimilarity,
        Metric::F1Score(FScore::DEFAULT),
        Metric::FBetaScore(FScore::DEFAULT),
        Metric::FalseNegatives(ConfusionCount::DEFAULT),
        Metric::FalsePositives(ConfusionCount::DEFAULT),
        Metric::Loss(Loss::Hinge),
        Metric::Loss(Loss::KlDivergence),
        Metric::Loss(Loss::LogCosh),
        Metric::MeanAbsoluteError,
        Metric::Loss(Loss::MeanAbsolutePercentageError),
        Metric::MeanSquaredError,
        Metric::Loss(Loss::MeanSquaredLogarithmicError),
        Metric::Loss(Loss::Poisson),
        Metric::Precision(PrecisionOrRecall::DEFAULT),
        Metric::PrecisionAtRecall(BestAt::DEFAULT),
        Metric::R2Score,
        Metric::Recall(PrecisionOrRecall::DEFAULT),
        Metric::RecallAtPrecision(BestAt::DEFAULT),
        Metric::RootMeanSquaredError,
        Metric::SensitivityAtSpecificity(BestAt::DEFAULT),
        Metric::SparseCategoricalAccuracy,
        Metric::Loss(Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT)),
        Metric::SparseTopKCategoricalAccuracy(TopK::DEFAULT),
        Metric::SpecificityAtSensitivity(BestAt::DEFAULT),
        Metric::Loss(Loss::SquaredHinge),
        Metric::TopKCategoricalAccuracy(TopK::DEFAULT),
        Metric::TrueNegatives(ConfusionCount::DEFAULT),
        Metric::TruePositives(ConfusionCount::DEFAULT),
    ];

    /// The loss that it is the mean of.
    pub(super) fn loss(self) -> Option<Loss> {
        if let Metric::Loss(loss) = self { Some(loss) } else { None }
    }

    /// Whether a row may count differently in another batch, as with hinge.
    pub(crate) fn depends_on_batch(self) -> bool {
        self.loss().is_some_and(Loss::depends_on_batch)
    }

    /// Lets a metric that counts be used; `None` for others.
    pub(super) fn counted<R>(self, using: impl FnOnce(&dyn CountedMetric) -> R) -> Option<R> {
        Some(match self {
            Metric::Auc(auc) => using(&auc),
            Metric::F1Score(score) | Metric::FBetaScore(score) => using(&score),
            Metric::FalseNegatives(count) => using(&count.of(Outcome::FalseNegatives)),
            Metric::FalsePositives(count) => using(&count.of(Outcome::FalsePositives)),
            Metric::TrueNegatives(count) => using(&count.of(Outcome::TrueNegatives)),
            Metric::TruePositives(count) => using(&count.of(Outcome::TruePositives)),
            Metric::Precision(precision) => using(&precision.precision()),
            Metric::Recall(recall) => using(&recall.recall()),
            Metric::PrecisionAtRecall(at) => using(&at.best(Rate::Precision, Rate::Recall)),
            Metric::RecallAtPrecision(at) => using(&at.best(Rate::Recall, Rate::Precision)),
            Metric::SensitivityAtSpecificity(at) => using(&at.best(Rate::Recall, Rate::Specificity)),
            Metric::SpecificityAtSensitivity(at) => using(&at.best(Rate::Specificity, Rate::Recall)),
            Metric::Accuracy
            | Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::CosineSimilarity
            | Metric::Loss(_)
            | Metric::MeanAbsoluteError
            | Metric::MeanSquaredError
            | Metric::R2Score
            | Metric::RootMeanSquaredError
            | Metric::SparseCategoricalAccuracy
            | Metric::SparseTopKCategoricalAccuracy(_)
            | Metric::TopKCategoricalAccuracy(_) => return None,
        })
    }

    /// The entry of one that a full build alone has.
    pub(super) fn further_entry(self) -> Entry {
        let entry = match self {
            Metric::Auc(_) => Entry::new("auc", "area under the curve over all thresholds").class_name("AUC"),
            Metric::CosineSimilarity => Entry::new("cosine_similarity", "sum(t * p) / (norm(t) * norm(p))"),
            Metric::F1Score(_) => {
                Entry::new("f1_score", "2 * precision * recall / (precision + recall)").other_aliases(&["f1"])
            }
            Metric::FBetaScore(_) => {
                Entry::new("f_beta_score", "(1 + beta^2) * precision * recall / (beta^2 * precision + recall)")
            }
            Metric::FalseNegatives(_) => Entry::new("false_negatives", "sum(t = 1 and p <= thresholds)"),
            Metric::FalsePositives(_) => Entry::new("false_positives", "sum(t = 0 and p > thresholds)"),
            Metric::Precision(_) => Entry::new("precision", "true positives / (true + false positives)"),
            Metric::PrecisionAtRecall(_) => Entry::new("precision_at_recall", "the best where recall >= recall"),
            Metric::Recall(_) => Entry::new("recall", "true positives / (true positives + false negatives)"),
            Metric::RecallAtPrecision(_) => Entry::new("recall_at_precision", "the best where precision >= precision"),
            Metric::SensitivityAtSpecificity(_) => {
                Entry::new("sensitivity_at_specificity", "the best recall where specificity >= specificity")
            }
            Metric::SpecificityAtSensitivity(_) => {
                Entry::new("specificity_at_sensitivity", "the best where recall >= sensitivity")
            }
            Metric::SparseTopKCategoricalAccuracy(_) => {
                Entry::new("sparse_top_k_categorical_accuracy", "mean(t is among the k largest p)")
            }
            Metric::TopKCategoricalAccuracy(_) => {
                Entry::new("top_k_categorical_accuracy", "mean(argmax(t) is among the k largest p)")
            }
            Metric::TrueNegatives(_) => Entry::new("true_negatives", "sum(t = 0 and p <= thresholds)"),
            Metric::TruePositives(_) => Entry::new("true_positives", "sum(t = 1 and p > thresholds)"),
            Metric::Loss(loss) => entry_of(loss),
            Metric::Accuracy
            | Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::MeanAbsoluteError
            | Metric::MeanSquaredError
            | Metric::R2Score
            | Metric::RootMeanSquaredError
            | Metric::SparseCategoricalAccuracy => return self.entry(),
        };
        entry.api_only()
    }

    /// The settings of those that have any.
    pub(super) fn further_settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            Metric::Auc(auc) => auc.settings(),
            Metric::F1Score(score) => score.settings(false),
            Metric::FBetaScore(score) => score.settings(true),
            Metric::FalseNegatives(count)
            | Metric::FalsePositives(count)
            | Metric::TrueNegatives(count)
            | Metric::TruePositives(count) => count.settings(),
            Metric::Loss(loss) => loss.settings(),
            Metric::Precision(of) | Metric::Recall(of) => of.settings(),
            Metric::PrecisionAtRecall(at) => at.settings("recall"),
            Metric::RecallAtPrecision(at) => at.settings("precision"),
            Metric::SensitivityAtSpecificity(at) => at.settings("specificity"),
            Metric::SpecificityAtSensitivity(at) => at.settings("sensitivity"),
            Metric::SparseTopKCategoricalAccuracy(top_k) | Metric::TopKCategoricalAccuracy(top_k) => top_k.settings(),
            Metric::Accuracy
            | Metric::BinaryAccuracy
            | Metric::CategoricalAccuracy
            | Metric::CosineSimilarity
            | Metric::MeanAbsoluteError
            | Metric::MeanSquaredError
            | Metric::R2Score
            | Metric::RootMeanSquaredError
            | Metric::SparseCategoricalAccuracy => Vec::new(),
        }
    }

    /// Rejects settings out of their range or past the model's outputs, and a metric that cannot be computed from the
    /// targets of this loss.
    pub(super) fn check_further(self, loss: Loss, outputs: usize) -> Result<(), Error> {
        self.check_settings().map_err(|error| error.under("metrics"))?;
        if let Metric::Auc(auc) = self {
            auc.check_labels(outputs)?;
        }
        let reject = |expected: String| Err(Error::shape("metrics", expected, self.name()));
        let loss_name = loss.name();
        if self.takes_classes() && loss.target_width(outputs) > 1 {
            return reject(concatenate!["a metric of a target an output, as ", loss_name, " takes those"]);
        }
        if self.loss().is_some_and(|own| own.targets() == Targets::Class) && loss.targets() != Targets::Class {
            return reject(concatenate!["a metric of numbers, as ", loss_name, " takes those"]);
        }
        if self.takes_outputs() && loss.target_width(outputs) != outputs {
            return reject(concatenate!["a metric of class numbers, as ", loss_name, " takes those"]);
        }
        let (class_id, top_k) = self.chosen_outputs();
        for (name, number) in [("classId", class_id.map(|class| class + 1.0)), ("topK", top_k)] {
            if number.is_some_and(|number| number > outputs as f32) {
                let expected = concatenate!["one of the model's outputs, of which there are ", outputs];
                let received = if name == "classId" { class_id } else { top_k }.unwrap_or_default();
                return Err(Error::out_of_range(&concatenate!["metrics.", name], expected, received));
            }
        }
        if let Metric::F1Score(score) | Metric::FBetaScore(score) = self
            && score.average.is_none()
            && outputs > 1
        {
            let expected = "micro, macro or weighted, as there are several outputs";
            return Err(Error::shape("metrics.average", expected, "nothing"));
        }
        Ok(())
    }

    /// Whether it compares with class numbers.
    fn takes_classes(self) -> bool {
        matches!(self, Metric::SparseTopKCategoricalAccuracy(_))
    }

    /// Whether it compares with a target for each output.
    fn takes_outputs(self) -> bool {
        let is_of_outputs = matches!(self, Metric::CosineSimilarity | Metric::TopKCategoricalAccuracy(_));
        let is_loss = self.loss().is_some_and(|own| own.targets() != Targets::Class);
        is_of_outputs || is_loss || self.counted(|_| ()).is_some()
    }

    /// The one output that counts, and how many of the largest do.
    fn chosen_outputs(self) -> (Option<f32>, Option<f32>) {
        if let Metric::Precision(of) | Metric::Recall(of) = self {
            return (of.class_id, of.top_k);
        }
        if let Metric::PrecisionAtRecall(at)
        | Metric::RecallAtPrecision(at)
        | Metric::SensitivityAtSpecificity(at)
        | Metric::SpecificityAtSensitivity(at) = self
        {
            return (at.class_id, None);
        }
        (None, None)
    }
}

/// The entry of the mean of a loss, which Keras has by fewer names than the loss itself.
fn entry_of(loss: Loss) -> Entry {
    let entry = loss.entry();
    if loss == Loss::KlDivergence {
        let entry = Entry::new(entry.name, entry.formula).class_name("KLDivergence");
        return entry.other_aliases(&["kld", "kullback_leibler_divergence"]);
    }
    if loss == Loss::LogCosh {
        return Entry::new("log_cosh_error", entry.formula).other_aliases(&["log_cosh"]);
    }
    entry
}
