//! What a unit does with its weighted sum.

use super::Scalar;
use crate::Error;
use std::str::FromStr;

/// The function from a layer's pre-activations `z` to its outputs `a`.
///
/// Source: <https://keras.io/api/layers/activations/>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Activation {
    /// `a = z`
    Linear,
    /// `a = max(0, z)`; its slope at 0 is 0, as in Keras.
    Relu,
    /// `a = 1 / (1 + e^-z)`
    Sigmoid,
    /// `a_j = e^z_j / Σ_k e^z_k` over the units of the layer
    Softmax,
    /// `a = tanh(z)`
    Tanh,
}

impl Activation {
    /// All of them, in the order of their names.
    pub const ALL: [Activation; 5] = {
        use Activation::*;
        [Linear, Relu, Sigmoid, Softmax, Tanh]
    };

    /// Keras's name.
    pub fn name(self) -> &'static str {
        match self {
            Activation::Linear => "linear",
            Activation::Relu => "relu",
            Activation::Sigmoid => "sigmoid",
            Activation::Softmax => "softmax",
            Activation::Tanh => "tanh",
        }
    }

    /// Fills `outputs` from the `pre_activations` of one row of a layer, both `[units]`.
    pub fn apply<T: Scalar>(self, pre_activations: &[T], outputs: &mut [T]) {
        if self == Activation::Softmax {
            return softmax(pre_activations, outputs);
        }
        for (output, &z) in outputs.iter_mut().zip(pre_activations) {
            *output = self.value(z);
        }
    }

    /// The output for one pre-activation; softmax of a single unit is 1 whatever comes.
    pub fn value<T: Scalar>(self, z: T) -> T {
        match self {
            Activation::Linear => z,
            Activation::Relu if z > T::zero() => z,
            Activation::Relu => T::zero(),
            Activation::Sigmoid => sigmoid(z),
            Activation::Softmax => T::one(),
            Activation::Tanh => z.tanh(),
        }
    }

    /// `da/dz` of one unit from its pre-activation and output; `None` for softmax, whose units hang together.
    pub fn derivative<T: Scalar>(self, pre_activation: T, output: T) -> Option<T> {
        match self {
            Activation::Linear => Some(T::one()),
            Activation::Relu if pre_activation > T::zero() => Some(T::one()),
            Activation::Relu => Some(T::zero()),
            Activation::Sigmoid => Some(output * (T::one() - output)),
            Activation::Softmax => None,
            Activation::Tanh => Some(T::one() - output * output),
        }
    }

    /// Fills `dL/dz` from `dL/da` for one row of a layer, all `[units]`.
    ///
    /// `dL/dz = dL/da · a'(z)`; for softmax `dL/dz_j = a_j (dL/da_j - Σ_k a_k dL/da_k)`.
    pub fn backward<T: Scalar>(
        self,
        pre_activations: &[T],
        outputs: &[T],
        d_outputs: &[T],
        d_pre: &mut [T],
    ) {
        let shared = match self {
            Activation::Softmax => outputs
                .iter()
                .zip(d_outputs)
                .fold(T::zero(), |sum, (&output, &d_output)| {
                    sum + output * d_output
                }),
            _ => T::zero(),
        };
        for unit in 0..d_pre.len() {
            d_pre[unit] = match self.derivative(pre_activations[unit], outputs[unit]) {
                Some(derivative) => d_outputs[unit] * derivative,
                None => outputs[unit] * (d_outputs[unit] - shared),
            };
        }
    }
}

/// Computed from the side on which `exp` cannot overflow.
fn sigmoid<T: Scalar>(z: T) -> T {
    if z < T::zero() {
        let e = z.exp();
        e / (T::one() + e)
    } else {
        T::one() / (T::one() + (-z).exp())
    }
}

/// Subtracts the largest pre-activation first, which changes nothing but the risk of overflow.
fn softmax<T: Scalar>(pre_activations: &[T], outputs: &mut [T]) {
    let largest =
        pre_activations.iter().fold(
            pre_activations[0],
            |largest, &z| if z > largest { z } else { largest },
        );
    let mut sum = T::zero();
    for (output, &z) in outputs.iter_mut().zip(pre_activations) {
        *output = (z - largest).exp();
        sum += *output;
    }
    for output in outputs {
        *output /= sum;
    }
}

impl FromStr for Activation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Activation::ALL
            .into_iter()
            .find(|activation| activation.name() == name)
            .ok_or_else(|| {
                Error::unknown_name("activation", &Activation::ALL.map(Activation::name), name)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigmoid_gives_the_two_values_of_the_tutorial() {
        assert_eq!(Activation::Sigmoid.value(1.0_f32), 0.731_058_6);
        assert_eq!(Activation::Sigmoid.value(0.0_f32), 0.5);
    }

    #[test]
    fn sigmoid_saturates_without_overflow() {
        assert_eq!(Activation::Sigmoid.value(1000.0_f32), 1.0);
        assert_eq!(Activation::Sigmoid.value(-1000.0_f32), 0.0);
    }

    #[test]
    fn softmax_of_equal_pre_activations_shares_evenly_and_large_ones_do_not_overflow() {
        let mut outputs = [0.0_f32; 4];
        Activation::Softmax.apply(&[900.0; 4], &mut outputs);
        assert_eq!(outputs, [0.25; 4]);
    }

    #[test]
    fn every_name_is_read_back_and_an_unknown_one_is_refused_with_the_known_ones() {
        for activation in Activation::ALL {
            assert_eq!(activation.name().parse(), Ok(activation));
        }
        let error = "sigmoied".parse::<Activation>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "activation: expected linear, relu, sigmoid, softmax, tanh, received sigmoied"
        );
    }
}
