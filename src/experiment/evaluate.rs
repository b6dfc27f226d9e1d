//! Evaluation and predictions on the rows of the split.

use super::config::Task;
use super::run::Experiment;
use crate::Error;
use crate::nn::Scores;

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
        let rows = self.side(side).to_vec();
        let targets = rows.iter().map(|row| self.prepared.targets[*row as usize]).collect();
        let outputs = self.model.predict_validated(&self.rows(&rows).0);
        Predictions { rows, targets, outputs, width: self.model.output_count() }
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
