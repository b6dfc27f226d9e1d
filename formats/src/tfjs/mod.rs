//! TensorFlow.js: a LayersModel, `model.json` and `model.weights.bin`, which `tf.loadLayersModel` opens, and back.
//!
//! The JSON holds the configuration of Keras 2 as TensorFlow.js knows it, and a manifest of the weights, whose numbers
//! lie one tensor after the other in the second file. It has no place for the optimizer's state.
//!
//! Source: <https://www.tensorflow.org/js/guide/save_load>.

mod activations;
mod layers_out;
mod training_out;
mod topology_in;
mod weights_in;
mod read;

use crate::model::SavedModel;
use crate::{ExportOptions, File};
use glassnet::Error;
use serde_json::{Value as Json, json};

pub(crate) use read::is_json;
pub use read::read;

/// The version of TensorFlow.js whose files these are.
const VERSION: &str = "tfjs-layers 4.22.0";

/// A model as `model.json` and `model.weights.bin`.
///
/// # Errors
/// Rejects what TensorFlow.js has not, by layer and setting.
pub fn export(saved: &SavedModel, options: &ExportOptions) -> Result<Vec<File>, Error> {
    let layers = layers_out::layers(saved)?;
    let names: Vec<&str> = saved.layers().map(|(_, _, name)| name).collect();
    let weights = saved.weights();
    let entry = |weight: &crate::model::Weight| {
        let name = format!("{}/{}", names[weight.layer], weight.name);
        json!({ "name": name, "shape": weight.shape, "dtype": "float32" })
    };
    let weights_file = options.file_name(".weights.bin");
    let mut model = json!({
        "format": "layers-model",
        "generatedBy": concat!("Glassnet ", env!("CARGO_PKG_VERSION")),
        "convertedBy": null,
        "modelTopology": {
            "class_name": "Sequential",
            "config": { "name": "sequential", "layers": layers },
            "keras_version": VERSION,
            "backend": "tensor_flow.js",
        },
        "weightsManifest": [
            { "paths": [weights_file.as_str()], "weights": weights.iter().map(entry).collect::<Json>() },
        ],
    });
    if let Some(training) = training_out::training_config(saved) {
        model["trainingConfig"] = training;
    }
    let numbers = weights.iter().flat_map(|weight| weight.numbers).flat_map(|number| number.to_le_bytes());
    let model = File { name: options.file_name(".json"), bytes: model.to_string().into_bytes() };
    Ok(vec![model, File { name: weights_file, bytes: numbers.collect() }])
}
