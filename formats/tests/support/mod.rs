//! Models of every layer and activation, with rows to predict.
#![allow(dead_code)] // Each test uses a part.

#[path = "../../../tests/json/mod.rs"]
mod json;
pub(crate) mod cases;
pub(crate) mod training;

use glassnet::data::{Scaler, Scaling};
use glassnet::nn::{ModelConfig, Sequential};
use glassnet::{Error, Value};
pub(crate) use json::value;

/// Rows of each case.
pub(crate) const ROWS: usize = 64;

/// Every activation with its defaults, and those with settings that are not.
pub(crate) const ACTIVATIONS: &[&str] = &[
    r#"{"name": "celu"}"#,
    r#"{"name": "celu", "alpha": 0.6}"#,
    r#"{"name": "elu"}"#,
    r#"{"name": "elu", "alpha": 0.4}"#,
    r#"{"name": "exponential"}"#,
    r#"{"name": "gelu"}"#,
    r#"{"name": "gelu", "approximate": true}"#,
    r#"{"name": "hard_shrink"}"#,
    r#"{"name": "hard_shrink", "threshold": 0.8}"#,
    r#"{"name": "hard_sigmoid"}"#,
    r#"{"name": "hard_silu"}"#,
    r#"{"name": "hard_tanh"}"#,
    r#"{"name": "leaky_relu"}"#,
    r#"{"name": "leaky_relu", "negativeSlope": 0.05}"#,
    r#"{"name": "linear"}"#,
    r#"{"name": "log_sigmoid"}"#,
    r#"{"name": "log_softmax"}"#,
    r#"{"name": "mish"}"#,
    r#"{"name": "relu"}"#,
    r#"{"name": "relu", "negativeSlope": 0.1, "maxValue": 1.5, "threshold": 0.5}"#,
    r#"{"name": "relu", "maxValue": 1.5}"#,
    r#"{"name": "relu", "threshold": -0.5}"#,
    r#"{"name": "relu6"}"#,
    r#"{"name": "selu"}"#,
    r#"{"name": "sigmoid"}"#,
    r#"{"name": "silu"}"#,
    r#"{"name": "soft_shrink"}"#,
    r#"{"name": "soft_shrink", "threshold": -0.3}"#,
    r#"{"name": "softmax"}"#,
    r#"{"name": "softplus"}"#,
    r#"{"name": "softsign"}"#,
    r#"{"name": "sparse_plus"}"#,
    r#"{"name": "sparse_sigmoid"}"#,
    r#"{"name": "squareplus"}"#,
    r#"{"name": "squareplus", "b": 1}"#,
    r#"{"name": "tanh"}"#,
    r#"{"name": "tanh_shrink"}"#,
    r#"{"name": "threshold", "threshold": 0.4, "defaultValue": -0.7}"#,
];

/// Every layer, in models by their names.
pub(crate) const MODELS: &[(&str, &str)] = &[
    ("tutorial", r#"{"inputs": 4, "layers": [{"units": 10}, {"units": 1}], "optimizer": "adam"}"#),
    (
        "without_bias",
        r#"{"inputs": 3, "layers": [{"units": 2, "useBias": false, "activation": "tanh", "name": "only"}]}"#,
    ),
    (
        "layers",
        r#"{"inputs": 4, "layers": [
            {"type": "Normalization", "mean": [0.1, -0.2, 0.3, 0], "variance": [1, 4, 0.25, 0]},
            {"units": 6, "useBias": false}, {"type": "BatchNormalization", "momentum": 0.8},
            {"type": "Activation", "activation": "relu"}, {"type": "Dropout", "rate": 0.2},
            {"units": 5}, {"type": "LayerNormalization"}, {"type": "ReLU", "maxValue": 2, "negativeSlope": 0.1},
            {"type": "Flatten"}, {"units": 4}, {"type": "LeakyReLU"}, {"units": 3}, {"type": "Softmax"}],
            "loss": "categorical_crossentropy", "optimizer": "adam"}"#,
    ),
    (
        "layers_without_scale",
        r#"{"inputs": 4, "layers": [{"type": "Normalization", "axis": null},
            {"units": 6}, {"type": "BatchNormalization", "scale": false, "epsilon": 0.01},
            {"units": 5}, {"type": "BatchNormalization", "center": false},
            {"units": 5}, {"type": "LayerNormalization", "scale": false, "epsilon": 0.02},
            {"units": 4}, {"type": "LayerNormalization", "center": false},
            {"type": "Activation", "activation": "softplus"}, {"units": 1, "activation": "sigmoid"}],
            "loss": "binary_crossentropy", "optimizer": "rmsprop"}"#,
    ),
    (
        "layers_of_tensorflow_js",
        r#"{"inputs": 4, "layers": [{"type": "Flatten"},
            {"units": 6, "useBias": false, "kernelInitializer": "lecun_normal",
             "kernelConstraint": {"name": "max_norm", "maxValue": 3}},
            {"type": "BatchNormalization", "momentum": 0.8}, {"type": "Activation", "activation": "swish"},
            {"type": "Dropout", "rate": 0.2},
            {"units": 5, "kernelInitializer": "orthogonal", "kernelRegularizer": "l2"},
            {"type": "LayerNormalization", "epsilon": 0.01}, {"type": "ReLU", "maxValue": 2},
            {"units": 5, "trainable": false,
             "biasInitializer": {"name": "constant", "value": 0.2}, "biasConstraint": "non_neg"},
            {"type": "ReLU"},
            {"units": 4, "kernelInitializer": {"name": "variance_scaling", "scale": 2, "mode": "fan_out"}},
            {"type": "LeakyReLU"}, {"type": "BatchNormalization", "scale": false, "epsilon": 0.01},
            {"units": 3}, {"type": "Softmax"}],
            "loss": "categorical_crossentropy", "optimizer": "adam"}"#,
    ),
    (
        "initializers",
        r#"{"inputs": 4, "layers": [
            {"units": 4, "kernelInitializer": "identity", "biasInitializer": "ones", "activation": "tanh"},
            {"units": 4, "kernelInitializer": "he_normal", "biasInitializer": "random_uniform", "activation": "tanh"},
            {"units": 4, "kernelInitializer": "he_uniform", "biasInitializer": "random_normal", "activation": "tanh"},
            {"units": 4, "kernelInitializer": "lecun_uniform", "biasInitializer": "zeros", "activation": "tanh"},
            {"units": 4, "kernelInitializer": "glorot_normal", "kernelConstraint": "unit_norm", "activation": "tanh"},
            {"units": 4, "kernelInitializer": "truncated_normal", "kernelConstraint": "min_max_norm"},
            {"units": 2, "kernelInitializer": {"name": "variance_scaling", "distribution": "uniform"}}]}"#,
    ),
    (
        "wide",
        r#"{"inputs": 300, "layers": [{"units": 64, "activation": "relu"}, {"units": 10, "activation": "softmax"}]}"#,
    ),
];

/// A trained model with rows and what it predicts of them.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) config: Value,
    pub(crate) model: Sequential,
    /// `[ROWS, inputs]`
    pub(crate) inputs: Vec<f32>,
    /// `[ROWS, outputs]`
    pub(crate) outputs: Vec<f32>,
}

impl Case {
    /// A model of this configuration, trained for some steps.
    pub(crate) fn new(name: &str, json: &str) -> Result<Case, Error> {
        let config = value(&serde_json::from_str(json).unwrap());
        let mut model = Sequential::new(&ModelConfig::read(&config)?)?;
        let mut numbers = Numbers(7);
        let inputs = numbers.many(ROWS * model.input_count(), 2.5);
        for _ in 0..8 {
            let targets =
                numbers.many(ROWS * model.target_count(), 0.5).iter().map(|number| number + 0.5).collect::<Vec<_>>();
            model.train_on_batch_row_major(&inputs, &targets)?;
        }
        let outputs = model.predict_row_major(&inputs)?;
        Ok(Case { name: name.to_string(), config, model, inputs, outputs })
    }

    /// One of each activation as a dense layer's, and of each in [`MODELS`].
    pub(crate) fn all() -> Vec<Case> {
        let activations = ACTIVATIONS.iter().enumerate().map(|(idx, activation)| {
            let name: serde_json::Value = serde_json::from_str(activation).unwrap();
            let layers = format!(r#"[{{"units": 6, "activation": {activation}}}, {{"units": 3}}]"#);
            let json = format!(r#"{{"inputs": 4, "layers": {layers}, "optimizer": "adam", "seed": {idx}}}"#);
            Case::new(&format!("activation_{idx:02}_{}", name["name"].as_str().unwrap()), &json).unwrap()
        });
        activations.chain(MODELS.iter().map(|(name, json)| Case::new(name, json).unwrap())).collect()
    }

    /// The same model behind a scaler, with rows that are far from 0.
    pub(crate) fn scaled(mut self, scaling: Scaling) -> (Case, Scaler) {
        let columns = self.model.input_count();
        for (at, input) in self.inputs.iter_mut().enumerate() {
            *input = *input * (1.0 + (at % columns) as f32) + 2000.0;
        }
        let rows: Vec<usize> = (0..ROWS).collect();
        let scaler = Scaler::fit_row_major(scaling, &self.inputs, columns, &rows).unwrap();
        self.outputs = self.model.predict_row_major(&scaler.transform_row_major(&self.inputs).unwrap()).unwrap();
        self.name = format!("{}_{}", self.name, scaling.name());
        (self, scaler)
    }
}

/// Numbers from a linear congruential generator.
struct Numbers(u32);

impl Numbers {
    /// So many between `-largest` and `largest`.
    fn many(&mut self, count: usize, largest: f32) -> Vec<f32> {
        let mut next = || {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) as f32 / (1 << 23) as f32 - 1.0
        };
        (0..count).map(|_| largest * next()).collect()
    }
}
