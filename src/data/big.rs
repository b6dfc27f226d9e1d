//! Natural numbers of any size, as far as exact decimals need them.

/// A natural number: digits of base 2³², the lowest first.
#[derive(Debug, Clone)]
pub(super) struct Big(Vec<u32>);

/// 10⁹, the largest power of ten in a digit.
const CHUNK: u32 = 1_000_000_000;

impl Big {
    /// The number `value`.
    pub(super) fn new(value: u64) -> Self {
        Big(vec![value as u32, (value >> 32) as u32])
    }

    /// `self · factor + addend`.
    pub(super) fn multiply_add(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// `self · 10^exponent`.
    pub(super) fn multiply_power_of_ten(&mut self, exponent: u32) {
        for _ in 0..exponent / 9 {
            self.multiply_add(CHUNK, 0);
        }
        self.multiply_add(10_u32.pow(exponent % 9), 0);
    }

    /// The whole part of `self / 10^exponent`, and whether something was left.
    pub(super) fn divide_power_of_ten(&mut self, exponent: u32) -> bool {
        let mut left = false;
        for _ in 0..exponent / 9 {
            left |= self.divide(CHUNK) > 0;
        }
        left | (self.divide(10_u32.pow(exponent % 9)) > 0)
    }

    /// The whole part of `self / divisor`; returns the rest.
    fn divide(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let part = rest << 32 | u64::from(*digit);
            *digit = (part / u64::from(divisor)) as u32;
            rest = part % u64::from(divisor);
        }
        rest as u32
    }

    /// `self · 2^bits`.
    pub(super) fn shift_left(&mut self, bits: u32) {
        self.multiply_add(1 << (bits % 32), 0);
        self.0.splice(0..0, (0..bits / 32).map(|_| 0));
    }

    /// How many bits the number has: 0 for 0.
    pub(super) fn bits(&self) -> u32 {
        let last = self.0.iter().rposition(|digit| *digit > 0);
        last.map_or(0, |idx| 32 * (idx as u32 + 1) - self.0[idx].leading_zeros())
    }

    /// The whole part of `self / 2^bits`, which must be below 2⁶⁴, and whether something was left.
    pub(super) fn shift_right(&self, bits: u32) -> (u64, bool) {
        let whole = (bits / 32) as usize;
        let digit = |idx: usize| u64::from(self.0.get(idx).copied().unwrap_or(0));
        let part = bits % 32;
        let low = digit(whole) | digit(whole + 1) << 32;
        let shifted = match part {
            0 => low,
            _ => low >> part | digit(whole + 2) << (64 - part),
        };
        let below = self.0.iter().take(whole).any(|digit| *digit > 0);
        (shifted, below || digit(whole) & ((1 << part) - 1) > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_divides_out_again() {
        let mut big = Big::new(123_456_789_012_345_678);
        big.multiply_power_of_ten(100);
        assert!(!big.divide_power_of_ten(90));
        assert!(!big.divide_power_of_ten(10));
        assert_eq!(big.shift_right(0), (123_456_789_012_345_678, false));
        assert!(big.divide_power_of_ten(1));
        assert_eq!(big.shift_right(0).0, 12_345_678_901_234_567);
    }

    #[test]
    fn a_shift_left_is_undone_by_one_to_the_right() {
        for bits in [0, 1, 31, 32, 33, 64, 95] {
            let mut big = Big::new(0x1234_5678_9abc_def1);
            big.shift_left(bits);
            assert_eq!(big.bits(), 61 + bits);
            assert_eq!(big.shift_right(bits), (0x1234_5678_9abc_def1, false));
            assert_eq!(big.shift_right(bits + 1), (0x1234_5678_9abc_def1 >> 1, true));
        }
    }

    #[test]
    fn zero_has_no_bits() {
        assert_eq!(Big::new(0).bits(), 0);
    }
}
