//! Regularizers and constraints of a dense layer.

#[cfg(feature = "full")]
use super::super::OrthogonalRegularizer;
use super::super::Regularizer;
use super::Dense;
use std::ops::Range;

impl Dense {
    /// Whether the layer has a constraint.
    #[cfg(feature = "full")]
    pub(in super::super) fn is_constrained(&self) -> bool {
        self.kernel_constraint.is_some() || self.bias_constraint.is_some()
    }

    /// Applies the constraints to the parameters of the model after an update.
    #[cfg(feature = "full")]
    pub(in super::super) fn constrain(&self, parameters: &mut [f32]) {
        if let Some(constraint) = self.kernel_constraint {
            constraint.apply(self.units, &mut parameters[self.kernel_range()]);
        }
        if let Some(constraint) = self.bias_constraint {
            constraint.apply(1, &mut parameters[self.bias_range()]);
        }
    }

    /// Whether the layer adds to the loss.
    pub(in super::super) fn has_penalty(&self) -> bool {
        #[cfg(feature = "full")]
        if self.activity_regularizer.is_some() {
            return true;
        }
        self.is_regularized()
    }

    /// Whether kernel or bias have a regularizer.
    pub(super) fn is_regularized(&self) -> bool {
        self.kernel_regularizer.is_some() || self.bias_regularizer.is_some()
    }

    /// The regularizers' penalty.
    pub(in super::super) fn penalty(&self, parameters: &[f32]) -> f32 {
        let of = |regularizer: Option<Regularizer>, range: Range<usize>| {
            regularizer.map_or(0.0, |regularizer| regularizer.penalty(&parameters[range]))
        };
        let penalty = of(self.kernel_regularizer, self.kernel_range()) + of(self.bias_regularizer, self.bias_range());
        #[cfg(feature = "full")]
        if let Some(orthogonal) = self.orthogonal() {
            return penalty + orthogonal.penalty(self.units, &parameters[self.kernel_range()]);
        }
        penalty
    }

    /// Adds the gradients of the penalty.
    pub(in super::super) fn add_penalty_gradients(&self, parameters: &[f32], gradients: &mut [f32]) {
        if let Some(regularizer) = self.kernel_regularizer {
            regularizer.add_gradient(&parameters[self.kernel_range()], &mut gradients[self.kernel_range()]);
        }
        if let Some(regularizer) = self.bias_regularizer {
            regularizer.add_gradient(&parameters[self.bias_range()], &mut gradients[self.bias_range()]);
        }
        #[cfg(feature = "full")]
        if let Some(orthogonal) = self.orthogonal() {
            orthogonal.add_gradient(self.units, &parameters[self.kernel_range()], &mut gradients[self.kernel_range()]);
        }
    }

    #[cfg(feature = "full")]
    fn orthogonal(&self) -> Option<OrthogonalRegularizer> {
        self.kernel_regularizer?.orthogonal
    }
}
