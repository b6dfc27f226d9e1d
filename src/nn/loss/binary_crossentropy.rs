//! Binary cross-entropy. Source: <https://keras.io/api/losses/probabilistic_losses/>.

use super::crossentropy::{Crossentropy, logit_gradient};
use super::row::{Row, clip, smooth};
use super::{Builtin, Entry, LossFunction, Range, Scalar, Setting, Targets, softplus};

/// Binary cross-entropy, of an output for each of several yes-or-no questions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BinaryCrossentropy {
    /// Whether `p` are logits. Defaults to false.
    pub from_logits: bool,
    /// How far targets are drawn to 1/2. Defaults to 0.
    pub label_smoothing: f32,
}

impl BinaryCrossentropy {
    /// Of probabilities, without smoothing.
    pub const DEFAULT: BinaryCrossentropy = BinaryCrossentropy { from_logits: false, label_smoothing: 0.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::flag("from_logits", &mut self.from_logits),
            Setting::single("label_smoothing", Range::Any, &mut self.label_smoothing),
        ]
    }

    fn target<T: Scalar>(self, target: T) -> T {
        smooth(target, self.label_smoothing, T::of(0.5))
    }
}

impl<T: Scalar> LossFunction<T> for BinaryCrossentropy {
    fn entry(&self) -> Entry {
        Entry::new("binary_crossentropy", "-mean(t * ln(p) + (1 - t) * ln(1 - p))").common().aliases(&["bce", "BCE"])
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn crossentropy(&self) -> Option<Crossentropy> {
        Some(Crossentropy { from_logits: self.from_logits, takes_pre_activations: true, activation: Builtin::Sigmoid })
    }

    fn value(&self, row: Row<T>) -> T {
        if let Some(logits) = row.logits() {
            return Row { predictions: logits, ..row }.mean(|z, t| softplus(z) - z * self.target(t));
        }
        row.mean(|p, t| {
            let (t, p) = (self.target(t), clip(p));
            -(t * p.ln() + (T::one() - t) * (T::one() - p).ln())
        })
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        if let Some(logits) = row.logits() {
            let target = |unit: usize| self.target(row.targets[unit]);
            return logit_gradient(Builtin::Sigmoid, row, logits, gradient, target);
        }
        row.slopes(gradient, |prediction, t| {
            let (t, p) = (self.target(t), clip(prediction));
            if p == prediction { (1.0 - t) / (1.0 - p) - t / p } else { 0.0 }
        });
    }
}
