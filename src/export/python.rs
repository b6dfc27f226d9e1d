//! Python's literals and calls.

use crate::decimal::{shortest, shortest_single};
use crate::nn::{ExplicitSetting, SettingValue};

/// Lines are broken where they would be longer.
const WIDTH: usize = 100;

/// A text as a literal that Python reads back letter by letter, on one line whatever is in it.
pub(super) fn text(text: &str) -> String {
    let mut literal = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            letter if is_unseen(letter) && letter as u32 <= 0xffff => {
                literal.push_str(&format!("\\u{:04x}", letter as u32));
            }
            letter if is_unseen(letter) => literal.push_str(&format!("\\U{:08x}", letter as u32)),
            letter => literal.push(letter),
        }
    }
    literal.push('"');
    literal
}

/// Letters that end a line, turn its direction or cannot be seen: code must look like what it does.
fn is_unseen(letter: char) -> bool {
    let ranges = [
        '\u{ad}'..='\u{ad}',
        '\u{61c}'..='\u{61c}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
        '\u{fff9}'..='\u{fffb}',
        '\u{e0000}'..='\u{e007f}',
    ];
    letter.is_control() || ranges.iter().any(|range| range.contains(&letter))
}

/// A double as Python prints it: `0.9`, `1e-07`.
pub(super) fn double(value: f64) -> String {
    shortest(value)
}

/// A number of the engine's precision: the fewest digits that are rounded to it.
pub(super) fn single(value: f32) -> String {
    shortest_single(value)
}

/// A number that is mostly a whole one: `10`, `0.5`.
pub(super) fn count(value: f32) -> String {
    let text = single(value);
    text.strip_suffix(".0").unwrap_or(&text).to_string()
}

/// `True` or `False`.
pub(super) fn truth(value: bool) -> String {
    if value { "True" } else { "False" }.to_string()
}

/// A list of literals.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// A call without the arguments that are what they are without being said.
pub(super) struct Call {
    name: String,
    arguments: Vec<String>,
}

impl Call {
    /// `name()`.
    pub(super) fn new(name: impl Into<String>) -> Self {
        Call { name: name.into(), arguments: Vec::new() }
    }

    /// An argument without a name.
    pub(super) fn plain(mut self, value: impl Into<String>) -> Self {
        self.arguments.push(value.into());
        self
    }

    /// An argument with its name.
    pub(super) fn named(self, name: &str, value: impl AsRef<str>) -> Self {
        let argument = format!("{name}={}", value.as_ref());
        self.plain(argument)
    }

    /// An argument that is said only where it differs from the default.
    pub(super) fn unless<T: PartialEq>(self, name: &str, value: T, default: T, write: impl Fn(T) -> String) -> Self {
        if value == default { self } else { self.named(name, write(value)) }
    }

    /// An argument that is said where there is one.
    pub(super) fn some(self, name: &str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.named(name, value),
            None => self,
        }
    }

    /// Settings as arguments; those that Keras has to be given without their names, as it has them first.
    pub(super) fn settings(self, settings: Vec<ExplicitSetting>) -> Self {
        settings.into_iter().fold(self, |call, ExplicitSetting { name, value, is_positional }| {
            let value = match value {
                SettingValue::Nothing => "None".to_string(),
                SettingValue::Single(number) => single(number),
                SettingValue::Double(number) => double(number),
                SettingValue::Flag(flag) => truth(flag),
                SettingValue::Count(number) => count(number),
                SettingValue::List(numbers) => list(numbers.into_iter().map(single)),
                SettingValue::Counts(numbers) => list(numbers.into_iter().map(count)),
                #[cfg(feature = "full")]
                SettingValue::Choice(word) => text(word),
            };
            if is_positional { call.plain(value) } else { call.named(name, value) }
        })
    }

    /// Whether nothing is said.
    pub(super) fn is_bare(&self) -> bool {
        self.arguments.is_empty()
    }

    /// The call on one line, or with an argument a line where that would be too long; `indent` is where it stands.
    pub(super) fn text_at(&self, indent: usize) -> String {
        let line = format!("{}({})", self.name, self.arguments.join(", "));
        if self.is_bare() || indent + line.len() <= WIDTH && !line.contains('\n') {
            return line;
        }
        let spaces = " ".repeat(indent);
        let arguments = self.arguments.iter().map(|argument| format!("{spaces}    {argument},\n"));
        format!("{}(\n{}{spaces})", self.name, arguments.collect::<String>())
    }

    /// The call on one line.
    pub(super) fn text(&self) -> String {
        format!("{}({})", self.name, self.arguments.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_literal_whatever_is_in_it() {
        assert_eq!(text("TV"), r#""TV""#);
        assert_eq!(text("광고 비용"), "\"광고 비용\"");
        assert_eq!(text(r#"a"]); evil("\"#), r#""a\"]); evil(\"\\""#);
        assert_eq!(text("a\nb\rc\td\u{0}\u{7f}\u{85}"), r#""a\nb\rc\td\u0000\u007f\u0085""#);
        assert_eq!(text("a\u{202e}b\u{2028}c\u{feff}\u{e0041}"), r#""a\u202eb\u2028c\ufeff\U000e0041""#);
    }

    #[test]
    fn a_number_has_the_fewest_digits_that_are_rounded_to_it() {
        let texts = [0.01, 1e-5, 0.731_058_6, 5.0, -0.1, 1e-7, 3e10, 0.0, 16777216.0].map(single);
        assert_eq!(texts, ["0.01", "1e-05", "0.7310586", "5.0", "-0.1", "1e-07", "30000000000.0", "0.0", "16777216.0"]);
        assert_eq!([count(10.0), count(0.5)], ["10", "0.5"]);
    }

    #[test]
    fn every_number_is_read_back_to_the_bit() {
        let mut bits = 1_u32;
        for _ in 0..20_000 {
            bits = bits.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = f32::from_bits(bits);
            if value.is_finite() {
                let back: f64 = single(value).parse().unwrap();
                assert_eq!((back as f32).to_bits(), value.to_bits(), "{value:e}");
            }
        }
    }

    #[test]
    fn a_long_call_has_a_line_for_each_argument() {
        let call = Call::new("f").named("a", "x".repeat(60)).named("b", "y".repeat(60));
        assert_eq!(call.text_at(2), format!("f(\n      a={},\n      b={},\n  )", "x".repeat(60), "y".repeat(60)));
        assert_eq!(Call::new("f").plain("1").unless("b", 1, 1, |b| b.to_string()).text_at(0), "f(1)");
    }
}
