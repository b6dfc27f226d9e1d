//! Text from parts, without std's formatting: its padding and precision would be a thirtieth of the small builds.

use std::fmt::Arguments;

/// What a text is made of.
pub(crate) trait Part {
    /// Writes it at the end of `text`.
    fn append_to(&self, text: &mut String);
}

impl Part for str {
    fn append_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for String {
    fn append_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Part for u64 {
    fn append_to(&self, text: &mut String) {
        append_digits(*self, 1, text);
    }
}

impl Part for u32 {
    fn append_to(&self, text: &mut String) {
        append_digits(u64::from(*self), 1, text);
    }
}

impl Part for usize {
    fn append_to(&self, text: &mut String) {
        append_digits(*self as u64, 1, text);
    }
}

impl Part for i32 {
    fn append_to(&self, text: &mut String) {
        if *self < 0 {
            text.push('-');
        }
        append_digits(u64::from(self.unsigned_abs()), 1, text);
    }
}

/// std formats it, in the builds that have it anyway.
impl Part for f32 {
    fn append_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

/// What std formats, in the builds that have it anyway.
impl Part for Arguments<'_> {
    fn append_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

/// Words with commas between them. Std's `join` reserves what it needs, in ten times the code.
pub(crate) struct Listed<'a>(pub(crate) &'a [&'a str]);

impl Part for Listed<'_> {
    fn append_to(&self, text: &mut String) {
        for (idx, word) in self.0.iter().enumerate() {
            text.push_str(if idx > 0 { ", " } else { "" });
            text.push_str(word);
        }
    }
}

impl<T: Part + ?Sized> Part for &T {
    fn append_to(&self, text: &mut String) {
        (*self).append_to(text);
    }
}

/// Writes at least `least` digits of a number, with zeros before it.
pub(crate) fn append_digits(number: u64, least: usize, text: &mut String) {
    if number > 9 || least > 1 {
        append_digits(number / 10, least.saturating_sub(1), text);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// The parts one after another: `concatenate!["layers[", 1_usize, "].units"]`.
macro_rules! concatenate {
    ($($part:expr),+ $(,)?) => {
        crate::concatenate::joined(&[$(&$part),+])
    };
}

pub(crate) use concatenate;

/// See [`concatenate!`].
pub(crate) fn joined(parts: &[&dyn Part]) -> String {
    let mut text = String::new();
    for part in parts {
        part.append_to(&mut text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_one_after_another_as_std_writes_them() {
        let path = String::from("layers");
        assert_eq!(concatenate![path, "[", 12_usize, "]"], "layers[12]");
        for number in [0, 1, 9, 10, 99, 100, 1_000_000, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(concatenate![number], number.to_string());
        }
        for number in [0, -1, i32::MIN, i32::MAX] {
            assert_eq!(concatenate![number], number.to_string());
        }
        assert_eq!(concatenate![0.25_f32, format_args!(" {:02}", 7)], "0.25 07");
    }

    #[test]
    fn words_are_listed_with_commas() {
        assert_eq!(
            concatenate!["one of ", Listed(&["mae", "mse"]), "; ", Listed(&["acc"]), Listed(&[])],
            "one of mae, mse; acc"
        );
    }

    #[test]
    fn digits_have_zeros_before_them() {
        for (number, least, expected) in [(0, 1, "0"), (0, 3, "000"), (7, 2, "07"), (123, 2, "123"), (5, 0, "5")] {
            let mut text = String::new();
            append_digits(number, least, &mut text);
            assert_eq!(text, expected);
        }
    }
}
