//! Pieces of Python.

use std::fmt::Display;

/// What stands behind `#`: the text on one line.
pub(super) fn comment(text: &str) -> String {
    let letters = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    format!("  # {}", letters.collect::<String>())
}

/// A number as its shortest decimal.
pub(super) fn number(number: impl Display) -> String {
    let text = number.to_string();
    // A float stays one: torch tells 1 from 1.0.
    if text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-') { text + ".0" } else { text }
}

/// `True` or `False`.
pub(super) fn truth(truth: bool) -> &'static str {
    if truth { "True" } else { "False" }
}
