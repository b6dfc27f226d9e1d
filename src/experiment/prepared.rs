//! Preprocessing: from a table to the numbers that a network is trained with.

use super::chosen::{Chosen, MAX_CLASSES};
use super::config::{ExperimentConfig, Missing, Task};
use super::data::Data;
use crate::Error;
use crate::data::{NumpyRandom, Scaler, Split, Table, TestSize, too_large, train_test_split};
use crate::error::{all_finite, counted};

/// Features and targets of every row of the table, and which rows train and test.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The columns, and the task.
    pub chosen: Chosen,
    /// The names of the classes in their order; empty for a regression.
    pub classes: Vec<String>,
    /// The features as the model gets them, `[rows, features]`; NaN in rows that are left out.
    pub inputs: Vec<f32>,
    /// The target of each row: its number, or its class from 0; NaN in rows that are left out.
    pub targets: Vec<f32>,
    /// The rows of the table to train with, in the order of the split.
    pub train: Vec<u32>,
    /// The rows of the table to test with, in the order of the split.
    pub test: Vec<u32>,
    /// The scaler of the features, if they are scaled.
    pub scaler: Option<Scaler>,
    /// The rows that a missing value leaves out.
    pub dropped: Vec<u32>,
    /// How many missing values of features the training rows' mean replaces.
    pub filled: usize,
}

impl Prepared {
    /// Chooses, leaves out or fills, splits and scales.
    ///
    /// # Errors
    /// Rejects columns that are not there, text among the numbers (`features`, `target`, with row and column), numbers
    /// too large for single precision, no row without missing values, a target with fewer than 2 classes or more than
    /// [`MAX_CLASSES`], and a split that leaves no row on a side.
    pub fn new(data: &Data, config: &ExperimentConfig) -> Result<Self, Error> {
        let table = data.table();
        let chosen = Chosen::new(data, config)?;
        let columns = table.values_or_missing(&chosen.features).map_err(|error| error.at("features"))?;
        let width = columns.len();
        let (kept, dropped) = kept_rows(table, &chosen, &columns, config.missing)?;
        let (classes, targets) = match chosen.task {
            Task::Regression => (Vec::new(), number_targets(table, &chosen.target, &kept)?),
            Task::Classification => class_targets(table, &chosen.target, &kept)?,
        };
        let (train, test) = split(&kept, config)?;
        let mut inputs = vec![f32::NAN; table.rows() * width];
        let (mut filled, mut scalers) = (0, Vec::new());
        // A table may be large: no more than a column of it is copied at a time.
        for (column, name) in chosen.features.iter().enumerate() {
            let mut values = columns[column].to_vec();
            filled += fill(&mut values, &kept, &train).ok_or_else(|| no_mean(name))?;
            let scaler =
                config.scaling.map(|scaling| Scaler::fit_row_major(scaling, &values, 1, &train)).transpose()?;
            let scaled = match &scaler {
                Some(scaler) => scaler.transform_row_major(&values)?,
                None => values.iter().map(|value| *value as f32).collect(),
            };
            kept.iter().for_each(|row| inputs[row * width + column] = scaled[*row]);
            scalers.extend(scaler);
        }
        let scaler = Scaler::side_by_side(scalers);
        // A mean is larger than no value that it is of.
        let is_too_large = |at: &usize| inputs[*at].is_infinite() && !columns[at % width][at / width].is_nan();
        if let Some(at) = (0..inputs.len()).find(is_too_large) {
            let (row, column) = (at / width, at % width);
            return Err(too_large(row, &chosen.features[column], columns[column][row]).at("features"));
        }
        let [train, test, dropped] =
            [train, test, dropped].map(|rows| rows.into_iter().map(|row| row as u32).collect());
        Ok(Prepared { chosen, classes, inputs, targets, train, test, scaler, dropped, filled })
    }

    /// Rows of feature values in the table's own units as the model gets them.
    ///
    /// # Errors
    /// Rejects a count that makes no whole rows, and numbers that are not finite.
    pub fn scale(&self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let width = self.chosen.features.len();
        if !values.len().is_multiple_of(width) {
            return Err(Error::shape("values", format!("{}, one a feature", counted(width, "number")), values.len()));
        }
        let scaled = match &self.scaler {
            Some(scaler) => scaler.transform_row_major(values)?,
            None => values.iter().map(|value| *value as f32).collect(),
        };
        all_finite("values", &scaled)?;
        Ok(scaled)
    }

    /// One row of [`Prepared::scale`].
    ///
    /// # Errors
    /// As there, and rejects any other count of values.
    pub fn scale_row(&self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let width = self.chosen.features.len();
        match values.len() == width {
            true => self.scale(values),
            false => Err(Error::shape("values", format!("{}, one a feature", counted(width, "number")), values.len())),
        }
    }
}

/// The rows that have a target and, unless they are filled, all features; and the others.
fn kept_rows(
    table: &Table,
    chosen: &Chosen,
    columns: &[&[f64]],
    missing: Missing,
) -> Result<(Vec<usize>, Vec<usize>), Error> {
    let target = table.column(&chosen.target)?;
    let has_features = |row: usize| !columns.iter().any(|column| column[row].is_nan());
    let is_kept = |row: &usize| target.is_there(*row) && (missing == Missing::Mean || has_features(*row));
    let (kept, dropped): (Vec<usize>, Vec<usize>) = (0..table.rows()).partition(is_kept);
    match kept.is_empty() {
        true => Err(Error::shape("rows", "at least 1 row without a missing value", "none")),
        false => Ok((kept, dropped)),
    }
}

/// The numbers of a column, NaN in the rows that are left out.
fn number_targets(table: &Table, target: &str, kept: &[usize]) -> Result<Vec<f32>, Error> {
    let values = table.values_or_missing(&[target]).map_err(|error| error.at("target"))?[0];
    let mut targets = vec![f32::NAN; table.rows()];
    for row in kept {
        targets[*row] = values[*row] as f32;
        if targets[*row].is_infinite() {
            return Err(too_large(*row, target, values[*row]).at("target"));
        }
    }
    Ok(targets)
}

/// The classes of a column and the class of each row.
fn class_targets(table: &Table, target: &str, kept: &[usize]) -> Result<(Vec<String>, Vec<f32>), Error> {
    let (classes, rows) = table.select(&[target])?.take(kept)?.labels(target).map_err(|error| error.at("target"))?;
    if !(2..=MAX_CLASSES).contains(&classes.len()) {
        let expected = format!("2 to {MAX_CLASSES} classes");
        return Err(Error::out_of_range("target", expected, format!("{} in {target}", classes.len())));
    }
    let mut targets = vec![f32::NAN; table.rows()];
    kept.iter().zip(rows).for_each(|(row, class)| targets[*row] = class as f32);
    Ok((classes, targets))
}

/// The rows to train and to test with.
fn split(kept: &[usize], config: &ExperimentConfig) -> Result<(Vec<usize>, Vec<usize>), Error> {
    let Some(split) = config.split else {
        return Ok((kept.to_vec(), kept.to_vec()));
    };
    let mut random = NumpyRandom::new(split.seed).map_err(|error| error.under("split"))?;
    let part = TestSize::Fraction(split.test_size);
    let split = train_test_split(kept.len(), part, &mut random).map_err(|error| error.named("split.testSize"))?;
    let Split { train, test } = split;
    let of_table = |rows: Vec<usize>| rows.into_iter().map(|row| kept[row]).collect();
    Ok((of_table(train), of_table(test)))
}

/// Puts the training rows' mean in place of missing values of a feature; returns of how many, unless it has no mean.
fn fill(values: &mut [f64], kept: &[usize], train: &[usize]) -> Option<usize> {
    let missing: Vec<usize> = kept.iter().copied().filter(|row| values[*row].is_nan()).collect();
    if missing.is_empty() {
        return Some(0);
    }
    let there: Vec<f64> = train.iter().map(|row| values[*row]).filter(|value| !value.is_nan()).collect();
    if there.is_empty() {
        return None;
    }
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    missing.iter().for_each(|row| values[*row] = mean);
    Some(missing.len())
}

fn no_mean(name: &str) -> Error {
    Error::shape(
        &format!("features: column {name}"),
        "a training row that has it, as its mean fills the others",
        "none",
    )
}
