//! Numbers as text, with a chosen count of decimals.
//!
//! Written by hand because std's formatting of floats, which finds the shortest text for any double, would be
//! an eighth of the engine in the browser.

/// `value` with `decimals` digits after the point, rounded from its exact binary value, halves to even, as C
/// and Python print `%.3f`. At most 9 decimals; from 2⁶⁴ on `inf`.
pub(crate) fn fixed(value: f64, decimals: usize) -> String {
    let Some((whole, fraction)) = parts(value.abs(), decimals.min(9)) else {
        return not_finite(value);
    };
    let sign = if value.is_sign_negative() { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction:0decimals$}"),
    }
}

/// 10^`exponent`, for exponents up to 9.
pub(crate) fn power_of_ten(exponent: usize) -> u64 {
    (0..exponent.min(9)).fold(1, |power, _| power * 10)
}

/// `value` for a message: up to 6 decimals, without zeros at the end.
pub(crate) fn short(value: f64) -> String {
    let mut decimals = 6;
    let Some((whole, mut fraction)) = parts(value.abs(), decimals) else {
        return not_finite(value);
    };
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    while fraction % 10 == 0 {
        (fraction, decimals) = (fraction / 10, decimals - 1);
    }
    format!("{sign}{whole}.{fraction:0decimals$}")
}

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
    // Not `split_at`, here and below: what slices of text panic with would be a thirtieth of the engine.
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let point = if decimals == 0 { "" } else { "." };
    let direction = if exponent < 0 { '-' } else { '+' };
    let power = exponent.unsigned_abs();
    format!("{sign}{first}{point}{rest}e{direction}{power:02}")
}

/// The fewest digits that read back as a finite `value`, whatever its sign, and the power of ten of the last.
pub(crate) fn shortest_digits(value: f32) -> (u64, i32) {
    let value = value.abs();
    // 9 digits tell any single from the next.
    for decimals in 0..9 {
        let text = scientific(f64::from(value), decimals);
        let (digits, power) = text.split_once('e').unwrap_or_default();
        let digits = digits.bytes().filter(u8::is_ascii_digit).fold(0, |all, digit| all * 10 + u64::from(digit - b'0'));
        let last = power.parse::<i32>().unwrap_or_default() - decimals as i32;
        if decimals == 8 || times_power_of_ten(digits, last) as f32 == value {
            return (digits, last);
        }
    }
    (0, 0)
}

/// Numbers as they were written in the precision of training.
pub(crate) fn singles(numbers: &[f64]) -> Vec<f32> {
    numbers.iter().map(|&number| number as f32).collect()
}

/// The double whose shortest decimal is that of the single.
pub(crate) fn nearest_decimal(value: f32) -> f64 {
    if !value.is_finite() {
        return f64::from(value);
    }
    if let Some(decimal) = few_decimals(value) {
        return decimal;
    }
    let (digits, last) = shortest_digits(value);
    let magnitude = times_power_of_ten(digits, last);
    if value.is_sign_negative() { -magnitude } else { magnitude }
}

/// The usual case without any text, for files of weights: up to 15 decimals, and less than 2²³, below which the fewest
/// decimals are the fewest digits.
fn few_decimals(value: f32) -> Option<f64> {
    let exact = f64::from(value);
    let mut scale = 1.0;
    for _ in 0..=15 {
        let scaled = exact * scale;
        // From 2⁵¹ on doubles no longer tell an integer from its neighbours.
        if exact.abs() >= 8_388_608.0 || scaled.abs() >= 2_251_799_813_685_248.0 {
            return None;
        }
        let decimal = scaled.round_ties_even() / scale;
        if decimal as f32 == value {
            return Some(decimal);
        }
        scale *= 10.0;
    }
    None
}

/// Digits and a power of ten as a double; exact up to 10²², a rounding or two off beyond.
fn times_power_of_ten(digits: u64, power: i32) -> f64 {
    let tens = |power: u32| (0..power).fold(1.0, |tens: f64, _| tens * 10.0);
    match power {
        0.. => digits as f64 * tens(power.unsigned_abs()),
        _ => digits as f64 / tens(power.unsigned_abs()),
    }
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

fn not_finite(value: f64) -> String {
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
    // Below 2^53 · 10^9 < 2^83: nothing is lost.
    let product = u128::from(bits & ((1 << 52) - 1) | 1 << 52) * u128::from(unit);
    // A rest this small is none in 9 digits; so is 0, whose exponent is the least.
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
            for decimals in 0..=9 {
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
    fn the_fewest_digits_of_a_single_are_those_of_its_shortest_text() {
        assert_eq!([0.1, 0.5, 22.1, 1e-5, 300.0].map(shortest_digits), [(1, -1), (5, -1), (221, -1), (1, -5), (3, 2)]);
        assert_eq!(shortest_digits(16_777_216.0), (16_777_216, 0));
        assert_eq!([0.1_f32, -9.93, 0.0].map(nearest_decimal), [0.1, -9.93, 0.0]);
    }

    #[test]
    fn a_number_too_large_to_write_out_is_called_infinite() {
        assert_eq!(fixed(-f64::MAX, 9), "-inf");
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
        fn the_shortest_decimal_of_any_single_is_that_of_the_standard_library(bits in proptest::num::u32::ANY) {
            let value = f32::from_bits(bits);
            if value.is_finite() {
                let expected: f64 = format!("{value:e}").parse().unwrap();
                let found = nearest_decimal(value);
                // Of two that are as near, the standard library takes the other one.
                let as_near = (found - f64::from(value)).abs() == (expected - f64::from(value)).abs();
                proptest::prop_assert!((found - expected).abs() <= expected.abs() * 1e-15 || as_near, "{} {}", found, expected);
                proptest::prop_assert_eq!(found as f32, value);
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
