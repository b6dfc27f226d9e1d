//! Diagnostics of an experiment: hints about setup and run, and the health of each layer.

use super::run::Experiment;
use crate::Error;
use crate::diagnostics::{Lint, LintData, lint_missing, lint_run, lint_setup};
use crate::train::{Health, health};

impl Experiment {
    /// The hints about data and model before training.
    pub fn setup_lints(&self) -> &[Lint] {
        &self.lints
    }

    /// The hints about the setup and the run so far, over the training rows that are looked at.
    ///
    /// # Errors
    /// None: the rows were checked when the experiment was set up.
    pub fn lints(&mut self) -> Result<Vec<Lint>, Error> {
        let (inputs, targets) = self.rows(self.rows_looked_at());
        let data = LintData { inputs: &inputs, targets: &targets, names: &self.prepared.chosen.features, table: None };
        let mut lints = self.lints.clone();
        if self.updates() > 0 || self.fit.end().is_some() {
            lints.extend(lint_run(&mut self.model, &data, self.fit.history(), self.fit.end())?);
        }
        Ok(lints)
    }

    /// The health of each layer over the training rows that are looked at, at the present weights.
    ///
    /// # Errors
    /// None: the rows were checked when the experiment was set up.
    pub fn health(&mut self) -> Result<Health, Error> {
        let (inputs, targets) = self.rows(self.rows_looked_at());
        health(&mut self.model, &inputs, &targets)
    }

    /// Looks at data and model before training.
    pub(super) fn look_at_setup(&self) -> Result<Vec<Lint>, Error> {
        let (inputs, targets) = self.rows(&self.prepared.train[..self.fit.rows()]);
        let (prepared, table) = (&self.prepared, &self.source.table);
        let (dropped, columns) = (prepared.dropped.len(), self.missing_columns());
        let mut lints = lint_missing(dropped, prepared.filled, table.rows(), &columns);
        let (names, table) = (prepared.chosen.features.as_slice(), Some(table));
        lints.extend(lint_setup(&self.model, &LintData { inputs: &inputs, targets: &targets, names, table })?);
        Ok(lints)
    }
}
