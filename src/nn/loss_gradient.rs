//! What a loss changes by with the predictions, where back propagation begins.

use super::Scalar;
use super::activation::{sigmoid, softmax};
use super::loss::{EPSILON, Loss, Reading, Row, class_of, clip, hinge_target, smooth, sum_of, within_unit};

impl Loss {
    /// Fills the gradients of `count` rows with what their mean loss changes by, taken by what the reading says; returns
    /// that loss.
    ///
    /// A term is multiplied by its share in the mean, which is rounded first: so does back propagation in Keras.
    pub(super) fn fill_gradients<'a>(
        self,
        reading: Reading,
        count: usize,
        rows: impl Iterator<Item = (Row<'a, f32>, &'a mut [f32])>,
    ) -> f32 {
        let (count, mut sum) = (count as f32, 0.0);
        let share = |outputs: usize| if self.is_over_classes() { 1.0 / count } else { 1.0 / count / outputs as f32 };
        if matches!(self.kept(), Loss::MeanSquaredError) {
            for (row, gradients) in rows {
                sum += squares(row, 2.0 * share(gradients.len()), gradients);
            }
            return sum / count;
        }
        for (row, gradients) in rows {
            sum += self.row(reading, row);
            self.gradient(reading, row, gradients);
            let share = share(gradients.len());
            gradients.iter_mut().for_each(|gradient| *gradient *= share);
        }
        sum / count
    }

    /// Fills `gradient` with what the loss of one row changes by, but for the share of a term in the mean over outputs.
    #[inline(never)]
    fn gradient<T: Scalar>(self, reading: Reading, row: Row<T>, gradient: &mut [T]) {
        if let Some(by) = reading.logits {
            return self.logit_gradient(reading, row, row.logits(by), gradient);
        }
        let Row { targets, predictions, .. } = row;
        match self.kept() {
            Loss::CategoricalCrossentropy { .. } => self.categorical_gradient(row, gradient),
            Loss::SparseCategoricalCrossentropy { .. } => sparse_gradient(row, gradient),
            Loss::KlDivergence => {
                for (unit, gradient) in gradient.iter_mut().enumerate() {
                    let p = predictions[unit];
                    let inside = p >= T::of(EPSILON) && p <= T::one();
                    *gradient = if inside { -within_unit(targets[unit]) / p } else { T::zero() };
                }
            }
            _ => {
                for (unit, gradient) in gradient.iter_mut().enumerate() {
                    *gradient = self.term_gradient(reading, predictions[unit], targets[unit]);
                }
            }
        }
    }

    /// What a term changes by with its prediction.
    fn term_gradient<T: Scalar>(self, reading: Reading, prediction: T, target: T) -> T {
        let (zero, one) = (T::zero(), T::one());
        let error = prediction - target;
        match self.kept() {
            Loss::BinaryCrossentropy { label_smoothing, .. } => {
                let (t, p) = (smooth(target, label_smoothing, T::of(0.5)), clip(prediction));
                if p == prediction { (one - t) / (one - p) - t / p } else { zero }
            }
            Loss::Hinge => {
                let t = hinge_target(reading, target);
                if one - t * prediction >= zero { -t } else { zero }
            }
            Loss::Huber { delta } => error.largest(-T::from(delta)).smallest(T::from(delta)),
            Loss::LogCosh => error.tanh(),
            Loss::MeanAbsoluteError => error.sign(),
            Loss::MeanAbsolutePercentageError => T::of(100.0) * error.sign() / target.abs().largest(T::of(EPSILON)),
            Loss::MeanSquaredLogarithmicError if prediction > T::of(EPSILON) => {
                let difference = prediction.ln_1p() - target.largest(T::of(EPSILON)).ln_1p();
                T::of(2.0) * difference / (one + prediction)
            }
            Loss::MeanSquaredLogarithmicError => zero,
            Loss::Poisson => one - target / (prediction + T::of(EPSILON)),
            _ => T::of(2.0) * error,
        }
    }

    fn logit_gradient<T: Scalar>(self, reading: Reading, row: Row<T>, logits: &[T], gradient: &mut [T]) {
        let known = reading.predictions_of_logits.then_some(row.predictions);
        if let Loss::BinaryCrossentropy { label_smoothing, .. } = self.kept() {
            for (unit, gradient) in gradient.iter_mut().enumerate() {
                let target = smooth(row.targets[unit], label_smoothing, T::of(0.5));
                let prediction = known.map_or_else(|| sigmoid(logits[unit]), |known| known[unit]);
                *gradient = prediction - target;
            }
            return;
        }
        let target = |unit| self.class_target(row.targets, unit, logits.len());
        let sum = sum_of((0..logits.len()).map(target));
        match known {
            Some(known) => gradient.copy_from_slice(known),
            None => softmax(logits.len(), logits, gradient),
        }
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            *gradient = *gradient * sum - target(unit);
        }
    }

    /// Of probabilities that are divided by their sum and then clipped.
    fn categorical_gradient<T: Scalar>(self, row: Row<T>, gradient: &mut [T]) {
        let sum = sum_of(row.predictions.iter().copied());
        for (unit, gradient) in gradient.iter_mut().enumerate() {
            let q = row.predictions[unit] / sum;
            let target = self.class_target(row.targets, unit, row.predictions.len());
            *gradient = if clip(q) == q { -target / q } else { T::zero() };
        }
        let shared = sum_of(gradient.iter().zip(row.predictions).map(|(&d, &p)| d * p / sum));
        gradient.iter_mut().for_each(|gradient| *gradient = (*gradient - shared) / sum);
    }
}

/// Fills the gradient of a row's mean of squares: each error times `factor`; returns the mean.
#[inline(always)]
fn squares(row: Row<f32>, factor: f32, gradients: &mut [f32]) -> f32 {
    let mut sum = 0.0;
    for ((gradient, p), t) in gradients.iter_mut().zip(row.predictions).zip(row.targets) {
        let error = p - t;
        *gradient = factor * error;
        sum += error * error;
    }
    sum / gradients.len() as f32
}

/// Of probabilities that are clipped and then divided by their sum.
fn sparse_gradient<T: Scalar>(row: Row<T>, gradient: &mut [T]) {
    let sum = sum_of(row.predictions.iter().map(|&p| clip(p)));
    let class = class_of(row.targets[0]);
    for (unit, gradient) in gradient.iter_mut().enumerate() {
        let p = row.predictions[unit];
        let target = if unit == class { T::one() } else { T::zero() };
        *gradient = if clip(p) == p { (p / sum - target) / p } else { T::zero() };
    }
}
