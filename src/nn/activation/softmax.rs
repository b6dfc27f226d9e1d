//! Softmax: the outputs of a layer as probabilities.

use super::{ActivationFunction, Bounds, Builtin, Entry, Kind, Scalar, softmax};

/// Softmax over the units of a layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Softmax;

impl<T: Scalar> ActivationFunction<T> for Softmax {
    fn entry(&self) -> Entry {
        Entry::new("softmax", "exp(z_j) / sum_k exp(z_k)").common()
    }

    fn value(&self, _z: T) -> T {
        T::one()
    }

    fn derivative(&self, _z: T, _output: T) -> Option<T> {
        None
    }

    fn apply(&self, units: usize, pre_activations: &[T], outputs: &mut [T]) {
        softmax(units, pre_activations, outputs);
    }

    /// `dL/dz_j = a_j (dL/da_j - Σ_k a_k dL/da_k)`, beside the kernels' loop for a layer whose outputs are penalized.
    #[cfg(feature = "full")]
    fn backward(&self, units: usize, _pre_activations: &[T], outputs: &[T], gradients: &mut [T]) {
        for (outputs, gradients) in outputs.chunks_exact(units).zip(gradients.chunks_exact_mut(units)) {
            let shared = outputs.iter().zip(&*gradients).fold(T::zero(), |sum, (&a, &d)| sum + a * d);
            gradients.iter_mut().zip(outputs).for_each(|(gradient, &a)| *gradient = a * (*gradient - shared));
        }
    }

    fn kind(&self) -> Kind {
        Kind::Builtin(Builtin::Softmax)
    }

    fn bounds(&self) -> Bounds {
        (Some(0.0), Some(1.0))
    }
}
