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
pub(in crate::nn) struct LossMode {
    /// Where the logits of a cross-entropy come from, if it takes logits.
    pub(super) logits: Option<LogitSource>,
    /// Whether the predictions are the sigmoid or softmax of these logits that the loss needs, and need not be computed
    /// again.
    pub(super) predictions_of_logits: bool,
    /// Whether labels 0 and 1 stand for -1 and 1.
    pub(super) zero_one: bool,
}

impl LossMode {
    /// That of a loss of the outputs alone.
    pub(super) const OUTPUTS: LossMode = LossMode { logits: None, predictions_of_logits: false, zero_one: false };

    /// Whether backpropagation starts at the last pre-activations instead of the outputs.
    pub(in crate::nn) fn starts_at_pre_activations(self) -> bool {
        self.logits == Some(LogitSource::PreActivations)
    }
}

/// One row as the loss sees it: `[outputs]` each; targets are `[1]` for classes by number.
#[derive(Clone, Copy)]
pub(in crate::nn) struct Row<'a, T> {
    pub(in crate::nn) mode: LossMode,
    pub(in crate::nn) targets: &'a [T],
    pub(in crate::nn) predictions: &'a [T],
    pub(in crate::nn) pre_activations: &'a [T],
}

impl<'a, T: Scalar> Row<'a, T> {
    /// The logits, where the loss takes those.
    pub(super) fn logits(&self) -> Option<&'a [T]> {
        Some(match self.mode.logits? {
            LogitSource::Outputs => self.predictions,
            LogitSource::PreActivations => self.pre_activations,
        })
    }

    /// The mean over the outputs of a term of prediction and target.
    #[inline(always)]
    pub(super) fn mean(self, term: impl Fn(T, T) -> T) -> T {
        self.mean_of(&term)
    }

    /// [`Row::mean`], once for all terms, which keeps the engine small.
    #[inline(never)]
    fn mean_of(self, term: &dyn Fn(T, T) -> T) -> T {
        let terms = self.predictions.iter().zip(self.targets).map(|(&p, &t)| term(p, t));
        sum_of(terms) / T::of(self.predictions.len() as f64)
    }
}

impl Row<'_, f32> {
    /// Fills `gradient` with what each term changes by with its prediction.
    #[inline(always)]
    pub(super) fn slopes(self, gradient: &mut [f32], slope: impl Fn(f32, f32) -> f32) {
        self.slopes_of(gradient, &slope);
    }

    /// [`Row::slopes`], once for all slopes.
    #[inline(never)]
    fn slopes_of(self, gradient: &mut [f32], slope: &dyn Fn(f32, f32) -> f32) {
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            *gradient = slope(self.predictions[unit], self.targets[unit]);
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

/// A target drawn to `centre`.
pub(super) fn smooth<T: Scalar>(target: T, by: f32, centre: T) -> T {
    target * (T::one() - T::from(by)) + T::from(by) * centre
}
