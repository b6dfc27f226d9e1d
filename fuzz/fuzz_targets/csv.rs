//! Any bytes as CSV: a table or a refusal, never a panic; and what was read comes back from its own text.
#![no_main]

use glassnet::data::{CsvOptions, Table};
use libfuzzer_sys::fuzz_target;

/// What stands between cells, by the first byte; `0` is 48, so that a seed can be read.
const SEPARATORS: [Option<char>; 10] =
    [None, Some(','), Some(';'), Some('\t'), Some('|'), Some(' '), Some('x'), Some('"'), Some('\n'), Some('é')];

fuzz_target!(|data: &[u8]| {
    let [choice, text @ ..] = data else { return };
    let choice = usize::from(choice.wrapping_sub(b'0'));
    let options = CsvOptions {
        separator: SEPARATORS[choice % SEPARATORS.len()],
        decimal_comma: [None, Some(false), Some(true)][choice / SEPARATORS.len() % 3],
    };
    let Ok(table) = Table::from_csv(&String::from_utf8_lossy(text), options) else { return };
    assert!(table.rows() > 0 && !table.names().is_empty());
    assert_eq!(Table::from_csv(&table.to_csv(), CsvOptions::default()).as_ref(), Ok(&table));
    let _ = table.describe();
    let first = table.names()[0].clone();
    let _ = table.drop(&[first.as_str()]);
    let _ = table.numbers(&[first.as_str()]);
});
