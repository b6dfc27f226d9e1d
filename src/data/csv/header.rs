//! Whether the first record names the columns.

use super::number::{Signs, unit_of, without_unit};
use super::profile::Profile;
use super::reading::Alternative;
use super::records::Records;
use super::words::{Booleans, MISSING, MISSING_AMONG_NUMBERS};
use crate::Value;

/// What the first records say.
struct Votes {
    /// Columns whose first cell is of another kind than those below.
    names: usize,
    /// Columns whose first cell is one of those below.
    values: usize,
    /// Of the columns of numbers, the first cells, where those are integers.
    numbers: Vec<f64>,
}

/// Whether the first record names the columns, and the doubt if there is one. `profiles` are of the cells below it.
pub(super) fn find(
    records: &Records,
    profiles: &[Profile],
    signs: Signs,
    writing: usize,
) -> (bool, Option<Alternative>) {
    let first: Vec<&str> = records.record(0).map(str::trim).collect();
    if records.count() == 1 {
        return (!first.iter().all(|cell| is_number(cell, None, signs)), None);
    }
    if first.iter().any(|cell| cell.is_empty()) {
        return (true, None);
    }
    let votes = votes(records, &first, profiles, signs, writing);
    let doubt = |header: bool| {
        let reason = if header { "maybe_values" } else { "maybe_names" };
        let example = Some(first.join(", ").chars().take(60).collect());
        Some(Alternative { option: "header", value: Value::Bool(!header), reason, example })
    };
    match (votes.names, votes.values) {
        (0, 0) => (true, doubt(true)),
        (0, _) if counts_up(&votes.numbers) => {
            let header = votes.numbers.first() == Some(&0.0) || are_years(records, &votes.numbers, signs);
            (header, doubt(header))
        }
        (0, _) => (false, None),
        (_, 0) => (true, None),
        _ => (true, doubt(true)),
    }
}

fn votes(records: &Records, first: &[&str], profiles: &[Profile], signs: Signs, writing: usize) -> Votes {
    let mut votes = Votes { names: 0, values: 0, numbers: Vec::new() };
    for (column, (cell, profile)) in first.iter().zip(profiles).enumerate() {
        let below = || records.column(column, 1).map(str::trim).filter(|cell| !MISSING.contains(cell));
        if profile.fits[writing] && below().next().is_some() {
            let is_value = is_number(cell, profile.unit, signs);
            votes.names += usize::from(!is_value);
            votes.values += usize::from(is_value);
            votes.numbers.extend(signs.parse(cell).filter(|number| number.is_integer).map(|number| number.value));
        } else if Booleans::find(below()).is_some() {
            let is_value = Booleans::find(below().chain([*cell])).is_some();
            votes.names += usize::from(!is_value);
            votes.values += usize::from(is_value);
        } else if below().any(|other| other == *cell) {
            votes.values += 1;
        }
    }
    votes
}

/// Whether a cell could stand in a column of numbers.
fn is_number(cell: &str, unit: Option<&str>, signs: Signs) -> bool {
    if MISSING_AMONG_NUMBERS.contains(&cell) {
        return true;
    }
    let unit = unit.or_else(|| unit_of(cell));
    signs.fits(cell) || unit.and_then(|unit| without_unit(cell, unit)).is_some_and(|number| signs.fits(&number))
}

/// Whether first cells count up, as names of columns may: 0, 1, 2 or 2019, 2020.
fn counts_up(numbers: &[f64]) -> bool {
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0)
}

/// Whether first cells are years, and none of the numbers below is.
fn are_years(records: &Records, numbers: &[f64], signs: Signs) -> bool {
    let is_year = |number: f64| (1900.0..=2100.0).contains(&number);
    let mut below = (0..records.columns()).flat_map(|column| records.column(column, 1));
    numbers.iter().all(|number| is_year(*number))
        && !below.any(|cell| signs.parse(cell.trim()).is_some_and(|number| is_year(number.value)))
}
