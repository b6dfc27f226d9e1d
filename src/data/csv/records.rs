//! Separated text as records of cells, and cells as such text.

use crate::Error;
use crate::error::counted;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::ops::Range;

/// The most rows of a table.
pub const MAX_ROWS: usize = 200_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;
/// The most cells of a table.
pub const MAX_CELLS: usize = 5_000_000;

/// All cells of a text, record by record; whether the first record names the columns is not known here.
pub(super) struct Records {
    text: String,
    ends: Vec<usize>,
    columns: usize,
    blank: usize,
}

impl Records {
    /// Reads `text`, whose records must all have as many cells as the first; rows of empty cells can be left out.
    pub(super) fn read(text: &str, separator: u8, skip_blank_rows: bool) -> Result<Self, Error> {
        let mut scanner = Scanner::new(text, separator);
        let mut cells = Cells::default();
        let (mut columns, mut blank) = (0, 0);
        while let Some(raw) = scanner.record(&mut cells)? {
            let count = cells.ends.len() - cells.done;
            if is_blank(&text[raw.clone()], char::from(separator), skip_blank_rows, count) {
                blank += usize::from(count > 1);
                cells.forget_record();
                continue;
            }
            if cells.done == 0 {
                columns = count;
            }
            if count != columns {
                return Err(ragged(text, raw, columns, count));
            }
            cells.done = cells.ends.len();
            within_limits(cells.done / columns - 1, columns)?;
        }
        cells.bytes.truncate(cells.used);
        // Cells of a text cut at ASCII characters are text; the replacement never happens.
        let text = String::from_utf8(cells.bytes).unwrap_or_default();
        Ok(Records { text, ends: cells.ends, columns, blank })
    }

    /// How many records there are, that with the names among them.
    pub(super) fn count(&self) -> usize {
        self.ends.len().checked_div(self.columns).unwrap_or(0)
    }

    /// How many cells each has.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// How many rows of empty cells were left out.
    pub(super) fn blank(&self) -> usize {
        self.blank
    }

    /// One record's cells.
    pub(super) fn record(&self, record: usize) -> impl Iterator<Item = &str> + Clone {
        (0..self.columns).map(move |column| self.at(record * self.columns + column))
    }

    /// The cells of one column, from a record on.
    pub(super) fn column(&self, column: usize, first: usize) -> impl Iterator<Item = &str> + Clone {
        (first..self.count()).map(move |record| self.at(record * self.columns + column))
    }

    fn at(&self, idx: usize) -> &str {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        self.text.get(start..self.ends[idx]).unwrap_or("")
    }
}

/// The first records of a text, at most `most`, each with as many cells as it has; nothing after an open quote.
pub(super) fn first_records(text: &str, separator: u8, most: usize) -> Vec<Vec<String>> {
    let mut scanner = Scanner::new(text, separator);
    let mut records = Vec::new();
    let mut cells = Cells::default();
    while records.len() < most
        && let Ok(Some(raw)) = scanner.record(&mut cells)
    {
        let starts = [0].into_iter().chain(cells.ends.iter().copied());
        let cell = |(start, end): (usize, &usize)| String::from_utf8_lossy(&cells.bytes[start..*end]).into_owned();
        let record: Vec<String> = starts.zip(&cells.ends).map(cell).collect();
        if !is_blank(&text[raw], char::from(separator), true, record.len()) {
            records.push(record);
        }
        cells.forget_record();
    }
    records
}

/// Rejects more rows, columns or cells than a table may have.
pub(in crate::data) fn within_limits(rows: usize, columns: usize) -> Result<(), Error> {
    let limits = [("columns", columns, MAX_COLUMNS), ("rows", rows, MAX_ROWS), ("cells", rows * columns, MAX_CELLS)];
    match limits.into_iter().find(|(_, count, limit)| count > limit) {
        None => Ok(()),
        Some((what, count, limit)) => Err(Error::out_of_range(what, format!("at most {limit}"), count)),
    }
}

fn ragged(text: &str, raw: Range<usize>, expected: usize, received: usize) -> Error {
    let what = format!("line {} of the CSV", line(text, raw.start));
    Error::shape(&what, counted(expected, "cell"), counted(received, "cell"))
}

/// The line, from 1, on which the record stands that was read from the byte `start` on.
fn line(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let before = &text[..start + blank];
    1 + before.replace("\r\n", "\n").matches(['\r', '\n']).count()
}

/// Whether a record is a line of blanks or, where those are skipped, of empty cells; one of quotes is none.
fn is_blank(raw: &str, separator: char, skip_blank_rows: bool, cells: usize) -> bool {
    let nothing = |letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == separator;
    (cells == 1 || skip_blank_rows) && raw.chars().all(nothing)
}

/// Cells that were read, one behind the other, and where each ends.
#[derive(Default)]
struct Cells {
    bytes: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    /// How many of the cells belong to finished records.
    done: usize,
}

impl Cells {
    fn forget_record(&mut self) {
        self.ends.truncate(self.done);
        self.used = self.ends.last().copied().unwrap_or(0);
    }
}

/// Reads a text record by record.
struct Scanner<'a> {
    reader: Reader,
    text: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Scanner { reader, text: text.as_bytes(), at: 0 }
    }

    /// What is still to be read: a line break closes the last record, unless a quote is open.
    fn rest(&self) -> &'a [u8] {
        match self.at < self.text.len() {
            true => &self.text[self.at..],
            false => &b"\n"[..self.text.len() + 1 - self.at],
        }
    }

    /// Reads the next record into `cells`; returns where it stood in the text, blank lines before it included.
    fn record(&mut self, cells: &mut Cells) -> Result<Option<Range<usize>>, Error> {
        let start = self.at;
        let used = cells.used;
        while !self.rest().is_empty() {
            if cells.bytes.len() == cells.used {
                cells.bytes.resize(cells.used * 2 + 64, 0);
            }
            let (result, read, written) = self.reader.read_field(self.rest(), &mut cells.bytes[cells.used..]);
            self.at += read;
            cells.used += written;
            if let ReadFieldResult::Field { record_end } = result {
                cells.ends.push(cells.used);
                if record_end {
                    return Ok(Some(start..self.at.min(self.text.len())));
                }
            }
        }
        match cells.used > used {
            true => Err(Error::shape("CSV", "a closing quote", "an open quote at the end of the text")),
            false => Ok(None),
        }
    }
}

/// Puts `cell` behind `text`, in quotes where it must be or where a separator could be found in it.
pub(in crate::data) fn write_cell(text: &mut String, cell: &str) {
    let special = |letter: char| matches!(letter, ',' | ';' | '\t' | '|' | '#' | '"' | '\r' | '\n' | '\u{feff}');
    if cell.contains(special) || cell.starts_with("sep=") {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Result<Vec<Vec<String>>, String> {
        let records = Records::read(text, b',', true).map_err(|error| error.to_string())?;
        let record = |record: usize| records.record(record).map(str::to_string).collect();
        Ok((0..records.count()).map(record).collect())
    }

    #[test]
    fn quotes_line_ends_a_byte_order_mark_and_blank_lines_are_no_part_of_cells() {
        let text = "\u{feff}a,\"b,\"\"c\"\"\"\r\n\r\n1,\"two\r\nlines\"\r\n  \n3,\n";
        assert_eq!(records(text).unwrap(), [["a", "b,\"c\""], ["1", "two\r\nlines"], ["3", ""]]);
        assert_eq!(records("a\r1\r\"\"\r2").unwrap(), [["a"], ["1"], [""], ["2"]]);
    }

    #[test]
    fn a_ragged_record_is_rejected_with_its_line() {
        let text = "a,b\r\n1,\"x\r\ny\"\r\n\r\n1,2,3\r\n";
        assert_eq!(records(text).unwrap_err(), "line 5 of the CSV: expected 2 cells, received 3 cells");
        assert_eq!(records("a,b\n1\n").unwrap_err(), "line 2 of the CSV: expected 2 cells, received 1 cell");
    }

    #[test]
    fn rows_of_empty_cells_are_left_out_but_not_those_in_quotes() {
        let text = "a,b\n,\n1,2\n , \n\"\",\n";
        assert_eq!(records(text).unwrap(), [["a", "b"], ["1", "2"], ["", ""]]);
        let all = Records::read(text, b',', false).unwrap();
        assert_eq!((all.count(), all.blank()), (5, 0));
        assert_eq!(Records::read(text, b',', true).unwrap().blank(), 2);
        assert_eq!(Records::read("\n \n", b',', true).unwrap().count(), 0);
    }

    #[test]
    fn the_first_records_may_differ_in_length() {
        assert_eq!(first_records("a;b\n\n1\n2;\"3\n", b';', 9), [vec!["a", "b"], vec!["1"]]);
        assert_eq!(first_records("a\nb\nc\n", b';', 2), [["a"], ["b"]]);
    }

    #[test]
    fn an_open_quote_is_rejected() {
        let message = "CSV: expected a closing quote, received an open quote at the end of the text";
        for text in ["a,b\n1,\"2\n3,4\n", "a\n\"", "\"a"] {
            assert_eq!(records(text).unwrap_err(), message, "{text}");
        }
    }

    #[test]
    fn more_than_the_limits_is_rejected() {
        let wide = format!("a{}\n", ",".repeat(MAX_COLUMNS));
        assert_eq!(records(&wide).unwrap_err(), "columns: expected at most 1000, received 1001");
        let long = "1\n".repeat(MAX_ROWS + 2);
        assert_eq!(records(&long).unwrap_err(), "rows: expected at most 200000, received 200001");
        let large = format!("{}\n", "1,".repeat(99)).repeat(50_002);
        assert_eq!(records(&large).unwrap_err(), "cells: expected at most 5000000, received 5000100");
    }
}
