//! Where start weights come from.

use super::Random;

/// A rule for the start values of a kernel or bias.
///
/// Source: <https://keras.io/api/layers/initializers/>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Initializer {
    /// Even between `-l` and `l` with `l = √(6 / (inputs + units))`; Keras's default for kernels.
    GlorotUniform,
    /// All zero; Keras's default for biases.
    Zeros,
}

impl Initializer {
    /// Fills a kernel `[inputs, units]`, row by row.
    pub fn fill(self, random: &mut Random, inputs: usize, units: usize, kernel: &mut [f32]) {
        match self {
            Initializer::Zeros => kernel.fill(0.0),
            Initializer::GlorotUniform => {
                let limit = libm::sqrtf(6.0 / (inputs + units) as f32);
                kernel.fill_with(|| random.uniform(-limit, limit));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glorot_uniform_stays_within_its_limit_and_fills_it() {
        let mut kernel = vec![0.0; 6000];
        Initializer::GlorotUniform.fill(&mut Random::new(3), 100, 60, &mut kernel);
        let limit = (6.0_f32 / 160.0).sqrt();
        let largest = kernel
            .iter()
            .fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        assert!(
            largest <= limit && largest > 0.99 * limit,
            "largest {largest}, limit {limit}"
        );
    }
}
