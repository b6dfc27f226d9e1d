//! The rule that turns gradients into new weights.

use crate::Error;
use crate::error::all_finite;

/// How an update uses the gradients.
///
/// Source: <https://keras.io/api/optimizers/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Optimizer {
    /// Gradient descent: `w ← w - learning_rate · dL/dw`.
    Sgd {
        /// Step size. Defaults to 0.01.
        learning_rate: f32,
    },
}

impl Default for Optimizer {
    fn default() -> Self {
        Optimizer::Sgd {
            learning_rate: 0.01,
        }
    }
}

impl Optimizer {
    /// Gradient descent with a step size.
    ///
    /// # Errors
    /// Refuses a learning rate that is not finite or not above 0.
    pub fn sgd(learning_rate: f32) -> Result<Self, Error> {
        all_finite("learningRate", &[learning_rate])?;
        if learning_rate <= 0.0 {
            return Err(Error::out_of_range(
                "learningRate",
                "a number above 0",
                crate::number::short(f64::from(learning_rate)),
            ));
        }
        Ok(Optimizer::Sgd { learning_rate })
    }

    /// What one parameter changes by, to be subtracted from it.
    pub fn change(self, gradient: f32) -> f32 {
        match self {
            Optimizer::Sgd { learning_rate } => learning_rate * gradient,
        }
    }

    /// One update of all parameters; keeps them and returns `false` where one would stop being finite.
    pub fn update(self, parameters: &mut [f32], gradients: &[f32]) -> bool {
        let finite = parameters
            .iter()
            .zip(gradients)
            .all(|(w, &gradient)| (w - self.change(gradient)).is_finite());
        if finite {
            for (w, &gradient) in parameters.iter_mut().zip(gradients) {
                *w -= self.change(gradient);
            }
        }
        finite
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradient_descent_subtracts_the_learning_rate_times_the_gradient() {
        let mut weights = [1.0, 2.0];
        assert!(
            Optimizer::sgd(0.5)
                .unwrap()
                .update(&mut weights, &[2.0, -2.0])
        );
        assert_eq!(weights, [0.0, 3.0]);
    }

    #[test]
    fn an_update_to_infinity_is_not_made() {
        let mut weights = [1.0, 2.0];
        assert!(
            !Optimizer::sgd(1.0)
                .unwrap()
                .update(&mut weights, &[1.0, f32::INFINITY])
        );
        assert_eq!(weights, [1.0, 2.0]);
    }

    #[test]
    fn a_learning_rate_of_zero_is_refused() {
        let message = Optimizer::sgd(0.0).unwrap_err().to_string();
        assert_eq!(
            message,
            "learningRate: expected a number above 0, received 0"
        );
    }
}
