//! Logarithm of softmax.

use super::{ActivationFunction, Bounds, Entry, Scalar};

/// `ln softmax` of each number of a row, stable wherever they lie.
pub(in crate::nn) fn log_softmax<T: Scalar>(row: &[T]) -> impl Fn(T) -> T {
    let largest = row.iter().fold(row[0], |largest, &z| largest.largest(z));
    let log_sum = row.iter().fold(T::zero(), |sum, &z| sum + (z - largest).exp()).ln();
    move |z| z - largest - log_sum
}

/// The logarithms of softmax over the units of a layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LogSoftmax;

impl<T: Scalar> ActivationFunction<T> for LogSoftmax {
    fn entry(&self) -> Entry {
        Entry::new("log_softmax", "z_j - ln(sum_k exp(z_k))")
    }

    fn value(&self, _z: T) -> T {
        T::zero()
    }

    fn derivative(&self, _z: T, _output: T) -> Option<T> {
        None
    }

    fn apply(&self, units: usize, pre_activations: &[T], outputs: &mut [T]) {
        for (row, outputs) in pre_activations.chunks_exact(units).zip(outputs.chunks_exact_mut(units)) {
            let log_softmax = log_softmax(row);
            outputs.iter_mut().zip(row).for_each(|(output, &z)| *output = log_softmax(z));
        }
    }

    /// `dL/dz_j = dL/da_j - e^a_j Σ_k dL/da_k`
    #[cfg(feature = "keras")]
    fn backward(&self, units: usize, _pre_activations: &[T], outputs: &[T], gradients: &mut [T]) {
        for (outputs, gradients) in outputs.chunks_exact(units).zip(gradients.chunks_exact_mut(units)) {
            let sum = gradients.iter().fold(T::zero(), |sum, &gradient| sum + gradient);
            gradients.iter_mut().zip(outputs).for_each(|(gradient, &a)| *gradient -= a.exp() * sum);
        }
    }

    fn bounds(&self) -> Bounds {
        (None, Some(0.0))
    }
}
