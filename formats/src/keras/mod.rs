//! Keras's files: `.keras` and `.weights.h5` of Keras 3, whole models as `.h5` of Keras 2 and 3.

mod hdf5;
mod zip;
mod class;
mod layers_out;
mod compile_out;
mod config_out;
mod weights_out;
mod part;
mod layers_in;
mod compile_in;
mod config_in;
mod weights_in;
mod read;

use crate::model::SavedModel;
use crate::{ExportOptions, File};
use glassnet::Error;
use serde_json::json;

pub(crate) use config_in::model as read_model;
pub use read::{read, read_weights};

/// The version of Keras whose files these are.
const KERAS_VERSION: &str = "3.15.1";

const CONFIG: &str = "config.json";
const METADATA: &str = "metadata.json";
const WEIGHTS: &str = "model.weights.h5";

/// A `.keras` file: a zip of the configuration, metadata, and weights with the optimizer's state.
///
/// # Errors
/// Rejects what Keras's files cannot hold, by layer and setting.
pub fn write_archive(model: &SavedModel, options: &ExportOptions) -> Result<Vec<File>, Error> {
    let config = config_out::model(model)?.to_string();
    // The same model is the same bytes, so no date of today.
    let metadata = json!({ "keras_version": KERAS_VERSION, "date_saved": "1980-01-01@00:00:00" }).to_string();
    let weights = weights_out::file(model)?;
    let files = [(METADATA, metadata.as_bytes()), (CONFIG, config.as_bytes()), (WEIGHTS, weights.as_slice())];
    Ok(vec![File { name: options.file_name(".keras"), bytes: zip::write(&files)? }])
}

/// A `.weights.h5` file.
///
/// # Errors
/// Rejects more tensors than the file has room for; no model that can be built has so many.
pub fn write_weights(model: &SavedModel, options: &ExportOptions) -> Result<Vec<File>, Error> {
    Ok(vec![File { name: options.file_name(".weights.h5"), bytes: weights_out::file(model)? }])
}
