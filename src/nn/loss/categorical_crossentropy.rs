//! Categorical cross-entropy: of classes that are given as one probability each.
//! Source: <https://keras.io/api/losses/probabilistic_losses/>.

use super::crossentropy::{Crossentropy, logit_gradient};
use super::row::{Row, clip, smooth, sum_of};
use super::{Builtin, Entry, LossFunction, Range, Scalar, Setting, Targets, log_softmax};

/// Categorical cross-entropy, with an output for each class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CategoricalCrossentropy {
    /// Whether `p` are logits. Defaults to false.
    pub from_logits: bool,
    /// How far targets are drawn to `1/n`. Defaults to 0.
    pub label_smoothing: f32,
}

impl CategoricalCrossentropy {
    /// Of probabilities, without smoothing.
    pub const DEFAULT: CategoricalCrossentropy = CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::flag("from_logits", &mut self.from_logits),
            Setting::single("label_smoothing", Range::Any, &mut self.label_smoothing),
        ]
    }

    /// The target of one of the outputs.
    fn target<T: Scalar>(self, row: Row<T>, unit: usize) -> T {
        smooth(row.targets[unit], self.label_smoothing, T::one() / T::of(row.predictions.len() as f64))
    }
}

impl<T: Scalar> LossFunction<T> for CategoricalCrossentropy {
    fn entry(&self) -> Entry {
        Entry::new("categorical_crossentropy", "-sum(t * ln(p / sum(p)))").common()
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn crossentropy(&self) -> Option<Crossentropy> {
        Some(Crossentropy { from_logits: self.from_logits, takes_pre_activations: true, activation: Builtin::Softmax })
    }

    fn value(&self, row: Row<T>) -> T {
        let units = 0..row.predictions.len();
        if let Some(logits) = row.logits() {
            let log_softmax = log_softmax(logits);
            return -sum_of(units.map(|unit| self.target(row, unit) * log_softmax(logits[unit])));
        }
        let sum = sum_of(row.predictions.iter().copied());
        -sum_of(units.map(|unit| self.target(row, unit) * clip(row.predictions[unit] / sum).ln()))
    }

    /// Probabilities are divided by their sum and then clipped.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        if let Some(logits) = row.logits() {
            return logit_gradient(Builtin::Softmax, row, logits, gradient, |unit| self.target(row, unit));
        }
        let sum = sum_of(row.predictions.iter().copied());
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let q = row.predictions[unit] / sum;
            *gradient = if clip(q) == q { -self.target(row, unit) / q } else { 0.0 };
        }
        let shared = sum_of(gradient.iter().zip(row.predictions).map(|(&d, &p)| d * p / sum));
        gradient.iter_mut().for_each(|gradient| *gradient = (*gradient - shared) / sum);
    }
}
