//! The experiment: its data, its model, its fit and how far it is.

use super::config::ExperimentConfig;
use super::data::Data;
use super::limits;
use super::losses::Losses;
use super::model;
use super::prepared::Prepared;
use crate::Error;
use crate::diagnostics::Hint;
use crate::error::{all_finite, counted};
use crate::nn::{ModelConfig, Sequential};
use crate::text::{Progress, Style, Verbose, epoch_heading};
use crate::train::{End, Fit, FitConfig};
use crate::value::Value;

/// An experiment: data, model and training run.
///
/// ```
/// use glassnet::data::BuiltinTable;
/// use glassnet::experiment::{DataConfig, Experiment, ExperimentConfig};
///
/// let mut experiment = Experiment::new(ExperimentConfig::new(DataConfig::Table(BuiltinTable::Advertising)))?;
/// assert_eq!(experiment.prepared().test[..5], [126, 104, 99, 92, 111]);
/// experiment.train(2800, || true);
/// assert_eq!(experiment.fit().place(), (100, 0));
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Experiment {
    /// Without the data.
    pub(super) config: ExperimentConfig,
    pub(super) data: Data,
    pub(super) prepared: Prepared,
    pub(super) model_config: ModelConfig,
    pub(super) fit_config: FitConfig,
    /// The targets of all rows, as the loss wants them.
    pub(super) targets: Vec<f32>,
    pub(super) model: Sequential,
    pub(super) fit: Fit,
    pub(super) losses: Losses,
    pub(super) loss: Option<f32>,
    pub(super) stopwatch: Stopwatch,
    /// The hints about the setup.
    pub(super) hints: Vec<Hint>,
}

/// A stopstopwatch: how long the epoch under way took so far, and the last whole one, in seconds of training.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Stopwatch {
    pub(super) epoch: f64,
    pub(super) last: f64,
}

/// As many batches are trained between two looks at the clock as take about so long, in seconds.
const CLOCK_INTERVAL: f64 = 0.001;
/// The most batches between two looks at the clock.
const MAX_BATCHES: usize = 64;

impl Experiment {
    /// Sets an experiment up: loads and prepares the data, builds the model, begins the fit.
    ///
    /// # Errors
    /// Rejects an invalid configuration by the path of the field: `data.text`, `features[0]`, `target`, `split.testSize`,
    /// `model.layers[1].units`, `model.optimizer.learningRate`, `fit.batchSize`. Where a place in it is known, it
    /// stands behind a colon: `data.text: line 5 of the CSV`, `features: row 3 of column TV`.
    pub fn new(mut config: ExperimentConfig) -> Result<Self, Error> {
        let missing = || Error::shape("data", "a configuration of the data", "nothing");
        let data = Data::load(config.data.take().ok_or_else(missing)?)?;
        Self::with_data(&data, config)
    }

    /// Sets an experiment up on data that is loaded, and shares it.
    ///
    /// ```
    /// use glassnet::data::BuiltinTable;
    /// use glassnet::experiment::{Data, Experiment, ExperimentConfig};
    ///
    /// let experiment = Experiment::with_data(&Data::builtin(BuiltinTable::Advertising), ExperimentConfig::default())?;
    /// assert_eq!(experiment.prepared().train.len(), 140);
    /// # Ok::<(), glassnet::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Experiment::new`], and rejects a configuration that tells of data too.
    pub fn with_data(data: &Data, mut config: ExperimentConfig) -> Result<Self, Error> {
        if config.data.is_some() {
            return Err(Error::shape("data", "nothing, as the data is given", "a configuration of the data"));
        }
        let prepared = Prepared::new(data, &config)?;
        let model_value = model::model_value(config.model.as_ref(), &prepared)?;
        let fit_value = model::fit_value(config.fit.as_ref())?;
        let model_config = model::model_config(&model_value, &prepared)?;
        let fit_config = model::fit_config(&fit_value)?;
        let mut model = Sequential::new(&model_config).map_err(|error| error.under("model"))?;
        let parameters = model.weights().len();
        limits::check_model(parameters, data.table().rows())?;
        let outputs = model.output_count();
        let targets = model::encoded(&prepared, model_config.loss, &model_config, outputs)?;
        let fit = begin(&prepared, &targets, &mut model, &fit_config)?;
        take_over(&config, &mut model)?;
        limits::check_batch("fit.batchSize", parameters, fit_config.batch_size.min(fit.rows()))?;
        config.features = Some(prepared.chosen.features.clone());
        config.target = Some(prepared.chosen.target.clone());
        config.task = Some(prepared.chosen.task);
        (config.model, config.fit) = (Some(model_value), Some(fit_value));
        let (losses, loss, stopwatch) = (Losses::default(), None, Stopwatch::default());
        let mut experiment = Experiment {
            config,
            data: data.clone(),
            prepared,
            model_config,
            fit_config,
            targets,
            model,
            fit,
            losses,
            loss,
            stopwatch,
            hints: Vec::new(),
        };
        experiment.hints = experiment.look_at_setup()?;
        Ok(experiment)
    }

    /// Reads a configuration from outside and sets the experiment up.
    ///
    /// # Errors
    /// As [`ExperimentConfig::read`] and [`Experiment::new`].
    pub fn read(config: &Value) -> Result<Self, Error> {
        ExperimentConfig::read(config).and_then(Experiment::new)
    }

    /// Reads a configuration from outside and sets the experiment up on data that is loaded.
    ///
    /// # Errors
    /// As [`ExperimentConfig::read_without_data`] and [`Experiment::with_data`].
    pub fn read_with_data(data: &Data, config: &Value) -> Result<Self, Error> {
        ExperimentConfig::read_without_data(config).and_then(|config| Self::with_data(data, config))
    }

    /// The configuration, with the defaults filled in and without the data.
    pub fn config(&self) -> &ExperimentConfig {
        &self.config
    }

    /// The data.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Features, targets and the split.
    pub fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// The configuration of the model.
    pub fn model_config(&self) -> &ModelConfig {
        &self.model_config
    }

    /// The configuration of the fit.
    pub fn fit_config(&self) -> &FitConfig {
        &self.fit_config
    }

    /// The model at its present weights.
    pub fn model(&self) -> &Sequential {
        &self.model
    }

    /// The fit, wherever it is.
    pub fn fit(&self) -> &Fit {
        &self.fit
    }

    /// The loss of every update so far, as far as it is kept.
    pub fn losses(&self) -> &Losses {
        &self.losses
    }

    /// The loss of the last batch, before its update.
    pub fn loss(&self) -> Option<f32> {
        self.loss
    }

    /// Inputs `[rows, features]` and targets, as the model gets them, of rows of the table that are there.
    pub fn rows(&self, rows: &[u32]) -> (Vec<f32>, Vec<f32>) {
        gather(&self.prepared, &self.targets, rows)
    }

    /// The rows of the table to train with, without those to validate with, in their order in an epoch.
    pub fn order(&self, epoch: usize) -> Vec<u32> {
        self.fit.order_of(epoch).into_iter().map(|place| self.prepared.train[place as usize]).collect()
    }

    /// The rows of the table in the batch that comes next; after the last epoch those with which another would begin.
    pub fn next_rows(&self) -> Vec<u32> {
        let (epoch, batch) = self.fit.place();
        self.order(epoch).chunks(self.fit_config.batch_size).nth(batch).unwrap_or_default().to_vec()
    }

    /// How many updates were taken.
    pub fn updates(&self) -> u64 {
        let (epoch, batch) = self.fit.place();
        epoch as u64 * self.fit.batches() as u64 + batch as u64
    }

    /// How many rows were trained with, each as often as it was.
    pub fn rows_seen(&self) -> u64 {
        let (epoch, batch) = self.fit.place();
        let (rows, of_epoch) = (self.fit.rows() as u64, (batch * self.fit_config.batch_size) as u64);
        epoch as u64 * rows + of_epoch.min(rows)
    }

    /// Trains for at most `batches` batches, as long as `go_on` says so after each. Returns how many were trained.
    pub fn train(&mut self, batches: usize, mut go_on: impl FnMut() -> bool) -> usize {
        for done in 0..batches {
            if !self.batch() {
                return done;
            }
            if !go_on() {
                return done + 1;
            }
        }
        batches
    }

    /// Trains for at most `batches` batches and `seconds` seconds by the clock `now`, whose time goes into the
    /// progress line. The bits are those of [`Experiment::train`].
    pub fn train_for(&mut self, batches: usize, seconds: f64, mut now: impl FnMut() -> f64) {
        let begun = now();
        let (mut time, mut done, mut step) = (begun, 0, 1);
        while done < batches && self.fit.end().is_none() {
            let left = self.fit.batches() - self.fit.place().1;
            let trained = self.train(step.min(left).min(batches - done), || true);
            done += trained;
            let after = now();
            let took = after - time;
            time = after;
            self.stopwatch.epoch += took;
            if self.fit.place().1 == 0 {
                self.stopwatch = Stopwatch { epoch: 0.0, last: self.stopwatch.epoch };
            }
            if after - begun >= seconds {
                break;
            }
            step = if took < CLOCK_INTERVAL { (step * 2).min(MAX_BATCHES) } else { (step / 2).max(1) };
        }
    }

    /// One batch; returns whether there was one.
    fn batch(&mut self) -> bool {
        let Some(batch) = self.fit.batch(&mut self.model) else {
            return false;
        };
        self.loss = Some(batch.loss);
        if !matches!(self.fit.end(), Some(End::Diverged { .. })) {
            // The number of the update that was just taken, from 1.
            self.losses.push(self.updates().try_into().unwrap_or(u32::MAX), batch.loss);
        }
        true
    }

    /// Keras's lines of the epoch that was trained last: the heading, and the bar with the loss and the metrics.
    pub fn progress(&self, style: Style) -> (Option<String>, Option<String>) {
        let (epoch, batch) = self.fit.place();
        let whole = batch == 0 && epoch > 0 && self.fit.end().is_none_or(|end| !matches!(end, End::Diverged { .. }));
        let heading = epoch_heading(if whole { epoch } else { epoch + 1 }, self.fit_config.epochs);
        let logs = self.fit.logs();
        let logs: Vec<(&str, f64)> = logs.iter().map(|(key, value)| (key.as_str(), *value)).collect();
        let mut progress = Progress::new(style, Verbose::Bar, self.fit.batches());
        let line = match (whole, batch) {
            (true, _) => progress.finish(self.stopwatch.last, &logs),
            (false, 0) => None,
            (false, step) => progress.step(step, self.stopwatch.epoch, &logs),
        };
        (heading, line)
    }

    /// Resets the fit to the start weights, or with a seed to new ones.
    ///
    /// # Errors
    /// None: what was set up once can be set up again.
    pub fn reset(&mut self, seed: Option<u64>) -> Result<(), Error> {
        match seed {
            None => {
                self.fit.rewind(&mut self.model);
                take_over(&self.config, &mut self.model)?;
            }
            Some(seed) => self.draw_anew(seed)?,
        }
        (self.losses, self.loss, self.stopwatch) = (Losses::default(), None, Stopwatch::default());
        Ok(())
    }

    /// A model with other start weights, and a fit that begins anew.
    fn draw_anew(&mut self, seed: u64) -> Result<(), Error> {
        let model_config = ModelConfig { seed, ..self.model_config.clone() };
        let mut model = Sequential::new(&model_config).map_err(|error| error.under("model"))?;
        self.fit = begin(&self.prepared, &self.targets, &mut model, &self.fit_config)?;
        if let Some(Value::Object(fields)) = self.config.model.as_mut() {
            fields.retain(|(name, _)| name != "seed");
            fields.push(("seed".to_string(), Value::Number(seed as f64)));
        }
        (self.config.weights, self.config.optimizer_state) = (None, None);
        (self.model_config, self.model) = (model_config, model);
        self.hints = self.look_at_setup()?;
        Ok(())
    }
}

/// Puts the weights that were given, and what the optimizer remembers of them, into a model that begins.
fn take_over(config: &ExperimentConfig, model: &mut Sequential) -> Result<(), Error> {
    if let Some(weights) = &config.weights {
        let state = model.optimizer_state().clone();
        // First, as its errors name what the caller gave.
        model.set_weights(weights)?;
        model.restore(weights, weights, state)?;
    }
    if let Some(state) = &config.optimizer_state {
        let (expected, received) = (model.optimizer_state().slots.len(), state.slots.len());
        if received != expected {
            return Err(Error::shape("optimizerState.slots", counted(expected, "number"), received));
        }
        all_finite("optimizerState.slots", &state.slots)?;
        let weights = model.weights().to_vec();
        model.restore(&weights, &weights, state.clone())?;
    }
    Ok(())
}

/// A fit on the training rows that has not begun; the model is adapted to those of them that are not held back to validate.
fn begin(prepared: &Prepared, targets: &[f32], model: &mut Sequential, config: &FitConfig) -> Result<Fit, Error> {
    let (inputs, targets) = gather(prepared, targets, &prepared.train);
    #[cfg(feature = "full")]
    if model.has_layers_to_adapt() {
        let width = model.input_count();
        let fit =
            Fit::from_row_major(model, inputs.clone(), targets.clone(), config.clone()).map_err(model::fit_error)?;
        model.adapt_row_major(&inputs[..fit.rows() * width])?;
    }
    Fit::from_row_major(model, inputs, targets, config.clone()).map_err(model::fit_error)
}

/// Inputs and targets of some rows of the table.
fn gather(prepared: &Prepared, targets: &[f32], rows: &[u32]) -> (Vec<f32>, Vec<f32>) {
    let (width, all) = (prepared.chosen.features.len(), prepared.targets.len());
    let of = |numbers: &[f32], width: usize| {
        let mut of = Vec::with_capacity(rows.len() * width);
        rows.iter().for_each(|row| of.extend_from_slice(&numbers[*row as usize * width..][..width]));
        of
    };
    (of(&prepared.inputs, width), of(targets, targets.len() / all))
}
