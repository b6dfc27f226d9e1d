//! Exports: predictions as CSV, the experiment as Python for Keras.

use super::config::Task;
use super::evaluate::{Predictions, Side, predicted_class};
use super::prepared::Prepared;
use super::run::Experiment;
use crate::Error;
use crate::data::{Column, CsvFormat, Table};
use crate::decimal::nearest_decimal;
use crate::export::{CodeOf, CsvFile, ExportFile, MissingOf, RunOf, export_files, keras_code};

/// The most places of rows in an exported order; epochs past them are left out.
pub(super) const MAX_ORDER: usize = 1_000_000;

impl Experiment {
    /// Python that does the same in Keras: data, model, training, evaluation.
    pub fn keras_code(&self) -> String {
        self.with_code(keras_code)
    }

    /// The program with the data, the start and the present weights and the order of the rows, by which Keras checks
    /// the numbers.
    ///
    /// # Errors
    /// None: the rows were checked when the experiment was set up.
    pub fn export_files(&self) -> Result<Vec<ExportFile>, Error> {
        let (x_train, y_train) = self.rows(&self.prepared.train);
        let (x_test, y_test) = self.rows(&self.prepared.test);
        let most = (MAX_ORDER / self.fit.rows()).max(1);
        let epochs = self.fit.place().0.clamp(1, most);
        let orders: Vec<Vec<u32>> = (0..epochs).map(|epoch| self.fit.order_of(epoch)).collect();
        let (table, model) = (self.data.table(), &self.model);
        let (train, test) = ((x_train.as_slice(), y_train.as_slice()), (x_test.as_slice(), y_test.as_slice()));
        let began_with_state = self.config.optimizer_state.is_some();
        let run = RunOf { table, model, train, test, orders: &orders, began_with_state };
        self.with_code(|code| export_files(code, &run))
    }

    /// Calls `write` with what programs are written of.
    fn with_code<T>(&self, write: impl FnOnce(&CodeOf) -> T) -> T {
        let Prepared { chosen, dropped, filled, .. } = &self.prepared;
        let is_filled = *filled > 0;
        let mut needed = self.missing_columns();
        needed.retain(|name| !is_filled || *name == chosen.target);
        let missing = MissingOf { needed: &needed, filled: is_filled };
        let plain = CsvFormat::default();
        let reading = self.data.table().reading();
        let file = CsvFile {
            name: self.data.file_name(),
            format: reading.map_or(&plain, |reading| &reading.format),
            has_blank_rows: reading.is_some_and(|reading| reading.blank_rows > 0),
            is_synthetic: self.data.is_synthetic(),
        };
        write(&CodeOf {
            file,
            columns: self.data.table().names(),
            features: &chosen.features,
            target: &chosen.target,
            is_classification: chosen.task == Task::Classification,
            missing: (is_filled || !dropped.is_empty()).then_some(missing),
            scaling: self.config.scaling,
            split: self.config.split.map(|split| (split.test_size, split.seed)),
            model: &self.model_config,
            fit: &self.fit_config,
        })
    }

    /// The test rows as comma-separated text: their row numbers, the table's columns and the prediction, of classes
    /// with each probability.
    ///
    /// # Errors
    /// Rejects a table whose columns and predictions are together too many.
    pub fn predictions_csv(&mut self) -> Result<String, Error> {
        let Predictions { rows, outputs, width, .. } = self.predictions(Side::Test);
        let places: Vec<usize> = rows.iter().map(|row| *row as usize).collect();
        let table = self.data.table().take(&places)?;
        let mut columns = vec![("row".to_string(), Column::integers(rows.iter().map(|row| *row as i32)))];
        columns.extend(table.columns().map(|(name, column)| (name.to_string(), column.clone())));
        let output = |unit: usize| {
            Column::numbers(outputs.iter().skip(unit).step_by(width).map(|output| nearest_decimal(*output)))
        };
        let classes = &self.prepared.classes;
        if classes.is_empty() {
            columns.push(("prediction".to_string(), output(0)));
        } else {
            let predicted = outputs.chunks(width).map(|row| Some(classes[predicted_class(row)].clone()));
            columns.push(("prediction".to_string(), Column::Text(predicted.collect())));
            let named = |unit: usize| if width == 1 { &classes[1] } else { &classes[unit] };
            columns.extend((0..width).map(|unit| (format!("probability of {}", named(unit)), output(unit))));
        }
        make_unique(&mut columns);
        Table::new(columns).map(|table| table.to_csv())
    }
}

/// Gives a column that is called as one before it another name.
fn make_unique(columns: &mut [(String, Column)]) {
    for at in 1..columns.len() {
        while columns[..at].iter().any(|(name, _)| *name == columns[at].0) {
            columns[at].0.push_str(" (model)");
        }
    }
}
