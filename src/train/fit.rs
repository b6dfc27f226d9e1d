//! Training over epochs and batches, Keras's `fit`.

#[cfg(feature = "full")]
use super::dataset::batch_size_for;
use super::early_stopping::Monitor;
#[cfg(feature = "full")]
use super::ends::Validating;
use super::ends::{BatchEnd, End};
#[cfg(feature = "full")]
use super::fit_config::Validation;
use super::fit_config::{FitConfig, FitRows, ValidationData};
use super::history::{History, epoch_keys, validation_key};
use super::order::Batches;
#[cfg(feature = "full")]
use super::order::Order;
#[cfg(feature = "full")]
use super::reduce_lr::Plateau;
use super::steps::where_not_finite;
use super::trace::{Trace, trace_in_batch};
use crate::Error;
#[cfg(feature = "full")]
use crate::data::Dataset;
use crate::nn::{MetricState, Mode, Rows, Scores, Sequential};

/// A training run, Keras's `fit`, that is advanced batch by batch. The bits do not depend on how it is driven.
#[derive(Debug, Clone)]
pub struct Fit {
    pub(super) config: FitConfig,
    pub(super) inputs: Vec<f32>,
    pub(super) targets: Vec<f32>,
    pub(super) weights: Vec<f32>,
    pub(super) validation: ValidationData,
    pub(super) rows: usize,
    /// The batches of the epoch under way.
    pub(super) batches: Batches,
    pub(super) epoch: usize,
    pub(super) batch: usize,
    pub(super) loss_sum: f64,
    pub(super) rows_done: usize,
    /// The loss and the metrics, by their keys.
    pub(super) keys: Vec<String>,
    pub(super) metric_states: Vec<MetricState>,
    pub(super) history: History,
    pub(super) monitor: Option<Monitor>,
    #[cfg(feature = "full")]
    pub(super) plateau: Option<Plateau>,
    /// The validation of an epoch that is under way.
    #[cfg(feature = "full")]
    pub(super) validating: Option<Validating>,
    pub(super) end: Option<End>,
}

impl Fit {
    /// Sets a fit up for a model: inputs `[rows, features]`, targets `[rows, outputs]` or classes.
    ///
    /// # Errors
    /// Rejects rows that do not fit the model, a batch size of 0, a validation share that leaves no rows on a side,
    /// and an early stopping that monitors an unknown key.
    pub fn from_row_major(
        model: &Sequential,
        inputs: Vec<f32>,
        targets: Vec<f32>,
        config: FitConfig,
    ) -> Result<Self, Error> {
        let FitRows { count: rows, weights, validation } = config.divide(model, &inputs, &targets)?;
        config.order.check(rows)?;
        let keys = model.score_keys();
        let logged = epoch_keys(&keys, !validation.inputs.is_empty());
        let monitor = match &config.early_stopping {
            None => None,
            Some(rule) => Some(Monitor::new(rule.clone(), &logged)?),
        };
        Ok(Fit {
            #[cfg(feature = "full")]
            plateau: config.callbacks.plateau(model, &logged)?,
            #[cfg(feature = "full")]
            validating: None,
            epoch: config.initial_epoch,
            end: (config.initial_epoch >= config.epochs).then_some(End::Finished),
            batches: Batches::default(),
            metric_states: model.metric_states(),
            keys,
            history: History::default(),
            batch: 0,
            loss_sum: 0.0,
            rows_done: 0,
            config,
            inputs,
            targets,
            weights,
            validation,
            rows,
            monitor,
        })
    }

    /// Sets a fit on a data set up, whose own steps shuffle and batch; the order and batch size of `config` do not count.
    ///
    /// # Errors
    /// As [`Fit::from_row_major`]; and rejects a data set without `batch`, and a validation split, as Keras does.
    #[cfg(feature = "full")]
    pub fn on_dataset(model: &Sequential, dataset: Dataset, config: FitConfig) -> Result<Self, Error> {
        let reject = |what: &str, expected: &str, received: &str| Err(Error::shape(what, expected, received));
        let batch_size = batch_size_for(model, &dataset)?;
        if let Validation::Split(_) = config.validation {
            return reject("validationSplit", "validation data beside a data set", "a share of it");
        }
        let (inputs, targets) = (dataset.features_row_major().to_vec(), dataset.targets_row_major().to_vec());
        let order = Order::Dataset(Box::new(dataset));
        Fit::from_row_major(model, inputs, targets, FitConfig { order, batch_size, ..config })
    }

    /// Whether there are rows to validate with.
    pub(super) fn validates(&self) -> bool {
        !self.validation.inputs.is_empty()
    }

    /// How many rows are trained with.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many batches, and so iterations, an epoch has: `ceil(rows / batch_size)`, or what a data set makes of them.
    pub fn batches(&self) -> usize {
        #[cfg(feature = "full")]
        if let Some(dataset) = self.config.order.dataset() {
            return dataset.cardinality();
        }
        self.rows.div_ceil(self.config.batch_size)
    }

    /// The epoch to end before.
    pub fn epochs(&self) -> usize {
        self.config.epochs
    }

    /// The epoch and the batch in it that come next, from 0.
    pub fn place(&self) -> (usize, usize) {
        (self.epoch, self.batch)
    }

    /// The rows of the batch that comes next; none once the fit is over, and while an epoch is being validated.
    pub fn next_rows(&mut self) -> &[u32] {
        if self.end.is_some() || self.batch > 0 && self.batch == self.batches.count() {
            return &[];
        }
        self.begin_epoch();
        self.batches.batch(self.batch)
    }

    /// The rows in the order of an epoch, batches one after the other.
    pub fn order_of(&self, epoch: usize) -> Vec<u32> {
        let mut batches = Batches::default();
        batches.fill(&self.config.order, epoch, self.rows, self.config.batch_size);
        (0..self.batches()).flat_map(|batch| batches.batch(batch)).copied().collect()
    }

    /// The history so far: loss and metrics of each epoch.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The reason why the fit is over, once it is.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// The loss and metrics of the epoch so far, as the progress line shows them.
    pub fn logs(&self) -> Vec<(String, f64)> {
        if self.rows_done == 0 {
            return self.history.last();
        }
        self.training_logs()
    }

    fn training_logs(&self) -> Vec<(String, f64)> {
        let mut logs = Vec::with_capacity(2 * self.keys.len());
        for (at, key) in self.keys.iter().enumerate() {
            let value = match at.checked_sub(1) {
                None => self.loss_sum / self.rows_done as f64,
                Some(metric) => self.metric_states[metric].value(),
            };
            logs.push((key.clone(), value));
        }
        logs
    }

    /// Trains one batch: forward, loss, backward, update; after the last one of an epoch validates it. `None` once the fit
    /// is over.
    pub fn batch(&mut self, model: &mut Sequential) -> Option<BatchEnd> {
        #[cfg(feature = "full")]
        if self.validating.is_some() {
            return self.batch_in_parts(model, || true).into();
        }
        let batch = self.train(model)?;
        if batch.epoch_over {
            self.end_epoch_of(&batch, model);
        }
        Some(batch)
    }

    /// Trains one batch without what comes at the end of an epoch.
    #[inline(always)]
    pub(super) fn train(&mut self, model: &mut Sequential) -> Option<BatchEnd> {
        if self.end.is_some() {
            return None;
        }
        self.begin_epoch();
        let rows = self.batches.batch(self.batch);
        let inputs = Rows::ordered(&self.inputs, model.input_count(), rows);
        let targets = Rows::ordered(&self.targets, model.target_count(), rows);
        let mode = Mode::Training(model.optimizer_state().iterations);
        let loss = match self.weights.is_empty() {
            #[cfg(feature = "full")]
            false => model.weighted_pass(inputs, targets, Rows::ordered(&self.weights, 1, rows), mode),
            _ => model.pass(inputs, targets, mode),
        };
        self.loss_sum += f64::from(loss) * rows.len() as f64;
        self.rows_done += rows.len();
        model.tally(&mut self.metric_states, targets);
        let (epoch, batch, batches) = (self.epoch, self.batch, self.batches.count());
        let is_finite = model.update();
        #[cfg(feature = "full")]
        if self.terminates() {
            // The epoch ends with what there is, as in Keras.
            return Some(BatchEnd { epoch, batch, batches, loss, epoch_over: true });
        }
        if !is_finite {
            self.end = Some(End::Diverged { epoch, step: batch, layer: where_not_finite(model) });
            return Some(BatchEnd { epoch, batch, batches, loss, epoch_over: false });
        }
        self.batch += 1;
        Some(BatchEnd { epoch, batch, batches, loss, epoch_over: self.batch == batches })
    }

    /// Whether a loss that is not finite ends the fit.
    #[cfg(feature = "full")]
    fn terminates(&self) -> bool {
        self.config.callbacks.terminate_on_nan && !self.loss_sum.is_finite()
    }

    /// Ends the epoch of a batch that was its last.
    pub(super) fn end_epoch_of(&mut self, batch: &BatchEnd, model: &mut Sequential) {
        #[cfg(feature = "full")]
        if self.terminates() {
            self.end_epoch(model);
            self.end = Some(End::LossNotFinite { epoch: batch.epoch, step: batch.batch });
            return;
        }
        let _ = batch;
        self.end_epoch(model);
    }

    /// Stops the fit where it is, unless it is over.
    pub fn stop(&mut self) {
        self.end.get_or_insert(End::Stopped);
    }

    /// Trains the rest of the epoch under way, or the next one; returns whether there was any.
    pub fn epoch(&mut self, model: &mut Sequential) -> bool {
        let mut any = false;
        while let Some(batch) = self.batch(model) {
            any = true;
            if batch.epoch_over {
                break;
            }
        }
        any
    }

    /// Trains to the end, as long as `go_on` says so after each batch. Returns the reason of the end, if it ended.
    pub fn run(&mut self, model: &mut Sequential, mut go_on: impl FnMut(&Fit, &BatchEnd) -> bool) -> Option<End> {
        while let Some(batch) = self.batch(model) {
            if !go_on(self, &batch) {
                break;
            }
        }
        self.end
    }

    /// Resets model and fit: the start weights, an optimizer that remembers nothing, no history.
    ///
    /// A run from there has the bits of the first one.
    pub fn rewind(&mut self, model: &mut Sequential) {
        model.reset();
        self.metric_states.iter_mut().for_each(MetricState::clear);
        (self.epoch, self.batch, self.loss_sum, self.rows_done) = (self.config.initial_epoch, 0, 0.0, 0);
        self.history = History::default();
        #[cfg(feature = "full")]
        {
            self.validating = None;
        }
        self.monitor.iter_mut().for_each(Monitor::forget);
        #[cfg(feature = "full")]
        self.plateau.iter_mut().for_each(Plateau::forget);
        self.end = (self.epoch >= self.config.epochs).then_some(End::Finished);
    }

    /// Traces of the rows of the next batch. Nothing is changed; dropout does not act, and BatchNormalization takes mean and
    /// variance of the batch. Without BatchNormalization the next update is by the mean of their gradients.
    ///
    /// # Errors
    /// None: the rows were validated when the fit was set up.
    pub fn next_traces(&mut self, model: &mut Sequential) -> Result<Vec<Trace>, Error> {
        let (features, width) = (model.input_count(), model.target_count());
        let iteration = model.optimizer_state().iterations as usize;
        let rows = self.next_rows().to_vec();
        let of = |numbers: &[f32], width: usize, row: u32| numbers[row as usize * width..][..width].to_vec();
        let batch: Vec<f32> = rows.iter().flat_map(|&row| of(&self.inputs, features, row)).collect();
        let one = |row: u32| {
            let (inputs, target) = (of(&self.inputs, features, row), of(&self.targets, width, row));
            trace_in_batch(model, &batch, &inputs, &target, iteration)
        };
        rows.into_iter().map(one).collect()
    }

    #[inline(always)]
    pub(super) fn begin_epoch(&mut self) {
        if self.batch == 0 && self.rows_done == 0 && self.end.is_none() {
            self.batches.fill(&self.config.order, self.epoch, self.rows, self.config.batch_size);
        }
    }

    pub(super) fn end_epoch(&mut self, model: &mut Sequential) {
        let mut logs = self.training_logs();
        if !self.validation.inputs.is_empty() {
            for (key, value) in self.validation_scores(model) {
                logs.push((validation_key(&key), value));
            }
        }
        #[cfg(feature = "full")]
        {
            self.config.callbacks.log_learning_rate(model, &mut logs);
            self.plateau.iter_mut().for_each(|plateau| plateau.epoch(&logs, model));
        }
        self.history.push(self.epoch, &logs);
        let stop = self.monitor.as_mut().is_some_and(|monitor| monitor.epoch(self.epoch, &logs, model.weights()));
        self.metric_states.iter_mut().for_each(MetricState::clear);
        (self.epoch, self.batch, self.loss_sum, self.rows_done) = (self.epoch + 1, 0, 0.0, 0);
        if stop || self.epoch >= self.config.epochs {
            self.finish(model, stop);
        }
    }

    fn validation_scores(&mut self, model: &mut Sequential) -> Scores {
        #[cfg(feature = "full")]
        if let Some(validating) = self.validating.take() {
            return model.scores_of(&validating.evaluation);
        }
        let ValidationData { inputs, targets, weights } = &self.validation;
        model.scores(inputs, targets, weights, self.validation_batch())
    }

    /// The size of a batch in which validation rows are evaluated: the fit's own, and Keras's default beside a data set.
    pub(super) fn validation_batch(&self) -> usize {
        #[cfg(feature = "full")]
        if self.config.order.dataset().is_some() {
            return FitConfig::default().batch_size;
        }
        self.config.batch_size
    }

    fn finish(&mut self, model: &mut Sequential, early: bool) {
        let best_epoch = self.monitor.as_ref().map_or(0, Monitor::best_epoch);
        self.end = Some(if early { End::StoppedEarly { best_epoch } } else { End::Finished });
        if let Some(best) = self.monitor.as_ref().and_then(Monitor::weights_at_end) {
            // They were the model's own, so they fit.
            let _ = model.set_weights(best);
        }
    }
}
