//! From a table to the numbers that a network is trained with.

use super::config::{ExperimentConfig, Task};
use super::source::Source;
use crate::Error;
use crate::data::{Column, NumpyRandom, Scaler, Split, Table, TestSize, classes, train_test_split};
use crate::error::all_finite;

/// The most classes that a target may have.
pub const MAX_CLASSES: usize = 100;

/// Features and targets of every row of the table, and which rows train and test.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The columns that go in.
    pub features: Vec<String>,
    /// The column to predict.
    pub target: String,
    /// What is learned.
    pub task: Task,
    /// The names of the classes in their order; empty for a regression.
    pub classes: Vec<String>,
    /// The features as the model gets them, `[rows, features]`.
    pub inputs: Vec<f32>,
    /// The target of each row: its number, or its class from 0.
    pub targets: Vec<f32>,
    /// The rows of the table to train with, in the order of the split.
    pub train: Vec<u32>,
    /// The rows of the table to test with, in the order of the split.
    pub test: Vec<u32>,
    /// What brings features to their scale, if anything does.
    pub scaler: Option<Scaler>,
}

impl Prepared {
    /// Chooses, splits and scales.
    ///
    /// # Errors
    /// Refuses columns that are not there, text and missing values among the numbers (`features`, `target`, with row
    /// and column), a target with fewer than 2 classes or more than [`MAX_CLASSES`], and a split that leaves no row on
    /// a side.
    pub fn new(source: &Source, config: &ExperimentConfig) -> Result<Self, Error> {
        let table = &source.table;
        let target = choose_target(table, config.target.as_deref())?;
        let features = choose_features(table, config.features.as_deref(), &target)?;
        let task = config.task.unwrap_or_else(|| usual_task(source, &target));
        let (classes, targets) = match task {
            Task::Regression => (Vec::new(), table.numbers(&[&target]).map_err(|error| error.at("target"))?),
            Task::Classification => class_targets(table, &target)?,
        };
        let (train, test) = split(table.rows(), config)?;
        let (inputs, scaler) = scaled(table, &features, &train, config)?;
        let rows = |rows: Vec<usize>| rows.into_iter().map(|row| row as u32).collect();
        Ok(Prepared { features, target, task, classes, inputs, targets, train: rows(train), test: rows(test), scaler })
    }

    /// Rows of feature values in the table's own units as the model gets them.
    ///
    /// # Errors
    /// Refuses a count that makes no whole rows, and numbers that are not finite.
    pub fn scale(&self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let width = self.features.len();
        if !values.len().is_multiple_of(width) {
            return Err(Error::shape("values", format!("{width} numbers, one a feature"), values.len()));
        }
        let scaled = match &self.scaler {
            Some(scaler) => scaler.transform(values)?,
            None => values.iter().map(|value| *value as f32).collect(),
        };
        all_finite("values", &scaled)?;
        Ok(scaled)
    }

    /// One row of [`Prepared::scale`].
    ///
    /// # Errors
    /// As there, and refuses any other count of values.
    pub fn scale_row(&self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let width = self.features.len();
        match values.len() == width {
            true => self.scale(values),
            false => Err(Error::shape("values", format!("{width} numbers, one a feature"), values.len())),
        }
    }
}

/// The column to predict.
fn choose_target(table: &Table, given: Option<&str>) -> Result<String, Error> {
    if let Some(name) = given {
        table.column(name).map_err(|error| error.named("target"))?;
        return Ok(name.to_string());
    }
    let usable = |column: &Column| match column {
        Column::Numbers { .. } => column.missing() == 0,
        Column::Text(cells) => column.missing() == 0 && (2..=MAX_CLASSES).contains(&classes(cells).0.len()),
    };
    let usable: Vec<&str> = table.columns().filter(|(_, column)| usable(column)).map(|(name, _)| name).collect();
    let chosen = usable.iter().find(|name| **name == "Sales").or(usable.last());
    let all_missing = || Error::shape("target", "a column without missing values", "none");
    chosen.map(ToString::to_string).ok_or_else(all_missing)
}

/// The columns that go in.
fn choose_features(table: &Table, given: Option<&[String]>, target: &str) -> Result<Vec<String>, Error> {
    let Some(given) = given else {
        let usable = |(name, column): &(&str, &Column)| {
            *name != target && column.missing() == 0 && matches!(column, Column::Numbers { .. })
        };
        let names: Vec<String> = table.columns().filter(usable).map(|(name, _)| name.to_string()).collect();
        if names.is_empty() {
            let expected = "a column of numbers without missing values, other than the target";
            return Err(Error::shape("features", expected, "none"));
        }
        return Ok(names);
    };
    if given.is_empty() {
        return Err(Error::shape("features", "at least 1 column", 0));
    }
    for (idx, name) in given.iter().enumerate() {
        let what = format!("features[{idx}]");
        table.column(name).map_err(|error| error.named(what.clone()))?;
        if name == target {
            return Err(Error::shape(what, "columns other than the target", name));
        }
        if given[..idx].contains(name) {
            return Err(Error::shape(what, "each column once", format!("{name} again")));
        }
    }
    Ok(given.to_vec())
}

fn usual_task(source: &Source, target: &str) -> Task {
    let is_text = matches!(source.table.column(target), Ok(Column::Text(_)));
    if is_text || source.class_column == Some(target) { Task::Classification } else { Task::Regression }
}

/// The classes of a column and the class of each row.
fn class_targets(table: &Table, target: &str) -> Result<(Vec<String>, Vec<f32>), Error> {
    let (classes, rows) = table.labels(target).map_err(|error| error.at("target"))?;
    if !(2..=MAX_CLASSES).contains(&classes.len()) {
        let expected = format!("2 to {MAX_CLASSES} classes");
        return Err(Error::out_of_range("target", expected, format!("{} in {target}", classes.len())));
    }
    Ok((classes, rows.into_iter().map(|class| class as f32).collect()))
}

/// The rows to train and to test with.
fn split(rows: usize, config: &ExperimentConfig) -> Result<(Vec<usize>, Vec<usize>), Error> {
    let Some(split) = config.split else {
        return Ok(((0..rows).collect(), (0..rows).collect()));
    };
    let mut random = NumpyRandom::new(split.seed).map_err(|error| error.under("split"))?;
    let part = TestSize::Fraction(split.test_size);
    let Split { train, test } =
        train_test_split(rows, part, &mut random).map_err(|error| error.named("split.testSize"))?;
    Ok((train, test))
}

/// All features as the model gets them, on the scale of the training rows.
fn scaled(
    table: &Table,
    features: &[String],
    train: &[usize],
    config: &ExperimentConfig,
) -> Result<(Vec<f32>, Option<Scaler>), Error> {
    let Some(scaling) = config.scaling else {
        return Ok((table.numbers(features).map_err(|error| error.at("features"))?, None));
    };
    let values = table.values(features).map_err(|error| error.at("features"))?;
    let scaler = Scaler::fit(scaling, &values, features.len(), train)?;
    let inputs = scaler.transform(&values)?;
    all_finite("features", &inputs)?;
    Ok((inputs, Some(scaler)))
}
