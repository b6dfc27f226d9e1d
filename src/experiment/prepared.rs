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
        let mut values = table.values_or_missing(&chosen.features).map_err(|error| error.at("features"))?;
        let width = chosen.features.len();
        let (kept, dropped) = kept_rows(table, &chosen, &values, config.missing)?;
        let (classes, targets) = match chosen.task {
            Task::Regression => (Vec::new(), number_targets(table, &chosen.target, &kept)?),
            Task::Classification => class_targets(table, &chosen.target, &kept)?,
        };
        let (train, test) = split(&kept, config)?;
        let filled = fill(&mut values, width, &kept, &train).map_err(|column| no_mean(&chosen.features[column]))?;
        dropped.iter().for_each(|row| values[row * width..][..width].fill(f64::NAN));
        let scaler =
            config.scaling.map(|scaling| Scaler::fit_row_major(scaling, &values, width, &train)).transpose()?;
        let inputs = match &scaler {
            Some(scaler) => scaler.transform_row_major(&values)?,
            None => values.iter().map(|value| *value as f32).collect(),
        };
        if let Some(at) = inputs.iter().position(|input| input.is_infinite()) {
            let rejected = too_large(at / width, &chosen.features[at % width], values[at]);
            return Err(rejected.at("features"));
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
    values: &[f64],
    missing: Missing,
) -> Result<(Vec<usize>, Vec<usize>), Error> {
    let width = chosen.features.len();
    let target = table.column(&chosen.target)?;
    let has_features = |row: usize| !values[row * width..][..width].iter().any(|value| value.is_nan());
    let is_kept = |row: &usize| target.is_there(*row) && (missing == Missing::Mean || has_features(*row));
    let (kept, dropped): (Vec<usize>, Vec<usize>) = (0..table.rows()).partition(is_kept);
    match kept.is_empty() {
        true => Err(Error::shape("rows", "at least 1 row without a missing value", "none")),
        false => Ok((kept, dropped)),
    }
}

/// The numbers of a column, NaN in the rows that are left out.
fn number_targets(table: &Table, target: &str, kept: &[usize]) -> Result<Vec<f32>, Error> {
    let values = table.values_or_missing(&[target]).map_err(|error| error.at("target"))?;
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

/// Puts the training rows' mean in place of missing features; returns of how many, or a feature that has no mean.
fn fill(values: &mut [f64], width: usize, kept: &[usize], train: &[usize]) -> Result<usize, usize> {
    let mut filled = 0;
    for column in 0..width {
        let missing: Vec<usize> =
            kept.iter().map(|row| row * width + column).filter(|at| values[*at].is_nan()).collect();
        if missing.is_empty() {
            continue;
        }
        let there: Vec<f64> =
            train.iter().map(|row| values[row * width + column]).filter(|value| !value.is_nan()).collect();
        if there.is_empty() {
            return Err(column);
        }
        let mean = there.iter().sum::<f64>() / there.len() as f64;
        missing.iter().for_each(|at| values[*at] = mean);
        filled += missing.len();
    }
    Ok(filled)
}

fn no_mean(name: &str) -> Error {
    Error::shape(
        &format!("features: column {name}"),
        "a training row that has it, as its mean fills the others",
        "none",
    )
}
