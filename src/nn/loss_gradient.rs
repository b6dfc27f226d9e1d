//! Gradients of the losses by the predictions, where backpropagation starts.

use super::Scalar;
use super::crossentropy::Crossentropy;
use super::loss::Loss;
use super::loss_row::{EPSILON, LossMode, Row, class_of, clip, hinge_target, smooth, sum_of, within_unit};
use glassnet_kernels::Builtin;

impl Loss {
    /// Fills the gradients of `count` rows with what their mean loss changes by, taken by what the mode says; returns
    /// that loss.
    ///
    /// A term is multiplied by its share in the mean, which is rounded first: so does back propagation in Keras.
    pub(super) fn fill_gradients<'a>(
        self,
        mode: LossMode,
        count: usize,
        rows: impl Iterator<Item = (Row<'a, f32>, &'a mut [f32])>,
    ) -> f32 {
        let (count, mut sum) = (count as f32, 0.0);
        let share = |outputs: usize| if self.is_over_classes() { 1.0 / count } else { 1.0 / count / outputs as f32 };
        for (row, gradients) in rows {
            sum += self.row(mode, row);
            self.gradient(mode, row, gradients);
            let share = share(gradients.len());
            gradients.iter_mut().for_each(|gradient| *gradient *= share);
        }
        sum / count
    }

    /// Fills `gradient` with what the loss of one row changes by, but for the share of a term in the mean over outputs.
    #[inline(never)]
    fn gradient(self, mode: LossMode, row: Row<f32>, gradient: &mut [f32]) {
        if let (Some(source), Some((crossentropy, _))) = (mode.logits, self.crossentropy()) {
            return crossentropy.logit_gradient(mode, row, row.logits(source), gradient);
        }
        let Row { targets, predictions, .. } = row;
        match self.supported_in_build() {
            Loss::CategoricalCrossentropy { label_smoothing, .. } => {
                categorical_gradient(Crossentropy::Categorical { label_smoothing }, row, gradient);
            }
            Loss::SparseCategoricalCrossentropy { .. } => sparse_gradient(row, gradient),
            Loss::KlDivergence => {
                for (unit, gradient) in gradient.iter_mut().enumerate() {
                    let p = predictions[unit];
                    let inside = p >= f32::of(EPSILON) && p <= 1.0;
                    *gradient = if inside { -within_unit(targets[unit]) / p } else { 0.0 };
                }
            }
            Loss::BinaryCrossentropy { .. }
            | Loss::Hinge
            | Loss::Huber { .. }
            | Loss::LogCosh
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Poisson => {
                for (unit, gradient) in gradient.iter_mut().enumerate() {
                    *gradient = self.term_gradient(mode, predictions[unit], targets[unit]);
                }
            }
        }
    }

    /// What a term changes by with its prediction; nothing where that is clipped, as NaN is too.
    fn term_gradient(self, mode: LossMode, prediction: f32, target: f32) -> f32 {
        let (zero, one) = (0.0, 1.0);
        let error = prediction - target;
        match self.supported_in_build() {
            Loss::BinaryCrossentropy { label_smoothing, .. } => {
                let (t, p) = (smooth(target, label_smoothing, f32::of(0.5)), clip(prediction));
                if p == prediction { (one - t) / (one - p) - t / p } else { zero }
            }
            Loss::Hinge => {
                let t = hinge_target(mode, target);
                if one - t * prediction >= zero { -t } else { zero }
            }
            // TensorFlow adds the slope of the square times 0 to that of the line: NaN where the former overflows.
            Loss::Huber { delta } => error.largest(-delta).smallest(delta) + zero * (error + error),
            Loss::LogCosh => Scalar::tanh(error),
            Loss::MeanAbsoluteError => error.sign(),
            Loss::MeanAbsolutePercentageError => f32::of(100.0) * error.sign() / target.abs().largest(f32::of(EPSILON)),
            Loss::MeanSquaredLogarithmicError if prediction >= f32::of(EPSILON) => {
                let difference = Scalar::ln_1p(prediction) - Scalar::ln_1p(target.largest(f32::of(EPSILON)));
                f32::of(2.0) * difference / (one + prediction)
            }
            Loss::MeanSquaredLogarithmicError => zero,
            Loss::Poisson => one - target / (prediction + f32::of(EPSILON)),
            Loss::MeanSquaredError => f32::of(2.0) * error,
            // Sums over classes have no terms of one output.
            Loss::CategoricalCrossentropy { .. } | Loss::KlDivergence | Loss::SparseCategoricalCrossentropy { .. } => {
                zero
            }
        }
    }
}

impl Crossentropy {
    /// The gradient by logits, but for the share of a term in the mean over outputs.
    fn logit_gradient(self, mode: LossMode, row: Row<f32>, logits: &[f32], gradient: &mut [f32]) {
        let known = mode.predictions_of_logits.then_some(row.predictions);
        match (self, known) {
            (_, Some(known)) => gradient.copy_from_slice(known),
            (Crossentropy::Binary { .. }, None) => Builtin::Sigmoid.apply(logits.len(), logits, gradient),
            (Crossentropy::Categorical { .. } | Crossentropy::Sparse, None) => {
                Builtin::Softmax.apply(logits.len(), logits, gradient);
            }
        }
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            // TensorFlow's, also where the targets of a row do not sum to 1 and the loss has another slope.
            *gradient -= self.target(row.targets, unit, logits.len());
        }
    }
}

/// The gradient of the categorical cross-entropy of probabilities, which are divided by their sum and then clipped.
fn categorical_gradient(crossentropy: Crossentropy, row: Row<f32>, gradient: &mut [f32]) {
    let sum = sum_of(row.predictions.iter().copied());
    for (unit, gradient) in gradient.iter_mut().enumerate() {
        let q = row.predictions[unit] / sum;
        let target = crossentropy.target(row.targets, unit, row.predictions.len());
        *gradient = if clip(q) == q { -target / q } else { 0.0 };
    }
    let shared = sum_of(gradient.iter().zip(row.predictions).map(|(&d, &p)| d * p / sum));
    gradient.iter_mut().for_each(|gradient| *gradient = (*gradient - shared) / sum);
}

/// The gradient of the sparse categorical cross-entropy of probabilities, which are clipped and then divided by their sum.
fn sparse_gradient(row: Row<f32>, gradient: &mut [f32]) {
    let sum = sum_of(row.predictions.iter().map(|&p| clip(p)));
    let class = class_of(row.targets[0]);
    for (unit, gradient) in gradient.iter_mut().enumerate() {
        let p = row.predictions[unit];
        let target = if unit == class { 1.0 } else { 0.0 };
        *gradient = if clip(p) == p { (p / sum - target) / p } else { 0.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::Activation;

    /// std's functions of the same names differ in their last bits from platform to platform.
    #[test]
    fn slopes_are_computed_with_the_engines_own_functions() {
        let slope = |loss: Loss, prediction: f32, target: f32| {
            loss.term_gradient(loss.mode(Activation::Linear, || false), prediction, target).to_bits()
        };
        for step in 1..2000 {
            let x = step as f32 * 1.7e-3;
            assert_eq!(slope(Loss::LogCosh, x, 0.0), Scalar::tanh(x).to_bits(), "{x}");
            let log: f32 = Scalar::ln_1p(x) - Scalar::ln_1p(1.0_f32);
            assert_eq!(slope(Loss::MeanSquaredLogarithmicError, x, 1.0), (2.0 * log / (1.0 + x)).to_bits(), "{x}");
        }
    }
}
