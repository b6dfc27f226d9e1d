//! Tables from comma-separated text and back.

use super::column::Column;
use super::csv::{self, CsvFormat, CsvOptions};
use super::encoding::{Decoded, Decoder, decode};
use super::names;
use super::table::Table;
use crate::Error;
use std::borrow::Cow;

impl Table {
    /// Reads separated text as `pd.read_csv` does, and detects the options that pandas needs.
    ///
    /// The first line is the header, unless its cells are like those below: a column without a name is `Unnamed: i`, a
    /// second `x` is `x.1`. Cells may stand in quotes; blank lines, rows of empty cells and a byte order mark are
    /// skipped. Missing are pandas' words for it (nothing, `NA`, `NaN`, `null`, `n/a`, ...), and among numbers words
    /// such as `?`; unlike pandas, blanks around a number or such a word do not count. [`Table::reading`] says what the
    /// text was taken for.
    ///
    /// # Errors
    /// Rejects an empty text, a header alone, a line with more or fewer cells than the first (pandas fills or
    /// shifts them), an open quote, options that cannot be, sizes past the limits, and with
    /// [`strict`](CsvOptions::strict) what can be read in more than one way.
    pub fn from_csv(text: &str, options: CsvOptions) -> Result<Self, Error> {
        let (columns, reading) = csv::read(text, &options)?;
        Ok(Table::of(columns).read_as(reading))
    }

    /// Reads separated text from bytes: [`from_csv`](Table::from_csv) of what [`decode`] makes of them.
    ///
    /// # Errors
    /// Rejects bytes that are no text, and an encoding that is not known or that they are not in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(bytes: &[u8], options: CsvOptions) -> Result<Self, Error> {
        Table::read_with(&super::EncodingRs, bytes, options)
    }

    /// As `read`, with another decoder.
    ///
    /// # Errors
    /// Rejects bytes that are no text, and an encoding that the decoder does not know or that they are not in.
    pub fn read_with(decoder: &impl Decoder, bytes: &[u8], options: CsvOptions) -> Result<Self, Error> {
        Table::read_text(decoder, bytes, options).map(|(table, _)| table)
    }

    /// The same, with the text that the bytes are.
    pub(crate) fn read_text<'a>(
        decoder: &impl Decoder,
        bytes: impl Into<Cow<'a, [u8]>>,
        options: CsvOptions,
    ) -> Result<(Self, String), Error> {
        let Decoded { text, encoding, alternatives } = decode(decoder, bytes, options.encoding.as_deref())?;
        csv::strictly(&options, &alternatives)?;
        let (columns, mut reading) = csv::read(&text, &CsvOptions { encoding: Some(encoding), ..options })?;
        reading.alternatives.splice(0..0, alternatives);
        Ok((Table::of(columns).read_as(reading), text))
    }

    /// The options with which [`from_csv`](Table::from_csv) reads to the same what [`to_csv`](Table::to_csv) wrote.
    ///
    /// Mostly none are needed; they are where names look like values, or text like numbers.
    pub fn csv_options(&self) -> CsvOptions {
        self.csv_format().into()
    }

    /// All of them.
    pub(crate) fn csv_format(&self) -> CsvFormat {
        let mut format = CsvFormat::default();
        for (name, column) in self.columns() {
            match column {
                Column::Numbers { .. } => {}
                Column::Text(_) => format.text_columns.push(name.to_string()),
                Column::Booleans { words: [no, yes], .. } => {
                    format.false_values.push(no.clone());
                    format.true_values.push(yes.clone());
                }
            }
        }
        format
    }

    /// The table as comma-separated text that [`from_csv`](Table::from_csv) reads back to the same.
    ///
    /// Numbers are the shortest decimals that read back as themselves; `Unnamed: i` is written without a name. Text
    /// that was put in by a program and reads as missing comes back as that, and as a number unless
    /// [`csv_options`](Table::csv_options) say otherwise.
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

/// Writes a line; one of blanks would be skipped, and so has its first cell in quotes.
fn write_line(text: &mut String, cells: impl Iterator<Item = String>) {
    let start = text.len();
    let mut first = 0;
    for (idx, cell) in cells.enumerate() {
        if idx > 0 {
            text.push(',');
        }
        csv::write_cell(text, &cell);
        if idx == 0 {
            first = text.len();
        }
    }
    if text[start..].chars().all(|letter| letter == ',' || letter.is_whitespace()) {
        text.insert(first, '"');
        text.insert(start, '"');
    }
    text.push('\n');
}
