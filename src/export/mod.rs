//! Export to Keras: the same data, model and training as Python for Keras 3, and the files that let Keras check the
//! numbers.
//!
//! Everything here is text. Names that a reader brought are only ever written as Python literals, never into comments.

mod python;
mod description;
mod layers;
mod compiled;
mod read;
mod steps;
mod code;
mod files;

pub use code::keras_code;
pub use description::{CodeOf, CsvFile, MissingOf};
pub use files::{ExportFile, RunOf, export_files};
