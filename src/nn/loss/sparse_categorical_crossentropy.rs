//! Sparse categorical cross-entropy: of classes that are given by their numbers.
//! Source: <https://keras.io/api/losses/probabilistic_losses/>.

use super::crossentropy::{Crossentropy, logit_gradient};
use super::row::{Row, clip, sum_of};
use super::{Builtin, Entry, LossFunction, Scalar, Setting, Targets, log_softmax};

/// Sparse categorical cross-entropy, with an output for each class; the target is the number of the class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SparseCategoricalCrossentropy {
    /// Whether `p` are logits. Defaults to false.
    pub from_logits: bool,
}

impl SparseCategoricalCrossentropy {
    /// Of probabilities.
    pub const DEFAULT: SparseCategoricalCrossentropy = SparseCategoricalCrossentropy { from_logits: false };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::flag("from_logits", &mut self.from_logits)]
    }
}

/// The class that a checked target names.
fn class_of<T: Scalar>(row: Row<T>) -> usize {
    row.targets[0].whole()
}

impl<T: Scalar> LossFunction<T> for SparseCategoricalCrossentropy {
    fn entry(&self) -> Entry {
        Entry::new("sparse_categorical_crossentropy", "-ln(p_t / sum(p))").common()
    }

    fn targets(&self) -> Targets {
        Targets::Class
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn crossentropy(&self) -> Option<Crossentropy> {
        Some(Crossentropy { from_logits: self.from_logits, takes_pre_activations: true, activation: Builtin::Softmax })
    }

    fn value(&self, row: Row<T>) -> T {
        if let Some(logits) = row.logits() {
            // The others do not count, not even where 0 times them would be NaN.
            return -log_softmax(logits)(logits[class_of(row)]);
        }
        let sum = sum_of(row.predictions.iter().map(|&p| clip(p)));
        -(clip(row.predictions[class_of(row)]) / sum).ln()
    }

    /// Probabilities are clipped and then divided by their sum.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        let class = class_of(row);
        let target = |unit: usize| if unit == class { 1.0 } else { 0.0 };
        if let Some(logits) = row.logits() {
            return logit_gradient(Builtin::Softmax, row, logits, gradient, target);
        }
        let sum = sum_of(row.predictions.iter().map(|&p| clip(p)));
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let p = row.predictions[unit];
            *gradient = if clip(p) == p { (p / sum - target(unit)) / p } else { 0.0 };
        }
    }
}
