//! Glassnet's models as files of other tools, and back: Keras, TensorFlow.js, ONNX and PyTorch.
//!
//! What goes in and comes out is a saved model: the value of [`glassnet::nn::Sequential::save`], which has
//! configuration,
//! weights and the optimizer's state. What a format cannot hold is rejected by layer and setting before anything is
//! written;
//! a file that cannot be read is rejected with what was expected and received.
//!
//! * [`model`]: the parts of a saved model that every format needs.
//! * [`keras`]: `.keras` and `.weights.h5` of Keras 3, `.h5` of Keras 2 and 3.
//! * [`onnx`]: ONNX, for onnxruntime and onnxruntime-web.
//! * [`pytorch`]: a program for PyTorch, with its weights.
//! * [`tfjs`]: LayersModel of TensorFlow.js.
//! * [`workers`]: a run that goes on in Keras on several workers.

#![warn(clippy::unwrap_used)]

mod errors;
mod json;
pub mod model;
pub mod keras;
pub mod onnx;
pub mod pytorch;
pub mod tfjs;
pub mod workers;
#[cfg(all(feature = "bindings", target_arch = "wasm32"))]
// What they throw is said for JavaScript.
#[allow(clippy::missing_errors_doc)]
pub mod bindings;

use glassnet::data::Scaler;
use glassnet::nn::Sequential;
use glassnet::{Error, Value};
use model::SavedModel;

/// A file by its name, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The name, with its ending.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A format that models are exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// `.keras`: a whole model of Keras 3, compiled, with the optimizer's state.
    Keras,
    /// `.weights.h5`: weights and optimizer state, which `load_weights` of Keras 3 loads.
    KerasWeights,
    /// `.onnx`: a model for inference.
    Onnx,
    /// `.py` and `.safetensors`: a program with a `torch.nn.Sequential`, and its weights.
    PyTorch,
    /// `.json` and `.weights.bin`: a LayersModel of TensorFlow.js.
    TensorFlowJs,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 5] =
        [Format::Keras, Format::KerasWeights, Format::Onnx, Format::PyTorch, Format::TensorFlowJs];

    /// Its name for [`Format::named`].
    pub fn name(self) -> &'static str {
        match self {
            Format::Keras => "keras",
            Format::KerasWeights => "keras_weights",
            Format::Onnx => "onnx",
            Format::PyTorch => "pytorch",
            Format::TensorFlowJs => "tfjs",
        }
    }

    /// The format of a name.
    ///
    /// # Errors
    /// Rejects a name that no format has.
    pub fn named(name: &str) -> Result<Self, Error> {
        Format::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| {
            let expected = format!("one of {}", Format::ALL.map(Format::name).join(", "));
            errors::unknown("format", expected, name)
        })
    }
}

/// What an export may be told beside the model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExportOptions {
    /// The names of the files without their ending. Defaults to `model`.
    pub name: Option<String>,
    /// Scales the inputs, where the format has a place for it (ONNX, PyTorch): the model takes them as they are in the
    /// table. Defaults to not at all.
    pub scaler: Option<Scaler>,
    /// The names of the features, where the format has a place for them (ONNX). Defaults to none.
    pub features: Vec<String>,
    /// The names of the classes, where the format has a place for them (ONNX). Defaults to none.
    pub classes: Vec<String>,
}

impl ExportOptions {
    /// The name of a file with an ending: `model.keras`.
    pub fn file_name(&self, ending: &str) -> String {
        format!("{}{ending}", self.name.as_deref().unwrap_or("model"))
    }

    /// Rejects a scaler of another width than the inputs.
    pub(crate) fn check_width(&self, model: &Sequential) -> Result<(), Error> {
        let Some(scaler) = &self.scaler else { return Ok(()) };
        let [expected, received] = [model.input_count(), scaler.columns().len()];
        if expected == received {
            Ok(())
        } else {
            Err(errors::shape("scaler", format_args!("{expected} columns"), received))
        }
    }
}

/// Exports a saved model.
///
/// # Errors
/// Rejects what no model can have been saved as, and what the format cannot hold, by layer and setting.
pub fn export(saved: &Value, format: Format, options: &ExportOptions) -> Result<Vec<File>, Error> {
    let model = SavedModel::read(saved)?;
    match format {
        Format::Keras => keras::write_archive(&model, options),
        Format::KerasWeights => keras::write_weights(&model, options),
        Format::Onnx => onnx::export(&model, options),
        Format::PyTorch => pytorch::export(&model, options),
        Format::TensorFlowJs => tfjs::export(&model, options),
    }
}

/// Imports a model from its files: returns the saved model, as [`glassnet::nn::Sequential::load`] takes it.
///
/// # Errors
/// Rejects files of no format that is known, damaged ones, and models with what Glassnet has not, by layer and setting.
pub fn import(files: &[File]) -> Result<Value, Error> {
    let expected = "a .keras or .h5 file, or a model.json of TensorFlow.js with its weights";
    match files {
        files if files.iter().any(tfjs::is_json) => tfjs::read(files),
        [file] => keras::read(file),
        [] => Err(errors::shape("files", expected, "none")),
        files => Err(errors::shape("files", expected, format_args!("{} files", files.len()))),
    }
}
