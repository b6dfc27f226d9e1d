//! Layers in TensorFlow.js's words, which are those of Keras 2.

use super::activations::{Written, written};
use crate::errors;
use crate::json::{settings, single};
use crate::model::{SavedModel, Weight};
use glassnet::Error;
use glassnet::nn::{
    Activation, BatchNormalizationConfig, ClassConfig, DenseConfig, Initializer, Layer, LayerConfig,
    LayerNormalizationConfig, Regularizer,
};
use serde_json::{Value as Json, json};

/// The layers of the model, without Flatten, which changes nothing of a row and TensorFlow.js rejects there.
///
/// # Errors
/// Rejects what TensorFlow.js has not, by layer and setting.
pub(super) fn layers(saved: &SavedModel) -> Result<Vec<Json>, Error> {
    let names: Vec<&str> = saved.layers().map(|(_, _, name)| name).collect();
    let mut all = Vec::new();
    let weights = saved.weights();
    for (at, (config, layer, name)) in saved.layers().enumerate() {
        let own = weights.iter().filter(|weight| weight.layer == at);
        let of_layer = |error| errors::of_layer(&error, layer.class(), name);
        check_constraints(config, own).map_err(of_layer)?;
        all.extend(layer_of(config, layer, name, &names).map_err(of_layer)?);
    }
    if let Some(first) = all.first_mut() {
        first["config"]["batch_input_shape"] = json!([null, saved.model().input_count()]);
    }
    Ok(all)
}

/// The largest change of a weight by its constraint, as a share of the largest weight, that is rounding.
const ROUNDING: f32 = 1e-5;

/// Rejects weights that a constraint changes: TensorFlow.js applies it when it loads them.
fn check_constraints<'a>(config: &LayerConfig, weights: impl Iterator<Item = &'a Weight<'a>>) -> Result<(), Error> {
    let LayerConfig::Dense(dense) = config else { return Ok(()) };
    for weight in weights {
        let (what, constraint) = match weight.name {
            "kernel" => ("kernelConstraint", dense.kernel_constraint),
            _ => ("biasConstraint", dense.bias_constraint),
        };
        let Some(constraint) = constraint else { continue };
        let units = if weight.shape.len() == 2 { weight.shape[1] } else { 1 };
        let mut constrained = weight.numbers.to_vec();
        constraint.apply(units, &mut constrained);
        let largest = weight.numbers.iter().fold(0.0_f32, |largest, number| largest.max(number.abs()));
        let is_same = |(a, b): (&f32, &f32)| (a - b).abs() <= ROUNDING * largest;
        if !weight.numbers.iter().zip(&constrained).all(is_same) {
            let expected = "weights that it leaves as they are, as TensorFlow.js applies it when it loads them";
            return Err(errors::unknown(what, expected, "others"));
        }
    }
    Ok(())
}

/// A layer, and its activation where it is a layer in TensorFlow.js.
fn layer_of(config: &LayerConfig, layer: &Layer, name: &str, names: &[&str]) -> Result<Vec<Json>, Error> {
    Ok(match config {
        LayerConfig::Dense(dense) => return dense_layers(dense, layer, name, names),
        LayerConfig::BatchNormalization(own) => vec![whole("BatchNormalization", name, batch_normalization(own))],
        LayerConfig::LayerNormalization(own) => vec![whole("LayerNormalization", name, layer_normalization(own))],
        LayerConfig::Dropout(own) => {
            vec![whole("Dropout", name, json!({ "rate": single(own.rate), "seed": own.seed, "noise_shape": null }))]
        }
        LayerConfig::Flatten(_) => Vec::new(),
        LayerConfig::Softmax(_) => vec![whole("Softmax", name, json!({ "axis": -1 }))],
        LayerConfig::Activation(_) | LayerConfig::LeakyRelu(_) | LayerConfig::Relu(_) => {
            vec![activation_layer(layer.activation(), name, config.class())?]
        }
        other => return Err(errors::unknown("type", "a layer that TensorFlow.js has", other.class())),
    })
}

/// An activation as a layer of its own.
fn activation_layer(activation: Activation, name: &str, class: &str) -> Result<Json, Error> {
    Ok(match written(activation)? {
        Written::Function("relu") if class == "ReLU" => whole("ReLU", name, json!({ "max_value": null })),
        Written::Function(function) => whole("Activation", name, json!({ "activation": function })),
        Written::Layer(class, fields) => whole(class, name, fields),
    })
}

fn dense_layers(dense: &DenseConfig, layer: &Layer, name: &str, names: &[&str]) -> Result<Vec<Json>, Error> {
    let mut after_name = format!("{name}_activation");
    while names.contains(&after_name.as_str()) {
        after_name.push('_');
    }
    let (function, after) = match written(layer.activation())? {
        Written::Function(function) => (function, None),
        Written::Layer(class, fields) => ("linear", Some(whole(class, &after_name, fields))),
    };
    if dense.activity_regularizer.is_some() {
        return Err(errors::unknown("activityRegularizer", "none in TensorFlow.js", "one"));
    }
    let constraint = |constraint: Option<glassnet::nn::Constraint>| {
        constraint.map_or(Json::Null, |constraint| class(&constraint.class_config()))
    };
    let fields = json!({
        "units": layer.units(),
        "activation": function,
        "use_bias": dense.use_bias.unwrap_or(true),
        "kernel_initializer": initializer("kernelInitializer", dense.kernel_initializer, Initializer::GlorotUniform)?,
        "bias_initializer": initializer("biasInitializer", dense.bias_initializer, Initializer::Zeros)?,
        "kernel_regularizer": regularizer("kernelRegularizer", dense.kernel_regularizer)?,
        "bias_regularizer": regularizer("biasRegularizer", dense.bias_regularizer)?,
        "activity_regularizer": null,
        "kernel_constraint": constraint(dense.kernel_constraint),
        "bias_constraint": constraint(dense.bias_constraint),
    });
    let mut own = whole("Dense", name, fields);
    own["config"]["trainable"] = Json::from(dense.trainable.unwrap_or(true));
    Ok([Some(own), after].into_iter().flatten().collect())
}

/// A layer's class and settings.
fn whole(class: &str, name: &str, mut config: Json) -> Json {
    config["name"] = Json::from(name);
    config["trainable"] = Json::from(true);
    config["dtype"] = Json::from("float32");
    json!({ "class_name": class, "config": config })
}

/// A class of the catalogue.
fn class(config: &ClassConfig) -> Json {
    json!({ "class_name": config.class, "config": settings(config) })
}

fn initializer(setting: &str, given: Option<Initializer>, usual: Initializer) -> Result<Json, Error> {
    let config = given.unwrap_or(usual).class_config();
    let mut own = class(&config);
    if own["config"]["distribution"] == "untruncated_normal" {
        let what = format!("{setting}.distribution");
        return Err(errors::unknown(what, "a distribution that TensorFlow.js has", "untruncated_normal"));
    }
    // Two are written in another way than Keras writes them.
    if let Some(of) = config.class.strip_prefix("Lecun") {
        own["class_name"] = Json::from(format!("LeCun{of}"));
    }
    Ok(own)
}

fn regularizer(setting: &str, regularizer: Option<Regularizer>) -> Result<Json, Error> {
    let Some(Regularizer { l1, l2, orthogonal }) = regularizer else { return Ok(Json::Null) };
    if orthogonal.is_some() {
        return Err(errors::unknown(setting, "a regularizer that TensorFlow.js has", "orthogonal_regularizer"));
    }
    Ok(json!({ "class_name": "L1L2", "config": { "l1": single(l1), "l2": single(l2) } }))
}

fn batch_normalization(layer: &BatchNormalizationConfig) -> Json {
    json!({
        "axis": -1, "momentum": layer.momentum, "epsilon": single(layer.epsilon), "center": layer.center,
        "scale": layer.scale,
    })
}

fn layer_normalization(layer: &LayerNormalizationConfig) -> Json {
    json!({ "axis": -1, "epsilon": single(layer.epsilon), "center": layer.center, "scale": layer.scale })
}
