//! Classes by number, and as rows with a single 1.

use super::column::Column;
use super::csv::MAX_CELLS;
use super::table::Table;
use crate::sorted::sorted;
use crate::{Error, ErrorKind};

/// The classes that occur, in ascending order, and the class of each row by its place among them.
pub fn classes<L: Ord + Clone>(labels: &[L]) -> (Vec<L>, Vec<usize>) {
    let mut classes = sorted(labels, Ord::cmp);
    classes.dedup();
    // Each label is among the classes.
    let place = |label: &L| classes.binary_search(label).unwrap_or_default();
    let rows = labels.iter().map(place).collect();
    (classes, rows)
}

/// The classes that occur, in ascending order, and a matrix `[rows, classes]` with 1 at the class of each row.
///
/// # Errors
/// Rejects no labels and a matrix past [`MAX_CELLS`].
///
/// ```
/// let (classes, matrix) = glassnet::data::one_hot_row_major(&["dog", "cat", "dog"])?;
/// assert_eq!(classes, ["cat", "dog"]);
/// assert_eq!(matrix, [0.0, 1.0, 1.0, 0.0, 0.0, 1.0]);
/// # Ok::<(), glassnet::Error>(())
/// ```
pub fn one_hot_row_major<L: Ord + Clone>(labels: &[L]) -> Result<(Vec<L>, Vec<f32>), Error> {
    let (classes, rows) = classes(labels);
    let matrix = to_categorical_row_major(&rows, classes.len())?;
    Ok((classes, matrix))
}

/// Keras's `to_categorical`: a matrix `[rows, num_classes]` with 1 at the class of each row.
///
/// # Errors
/// Rejects no labels, a label outside the classes and a matrix past [`MAX_CELLS`].
pub fn to_categorical_row_major(labels: &[usize], num_classes: usize) -> Result<Vec<f32>, Error> {
    if labels.is_empty() {
        return Err(Error::shape("labels", "at least 1", 0));
    }
    if let Some(row) = labels.iter().position(|label| *label >= num_classes) {
        let what = format!("labels[{row}]");
        return Err(Error::out_of_range(&what, format!("a class below {num_classes}"), labels[row]));
    }
    let cells = labels.len().saturating_mul(num_classes);
    if cells > MAX_CELLS {
        return Err(Error::out_of_range("cells of the classes", format!("at most {MAX_CELLS}"), cells));
    }
    let mut matrix = vec![0.0; cells];
    for (row, label) in labels.iter().enumerate() {
        matrix[row * num_classes + label] = 1.0;
    }
    Ok(matrix)
}

impl Table {
    /// The classes of a column as text and the class of each row by its place among them.
    ///
    /// Numbers ascend by value, text letter by letter, false comes before true.
    ///
    /// # Errors
    /// Rejects an unknown name and a missing value.
    pub fn labels(&self, name: &str) -> Result<(Vec<String>, Vec<usize>), Error> {
        let column = self.column(name)?;
        let all: Option<Vec<String>> = (0..self.rows()).map(|row| column.cell(row)).collect();
        let Some(all) = all else {
            let missing = (0..self.rows()).position(|row| column.cell(row).is_none());
            return Err(Error::new(
                ErrorKind::NotANumber,
                format!("row {} of column {name}", missing.unwrap_or_default()),
                "a class".to_string(),
                "a missing value".to_string(),
            ));
        };
        let values = match column {
            Column::Text(_) => return Ok(classes(&all)),
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => values,
        };
        // The bits of doubles ascend as they do, once those of negative ones are turned around. -0 is 0.
        let key = |value: &f64| match (*value + 0.0).to_bits() as i64 {
            bits if bits < 0 => !bits ^ i64::MIN,
            bits => bits,
        };
        let (keys, rows) = classes(&values.iter().map(key).collect::<Vec<i64>>());
        let mut names = vec![String::new(); keys.len()];
        for (name, class) in all.into_iter().zip(&rows) {
            names[*class] = name;
        }
        Ok((names, rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::CsvOptions;

    fn labels(cells: &str) -> Result<(Vec<String>, Vec<usize>), String> {
        let table = Table::from_csv(&format!("class\n{cells}"), CsvOptions::default()).unwrap();
        table.labels("class").map_err(|error| error.to_string())
    }

    #[test]
    fn classes_of_numbers_ascend_by_value_and_of_text_by_letter() {
        let (classes, rows) = labels("10\n9\n-1\n10\n-2").unwrap();
        assert_eq!(classes, ["-2", "-1", "9", "10"]);
        assert_eq!(rows, [3, 2, 1, 3, 0]);
        assert_eq!(labels("b\n10\nb\n9").unwrap().0, ["10", "9", "b"]);
    }

    #[test]
    fn a_missing_class_is_rejected_with_its_row() {
        let message = "row 1 of column class: expected a class, received a missing value";
        assert_eq!(labels("1\nNA\n2").unwrap_err(), message);
        assert_eq!(labels("a\nNA\nb").unwrap_err(), message);
    }

    #[test]
    fn a_label_outside_the_classes_is_rejected() {
        assert_eq!(
            to_categorical_row_major(&[0, 1, 3], 3).unwrap_err().to_string(),
            "labels[2]: expected a class below 3, received 3"
        );
        assert_eq!(
            to_categorical_row_major(&[], 3).unwrap_err().to_string(),
            "labels: expected at least 1, received 0"
        );
        assert_eq!(
            to_categorical_row_major(&[0; 1000], 6000).unwrap_err().to_string(),
            "cells of the classes: expected at most 5000000, received 6000000"
        );
    }
}
