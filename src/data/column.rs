//! One column of a table: numbers, text or truths, some of them missing.

use crate::decimal::{self, shortest};

/// The cells of one column, row by row.
#[derive(Debug, Clone)]
pub enum Column {
    /// Numbers.
    Numbers {
        /// The numbers as they were written, nearest double; NaN where one is missing.
        values: Vec<f64>,
        /// Whether all were written as integers and none is missing: pandas' int64, else its float64.
        is_integer: bool,
    },
    /// Text, `None` where it is missing.
    Text(Vec<Option<String>>),
    /// True and false as the numbers 1 and 0: pandas' bool.
    Booleans {
        /// 1 or 0; NaN where one is missing.
        values: Vec<f64>,
        /// The words for false and for true.
        words: [String; 2],
    },
}

/// 2⁵³ - 1: up to it a double is one integer and no other reads as it.
pub(super) const MAX_INTEGER: f64 = 9_007_199_254_740_991.0;

impl Column {
    /// A column of integers.
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
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => values.len(),
            Column::Text(cells) => cells.len(),
        }
    }

    /// The numbers, NaN where one is missing, or `None` for a column of text; true is 1 and false 0.
    pub fn values(&self) -> Option<&[f64]> {
        match self {
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => Some(values),
            Column::Text(_) => None,
        }
    }

    /// Whether all cells are integers, none of them missing.
    pub fn is_integer(&self) -> bool {
        matches!(self, Column::Numbers { is_integer: true, .. })
    }

    /// How many cells are missing.
    pub fn missing(&self) -> usize {
        match self {
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => {
                values.iter().filter(|value| value.is_nan()).count()
            }
            Column::Text(cells) => cells.iter().filter(|cell| cell.is_none()).count(),
        }
    }

    /// Whether a cell is not missing.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    pub fn is_there(&self, row: usize) -> bool {
        match self {
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => !values[row].is_nan(),
            Column::Text(cells) => cells[row].is_some(),
        }
    }

    /// One cell as text: the shortest decimal of a number, `5.0` in a column with decimals, the word of a truth, `None`
    /// where it is missing.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    pub fn cell(&self, row: usize) -> Option<String> {
        match self {
            Column::Text(cells) => cells[row].clone(),
            Column::Numbers { values, .. } | Column::Booleans { values, .. } if values[row].is_nan() => None,
            Column::Booleans { values, words } => Some(words[usize::from(values[row] != 0.0)].clone()),
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
            Column::Booleans { values, words } => {
                Column::Booleans { values: rows.iter().map(|row| values[*row]).collect(), words: words.clone() }
            }
        }
    }

    /// The first cell of text that is no number and not missing.
    pub(super) fn first_text(&self) -> Option<(usize, &str)> {
        let Column::Text(cells) = self else {
            return None;
        };
        let texts = || cells.iter().enumerate().filter_map(|(row, cell)| Some((row, cell.as_deref()?)));
        // All of them may be numbers in a column that is text all the same.
        texts().find(|(_, cell)| decimal::parse(cell.trim(), false).is_none()).or_else(|| texts().next())
    }

    /// The first cell that a column of this kind cannot hold.
    pub(super) fn wrong_cell(&self) -> Option<(usize, f64)> {
        let whole = |value: f64| libm::trunc(value) == value && value.abs() <= MAX_INTEGER;
        let wrong = |value: f64| match self {
            Column::Booleans { .. } => value != 0.0 && value != 1.0 && !value.is_nan(),
            Column::Numbers { is_integer, .. } => value.is_infinite() || *is_integer && !whole(value),
            Column::Text(_) => false,
        };
        let values = self.values()?;
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
            (Column::Booleans { values: a, words }, Column::Booleans { values: b, words: others }) => {
                let same = |(a, b): (&f64, &f64)| a == b || a.is_nan() && b.is_nan();
                words == others && a.len() == b.len() && a.iter().zip(b).all(same)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_as_text_tells_an_integer_from_a_number_with_decimals() {
        assert_eq!(Column::integers([5]).cell(0).as_deref(), Some("5"));
        assert_eq!(Column::numbers([5.0, 0.1]).cell(0).as_deref(), Some("5.0"));
        assert_eq!(Column::numbers([f64::NAN]).cell(0), None);
    }

    #[test]
    fn a_truth_is_a_number_and_a_word() {
        let truths = Column::Booleans { values: vec![1.0, 0.0, f64::NAN], words: ["no", "yes"].map(str::to_string) };
        assert_eq!([0, 1, 2].map(|row| truths.cell(row)), [Some("yes".to_string()), Some("no".to_string()), None]);
        assert_eq!((truths.values().map(|values| values[0]), truths.missing()), (Some(1.0), 1));
        assert_eq!(truths.take(&[1]).cell(0).as_deref(), Some("no"));
        let wrong = Column::Booleans { values: vec![2.0], words: Default::default() };
        assert_eq!(wrong.wrong_cell(), Some((0, 2.0)));
    }
}
