//! Variance scaling, of which Glorot's, He's and LeCun's initializers are cases.
//! Source: <https://keras.io/api/layers/initializers/#variancescaling-class>.

use super::{CUT_DEVIATION, Choice, Random, Range, Setting, cut, even};

/// Variance scaling: start values with a variance of `scale / n`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceScaling {
    /// The numerator. Defaults to 1.
    pub scale: f32,
    /// What `n` counts. Defaults to the inputs.
    pub mode: Fan,
    /// The distribution. Defaults to the truncated normal.
    pub distribution: Distribution,
}

/// What the variance is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fan {
    /// The inputs: `fan_in`.
    In,
    /// The units: `fan_out`.
    Out,
    /// The mean of both: `fan_avg`.
    Average,
}

/// Distribution of start values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distribution {
    /// Normal, cut at two deviations: `truncated_normal`.
    TruncatedNormal,
    /// Normal: `untruncated_normal`.
    UntruncatedNormal,
    /// Even between `-l` and `l` with `l = √(3 · scale / n)`: `uniform`.
    Uniform,
}

impl Choice for Fan {
    const ALL: &'static [(&'static str, Self)] =
        &[("fan_in", Fan::In), ("fan_out", Fan::Out), ("fan_avg", Fan::Average)];
}

impl Choice for Distribution {
    const ALL: &'static [(&'static str, Self)] = &[
        ("truncated_normal", Distribution::TruncatedNormal),
        ("untruncated_normal", Distribution::UntruncatedNormal),
        ("uniform", Distribution::Uniform),
    ];
}

impl VarianceScaling {
    /// With Keras's settings.
    pub const DEFAULT: VarianceScaling =
        VarianceScaling { scale: 1.0, mode: Fan::In, distribution: Distribution::TruncatedNormal };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::single("scale", Range::Positive, &mut self.scale),
            Setting::choice("mode", &mut self.mode),
            Setting::choice("distribution", &mut self.distribution),
        ]
    }

    pub(super) fn fill(self, random: &mut Random, inputs: usize, units: usize, numbers: &mut [f32]) {
        let (inputs, units) = (inputs as f32, units as f32);
        let variance = self.scale
            / match self.mode {
                Fan::In => inputs,
                Fan::Out => units,
                Fan::Average => (inputs + units) / 2.0,
            }
            .max(1.0);
        match self.distribution {
            Distribution::TruncatedNormal => cut(random, 0.0, variance.sqrt() / CUT_DEVIATION, numbers),
            Distribution::UntruncatedNormal => numbers.fill_with(|| variance.sqrt() * random.normal()),
            Distribution::Uniform => even(random, 3.0 * variance, numbers),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::Initializer;

    fn drawn(initializer: Initializer) -> Vec<f32> {
        let mut kernel = vec![0.0; 240_000];
        initializer.fill(&mut Random::new(3), 400, 600, &mut kernel);
        kernel
    }

    #[test]
    fn each_mode_and_distribution_has_its_variance() {
        for (mode, n) in [(Fan::In, 400.0), (Fan::Out, 600.0), (Fan::Average, 500.0)] {
            for &(name, distribution) in Distribution::ALL {
                let kernel = drawn(Initializer::VarianceScaling(VarianceScaling { scale: 3.0, mode, distribution }));
                let variance = kernel.iter().map(|w| f64::from(*w).powi(2)).sum::<f64>() / 240_000.0;
                let most = kernel.iter().fold(0.0_f32, |most, w| w.abs().max(most));
                // A variance of 240,000 draws has a relative deviation of at most 0.3 %.
                assert!((variance * n / 3.0 - 1.0).abs() < 0.012, "{mode:?} {name}: {variance}");
                let cut_at = match distribution {
                    Distribution::TruncatedNormal => 2.0 / CUT_DEVIATION,
                    Distribution::UntruncatedNormal => 6.0,
                    Distribution::Uniform => 3.0_f32.sqrt(),
                };
                let share = most / ((3.0 / n as f32).sqrt() * cut_at);
                assert!(share <= 1.000_01 && share > 0.65, "{mode:?} {name}: {share}");
            }
        }
    }

    #[test]
    fn glorot_he_and_lecun_are_cases_of_it() {
        let scaled = |scale, mode, distribution| {
            drawn(Initializer::VarianceScaling(VarianceScaling { scale, mode, distribution }))
        };
        let near = |a: Vec<f32>, b: Vec<f32>| a.iter().zip(&b).all(|(a, b)| (a - b).abs() <= 1e-6 * b.abs());
        use Distribution::{TruncatedNormal, Uniform};
        assert!(near(scaled(1.0, Fan::Average, Uniform), drawn(Initializer::GlorotUniform)));
        assert!(near(scaled(2.0, Fan::In, TruncatedNormal), drawn(Initializer::HeNormal)));
        assert!(near(scaled(1.0, Fan::In, Uniform), drawn(Initializer::LecunUniform)));
    }
}
