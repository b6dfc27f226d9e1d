//! Layers as Keras's classes.

use super::python::{Call, double, list, single, text, truth};
use crate::nn::{
    Activation, ActivationConfig, BatchNormalizationConfig, DenseConfig, DropoutConfig, FlattenConfig, Initializer,
    LayerConfig, LayerNormalizationConfig, ModelConfig, Regularizer,
};

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
        };
        code += &format!("    {},\n", call.text_at(4));
    }
    code += "])\n";
    for (idx, layer) in config.layers.iter().enumerate() {
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
    let usual = Initializer::GlorotUniform;
    let kernel = dense.kernel_initializer.filter(|initializer| *initializer != usual);
    let bias = dense.bias_initializer.filter(|initializer| *initializer != Initializer::Zeros);
    let activation = dense.activation.filter(|activation| *activation != Activation::Linear);
    class("Dense")
        .plain(units_of(dense).to_string())
        .some("activation", activation.map(activation_text))
        .unless("use_bias", dense.use_bias.unwrap_or(true), true, truth)
        .some("kernel_initializer", kernel.map(initializer))
        .some("bias_initializer", bias.map(initializer))
        .some("kernel_regularizer", dense.kernel_regularizer.map(regularizer))
        .some("bias_regularizer", dense.bias_regularizer.map(regularizer))
        .some("name", dense.name.as_deref().map(text))
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
    if Activation::ALL.contains(&activation) {
        return text(activation.name());
    }
    let call = Call::new(format!("tf.keras.activations.{}", activation.name())).plain("z");
    let call = match activation {
        Activation::Elu { alpha } => call.named("alpha", single(alpha)),
        Activation::LeakyRelu { negative_slope } => call.named("negative_slope", single(negative_slope)),
        Activation::Gelu { approximate } => call.named("approximate", truth(approximate)),
        Activation::ReluWith { negative_slope, max_value, threshold } => call
            .unless("negative_slope", negative_slope, 0.0, single)
            .some("max_value", max_value.map(single))
            .unless("threshold", threshold, 0.0, single),
        Activation::Exponential
        | Activation::HardSigmoid
        | Activation::Linear
        | Activation::Relu
        | Activation::Selu
        | Activation::Sigmoid
        | Activation::Silu
        | Activation::Softmax
        | Activation::Softplus
        | Activation::Softsign
        | Activation::Tanh => return text(activation.name()),
    };
    format!("lambda z: {}", call.text())
}

/// The name, or the class with all its settings.
fn initializer(initializer: Initializer) -> String {
    // Keras 3 knows the name "constant" and then misses its value.
    let by_name = !matches!(initializer, Initializer::Constant { .. });
    if by_name && Initializer::ALL.contains(&initializer) {
        return text(initializer.name());
    }
    let class = |name: &str| Call::new(format!("tf.keras.initializers.{name}"));
    let normal =
        |name: &str, mean: f32, stddev: f32| class(name).named("mean", single(mean)).named("stddev", single(stddev));
    match initializer {
        Initializer::Constant { value } => class("Constant").plain(single(value)).text(),
        Initializer::RandomNormal { mean, stddev } => normal("RandomNormal", mean, stddev).text(),
        Initializer::TruncatedNormal { mean, stddev } => normal("TruncatedNormal", mean, stddev).text(),
        Initializer::RandomUniform { minval, maxval } => {
            class("RandomUniform").named("minval", single(minval)).named("maxval", single(maxval)).text()
        }
        Initializer::GlorotNormal
        | Initializer::GlorotUniform
        | Initializer::HeNormal
        | Initializer::HeUniform
        | Initializer::LecunNormal
        | Initializer::LecunUniform
        | Initializer::Ones
        | Initializer::Zeros => text(initializer.name()),
    }
}

fn regularizer(Regularizer { l1, l2 }: Regularizer) -> String {
    let class = |name: &str| Call::new(format!("tf.keras.regularizers.{name}"));
    match (l1 == 0.0, l2 == 0.0) {
        (true, _) => class("L2").plain(single(l2)).text(),
        (_, true) => class("L1").plain(single(l1)).text(),
        _ => class("L1L2").named("l1", single(l1)).named("l2", single(l2)).text(),
    }
}
