//! A model's configuration from Keras's words to the engine's.

use super::compile_in::compiled;
use super::layers_in::{LayerIn, dtype, layer};
use super::part::{Fields, Part, short};
use crate::errors;
use glassnet::nn::{ModelConfig, Sequential};
use glassnet::{Error, Value};
use serde_json::Value as Json;

/// A model without its weights.
pub(crate) struct ModelIn {
    /// How it is asked for.
    pub(crate) config: Value,
    /// The model with weights of its own.
    pub(crate) model: Sequential,
    /// Class and name of each layer.
    pub(crate) layers: Vec<(String, String)>,
}

/// The model of an architecture and of what `compile` set.
///
/// # Errors
/// Rejects what is no chain of layers, and what Glassnet has not, by layer and setting.
pub(crate) fn model(architecture: &Json, compile: &Json) -> Result<ModelIn, Error> {
    let class = architecture["class_name"].as_str().unwrap_or_default();
    if !["Sequential", "Functional", "Model"].contains(&class) {
        return Err(errors::unsupported("model", "Sequential, or Functional that is a chain of layers", class));
    }
    let config = &architecture["config"];
    // Long ago the configuration was the list itself.
    let Some(list) = config.get("layers").unwrap_or(config).as_array() else {
        return Err(errors::invalid("model", "a list of layers", short(config)));
    };
    if class != "Sequential" {
        check_chain(list)?;
    }
    let (mut inputs, mut input, mut layers) = (None, None, Vec::new());
    for one in list {
        let (class, fields) = class_of(one)?;
        inputs = inputs.or_else(|| features(&fields)).or_else(|| features_of(&one["build_config"]["input_shape"]));
        if class == "InputLayer" {
            input = Some(read_input(fields)?);
        } else {
            layers.push(layer(&class, fields)?);
        }
    }
    let inputs = inputs.or_else(|| features_of(&config["build_input_shape"]));
    let Some(inputs) = inputs else {
        let expected = "an input of a known shape [rows, features]";
        return Err(errors::shape("model", expected, "none"));
    };
    let has_input = input.is_some();
    build(whole(inputs, input, &layers, compiled(compile)?), layers, has_input)
}

/// The engine's configuration.
fn whole(inputs: f64, input: Option<String>, layers: &[LayerIn], compiled: Vec<(String, Value)>) -> Value {
    let text = |text: &str| Value::String(text.to_string());
    let field = |name: &str, value| (name.to_string(), value);
    let input = input.map(|name| {
        let shape = Value::Array(vec![Value::Number(inputs)]);
        Value::Object(vec![field("type", text("Input")), field("shape", shape), field("name", Value::String(name))])
    });
    let layers = input.into_iter().chain(layers.iter().map(|layer| layer.value.clone())).collect();
    let mut fields = vec![field("inputs", Value::Number(inputs)), field("layers", Value::Array(layers))];
    fields.extend(compiled);
    Value::Object(fields)
}

/// Builds the model; an error names the layer as Keras does.
fn build(config: Value, layers: Vec<LayerIn>, has_input: bool) -> Result<ModelIn, Error> {
    // What reads a configuration counts the input layer, what builds a model does not.
    let read = ModelConfig::read(&config).map_err(|error| by_layer(&error, usize::from(has_input), &layers))?;
    let model = Sequential::new(&read).map_err(|error| by_layer(&error, 0, &layers))?;
    let layers = layers.into_iter().map(|layer| (layer.class, layer.name)).collect();
    Ok(ModelIn { config, model, layers })
}

/// An error of `layers[2].units` as one of `layer dense_1 (Dense): units`.
fn by_layer(error: &Error, before: usize, layers: &[LayerIn]) -> Error {
    let found = error.what().strip_prefix("layers[").and_then(|rest| rest.split_once(']'));
    let place = found.and_then(|(at, rest)| Some((at.parse::<usize>().ok()?.checked_sub(before)?, rest)));
    let Some((layer, rest)) = place.and_then(|(at, rest)| Some((layers.get(at)?, rest))) else {
        return error.clone();
    };
    let setting = if rest.is_empty() { String::new() } else { format!(": {}", rest.trim_start_matches('.')) };
    errors::named(error, format_args!("layer {} ({}){setting}", layer.name, layer.class))
}

/// Class and fields of a layer in a list.
fn class_of(one: &Json) -> Result<(String, Fields), Error> {
    let class = one["class_name"].as_str();
    let fields = one["config"].as_object();
    match (class, fields) {
        (Some(class), Some(fields)) => {
            let mut fields = fields.clone();
            // A Functional model has the name beside the configuration too.
            if let (None, Some(name)) = (fields.get("name"), one.get("name")) {
                fields.insert("name".to_string(), name.clone());
            }
            Ok((class.rsplit('>').next().unwrap_or(class).to_string(), fields))
        }
        _ => Err(errors::invalid("model", "layers with class_name and config", short(one))),
    }
}

/// The features that a configuration tells.
fn features(fields: &Fields) -> Option<f64> {
    ["batch_shape", "batch_input_shape", "shape"].iter().find_map(|name| features_of(fields.get(*name)?))
}

/// The features of a shape [rows, features].
fn features_of(shape: &Json) -> Option<f64> {
    match shape.as_array()?.as_slice() {
        [_, features] => features.as_f64(),
        _ => None,
    }
}

/// The name of an input layer.
fn read_input(fields: Fields) -> Result<String, Error> {
    let name = fields.get("name").and_then(Json::as_str).unwrap_or("input_layer").to_string();
    let what = format!("layer {name} (InputLayer)");
    if features(&fields).is_none() {
        let shape = fields.get("batch_shape").or_else(|| fields.get("batch_input_shape")).unwrap_or(&Json::Null);
        return Err(errors::shape(what, "a shape [rows, features]", short(shape)));
    }
    let mut part = Part::new(what, fields);
    dtype(&mut part)?;
    part.ignore(&["name", "batch_shape", "batch_input_shape", "shape", "optional", "trainable"]);
    part.end()?;
    Ok(name)
}

/// Rejects a Functional model whose layers do not follow each other one by one.
fn check_chain(list: &[Json]) -> Result<(), Error> {
    let mut former: Option<&str> = None;
    for one in list {
        let name = one["name"].as_str().or_else(|| one["config"]["name"].as_str()).unwrap_or_default();
        let mut sources = Vec::new();
        collect_sources(&one["inbound_nodes"], &mut sources);
        if sources != former.into_iter().collect::<Vec<_>>() {
            let class = one["class_name"].as_str().unwrap_or_default();
            let expected = "the layer before it as its only input, as Glassnet has chains of layers";
            let received = if sources.is_empty() { "none".to_string() } else { sources.join(", ") };
            return Err(errors::unsupported(format_args!("layer {name} ({class})"), expected, received));
        }
        former = Some(name);
    }
    Ok(())
}

/// The names of the layers that a layer is called on: `keras_history` in Keras 3, the first of a list in Keras 2.
fn collect_sources<'a>(nodes: &'a Json, found: &mut Vec<&'a str>) {
    match nodes {
        Json::Array(items) => match items.as_slice() {
            [Json::String(name), Json::Number(_), Json::Number(_), ..] => found.push(name),
            items => items.iter().for_each(|item| collect_sources(item, found)),
        },
        Json::Object(fields) => fields.values().for_each(|field| collect_sources(field, found)),
        _ => {}
    }
}
