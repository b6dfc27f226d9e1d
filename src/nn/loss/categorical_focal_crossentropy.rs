//! Categorical focal cross-entropy: categorical cross-entropy in which classes that are predicted well count less.
//! Source: <https://keras.io/api/losses/probabilistic_losses/>, after Lin et al., 2018, <https://arxiv.org/abs/1708.02002>.

use super::crossentropy::Crossentropy;
use super::row::{Row, clip, smooth, sum_of};
use super::{Builtin, Entry, LossFunction, Range, Scalar, Setting, Targets, log_softmax};

/// Categorical focal cross-entropy, with an output for each class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CategoricalFocalCrossentropy {
    /// What the loss is multiplied by. Defaults to 0.25.
    pub alpha: f32,
    /// How much less classes that are predicted well count. Defaults to 2.
    pub gamma: f32,
    /// Whether `p` are logits. Defaults to false.
    pub from_logits: bool,
    /// How far targets are drawn to `1/n`. Defaults to 0.
    pub label_smoothing: f32,
}

impl CategoricalFocalCrossentropy {
    /// Of probabilities, without smoothing.
    pub const DEFAULT: CategoricalFocalCrossentropy =
        CategoricalFocalCrossentropy { alpha: 0.25, gamma: 2.0, from_logits: false, label_smoothing: 0.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("alpha", Range::Any, &mut self.alpha),
            Setting::single("gamma", Range::Any, &mut self.gamma),
            Setting::flag("from_logits", &mut self.from_logits),
            Setting::single("label_smoothing", Range::Any, &mut self.label_smoothing),
        ]
    }

    fn target<T: Scalar>(self, row: Row<T>, unit: usize) -> T {
        smooth(row.targets[unit], self.label_smoothing, T::one() / T::of(row.predictions.len() as f64))
    }

    /// The probability of each class: predictions divided by their sum, or the softmax of logits.
    fn probability<T: Scalar>(self, row: Row<T>) -> impl Fn(usize) -> T {
        let log_softmax = self.from_logits.then(|| log_softmax(row.predictions));
        let sum = sum_of(row.predictions.iter().copied());
        move |unit| match &log_softmax {
            Some(log_softmax) => log_softmax(row.predictions[unit]).exp(),
            None => row.predictions[unit] / sum,
        }
    }
}

impl<T: Scalar> LossFunction<T> for CategoricalFocalCrossentropy {
    fn entry(&self) -> Entry {
        let formula = "-sum(alpha * (1 - q)^gamma * t * ln(q)), with q = p / sum(p)";
        Entry::new("categorical_focal_crossentropy", formula).api_only()
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn crossentropy(&self) -> Option<Crossentropy> {
        let activation = Builtin::Softmax;
        Some(Crossentropy { from_logits: self.from_logits, takes_pre_activations: false, activation })
    }

    fn value(&self, row: Row<T>) -> T {
        let probability = self.probability(row);
        let term = |unit| {
            let q = clip(probability(unit));
            let factor = (T::one() - q).pow(T::from(self.gamma)) * T::from(self.alpha);
            factor * self.target(row, unit) * q.ln()
        };
        -sum_of((0..row.predictions.len()).map(term))
    }

    /// Probabilities are divided by their sum and then clipped.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        let (probability, gamma) = (self.probability(row), self.gamma);
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let q = probability(unit);
            let of_factor = if gamma == 0.0 { 0.0 } else { gamma * (1.0 - q).pow(gamma - 1.0) * q.ln() };
            let slope = of_factor - (1.0 - q).pow(gamma) / q;
            *gradient = if clip(q) == q { self.alpha * self.target(row, unit) * slope } else { 0.0 };
        }
        let shared = sum_of(gradient.iter().enumerate().map(|(unit, &slope)| slope * probability(unit)));
        let sum = sum_of(row.predictions.iter().copied());
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let by_share = *gradient - shared;
            *gradient = if self.from_logits { by_share * probability(unit) } else { by_share / sum };
        }
    }
}
