//! What stands between cells.

use super::clean;
use super::number::looks_like_number;
use super::options::{CsvOptions, Separator};
use super::quotes::{Quotes, SEPARATORS};
use super::reading::Alternative;
use super::records::first_records;
use crate::Value;

/// How many records are examined to find the separator.
const SNIFFED: usize = 20;

/// The separator under which the most of the first records have as many cells as the first, but more than one.
///
/// What stands in quotes is ignored; so the comma is found in whatever `write_cell` made.
pub(super) fn sniff(text: &str) -> u8 {
    let counts = separator_counts(text.trim_start_matches('\u{feff}'));
    // The last of equals is found: the likeliest.
    let best = (0..SEPARATORS.len()).rev().max_by_key(|separator| fit(&counts, *separator));
    SEPARATORS[best.unwrap_or(0)]
}

/// As [`sniff`], and of those that fit as well the one between whose cells there are more numbers; where none occurs,
/// runs of blanks between columns of numbers. Also the others between which there is nothing to choose.
pub(super) fn find(text: &str) -> (Separator, Vec<Alternative>) {
    let counts = separator_counts(text);
    let fits: Vec<Fit> = (0..SEPARATORS.len()).map(|separator| Fit::of(text, &counts, separator)).collect();
    // The last of equals is found: the likeliest.
    let best = fits.iter().rev().max_by_key(|fit| (fit.alike, fit.numbers, fit.cells)).copied().unwrap_or_default();
    if let Some(numbers) = blanks_fit(text)
        && (best.cells == 0 || numbers > best.numbers)
    {
        return (Separator::Whitespace, Vec::new());
    }
    let rivals = fits.iter().filter(|fit| {
        let same = fit.separator == best.separator;
        !same && best.alike > 1 && fit.alike == best.alike && fit.numbers >= best.numbers
    });
    let rivals = rivals.map(|fit| Alternative {
        option: "separator",
        value: Value::string(char::from(fit.separator)),
        reason: "also_fits",
        example: None,
    });
    (Separator::Char(char::from(best.separator)), rivals.collect())
}

/// How well a separator fits the first records.
#[derive(Debug, Clone, Copy)]
struct Fit {
    separator: u8,
    /// How many records have as many cells as the first; 0 where that has one.
    alike: usize,
    /// The share of cells that are numbers, in thousandths.
    numbers: usize,
    /// How many there are in the first record.
    cells: usize,
}

impl Default for Fit {
    fn default() -> Self {
        Fit { separator: SEPARATORS[0], alike: 0, numbers: 0, cells: 0 }
    }
}

impl Fit {
    fn of(text: &str, counts: &[Counts], separator: usize) -> Self {
        let (alike, cells) = fit(counts, separator);
        let separator = SEPARATORS[separator];
        let numbers = if cells > 0 { share_of_numbers(&first_records(text, separator, SNIFFED)) } else { 0 };
        Fit { separator, alike, numbers, cells }
    }
}

type Counts = [usize; SEPARATORS.len()];

/// How many of the records have a separator as often as the first one, and how often that is.
fn fit(counts: &[Counts], separator: usize) -> (usize, usize) {
    let first = counts.first().map_or(0, |counts| counts[separator]);
    let alike = counts.iter().filter(|counts| counts[separator] == first).count();
    if first > 0 { (alike, first) } else { (0, 0) }
}

/// The share of numbers, in thousandths, if runs of blanks cut all first records into as many cells, more than one, and
/// at least half of those below the first are numbers: words of a text are no columns.
fn blanks_fit(text: &str) -> Option<usize> {
    let records = first_records(&clean::clean(text, 0, None, Separator::Whitespace), b' ', SNIFFED);
    let columns = records.first()?.len();
    let below = if records.len() > 1 { &records[1..] } else { &records[..] };
    let numbers = share_of_numbers(below);
    let fits = columns > 1 && numbers >= 500 && records.iter().all(|record| record.len() == columns);
    fits.then(|| share_of_numbers(&records))
}

fn share_of_numbers(records: &[Vec<String>]) -> usize {
    let cells = || records.iter().flatten();
    let numbers = cells().filter(|cell| looks_like_number(cell)).count();
    numbers * 1000 / cells().count().max(1)
}

/// How often each separator stands outside quotes, in each of the first records.
fn separator_counts(text: &str) -> Vec<Counts> {
    let mut records = Vec::new();
    let none = [0; SEPARATORS.len()];
    let (mut counts, mut blank) = (none, true);
    let mut quotes = Quotes::new(false);
    for byte in text.bytes().chain([b'\n']) {
        let outside = quotes.is_outside(byte);
        match byte {
            _ if !outside => blank = false,
            b'\r' | b'\n' => {
                if !blank {
                    records.push(counts);
                }
                if records.len() == SNIFFED {
                    break;
                }
                (counts, blank) = (none, true);
            }
            _ => {
                let separator = SEPARATORS.iter().position(|separator| *separator == byte);
                separator.iter().for_each(|&separator| counts[separator] += 1);
                blank &= separator.is_none() && byte.is_ascii_whitespace();
            }
        }
    }
    records
}

impl CsvOptions {
    /// What the engine took a text for before it looked for more: a separator of four, a decimal comma behind
    /// semicolons, always a header. Experiments that were saved then are still read so.
    pub(crate) fn of_first_version(text: &str, separator: Option<Separator>) -> Self {
        let separator = separator.unwrap_or_else(|| Separator::Char(char::from(sniff(text))));
        let comma = separator == Separator::Char(';');
        CsvOptions {
            separator: Some(separator),
            decimal: Some(if comma { ',' } else { '.' }),
            skip_blank_rows: Some(false),
            ..CsvOptions::plain()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_fits_the_most_records() {
        let texts = ["a,b\n1,2", "a;b\n1,5;2,5", "a\tb\n1,5\t2", "a|b,c\n1|2\n3|4", "a;\"b,c,d\"\n1;2", "a\n1", ""];
        assert_eq!(texts.map(|text| sniff(text) as char), [',', ';', '\t', '|', ';', ',', ',']);
        let found = texts.map(|text| find(text).0);
        assert_eq!(found, [',', ';', '\t', '|', ';', ',', ','].map(Separator::Char));
    }

    #[test]
    fn the_separator_is_not_looked_for_in_quotes_nor_misled_by_a_lone_one() {
        for (text, expected) in [
            (" ,a,b,\";\"\n\"x\r;\r\",\"x;é\",0.0,0.0\n", ','),
            ("a,b\n\"1;\"\"2;\",3\n", ','),
            ("size;name\n5\";a,b\n7\";c,d\n", ';'),
        ] {
            assert_eq!((sniff(text) as char, find(text).0), (expected, Separator::Char(expected)));
        }
    }

    #[test]
    fn numbers_tell_decimal_commas_from_separators_where_both_fit() {
        assert_eq!(find("1,5;2,5\n3,5;4,5\n").0, Separator::Char(';'));
        assert_eq!(find("1,5 2,5\n3,5 4,5\n").0, Separator::Whitespace);
        assert_eq!(find("1, 2, 3\n4, 5, 6\n").0, Separator::Char(','));
    }

    #[test]
    fn runs_of_blanks_separate_columns_of_numbers_and_no_words() {
        assert_eq!(find("  x   y\n 1.5 2\n 10  3\n").0, Separator::Whitespace);
        assert_eq!(find("first name\nJohn Smith\n").0, Separator::Char(','));
        assert_eq!(find("height\n170 cm\n180 cm\n").0, Separator::Char(','));
    }

    #[test]
    fn two_separators_between_which_there_is_nothing_to_choose_are_both_named() {
        let (found, rivals) = find("a,b;c\nx,y;z\n");
        assert_eq!((found, rivals.len()), (Separator::Char(','), 1));
        assert_eq!(rivals[0].value, Value::string(";"));
        assert_eq!(find("1,5;2,5\n3,5;4,5\n").1, []);
    }
}
