//! Layers in Keras's words.

use super::class::{check_activation, class, of};
use crate::errors;
use crate::json::single;
use glassnet::Error;
use glassnet::nn::{
    Activation, ActivationConfig, BatchNormalizationConfig, ClassConfig, DenseConfig, Initializer, Layer, LayerConfig,
    LayerNormalizationConfig, NormalizationAxis, NormalizationConfig, ReluConfig,
};
use serde_json::{Map, Value as Json, json};

/// The fields of a layer's configuration.
type Fields = Map<String, Json>;

/// A layer of a Sequential model.
pub(super) fn layer(config: &LayerConfig, layer: &Layer, name: &str) -> Result<Json, Error> {
    let of_class = |class: &str, fields: Json| (class.to_string(), fields);
    let (class_name, own) = match config {
        LayerConfig::Dense(dense) => of_class("Dense", dense_fields(dense, layer, name)?),
        LayerConfig::Activation(own) => of_class("Activation", activation_layer(own, name)?),
        LayerConfig::BatchNormalization(own) => of_class("BatchNormalization", batch_normalization(own)),
        LayerConfig::LayerNormalization(own) => of_class("LayerNormalization", layer_normalization(own)),
        LayerConfig::Dropout(own) => {
            of_class("Dropout", json!({ "rate": single(own.rate), "seed": own.seed, "noise_shape": null }))
        }
        LayerConfig::Flatten(_) => of_class("Flatten", json!({ "data_format": "channels_last" })),
        LayerConfig::LeakyRelu(own) => of_class("LeakyReLU", json!({ "negative_slope": single(own.negative_slope) })),
        LayerConfig::Relu(own) => of_class("ReLU", relu(own)),
        LayerConfig::Softmax(_) => of_class("Softmax", json!({ "axis": -1 })),
        LayerConfig::Normalization(own) => of_class("Normalization", normalization(own)),
        other => {
            let what = format!("layer {name} ({})", other.class());
            return Err(errors::unknown(what, "a layer that Keras files can hold", other.class()));
        }
    };
    let trainable = layer.as_dense().is_none_or(|dense| dense.trainable);
    let mut fields = Fields::new();
    fields.insert("name".to_string(), Json::from(name));
    fields.insert("trainable".to_string(), Json::from(trainable));
    fields.insert("dtype".to_string(), Json::from("float32"));
    if let Json::Object(own) = own {
        fields.extend(own);
    }
    let mut whole = class("keras.layers", &class_name, fields);
    // By which Keras makes the weights before it loads them.
    whole["build_config"] = json!({ "input_shape": [null, layer.inputs()] });
    Ok(whole)
}

fn dense_fields(dense: &DenseConfig, built: &Layer, name: &str) -> Result<Json, Error> {
    let built_dense = built.as_dense();
    let activation = dense.activation.unwrap_or(Activation::Linear);
    check_activation(format_args!("layer {name} (Dense)"), activation)?;
    let thing = |module: &str, config: Option<ClassConfig>| config.map_or(Json::Null, |config| of(module, &config));
    let initializer = |given: Option<Initializer>, usual: Initializer| {
        let mut whole = of("keras.initializers", &given.unwrap_or(usual).class_config());
        if draws(given.unwrap_or(usual)) {
            whole["config"]["seed"] = Json::Null;
        }
        whole
    };
    let regularizer = |given: Option<glassnet::nn::Regularizer>| {
        thing("keras.regularizers", given.map(glassnet::nn::Regularizer::class_config))
    };
    let constraint = |given: Option<glassnet::nn::Constraint>| {
        thing("keras.constraints", given.map(glassnet::nn::Constraint::class_config))
    };
    Ok(json!({
        "units": built.units(),
        "activation": activation.name(),
        "use_bias": built_dense.is_none_or(|dense| dense.use_bias),
        "kernel_initializer": initializer(dense.kernel_initializer, Initializer::GlorotUniform),
        "bias_initializer": initializer(dense.bias_initializer, Initializer::Zeros),
        "kernel_regularizer": regularizer(dense.kernel_regularizer),
        "bias_regularizer": regularizer(dense.bias_regularizer),
        "activity_regularizer": regularizer(dense.activity_regularizer),
        "kernel_constraint": constraint(dense.kernel_constraint),
        "bias_constraint": constraint(dense.bias_constraint),
    }))
}

/// Whether an initializer draws, and has a seed in Keras.
fn draws(initializer: Initializer) -> bool {
    let fixed = ["constant", "identity", "ones", "zeros"];
    !fixed.contains(&initializer.name())
}

/// The name of the activation.
fn activation_layer(layer: &ActivationConfig, name: &str) -> Result<Json, Error> {
    check_activation(format_args!("layer {name} (Activation)"), layer.activation)?;
    Ok(json!({ "activation": layer.activation.name() }))
}

fn relu(layer: &ReluConfig) -> Json {
    json!({
        "max_value": layer.max_value.map(single),
        "negative_slope": single(layer.negative_slope),
        "threshold": single(layer.threshold),
    })
}

fn batch_normalization(layer: &BatchNormalizationConfig) -> Json {
    json!({
        "axis": -1, "momentum": layer.momentum, "epsilon": single(layer.epsilon), "center": layer.center,
        "scale": layer.scale,
    })
}

fn layer_normalization(layer: &LayerNormalizationConfig) -> Json {
    json!({ "axis": [-1], "epsilon": single(layer.epsilon), "center": layer.center, "scale": layer.scale })
}

fn normalization(layer: &NormalizationConfig) -> Json {
    let numbers = |numbers: &Option<Vec<f32>>| {
        numbers.as_deref().map(|numbers| match numbers {
            [one] => single(*one),
            numbers => numbers.iter().map(|number| single(*number)).collect(),
        })
    };
    let axis = if layer.axis == NormalizationAxis::All { Json::Null } else { json!([-1]) };
    json!({ "axis": axis, "invert": false, "mean": numbers(&layer.mean), "variance": numbers(&layer.variance) })
}
