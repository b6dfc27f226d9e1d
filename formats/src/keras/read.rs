//! Whole files of Keras's: which kind it is, and how its parts become a saved model.

use super::config_in::{self, ModelIn};
use super::hdf5::{self, Attribute, Hdf5, Object};
use super::weights_in::{Loaded, of_weights_file, of_whole_file, optimizer_state};
use super::{CONFIG, WEIGHTS, zip};
use crate::model::{SavedModel, field, in_own_words};
use crate::{File, errors};
use glassnet::nn::{Activation, ModelConfig, Sequential};
use glassnet::{Error, Value};
use serde_json::Value as Json;

/// The most that a configuration and weights may have once they are unpacked: those of the largest model, with three
/// slots of
/// an optimizer, are 64 MB.
const MAX_CONFIG: usize = 4 << 20;
const MAX_WEIGHTS: usize = 96 << 20;

/// Reads a `.keras` or `.h5` file. At most 96 MB are unpacked.
///
/// # Errors
/// Rejects damaged files, and what Glassnet has not, by layer and setting.
pub fn read(file: &File) -> Result<Value, Error> {
    let bytes = file.bytes.as_slice();
    if bytes.starts_with(&zip::SIGNATURE) {
        return read_archive(bytes);
    }
    if !bytes.starts_with(&hdf5::SIGNATURE) {
        return Err(errors::invalid(&file.name, "a .keras or .h5 file", "other bytes"));
    }
    let root = Hdf5::open(bytes)?.root()?;
    let Some(Attribute::Text(architecture)) = root.attribute("model_config")? else {
        let expected = "a whole model, with its configuration";
        return Err(errors::shape(&file.name, expected, "weights alone, which a model loads that has layers already"));
    };
    let compile = match root.attribute("training_config")? {
        Some(Attribute::Text(compile)) => json("training_config", compile.as_bytes())?,
        _ => Json::Null,
    };
    let model = config_in::model(&json("model_config", architecture.as_bytes())?, &compile)?;
    check_version(&root, &model)?;
    let loaded = of_whole_file(&root, &model)?;
    finish_whole(model, loaded)
}

fn read_archive(bytes: &[u8]) -> Result<Value, Error> {
    let entry = |name: &str, most: usize| {
        zip::read(bytes, name, most)?.ok_or_else(|| errors::shape(".keras file", format_args!("a {name}"), "none"))
    };
    let config = json(CONFIG, &entry(CONFIG, MAX_CONFIG)?)?;
    let model = config_in::model(&config, &config["compile_config"])?;
    let weights = entry(WEIGHTS, MAX_WEIGHTS)?;
    let loaded = of_weights_file(&Hdf5::open(&weights)?.root()?, &model)?;
    finish_whole(model, loaded)
}

/// Reads weights and optimizer state of a `.weights.h5` file, or the weights of an `.h5` file, for a saved model.
///
/// # Errors
/// Rejects damaged files and weights of another model; the saved model stays as it is.
pub fn read_weights(saved: &Value, file: &File) -> Result<Value, Error> {
    let (model, config) = Sequential::load(saved)?;
    let layers = ModelConfig::read(&config)?.layers;
    let names = SavedModel::new(model.clone(), &config)?;
    let names = names.layers().map(|(_, _, name)| name.to_string()).collect::<Vec<_>>();
    let layers = layers.iter().map(|layer| layer.class().to_string()).zip(names).collect();
    let model = ModelIn { config, model, layers };
    let root: Object = Hdf5::open(&file.bytes)?.root()?;
    let is_of_keras_3 = root.attribute("layer_names")?.is_none() && root.find("model_weights")?.is_none();
    let loaded = if is_of_keras_3 { of_weights_file(&root, &model) } else { of_whole_file(&root, &model) }?;
    finish(model, loaded)
}

/// JSON of a file.
fn json(what: &str, bytes: &[u8]) -> Result<Json, Error> {
    serde_json::from_slice(bytes).map_err(|error| errors::invalid(what, "JSON", error))
}

/// Rejects what Keras 2 computes in another way, by the version that a file names.
fn check_version(root: &Object, model: &ModelIn) -> Result<(), Error> {
    let Some(Attribute::Text(version)) = root.attribute("keras_version")? else { return Ok(()) };
    let is_other = |activation: Activation| activation.name() == "hard_sigmoid";
    let layers = model.model.layers().iter().zip(&model.layers);
    match layers.filter(|(layer, _)| is_other(layer.activation())).map(|(_, layer)| layer).next() {
        Some((class, name)) if version.starts_with("2.") => Err(errors::unsupported(
            format_args!("layer {name} ({class}): activation"),
            "the hard_sigmoid of Keras 3, x / 6 + 0.5 between 0 and 1",
            "that of Keras 2, x / 5 + 0.5",
        )),
        _ => Ok(()),
    }
}

/// [`finish`] of a file that has the configuration too: where that names no optimizer there is none that has a state.
fn finish_whole(mut model: ModelIn, mut loaded: Loaded) -> Result<Value, Error> {
    if field(&model.config, "optimizer").is_none() {
        loaded.variables.clear();
    }
    model.config = in_own_words(&model.config, &model.model);
    finish(model, loaded)
}

/// The saved model, whose start weights are those that were loaded.
fn finish(model: ModelIn, loaded: Loaded) -> Result<Value, Error> {
    let state = optimizer_state(&model, loaded.variables)?;
    let ModelIn { config, mut model, .. } = model;
    let (state, rate) = match state {
        Some((state, rate)) => (state, rate),
        None => (model.optimizer_state().clone(), None),
    };
    model.restore(&loaded.weights, &loaded.weights, state)?;
    if let (Some(rate), glassnet::nn::Schedule::Constant(_)) = (rate, &model.optimizer().learning_rate) {
        model.set_learning_rate(rate)?;
    }
    Ok(model.save(&config))
}
