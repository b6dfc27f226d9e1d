//! Numbers as people write them: with a decimal comma, with groups of digits, with a unit.

use crate::decimal::{self, Parsed};
use std::borrow::Cow;

/// The signs in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    /// `.` or `,`.
    pub(super) decimal: char,
    /// Between groups of three digits.
    pub(super) thousands: Option<char>,
    /// Whether a number with a decimal comma may have a point instead.
    pub(super) lenient: bool,
}

impl Signs {
    /// Those of Python.
    pub(super) const PLAIN: Signs = Signs { decimal: '.', thousands: None, lenient: false };

    /// The number that a cell without blanks around it is.
    pub(super) fn parse(self, cell: &str) -> Option<Parsed> {
        decimal::parse(&self.plain(cell)?, self.decimal == ',')
    }

    /// Whether a cell has the form of a number.
    pub(super) fn fits(self, cell: &str) -> bool {
        self.plain(cell).is_some_and(|plain| decimal::is_decimal(&plain, self.decimal == ','))
    }

    /// The cell without its thousands signs; `None` where they stand elsewhere than between groups of digits.
    fn plain(self, cell: &str) -> Option<Cow<'_, str>> {
        if self.decimal == ',' && !self.lenient && self.thousands != Some('.') && cell.contains('.') {
            return None;
        }
        match self.thousands {
            Some(sign) if cell.contains(|letter| is_sign(letter, sign)) => ungrouped(cell, sign, self.decimal),
            _ => Some(Cow::Borrowed(cell)),
        }
    }

    /// Whether a cell has a thousands sign.
    pub(super) fn groups(self, cell: &str) -> bool {
        self.thousands.is_some_and(|sign| cell.contains(|letter| is_sign(letter, sign)))
    }
}

/// Whether a letter is the thousands sign or one of its kind: spaces that do not break, the typographic apostrophe.
fn is_sign(letter: char, sign: char) -> bool {
    letter == sign
        || match sign {
            ' ' => matches!(letter, '\u{a0}' | '\u{2009}' | '\u{202f}'),
            '\'' => letter == '’',
            _ => false,
        }
}

/// `1,250` as `1250`; also India's `12,34,567`.
fn ungrouped(cell: &str, sign: char, decimal: char) -> Option<Cow<'_, str>> {
    let digits = cell.trim_start_matches(['-', '+']);
    let end = digits.find([decimal, 'e', 'E']).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at_checked(end)?;
    let groups: Vec<&str> = whole.split(|letter| is_sign(letter, sign)).collect();
    let [first, middle @ .., last] = groups.as_slice() else {
        return None;
    };
    let widths = |width: usize| middle.iter().all(|group| group.len() == width);
    let begins = matches!(first.len(), 1..=3) && !first.starts_with('0');
    let is_grouped = begins && last.len() == 3 && (widths(3) || sign == ',' && first.len() < 3 && widths(2));
    let is_plain = |text: &str| !text.contains(|letter| is_sign(letter, sign));
    let all_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let prefix = &cell[..cell.len() - digits.len()];
    (is_grouped && all_digits && is_plain(rest)).then(|| Cow::Owned([prefix, &groups.concat(), rest].concat()))
}

/// Whether a cell could be a number in anybody's writing.
pub(super) fn looks_like_number(cell: &str) -> bool {
    let cell = cell.trim();
    decimal::is_decimal(cell, true)
        || [('.', ','), (',', '.'), ('.', '\''), ('.', ' '), (',', ' ')]
            .into_iter()
            .any(|(decimal, thousands)| Signs { decimal, thousands: Some(thousands), lenient: false }.fits(cell))
}

/// Signs and names of units that are taken off numbers: shares and money.
const UNITS: [&str; 33] = [
    "%", "‰", "$", "€", "£", "¥", "₩", "₹", "₽", "₺", "₫", "₪", "฿", "₴", "₦", "￥", "￦", "￡", "＄", "US$", "USD",
    "EUR", "GBP", "JPY", "KRW", "CNY", "CHF", "INR", "원", "円", "元", "Kč", "zł",
];

/// The unit before or behind a number, the longest that is known.
pub(super) fn unit_of(cell: &str) -> Option<&'static str> {
    let without_sign = cell.trim().trim_start_matches(['-', '+']);
    let has = |unit: &&&str| without_sign.starts_with(**unit) || without_sign.ends_with(**unit);
    UNITS.iter().filter(has).max_by_key(|unit| unit.len()).copied()
}

/// The cell without its unit: `₩12,000`, `-$5`, `$-5`, `10 %`.
pub(super) fn without_unit<'a>(cell: &'a str, unit: &str) -> Option<Cow<'a, str>> {
    let cell = cell.trim();
    if let Some(number) = cell.strip_suffix(unit).or_else(|| cell.strip_prefix(unit)) {
        return Some(Cow::Borrowed(number.trim()));
    }
    let (sign, rest) = cell.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "-" | "+"))?;
    rest.trim_start().strip_prefix(unit).map(|number| Cow::Owned([sign, number.trim_start()].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(decimal: char, thousands: char, cell: &str) -> Option<f64> {
        Signs { decimal, thousands: Some(thousands), lenient: false }.parse(cell).map(|parsed| parsed.value)
    }

    #[test]
    fn groups_of_three_digits_are_one_number() {
        assert_eq!(value('.', ',', "1,250"), Some(1250.0));
        assert_eq!(value(',', '.', "-2.750,25"), Some(-2750.25));
        assert_eq!(value('.', '\'', "1'234’567.5"), Some(1_234_567.5));
        assert_eq!(value(',', ' ', "12\u{a0}000,5"), Some(12000.5));
        assert_eq!(value('.', ',', "12,34,567"), Some(1_234_567.0));
        assert!(Signs { decimal: '.', thousands: Some(','), lenient: false }.parse("1,250").unwrap().is_integer);
    }

    #[test]
    fn other_groups_are_no_number() {
        for cell in ["1,25", "1,2500", ",250", "0,250", "1250,250", "1,250,", "1,,250", "1.5,250", "1,25e3", "é,250"] {
            assert_eq!(value('.', ',', cell), None, "{cell}");
        }
        assert_eq!(value(',', '.', "9.5"), None);
        assert_eq!(value(',', '.', "12.05.2024"), None);
    }

    #[test]
    fn a_unit_comes_off_on_either_side() {
        for (cell, unit, number) in [
            ("10%", "%", "10"),
            ("10 %", "%", "10"),
            ("₩12,000", "₩", "12,000"),
            ("-$5", "$", "-5"),
            ("$-5", "$", "-5"),
            ("US$5", "US$", "5"),
            ("9,500원", "원", "9,500"),
        ] {
            assert_eq!((unit_of(cell), without_unit(cell, unit).as_deref()), (Some(unit), Some(number)));
        }
        assert_eq!((unit_of("10 kg"), without_unit("10", "%")), (None, None));
    }
}
