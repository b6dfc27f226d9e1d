//! Which activations a build has.

use super::Activation;
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
