//! The advertising data that was measured (the book ISLR's). It is not part of the project: `ADVERTISING_CSV` names the
//! file, and without it the tests that need it say so and check nothing.

use glassnet::data::{CsvOptions, Table};

pub(crate) fn measured() -> Option<Table> {
    let Some(path) = std::env::var_os("ADVERTISING_CSV") else {
        println!("left out: ADVERTISING_CSV names no file of the measured advertising data");
        return None;
    };
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(Table::from_csv(&text, CsvOptions::default()).unwrap())
}
