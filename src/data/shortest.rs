//! The shortest decimal of a double.

use super::decimal::parse;

/// The shortest decimal that reads back as `value`, as Python prints it: `0.1`, `5.0`, `1e-05`, `1e+16`.
///
/// `nan`, `inf` and `-inf` for what no decimal is.
pub(crate) fn shortest(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_string();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}inf");
    }
    let (digits, first) = few_decimals(value.abs()).unwrap_or_else(|| many_digits(value.abs()));
    let kept = digits.trim_end_matches('0');
    format!("{sign}{}", place(if kept.is_empty() { "0" } else { kept }, first))
}

/// The usual case: at most 15 decimals. The digits, and the exponent of ten of the first.
fn few_decimals(value: f64) -> Option<(String, i32)> {
    let mut scale = 1.0;
    for decimals in 0..=15 {
        let scaled = value * scale;
        // Below 2^51 the nearest integer is not in doubt.
        if scaled > 2_251_799_813_685_248.0 {
            return None;
        }
        let whole = libm::rint(scaled);
        if whole / scale == value {
            let digits = (whole as u64).to_string();
            let first = digits.len() as i32 - 1 - decimals;
            return Some((digits, first));
        }
        scale *= 10.0;
    }
    None
}

/// Any finite double above 0: the first count of digits that reads back.
fn many_digits(value: f64) -> (String, i32) {
    // A double of full precision holds any 15 digits, so that fewer show as zeros at the end; 17 always read back.
    let least = if value < f64::MIN_POSITIVE { 1 } else { 15 };
    let texts = (least..=17).map(|count| crate::number::scientific(value, count - 1));
    let reads_back = |text: &String| parse(text, false).is_some_and(|parsed| parsed.value == value);
    let text = texts.into_iter().find(reads_back).unwrap_or_default();
    let (digits, exponent) = text.split_once('e').unwrap_or_default();
    (digits.replace('.', ""), exponent.parse().unwrap_or_default())
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
}
