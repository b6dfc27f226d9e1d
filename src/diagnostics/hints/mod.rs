//! The hints, a file each: the facts, their severity and place, their English words, and how they are found.

pub(super) mod index_column;
pub(super) mod rows_dropped;
pub(super) mod values_filled;
pub(super) mod learning_rate_too_high;
pub(super) mod unscaled_features;
pub(super) mod targets_out_of_range;
pub(super) mod crossentropy_targets;
pub(super) mod crossentropy_output;
pub(super) mod logits_twice;
pub(super) mod one_class;
pub(super) mod empty_accuracy;
pub(super) mod linear_layers;
pub(super) mod dead_relus;
pub(super) mod saturated_units;
pub(super) mod vanishing_gradients;
pub(super) mod exploding_gradients;
pub(super) mod diverged;
pub(super) mod loss_not_finite;
pub(super) mod rising_loss;
pub(super) mod stuck_loss;
pub(super) mod overfitting;

pub use crossentropy_output::CrossentropyOutput;
pub use crossentropy_targets::CrossentropyTargets;
pub use dead_relus::DeadRelus;
pub use diverged::Diverged;
pub use empty_accuracy::{EmptyAccuracy, EmptyReason};
pub use exploding_gradients::ExplodingGradients;
pub use index_column::IndexColumn;
pub use learning_rate_too_high::LearningRateTooHigh;
pub use linear_layers::LinearLayers;
pub use logits_twice::LogitsTwice;
pub use loss_not_finite::LossNotFinite;
pub use one_class::OneClass;
pub use overfitting::Overfitting;
pub use rising_loss::RisingLoss;
pub use rows_dropped::RowsDropped;
pub use saturated_units::SaturatedUnits;
pub use stuck_loss::StuckLoss;
pub use targets_out_of_range::TargetsOutOfRange;
pub use unscaled_features::UnscaledFeatures;
pub use values_filled::ValuesFilled;
pub use vanishing_gradients::VanishingGradients;

use super::kind::HintKind;
use serde::Serialize;

/// A hint of one kind with its facts: the list of all there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
#[allow(missing_docs)] // Each is documented in its file.
pub enum Finding {
    IndexColumn(IndexColumn),
    RowsDropped(RowsDropped),
    ValuesFilled(ValuesFilled),
    UnscaledFeatures(UnscaledFeatures),
    LearningRateTooHigh(LearningRateTooHigh),
    TargetsOutOfRange(TargetsOutOfRange),
    CrossentropyTargets(CrossentropyTargets),
    CrossentropyOutput(CrossentropyOutput),
    LogitsTwice(LogitsTwice),
    OneClass(OneClass),
    EmptyAccuracy(EmptyAccuracy),
    LinearLayers(LinearLayers),
    DeadRelus(DeadRelus),
    SaturatedUnits(SaturatedUnits),
    VanishingGradients(VanishingGradients),
    ExplodingGradients(ExplodingGradients),
    Diverged(Diverged),
    LossNotFinite(LossNotFinite),
    RisingLoss(RisingLoss),
    StuckLoss(StuckLoss),
    Overfitting(Overfitting),
}

impl Finding {
    pub(super) fn kind(&self) -> &dyn HintKind {
        match self {
            Finding::IndexColumn(hint) => hint,
            Finding::RowsDropped(hint) => hint,
            Finding::ValuesFilled(hint) => hint,
            Finding::UnscaledFeatures(hint) => hint,
            Finding::LearningRateTooHigh(hint) => hint,
            Finding::TargetsOutOfRange(hint) => hint,
            Finding::CrossentropyTargets(hint) => hint,
            Finding::CrossentropyOutput(hint) => hint,
            Finding::LogitsTwice(hint) => hint,
            Finding::OneClass(hint) => hint,
            Finding::EmptyAccuracy(hint) => hint,
            Finding::LinearLayers(hint) => hint,
            Finding::DeadRelus(hint) => hint,
            Finding::SaturatedUnits(hint) => hint,
            Finding::VanishingGradients(hint) => hint,
            Finding::ExplodingGradients(hint) => hint,
            Finding::Diverged(hint) => hint,
            Finding::LossNotFinite(hint) => hint,
            Finding::RisingLoss(hint) => hint,
            Finding::StuckLoss(hint) => hint,
            Finding::Overfitting(hint) => hint,
        }
    }

    /// Findings of every kind, with facts such as they come: for the documentation, and for tests of translations.
    pub fn examples() -> Vec<Finding> {
        fn of<T: HintKind>(finding: fn(T) -> Finding) -> Vec<Finding> {
            T::examples().into_iter().map(finding).collect()
        }
        [
            of(Finding::IndexColumn),
            of(Finding::RowsDropped),
            of(Finding::ValuesFilled),
            of(Finding::UnscaledFeatures),
            of(Finding::LearningRateTooHigh),
            of(Finding::TargetsOutOfRange),
            of(Finding::CrossentropyTargets),
            of(Finding::CrossentropyOutput),
            of(Finding::LogitsTwice),
            of(Finding::OneClass),
            of(Finding::EmptyAccuracy),
            of(Finding::LinearLayers),
            of(Finding::DeadRelus),
            of(Finding::SaturatedUnits),
            of(Finding::VanishingGradients),
            of(Finding::ExplodingGradients),
            of(Finding::Diverged),
            of(Finding::LossNotFinite),
            of(Finding::RisingLoss),
            of(Finding::StuckLoss),
            of(Finding::Overfitting),
        ]
        .concat()
    }
}
