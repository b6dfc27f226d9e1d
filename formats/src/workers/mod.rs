//! A training run that goes on in Keras on one or several workers: a program, the model, rows as CSV files.
//!
//! [`export`] takes what `Experiment::run_for_workers` of the engine gives and makes the files:
//!
//! - `train.py`: a loop of `tf.distribute.MultiWorkerMirroredStrategy`, under which Keras 3's own `fit` fails.
//! - `model.keras`: the model with its weights and the optimizer's state.
//! - `settings.json`: columns and scales, classes, batch size, epochs, seed.
//! - `row_order.json`, where rows are shuffled: the order of the next epochs, a list each.
//! - `data/train-00000.csv` and so on, `data/validation-…` and `data/test-…` where there are such rows.
//! - `README.md`: how it is started on one machine, on two and on a cluster.

mod run;
mod settings;
mod shards;

use crate::{ExportOptions, File, Format};
use glassnet::{Error, Value};
use run::Run;

const PROGRAM: &str = include_str!("train.py");
const README: &str = include_str!("guide.md");

/// What an export for several workers may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkersOptions {
    /// The most rows of a CSV file. Defaults to 100,000.
    pub rows_per_file: usize,
}

impl Default for WorkersOptions {
    fn default() -> Self {
        WorkersOptions { rows_per_file: 100_000 }
    }
}

/// The files by which a run goes on in Keras on several workers; their names have folders, `data/test-00000.csv`.
///
/// # Errors
/// Rejects what is no run, by its path, no row for a file, and a model that Keras cannot hold, by layer and setting.
pub fn export(run: &Value, options: &WorkersOptions) -> Result<Vec<File>, Error> {
    let run = Run::read(run)?;
    let mut files = files_beside_model(&run, options)?;
    files.extend(crate::export(run.model, Format::Keras, &ExportOptions::default())?);
    Ok(files)
}

fn files_beside_model(run: &Run, options: &WorkersOptions) -> Result<Vec<File>, Error> {
    let text = |name: &str, text: String| File { name: name.to_string(), bytes: text.into_bytes() };
    let mut files = vec![text("README.md", README.to_string()), text("train.py", PROGRAM.to_string())];
    files.push(text("settings.json", settings::settings(run)));
    files.extend(settings::row_order(run).map(|order| text("row_order.json", order)));
    for (name, lines) in run.rows() {
        files.extend(shards::shards(name, &run.header(), lines, options.rows_per_file)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests;
