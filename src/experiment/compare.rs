//! Comparisons: the experiment's data and start weights, trained in several ways side by side.

use super::limits;
use super::run::Experiment;
use crate::Error;
use crate::train::{Comparison, FitConfig, RunConfig};

impl Experiment {
    /// Runs side by side from the experiment's start weights, on its training rows without those to validate with, in
    /// its order; `epochs` epochs each.
    ///
    /// # Errors
    /// As [`Comparison::new`], and rejects a batch that takes too long: [`super::MAX_BATCH_WORK`].
    pub fn compare(&self, runs: &[RunConfig], epochs: usize) -> Result<Comparison, Error> {
        let (parameters, rows) = (self.model.weights().len(), self.fit.rows());
        for (idx, run) in runs.iter().enumerate() {
            let batch = run.batch_size.unwrap_or(rows).min(rows);
            limits::check_batch(&format!("runs[{idx}].batchSize"), parameters, batch)?;
        }
        let (inputs, targets) = self.rows(&self.prepared.train[..self.fit.rows()]);
        let fit = FitConfig { epochs, ..self.fit_config.clone() };
        Comparison::new(&self.model, inputs, targets, &fit, runs)
    }
}
