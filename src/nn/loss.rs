//! How wrong a prediction is.

use super::Scalar;

/// What training lowers.
///
/// Source: <https://keras.io/api/losses/>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Loss {
    /// `L = mean of (prediction - target)²` over outputs and rows; there is no factor 1/2.
    MeanSquaredError,
}

impl Loss {
    /// Keras's name.
    pub fn name(self) -> &'static str {
        match self {
            Loss::MeanSquaredError => "mean_squared_error",
        }
    }

    /// The share of one output in the sum that the loss is the mean of.
    pub fn term<T: Scalar>(self, prediction: T, target: T) -> T {
        match self {
            Loss::MeanSquaredError => (prediction - target) * (prediction - target),
        }
    }

    /// The loss of one row: predictions and targets `[outputs]`.
    pub fn row<T: Scalar>(self, predictions: &[T], targets: &[T]) -> T {
        let sum = predictions
            .iter()
            .zip(targets)
            .fold(T::zero(), |sum, (&p, &t)| sum + self.term(p, t));
        sum / T::from(predictions.len() as f32)
    }

    /// `dL/d prediction` of one output, where the loss is a mean over `count` outputs of all rows.
    pub fn gradient<T: Scalar>(self, prediction: T, target: T, count: usize) -> T {
        match self {
            Loss::MeanSquaredError => T::from(2.0) / T::from(count as f32) * (prediction - target),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_squared_error_is_the_mean_of_the_squares() {
        assert_eq!(
            Loss::MeanSquaredError.row(&[3.0_f32, 1.0], &[1.0, 2.0]),
            (4.0 + 1.0) / 2.0
        );
    }
}
