//! The configuration of a fit, and the rows that it trains and validates with.

#[cfg(feature = "full")]
use super::callbacks::Callbacks;
use super::early_stopping::EarlyStopping;
use super::order::Order;
#[cfg(feature = "full")]
use super::sample_weights::SampleWeights;
use crate::Error;
use crate::nn::Sequential;
#[cfg(feature = "full")]
use crate::nn::check_weights;
use crate::number::short;

/// The configuration of a fit; the defaults are Keras's.
#[derive(Debug, Clone, PartialEq)]
pub struct FitConfig {
    /// Rows of one update; a last batch may have fewer. Defaults to 32.
    pub batch_size: usize,
    /// The epoch to end before. Defaults to 1.
    pub epochs: usize,
    /// The epoch to begin with, from 0. Defaults to 0.
    pub initial_epoch: usize,
    /// The order of the rows in each epoch. Defaults to shuffled from seed 0.
    pub order: Order,
    /// Rows to validate with after each epoch. Defaults to none.
    pub validation: Validation,
    /// When to stop before the last epoch. Defaults to never.
    pub early_stopping: Option<EarlyStopping>,
    /// The weights of rows in the loss of training. Defaults to none.
    #[cfg(feature = "full")]
    pub weights: SampleWeights,
    /// What else happens after batches and epochs. Defaults to nothing.
    #[cfg(feature = "full")]
    pub callbacks: Callbacks,
}

/// The validation data of a fit.
#[derive(Debug, Clone, PartialEq)]
pub enum Validation {
    /// There are none.
    None,
    /// The last rows: training takes the first `floor(rows · (1 - share))`, before any shuffling.
    Split(f64),
    /// Others: inputs `[rows, features]` and targets.
    RowMajor(Vec<f32>, Vec<f32>),
    /// Others with a weight for each row: inputs, targets, weights.
    #[cfg(feature = "full")]
    Weighted(Vec<f32>, Vec<f32>, Vec<f32>),
}

impl Default for FitConfig {
    fn default() -> Self {
        FitConfig {
            batch_size: 32,
            epochs: 1,
            initial_epoch: 0,
            order: Order::Shuffled { seed: 0 },
            validation: Validation::None,
            early_stopping: None,
            #[cfg(feature = "full")]
            weights: SampleWeights::None,
            #[cfg(feature = "full")]
            callbacks: Callbacks::default(),
        }
    }
}

/// The rows of a fit as it divides them.
#[derive(Debug, Clone, Default)]
pub(super) struct FitRows {
    /// How many of the first rows are trained with.
    pub(super) count: usize,
    /// The weight of each row that is trained with; empty without weights.
    pub(super) weights: Vec<f32>,
    /// What is validated with.
    pub(super) validation: ValidationData,
}

/// Inputs and targets to validate with, and the weights of their rows; empty without any.
#[derive(Debug, Clone, Default)]
pub(super) struct ValidationData {
    pub(super) inputs: Vec<f32>,
    pub(super) targets: Vec<f32>,
    pub(super) weights: Vec<f32>,
}

impl FitConfig {
    /// Divides rows that fit the model into those to train and to validate with.
    ///
    /// # Errors
    /// As [`Fit::from_row_major`](super::Fit::from_row_major).
    pub(super) fn divide(&self, model: &Sequential, inputs: &[f32], targets: &[f32]) -> Result<FitRows, Error> {
        model.check_rows(inputs, targets)?;
        if self.batch_size == 0 {
            return Err(Error::out_of_range("batchSize", "1 or more", "0"));
        }
        let count = inputs.len() / model.input_count();
        let weights = self.row_weights(model, targets)?;
        let rows = FitRows { count, weights, validation: ValidationData::default() };
        match &self.validation {
            Validation::None => Ok(rows),
            Validation::Split(share) => {
                let mut rows = FitRows { count: rows_kept(count, *share)?, ..rows };
                let kept = rows.count.min(rows.weights.len());
                rows.validation = ValidationData {
                    inputs: inputs[rows.count * model.input_count()..].to_vec(),
                    targets: targets[rows.count * model.target_count()..].to_vec(),
                    weights: rows.weights.split_off(kept),
                };
                self.drop_class_weights(&mut rows.validation.weights);
                Ok(rows)
            }
            Validation::RowMajor(inputs, targets) => {
                model.check_rows(inputs, targets)?;
                let validation =
                    ValidationData { inputs: inputs.clone(), targets: targets.clone(), weights: Vec::new() };
                Ok(FitRows { validation, ..rows })
            }
            #[cfg(feature = "full")]
            Validation::Weighted(inputs, targets, weights) => {
                model.check_rows(inputs, targets)?;
                check_weights("validationData[2]", weights, inputs.len() / model.input_count())?;
                let (inputs, targets, weights) = (inputs.clone(), targets.clone(), weights.clone());
                Ok(FitRows { validation: ValidationData { inputs, targets, weights }, ..rows })
            }
        }
    }

    #[cfg(feature = "full")]
    fn row_weights(&self, model: &Sequential, targets: &[f32]) -> Result<Vec<f32>, Error> {
        self.weights.of_rows(targets, model.target_count())
    }

    #[cfg(not(feature = "full"))]
    fn row_weights(&self, _model: &Sequential, _targets: &[f32]) -> Result<Vec<f32>, Error> {
        Ok(Vec::new())
    }

    /// Class weights are those of training: Keras validates without them.
    #[cfg(feature = "full")]
    fn drop_class_weights(&self, weights: &mut Vec<f32>) {
        if matches!(self.weights, SampleWeights::ByClass(_)) {
            weights.clear();
        }
    }

    #[cfg(not(feature = "full"))]
    fn drop_class_weights(&self, _weights: &mut Vec<f32>) {}
}

/// How many of the first rows are trained with.
fn rows_kept(rows: usize, share: f64) -> Result<usize, Error> {
    if !(0.0..1.0).contains(&share) {
        return Err(Error::out_of_range("validationSplit", "0 or more and below 1", short(share)));
    }
    let kept = (rows as f64 * (1.0 - share)).floor() as usize;
    if kept == 0 || kept == rows && share > 0.0 {
        let received = if kept == 0 { "no row to train with" } else { "no row to validate with" };
        return Err(Error::shape("validationSplit", "at least 1 row on either side", received));
    }
    Ok(kept)
}
