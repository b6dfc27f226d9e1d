//! Diagnostics of an experiment: hints about setup and run, and the health of each layer.

use super::run::Experiment;
use crate::Error;
use crate::diagnostics::{Hint, HintData, missing_value_hints, run_hints_validated, setup_hints};
use crate::train::{Health, health_validated};

impl Experiment {
    /// The hints about data and model before training.
    pub fn setup_hints(&self) -> &[Hint] {
        &self.hints
    }

    /// The hints about the setup and the run so far, over the inspected training rows.
    pub fn hints(&mut self) -> Vec<Hint> {
        let (inputs, targets) = self.rows(self.inspected_rows());
        let data = HintData { inputs: &inputs, targets: &targets, names: &self.prepared.chosen.features, table: None };
        let mut hints = self.hints.clone();
        if self.updates() > 0 || self.fit.end().is_some() {
            hints.extend(run_hints_validated(&mut self.model, &data, self.fit.history(), self.fit.end()));
        }
        hints
    }

    /// The health of each layer over the inspected training rows, at the present weights.
    pub fn health(&mut self) -> Health {
        let (inputs, targets) = self.rows(self.inspected_rows());
        health_validated(&mut self.model, &inputs, &targets)
    }

    /// Looks at data and model before training.
    pub(super) fn look_at_setup(&self) -> Result<Vec<Hint>, Error> {
        let (inputs, targets) = self.rows(&self.prepared.train[..self.fit.rows()]);
        let (prepared, table) = (&self.prepared, self.data.table());
        let (dropped, columns) = (prepared.dropped.len(), self.missing_columns());
        let mut hints = missing_value_hints(dropped, prepared.filled, table.rows(), &columns);
        let (names, table) = (prepared.chosen.features.as_slice(), Some(table));
        hints.extend(setup_hints(&self.model, &HintData { inputs: &inputs, targets: &targets, names, table })?);
        Ok(hints)
    }
}
