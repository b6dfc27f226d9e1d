//! Layers as Keras's classes.

use super::python::{Call, double, list, single, text, truth};
use crate::nn::{
    Activation, ActivationConfig, BatchNormalizationConfig, DenseConfig, DropoutConfig, FlattenConfig, Initializer,
    LayerConfig, LayerNormalizationConfig, ModelConfig, Named, Regularizer,
};
#[cfg(feature = "full")]
use crate::nn::{LeakyReluConfig, NormalizationAxis, NormalizationConfig, ReluConfig, SoftmaxConfig};

const LAYERS: &str = "tf.keras.layers.";

/// `model = tf.keras.Sequential([...])`, and the start weights that were given one by one.
pub(super) fn model(config: &ModelConfig) -> String {
    let mut code = format!("model = tf.keras.Sequential([\n    {LAYERS}Input(shape=({},)),\n", config.inputs);
    for layer in &config.layers {
        let call = match layer {
            LayerConfig::Dense(dense) => dense_call(dense),
            LayerConfig::Dropout(dropout) => dropout_call(dropout),
            LayerConfig::Activation(layer) => activation_call(layer),
            LayerConfig::Flatten(FlattenConfig { name }) => class("Flatten").some("name", name.as_deref().map(text)),
            LayerConfig::BatchNormalization(layer) => batch_normalization_call(layer),
            LayerConfig::LayerNormalization(layer) => layer_normalization_call(layer),
            #[cfg(feature = "full")]
            LayerConfig::LeakyRelu(LeakyReluConfig { negative_slope, name }) => class("LeakyReLU")
                .unless("negative_slope", *negative_slope, LeakyReluConfig::default().negative_slope, single)
                .some("name", name.as_deref().map(text)),
            #[cfg(feature = "full")]
            LayerConfig::Normalization(layer) => normalization_call(layer),
            #[cfg(feature = "full")]
            LayerConfig::Relu(layer) => relu_call(layer),
            #[cfg(feature = "full")]
            LayerConfig::Softmax(SoftmaxConfig { name }) => class("Softmax").some("name", name.as_deref().map(text)),
        };
        code += &format!("    {},\n", call.text_at(4));
    }
    code += "])\n";
    for (idx, layer) in config.layers.iter().enumerate() {
        if adapts(layer) {
            code += &adapt(idx);
        }
        let LayerConfig::Dense(dense) = layer else { continue };
        if let Some(kernel) = &dense.kernel {
            let rows = kernel.iter().map(|row| list(row.iter().map(|&weight| single(weight as f32))));
            code += &format!("model.layers[{idx}].kernel.assign({})\n", list(rows));
        }
        if let Some(bias) = dense.bias.as_ref().filter(|_| dense.use_bias.unwrap_or(true)) {
            code +=
                &format!("model.layers[{idx}].bias.assign({})\n", list(bias.iter().map(|&bias| single(bias as f32))));
        }
    }
    code
}

/// How many units a layer that was checked has.
pub(super) fn units_of(dense: &DenseConfig) -> usize {
    let by_kernel = || dense.kernel.as_ref().and_then(|kernel| kernel.first()).map_or(1, Vec::len);
    dense.units.unwrap_or_else(by_kernel)
}

fn dense_call(dense: &DenseConfig) -> Call {
    let initializer = |initializer| name_or_class("initializers", initializer);
    let usual = Initializer::GlorotUniform;
    let kernel = dense.kernel_initializer.filter(|initializer| *initializer != usual);
    let bias = dense.bias_initializer.filter(|initializer| *initializer != Initializer::Zeros);
    let activation = dense.activation.filter(|activation| *activation != Activation::Linear);
    let call = class("Dense")
        .plain(units_of(dense).to_string())
        .some("activation", activation.map(activation_text))
        .unless("use_bias", dense.use_bias.unwrap_or(true), true, truth)
        .unless("trainable", dense.trainable.unwrap_or(true), true, truth)
        .some("kernel_initializer", kernel.map(initializer))
        .some("bias_initializer", bias.map(initializer))
        .some("kernel_regularizer", dense.kernel_regularizer.map(regularizer))
        .some("bias_regularizer", dense.bias_regularizer.map(regularizer));
    #[cfg(feature = "full")]
    let call = call
        .some("kernel_constraint", dense.kernel_constraint.map(|constraint| name_or_class("constraints", constraint)))
        .some("bias_constraint", dense.bias_constraint.map(|constraint| name_or_class("constraints", constraint)))
        .some("activity_regularizer", dense.activity_regularizer.map(regularizer));
    call.some("name", dense.name.as_deref().map(text))
}

fn class(name: &str) -> Call {
    Call::new(format!("{LAYERS}{name}"))
}

fn dropout_call(layer: &DropoutConfig) -> Call {
    let call = class("Dropout").plain(single(layer.rate)).named("seed", layer.seed.to_string());
    call.some("name", layer.name.as_deref().map(text))
}

fn activation_call(layer: &ActivationConfig) -> Call {
    class("Activation").plain(activation_text(layer.activation)).some("name", layer.name.as_deref().map(text))
}

#[cfg(feature = "full")]
fn normalization_call(layer: &NormalizationConfig) -> Call {
    let numbers = |numbers: &[f32]| match numbers {
        [number] => single(*number),
        numbers => list(numbers.iter().map(|number| single(*number))),
    };
    class("Normalization")
        .some("axis", (layer.axis == NormalizationAxis::All).then(|| "None".to_string()))
        .some("mean", layer.mean.as_deref().map(numbers))
        .some("variance", layer.variance.as_deref().map(numbers))
        .some("name", layer.name.as_deref().map(text))
}

/// Whether mean and variance of a layer are measured.
fn adapts(layer: &LayerConfig) -> bool {
    #[cfg(feature = "full")]
    if let LayerConfig::Normalization(config) = layer {
        return config.mean.is_none();
    }
    let _ = layer;
    false
}

/// Whether mean and variance of some layer are measured.
pub(super) fn is_adapted(config: &ModelConfig) -> bool {
    config.layers.iter().any(adapts)
}

/// The line that adapts a layer to what the layers before it make of the training rows.
fn adapt(idx: usize) -> String {
    let incoming = match idx {
        0 => "x_train".to_string(),
        _ => format!("tf.keras.Sequential(model.layers[:{idx}]).predict(x_train, verbose=0)"),
    };
    format!("model.layers[{idx}].adapt({incoming})\n")
}

#[cfg(feature = "full")]
fn relu_call(layer: &ReluConfig) -> Call {
    class("ReLU")
        .some("max_value", layer.max_value.map(single))
        .unless("negative_slope", layer.negative_slope, 0.0, single)
        .unless("threshold", layer.threshold, 0.0, single)
        .some("name", layer.name.as_deref().map(text))
}

fn batch_normalization_call(layer: &BatchNormalizationConfig) -> Call {
    let usual = BatchNormalizationConfig::default();
    class("BatchNormalization")
        .unless("momentum", layer.momentum, usual.momentum, double)
        .unless("epsilon", layer.epsilon, usual.epsilon, single)
        .unless("center", layer.center, usual.center, truth)
        .unless("scale", layer.scale, usual.scale, truth)
        .some("name", layer.name.as_deref().map(text))
}

fn layer_normalization_call(layer: &LayerNormalizationConfig) -> Call {
    let usual = LayerNormalizationConfig::default();
    class("LayerNormalization")
        .unless("epsilon", layer.epsilon, usual.epsilon, single)
        .unless("center", layer.center, usual.center, truth)
        .unless("scale", layer.scale, usual.scale, truth)
        .some("name", layer.name.as_deref().map(text))
}

/// The name, or a function with the settings that differ from Keras's.
fn activation_text(activation: Activation) -> String {
    let settings = activation.explicit_settings();
    if settings.is_empty() {
        return text(activation.name());
    }
    let call = Call::new(format!("tf.keras.activations.{}", activation.name())).plain("z");
    format!("lambda z: {}", call.settings(settings).text())
}

/// The name, or the class with the settings that differ from Keras's.
pub(super) fn name_or_class<T: Named>(module: &str, thing: T) -> String {
    let entry = thing.entry();
    let call = Call::new(format!("tf.keras.{module}.{}", entry.class())).settings(thing.explicit_settings());
    if call.is_bare() { text(entry.name) } else { call.text() }
}

fn regularizer(regularizer: Regularizer) -> String {
    let Regularizer { l1, l2, .. } = regularizer;
    let class = |name: &str| Call::new(format!("tf.keras.regularizers.{name}"));
    #[cfg(feature = "full")]
    if regularizer.orthogonal.is_some() {
        return class("OrthogonalRegularizer").settings(regularizer.explicit_settings()).text();
    }
    match (l1 == 0.0, l2 == 0.0) {
        (true, _) => class("L2").plain(single(l2)).text(),
        (_, true) => class("L1").plain(single(l1)).text(),
        _ => class("L1L2").named("l1", single(l1)).named("l2", single(l2)).text(),
    }
}
