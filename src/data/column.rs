//! One column of a table: numbers or text, some of them missing.

use super::decimal::{self, Parsed};
use super::shortest::shortest;

/// The cells of one column, row by row.
#[derive(Debug, Clone)]
pub enum Column {
    /// Numbers.
    Numbers {
        /// The numbers as they were written, nearest double; NaN where one is missing.
        values: Vec<f64>,
        /// Whether all were written as whole numbers and none is missing: pandas' int64, else its float64.
        is_integer: bool,
    },
    /// Text, `None` where it is missing.
    Text(Vec<Option<String>>),
}

/// What pandas takes for a missing value.
const MISSING: [&str; 19] = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
];

/// 2⁵³ - 1: up to it a double is one whole number and no other reads as it.
const MAX_INTEGER: f64 = 9_007_199_254_740_991.0;

impl Column {
    /// Reads cells: numbers if each is a number or missing, otherwise text.
    pub(super) fn read<'a>(cells: impl Iterator<Item = &'a str> + Clone, comma: bool) -> Self {
        let mut values = Vec::new();
        let mut is_integer = true;
        for cell in cells.clone() {
            match number(cell, comma) {
                None => return Column::Text(cells.map(text).collect()),
                Some(number) => {
                    is_integer &= number.is_integer && number.value.abs() <= MAX_INTEGER;
                    values.push(number.value);
                }
            }
        }
        if is_integer {
            // There is no whole number -0.
            values.iter_mut().for_each(|value| *value += 0.0);
        }
        Column::Numbers { values, is_integer }
    }

    /// A column of whole numbers.
    pub fn integers(values: impl IntoIterator<Item = i32>) -> Self {
        let values = values.into_iter().map(f64::from).collect();
        Column::Numbers { values, is_integer: true }
    }

    /// A column of numbers with decimals; NaN is a missing one.
    pub fn numbers(values: impl IntoIterator<Item = f64>) -> Self {
        let values = values.into_iter().collect();
        Column::Numbers { values, is_integer: false }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        match self {
            Column::Numbers { values, .. } => values.len(),
            Column::Text(cells) => cells.len(),
        }
    }

    /// The numbers, NaN where one is missing, or `None` for a column of text.
    pub fn values(&self) -> Option<&[f64]> {
        match self {
            Column::Numbers { values, .. } => Some(values),
            Column::Text(_) => None,
        }
    }

    /// Whether all cells are whole numbers, none of them missing.
    pub fn is_integer(&self) -> bool {
        matches!(self, Column::Numbers { is_integer: true, .. })
    }

    /// How many cells are missing.
    pub fn missing(&self) -> usize {
        match self {
            Column::Numbers { values, .. } => values.iter().filter(|value| value.is_nan()).count(),
            Column::Text(cells) => cells.iter().filter(|cell| cell.is_none()).count(),
        }
    }

    /// One cell as text: the shortest decimal of a number, `5.0` in a column with decimals, `None` where it is missing.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    pub fn cell(&self, row: usize) -> Option<String> {
        match self {
            Column::Text(cells) => cells[row].clone(),
            Column::Numbers { values, .. } if values[row].is_nan() => None,
            Column::Numbers { values, is_integer: true } => Some((values[row] as i64).to_string()),
            Column::Numbers { values, .. } => Some(shortest(values[row])),
        }
    }

    /// The column with the given rows only.
    pub(super) fn take(&self, rows: &[usize]) -> Self {
        match self {
            Column::Numbers { values, is_integer } => {
                Column::Numbers { values: rows.iter().map(|row| values[*row]).collect(), is_integer: *is_integer }
            }
            Column::Text(cells) => Column::Text(rows.iter().map(|row| cells[*row].clone()).collect()),
        }
    }

    /// The first cell of text that is no number and not missing.
    pub(super) fn first_text(&self) -> Option<(usize, &str)> {
        let Column::Text(cells) = self else {
            return None;
        };
        let texts = || cells.iter().enumerate().filter_map(|(row, cell)| Some((row, cell.as_deref()?)));
        // All of them may be numbers in a column that a program made.
        texts().find(|(_, cell)| number(cell, false).is_none()).or_else(|| texts().next())
    }

    /// The first cell that a column of this kind cannot hold.
    pub(super) fn wrong_cell(&self) -> Option<(usize, f64)> {
        let Column::Numbers { values, is_integer } = self else {
            return None;
        };
        let whole = |value: f64| libm::trunc(value) == value && value.abs() <= MAX_INTEGER;
        let wrong = |value: f64| value.is_infinite() || *is_integer && !whole(value);
        let row = values.iter().position(|value| wrong(*value))?;
        Some((row, values[row]))
    }
}

/// Numbers are the same if their bits are, so that a missing one is like another.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Column::Text(a), Column::Text(b)) => a == b,
            (Column::Numbers { values: a, .. }, Column::Numbers { values: b, .. }) => {
                let same = |(a, b): (&f64, &f64)| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
                self.is_integer() == other.is_integer() && a.len() == b.len() && a.iter().zip(b).all(same)
            }
            _ => false,
        }
    }
}

/// A cell as a number, NaN where it is missing; blanks around it do not count.
fn number(cell: &str, comma: bool) -> Option<Parsed> {
    let cell = cell.trim();
    if MISSING.contains(&cell) {
        return Some(Parsed { value: f64::NAN, is_integer: false });
    }
    decimal::parse(cell, comma)
}

/// A cell as text with all its blanks, or `None` where it is missing.
fn text(cell: &str) -> Option<String> {
    (!MISSING.contains(&cell.trim())).then(|| cell.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str]) -> Column {
        Column::read(cells.iter().copied(), false)
    }

    #[test]
    fn whole_numbers_are_integers_until_one_is_missing_or_has_a_point() {
        assert_eq!(read(&["1", " 2 ", "-0"]), Column::integers([1, 2, 0]));
        assert_eq!(read(&["1", ""]), Column::numbers([1.0, f64::NAN]));
        assert_eq!(read(&["1", "2.0"]), Column::numbers([1.0, 2.0]));
        assert!(!read(&["9007199254740993"]).is_integer());
    }

    #[test]
    fn one_text_makes_the_column_text_and_missing_cells_stay_missing() {
        let cells = ["1.50", " x", "NA", " "];
        let expected = [Some("1.50"), Some(" x"), None, None].map(|cell| cell.map(str::to_string));
        assert_eq!(read(&cells), Column::Text(expected.to_vec()));
        assert_eq!(read(&cells).missing(), 2);
    }

    #[test]
    fn a_column_of_missing_values_is_one_of_numbers() {
        assert_eq!(read(&["NA", "null"]), Column::numbers([f64::NAN; 2]));
    }

    #[test]
    fn a_cell_as_text_tells_an_integer_from_a_number_with_decimals() {
        assert_eq!(Column::integers([5]).cell(0).as_deref(), Some("5"));
        assert_eq!(Column::numbers([5.0, 0.1]).cell(0).as_deref(), Some("5.0"));
        assert_eq!(Column::numbers([f64::NAN]).cell(0), None);
    }
}
