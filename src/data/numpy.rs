//! NumPy's legacy chance, the generator behind `np.random.seed` and scikit-learn's `random_state`.

use crate::Error;

/// How many integers the generator keeps.
const SIZE: usize = 624;

/// `np.random.RandomState(seed)`: the same seed gives NumPy's permutations.
///
/// MT19937 by Matsumoto and Nishimura, seeded as NumPy seeds it with an integer. Keep one and use it again to go on
/// where the last call ended, as NumPy's global generator does after `np.random.seed(seed)`.
///
/// ```
/// use glassnet::data::NumpyRandom;
///
/// let mut random = NumpyRandom::new(100)?;
/// assert_eq!(random.permutation(200)[..5], [126, 104, 99, 92, 111]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct NumpyRandom {
    state: Box<[u32; SIZE]>,
    used: usize,
}

impl NumpyRandom {
    /// The generator that starts from `seed`.
    ///
    /// # Errors
    /// Rejects a seed of 2³² or more, as NumPy does.
    pub fn new(seed: u64) -> Result<Self, Error> {
        let Ok(mut value) = u32::try_from(seed) else {
            return Err(Error::out_of_range("seed", "0 to 4294967295", seed));
        };
        let mut state = Box::new([0; SIZE]);
        for (idx, slot) in (1..).zip(state.iter_mut()) {
            *slot = value;
            value = (value ^ value >> 30).wrapping_mul(1_812_433_253).wrapping_add(idx);
        }
        Ok(NumpyRandom { state, used: SIZE })
    }

    /// A random permutation of 0 to `count - 1`, `np.random.permutation(count)`.
    pub fn permutation(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        self.shuffle(&mut order);
        order
    }

    /// Shuffles `items` in place, `np.random.shuffle(items)`: from the last down, each changes places with one at
    /// or before it.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for idx in (1..items.len()).rev() {
            // Lists of 2³² items do not occur.
            let other = self.up_to(idx as u32);
            items.swap(idx, other as usize);
        }
    }

    /// An integer from 0 to `most`: the lowest bits that can hold it, drawn again while they are more.
    fn up_to(&mut self, most: u32) -> u32 {
        let mask = u32::MAX.checked_shr(most.leading_zeros()).unwrap_or(0);
        loop {
            let drawn = self.next() & mask;
            if drawn <= most {
                return drawn;
            }
        }
    }

    /// The next 32 bits.
    fn next(&mut self) -> u32 {
        if self.used == SIZE {
            self.twist();
            self.used = 0;
        }
        let mut bits = self.state[self.used];
        self.used += 1;
        bits ^= bits >> 11;
        bits ^= bits << 7 & 0x9d2c_5680;
        bits ^= bits << 15 & 0xefc6_0000;
        bits ^ bits >> 18
    }

    /// Makes the next 624 integers from the last.
    fn twist(&mut self) {
        for idx in 0..SIZE {
            let joined = self.state[idx] & 0x8000_0000 | self.state[(idx + 1) % SIZE] & 0x7fff_ffff;
            let odd = if joined % 2 == 1 { 0x9908_b0df } else { 0 };
            self.state[idx] = self.state[(idx + 397) % SIZE] ^ joined >> 1 ^ odd;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seed_5489_gives_the_reference_implementation_s_numbers() {
        let mut random = NumpyRandom::new(5489).unwrap();
        assert_eq!([(); 3].map(|()| random.next()), [3_499_211_612, 581_869_302, 3_890_346_734]);
        // The 10,000th is named in the C++ standard.
        let mut random = NumpyRandom::new(5489).unwrap();
        assert_eq!((0..10_000).map(|_| random.next()).last(), Some(4_123_659_995));
    }

    #[test]
    fn a_second_permutation_goes_on_where_the_first_ended() {
        let mut random = NumpyRandom::new(1).unwrap();
        let first = random.permutation(50);
        assert_ne!(random.permutation(50), first);
        assert_eq!(NumpyRandom::new(1).unwrap().permutation(50), first);
    }

    #[test]
    fn a_seed_past_32_bits_is_rejected() {
        let rejected = NumpyRandom::new(1 << 32).unwrap_err();
        assert_eq!(rejected.to_string(), "seed: expected 0 to 4294967295, received 4294967296");
    }
}
