//! The double nearest to a decimal.
//!
//! Written by hand because std's parser of floats, with its printer, would be a third of the engine in the browser.

use super::big::Big;

/// What a text in a number's form says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Parsed {
    /// The double nearest to the decimal, halves to even.
    pub(super) value: f64,
    /// Whether it was written without a point and an exponent.
    pub(super) is_integer: bool,
}

/// Reads a decimal such as `-12`, `.5`, `1e-3`; `comma` allows `1,5` too.
///
/// `None` for any other text, for infinity by name and for what is too large for a double.
pub(super) fn parse(text: &str, comma: bool) -> Option<Parsed> {
    let written = Written::read(text, comma)?;
    let magnitude = written.magnitude()?;
    Some(Parsed { value: if written.negative { -magnitude } else { magnitude }, is_integer: written.is_integer })
}

/// Whether a text has the form that [`parse`] reads, be it too large for a double.
pub(super) fn is_decimal(text: &str, comma: bool) -> bool {
    Written::read(text, comma).is_some()
}

/// The parts of a decimal as it is written.
struct Written<'a> {
    negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
    exponent: i32,
    is_integer: bool,
}

/// More digits than decide any rounding: a half between two doubles has at most 767.
const MAX_DIGITS: usize = 800;

impl<'a> Written<'a> {
    fn read(text: &'a str, comma: bool) -> Option<Self> {
        let (negative, rest) = sign(text.as_bytes());
        let (whole, rest) = digits(rest);
        let point = matches!(rest.first(), Some(b'.')) || comma && matches!(rest.first(), Some(b','));
        let (fraction, rest) = digits(&rest[usize::from(point)..]);
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let (exponent, is_integer) = match rest {
            [] => (0, !point),
            [b'e' | b'E', rest @ ..] => (exponent(rest)?, false),
            _ => return None,
        };
        Some(Written { negative, whole, fraction, exponent, is_integer })
    }

    fn magnitude(&self) -> Option<f64> {
        let significant = || self.whole.iter().chain(self.fraction).skip_while(|digit| **digit == b'0');
        let count = significant().count();
        let exponent = self.exponent - i32::try_from(self.fraction.len()).ok()?;
        if count <= 19 {
            let mantissa = significant().fold(0, |number: u64, digit| number * 10 + u64::from(digit - b'0'));
            return compose(mantissa, exponent);
        }
        // The next double is decided by the first digits and by whether any other is not 0.
        let kept = count.min(MAX_DIGITS);
        let mut big = Big::new(0);
        significant().take(kept).for_each(|digit| big.multiply_add(10, u32::from(digit - b'0')));
        big.multiply_add(10, u32::from(significant().skip(kept).any(|digit| *digit != b'0')));
        let left_out = i32::try_from(count - kept).ok()?;
        compose_big(big, kept as i32 + 1, exponent + left_out - 1)
    }
}

fn sign(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    }
}

fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

/// A written exponent; one past any double's stays past it.
fn exponent(text: &[u8]) -> Option<i32> {
    let (negative, rest) = sign(text);
    if rest.is_empty() || !rest.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let more = |size: i32, digit: &u8| size.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
    let size = rest.iter().fold(0, more).min(1 << 29);
    Some(if negative { -size } else { size })
}

/// The double nearest to `mantissa · 10^exponent`, or `None` above the largest.
fn compose(mantissa: u64, exponent: i32) -> Option<f64> {
    // Both are doubles without a rounding, so one operation rounds once.
    if mantissa <= 1 << 53 && (-22..=22).contains(&exponent) {
        let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
        let mantissa = mantissa as f64;
        return Some(if exponent < 0 { mantissa / power } else { mantissa * power });
    }
    compose_big(Big::new(mantissa), 20, exponent)
}

/// The double nearest to `mantissa · 10^exponent`, for a mantissa of at most `count` digits.
fn compose_big(mut mantissa: Big, count: i32, exponent: i32) -> Option<f64> {
    // Below half of the smallest double, 4.9e-324.
    if mantissa.bits() == 0 || count + exponent < -330 {
        return Some(0.0);
    }
    if exponent > 310 {
        return None;
    }
    let scale = exponent.unsigned_abs();
    let (shift, left) = if exponent < 0 {
        // The quotient keeps at least 64 bits: 10^scale has fewer than 10/3 scale + 1.
        let shift = 67 + scale * 10 / 3;
        mantissa.shift_left(shift);
        (shift as i32, mantissa.divide_power_of_ten(scale))
    } else {
        mantissa.multiply_power_of_ten(scale);
        mantissa.shift_left(64);
        (64, false)
    };
    let surplus = mantissa.bits() - 64;
    let (top, below) = mantissa.shift_right(surplus);
    round(top, surplus as i32 - shift, left || below)
}

/// The double nearest to `top · 2^exponent` and a little more if `more`; the highest bit of `top` is set.
fn round(top: u64, exponent: i32, more: bool) -> Option<f64> {
    let highest = exponent + 63;
    if highest > 1023 {
        return None;
    }
    // Below 2^-1022 a double has fewer bits.
    let kept = 53.min(53 + 1022 + highest);
    if kept < 0 {
        return Some(0.0);
    }
    let dropped = (64 - kept) as u32;
    let (mantissa, rest) = match dropped {
        64 => (0, top),
        _ => (top >> dropped, top & ((1 << dropped) - 1)),
    };
    let half = 1 << (dropped - 1);
    let up = rest > half || rest == half && (more || mantissa % 2 == 1);
    let mantissa = mantissa + u64::from(up);
    // A mantissa that rounds up to the next power of two carries into the exponent, as it should.
    let biased = (highest + 1022).max(0) as u64;
    let value = f64::from_bits((biased << 52) + mantissa);
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        parse(text, false).map(|parsed| parsed.value)
    }

    #[test]
    fn a_decimal_reads_as_the_nearest_double_of_the_standard_library() {
        let texts = [
            "0",
            "-0",
            "1",
            "230.1",
            ".5",
            "5.",
            "+7",
            "1e3",
            "1E-3",
            "1e+22",
            "1e23",
            "9007199254740993",
            "0.1",
            "123456789012345678",
            "3.141592653589793238462643",
            "2.2250738585072011e-308",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1.7976931348623157e308",
            "1e-400",
            "179769313486231570000000000000000000000",
            "0.000000000000000000000000000001234567890123456789",
            "9007199254740992.99999999999999999999999999",
            "4503599627370496.5",
            "4503599627370497.5",
            "2.2250738585072014e-308",
            "6.631236846766476e-316",
            "8.98846567431158e307",
            "1e0000000000000000001",
        ];
        for text in texts {
            assert_eq!(value(text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
        }
    }

    #[test]
    fn digits_past_all_that_decide_a_rounding_still_count() {
        // 2^53 + 1 is a half; a 1 after a thousand zeros decides it.
        let half = format!("9007199254740993.{}", "0".repeat(1000));
        assert_eq!(value(&half), Some(9_007_199_254_740_992.0));
        assert_eq!(value(&format!("{half}1")), Some(9_007_199_254_740_994.0));
        let long = format!("{}e-5000", "7".repeat(5000));
        assert_eq!(value(&long), long.parse().ok());
        let long = format!("0.{}7e5000", "0".repeat(5000));
        assert_eq!(value(&long), long.parse().ok());
    }

    #[test]
    fn what_is_no_decimal_is_none() {
        for text in
            ["", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "inf", "NaN", "0x10", "1_000", "1 2", "１", "1e400"]
        {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn a_decimal_comma_is_read_where_it_is_allowed() {
        assert_eq!(parse("-1,5", true).map(|parsed| parsed.value), Some(-1.5));
        assert_eq!(parse("1.5", true).map(|parsed| parsed.value), Some(1.5));
        assert_eq!(parse("1.234,5", true), None);
    }

    #[test]
    fn only_digits_make_an_integer() {
        let is_integer = |text| parse(text, false).map(|parsed| parsed.is_integer);
        assert_eq!(["12", "-3", "12.", "12.0", "1e2"].map(is_integer), [true, true, false, false, false].map(Some));
    }
}
