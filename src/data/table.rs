//! A table with named columns, as a reader of pandas knows it.

use super::column::Column;
use super::csv::{self, Reading};
use super::names;
use crate::error::counted;
use crate::{Error, ErrorKind};

/// Columns of equal length, each with a name of its own.
///
/// Rows count from 0, as pandas shows them. At most [`MAX_ROWS`](super::MAX_ROWS) rows,
/// [`MAX_COLUMNS`](super::MAX_COLUMNS) columns and [`MAX_CELLS`](super::MAX_CELLS) cells.
///
/// ```
/// use glassnet::data::{CsvOptions, Table};
///
/// let table = Table::from_csv(",TV,Sales\n1,230.1,22.1\n2,44.5,10.4\n", CsvOptions::default())?;
/// assert_eq!(table.names(), ["Unnamed: 0", "TV", "Sales"]);
/// let features = table.drop(&["Unnamed: 0", "Sales"])?;
/// assert_eq!(features.numbers_row_major(&["TV"])?, [230.1, 44.5]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    names: Vec<String>,
    columns: Vec<Column>,
    rows: usize,
    reading: Option<Box<Reading>>,
}

/// Tables are the same if their columns are, however they were written.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows && self.names == other.names && self.columns == other.columns
    }
}

impl Table {
    /// A table of the given columns.
    ///
    /// # Errors
    /// Rejects no column or row, columns of unequal length, a name that is empty or comes twice, infinite numbers,
    /// integers that are none, and sizes past the limits.
    pub fn new(columns: Vec<(String, Column)>) -> Result<Self, Error> {
        let table = Table::of(columns);
        let (names, rows) = (&table.names, table.rows);
        if rows == 0 {
            return Err(Error::shape("table", "at least 1 column and 1 row", "none"));
        }
        csv::within_limits(rows, names.len())?;
        for (idx, (name, column)) in names.iter().zip(&table.columns).enumerate() {
            if name.is_empty() || names[..idx].contains(name) {
                return Err(name_rejected(name));
            }
            if column.rows() != rows {
                return Err(Error::shape(&column_called(name), counted(rows, "row"), counted(column.rows(), "row")));
            }
            if let Some((row, value)) = column.wrong_cell() {
                let expected = match column {
                    Column::Booleans { .. } => "0 or 1",
                    Column::Numbers { is_integer: true, .. } => "a finite integer",
                    Column::Numbers { .. } | Column::Text(_) => "a finite number",
                };
                return Err(Error::new(
                    ErrorKind::NotANumber,
                    cell_at(row, name),
                    expected.to_string(),
                    crate::number::short(value),
                ));
            }
        }
        Ok(table)
    }

    /// A table of columns that are known to fit.
    pub(super) fn of(columns: Vec<(String, Column)>) -> Self {
        let (names, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let rows = columns.first().map_or(0, Column::rows);
        Table { names, columns, rows, reading: None }
    }

    /// The table with what its text was taken for.
    pub(super) fn read_as(self, reading: Reading) -> Self {
        Table { reading: Some(Box::new(reading)), ..self }
    }

    /// How its text was read, if it was read from text and not changed since.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_deref()
    }

    /// How many rows there are, the header not counted.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The names of the columns, from left to right.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The columns with their names, from left to right.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.names.iter().map(String::as_str).zip(&self.columns)
    }

    /// The column of that name.
    ///
    /// # Errors
    /// Rejects an unknown name.
    pub fn column(&self, name: &str) -> Result<&Column, Error> {
        self.index(name).map(|idx| &self.columns[idx])
    }

    /// The table without the named columns, `df.drop(columns=[...])`; this one stays as it is.
    ///
    /// # Errors
    /// Rejects an unknown name and dropping all.
    pub fn drop(&self, names: &[impl AsRef<str>]) -> Result<Self, Error> {
        let dropped = self.indices(names)?;
        self.with_columns((0..self.names.len()).filter(|idx| !dropped.contains(idx)).collect())
    }

    /// The table with the named columns only, in that order, `df[[...]]`.
    ///
    /// # Errors
    /// Rejects an unknown name, one that comes twice and no name at all.
    pub fn select(&self, names: &[impl AsRef<str>]) -> Result<Self, Error> {
        let selected = self.indices(names)?;
        let twice = (1..selected.len()).find(|at| selected[..*at].contains(&selected[*at]));
        match twice {
            Some(at) => Err(name_rejected(names[at].as_ref())),
            None => self.with_columns(selected),
        }
    }

    /// The first `count` rows, or all if there are fewer.
    #[must_use]
    pub fn head(&self, count: usize) -> Self {
        let rows: Vec<usize> = (0..count.min(self.rows)).collect();
        self.with_rows(&rows)
    }

    /// The given rows, in that order, `df.iloc[[...]]`.
    ///
    /// # Errors
    /// Rejects a row that is not there.
    pub fn take(&self, rows: &[usize]) -> Result<Self, Error> {
        match rows.iter().find(|row| **row >= self.rows) {
            Some(row) => Err(Error::out_of_range("row", format!("below {}", self.rows), row)),
            None => Ok(self.with_rows(rows)),
        }
    }

    /// The named columns as numbers, row by row, `[rows, names]`.
    ///
    /// # Errors
    /// Rejects an unknown name, and text or a missing value with its row and column.
    pub fn values_row_major(&self, names: &[impl AsRef<str>]) -> Result<Vec<f64>, Error> {
        let columns = self.indices(names)?;
        let columns: Result<Vec<&[f64]>, Error> = columns.into_iter().map(|idx| self.all_numbers(idx)).collect();
        let columns = columns?;
        let row = |row| columns.iter().map(move |column: &&[f64]| column[row]);
        Ok((0..self.rows).flat_map(row).collect())
    }

    /// The same as [`values_row_major`](Table::values_row_major), rounded to the engine's precision.
    ///
    /// # Errors
    /// Rejects a number too large for it.
    pub fn numbers_row_major(&self, names: &[impl AsRef<str>]) -> Result<Vec<f32>, Error> {
        let values = self.values_row_major(names)?;
        let numbers: Vec<f32> = values.iter().map(|value| *value as f32).collect();
        match numbers.iter().position(|number| number.is_infinite()) {
            None => Ok(numbers),
            Some(at) => Err(too_large(at / names.len(), names[at % names.len()].as_ref(), values[at])),
        }
    }

    /// The values of columns, NaN where one is missing; rejects text.
    pub(crate) fn values_or_missing(&self, names: &[impl AsRef<str>]) -> Result<Vec<&[f64]>, Error> {
        let values = |idx: usize| self.columns[idx].values().ok_or_else(|| self.text_rejected(idx));
        self.indices(names)?.into_iter().map(values).collect()
    }

    fn index(&self, name: &str) -> Result<usize, Error> {
        let found = self.names.iter().position(|known| known == name);
        found.ok_or_else(|| names::unknown("column", &self.names, name))
    }

    fn indices(&self, names: &[impl AsRef<str>]) -> Result<Vec<usize>, Error> {
        names.iter().map(|name| self.index(name.as_ref())).collect()
    }

    fn with_columns(&self, columns: Vec<usize>) -> Result<Self, Error> {
        if columns.is_empty() {
            return Err(Error::shape("columns", "at least 1", 0));
        }
        Ok(Table {
            names: columns.iter().map(|idx| self.names[*idx].clone()).collect(),
            columns: columns.iter().map(|idx| self.columns[*idx].clone()).collect(),
            rows: self.rows,
            reading: None,
        })
    }

    fn with_rows(&self, rows: &[usize]) -> Self {
        Table {
            names: self.names.clone(),
            columns: self.columns.iter().map(|column| column.take(rows)).collect(),
            rows: rows.len(),
            reading: None,
        }
    }

    /// The numbers of a column in which none is missing.
    fn all_numbers(&self, idx: usize) -> Result<&[f64], Error> {
        let values = self.columns[idx].values().ok_or_else(|| self.text_rejected(idx))?;
        match values.iter().position(|value| value.is_nan()) {
            None => Ok(values),
            Some(row) => Err(self.no_number(row, idx, "a missing value".to_string())),
        }
    }

    fn text_rejected(&self, idx: usize) -> Error {
        let (row, text) = self.columns[idx].first_text().unwrap_or_default();
        self.no_number(row, idx, format!("the text \"{}\"", names::excerpt(text)))
    }

    fn no_number(&self, row: usize, idx: usize, received: String) -> Error {
        Error::new(ErrorKind::NotANumber, cell_at(row, &self.names[idx]), "a number".to_string(), received)
    }
}

/// The error of a number that single precision cannot hold.
pub(crate) fn too_large(row: usize, name: &str, value: f64) -> Error {
    let received = format!("{}, which is too large", crate::decimal::shortest(value));
    Error::out_of_range(&cell_at(row, name), "a number of at most 3.4e38, the largest of float32", received)
}

fn column_called(name: &str) -> String {
    format!("column {}", names::excerpt(name))
}

fn cell_at(row: usize, name: &str) -> String {
    format!("row {row} of {}", column_called(name))
}

fn name_rejected(name: &str) -> Error {
    Error::new(
        ErrorKind::InvalidConfig,
        "columns".to_string(),
        "names that are not empty and come once".to_string(),
        format!("the name \"{}\"", names::excerpt(name)),
    )
}
