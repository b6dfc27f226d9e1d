//! Tables from comma-separated text and back.

use super::column::Column;
use super::csv::{self, Records};
use super::names;
use super::table::Table;
use crate::Error;

/// How a text is read as a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// What stands between cells; by default whichever of `,` `;` tab `|` fits the first rows.
    pub separator: Option<char>,
    /// Whether `1,5` is a number, beside `1.5`; by default where the separator is `;`.
    pub decimal_comma: Option<bool>,
}

impl CsvOptions {
    /// The same options with what a text says of those that were left out.
    ///
    /// Refuses a separator that is not a plain character.
    pub fn resolved(self, text: &str) -> Result<Self, Error> {
        let (separator, comma) = self.found_in(text)?;
        Ok(CsvOptions { separator: Some(char::from(separator)), decimal_comma: Some(comma) })
    }

    fn found_in(self, text: &str) -> Result<(u8, bool), Error> {
        let separator = match self.separator {
            Some(separator) => plain(separator)?,
            None => csv::sniff(text),
        };
        Ok((separator, self.decimal_comma.unwrap_or(separator == b';')))
    }
}

impl Table {
    /// Reads comma-separated text as `pd.read_csv` does.
    ///
    /// The first line is the header: a column without a name is `Unnamed: i`, a second `x` is `x.1`. Cells may stand
    /// in quotes; blank lines and a byte order mark are skipped. Missing are pandas' words for it (nothing, `NA`,
    /// `NaN`, `null`, `n/a`, ...); unlike pandas, blanks around a number or such a word do not count.
    ///
    /// Refuses an empty text, a header alone, a line with more or fewer cells than the header (pandas fills or
    /// shifts them), an open quote, a separator that is not a plain character, and sizes past the limits.
    pub fn from_csv(text: &str, options: CsvOptions) -> Result<Self, Error> {
        let (separator, comma) = options.found_in(text)?;
        let records = Records::read(text, separator)?;
        let names = names::as_pandas(records.header());
        let named = |(idx, name)| (name, Column::read(records.column(idx), comma));
        Ok(Table::of(names.into_iter().enumerate().map(named).collect()))
    }

    /// The table as comma-separated text that [`from_csv`](Table::from_csv) reads back to the same.
    ///
    /// Numbers are the shortest decimals that read back as themselves; `Unnamed: i` is written without a name. Text
    /// that was put in by a program and reads as a number or as missing comes back as that.
    pub fn to_csv(&self) -> String {
        let unnamed = |(idx, name): (usize, &String)| match *name == names::unnamed(idx) {
            true => String::new(),
            false => name.clone(),
        };
        let mut text = String::new();
        write_line(&mut text, self.names().iter().enumerate().map(unnamed));
        for row in 0..self.rows() {
            let cells = self.columns().map(|(_, column)| column.cell(row).unwrap_or_default());
            write_line(&mut text, cells);
        }
        text
    }
}

/// A separator as the one byte that it must be.
fn plain(separator: char) -> Result<u8, Error> {
    match u8::try_from(separator) {
        Ok(byte) if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | 0) => Ok(byte),
        _ => Err(Error::InvalidConfig {
            what: "separator".to_string(),
            expected: "one character such as , ; | or a tab".to_string(),
            received: format!("{separator:?}"),
        }),
    }
}

fn write_line(text: &mut String, cells: impl Iterator<Item = String>) {
    let start = text.len();
    for (idx, cell) in cells.enumerate() {
        if idx > 0 {
            text.push(',');
        }
        csv::write_cell(text, &cell);
    }
    // A line of blanks would be skipped.
    if text[start..].trim().is_empty() {
        text.insert(start, '"');
        text.push('"');
    }
    text.push('\n');
}
