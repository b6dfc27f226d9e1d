//! What a unit does with its weighted sum.

use super::names::{Named, find};
use super::{Scalar, relu};
use crate::Error;
use crate::error::all_finite;
use crate::number::short;
use glassnet_kernels::{Builtin, Kind, sigmoid, softmax};
use std::str::FromStr;

/// The function from a layer's pre-activations `z` to its outputs `a`.
///
/// Source: <https://keras.io/api/layers/activations/>. Where a function has a corner, its slope there is the
/// one that Keras takes.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Activation {
    /// `a = α (e^z - 1)` for `z <= 0`, else `z`
    Elu {
        /// `α`. Defaults to 1.
        alpha: f32,
    },
    /// `a = e^z`
    Exponential,
    /// `a = z Φ(z)` with the normal distribution `Φ`
    Gelu {
        /// Whether `Φ` is approximated by `(1 + tanh(√(2/π) (z + 0.044715 z³))) / 2`. Defaults to false.
        approximate: bool,
    },
    /// `a = min(max(0, z + 3), 6) / 6`; slope 0 at both ends
    HardSigmoid,
    /// `a = z` for `z > 0`, else `negative_slope · z`
    LeakyRelu {
        /// Slope at and below 0. Defaults to 0.2.
        negative_slope: f32,
    },
    /// `a = z`
    Linear,
    /// `a = max(0, z)`; slope 0 at 0
    Relu,
    /// Relu with settings: `a = z` for `z > threshold`, else `negative_slope · (z - threshold)`, and at most `max_value`
    ReluWith {
        /// Slope below the threshold. Keras's default is 0.
        negative_slope: f32,
        /// The largest output; with one, `z` above the threshold gives at least 0. Keras's default is none.
        max_value: Option<f32>,
        /// Where the unit begins to let through. Keras's default is 0.
        threshold: f32,
    },
    /// `a = s z` for `z > 0`, else `s α (e^z - 1)`, with `α = 1.6733` and `s = 1.0507`; slope `s` at 0
    Selu,
    /// `a = 1 / (1 + e^-z)`
    Sigmoid,
    /// `a = z / (1 + e^-z)`, also called swish
    Silu,
    /// `a_j = e^z_j / Σ_k e^z_k` over the units of the layer
    Softmax,
    /// `a = ln(1 + e^z)`
    Softplus,
    /// `a = z / (1 + |z|)`
    Softsign,
    /// `a = tanh(z)`
    Tanh,
}

const SELU_ALPHA: f64 = 1.673_263_242_354_377_2;
const SELU_SCALE: f64 = 1.050_700_987_355_480_5;
const SQRT_2_OVER_PI: f64 = 0.797_884_560_802_865_4;
const GELU_CUBIC: f64 = 0.044_715;
const SQRT_HALF: f64 = std::f64::consts::FRAC_1_SQRT_2;
const INVERSE_SQRT_2_PI: f64 = 0.398_942_280_401_432_7;

impl Activation {
    /// Rejects settings that give no finite numbers.
    pub(super) fn check(self) -> Result<(), Error> {
        if cfg!(not(feature = "keras")) {
            return Ok(());
        }
        match self {
            Activation::Elu { alpha } => all_finite("alpha", &[alpha]),
            Activation::LeakyRelu { negative_slope } => all_finite("negativeSlope", &[negative_slope]),
            Activation::ReluWith { negative_slope, max_value, threshold } => {
                all_finite("negativeSlope", &[negative_slope])?;
                all_finite("threshold", &[threshold])?;
                let most = max_value.unwrap_or(0.0);
                all_finite("maxValue", &[most])?;
                if most < 0.0 {
                    return Err(Error::out_of_range("maxValue", "0 or more", short(f64::from(most))));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// All of them with their defaults, in the order of their names.
    pub const ALL: [Activation; 14] = {
        use Activation::*;
        [
            Elu { alpha: 1.0 },
            Exponential,
            Gelu { approximate: false },
            HardSigmoid,
            LeakyRelu { negative_slope: 0.2 },
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
    };

    /// Keras's name.
    pub fn name(self) -> &'static str {
        match self {
            Activation::Elu { .. } => "elu",
            Activation::Exponential => "exponential",
            Activation::Gelu { .. } => "gelu",
            Activation::HardSigmoid => "hard_sigmoid",
            Activation::LeakyRelu { .. } => "leaky_relu",
            Activation::Linear => "linear",
            Activation::Relu | Activation::ReluWith { .. } => "relu",
            Activation::Selu => "selu",
            Activation::Sigmoid => "sigmoid",
            Activation::Silu => "silu",
            Activation::Softmax => "softmax",
            Activation::Softplus => "softplus",
            Activation::Softsign => "softsign",
            Activation::Tanh => "tanh",
        }
    }

    /// Fills `outputs` from the `pre_activations` of rows of a layer, both `[rows, units]`, in any precision.
    pub(super) fn apply<T: Scalar>(self, units: usize, pre_activations: &[T], outputs: &mut [T]) {
        match self {
            Activation::Linear => outputs.copy_from_slice(pre_activations),
            Activation::Softmax => softmax(units, pre_activations, outputs),
            _ => outputs.iter_mut().zip(pre_activations).for_each(|(output, &z)| *output = self.value(z)),
        }
    }

    /// How the loops see it.
    pub(super) fn kind(self) -> Kind {
        match self {
            Activation::Linear => Kind::Linear,
            Activation::Relu => Kind::Builtin(Builtin::Relu),
            Activation::Sigmoid => Kind::Builtin(Builtin::Sigmoid),
            Activation::Softmax => Kind::Builtin(Builtin::Softmax),
            Activation::Tanh => Kind::Builtin(Builtin::Tanh),
            _ => Kind::Fallback,
        }
    }

    /// Those that this build can compute: the page's, which trains worked examples alone, has the five that they use.
    pub const KEPT: &'static [Self] = match cfg!(feature = "keras") {
        true => &Activation::ALL,
        false => &[Activation::Linear, Activation::Relu, Activation::Sigmoid, Activation::Softmax, Activation::Tanh],
    };

    /// The output for one pre-activation; softmax of a single unit is 1 whatever comes.
    pub fn value<T: Scalar>(self, z: T) -> T {
        match self {
            Activation::Linear => z,
            Activation::Relu => z.largest(T::zero()),
            Activation::Sigmoid => sigmoid(z),
            Activation::Softmax => T::one(),
            Activation::Tanh => z.tanh(),
            _ => self.fallback_value(z),
        }
    }

    /// [`Activation::value`] of those that [`Activation::KEPT`] leaves out of the page's build.
    fn fallback_value<T: Scalar>(self, z: T) -> T {
        if cfg!(not(feature = "keras")) {
            return z;
        }
        let (zero, one) = (T::zero(), T::one());
        match self {
            Activation::Elu { .. } | Activation::LeakyRelu { .. } if z > zero => z,
            Activation::Elu { alpha } => T::from(alpha) * (z.exp() - one),
            Activation::Exponential => z.exp(),
            Activation::Gelu { approximate: false } => z * normal(z),
            Activation::Gelu { approximate: true } => T::of(0.5) * z * (one + gelu_tanh(z)),
            Activation::HardSigmoid => (z + T::of(3.0)).largest(zero).smallest(T::of(6.0)) / T::of(6.0),
            Activation::LeakyRelu { negative_slope } => T::from(negative_slope) * z,
            Activation::ReluWith { negative_slope, max_value, threshold } => {
                relu::value(T::from(negative_slope), max_value.map(T::from), T::from(threshold), z)
            }
            Activation::Selu if z > zero => T::of(SELU_SCALE) * z,
            Activation::Selu => T::of(SELU_SCALE * SELU_ALPHA) * (z.exp() - one),
            Activation::Silu => z * sigmoid(z),
            Activation::Softplus => softplus(z),
            Activation::Softsign => z / (one + z.abs()),
            _ => z,
        }
    }

    /// `da/dz` of one unit from its pre-activation and output; `None` for softmax, whose units hang together.
    pub fn derivative<T: Scalar>(self, z: T, output: T) -> Option<T> {
        let (zero, one) = (T::zero(), T::one());
        Some(match self {
            Activation::Linear => one,
            Activation::Relu => {
                if z > zero {
                    one
                } else {
                    zero
                }
            }
            Activation::Sigmoid => output * (one - output),
            Activation::Softmax => return None,
            Activation::Tanh => one - output * output,
            _ => self.fallback_derivative(z, output),
        })
    }

    /// [`Activation::derivative`] of the same.
    fn fallback_derivative<T: Scalar>(self, z: T, output: T) -> T {
        let (zero, one) = (T::zero(), T::one());
        if cfg!(not(feature = "keras")) {
            return one;
        }
        match self {
            // What is not below 0 passes through elu and selu, as in TensorFlow: NaN, too.
            Activation::Elu { alpha } if z <= zero => T::from(alpha) * z.exp(),
            Activation::Elu { .. } => one,
            Activation::LeakyRelu { .. } if z > zero => one,
            Activation::Exponential => output,
            Activation::Gelu { approximate: false } => normal(z) + z * normal_density(z),
            Activation::Gelu { approximate: true } => gelu_tanh_slope(z),
            Activation::HardSigmoid if z > T::of(-3.0) && z < T::of(3.0) => one / T::of(6.0),
            Activation::HardSigmoid => zero,
            Activation::LeakyRelu { negative_slope } => T::from(negative_slope),
            Activation::ReluWith { negative_slope, max_value, threshold } => {
                relu::slope(T::from(negative_slope), max_value.map(T::from), T::from(threshold), z)
            }
            Activation::Selu if output < zero => T::of(SELU_SCALE * SELU_ALPHA) * z.exp(),
            Activation::Selu => T::of(SELU_SCALE),
            Activation::Silu => sigmoid(z) * (one + z * (one - sigmoid(z))),
            Activation::Softplus => sigmoid(z),
            Activation::Softsign => one / ((one + z.abs()) * (one + z.abs())),
            _ => one,
        }
    }

    /// Turns `dL/da` of rows of a layer into `dL/dz = dL/da · a'(z)`, all `[rows, units]`; not for softmax.
    pub(super) fn backward(self, pre_activations: &[f32], outputs: &[f32], d_pre: &mut [f32]) {
        for (d_pre, (&z, &output)) in d_pre.iter_mut().zip(pre_activations.iter().zip(outputs)) {
            // Softmax alone has no derivative of one unit, and loops of its own.
            *d_pre *= self.derivative(z, output).unwrap_or(0.0);
        }
    }
}

/// `ln(1 + e^z)`, without overflow.
pub(super) fn softplus<T: Scalar>(z: T) -> T {
    z.largest(T::zero()) + (-z.abs()).exp().ln_1p()
}

/// The share of the standard normal distribution below `z`.
fn normal<T: Scalar>(z: T) -> T {
    T::of(0.5) * (-z * T::of(SQRT_HALF)).erfc()
}

fn normal_density<T: Scalar>(z: T) -> T {
    (-(z * z) * T::of(0.5)).exp() * T::of(INVERSE_SQRT_2_PI)
}

fn gelu_tanh<T: Scalar>(z: T) -> T {
    (T::of(SQRT_2_OVER_PI) * (z + T::of(GELU_CUBIC) * z * z * z)).tanh()
}

fn gelu_tanh_slope<T: Scalar>(z: T) -> T {
    let (one, half, t) = (T::one(), T::of(0.5), gelu_tanh(z));
    let inner = T::of(SQRT_2_OVER_PI) * (one + T::of(3.0 * GELU_CUBIC) * z * z);
    half * (one + t) + half * z * (one - t * t) * inner
}

impl Named for Activation {
    const WHAT: &'static str = "activation";
    const ALIASES: &'static [(&'static str, &'static str)] = &[("swish", "silu")];
    const IS_SAME: fn(&str, &str) -> bool = str::eq;
    const KNOWN: &'static [Self] = Activation::KEPT;

    fn name(&self) -> &'static str {
        Activation::name(*self)
    }
}

impl FromStr for Activation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name)
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
    fn saturated_functions_do_not_overflow() {
        assert_eq!(Activation::Sigmoid.value(1000.0_f32), 1.0);
        assert_eq!(Activation::Sigmoid.value(-1000.0_f32), 0.0);
        assert_eq!(Activation::Softplus.value(1000.0_f32), 1000.0);
        assert_eq!(Activation::Silu.value(-1000.0_f32), 0.0);
    }

    #[test]
    fn softmax_of_equal_pre_activations_shares_evenly_and_large_ones_do_not_overflow() {
        let mut outputs = [0.0_f32; 4];
        Activation::Softmax.apply(4, &[900.0_f32; 4], &mut outputs);
        assert_eq!(outputs, [0.25; 4]);
    }

    #[test]
    fn nan_stays_nan_in_every_activation_and_every_place_of_a_row() {
        for activation in Activation::ALL.into_iter().chain([Activation::Gelu { approximate: true }]) {
            for place in 0..7 {
                let mut row = [0.5_f32; 7];
                row[place] = f32::NAN;
                let mut outputs = [[0.0_f32; 7]; 2];
                activation.apply(7, &row, &mut outputs[0]);
                match activation.kind() {
                    Kind::Builtin(builtin) => builtin.apply(7, &row, &mut outputs[1]),
                    _ => outputs[1] = outputs[0],
                }
                let whole = activation == Activation::Softmax;
                let fits = |at: usize, output: f32| output.is_nan() == (whole || at == place);
                for outputs in outputs {
                    assert!((0..7).all(|at| fits(at, outputs[at])), "{} {place}: {outputs:?}", activation.name());
                }
            }
        }
    }

    #[test]
    fn the_tails_of_gelu_keep_their_digits() {
        // z Φ(z), in double precision.
        for (z, exact) in [(-4.0_f32, -1.266_849_673e-4), (-5.5, -1.044_425_94e-7), (-9.0, -1.015_729_57e-18)] {
            let value = f64::from(Activation::Gelu { approximate: false }.value(z));
            assert!((value / exact - 1.0).abs() < 1e-5, "{z}: {value} {exact}");
        }
    }

    #[test]
    fn every_derivative_is_the_slope_of_its_function() {
        let step = 1e-6;
        let relu_with =
            |negative_slope, max_value, threshold| Activation::ReluWith { negative_slope, max_value, threshold };
        let more = [
            Activation::Gelu { approximate: true },
            relu_with(0.25, None, 0.0),
            relu_with(0.0, Some(1.0), 0.0),
            relu_with(0.5, Some(6.0), 0.5),
            relu_with(0.5, None, -1.0),
            relu_with(0.0, Some(2.0), -3.0),
        ];
        for activation in Activation::ALL.into_iter().chain(more) {
            for z in [-4.3, -2.1, -0.4, 0.3, 1.7, 5.2] {
                let Some(derivative) = activation.derivative::<f64>(z, activation.value(z)) else {
                    continue;
                };
                let slope = (activation.value(z + step) - activation.value(z - step)) / (2.0 * step);
                assert!((derivative - slope).abs() < 1e-7, "{} at {z}: {derivative} {slope}", activation.name());
            }
        }
    }

    #[test]
    fn every_name_is_read_back_and_an_unknown_one_is_rejected_with_the_nearest() {
        for activation in Activation::ALL {
            assert_eq!(activation.name().parse(), Ok(activation));
        }
        assert_eq!("swish".parse(), Ok(Activation::Silu));
        let error = "sigmoied".parse::<Activation>().unwrap_err();
        assert!(error.expected().starts_with("sigmoid or one of elu, exponential,"), "{error}");
    }
}
