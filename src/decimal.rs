//! Decimal text of floats, both ways: parsed, and the shortest that reads back.
//!
//! The page's build uses none of it: [`crate::number`] writes its numbers.

/// A parsed decimal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Parsed {
    /// The double nearest to the decimal, halves to even.
    pub(crate) value: f64,
    /// Whether it was written without a point and an exponent.
    pub(crate) is_integer: bool,
}

/// Parses a decimal such as `-12`, `.5`, `1e-3`; `comma` allows `1,5` too.
///
/// `None` for any other text, for infinity by name and for what is too large for a double.
pub(crate) fn parse(text: &str, comma: bool) -> Option<Parsed> {
    let written = Written::read(text, comma)?;
    let magnitude = written.magnitude()?;
    Some(Parsed { value: if written.negative { -magnitude } else { magnitude }, is_integer: written.is_integer })
}

/// Whether a text has the form that [`parse`] reads, be it too large for a double.
pub(crate) fn is_decimal(text: &str, comma: bool) -> bool {
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
        let whole = self.whole.iter().skip_while(|digit| **digit == b'0');
        let end = self.fraction.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
        let value: f64 = minimal_lexical::parse_float(whole, self.fraction[..end].iter(), self.exponent);
        value.is_finite().then_some(value)
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

/// The shortest decimal that reads back as `value`, as Python prints it: `0.1`, `5.0`, `1e-05`, `1e+16`.
///
/// `nan`, `inf` and `-inf` for what no decimal is.
pub(crate) fn shortest(value: f64) -> String {
    shortest_of(value)
}

/// The same of the engine's precision: `0.1`, not the double that is nearest to the single.
pub(crate) fn shortest_single(value: f32) -> String {
    shortest_of(value)
}

fn shortest_of<T: ryu::Float>(value: T) -> String {
    let mut buffer = ryu::Buffer::new();
    let text = buffer.format(value);
    let (sign, magnitude) = text.strip_prefix('-').map_or(("", text), |magnitude| ("-", magnitude));
    if !magnitude.starts_with(|letter: char| letter.is_ascii_digit()) {
        return if magnitude == "NaN" { "nan".to_string() } else { text.to_string() };
    }
    let (digits, last) = digits_of(magnitude);
    format!("{sign}{}", place(&digits, digits.len() as i32 - 1 + last))
}

/// The fewest digits that read back as a finite `value`, whatever its sign, and the power of ten of the last.
pub(crate) fn shortest_digits(value: f32) -> (u64, i32) {
    let (digits, last) = digits_of(ryu::Buffer::new().format_finite(value.abs()));
    (digits.parse().unwrap_or_default(), last)
}

/// The double whose shortest decimal is that of the single.
pub fn nearest_decimal(value: f32) -> f64 {
    if !value.is_finite() {
        return f64::from(value);
    }
    parse(ryu::Buffer::new().format_finite(value), false).map_or(f64::from(value), |parsed| parsed.value)
}

/// The digits of a decimal that is not negative, without zeros at either end, and the power of ten of the last; `0` of 0.
fn digits_of(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    let digits = all.trim_end_matches('0');
    let last = exponent.parse::<i32>().unwrap_or_default() - fraction.len() as i32 + (all.len() - digits.len()) as i32;
    match digits.trim_start_matches('0') {
        "" => ("0".to_string(), 0),
        digits => (digits.to_string(), last),
    }
}

/// Digits with a point or an exponent; the first of them stands for 10^`first`.
fn place(digits: &str, first: i32) -> String {
    if !(-4..16).contains(&first) {
        let (head, tail) = digits.split_at(1);
        let point = if tail.is_empty() { "" } else { "." };
        let sign = if first < 0 { '-' } else { '+' };
        return format!("{head}{point}{tail}e{sign}{:02}", first.abs());
    }
    if first < 0 {
        return format!("0.{}{digits}", "0".repeat((-first - 1) as usize));
    }
    let whole = first as usize + 1;
    match digits.len() > whole {
        true => format!("{}.{}", &digits[..whole], &digits[whole..]),
        false => format!("{digits}{}.0", "0".repeat(whole - digits.len())),
    }
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

    #[test]
    fn the_shortest_text_is_python_s() {
        let texts = [
            "0.0",
            "-0.0",
            "0.1",
            "5.0",
            "-230.1",
            "0.0001",
            "1e-05",
            "1.5e-05",
            "123456789012345.0",
            "1234567890123456.0",
            "1e+16",
            "1.2345e+20",
            "5e-324",
            "1.7976931348623157e+308",
            "0.30000000000000004",
            "2.2250738585072014e-308",
            "9007199254740993e0",
            "1e+100",
            "1e-100",
            "0.7310585786300049",
        ];
        for text in texts {
            let value: f64 = text.parse().unwrap();
            let expected = if text.ends_with("e0") { "9007199254740992.0" } else { text };
            assert_eq!(shortest(value), expected);
        }
        assert_eq!([f64::NAN, f64::INFINITY, -f64::INFINITY].map(shortest), ["nan", "inf", "-inf"]);
    }

    #[test]
    fn the_fewest_digits_of_a_single_are_those_of_its_shortest_text() {
        assert_eq!([0.1, 0.5, 22.1, 1e-5, 300.0].map(shortest_digits), [(1, -1), (5, -1), (221, -1), (1, -5), (3, 2)]);
        assert_eq!(shortest_digits(16_777_216.0), (16_777_216, 0));
        assert_eq!([0.1_f32, -9.93, 0.0].map(nearest_decimal), [0.1, -9.93, 0.0]);
    }

    // The tests that run in a browser have no proptest.
    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn any_double_reads_back_from_its_shortest_text(bits in proptest::num::u64::ANY) {
            let value = f64::from_bits(bits);
            if value.is_finite() {
                let read = parse(&shortest(value), false).map(|parsed| parsed.value.to_bits());
                proptest::prop_assert_eq!(read, Some(value.to_bits()));
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
                proptest::prop_assert!(found.to_bits() == expected.to_bits() || as_near, "{} {}", found, expected);
                proptest::prop_assert_eq!(found as f32, value);
            }
        }

        #[test]
        fn any_decimal_reads_as_the_standard_library_reads_it(digits in "[0-9]{1,40}", point in 0..40_usize, e in -360..340_i32) {
            let (whole, fraction) = digits.split_at(point.min(digits.len()));
            let text = format!("{whole}.{fraction}e{e}");
            let expected: f64 = text.parse().unwrap();
            proptest::prop_assert_eq!(parse(&text, false).map(|parsed| parsed.value), Some(expected).filter(|value| value.is_finite()));
        }
    }
}
