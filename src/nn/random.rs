//! The one source of chance.

use rand::Rng;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// Seeded chance: the same seed gives the same bits on every platform and in every version.
///
/// The raw integers are ChaCha's with 8 rounds, whose output is specified; the maps to floats are ours,
/// so that an upgrade of `rand` changes nothing.
#[derive(Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// Chance that starts from `seed`.
    pub fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Random(ChaCha8Rng::from_seed(key))
    }

    /// A number in `low <= number < high`, evenly spread over 2²⁴ steps.
    pub fn uniform(&mut self, low: f32, high: f32) -> f32 {
        let unit = (self.0.next_u32() >> 8) as f32 / (1 << 24) as f32;
        low + (high - low) * unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_another_seed_others() {
        let draw = |seed| {
            let mut random = Random::new(seed);
            [(); 4].map(|()| random.uniform(-1.0, 1.0).to_bits())
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn uniform_numbers_stay_in_their_range_with_the_mean_in_its_middle() {
        let mut random = Random::new(1);
        let numbers: Vec<f32> = (0..10_000).map(|_| random.uniform(2.0, 4.0)).collect();
        assert!(numbers.iter().all(|number| (2.0..4.0).contains(number)));
        let mean = numbers.iter().sum::<f32>() / 10_000.0;
        // The mean of 10,000 has a standard deviation of 0.0058.
        assert!((mean - 3.0).abs() < 0.03, "mean {mean}");
    }
}
