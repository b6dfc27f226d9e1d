//! LayersModels from their files.

use super::topology_in::{to_keras, training};
use super::weights_in::Weights;
use crate::model::{save, weights_of};
use crate::{File, errors, keras};
use glassnet::{Error, Value};
use serde_json::Value as Json;

/// The most bytes of JSON that are read; the architecture of the largest model takes a hundredth of it.
const MAX_JSON: usize = 4 << 20;

/// Whether a file is the JSON of a model.
pub(crate) fn is_json(file: &File) -> bool {
    file.name.to_ascii_lowercase().ends_with(".json")
}

/// Reads a LayersModel: its `model.json`, and the files that its manifest names.
///
/// Memory: the weights once more than in the files, 16 MB at most; JSON of at most 4 MB.
///
/// # Errors
/// Rejects damaged and missing files, models of another format, and what Glassnet has not, by layer and setting.
pub fn read(files: &[File]) -> Result<Value, Error> {
    let json = json(files)?;
    let topology = &json["modelTopology"];
    let format = json.get("format").and_then(Json::as_str).unwrap_or("layers-model");
    if format != "layers-model" || !topology.is_object() {
        let received = if topology.is_object() { format } else { "no modelTopology" };
        return Err(errors::invalid("model.json", "a layers-model with its modelTopology", received));
    }
    let mut architecture = topology.get("model_config").unwrap_or(topology).clone();
    to_keras(&mut architecture)?;
    let compile = json.get("trainingConfig").or_else(|| topology.get("training_config"));
    if compile.is_some_and(|compile| !compile.is_null() && !compile.is_object()) {
        return Err(errors::invalid("trainingConfig", "loss, metrics and optimizer_config", "no object"));
    }
    let read = keras::read_model(&architecture, &training(compile.cloned().unwrap_or(Json::Null)))?;
    let names: Vec<&str> = read.layers.iter().map(|(_, name)| name.as_str()).collect();
    let weights = Weights::read(&json["weightsManifest"], files)?;
    let numbers = weights.in_order(&weights_of(&read.model), &names)?;
    save(&read.config, &numbers, None)
}

fn json(files: &[File]) -> Result<Json, Error> {
    let mut all = files.iter().filter(|file| is_json(file));
    let (Some(file), None) = (all.next(), all.next()) else {
        let count = files.iter().filter(|file| is_json(file)).count();
        return Err(errors::shape("files", "one model.json with its weights", format_args!("{count} of JSON")));
    };
    if file.bytes.len() > MAX_JSON {
        let expected = format!("at most {MAX_JSON} bytes of JSON");
        return Err(errors::out_of_range(&file.name, expected, file.bytes.len()));
    }
    serde_json::from_slice(&file.bytes).map_err(|error| errors::invalid(&file.name, "JSON", error))
}
