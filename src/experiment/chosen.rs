//! The choice of features, target and task.

use super::config::{ExperimentConfig, Task};
use super::data::Data;
use crate::Error;
use crate::data::{Column, Table, classes};

/// The most classes that a target may have.
pub const MAX_CLASSES: usize = 100;

/// The columns and the task of an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The columns that go in.
    pub features: Vec<String>,
    /// The column to predict.
    pub target: String,
    /// The task.
    pub task: Task,
    /// The reason of the task; none where another task was configured.
    pub task_reason: Option<TaskReason>,
}

/// The reason why a task is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TaskReason {
    /// The target is text: each text is a class.
    Text,
    /// The target is true and false.
    Booleans,
    /// The problem was made with classes.
    Classes,
    /// The target is a number.
    Numbers,
}

impl TaskReason {
    /// `text_target`, `truth_target`, `class_target` or `number_target`.
    pub fn name(self) -> &'static str {
        match self {
            TaskReason::Text => "text_target",
            TaskReason::Booleans => "truth_target",
            TaskReason::Classes => "class_target",
            TaskReason::Numbers => "number_target",
        }
    }
}

impl Chosen {
    /// Chooses what was not told.
    ///
    /// # Errors
    /// Rejects columns that are not there or come twice, and a table in which none can be chosen.
    pub fn new(data: &Data, config: &ExperimentConfig) -> Result<Self, Error> {
        let table = data.table();
        let target = target(table, config.target.as_deref())?;
        let features = match &config.features {
            Some(given) => given_features(table, given, &target)?,
            None => usual_features(table, &target, config.scaling.is_some())?,
        };
        let reason = match table.column(&target) {
            Ok(Column::Text(_)) => TaskReason::Text,
            Ok(Column::Booleans { .. }) => TaskReason::Booleans,
            _ if data.class_column() == Some(&target) => TaskReason::Classes,
            _ => TaskReason::Numbers,
        };
        let usual = if reason == TaskReason::Numbers { Task::Regression } else { Task::Classification };
        let task = config.task.unwrap_or(usual);
        Ok(Chosen { features, target, task, task_reason: (task == usual).then_some(reason) })
    }
}

/// Whether at least half of the cells are there.
fn is_mostly_there(column: &Column) -> bool {
    2 * column.missing() <= column.rows()
}

/// The column to predict.
fn target(table: &Table, given: Option<&str>) -> Result<String, Error> {
    if let Some(name) = given {
        table.column(name).map_err(|error| error.named("target"))?;
        return Ok(name.to_string());
    }
    let can_be = |column: &Column| match column {
        Column::Numbers { .. } | Column::Booleans { .. } => true,
        Column::Text(cells) => {
            let there: Vec<&String> = cells.iter().flatten().collect();
            (2..=MAX_CLASSES).contains(&classes(&there).0.len())
        }
    };
    let usable = table.columns().filter(|(_, column)| is_mostly_there(column) && can_be(column));
    let usable: Vec<&str> = usable.map(|(name, _)| name).collect();
    let chosen = usable.iter().find(|name| **name == "Sales").or(usable.last());
    let none =
        || Error::shape("target", "a column of numbers, or of 2 to 100 classes, mostly without missing values", "none");
    chosen.map(ToString::to_string).ok_or_else(none)
}

/// All columns that can go in.
fn usual_features(table: &Table, target: &str, scaled: bool) -> Result<Vec<String>, Error> {
    let usable = |(name, column): &(&str, &Column)| *name != target && LeftOut::of(column, scaled).is_none();
    let names: Vec<String> = table.columns().filter(usable).map(|(name, _)| name.to_string()).collect();
    match names.is_empty() {
        true => Err(Error::shape(
            "features",
            "a column of numbers other than the target, mostly without missing values",
            "none",
        )),
        false => Ok(names),
    }
}

/// The columns that were told.
fn given_features(table: &Table, given: &[String], target: &str) -> Result<Vec<String>, Error> {
    if given.is_empty() {
        return Err(Error::shape("features", "at least 1 column", 0));
    }
    for (idx, name) in given.iter().enumerate() {
        let what = format!("features[{idx}]");
        table.column(name).map_err(|error| error.named(what.clone()))?;
        if name == target {
            return Err(Error::shape(&what, "columns other than the target", name));
        }
        if given[..idx].contains(name) {
            return Err(Error::shape(&what, "each column once", format!("{name} again")));
        }
    }
    Ok(given.to_vec())
}

/// Why a column is no feature unless it is told to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LeftOut {
    /// It is text.
    Text,
    /// It is missing in more than half of the rows.
    MostlyMissing,
    /// A number is too large for single precision, and no scale brings it down.
    TooLarge,
}

impl LeftOut {
    /// Why a column is left out, if it is.
    pub fn of(column: &Column, scaled: bool) -> Option<Self> {
        let Some(values) = column.values() else {
            return Some(LeftOut::Text);
        };
        if !is_mostly_there(column) {
            return Some(LeftOut::MostlyMissing);
        }
        let is_large = |value: &f64| (*value as f32).is_infinite();
        (!scaled && values.iter().any(is_large)).then_some(LeftOut::TooLarge)
    }

    /// `text`, `mostly_missing` or `too_large`.
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::Text => "text",
            LeftOut::MostlyMissing => "mostly_missing",
            LeftOut::TooLarge => "too_large",
        }
    }
}
