//! One column under each way to write numbers.

use super::number::{Signs, unit_of, without_unit};
use super::options::CsvOptions;
use super::words::{MISSING, MISSING_AMONG_NUMBERS, add};
use std::borrow::Cow;

/// How numbers may be written, those without any doubt first.
pub(super) const WRITINGS: [Signs; 9] = [
    Signs::PLAIN,
    Signs { decimal: '.', thousands: Some(','), lenient: false },
    Signs { decimal: '.', thousands: Some(' '), lenient: false },
    Signs { decimal: '.', thousands: Some('\''), lenient: false },
    Signs { decimal: ',', thousands: Some('.'), lenient: false },
    Signs { decimal: ',', thousands: Some(' '), lenient: false },
    Signs { decimal: ',', thousands: Some('\''), lenient: false },
    Signs { decimal: ',', thousands: None, lenient: false },
    Signs { decimal: ',', thousands: None, lenient: true },
];

/// A column's cells without blanks around them, and which of them are missing.
pub(super) struct Profile<'a> {
    /// The unit that all its numbers have.
    pub(super) unit: Option<&'static str>,
    /// Of each writing whether all cells are numbers in it.
    pub(super) fits: [bool; WRITINGS.len()],
    /// Of each writing whether a cell has its thousands sign.
    pub(super) groups: [bool; WRITINGS.len()],
    /// The first cell with a comma or a point between groups of three digits.
    pub(super) doubtful: Option<&'a str>,
    /// Whether a cell has a comma, where digits may be grouped.
    pub(super) comma: bool,
    /// Words for a missing value beside pandas' own, where the cells are numbers.
    pub(super) missing: Vec<String>,
}

impl<'a> Profile<'a> {
    /// Parses cells in every notation.
    pub(super) fn of(cells: impl Iterator<Item = &'a str> + Clone, options: &CsvOptions) -> Self {
        let cells = cells.map(str::trim).filter(|cell| !MISSING.contains(cell));
        let mut profile = Profile {
            unit: None,
            fits: [false; WRITINGS.len()],
            groups: [false; WRITINGS.len()],
            doubtful: None,
            comma: false,
            missing: missing_words(cells.clone(), options),
        };
        let words = profile.missing.clone();
        let there = cells.filter(|cell| !words.iter().any(|word| word == cell));
        if options.units.as_ref().is_none_or(|units| !units.is_empty()) {
            profile.unit = shared_unit(there.clone());
        }
        profile.look(there);
        profile
    }

    fn look(&mut self, cells: impl Iterator<Item = &'a str> + Clone) {
        // Digits alone are numbers in every writing.
        if self.unit.is_none() && cells.clone().all(|cell| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit()))
        {
            self.fits = [true; WRITINGS.len()];
            return;
        }
        let unit = self.unit;
        let bare = move |cell: &'a str| match unit {
            Some(unit) => without_unit(cell, unit).unwrap_or(Cow::Borrowed(cell)),
            None => Cow::Borrowed(cell),
        };
        for (idx, signs) in WRITINGS.iter().enumerate() {
            // Python's own numbers have no other decimal sign and no thousands sign.
            let is_python = self.fits[0] && (signs.decimal == '.' || signs.lenient);
            self.fits[idx] = is_python || cells.clone().all(|cell| signs.fits(&bare(cell)));
            self.groups[idx] = self.fits[idx] && !is_python && cells.clone().any(|cell| signs.groups(&bare(cell)));
        }
        if self.groups.contains(&true) {
            self.comma = cells.clone().any(|cell| cell.contains(','));
            self.doubtful = cells.clone().find(|cell| cell.contains([',', '.', '\'', ' ', '\u{a0}', '\u{202f}']));
        }
    }
}

/// The words for missing values that stand among more numbers than they are; those that were given, if any.
fn missing_words<'a>(cells: impl Iterator<Item = &'a str> + Clone, options: &CsvOptions) -> Vec<String> {
    if let Some(given) = &options.na_values {
        return given.clone();
    }
    let (mut words, mut missing, mut others) = (Vec::new(), 0, 0);
    for cell in cells {
        match MISSING_AMONG_NUMBERS.contains(&cell) {
            true => {
                missing += 1;
                add(&mut words, cell);
            }
            false => others += 1,
        }
    }
    if others > missing { words } else { Vec::new() }
}

/// The unit of all cells, if all have one and it is the same.
fn shared_unit<'a>(mut cells: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let unit = unit_of(cells.next()?)?;
    cells.all(|cell| unit_of(cell) == Some(unit)).then_some(unit)
}
