//! The engine's random number generator.

use rand::Rng;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// A seeded random number generator: the same seed gives the same bits on every platform and in every version.
///
/// The raw integers are ChaCha's with 8 rounds, whose output is specified; the maps to floats are ours,
/// so that an upgrade of `rand` changes nothing.
#[derive(Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// A generator seeded with `seed`.
    pub fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Random(ChaCha8Rng::from_seed(key))
    }

    /// A uniform number in `low <= number < high`, one of 2²⁴.
    pub fn uniform(&mut self, low: f32, high: f32) -> f32 {
        let unit = (self.0.next_u32() >> 8) as f32 / (1 << 24) as f32;
        low + (high - low) * unit
    }

    /// A uniform integer from 0 to `count - 1`; 0 if `count` is 0.
    ///
    /// The next raw integer below the largest multiple of `count`, modulo `count`; integers above it are rejected.
    pub fn below(&mut self, count: u32) -> u32 {
        let Some(surplus) = 0_u32.wrapping_sub(count).checked_rem(count) else {
            return 0;
        };
        loop {
            let raw = self.0.next_u32();
            if raw <= u32::MAX - surplus {
                return raw % count;
            }
        }
    }

    /// A standard normal number, by Marsaglia's polar method.
    pub fn normal(&mut self) -> f32 {
        loop {
            let (x, y) = (self.uniform(-1.0, 1.0), self.uniform(-1.0, 1.0));
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * libm::logf(square) / square).sqrt();
            }
        }
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

    #[test]
    fn integers_below_a_count_are_all_there_and_equally_often() {
        let mut random = Random::new(2);
        let mut counts = [0; 6];
        (0..60_000).for_each(|_| counts[random.below(6) as usize] += 1);
        // The count of each has a standard deviation of 91.
        assert!(counts.iter().all(|count| (9_600..10_400).contains(count)), "{counts:?}");
        assert_eq!((random.below(0), random.below(1)), (0, 0));
        assert!((0..100).all(|_| random.below(3_000_000_000) < 3_000_000_000));
    }

    #[test]
    fn normal_numbers_have_mean_zero_and_deviation_one() {
        let mut random = Random::new(3);
        let numbers: Vec<f64> = (0..40_000).map(|_| f64::from(random.normal())).collect();
        let moment = |power: i32| numbers.iter().map(|number| number.powi(power)).sum::<f64>() / 40_000.0;
        // Standard deviations of these: 0.005, 0.007, 0.019, 0.049.
        let moments = [1, 2, 3, 4].map(moment);
        let expected = [0.0, 1.0, 0.0, 3.0];
        let allowed = [0.02, 0.03, 0.08, 0.2];
        for ((moment, expected), allowed) in moments.iter().zip(expected).zip(allowed) {
            assert!((moment - expected).abs() < allowed, "{moments:?}");
        }
    }

    #[test]
    fn the_bits_of_seed_seven_never_change() {
        let mut random = Random::new(7);
        assert_eq!([(); 4].map(|()| random.below(1000)), [683, 346, 989, 818]);
        assert_eq!([(); 3].map(|()| random.normal().to_bits()), [3_162_754_451, 3_198_705_216, 1_065_967_329]);
    }
}
