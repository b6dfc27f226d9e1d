//! A fit that pauses within the validation of an epoch.

use super::ends::{BatchEnd, Validating};
use super::fit::Fit;
use super::fit_config::ValidationData;
use crate::nn::Sequential;

/// What came of a part of a fit.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Part {
    /// A batch was trained, and if it was the last one of its epoch that was validated.
    Batch(BatchEnd),
    /// An epoch is being validated: more rows come with the next part.
    Validating,
    /// The fit was over.
    Over,
}

impl From<Part> for Option<BatchEnd> {
    fn from(part: Part) -> Self {
        match part {
            Part::Batch(batch) => Some(batch),
            Part::Validating | Part::Over => None,
        }
    }
}

impl Fit {
    /// [`Fit::batch`] that pauses in a validation, of which it evaluates 256 rows at a time, as soon as `go_on` says no; the
    /// next call continues. The bits are those of [`Fit::batch`], which may be called in between too.
    pub fn batch_in_parts(&mut self, model: &mut Sequential, go_on: impl Fn() -> bool) -> Part {
        let mut validating = match self.validating.take() {
            Some(validating) => validating,
            None => match self.train(model) {
                None => return Part::Over,
                Some(batch) if batch.epoch_over && self.validates() => {
                    Validating { evaluation: model.begin_evaluation(), batch }
                }
                Some(batch) => {
                    if batch.epoch_over {
                        self.end_epoch_of(&batch, model);
                    }
                    return Part::Batch(batch);
                }
            },
        };
        let ValidationData { inputs, targets, weights } = &self.validation;
        let batch_size = self.validation_batch();
        while model.evaluate_chunk(&mut validating.evaluation, inputs, targets, weights, batch_size) {
            if !go_on() {
                self.validating = Some(validating);
                return Part::Validating;
            }
        }
        let batch = validating.batch.clone();
        self.validating = Some(validating);
        self.end_epoch_of(&batch, model);
        Part::Batch(batch)
    }

    /// Whether an epoch is being validated.
    pub fn is_validating(&self) -> bool {
        self.validating.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::{Activation, DenseConfig, ModelConfig};
    use crate::train::{EarlyStopping, FitConfig, Validation};
    use std::cell::Cell;

    #[test]
    fn a_fit_that_pauses_after_every_chunk_of_a_validation_has_the_bits_of_one_that_does_not() {
        let layers = [DenseConfig::drawn(3, Activation::Tanh), DenseConfig::drawn(1, Activation::Linear)];
        let mut config = ModelConfig::new(1, layers);
        config.metrics = vec!["mae".parse().unwrap(), "r2_score".parse().unwrap()];
        let numbers = |count: usize| (0..count).map(|at| (at as f32 * 0.7).sin()).collect::<Vec<f32>>();
        let fit_config = || FitConfig {
            epochs: 3,
            batch_size: 2,
            validation: Validation::RowMajor(numbers(700), numbers(700)),
            early_stopping: Some(EarlyStopping { patience: 2, ..EarlyStopping::default() }),
            ..FitConfig::default()
        };
        let begin = || {
            let model = Sequential::new(&config).unwrap();
            let fit = Fit::from_row_major(&model, numbers(5), numbers(5), fit_config()).unwrap();
            (model, fit)
        };
        let (mut model, mut fit) = begin();
        fit.run(&mut model, |_, _| true);
        let (mut paused_model, mut paused) = begin();
        let mut parts = Vec::new();
        loop {
            let part = paused.batch_in_parts(&mut paused_model, || false);
            match &part {
                Part::Over => break,
                Part::Validating => assert!(paused.is_validating() && paused.next_rows().is_empty()),
                Part::Batch(batch) => assert!(!paused.is_validating() && batch.epoch == parts.len() / 5),
            }
            parts.push(part);
        }
        // In each epoch three batches, and 700 rows in three chunks, of which the last ends the epoch.
        assert_eq!(parts.len(), 3 * (3 + 2));
        assert_eq!((paused_model.weights(), paused.history()), (model.weights(), fit.history()));
        // One that was paused goes on in any other way.
        let (mut other_model, mut other) = begin();
        let calls = Cell::new(0);
        while !other.is_validating() {
            other.batch_in_parts(&mut other_model, || calls.replace(calls.get() + 1) > 9);
        }
        other.run(&mut other_model, |_, _| true);
        assert_eq!((other_model.weights(), other.history()), (model.weights(), fit.history()));
    }
}
