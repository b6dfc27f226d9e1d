//! All that a fit remembers, to go on with it another day.

use super::early_stopping::Memory;
use super::ends::End;
use super::fit::Fit;
use super::history::{History, epoch_keys};
use super::order::Batches;
#[cfg(feature = "full")]
use super::reduce_lr::PlateauMemory;
use crate::Error;
use crate::error::counted;
use crate::nn::Sequential;

/// The state of a fit: restored into a fit of the same rows and configuration, it continues with the bits of
/// an unbroken run. The model's own state is not in it: [`Sequential::save`] has weights, optimizer and learning rate.
#[derive(Debug, Clone, PartialEq)]
pub struct FitSnapshot {
    /// The epoch that comes next, from 0.
    pub epoch: usize,
    /// The batch in it that comes next, from 0.
    pub batch: usize,
    /// The losses of the epoch so far, each times its rows.
    pub loss_sum: f64,
    /// The states of the metrics in the epoch so far.
    pub metric_states: Vec<Vec<f64>>,
    /// The history.
    pub history: History,
    /// The state of early stopping.
    pub memory: Option<Memory>,
    /// The state of `ReduceLrOnPlateau`.
    #[cfg(feature = "full")]
    pub plateau: Option<PlateauMemory>,
    /// Why the fit is over, if it is.
    pub end: Option<End>,
}

impl Fit {
    /// All that the fit remembers.
    pub fn snapshot(&self) -> FitSnapshot {
        FitSnapshot {
            epoch: self.epoch,
            batch: self.batch,
            loss_sum: self.loss_sum,
            metric_states: self.metric_states.iter().map(|tally| tally.numbers()).collect(),
            history: self.history.clone(),
            memory: self.monitor.as_ref().map(|monitor| monitor.memory.clone()),
            #[cfg(feature = "full")]
            plateau: self.plateau.as_ref().map(|plateau| plateau.memory),
            end: self.end,
        }
    }

    /// Goes to where a snapshot was taken of a fit of the same rows and configuration.
    ///
    /// # Errors
    /// Rejects what no such fit can have remembered, by its name; the fit stays where it is.
    pub fn restore(&mut self, model: &Sequential, snapshot: FitSnapshot) -> Result<(), Error> {
        self.check_place(model, &snapshot)?;
        self.check_history(&snapshot.history, snapshot.epoch)?;
        let mut metric_states = model.metric_states();
        let taken =
            metric_states.iter_mut().zip(&snapshot.metric_states).all(|(tally, numbers)| tally.restore(numbers));
        if !taken || metric_states.len() != snapshot.metric_states.len() {
            return Err(Error::shape(
                "tallies",
                format!("the numbers of {}", counted(metric_states.len(), "metric")),
                "others",
            ));
        }
        let weights = model.weights().len();
        #[cfg(feature = "full")]
        if self.plateau.is_some() != snapshot.plateau.is_some() {
            let (expected, received) = if self.plateau.is_some() {
                ("what ReduceLROnPlateau remembers", "nothing")
            } else {
                ("nothing", "one")
            };
            return Err(Error::shape("plateau", expected, received));
        }
        match (&mut self.monitor, snapshot.memory) {
            (None, None) => {}
            (Some(monitor), Some(memory)) if fits(&memory, snapshot.epoch, weights) => monitor.memory = memory,
            (Some(_), _) => return Err(Error::shape("memory", "what early stopping remembers", "something else")),
            (None, Some(_)) => return Err(Error::shape("memory", "nothing without early stopping", "something")),
        }
        #[cfg(feature = "full")]
        if let (Some(plateau), Some(memory)) = (&mut self.plateau, snapshot.plateau) {
            plateau.memory = memory;
        }
        let mut batches = Batches::default();
        batches.fill(&self.config.order, snapshot.epoch, self.rows, self.config.batch_size);
        // The batch that diverged was counted, but not taken.
        let counted = snapshot.batch + usize::from(matches!(snapshot.end, Some(End::Diverged { .. })));
        self.rows_done = (0..counted).map(|batch| batches.batch(batch).len()).sum();
        (self.epoch, self.batch, self.loss_sum) = (snapshot.epoch, snapshot.batch, snapshot.loss_sum);
        (self.batches, self.metric_states) = (batches, metric_states);
        (self.history, self.end) = (snapshot.history, snapshot.end);
        Ok(())
    }

    /// Rejects a place that the fit cannot come to, and an end that does not belong there.
    fn check_place(&self, model: &Sequential, snapshot: &FitSnapshot) -> Result<(), Error> {
        let FitSnapshot { epoch, batch, .. } = *snapshot;
        let epochs = self.config.initial_epoch..=self.config.epochs.max(self.config.initial_epoch);
        if !epochs.contains(&epoch) {
            let expected = format!("{} to {}", epochs.start(), epochs.end());
            return Err(Error::out_of_range("epoch", expected, epoch));
        }
        if batch >= self.batches() {
            return Err(Error::out_of_range("batch", format!("below {}", self.batches()), batch));
        }
        let all_done = epoch >= self.config.epochs;
        let belongs = match snapshot.end {
            None => !all_done,
            Some(End::Finished) => all_done && batch == 0,
            Some(End::Stopped) => true,
            #[cfg(feature = "full")]
            Some(End::LossNotFinite { epoch: at, .. }) => batch == 0 && at < epoch,
            Some(End::StoppedEarly { best_epoch }) => batch == 0 && best_epoch < epoch && self.monitor.is_some(),
            Some(End::Diverged { epoch: at, step, layer }) => {
                !all_done && (at, step) == (epoch, batch) && layer < model.active_layers().len()
            }
        };
        if belongs { Ok(()) } else { Err(Error::shape("end", "the end of a fit that is there", "another")) }
    }

    /// Rejects a history that does not tell of each epoch that is over.
    fn check_history(&self, history: &History, epoch: usize) -> Result<(), Error> {
        let over = self.config.initial_epoch..epoch;
        let mut keys = epoch_keys(&self.keys, self.validates());
        #[cfg(feature = "full")]
        keys.extend(self.config.callbacks.logged_key());
        if over.is_empty() {
            keys.clear();
        }
        let same_keys = history.series.iter().map(|series| &series.key).eq(&keys)
            && history.series.iter().all(|series| series.values.len() == over.len())
            && history.epoch.iter().copied().eq(over.clone());
        if same_keys {
            return Ok(());
        }
        let expected = format!(
            "{} of {}",
            if keys.is_empty() { "nothing".into() } else { keys.join(", ") },
            counted(over.len(), "epoch")
        );
        Err(Error::shape("history", expected, "something else"))
    }
}

/// Whether early stopping can remember this before an epoch, of a model with so many weights.
fn fits(memory: &Memory, epoch: usize, weights: usize) -> bool {
    let kept = memory.best_weights.as_ref();
    (memory.best_epoch < epoch || memory.best_epoch == 0)
        && memory.waited <= epoch
        && kept.is_none_or(|kept| kept.len() == weights && kept.iter().all(|weight| weight.is_finite()))
}
