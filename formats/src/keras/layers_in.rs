//! Layers from Keras's words to the engine's.

use super::part::{Fields, Part, class_and_fields, named, short};
use crate::errors;
use crate::json::to_value;
use glassnet::{Error, Value};
use serde_json::{Value as Json, json};

/// The classes that Glassnet has.
const CLASSES: [&str; 10] = [
    "Activation",
    "BatchNormalization",
    "Dense",
    "Dropout",
    "Flatten",
    "LayerNormalization",
    "LeakyReLU",
    "Normalization",
    "ReLU",
    "Softmax",
];

/// A layer: its class, its name, and how it is asked for.
pub(super) struct LayerIn {
    pub(super) class: String,
    pub(super) name: String,
    pub(super) value: Value,
}

/// Fields of a layer that is read.
type Read = Result<Vec<(&'static str, Value)>, Error>;

/// Reads a layer of a class.
pub(super) fn layer(class: &str, fields: Fields) -> Result<LayerIn, Error> {
    let name = fields.get("name").and_then(Json::as_str).unwrap_or(class).to_string();
    let mut part = Part::new(format!("layer {name} ({class})"), fields);
    if !CLASSES.contains(&class) {
        return Err(errors::unsupported(&part.what, format_args!("one of {}", CLASSES.join(", ")), class));
    }
    // Of the input there is a layer of its own.
    part.ignore(&["name", "batch_input_shape", "batch_shape", "input_shape", "input_dim", "autocast"]);
    dtype(&mut part)?;
    let trainable = part.take("trainable");
    let has_weights = ["Dense", "BatchNormalization", "LayerNormalization"].contains(&class);
    if class != "Dense" && has_weights && trainable == Json::Bool(false) {
        return Err(errors::unsupported(format_args!("{}: trainable", part.what), "true", "false"));
    }
    let own = match class {
        "Dense" => dense(&mut part, trainable),
        "Activation" => activation_of(&mut part).map(|activation| vec![("activation", activation)]),
        "BatchNormalization" => batch_normalization(&mut part),
        "LayerNormalization" => layer_normalization(&mut part),
        "Dropout" => dropout(&mut part),
        "Normalization" => normalization(&mut part),
        "LeakyReLU" => Ok(leaky_relu(&mut part)),
        "ReLU" => Ok(settings(&mut part, &["max_value", "negative_slope", "threshold"])),
        "Softmax" => last_axis(&mut part).map(|()| Vec::new()),
        _ => {
            part.ignore(&["data_format"]);
            Ok(Vec::new())
        }
    }?;
    part.end()?;
    let mut value =
        vec![("type".to_string(), Value::String(class.to_string())), ("name".to_string(), Value::String(name.clone()))];
    value.extend(own.into_iter().map(|(name, value)| (name.to_string(), value)));
    Ok(LayerIn { class: class.to_string(), name, value: Value::Object(value) })
}

/// Rejects other numbers than those of single precision.
pub(super) fn dtype(part: &mut Part) -> Result<(), Error> {
    let given = part.take("dtype");
    let policy = class_and_fields(&given).filter(|(class, _)| class == "DTypePolicy" || class == "Policy");
    let name = policy.and_then(|(_, fields)| fields.get("name").cloned()).unwrap_or(given);
    if name.is_null() || name == "float32" {
        return Ok(());
    }
    Err(errors::unsupported(format_args!("{}: dtype", part.what), "float32", short(&name)))
}

fn dense(part: &mut Part, trainable: Json) -> Read {
    part.expect("lora_rank", &[])?;
    part.expect("quantization_config", &[])?;
    part.ignore(&["lora_alpha"]);
    let activation = activation_of(part)?;
    let mut own = settings(part, &["units", "use_bias"]);
    own.push(("activation", activation));
    if trainable == Json::Bool(false) {
        own.push(("trainable", Value::Bool(false)));
    }
    for name in ["kernel_initializer", "bias_initializer"] {
        own.push((name, thing(part, name, &["seed", "input_axes", "output_axes", "dtype"])?));
    }
    let others =
        ["kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint", "bias_constraint"];
    for name in others {
        own.push((name, thing(part, name, &[])?));
    }
    own.retain(|(_, value)| *value != Value::Null);
    Ok(own)
}

/// An initializer, regularizer or constraint, without what changes no number.
fn thing(part: &mut Part, field: &str, ignored: &[&str]) -> Result<Value, Error> {
    let given = part.take(field);
    if given.is_null() {
        return Ok(Value::Null);
    }
    let what = format!("{}: {field}", part.what);
    let Some((class, fields)) = class_and_fields(&given) else {
        return Err(errors::invalid(what, "a class with its settings", short(&given)));
    };
    let mut thing = Part::new(what, fields);
    thing.ignore(ignored);
    Ok(named(class, thing))
}

/// An activation: a name, a function, or a layer that stands for one.
fn activation_of(part: &mut Part) -> Result<Value, Error> {
    let given = part.take("activation");
    if given.is_null() {
        return Ok(Value::String("linear".to_string()));
    }
    let what = format!("{}: activation", part.what);
    let Some((name, fields)) = class_and_fields(&given) else {
        return Err(errors::invalid(what, "a name", short(&given)));
    };
    if fields.is_empty() {
        return Ok(Value::String(name));
    }
    let mut own = Part::new(what, fields);
    own.ignore(&["name", "trainable"]);
    dtype(&mut own)?;
    match name.as_str() {
        "Activation" => activation_of(&mut own),
        "Softmax" => last_axis(&mut own).map(|()| Value::String("softmax".to_string())),
        "LeakyReLU" => {
            let mut fields = vec![("name".to_string(), Value::String("leaky_relu".to_string()))];
            fields.extend(leaky_relu(&mut own).into_iter().map(|(name, value)| (name.to_string(), value)));
            Ok(Value::Object(fields))
        }
        _ => Ok(named(name, own)),
    }
}

/// Settings that have the same name here.
fn settings(part: &mut Part, names: &[&'static str]) -> Vec<(&'static str, Value)> {
    let given = names.iter().map(|name| (*name, to_value(&part.take(name))));
    given.filter(|(_, value)| *value != Value::Null).collect()
}

/// The slope, by its name in Keras 3 or 2.
fn leaky_relu(part: &mut Part) -> Vec<(&'static str, Value)> {
    let mut slope = settings(part, &["negative_slope", "alpha"]);
    slope.iter_mut().for_each(|(name, _)| *name = "negative_slope");
    slope.truncate(1);
    slope
}

/// Features are the last of two axes.
fn last_axis(part: &mut Part) -> Result<(), Error> {
    part.expect("axis", &[json!(-1), json!(1), json!([-1]), json!([1])])
}

/// Statistics of the batch, as they begin: with 0 and 1.
fn batch_normalization(part: &mut Part) -> Read {
    last_axis(part)?;
    part.ignore(&["beta_initializer", "gamma_initializer", "moving_mean_initializer", "moving_variance_initializer"]);
    // These act with renorm alone.
    part.ignore(&["renorm_clipping", "renorm_momentum"]);
    Ok(settings(part, &["momentum", "epsilon", "center", "scale"]))
}

fn layer_normalization(part: &mut Part) -> Read {
    last_axis(part)?;
    part.ignore(&["beta_initializer", "gamma_initializer"]);
    Ok(settings(part, &["epsilon", "center", "scale"]))
}

fn dropout(part: &mut Part) -> Read {
    part.expect("noise_shape", &[])?;
    // A seed that is none of Glassnet's draws other numbers in any case.
    let seed = part.take("seed").as_u64().filter(|seed| *seed < 1 << 53);
    let mut own = settings(part, &["rate"]);
    own.extend(seed.map(|seed| ("seed", Value::Number(seed as f64))));
    Ok(own)
}

fn normalization(part: &mut Part) -> Read {
    let axis = part.take("axis");
    let is_of_all = axis.is_null() || axis == json!([]);
    let mut own = vec![("axis", if is_of_all { Value::Null } else { Value::Number(-1.0) })];
    if !is_of_all && ![json!(-1), json!(1), json!([-1]), json!([1])].contains(&axis) {
        return Err(errors::unsupported(format_args!("{}: axis", part.what), "-1, 1 or null", short(&axis)));
    }
    for name in ["mean", "variance"] {
        let mut numbers = Vec::new();
        flatten(&part.take(name), &mut numbers);
        if !numbers.is_empty() {
            own.push((name, Value::Array(numbers)));
        }
    }
    Ok(own)
}

/// The numbers of nested lists.
fn flatten(json: &Json, numbers: &mut Vec<Value>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| flatten(item, numbers)),
        Json::Number(number) => numbers.extend(number.as_f64().map(Value::Number)),
        // A NumPy array.
        Json::Object(_) => flatten(&json["config"]["value"], numbers),
        _ => {}
    }
}
