//! Row of predictions and targets as a loss takes it, and arithmetic that losses share.

use super::Scalar;

/// Keras's `epsilon()`.
pub(super) const EPSILON: f64 = 1e-7;

/// Source of the logits of a cross-entropy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LogitSource {
    /// The outputs of the last layer.
    Outputs,
    /// Its pre-activations: Keras goes around sigmoid and softmax, which keeps cross-entropies exact when they saturate.
    PreActivations,
}

/// Mode of a loss: how it takes the rows of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LossMode {
    /// Where the logits of a cross-entropy come from, if it takes logits.
    pub(super) logits: Option<LogitSource>,
    /// Whether the predictions are the sigmoid or softmax of these logits that the loss needs, and need not be computed
    /// again.
    pub(super) predictions_of_logits: bool,
    /// Whether labels 0 and 1 stand for -1 and 1.
    pub(super) zero_one: bool,
}

impl LossMode {
    /// Whether backpropagation starts at the last pre-activations instead of the outputs.
    pub(super) fn starts_at_pre_activations(self) -> bool {
        self.logits == Some(LogitSource::PreActivations)
    }
}

/// One row as the loss sees it: `[outputs]` each; targets are `[1]` for classes by number.
#[derive(Clone, Copy)]
pub(super) struct Row<'a, T> {
    pub(super) targets: &'a [T],
    pub(super) predictions: &'a [T],
    pub(super) pre_activations: &'a [T],
}

impl<'a, T> Row<'a, T> {
    pub(super) fn logits(&self, by: LogitSource) -> &'a [T] {
        match by {
            LogitSource::Outputs => self.predictions,
            LogitSource::PreActivations => self.pre_activations,
        }
    }
}

pub(super) fn sum_of<T: Scalar>(terms: impl Iterator<Item = T>) -> T {
    terms.fold(T::zero(), |sum, term| sum + term)
}

/// A probability that is neither 0 nor 1, in the precision of `f32`: `1 - 1e-7` is 0.99999988 there.
pub(super) fn clip<T: Scalar>(p: T) -> T {
    p.largest(T::from(EPSILON as f32)).smallest(T::from(1.0 - EPSILON as f32))
}

pub(super) fn within_unit<T: Scalar>(p: T) -> T {
    p.largest(T::of(EPSILON)).smallest(T::one())
}

/// A target drawn to `centre`.
pub(super) fn smooth<T: Scalar>(target: T, by: f32, centre: T) -> T {
    target * (T::one() - T::from(by)) + T::from(by) * centre
}

pub(super) fn hinge_target<T: Scalar>(mode: LossMode, target: T) -> T {
    if mode.zero_one { T::of(2.0) * target - T::one() } else { target }
}

/// The class that a checked target names.
pub(super) fn class_of<T: Scalar>(target: T) -> usize {
    target.whole()
}
