//! Text as a table: what it is taken for, and its cells.
//!
//! Reading has two parts. `resolve` finds out what was not given and writes it down as a [`CsvFormat`]; `columns` reads
//! by that alone. So a format that was found once reads the same text to the same table whatever is guessed later.

mod options;
mod read_options;
mod reading;
mod quotes;
mod records;
mod clean;
mod number;
mod separator;
mod words;
mod columns;
mod profile;
mod signs;
mod header;
mod notes;
mod resolve;

pub use options::{CsvFormat, CsvOptions, Separator};
pub(crate) use read_options::read_separator;
pub use reading::{Alternative, Note, Reading};
pub use records::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
pub(super) use records::{within_limits, write_cell};
pub(super) use resolve::{read, strictly};
