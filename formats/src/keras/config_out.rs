//! A model's configuration in Keras's words.

use super::class::class;
use super::compile_out::compile_config;
use super::layers_out::layer;
use crate::model::SavedModel;
use glassnet::Error;
use serde_json::{Value as Json, json};

/// The name of the input layer where its author gave none.
const INPUT: &str = "input_layer";

/// The architecture: a Sequential model with its input and layers, as `from_config` takes it.
///
/// # Errors
/// Rejects what Keras's configurations cannot hold, by layer and setting.
pub(crate) fn sequential(saved: &SavedModel) -> Result<Json, Error> {
    let inputs = saved.model().input_count();
    let input = json!({
        "batch_shape": [null, inputs], "dtype": "float32", "sparse": false, "ragged": false,
        "name": saved.input_name().unwrap_or(INPUT),
    });
    let Json::Object(input) = input else { return Ok(Json::Null) };
    let mut layers = vec![class("keras.layers", "InputLayer", input)];
    for (config, built, name) in saved.layers() {
        layers.push(layer(config, built, name)?);
    }
    Ok(json!({
        "name": "sequential", "trainable": true, "dtype": "float32", "layers": layers,
        "build_input_shape": [null, inputs],
    }))
}

/// The whole model: architecture and what `compile` set.
///
/// # Errors
/// Rejects what Keras's configurations cannot hold, by layer and setting.
pub(crate) fn model(saved: &SavedModel) -> Result<Json, Error> {
    Ok(json!({
        "module": "keras", "class_name": "Sequential", "config": sequential(saved)?, "registered_name": null,
        "build_config": { "input_shape": [null, saved.model().input_count()] },
        "compile_config": compile_config(saved),
    }))
}
