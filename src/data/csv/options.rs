//! How a text is read as a table: what a caller may say, and what it came to.

use crate::{Error, ErrorKind};

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// One character.
    Char(char),
    /// Runs of spaces and tabs, pandas' `sep=r"\s+"`; those at either end of a line do not count.
    Whitespace,
}

/// How a text is read as a table; whatever is left out is found in the text.
///
/// ```
/// use glassnet::data::{CsvOptions, Table};
///
/// let options = CsvOptions { decimal: Some(','), ..CsvOptions::default() };
/// let table = Table::from_csv("TV;Sales\n1,5;2\n", options)?;
/// assert_eq!(table.values_row_major(&["TV"])?, [1.5]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// What stands between cells: a character of ASCII or runs of blanks.
    pub separator: Option<Separator>,
    /// `.` or `,`. With `,` a number may have a point too, unless that is the thousands sign.
    pub decimal: Option<char>,
    /// What stands between groups of three digits: `,` `.` `'` or a space (also one that does not break), or nothing.
    pub thousands: Option<Option<char>>,
    /// Whether the first row names the columns; without it they are `x1`, `x2`, ...
    pub header: Option<bool>,
    /// The encoding of bytes, by a label that browsers know: `utf-8`, `euc-kr`, `windows-1252`, ... Of a text it only
    /// says where the text came from.
    pub encoding: Option<String>,
    /// From this character to the end of the line, outside quotes, nothing counts.
    pub comment: Option<Option<char>>,
    /// How many lines are left out at the beginning.
    pub skip_rows: Option<usize>,
    /// Whether rows of empty cells are left out. Defaults to true.
    pub skip_blank_rows: Option<bool>,
    /// Words for a missing value beside pandas' own.
    pub na_values: Option<Vec<String>>,
    /// Words for true: a column of nothing but these and `false_values` is 1 and 0.
    pub true_values: Option<Vec<String>>,
    /// Words for false.
    pub false_values: Option<Vec<String>>,
    /// Columns by name with the unit that their numbers have before or behind them, such as `%` or `€`.
    pub units: Option<Vec<(String, String)>>,
    /// Columns by name that are text whatever they look like, pandas' `dtype=str`.
    pub text_columns: Option<Vec<String>>,
    /// Whether a text that can be read in more than one way is an error.
    pub strict: bool,
}

/// How a text was read: every option as it was given or found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvFormat {
    /// What stands between cells.
    pub separator: Separator,
    /// `.` or `,`.
    pub decimal: char,
    /// What stands between groups of three digits.
    pub thousands: Option<char>,
    /// Whether the first row names the columns.
    pub header: bool,
    /// The encoding of the bytes, if it was given or bytes were.
    pub encoding: Option<String>,
    /// Where a comment begins.
    pub comment: Option<char>,
    /// How many lines are left out at the beginning.
    pub skip_rows: usize,
    /// Whether rows of empty cells are left out.
    pub skip_blank_rows: bool,
    /// Words for a missing value beside pandas' own.
    pub na_values: Vec<String>,
    /// Words for true.
    pub true_values: Vec<String>,
    /// Words for false.
    pub false_values: Vec<String>,
    /// Columns by name with the unit of their numbers.
    pub units: Vec<(String, String)>,
    /// Columns by name that are text whatever they look like.
    pub text_columns: Vec<String>,
}

/// The thousands signs that are known.
const THOUSANDS: [char; 4] = [',', '.', '\'', ' '];

impl CsvOptions {
    /// Commas, points, a header and nothing else.
    pub(crate) fn plain() -> Self {
        CsvFormat::default().into()
    }

    /// The error of an option that cannot be.
    pub(super) fn check(&self) -> Result<(), Error> {
        if let Some(Separator::Char(separator)) = self.separator {
            plain_character("separator", separator)?;
        }
        if let Some(decimal) = self.decimal
            && !matches!(decimal, '.' | ',')
        {
            return Err(wrong("decimal", ". or ,", format!("{decimal:?}")));
        }
        if let Some(Some(thousands)) = self.thousands {
            if !THOUSANDS.contains(&thousands) {
                return Err(wrong("thousands", ", . ' a space or nothing", format!("{thousands:?}")));
            }
            if self.decimal == Some(thousands) {
                return Err(wrong("thousands", "another sign than the decimal one", format!("{thousands:?} for both")));
            }
        }
        if let Some(Some(comment)) = self.comment {
            plain_character("comment", comment)?;
            if self.separator == Some(Separator::Char(comment)) {
                return Err(wrong("comment", "another character than the separator", format!("{comment:?} for both")));
            }
        }
        Ok(())
    }
}

impl Default for CsvFormat {
    fn default() -> Self {
        CsvFormat {
            separator: Separator::Char(','),
            decimal: '.',
            thousands: None,
            header: true,
            encoding: None,
            comment: None,
            skip_rows: 0,
            skip_blank_rows: true,
            na_values: Vec::new(),
            true_values: Vec::new(),
            false_values: Vec::new(),
            units: Vec::new(),
            text_columns: Vec::new(),
        }
    }
}

impl From<CsvFormat> for CsvOptions {
    fn from(format: CsvFormat) -> Self {
        CsvOptions {
            separator: Some(format.separator),
            decimal: Some(format.decimal),
            thousands: Some(format.thousands),
            header: Some(format.header),
            encoding: format.encoding,
            comment: Some(format.comment),
            skip_rows: Some(format.skip_rows),
            skip_blank_rows: Some(format.skip_blank_rows),
            na_values: Some(format.na_values),
            true_values: Some(format.true_values),
            false_values: Some(format.false_values),
            units: Some(format.units),
            text_columns: Some(format.text_columns),
            strict: false,
        }
    }
}

/// A character as the one byte that it must be.
pub(super) fn plain_character(what: &str, character: char) -> Result<u8, Error> {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | 0) => Ok(byte),
        _ => Err(wrong(what, "one character such as , ; | # or a tab", format!("{character:?}"))),
    }
}

fn wrong(what: &str, expected: &str, received: String) -> Error {
    Error::new(ErrorKind::InvalidConfig, what.to_string(), expected.to_string(), received)
}
