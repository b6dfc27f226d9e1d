//! What is worth saying of columns that were read.

use super::number::Signs;
use super::options::CsvFormat;
use super::reading::Note;
use super::records::Records;
use crate::Value;
use crate::data::column::{Column, MAX_INTEGER};
use crate::decimal::shortest;
use crate::sorted::sorted;

/// A note.
pub(super) fn note(code: &'static str, facts: impl Into<Vec<(&'static str, Value)>>) -> Note {
    Note { code, facts: facts.into() }
}

/// Whether integers that are written differently would become one double, as ids of 20 digits do; with the first.
pub(super) fn merged_integers<'a>(cells: impl Iterator<Item = &'a str>, signs: Signs) -> Option<&'a str> {
    // With fewer digits every integer is a double of its own.
    let long = cells.map(str::trim).filter(|cell| cell.len() >= 16);
    let parsed =
        |cell: &'a str| signs.parse(cell).filter(|number| number.is_integer).map(|number| (number.value, cell));
    let large: Vec<(u64, &str)> = long
        .filter_map(parsed)
        .filter(|(value, _)| value.abs() > MAX_INTEGER)
        .map(|(value, cell)| (value.to_bits(), cell))
        .collect();
    let large = sorted(&large, Ord::cmp);
    large.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1).map(|pair| pair[0].1)
}

/// What the columns are said of: words, truths, numbers that single precision cannot hold, text among numbers.
pub(super) fn of_columns(
    columns: &[(String, Column)],
    records: &Records,
    first: usize,
    format: &CsvFormat,
) -> Vec<Note> {
    let mut notes = Vec::new();
    missing_words(columns, records, first, format, &mut notes);
    let truths: Vec<&String> =
        columns.iter().filter(|(_, column)| matches!(column, Column::Booleans { .. })).map(|(name, _)| name).collect();
    if !truths.is_empty() {
        notes.push(note("truth_columns", [("columns", Value::array(truths, Value::string))]));
    }
    for (idx, (name, column)) in columns.iter().enumerate() {
        match column {
            Column::Numbers { values, .. } => single_precision(name, values, &mut notes),
            Column::Text(_) if format.text_columns.contains(name) => {}
            Column::Text(_) => notes.extend(text_among_numbers(name, records.column(idx, first), format)),
            Column::Booleans { .. } => {}
        }
    }
    notes
}

/// Words for missing values beside pandas' own that occur.
fn missing_words(
    columns: &[(String, Column)],
    records: &Records,
    first: usize,
    format: &CsvFormat,
    notes: &mut Vec<Note>,
) {
    if format.na_values.is_empty() {
        return;
    }
    let is_word = |cell: &&str| format.na_values.iter().any(|word| word == cell.trim());
    let count = |idx: usize| records.column(idx, first).filter(is_word).count();
    let counts: Vec<usize> = (0..columns.len()).map(count).collect();
    let named = columns.iter().zip(&counts).filter(|(_, count)| **count > 0).map(|((name, _), _)| name);
    let cells: usize = counts.iter().sum();
    if cells > 0 {
        notes.push(note(
            "missing_words",
            [
                ("words", Value::array(&format.na_values, Value::string)),
                ("cells", Value::count(cells)),
                ("columns", Value::array(named, Value::string)),
            ],
        ));
    }
}

/// Numbers that are too large for the engine's single precision, or so small that they become 0.
fn single_precision(name: &str, values: &[f64], notes: &mut Vec<Note>) {
    let mut tell = |code: &'static str, is: fn(f64) -> bool| {
        if let Some(row) = values.iter().position(|value| is(*value)) {
            let count = values.iter().filter(|value| is(**value)).count();
            let facts = [
                ("column", Value::string(name)),
                ("row", Value::count(row)),
                ("value", Value::String(shortest(values[row]))),
                ("cells", Value::count(count)),
            ];
            notes.push(note(code, facts));
        }
    };
    tell("too_large", |value| (value as f32).is_infinite());
    tell("becomes_zero", |value| value != 0.0 && value as f32 == 0.0);
}

/// A column of text most of whose cells are numbers: one of the others keeps it from being one of numbers.
fn text_among_numbers<'a>(
    name: &str,
    cells: impl Iterator<Item = &'a str> + Clone,
    format: &CsvFormat,
) -> Option<Note> {
    let there = cells.map(str::trim).enumerate().filter(|(_, cell)| !format.is_missing(cell));
    let is_text = |(_, cell): &(usize, &str)| format.number(cell, format.unit(name)).is_none();
    let (row, text) = there.clone().find(is_text)?;
    let (all, texts) = (there.clone().count(), there.filter(is_text).count());
    let facts = [
        ("column", Value::string(name)),
        ("row", Value::count(row)),
        ("value", Value::String(text.chars().take(60).collect())),
        ("cells", Value::count(texts)),
    ];
    (texts * 2 < all).then(|| note("text_among_numbers", facts))
}
