//! The setup of an experiment as a value: everything that stays the same during training.

use super::chosen::LeftOut;
use super::config::Task;
use super::run::Experiment;
use crate::Error;
use crate::data::{AdvertisingHeader, Column, Reading, Summary, Table, classes, iterations_per_epoch, last_batch_size};
use crate::nn::{Layer, Tensor};
use crate::text;
use crate::value::Value;

/// The most cells of a column that are listed as its values.
const MAX_VALUES: usize = 20;
/// Bins of a column's histogram.
const BINS: usize = 20;
/// The most rows of a table that are given at a time.
pub const MAX_CELL_ROWS: usize = 500;

impl Experiment {
    /// The setup as JavaScript writes it, without the text of a CSV and without the rows of the split.
    pub fn setup(&self) -> Value {
        let rows = self.fit.rows();
        let batch_size = self.fit_config.batch_size;
        let classes = match self.prepared.chosen.task {
            Task::Regression => Value::Null,
            Task::Classification => Value::array(&self.prepared.classes, Value::string),
        };
        Value::object([
            ("config", self.config.to_value(self.data.config_value())),
            ("data", self.data.info()),
            ("task", Value::string(self.prepared.chosen.task.name())),
            ("taskReason", self.prepared.chosen.task_reason.map_or(Value::Null, |reason| Value::string(reason.name()))),
            ("classes", classes),
            ("missing", self.missing()),
            ("leftOut", self.left_out()),
            ("validationRows", Value::count(self.prepared.train.len() - rows)),
            ("shapes", self.shapes()),
            ("batchSize", Value::count(batch_size)),
            ("iterationsPerEpoch", Value::count(iterations_per_epoch(rows, batch_size))),
            ("lastBatchSize", Value::count(last_batch_size(rows, batch_size))),
            ("epochs", Value::count(self.fit_config.epochs)),
            ("scale", self.scale()),
            ("layers", self.layers()),
            ("parameters", Value::count(self.model.weights().len())),
        ])
    }

    /// How many rows were dropped or values filled.
    fn missing(&self) -> Value {
        let rows = &self.prepared.dropped;
        Value::object([
            ("handling", Value::string(self.config.missing.name())),
            ("droppedRows", Value::count(rows.len())),
            ("filledCells", Value::count(self.prepared.filled)),
            ("columns", Value::array(self.missing_columns(), Value::string)),
        ])
    }

    /// The chosen columns in which a value is missing.
    pub(super) fn missing_columns(&self) -> Vec<String> {
        let chosen = &self.prepared.chosen;
        let is_missing = |name: &&String| self.data.table().column(name).is_ok_and(|column| column.missing() > 0);
        chosen.features.iter().chain([&chosen.target]).filter(is_missing).cloned().collect()
    }

    /// The columns that are not chosen and could only be told to be features, or not even that.
    fn left_out(&self) -> Value {
        let chosen = &self.prepared.chosen;
        let scaled = self.config.scaling.is_some();
        let is_other = |name: &str| name != chosen.target && !chosen.features.iter().any(|feature| feature == name);
        let others = self.data.table().columns().filter(|(name, _)| is_other(name));
        let reasons = others.filter_map(|(name, column)| Some((name, LeftOut::of(column, scaled)?)));
        Value::array(reasons, |(name, reason)| {
            Value::object([("column", Value::string(name)), ("reason", Value::string(reason.name()))])
        })
    }

    /// The shapes that `print(x.shape)` would show.
    fn shapes(&self) -> Value {
        let table = self.data.table();
        let (all, train, test) = (table.rows(), self.prepared.train.len(), self.prepared.test.len());
        let shape = |shape: &[usize]| Value::array(shape, |size| Value::count(*size));
        let features = self.prepared.chosen.features.len();
        let targets = |rows: usize| match self.target_width() {
            1 => shape(&[rows]),
            width => shape(&[rows, width]),
        };
        Value::object([
            ("table", shape(&[all, table.names().len()])),
            ("features", shape(&[all, features])),
            ("targets", shape(&[all])),
            ("xTrain", shape(&[train, features])),
            ("yTrain", targets(train)),
            ("xTest", shape(&[test, features])),
            ("yTest", targets(test)),
            ("dtypeTable", Value::array(table.columns(), |(_, column)| Value::string(dtype(column)))),
            ("dtypeTensor", Value::string("float32")),
        ])
    }

    /// How many numbers the target of a row has for the model.
    pub fn target_width(&self) -> usize {
        self.targets.len() / self.prepared.targets.len()
    }

    fn scale(&self) -> Value {
        let columns = self.prepared.scaler.as_ref().map(|scaler| scaler.columns().to_vec()).unwrap_or_default();
        let features = self.prepared.chosen.features.len();
        let of = |number: fn(&crate::data::Scale) -> f64, without: f64| {
            Value::array(0..features, |idx| Value::Number(columns.get(idx).map_or(without, number)))
        };
        Value::object([("center", of(|scale| scale.offset, 0.0)), ("spread", of(|scale| scale.scale, 1.0))])
    }

    fn layers(&self) -> Value {
        let tensor = |tensor: &Tensor| {
            let shape =
                tensor.columns.map_or(vec![tensor.range.len()], |units| vec![tensor.range.len() / units, units]);
            Value::object([
                ("name", Value::string(tensor.name)),
                ("shape", Value::array(shape, Value::count)),
                ("trainable", Value::Bool(tensor.trainable)),
            ])
        };
        let layer = |(layer, own): (text::SummaryLayer, &Layer)| {
            let activation = matches!(own, Layer::Dense(_) | Layer::Activation(_)).then(|| own.activation().name());
            let inputs = own.as_dense().map(|dense| dense.inputs);
            let weights = own.tensors();
            Value::object([
                ("name", Value::string(layer.name)),
                ("kind", Value::string(own.kind())),
                ("units", Value::count(layer.units.unwrap_or(0))),
                ("parameters", Value::count(layer.parameters.unwrap_or(0))),
                ("nonTrainable", Value::count(layer.non_trainable)),
                ("activation", activation.map_or(Value::Null, Value::string)),
                ("inputs", inputs.map_or(Value::Null, Value::count)),
                ("weights", Value::array(&weights, tensor)),
            ])
        };
        let layers = text::Summary::of(&self.model).layers.into_iter().zip(self.model.layers());
        Value::Array(layers.map(layer).collect())
    }

    /// Cells as text, from a row on; at most [`MAX_CELL_ROWS`] rows, and none past the last.
    pub fn cells(&self, start: usize, count: usize) -> Vec<Vec<Option<String>>> {
        let table = self.data.table();
        let end = start.saturating_add(count.min(MAX_CELL_ROWS)).min(table.rows());
        let row = |row: usize| table.columns().map(|(_, column)| column.cell(row)).collect();
        (start.min(end)..end).map(row).collect()
    }

    /// The table that Keras's `summary()` prints.
    ///
    /// # Errors
    /// None for a model that is built, as this one is.
    pub fn summary(&self, style: text::Style) -> Result<String, Error> {
        text::Summary::of(&self.model).text(style)
    }
}

impl super::data::Data {
    /// A description of the data, column by column.
    pub fn info(&self) -> Value {
        self.described(|| self.describe())
    }

    fn describe(&self) -> Value {
        let summaries = self.table().describe();
        let header = self.table().advertising_header().map_or(Value::Null, |header| match header {
            AdvertisingHeader::Book => Value::string("book"),
            AdvertisingHeader::Course => Value::string("course"),
        });
        let column = |(name, column): (&str, &Column)| {
            let summary = summaries.iter().find(|summary| summary.name == name);
            column_info(self.table(), name, column, summary)
        };
        Value::object([
            ("name", Value::string(self.name())),
            ("synthetic", Value::Bool(self.is_synthetic())),
            ("rows", Value::count(self.table().rows())),
            ("columns", Value::array(self.table().columns(), column)),
            ("advertisingHeader", header),
            ("reading", self.table().reading().map_or(Value::Null, Reading::to_value)),
        ])
    }
}

fn column_info(table: &Table, name: &str, column: &Column, summary: Option<&Summary>) -> Value {
    let kind = match column {
        Column::Text(_) => "text",
        Column::Booleans { .. } => "truth",
        Column::Numbers { is_integer: true, .. } => "integer",
        Column::Numbers { .. } => "number",
    };
    let number = |number: fn(&Summary) -> f64| {
        let number = summary.map(number).filter(|number| number.is_finite());
        number.map_or(Value::Null, Value::Number)
    };
    let counts = column.values().zip(summary).filter(|(_, summary)| summary.count > 0);
    let counts = counts.map(|(values, summary)| histogram(values, summary.min, summary.max));
    Value::object([
        ("name", Value::string(name)),
        ("kind", Value::string(kind)),
        ("unit", table.reading().and_then(|reading| reading.format.unit(name)).map_or(Value::Null, Value::string)),
        ("missing", Value::count(column.missing())),
        ("min", number(|summary| summary.min)),
        ("max", number(|summary| summary.max)),
        ("mean", number(|summary| summary.mean)),
        ("std", number(|summary| summary.std)),
        ("median", number(|summary| summary.median)),
        ("histogram", counts.map_or(Value::Null, |counts| Value::array(counts, Value::count))),
        ("values", distinct(table, name, column)),
        ("isIndex", Value::Bool(table.is_index_column(name))),
    ])
}

/// The distinct cells of a column of text, the first of them; of a column of integers where they are few.
fn distinct(table: &Table, name: &str, column: &Column) -> Value {
    let names = match column {
        Column::Text(cells) => {
            let there: Vec<String> = cells.iter().flatten().cloned().collect();
            classes(&there).0
        }
        Column::Booleans { words, .. } => words.to_vec(),
        Column::Numbers { is_integer: true, .. } => match table.labels(name) {
            Ok((names, _)) if names.len() <= MAX_VALUES => names,
            _ => return Value::Null,
        },
        Column::Numbers { .. } => return Value::Null,
    };
    Value::array(names.into_iter().take(MAX_VALUES), Value::string)
}

/// How many of the values lie in each of equal bins; the largest belongs to the last.
fn histogram(values: &[f64], min: f64, max: f64) -> [usize; BINS] {
    let mut counts = [0; BINS];
    for value in values.iter().filter(|value| !value.is_nan()) {
        let part = if max > min { (value - min) / (max - min) } else { 0.0 };
        counts[((part * BINS as f64) as usize).min(BINS - 1)] += 1;
    }
    counts
}

/// pandas' name of a column's type.
fn dtype(column: &Column) -> &'static str {
    match column {
        Column::Text(_) => "object",
        Column::Booleans { .. } if column.missing() == 0 => "bool",
        Column::Booleans { .. } => "object",
        Column::Numbers { is_integer: true, .. } => "int64",
        Column::Numbers { .. } => "float64",
    }
}
