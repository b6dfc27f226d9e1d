//! Cosine similarity, negated: of directions. Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::{EPSILON, Row, sum_of};
use super::{Entry, LossFunction, Scalar, Targets};

/// Cosine similarity of prediction and target, negated: -1 where they point the same way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CosineSimilarity;

/// What a vector is multiplied by to have a length of 1, at most `1 / 1e-7`.
fn inverse_length<T: Scalar>(vector: &[T]) -> T {
    let squares = sum_of(vector.iter().map(|&x| x * x));
    (T::one() / squares.sqrt()).smallest(T::of(1.0 / EPSILON))
}

/// The cosine of the angle between the two; 0 where one of them is 0.
pub(in crate::nn) fn cosine<T: Scalar>(predictions: &[T], targets: &[T]) -> T {
    let (of_predictions, of_targets) = (inverse_length(predictions), inverse_length(targets));
    sum_of(predictions.iter().zip(targets).map(|(&p, &t)| (p * of_predictions) * (t * of_targets)))
}

impl<T: Scalar> LossFunction<T> for CosineSimilarity {
    fn entry(&self) -> Entry {
        Entry::new("cosine_similarity", "-sum(t * p) / (norm(t) * norm(p))")
            .other_aliases(&["cosine_proximity"])
            .api_only()
    }

    fn targets(&self) -> Targets {
        Targets::Directions
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn value(&self, row: Row<T>) -> T {
        -cosine(row.predictions, row.targets)
    }

    /// `-(t̂ - cos · p̂) / |p|` with `t̂` and `p̂` of length 1. TensorFlow multiplies what the squares change by, NaN where that
    /// overflows, by the rest.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        let (of_predictions, of_targets) = (inverse_length(row.predictions), inverse_length(row.targets));
        let is_limited = of_predictions >= f32::of(1.0 / EPSILON);
        let cosine = if is_limited { 0.0 } else { cosine(row.predictions, row.targets) };
        for (gradient, (&p, &t)) in gradient.iter_mut().zip(row.predictions.iter().zip(row.targets)) {
            *gradient = (cosine * (p * of_predictions) - t * of_targets) * of_predictions + 0.0 * (p + p);
        }
    }
}
