//! Configurations of TensorFlow.js in the words of Keras, which the reader of Keras's files knows.

use crate::errors;
use glassnet::Error;
use serde_json::{Map, Value as Json, json};

/// Rewrites the layers of an architecture that are TensorFlow.js's own.
///
/// # Errors
/// Rejects functions of TensorFlow.js that Glassnet has another of, by layer.
pub(super) fn to_keras(architecture: &mut Json) -> Result<(), Error> {
    // Indexing would make or panic at what is missing.
    let Some(config) = architecture.get_mut("config") else { return Ok(()) };
    // Long ago the configuration was the list itself.
    let list = if config.is_array() { Some(config) } else { config.get_mut("layers") };
    for layer in list.and_then(Json::as_array_mut).into_iter().flatten() {
        let class = layer["class_name"].as_str().unwrap_or_default().to_string();
        let Some(fields) = layer.get_mut("config").and_then(Json::as_object_mut) else { continue };
        check_function(&class, fields)?;
        ["kernel_initializer", "bias_initializer"].iter().for_each(|name| distribution(fields.get_mut(*name)));
        if let Some(activation) = activation_of(&class, fields) {
            fields.insert("activation".to_string(), activation);
            layer["class_name"] = Json::from("Activation");
        }
    }
    Ok(())
}

/// Its hard sigmoid is that of Keras 2: `min(max(0.2 x + 0.5, 0), 1)`.
fn check_function(class: &str, fields: &Map<String, Json>) -> Result<(), Error> {
    let function = fields.get("activation").and_then(Json::as_str).unwrap_or_default();
    if !["hard_sigmoid", "hardSigmoid"].contains(&function) {
        return Ok(());
    }
    let name = fields.get("name").and_then(Json::as_str).unwrap_or(class);
    let expected = "another function, as Glassnet's hard_sigmoid is that of Keras 3";
    Err(errors::unknown(format_args!("layer {name} ({class}): activation"), expected, function))
}

/// Its normal distribution is the truncated one.
fn distribution(initializer: Option<&mut Json>) {
    let distribution = initializer.and_then(|initializer| initializer.get_mut("config")?.get_mut("distribution"));
    if let Some(distribution) = distribution.filter(|distribution| **distribution == "normal") {
        *distribution = Json::from("truncated_normal");
    }
}

/// The activation that a layer of a class is.
fn activation_of(class: &str, fields: &mut Map<String, Json>) -> Option<Json> {
    let mut take = |name: &str| fields.remove(name).unwrap_or(Json::Null);
    Some(match class {
        "ELU" => json!({ "class_name": "elu", "config": { "alpha": take("alpha") } }),
        "ThresholdedReLU" => {
            let settings = json!({ "threshold": take("theta"), "default_value": 0.0 });
            json!({ "class_name": "threshold", "config": settings })
        }
        _ => return None,
    })
}

/// What `compile` is given, in the words of Keras; null where there is none.
pub(super) fn training(mut training: Json) -> Json {
    let Some(optimizer) = training.get_mut("optimizer_config") else { return training };
    let Some(fields) = optimizer.get_mut("config").and_then(Json::as_object_mut) else { return training };
    let names = [
        ("learningRate", "learning_rate"),
        ("beta1", "beta_1"),
        ("beta2", "beta_2"),
        ("useNesterov", "nesterov"),
        ("use_nesterov", "nesterov"),
        ("initialAccumulatorValue", "initial_accumulator_value"),
    ];
    for (own, keras) in names {
        if let Some(value) = fields.remove(own) {
            fields.insert(keras.to_string(), value);
        }
    }
    if optimizer["class_name"] == "Momentum" {
        optimizer["class_name"] = Json::from("SGD");
    }
    training
}
