//! Which activations a build has.

use super::Activation;
#[cfg(not(feature = "keras"))]
use super::Scalar;
use crate::Error;

impl Activation {
    /// Those that this build can compute: that with the feature `keras` alone has the ones that are used most, the
    /// page's, which trains worked examples alone, the five that they use.
    pub const SUPPORTED: &'static [Self] = {
        use Activation::*;
        if cfg!(feature = "full") {
            &Activation::ALL
        } else if cfg!(feature = "keras") {
            &[
                Elu(super::Elu::DEFAULT),
                Exponential,
                Gelu(super::Gelu::DEFAULT),
                HardSigmoid,
                LeakyRelu(super::LeakyRelu::DEFAULT),
                Linear,
                Relu,
                Selu,
                Sigmoid,
                Silu,
                Softmax,
                Softplus,
                Softsign,
                Tanh,
            ]
        } else {
            &[Linear, Relu, Sigmoid, Softmax, Tanh]
        }
    };

    /// Rejects an activation that this build leaves out.
    pub(in crate::nn) fn check_supported(self) -> Result<(), Error> {
        let is_same = |known: &Activation| std::mem::discriminant(known) == std::mem::discriminant(&self);
        let is_set_relu = cfg!(feature = "keras") && matches!(self, Activation::ReluWith(_));
        if cfg!(feature = "full") || is_set_relu || Activation::SUPPORTED.iter().any(is_same) {
            return Ok(());
        }
        Err(Error::out_of_range("activation", "one of this build", "one that it leaves out"))
    }
}

#[cfg(not(feature = "keras"))]
impl Activation {
    /// Turns `gradients` from `dL/da` into `dL/dz` for the one row of a worked example, in any precision: of the page's
    /// build softmax alone is a function of all units.
    pub(crate) fn backward<T: Scalar>(self, _units: usize, pre_activations: &[T], outputs: &[T], gradients: &mut [T]) {
        let shared = outputs.iter().zip(&*gradients).fold(T::zero(), |sum, (&a, &d)| sum + a * d);
        for (gradient, (&z, &a)) in gradients.iter_mut().zip(pre_activations.iter().zip(outputs)) {
            *gradient = match self.derivative(z, a) {
                Some(derivative) => *gradient * derivative,
                None => a * (*gradient - shared),
            };
        }
    }
}
