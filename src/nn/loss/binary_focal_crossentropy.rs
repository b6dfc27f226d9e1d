//! Binary focal cross-entropy: binary cross-entropy in which predictions that are right already count less.
//! Source: <https://keras.io/api/losses/probabilistic_losses/>, after Lin et al., 2018, <https://arxiv.org/abs/1708.02002>.

use super::crossentropy::Crossentropy;
use super::row::{LogitSource, Row, clip, smooth, sum_of};
use super::{Builtin, Entry, LossFunction, Range, Scalar, Setting, Targets, softplus};
use glassnet_kernels::sigmoid;

/// Binary focal cross-entropy, of an output for each of several yes-or-no questions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BinaryFocalCrossentropy {
    /// Whether targets of 1 are weighted by `alpha` and targets of 0 by `1 - alpha`. Defaults to false.
    pub apply_class_balancing: bool,
    /// That weight. Defaults to 0.25.
    pub alpha: f32,
    /// How much less predictions that are right count; 0 gives binary cross-entropy. Defaults to 2.
    pub gamma: f32,
    /// Whether `p` are logits. Defaults to false.
    pub from_logits: bool,
    /// How far targets are drawn to 1/2. Defaults to 0.
    pub label_smoothing: f32,
}

/// A prediction with its target, and the logit that it is the sigmoid of where the loss takes that.
#[derive(Clone, Copy)]
struct Output<T> {
    target: T,
    prediction: T,
    logit: Option<T>,
}

impl<T: Scalar> Output<T> {
    /// Binary cross-entropy.
    fn crossentropy(self) -> T {
        let Output { target, prediction, logit } = self;
        if let Some(logit) = logit {
            return softplus(logit) - logit * target;
        }
        let p = clip(prediction);
        -(target * p.ln() + (T::one() - target) * (T::one() - p).ln())
    }

    /// How far the prediction is from right: `1 - p_t`, with the probability `p_t` of what the target says.
    fn miss(self) -> T {
        let Output { target: t, prediction: p, .. } = self;
        T::one() - (t * p + (T::one() - t) * (T::one() - p))
    }
}

impl BinaryFocalCrossentropy {
    /// Of probabilities, without balancing and smoothing.
    pub const DEFAULT: BinaryFocalCrossentropy = BinaryFocalCrossentropy {
        apply_class_balancing: false,
        alpha: 0.25,
        gamma: 2.0,
        from_logits: false,
        label_smoothing: 0.0,
    };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::flag("apply_class_balancing", &mut self.apply_class_balancing),
            Setting::single("alpha", Range::Any, &mut self.alpha),
            Setting::single("gamma", Range::Any, &mut self.gamma),
            Setting::flag("from_logits", &mut self.from_logits),
            Setting::single("label_smoothing", Range::Any, &mut self.label_smoothing),
        ]
    }

    fn output<T: Scalar>(self, row: Row<T>, unit: usize) -> Output<T> {
        let logit = row.logits().map(|logits| logits[unit]);
        let prediction = match logit {
            Some(logit) if self.from_logits => sigmoid(logit),
            Some(_) | None => row.predictions[unit],
        };
        Output { target: smooth(row.targets[unit], self.label_smoothing, T::of(0.5)), prediction, logit }
    }

    fn weight<T: Scalar>(self, target: T) -> T {
        let alpha = T::from(self.alpha);
        if self.apply_class_balancing { target * alpha + (T::one() - target) * (T::one() - alpha) } else { T::one() }
    }

    /// What the factor of the cross-entropy changes by with the prediction.
    fn factor_slope(self, output: Output<f32>) -> f32 {
        let slope = if self.gamma == 0.0 { 0.0 } else { self.gamma * output.miss().pow(self.gamma - 1.0) };
        self.weight(output.target) * slope * (1.0 - 2.0 * output.target)
    }

    /// The gradient by predictions; where they are clipped, that of the factor alone.
    fn prediction_gradient(self, row: Row<f32>, gradient: &mut [f32]) {
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let output = self.output(row, unit);
            let (t, p) = (output.target, clip(output.prediction));
            *gradient = self.factor_slope(output) * output.crossentropy();
            if p == output.prediction {
                *gradient += self.weight(t) * output.miss().pow(self.gamma) * ((1.0 - t) / (1.0 - p) - t / p);
            }
        }
    }

    /// The gradient by logits, of which the predictions are the sigmoid, or the softmax where that is the output.
    fn logit_gradient(self, row: Row<f32>, logits: &[f32], gradient: &mut [f32]) {
        let is_softmax = row.mode.logits == Some(LogitSource::PreActivations) && !row.mode.predictions_of_logits;
        let by_prediction = |unit: usize| {
            let output = self.output(row, unit);
            self.factor_slope(output) * output.crossentropy()
        };
        let shared = match is_softmax {
            true => sum_of((0..logits.len()).map(|unit| by_prediction(unit) * row.predictions[unit])),
            false => 0.0,
        };
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let output = self.output(row, unit);
            let p = output.prediction;
            let by_factor = match is_softmax {
                true => p * (by_prediction(unit) - shared),
                // The slope of the sigmoid first, as a cross-entropy may be as large as its logit.
                false => self.factor_slope(output) * (p * (1.0 - p)) * output.crossentropy(),
            };
            let factor = self.weight(output.target) * output.miss().pow(self.gamma);
            *gradient = by_factor + factor * (sigmoid(logits[unit]) - output.target);
        }
    }
}

impl<T: Scalar> LossFunction<T> for BinaryFocalCrossentropy {
    fn entry(&self) -> Entry {
        let formula = "mean(-(1 - q)^gamma * (t * ln(p) + (1 - t) * ln(1 - p))), with q = t * p + (1 - t) * (1 - p)";
        Entry::new("binary_focal_crossentropy", formula).api_only()
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn crossentropy(&self) -> Option<Crossentropy> {
        let takes_pre_activations = !self.from_logits;
        Some(Crossentropy { from_logits: self.from_logits, takes_pre_activations, activation: Builtin::Sigmoid })
    }

    fn value(&self, row: Row<T>) -> T {
        let count = row.predictions.len();
        let terms = (0..count).map(|unit| {
            let output = self.output(row, unit);
            self.weight(output.target) * output.miss().pow(T::from(self.gamma)) * output.crossentropy()
        });
        sum_of(terms) / T::of(count as f64)
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        match row.logits() {
            Some(logits) => self.logit_gradient(row, logits, gradient),
            None => self.prediction_gradient(row, gradient),
        }
    }
}
