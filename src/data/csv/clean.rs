//! What is taken off a text before it is cut into cells. Line breaks stay, so that lines keep their numbers.

use super::options::{CsvFormat, Separator, plain_character};
use super::quotes::Quotes;
use super::records::Records;
use crate::Error;
use std::borrow::Cow;

/// The text without the lines to skip and without comments; runs of blanks, where they separate, are one space.
pub(super) fn clean(text: &str, skip_rows: usize, comment: Option<char>, separator: Separator) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cleaned = match skip_rows {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(skipped(text, skip_rows)),
    };
    let blanks = separator == Separator::Whitespace;
    if let Some(comment) = comment {
        cleaned = Cow::Owned(without_comments(&cleaned, comment, blanks));
    }
    if blanks { Cow::Owned(with_single_blanks(&cleaned)) } else { cleaned }
}

/// The length of a line and of its end.
pub(super) fn line_of(text: &str) -> (usize, usize) {
    let Some(end) = text.find(['\r', '\n']) else {
        return (text.len(), 0);
    };
    (end, if text[end..].starts_with("\r\n") { 2 } else { 1 })
}

/// The text with its first lines empty.
fn skipped(text: &str, rows: usize) -> String {
    let (mut rest, mut breaks) = (text, String::new());
    for _ in 0..rows {
        let (line, end) = line_of(rest);
        breaks.push_str(&rest[line..line + end]);
        rest = &rest[line + end..];
    }
    breaks + rest
}

fn without_comments(text: &str, comment: char, blanks: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut quotes = Quotes::new(blanks);
    let mut commented = false;
    for letter in text.chars() {
        if commented {
            commented = !matches!(letter, '\r' | '\n');
        }
        if !commented {
            // Only ASCII opens, closes, separates or ends anything.
            let outside = quotes.is_outside(u8::try_from(letter).unwrap_or(b'x'));
            commented = outside && letter == comment;
        }
        if !commented {
            kept.push(letter);
        }
    }
    kept
}

fn with_single_blanks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut quotes = Quotes::new(true);
    // A blank waits until a cell follows it on its line.
    let (mut waiting, mut at_start) = (false, true);
    for letter in text.chars() {
        let outside = quotes.is_outside(u8::try_from(letter).unwrap_or(b'x'));
        match letter {
            ' ' | '\t' if outside => waiting = !at_start,
            '\r' | '\n' if outside => {
                (waiting, at_start) = (false, true);
                kept.push(letter);
            }
            _ => {
                if waiting {
                    kept.push(' ');
                }
                (waiting, at_start) = (false, false);
                kept.push(letter);
            }
        }
    }
    kept
}

impl CsvFormat {
    /// The cells of a text.
    pub(super) fn records<'a>(&self, text: &'a str) -> Result<Records<'a>, Error> {
        let cleaned = clean(text, self.skip_rows, self.comment, self.separator);
        let separator = match self.separator {
            Separator::Char(separator) => plain_character("separator", separator)?,
            Separator::Whitespace => b' ',
        };
        Records::read(cleaned, separator, self.skip_blank_rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_lines_and_comments_leave_their_line_breaks() {
        let text = "\u{feff}sep=;\r\n# a note\r\nx;\"#1\" # why\r\n1;2\r\n";
        let cleaned = clean(text, 1, Some('#'), Separator::Char(';'));
        assert_eq!(cleaned, "\r\n\r\nx;\"#1\" \r\n1;2\r\n");
        assert_eq!(clean("a\nb", 9, None, Separator::Char(',')), "\n");
    }

    #[test]
    fn runs_of_blanks_are_one_where_they_separate() {
        let cleaned = clean("  a \t b  \n \n1   \"x  y\"\n", 0, None, Separator::Whitespace);
        assert_eq!(cleaned, "a b\n\n1 \"x  y\"\n");
    }
}
