//! Numbers as text with any count of exact digits: scientific notation, and large numbers written out.
//!
//! Written by hand because std's exact formatting of floats would be a thirtieth of the full build. The page's build uses
//! none of it.

use crate::number::{fixed, not_finite};

/// `value` with `decimals` digits after the point, rounded from its exact binary value, halves to even, and a power
/// of ten, as C and Python print `%.4e`: `1.0000e-03`, `-2.5000e+00`.
pub(crate) fn scientific(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return not_finite(value);
    }
    let (digits, fraction) = digits(value.abs());
    let (mut kept, exponent) = match digits.is_empty() {
        true => (vec![0; decimals + 1], 0),
        false => (round(&digits, decimals + 1), digits.len() as i32 - 1 - fraction as i32),
    };
    // 9.99996 became 10.0000.
    let exponent = exponent + (kept.len() - (decimals + 1)) as i32;
    kept.truncate(decimals + 1);
    let text = text(&kept);
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let point = if decimals == 0 { "" } else { "." };
    let direction = if exponent < 0 { '-' } else { '+' };
    let power = exponent.unsigned_abs();
    format!("{sign}{first}{point}{rest}e{direction}{power:02}")
}

/// As [`fixed`], and numbers from 2⁶⁴ on are written out with all their digits.
pub(crate) fn fixed_any(value: f64, decimals: usize) -> String {
    if !value.is_finite() || value.abs() < 18_446_744_073_709_551_616.0 {
        return fixed(value, decimals);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let zeros = fixed(0.0, decimals);
    format!("{sign}{}{}", text(&digits(value.abs()).0), zeros.trim_start_matches('0'))
}

/// All decimal digits of a finite `value` that is not negative, and how many of them stand after the point. 0 has
/// none.
fn digits(value: f64) -> (Vec<u8>, usize) {
    let bits = value.to_bits();
    let biased = (bits >> 52) as i32;
    let mantissa = bits & ((1 << 52) - 1) | u64::from(biased > 0) << 52;
    let twos = mantissa.trailing_zeros().min(63);
    let exponent = biased.max(1) - 1075 + twos as i32;
    // m · 2^-k is m · 5^k with k digits after the point. The number as base 10⁹, least first.
    let mut limbs = split(mantissa >> twos);
    let factor = if exponent < 0 { 5 } else { 2 };
    for _ in 0..exponent.unsigned_abs() {
        let mut carry = 0;
        for limb in &mut limbs {
            let product = *limb * factor + carry;
            (*limb, carry) = (product % 1_000_000_000, product / 1_000_000_000);
        }
        if carry > 0 {
            limbs.push(carry);
        }
    }
    let text: String = limbs.iter().rev().map(|limb| format!("{limb:09}")).collect();
    let all = text.trim_start_matches('0').bytes().map(|digit| digit - b'0');
    (all.collect(), exponent.min(0).unsigned_abs() as usize)
}

fn split(number: u64) -> Vec<u64> {
    let base = 1_000_000_000;
    vec![number % base, number / base % base, number / base / base]
}

/// The first `count` of the digits, rounded halves to even; one more if they were all nines.
fn round(digits: &[u8], count: usize) -> Vec<u8> {
    let (kept, lost) = digits.split_at(count.min(digits.len()));
    let mut kept = kept.to_vec();
    kept.resize(count, 0);
    let odd = kept.last().is_some_and(|digit| digit % 2 == 1);
    let up = match lost.split_first() {
        None => false,
        Some((5, rest)) => odd || rest.iter().any(|digit| *digit > 0),
        Some((first, _)) => *first > 5,
    };
    if !up {
        return kept;
    }
    for digit in kept.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return kept;
        }
        *digit = 0;
    }
    kept.insert(0, 1);
    kept
}

fn text(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scientific_notation_is_as_c_prints_it() {
        let values = [0.001, -2.5, 0.0, -0.0, 9.999_96, 1.000_05, 1e-12, 5e-324, f64::MAX];
        let texts = values.map(|value| scientific(value, 4));
        assert_eq!(texts[..2], ["1.0000e-03", "-2.5000e+00"]);
        assert_eq!(texts[2..6], ["0.0000e+00", "-0.0000e+00", "1.0000e+01", "1.0001e+00"]);
        assert_eq!(texts[6..], ["1.0000e-12", "4.9407e-324", "1.7977e+308"]);
        assert_eq!([f64::NAN, f64::INFINITY].map(|value| scientific(value, 4)), ["NaN", "inf"]);
    }

    #[test]
    fn scientific_halves_go_to_even() {
        // 2^-k: the digit after the fifth is a 5 and nothing follows.
        for (value, text) in [(1.000_061_035_156_25, "1.0000610e+00"), (0.125, "1.2e-01"), (0.375, "3.8e-01")] {
            assert_eq!(scientific(value, text.len() - 6), text);
        }
        assert_eq!([2.5, 3.5, 9.5, 0.5].map(|value| scientific(value, 0)), ["2e+00", "4e+00", "1e+01", "5e-01"]);
    }

    #[test]
    fn a_number_from_2_to_the_64_on_can_be_written_out() {
        assert_eq!(fixed_any(18_446_744_073_709_551_616.0, 4), "18446744073709551616.0000");
        assert_eq!(fixed_any(-1e23, 0), "-99999999999999991611392");
        assert_eq!(fixed_any(f64::from(f32::MAX), 2), "340282346638528859811704183484516925440.00");
        assert_eq!(fixed_any(2.5, 1), "2.5");
    }

    #[cfg(not(target_arch = "wasm32"))]
    /// What C and Python print for `%.{decimals}e`, from the standard library's text.
    fn expected(value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$e}");
        let (digits, power) = text.split_once('e').unwrap();
        let power: i32 = power.parse().unwrap();
        let sign = if power < 0 { '-' } else { '+' };
        format!("{digits}e{sign}{:02}", power.abs())
    }

    // The tests that run in a browser have no proptest.
    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn scientific_notation_of_any_double_has_the_digits_of_the_standard_library(
            bits in proptest::num::u64::ANY, decimals in 0..18_usize,
        ) {
            let value = f64::from_bits(bits);
            if value.is_finite() {
                proptest::prop_assert_eq!(scientific(value, decimals), expected(value, decimals));
            }
        }

        #[test]
        fn any_float_prints_as_the_standard_library_prints_it(bits in proptest::num::u32::ANY) {
            let value = f64::from(f32::from_bits(bits));
            if value.is_finite() {
                proptest::prop_assert_eq!(scientific(value, 4), expected(value, 4));
                proptest::prop_assert_eq!(fixed_any(value, 4), format!("{value:.4}"));
            }
        }
    }
}
