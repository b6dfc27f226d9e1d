//! What a table looks like: the tutorial's data, an index that was saved with it.

use super::column::Column;
use super::table::Table;
use serde::Serialize;

/// Which header a file with the advertising data has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AdvertisingHeader {
    /// TV, Radio, Newspaper: that of the book *An Introduction to Statistical Learning*.
    Book,
    /// FB, TV, Newspaper: that of the tutorial's course, whose FB is the book's TV and whose TV is its Radio.
    Course,
}

impl Table {
    /// Whether a column only counts the rows: 0, 1, 2, ... or 1, 2, 3, ..., as an index that was saved with the data.
    pub fn is_index_column(&self, name: &str) -> bool {
        let Ok(Column::Numbers { values, is_integer: true }) = self.column(name) else {
            return false;
        };
        let counts = |first: f64| values.iter().enumerate().all(|(row, value)| *value == first + row as f64);
        self.rows() > 1 && (counts(0.0) || counts(1.0))
    }

    /// Whose header of the advertising data this is, if it is one.
    pub fn advertising_header(&self) -> Option<AdvertisingHeader> {
        let has = |names: [&str; 3]| {
            let found = |name: &str| self.names().iter().any(|known| known.trim().eq_ignore_ascii_case(name));
            names.into_iter().all(found)
        };
        if has(["FB", "TV", "Newspaper"]) {
            return Some(AdvertisingHeader::Course);
        }
        has(["TV", "Radio", "Newspaper"]).then_some(AdvertisingHeader::Book)
    }
}
