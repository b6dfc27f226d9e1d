//! Numbers as text, with a chosen count of decimals.
//!
//! Written by hand because std's formatting of floats would be an eighth of the page's build.

use crate::concatenate::{append_digits, concatenate};

/// `value` with `decimals` digits after the point, rounded from its exact binary value, halves to even, as C
/// and Python print `%.3f`. At most 12 decimals; from 2⁶⁴ on `inf`.
pub(crate) fn fixed(value: f64, decimals: usize) -> String {
    let Some((whole, fraction)) = parts(value.abs(), decimals.min(12)) else {
        return not_finite(value);
    };
    let sign = if value.is_sign_negative() { "-" } else { "" };
    with_fraction(concatenate![sign, whole], fraction, decimals)
}

/// A whole number with as many digits after the point.
fn with_fraction(mut text: String, fraction: u64, decimals: usize) -> String {
    if decimals > 0 {
        text.push('.');
        append_digits(fraction, decimals, &mut text);
    }
    text
}

/// 10^`exponent`, for exponents up to 12.
pub(crate) fn power_of_ten(exponent: usize) -> u64 {
    (0..exponent.min(12)).fold(1, |power, _| power * 10)
}

/// `value` for a message: up to 6 decimals, without zeros at the end.
pub(crate) fn short(value: f64) -> String {
    let mut decimals = 6;
    let Some((whole, mut fraction)) = parts(value.abs(), decimals) else {
        return not_finite(value);
    };
    let sign = if value.is_sign_negative() { "-" } else { "" };
    while decimals > 0 && fraction % 10 == 0 {
        (fraction, decimals) = (fraction / 10, decimals - 1);
    }
    with_fraction(concatenate![sign, whole], fraction, decimals)
}

/// Numbers as they were written in the precision of training.
pub(crate) fn singles(numbers: &[f64]) -> Vec<f32> {
    numbers.iter().map(|&number| number as f32).collect()
}

/// `NaN`, `inf` or `-inf`.
pub(crate) fn not_finite(value: f64) -> String {
    let name = if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "inf"
    } else {
        "-inf"
    };
    name.to_string()
}

/// The whole part and the first `decimals` digits of the rest, rounded halves to even; exact for every double
/// below 2⁶⁴, `None` above and for NaN.
fn parts(value: f64, decimals: usize) -> Option<(u64, u64)> {
    if value.is_nan() || value >= 18_446_744_073_709_551_616.0 {
        return None;
    }
    let whole = value as u64;
    // Exact: what is left of a double after its whole part is a double.
    let rest = value - whole as f64;
    let unit = power_of_ten(decimals);
    let bits = rest.to_bits();
    let exponent = 1075 - (bits >> 52) as u32;
    // Below 2^53 · 10^12 < 2^93: nothing is lost.
    let product = u128::from(bits & ((1 << 52) - 1) | 1 << 52) * u128::from(unit);
    // A rest this small is none in 12 digits; so is 0, whose exponent is the least.
    if exponent > 100 {
        return Some((whole, 0));
    }
    let (digits, lost) = ((product >> exponent) as u64, product & ((1 << exponent) - 1));
    let half = 1 << (exponent - 1);
    let odd = if unit == 1 { whole % 2 == 1 } else { digits % 2 == 1 };
    let digits = digits + u64::from(lost > half || lost == half && odd);
    if digits == unit { Some((whole + 1, 0)) } else { Some((whole, digits)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_decimals_are_those_of_the_standard_library() {
        let values = [
            0.0,
            -0.0,
            0.5,
            1.5,
            2.5,
            0.125,
            0.731_058_6,
            0.436_198_56,
            -1.0005,
            27.0,
            999.999_96,
            1e-9,
            3.3e-12,
            123_456_789.125,
            f64::from(f32::MIN_POSITIVE),
            f64::from(0.1_f32),
            5e-324,
            4.9e15,
        ];
        for value in values {
            for decimals in 0..=12 {
                assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"), "{value:e}");
            }
        }
    }

    #[test]
    fn short_numbers_have_no_zeros_at_the_end() {
        let texts = [0.0, 0.4, -2.0, 100.0, 0.731_058_6].map(short);
        assert_eq!(texts, ["0", "0.4", "-2", "100", "0.731059"]);
        assert_eq!([f64::NAN, f64::INFINITY, f64::NEG_INFINITY].map(short), ["NaN", "inf", "-inf"]);
    }

    #[test]
    fn a_number_too_large_to_write_out_is_called_infinite() {
        assert_eq!(fixed(-f64::MAX, 12), "-inf");
    }

    // The tests that run in a browser have no proptest.
    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn any_float_prints_as_the_standard_library_prints_it(bits in proptest::num::u32::ANY, decimals in 0..13_usize) {
            let value = f64::from(f32::from_bits(bits));
            if value.abs() < 18_446_744_073_709_551_616.0 {
                proptest::prop_assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"));
            }
        }
    }
}
