//! Out of the page: predictions as a file, the experiment as Python for Keras.

use super::config::Task;
use super::judge::{Predictions, Side, predicted_class};
use super::run::Experiment;
use super::source::DataConfig;
use crate::Error;
use crate::data::{Column, Separator, Table};
use crate::export::{CodeOf, CsvFile, ExportFile, RunOf, export_files, keras_code};
use crate::number::nearest_decimal;

/// The most places of rows in an exported order; epochs past them are left out.
const MAX_ORDER: usize = 1_000_000;

impl Experiment {
    /// Python that does the same in Keras: data, model, training, evaluation.
    pub fn keras_code(&self) -> String {
        keras_code(&self.code())
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
        let (table, model) = (&self.source.table, &self.model);
        let (train, test) = ((x_train.as_slice(), y_train.as_slice()), (x_test.as_slice(), y_test.as_slice()));
        export_files(&self.code(), &RunOf { table, model, train, test, orders: &orders })
    }

    fn code(&self) -> CodeOf<'_> {
        CodeOf {
            file: self.file(),
            columns: self.source.table.names(),
            features: &self.prepared.chosen.features,
            target: &self.prepared.chosen.target,
            is_classification: self.prepared.chosen.task == Task::Classification,
            scaling: self.config.scaling,
            split: self.config.split.map(|split| (split.test_size, split.seed)),
            model: &self.model_config,
            fit: &self.fit_config,
        }
    }

    /// The file that a program reads.
    fn file(&self) -> CsvFile<'_> {
        let made = |name| CsvFile { name, separator: ',', decimal_comma: false, is_synthetic: true };
        match &self.config.data {
            DataConfig::Advertising => made("advertising_synthetic.csv"),
            DataConfig::Points { .. } => made("data.csv"),
            DataConfig::Csv { name, .. } => {
                let format = self.source.table.reading().map(|reading| &reading.format);
                CsvFile {
                    name,
                    separator: match format.map(|format| format.separator) { Some(Separator::Char(c)) => c, _ => ',' },
                    decimal_comma: format.is_some_and(|format| format.decimal == ','),
                    is_synthetic: false,
                }
            }
        }
    }

    /// The test rows as comma-separated text: their row numbers, the table's columns and the prediction, of classes
    /// with each probability.
    ///
    /// # Errors
    /// Refuses a table whose columns and predictions are together too many.
    pub fn predictions_csv(&mut self) -> Result<String, Error> {
        let Predictions { rows, outputs, width, .. } = self.predictions(Side::Test)?;
        let places: Vec<usize> = rows.iter().map(|row| *row as usize).collect();
        let table = self.source.table.take(&places)?;
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
