//! Comma-separated text as records of cells, and cells as such text.

use crate::Error;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::ops::Range;

/// The most rows of a table.
pub const MAX_ROWS: usize = 200_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;
/// The most cells of a table.
pub const MAX_CELLS: usize = 5_000_000;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records are looked at to find the separator.
const SNIFFED: usize = 20;

/// All cells of a text, record by record; the first record is the header.
pub(super) struct Records {
    text: String,
    ends: Vec<usize>,
    columns: usize,
}

impl Records {
    /// Reads `text`, whose records must all have the header's count of cells.
    pub(super) fn read(text: &str, separator: u8) -> Result<Self, Error> {
        let mut scanner = Scanner::new(text, separator);
        let mut cells = Cells::default();
        let mut columns = 0;
        while let Some(raw) = scanner.record(&mut cells)? {
            let count = cells.ends.len() - cells.done;
            if count == 1 && is_blank(&text[raw.clone()]) {
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
        if cells.done == columns {
            return Err(Error::shape(
                "CSV",
                "a header and at least 1 row",
                if columns == 0 { "an empty text" } else { "only a header" },
            ));
        }
        cells.bytes.truncate(cells.used);
        // Cells of a text cut at ASCII characters are text; the replacement never happens.
        let text = String::from_utf8(cells.bytes).unwrap_or_default();
        Ok(Records { text, ends: cells.ends, columns })
    }

    /// How many rows there are below the header.
    pub(super) fn rows(&self) -> usize {
        self.ends.len() / self.columns - 1
    }

    /// The header's cells.
    pub(super) fn header(&self) -> Vec<String> {
        (0..self.columns).map(|column| self.at(column).to_string()).collect()
    }

    /// The cells of one column below the header.
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = &str> + Clone {
        (1..=self.rows()).map(move |row| self.at(row * self.columns + column))
    }

    fn at(&self, idx: usize) -> &str {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        self.text.get(start..self.ends[idx]).unwrap_or("")
    }
}

/// Refuses more rows, columns or cells than a table may have.
pub(super) fn within_limits(rows: usize, columns: usize) -> Result<(), Error> {
    let limits = [("columns", columns, MAX_COLUMNS), ("rows", rows, MAX_ROWS), ("cells", rows * columns, MAX_CELLS)];
    match limits.into_iter().find(|(_, count, limit)| count > limit) {
        None => Ok(()),
        Some((what, count, limit)) => Err(Error::out_of_range(what, format!("at most {limit}"), count)),
    }
}

fn ragged(text: &str, raw: Range<usize>, expected: usize, received: usize) -> Error {
    let cells = |count| {
        if count == 1 { "1 cell".to_string() } else { format!("{count} cells") }
    };
    let what = format!("line {} of the CSV", line(text, raw.start));
    Error::shape(what, cells(expected), cells(received))
}

/// The line, from 1, on which the record stands that was read from the byte `start` on.
fn line(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let before = &text[..start + blank];
    1 + before.replace("\r\n", "\n").matches(['\r', '\n']).count()
}

fn is_blank(raw: &str) -> bool {
    raw.trim_start_matches('\u{feff}').trim().is_empty()
}

/// The separator under which the most of the first records have as many cells as the header, but more than one.
///
/// What stands in quotes is not looked at; so the comma is found in whatever `write_cell` made.
pub(super) fn sniff(text: &str) -> u8 {
    let counts = separator_counts(text.trim_start_matches('\u{feff}'));
    let score = |separator: &usize| {
        let header = counts.first().map_or(0, |counts| counts[*separator]);
        let alike = counts.iter().filter(|counts| counts[*separator] == header).count();
        if header > 0 { (alike, header) } else { (0, 0) }
    };
    // The last of equals is found: the likeliest.
    let best = (0..SEPARATORS.len()).rev().max_by_key(score);
    SEPARATORS[best.unwrap_or(0)]
}

/// How often each separator stands outside quotes, in each of the first records.
fn separator_counts(text: &str) -> Vec<[usize; SEPARATORS.len()]> {
    let mut records = Vec::new();
    let none = [0; SEPARATORS.len()];
    let (mut counts, mut blank) = (none, true);
    // A quote opens where a cell may begin, whatever separates them; behind one that closes, as the second of a pair.
    let (mut quoted, mut may_open) = (false, true);
    for byte in text.bytes().chain([b'\n']) {
        let separator = SEPARATORS.iter().position(|separator| *separator == byte);
        match byte {
            _ if quoted => (quoted, may_open) = (byte != b'"', byte == b'"'),
            b'"' if may_open => (quoted, blank) = (true, false),
            b'\r' | b'\n' => {
                if !blank {
                    records.push(counts);
                }
                if records.len() == SNIFFED {
                    break;
                }
                (counts, blank, may_open) = (none, true, true);
            }
            _ => {
                separator.iter().for_each(|&separator| counts[separator] += 1);
                may_open = separator.is_some();
                blank &= separator.is_none() && byte.is_ascii_whitespace();
            }
        }
    }
    records
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
pub(super) fn write_cell(text: &mut String, cell: &str) {
    let special = |letter: char| matches!(letter, ',' | ';' | '\t' | '|' | '"' | '\r' | '\n' | '\u{feff}');
    if cell.contains(special) {
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
        let records = Records::read(text, sniff(text)).map_err(|error| error.to_string())?;
        let row = |row: usize| {
            (0..records.columns).map(|column| records.at(row * records.columns + column).to_string()).collect()
        };
        Ok((0..=records.rows()).map(row).collect())
    }

    #[test]
    fn quotes_line_ends_a_byte_order_mark_and_blank_lines_are_no_part_of_cells() {
        let text = "\u{feff}a,\"b,\"\"c\"\"\"\r\n\r\n1,\"two\r\nlines\"\r\n  \n3,\n";
        assert_eq!(records(text).unwrap(), [["a", "b,\"c\""], ["1", "two\r\nlines"], ["3", ""]]);
        assert_eq!(records("a\r1\r\"\"\r2").unwrap(), [["a"], ["1"], [""], ["2"]]);
    }

    #[test]
    fn the_separator_is_the_one_that_fits_the_most_records() {
        let texts = ["a,b\n1,2", "a;b\n1,5;2,5", "a\tb\n1,5\t2", "a|b,c\n1|2\n3|4", "a;\"b,c,d\"\n1;2", "a\n1", ""];
        assert_eq!(texts.map(|text| sniff(text) as char), [',', ';', '\t', '|', ';', ',', ',']);
    }

    #[test]
    fn the_separator_is_not_looked_for_in_quotes_nor_misled_by_a_lone_one() {
        assert_eq!(sniff(" ,a,b,\";\"\n\"x\r;\r\",\"x;é\",0.0,0.0\n") as char, ',');
        assert_eq!(sniff("a,b\n\"1;\"\"2;\",3\n") as char, ',');
        assert_eq!(sniff("size;name\n5\";a,b\n7\";c,d\n") as char, ';');
    }

    #[test]
    fn a_ragged_record_is_refused_with_its_line() {
        let text = "a,b\r\n1,\"x\r\ny\"\r\n\r\n1,2,3\r\n";
        assert_eq!(records(text).unwrap_err(), "line 5 of the CSV: expected 2 cells, received 3 cells");
        assert_eq!(records("a,b\n1\n").unwrap_err(), "line 2 of the CSV: expected 2 cells, received 1 cell");
    }

    #[test]
    fn a_text_without_rows_is_refused() {
        for text in ["", "\n\r\n", "\u{feff}", "  "] {
            assert_eq!(records(text).unwrap_err(), "CSV: expected a header and at least 1 row, received an empty text");
        }
        assert_eq!(records("a,b\n").unwrap_err(), "CSV: expected a header and at least 1 row, received only a header");
    }

    #[test]
    fn an_open_quote_is_refused() {
        let message = "CSV: expected a closing quote, received an open quote at the end of the text";
        for text in ["a,b\n1,\"2\n3,4\n", "a\n\"", "\"a"] {
            assert_eq!(records(text).unwrap_err(), message, "{text}");
        }
    }

    #[test]
    fn more_than_the_limits_is_refused() {
        let wide = format!("{}\n", ",".repeat(MAX_COLUMNS));
        assert_eq!(records(&wide).unwrap_err(), "columns: expected at most 1000, received 1001");
        let long = "1\n".repeat(MAX_ROWS + 2);
        assert_eq!(records(&long).unwrap_err(), "rows: expected at most 200000, received 200001");
        let large = format!("{}\n", "1,".repeat(99)).repeat(50_002);
        assert_eq!(records(&large).unwrap_err(), "cells: expected at most 5000000, received 5000100");
    }
}
