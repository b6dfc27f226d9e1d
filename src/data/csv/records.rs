//! Separated text as records of cells, and cells as such text.

use crate::Error;
use crate::error::counted;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::borrow::Cow;
use std::ops::Range;

/// The most rows of a table.
pub const MAX_ROWS: usize = 200_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;
/// The most cells of a table.
pub const MAX_CELLS: usize = 5_000_000;

/// All cells of a text, record by record; whether the first record names the columns is not known here. They stay in
/// the text, which may be large.
pub(super) struct Records<'a> {
    text: Cow<'a, str>,
    /// Cells that do not stand in the text as they are.
    unquoted: String,
    places: Vec<Range<usize>>,
    columns: usize,
    blank: usize,
}

impl<'a> Records<'a> {
    /// Reads `text`, whose records must all have as many cells as the first; rows of empty cells can be left out.
    pub(super) fn read(text: Cow<'a, str>, separator: u8, skip_blank_rows: bool) -> Result<Self, Error> {
        let mut scanner = Scanner::new(&text, separator);
        let mut cells = Cells::default();
        let (mut columns, mut blank) = (0, 0);
        while let Some(raw) = scanner.record(&mut cells)? {
            let count = cells.places.len() - cells.done;
            if is_blank(&text[raw.clone()], char::from(separator), skip_blank_rows, count) {
                blank += usize::from(count > 1);
                cells.forget_record();
                continue;
            }
            if cells.done == 0 {
                columns = count;
            }
            if count != columns {
                return Err(ragged(&text, raw, columns, count));
            }
            cells.keep_record();
            within_limits(cells.done / columns - 1, columns)?;
        }
        cells.unquoted.truncate(cells.used);
        // Cells of a text cut at ASCII characters are text; the replacement never happens.
        let unquoted = String::from_utf8(cells.unquoted).unwrap_or_default();
        Ok(Records { text, unquoted, places: cells.places, columns, blank })
    }

    /// How many records there are, that with the names among them.
    pub(super) fn count(&self) -> usize {
        self.places.len().checked_div(self.columns).unwrap_or(0)
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
        let Range { start, end } = self.places[idx];
        let behind = self.text.len();
        let cell = match start < behind {
            true => self.text.get(start..end),
            false => self.unquoted.get(start - behind..end - behind),
        };
        cell.unwrap_or("")
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
        let cell = |place: &Range<usize>| String::from_utf8_lossy(cells.at(text.as_bytes(), place)).into_owned();
        let record: Vec<String> = cells.places.iter().map(cell).collect();
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

/// Where cells stand that were read.
#[derive(Default)]
struct Cells {
    /// In the text; a cell whose quotes came off has its place in `unquoted`, which counts on behind the text.
    places: Vec<Range<usize>>,
    unquoted: Vec<u8>,
    /// How much of `unquoted` holds cells.
    used: usize,
    /// How many of the cells belong to finished records, and how much of `unquoted`.
    done: usize,
    done_unquoted: usize,
}

impl Cells {
    fn keep_record(&mut self) {
        (self.done, self.done_unquoted) = (self.places.len(), self.used);
    }

    fn forget_record(&mut self) {
        self.places.truncate(self.done);
        self.used = self.done_unquoted;
    }

    /// A cell that was read up to `end` in the text, of which `unquoted` holds the last `length` bytes.
    fn push(&mut self, text: &[u8], end: usize, length: usize) {
        let cell = self.used..self.used + length;
        let place = end.saturating_sub(length)..end;
        if text[place.clone()] == self.unquoted[cell.clone()] {
            self.places.push(place);
        } else {
            self.used = cell.end;
            self.places.push(text.len() + cell.start..text.len() + cell.end);
        }
    }

    fn at<'b>(&'b self, text: &'b [u8], place: &Range<usize>) -> &'b [u8] {
        let behind = text.len();
        match place.start < behind {
            true => &text[place.clone()],
            false => &self.unquoted[place.start - behind..place.end - behind],
        }
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
        let mut length = 0;
        while !self.rest().is_empty() {
            let free = cells.used + length;
            if cells.unquoted.len() == free {
                cells.unquoted.resize(free * 2 + 64, 0);
            }
            let (result, read, written) = self.reader.read_field(self.rest(), &mut cells.unquoted[free..]);
            self.at += read;
            length += written;
            if let ReadFieldResult::Field { record_end } = result {
                // What ends a cell is one byte, that of the last one perhaps beyond the text.
                cells.push(self.text, (self.at - 1).min(self.text.len()), length);
                length = 0;
                if record_end {
                    return Ok(Some(start..self.at.min(self.text.len())));
                }
            }
        }
        match length > 0 || cells.places.len() > cells.done {
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
        let records = Records::read(text.into(), b',', true).map_err(|error| error.to_string())?;
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
    fn cells_stay_in_the_text_but_for_those_whose_quotes_come_off() {
        let records = Records::read("a,\"b\"\n1,\"\"\n\"x\"\"y\",\r\n  z,2".into(), b',', true).unwrap();
        let cells: Vec<&str> = (0..records.count()).flat_map(|record| records.record(record)).collect();
        assert_eq!(cells, ["a", "b", "1", "", "x\"y", "", "  z", "2"]);
        assert_eq!(records.unquoted, "bx\"y");
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
        let all = Records::read(text.into(), b',', false).unwrap();
        assert_eq!((all.count(), all.blank()), (5, 0));
        assert_eq!(Records::read(text.into(), b',', true).unwrap().blank(), 2);
        assert_eq!(Records::read("\n \n".into(), b',', true).unwrap().count(), 0);
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
