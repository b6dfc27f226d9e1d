//! How good the model is, and what it says.

use super::config::Task;
use super::run::Experiment;
use crate::Error;
use crate::data::{Column, Table};
use crate::nn::Scores;
use crate::number::nearest_decimal;

/// Which of the split's two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Rows to train with, those to validate with among them.
    Train,
    /// Rows to test with.
    Test,
}

/// Predictions beside targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Predictions {
    /// Rows of the table.
    pub rows: Vec<u32>,
    /// The target of each: its number in the table's own unit, or its class from 0.
    pub targets: Vec<f32>,
    /// `[rows, width]`: numbers in the unit of the target, or probabilities.
    pub outputs: Vec<f32>,
    /// How many outputs there are for a row.
    pub width: usize,
}

impl Side {
    /// Reads `train` or `test`.
    ///
    /// # Errors
    /// Refuses another name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        match name {
            "train" => Ok(Side::Train),
            "test" => Ok(Side::Test),
            other => Err(crate::nn::unknown_name("which", &["train", "test"], other)),
        }
    }
}

impl Experiment {
    /// The rows of the table on a side of the split, in its order.
    pub fn side(&self, side: Side) -> &[u32] {
        match side {
            Side::Train => &self.prepared.train,
            Side::Test => &self.prepared.test,
        }
    }

    /// Keras's `evaluate` on the test rows.
    ///
    /// # Errors
    /// None: the rows were checked when the experiment was set up.
    pub fn evaluate(&mut self) -> Result<Scores, Error> {
        let (inputs, targets) = self.rows(&self.prepared.test);
        self.model.evaluate(&inputs, &targets)
    }

    /// Predictions beside targets, of one side of the split.
    ///
    /// # Errors
    /// None: the rows were checked when the experiment was set up.
    pub fn predictions(&mut self, side: Side) -> Result<Predictions, Error> {
        let rows = self.side(side).to_vec();
        let targets = rows.iter().map(|row| self.prepared.targets[*row as usize]).collect();
        let outputs = self.model.predict(&self.rows(&rows).0)?;
        Ok(Predictions { rows, targets, outputs, width: self.model.output_count() })
    }

    /// The prediction for feature values of the table's own units, in the order of the features.
    ///
    /// # Errors
    /// Refuses another count of values, and numbers that are not finite.
    pub fn predict(&mut self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let width = self.prepared.features.len();
        if values.len() != width {
            return Err(Error::shape("values", format!("{width} numbers, one a feature"), values.len()));
        }
        self.model.predict(&self.prepared.scale(values)?)
    }

    /// How often each class was taken for which: `counts[actual · classes + predicted]`. The predicted class is that
    /// of the largest output; of a single output, class 1 above 1/2.
    ///
    /// # Errors
    /// Refuses a regression.
    pub fn confusion(&mut self, side: Side) -> Result<Vec<u32>, Error> {
        if self.prepared.task == Task::Regression {
            return Err(Error::shape("confusion", "classes", "a regression"));
        }
        let classes = self.prepared.classes.len();
        let Predictions { targets, outputs, width, .. } = self.predictions(side)?;
        let mut counts = vec![0; classes * classes];
        for (target, output) in targets.iter().zip(outputs.chunks(width)) {
            counts[*target as usize * classes + predicted_class(output)] += 1;
        }
        Ok(counts)
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

/// The class of the largest output, the first of equals; of a single output, class 1 above 1/2.
fn predicted_class(outputs: &[f32]) -> usize {
    if let [output] = outputs {
        return usize::from(*output > 0.5);
    }
    (0..outputs.len()).fold(0, |most, at| if outputs[at] > outputs[most] { at } else { most })
}

/// Gives a column that is called as one before it another name.
fn make_unique(columns: &mut [(String, Column)]) {
    for at in 1..columns.len() {
        while columns[..at].iter().any(|(name, _)| *name == columns[at].0) {
            columns[at].0.push_str(" (model)");
        }
    }
}
