//! Evaluation and predictions on the rows of the split.

use super::config::Task;
use super::run::Experiment;
use crate::Error;
use crate::nn::Scores;

/// The features of so many rows are copied for a prediction: of all rows of a large table they would be as much again.
const ROWS_AT_ONCE: usize = 4096;

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

impl Predictions {
    /// `target - prediction` of each row; empty where there are classes.
    pub fn residuals(&self, task: Task) -> Vec<f32> {
        match task {
            Task::Regression => {
                self.targets.iter().zip(&self.outputs).map(|(target, output)| target - output).collect()
            }
            Task::Classification => Vec::new(),
        }
    }
}

impl Side {
    /// Reads `train` or `test`.
    ///
    /// # Errors
    /// Rejects another name.
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
    pub fn evaluate(&mut self) -> Scores {
        let (inputs, targets) = self.rows(&self.prepared.test);
        self.model.evaluate_validated(&inputs, &targets)
    }

    /// Predictions beside targets, of one side of the split.
    pub fn predictions(&mut self, side: Side) -> Predictions {
        self.predictions_of(self.side(side).to_vec())
    }

    /// The predictions of at most so many rows of one side, chosen evenly in their order: enough for a picture.
    pub fn some_predictions(&mut self, side: Side, most: usize) -> Predictions {
        let all = self.side(side);
        let kept = all.len().min(most);
        // As doubles: a large table's product of two counts is more than wasm's `usize` holds.
        let place = |i: usize| (i as f64 * all.len() as f64 / kept as f64) as usize;
        self.predictions_of((0..kept).map(|i| all[place(i)]).collect())
    }

    fn predictions_of(&mut self, rows: Vec<u32>) -> Predictions {
        let targets = rows.iter().map(|row| self.prepared.targets[*row as usize]).collect();
        let width = self.model.output_count();
        let mut outputs = Vec::with_capacity(rows.len() * width);
        for some in rows.chunks(ROWS_AT_ONCE) {
            outputs.extend(self.model.predict_validated(&self.rows(some).0));
        }
        Predictions { rows, targets, outputs, width }
    }

    /// How often each class was taken for which: `counts[actual · classes + predicted]`. The predicted class is that
    /// of the largest output; of a single output, class 1 above 1/2.
    ///
    /// # Errors
    /// Rejects a regression.
    pub fn confusion(&mut self, side: Side) -> Result<Vec<u32>, Error> {
        if self.prepared.chosen.task == Task::Regression {
            return Err(Error::shape("confusion", "classes", "a regression"));
        }
        let classes = self.prepared.classes.len();
        let Predictions { targets, outputs, width, .. } = self.predictions(side);
        let mut counts = vec![0; classes * classes];
        for (target, output) in targets.iter().zip(outputs.chunks(width)) {
            counts[*target as usize * classes + predicted_class(output)] += 1;
        }
        Ok(counts)
    }
}

/// The class of the largest output, the first of equals; of a single output, class 1 above 1/2.
pub(super) fn predicted_class(outputs: &[f32]) -> usize {
    if let [output] = outputs {
        return usize::from(*output > 0.5);
    }
    (0..outputs.len()).fold(0, |most, at| if outputs[at] > outputs[most] { at } else { most })
}
