//! What a program is written from.

use crate::data::{CsvFormat, Scaling};
use crate::nn::ModelConfig;
use crate::train::FitConfig;

/// The description that a program is written from: data, model and training.
#[derive(Debug, Clone, Copy)]
pub struct CodeOf<'a> {
    /// The file that the rows come from.
    pub file: CsvFile<'a>,
    /// All columns of the table, in their order.
    pub columns: &'a [String],
    /// The columns that go in, in their order.
    pub features: &'a [String],
    /// The column to predict.
    pub target: &'a str,
    /// Whether the target is a class.
    pub is_classification: bool,
    /// The treatment of missing values, if there are any.
    pub missing: Option<MissingOf<'a>>,
    /// How features are scaled, fitted on the training rows.
    pub scaling: Option<Scaling>,
    /// scikit-learn's `test_size` and `random_state`; without it all rows train and test.
    pub split: Option<(f64, u64)>,
    /// The model.
    pub model: &'a ModelConfig,
    /// How it is trained: batch size, epochs, shuffling, validation split and early stopping count.
    pub fit: &'a FitConfig,
}

/// The treatment of missing values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingOf<'a> {
    /// The columns without whose values a row is left out.
    pub needed: &'a [String],
    /// Whether the mean of the training rows fills missing features.
    pub filled: bool,
}

/// A file of separated text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// How it is read.
    pub format: &'a CsvFormat,
    /// Whether it has rows of empty cells that are left out.
    pub has_blank_rows: bool,
    /// Whether its rows are synthetic, and the reader has them only from the page.
    pub is_synthetic: bool,
}
