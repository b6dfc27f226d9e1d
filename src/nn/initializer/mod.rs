//! Initializers: where start weights come from.

#[cfg(feature = "full")]
mod orthogonal;
#[cfg(feature = "full")]
mod variance_scaling;

use super::Random;
#[cfg(feature = "full")]
use super::choice::Choice;
use super::names::{Entry, Named, find};
use super::setting::{Range, Setting};
use crate::Error;
use std::str::FromStr;

#[cfg(feature = "full")]
pub use variance_scaling::{Distribution, Fan, VarianceScaling};

/// Initializer: a rule for the start values of a kernel or bias.
///
/// `inputs` is the count of inputs of the layer, `units` that of its units; for a bias both are the units.
/// Source: <https://keras.io/api/layers/initializers/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Initializer {
    /// All the same.
    Constant {
        /// Defaults to 0.
        value: f32,
    },
    /// Normal, cut at two deviations, with a variance of `2 / (inputs + units)`
    GlorotNormal,
    /// Even between `-l` and `l` with `l = √(6 / (inputs + units))`; Keras's default for kernels.
    GlorotUniform,
    /// Normal, cut at two deviations, with a variance of `2 / inputs`
    HeNormal,
    /// Even between `-l` and `l` with `l = √(6 / inputs)`
    HeUniform,
    /// `gain` where the input and the unit have the same number, else 0; for kernels alone.
    #[cfg(feature = "full")]
    Identity {
        /// Defaults to 1.
        gain: f32,
    },
    /// Normal, cut at two deviations, with a variance of `1 / inputs`
    LecunNormal,
    /// Even between `-l` and `l` with `l = √(3 / inputs)`
    LecunUniform,
    /// All 1.
    Ones,
    /// `gain` times orthonormal columns, or rows where there are fewer of them; for kernels alone.
    #[cfg(feature = "full")]
    Orthogonal {
        /// Defaults to 1.
        gain: f32,
    },
    /// Normal.
    RandomNormal {
        /// Defaults to 0.
        mean: f32,
        /// Defaults to 0.05.
        stddev: f32,
    },
    /// Even.
    RandomUniform {
        /// Defaults to -0.05.
        minval: f32,
        /// Defaults to 0.05.
        maxval: f32,
    },
    /// Normal, drawn again beyond two deviations; its variance is then 0.774 of the normal one's.
    TruncatedNormal {
        /// Defaults to 0.
        mean: f32,
        /// Defaults to 0.05.
        stddev: f32,
    },
    /// A variance of `scale / n`, where `n` counts inputs, units or the mean of both.
    #[cfg(feature = "full")]
    VarianceScaling(VarianceScaling),
    /// All 0; Keras's default for biases.
    Zeros,
}

/// The deviation of a standard normal that is cut at two deviations.
const CUT_DEVIATION: f32 = 0.879_625_7;

impl Initializer {
    /// All that the build has, with their defaults, in the order of their names.
    pub const ALL: &'static [Initializer] = {
        use Initializer::*;
        &[
            Constant { value: 0.0 },
            GlorotNormal,
            GlorotUniform,
            HeNormal,
            HeUniform,
            #[cfg(feature = "full")]
            Identity { gain: 1.0 },
            LecunNormal,
            LecunUniform,
            Ones,
            #[cfg(feature = "full")]
            Orthogonal { gain: 1.0 },
            RandomNormal { mean: 0.0, stddev: 0.05 },
            RandomUniform { minval: -0.05, maxval: 0.05 },
            TruncatedNormal { mean: 0.0, stddev: 0.05 },
            #[cfg(feature = "full")]
            VarianceScaling(self::VarianceScaling::DEFAULT),
            Zeros,
        ]
    };

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Whether it is for kernels alone, as it looks at rows and columns.
    #[cfg(feature = "full")]
    pub(super) fn is_for_matrices(self) -> bool {
        matches!(self, Initializer::Identity { .. } | Initializer::Orthogonal { .. })
    }

    /// Fills a kernel `[inputs, units]`, row by row, or a bias.
    pub fn fill(self, random: &mut Random, inputs: usize, units: usize, numbers: &mut [f32]) {
        let (both, fan_in) = ((inputs + units) as f32, inputs as f32);
        match self {
            Initializer::Constant { value } => numbers.fill(value),
            Initializer::Ones => numbers.fill(1.0),
            Initializer::Zeros => numbers.fill(0.0),
            Initializer::GlorotUniform => even(random, 6.0 / both, numbers),
            Initializer::HeUniform => even(random, 6.0 / fan_in, numbers),
            Initializer::LecunUniform => even(random, 3.0 / fan_in, numbers),
            Initializer::GlorotNormal => cut(random, 0.0, (2.0 / both).sqrt() / CUT_DEVIATION, numbers),
            Initializer::HeNormal => cut(random, 0.0, (2.0 / fan_in).sqrt() / CUT_DEVIATION, numbers),
            Initializer::LecunNormal => cut(random, 0.0, (1.0 / fan_in).sqrt() / CUT_DEVIATION, numbers),
            Initializer::TruncatedNormal { mean, stddev } => cut(random, mean, stddev, numbers),
            Initializer::RandomNormal { mean, stddev } => numbers.fill_with(|| mean + stddev * random.normal()),
            Initializer::RandomUniform { minval, maxval } => numbers.fill_with(|| random.uniform(minval, maxval)),
            #[cfg(feature = "full")]
            Initializer::Identity { gain } => {
                for (input, row) in numbers.chunks_mut(units.max(1)).enumerate() {
                    row.iter_mut().enumerate().for_each(|(unit, w)| *w = if unit == input { gain } else { 0.0 });
                }
            }
            #[cfg(feature = "full")]
            Initializer::Orthogonal { gain } => orthogonal::fill(random, gain, units, numbers),
            #[cfg(feature = "full")]
            Initializer::VarianceScaling(rule) => rule.fill(random, inputs, units, numbers),
        }
    }
}

/// Even between the roots of `square`.
fn even(random: &mut Random, square: f32, numbers: &mut [f32]) {
    let limit = square.sqrt();
    numbers.fill_with(|| random.uniform(-limit, limit));
}

/// Normal; what lies beyond two deviations is drawn again.
fn cut(random: &mut Random, mean: f32, stddev: f32, numbers: &mut [f32]) {
    numbers.fill_with(|| {
        loop {
            let number = random.normal();
            if number.abs() <= 2.0 {
                return mean + stddev * number;
            }
        }
    });
}

impl Named for Initializer {
    const KIND: &'static str = "initializer";
    const KNOWN: &'static [Self] = Initializer::ALL;

    fn entry(&self) -> Entry {
        match self {
            Initializer::Constant { .. } => Entry::new("constant", "value"),
            Initializer::GlorotNormal => {
                Entry::new("glorot_normal", "normal, truncated, with variance 2 / (inputs + units)").common()
            }
            Initializer::GlorotUniform => {
                Entry::new("glorot_uniform", "uniform in -l..l with l = sqrt(6 / (inputs + units))").common()
            }
            Initializer::HeNormal => Entry::new("he_normal", "normal, truncated, with variance 2 / inputs").common(),
            Initializer::HeUniform => Entry::new("he_uniform", "uniform in -l..l with l = sqrt(6 / inputs)").common(),
            Initializer::LecunNormal => Entry::new("lecun_normal", "normal, truncated, with variance 1 / inputs"),
            Initializer::LecunUniform => Entry::new("lecun_uniform", "uniform in -l..l with l = sqrt(3 / inputs)"),
            Initializer::Ones => Entry::new("ones", "1").aliases(&["one"]),
            Initializer::RandomNormal { .. } => {
                Entry::new("random_normal", "normal with mean and stddev").aliases(&["normal"])
            }
            Initializer::RandomUniform { .. } => {
                Entry::new("random_uniform", "uniform in minval..maxval").aliases(&["uniform"])
            }
            Initializer::TruncatedNormal { .. } => {
                Entry::new("truncated_normal", "normal with mean and stddev, drawn again beyond 2 stddev")
            }
            Initializer::Zeros => Entry::new("zeros", "0").aliases(&["zero"]),
            #[cfg(feature = "full")]
            Initializer::Identity { .. } => Entry::new("identity", "input = unit ? gain : 0; for kernels")
                .aliases(&["IdentityInitializer"])
                .api_only(),
            #[cfg(feature = "full")]
            Initializer::Orthogonal { .. } => {
                Entry::new("orthogonal", "gain * orthonormal columns, or rows if these are fewer; for kernels")
                    .aliases(&["OrthogonalInitializer"])
                    .api_only()
            }
            #[cfg(feature = "full")]
            Initializer::VarianceScaling(_) => Entry::new("variance_scaling", "with variance scale / n").api_only(),
        }
    }

    fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            #[cfg(feature = "full")]
            Initializer::Identity { gain } | Initializer::Orthogonal { gain } => {
                vec![Setting::single("gain", Range::Finite, gain)]
            }
            #[cfg(feature = "full")]
            Initializer::VarianceScaling(rule) => rule.settings(),
            // Keras 3 knows the name "constant" and then misses its value.
            Initializer::Constant { value } => vec![Setting::single("value", Range::Finite, value).required()],
            Initializer::RandomNormal { mean, stddev } | Initializer::TruncatedNormal { mean, stddev } => vec![
                Setting::single("mean", Range::Finite, mean),
                Setting::single("stddev", Range::NotNegative, stddev),
            ],
            Initializer::RandomUniform { minval, maxval } => {
                vec![Setting::single("minval", Range::Finite, minval), Setting::single("maxval", Range::Finite, maxval)]
            }
            Initializer::GlorotNormal
            | Initializer::GlorotUniform
            | Initializer::HeNormal
            | Initializer::HeUniform
            | Initializer::LecunNormal
            | Initializer::LecunUniform
            | Initializer::Ones
            | Initializer::Zeros => Vec::new(),
        }
    }
}

impl FromStr for Initializer {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean, deviation and largest size of many draws.
    fn statistics(initializer: Initializer) -> (f32, f32, f32) {
        let mut kernel = vec![0.0; 240_000];
        initializer.fill(&mut Random::new(3), 400, 600, &mut kernel);
        let mean = kernel.iter().sum::<f32>() / 240_000.0;
        let variance = kernel.iter().map(|w| (w - mean) * (w - mean)).sum::<f32>() / 240_000.0;
        (mean, variance.sqrt(), kernel.iter().fold(0.0, |most, w| w.abs().max(most)))
    }

    #[test]
    fn even_initializers_fill_their_limit() {
        for (initializer, square) in [
            (Initializer::GlorotUniform, 6.0_f32 / 1000.0),
            (Initializer::HeUniform, 6.0 / 400.0),
            (Initializer::LecunUniform, 3.0 / 400.0),
        ] {
            let (mean, deviation, largest) = statistics(initializer);
            let limit = square.sqrt();
            assert!(mean.abs() < 0.01 * limit && (deviation * 3_f32.sqrt() / limit - 1.0).abs() < 0.01);
            assert!(largest <= limit && largest > 0.999 * limit, "{}", initializer.name());
        }
    }

    #[test]
    fn normal_initializers_have_their_variance_after_the_cut() {
        for (initializer, variance) in [
            (Initializer::GlorotNormal, 2.0_f32 / 1000.0),
            (Initializer::HeNormal, 2.0 / 400.0),
            (Initializer::LecunNormal, 1.0 / 400.0),
        ] {
            let (mean, deviation, largest) = statistics(initializer);
            let expected = variance.sqrt();
            assert!(mean.abs() < 0.01 * expected && (deviation / expected - 1.0).abs() < 0.01);
            assert!((largest / expected - 2.2737).abs() < 0.005, "{}: {largest}", initializer.name());
        }
    }

    #[test]
    fn a_truncated_normal_is_not_scaled_up_again_and_a_normal_is_not_cut() {
        let (_, deviation, largest) = statistics(Initializer::TruncatedNormal { mean: 0.0, stddev: 0.05 });
        assert!((deviation / 0.05 - 0.8796).abs() < 0.01 && largest <= 0.1);
        let (_, deviation, largest) = statistics(Initializer::RandomNormal { mean: 0.0, stddev: 0.05 });
        assert!((deviation / 0.05 - 1.0).abs() < 0.01 && largest > 0.2);
    }

    #[cfg(feature = "full")]
    #[test]
    fn an_identity_hands_each_input_to_the_unit_of_its_number() {
        let drawn = |inputs: usize, units: usize| {
            let mut kernel = vec![9.0; inputs * units];
            Initializer::Identity { gain: 2.0 }.fill(&mut Random::new(3), inputs, units, &mut kernel);
            kernel
        };
        assert_eq!(drawn(2, 3), [2.0, 0.0, 0.0, 0.0, 2.0, 0.0]);
        assert_eq!(drawn(3, 2), [2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
    }
}
