//! Any bytes as CSV under any options: a table or an error, never a panic; what was read comes back from its own
//! text, and
//! the reading that was found reads the same again.
#![no_main]

use glassnet::data::{CsvOptions, EncodingRs, Separator, Table, decode};
use libfuzzer_sys::fuzz_target;

/// What stands between cells, by the first byte; `0` is 48, so that a seed can be read.
const SEPARATORS: [Option<Separator>; 11] = [
    None,
    Some(Separator::Char(',')),
    Some(Separator::Char(';')),
    Some(Separator::Char('\t')),
    Some(Separator::Char('|')),
    Some(Separator::Char(' ')),
    Some(Separator::Char('x')),
    Some(Separator::Char('"')),
    Some(Separator::Char('\n')),
    Some(Separator::Char('é')),
    Some(Separator::Whitespace),
];

fuzz_target!(|data: &[u8]| {
    let [first, second, text @ ..] = data else { return };
    let _ = decode(&EncodingRs, text, None);
    let options = options(first.wrapping_sub(b'0'), second.wrapping_sub(b'0'));
    if let Ok(table) = Table::read(text, options.clone()) {
        check(&table);
    }
    let text = String::from_utf8_lossy(text);
    let Ok(table) = Table::from_csv(&text, options) else { return };
    check(&table);
    let Some(reading) = table.reading() else { panic!("a table that was read tells how") };
    let told = CsvOptions { strict: true, ..reading.format.clone().into() };
    let again = Table::from_csv(&text, told);
    assert_eq!(again.as_ref(), Ok(&table));
    assert_eq!(again.iter().filter_map(Table::reading).map(|again| &again.format).next(), Some(&reading.format));
});

/// Each option left out or given, by the bits of two bytes.
fn options(first: u8, second: u8) -> CsvOptions {
    let words = |words: &[&str]| Some(words.iter().map(ToString::to_string).collect());
    let bit = |at: u32| second >> at & 1 == 1;
    CsvOptions {
        separator: SEPARATORS[usize::from(first) % SEPARATORS.len()],
        decimal: [None, Some('.'), Some(',')][usize::from(first) / SEPARATORS.len() % 3],
        thousands: [None, Some(None), Some(Some(',')), Some(Some(' '))][usize::from(second & 3)],
        header: [None, Some(true), Some(false), None][usize::from(second >> 2 & 3)],
        comment: bit(4).then_some(Some('#')),
        skip_rows: bit(5).then_some(1),
        na_values: bit(6).then(|| words(&["?", "1"])).flatten(),
        true_values: bit(7).then(|| words(&["a"])).flatten(),
        ..CsvOptions::default()
    }
}

fn check(table: &Table) {
    assert!(table.rows() > 0 && !table.names().is_empty());
    assert_eq!(Table::from_csv(&table.to_csv(), table.csv_options()).as_ref(), Ok(table));
    let _ = table.describe();
    let first = table.names()[0].clone();
    let _ = table.drop(&[first.as_str()]);
    let _ = table.numbers_row_major(&[first.as_str()]);
}
