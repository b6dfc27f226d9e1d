//! Every name of Keras, and those that people type beside, as `tests/fixtures/record/names.py` recorded them.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::nn::{Activation, Constraint, Initializer, Loss, Metric, ModelConfig, Rule};
use glassnet::{Error, Value};
use json::config;

const RECORDED: &str = include_str!("fixtures/keras-names.tsv");

/// A line of what was recorded.
struct Line {
    kind: &'static str,
    name: &'static str,
    /// What Keras takes it for; nothing where Keras rejects it.
    means: &'static str,
    /// Under which key the history has a metric.
    key: &'static str,
}

fn lines() -> impl Iterator<Item = Line> {
    RECORDED.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, name, means, key] = cells[..] else { panic!("{line}") };
        Line { kind, name, means, key }
    })
}

/// What Glassnet has of a kind, by the names of what Keras takes names for.
fn had(kind: &str) -> Vec<&'static str> {
    match kind {
        "activation" => Activation::ALL.iter().map(|activation| activation.name()).collect(),
        "loss" => Loss::ALL.iter().map(|loss| loss.name()).collect(),
        "metric" => Metric::ALL.iter().map(|metric| metric.name()).collect(),
        "optimizer" => Rule::ALL.iter().map(Rule::name).collect(),
        "initializer" => Initializer::ALL.iter().map(|initializer| initializer.name()).collect(),
        "regularizer" => vec!["l1", "l2", "l1l2"],
        "constraint" => Constraint::ALL.iter().map(|constraint| constraint.name()).collect(),
        "schedule" => vec![
            "cosine_decay",
            "cosine_decay_restarts",
            "exponential_decay",
            "inverse_time_decay",
            "piecewise_constant_decay",
            "polynomial_decay",
        ],
        "layer" => {
            vec![
                "Activation",
                "BatchNormalization",
                "Dense",
                "Dropout",
                "Flatten",
                "Input",
                "LayerNormalization",
                "LeakyReLU",
                "Normalization",
                "ReLU",
                "Softmax",
            ]
        }
        other => panic!("{other}"),
    }
}

/// Names that Glassnet takes and Keras does not, and what for: Keras has schedules by their classes alone, and had
/// `l1_l2` before its third version.
const OWN: [(&str, &str, &str); 7] = [
    ("metric", "r2", "r2_score"),
    ("metric", "rmse", "root_mean_squared_error"),
    ("regularizer", "l1_l2", "l1_l2"),
    ("schedule", "constant", "constant"),
    ("schedule", "cosine_decay", "cosine_decay"),
    ("schedule", "exponential_decay", "exponential_decay"),
    ("schedule", "piecewise_constant_decay", "piecewise_constant_decay"),
];

/// A model in which a name stands at its place, and the place's path.
fn model_with(kind: &str, name: &str) -> (Value, &'static str) {
    let settings = match name {
        "PiecewiseConstantDecay" | "piecewise_constant_decay" => r#""boundaries": [1], "values": [1, 2]"#,
        "ExponentialDecay" | "exponential_decay" | "InverseTimeDecay" | "inverse_time_decay" => {
            r#""initialLearningRate": 1, "decaySteps": 2, "decayRate": 0.5"#
        }
        "CosineDecay" | "cosine_decay" | "PolynomialDecay" | "polynomial_decay" => {
            r#""initialLearningRate": 1, "decaySteps": 2"#
        }
        "CosineDecayRestarts" | "cosine_decay_restarts" => r#""initialLearningRate": 1, "firstDecaySteps": 2"#,
        _ => r#""initialLearningRate": 1"#,
    };
    let layer = match name {
        "Dropout" => r#""rate": 0.5"#,
        "Input" => r#""shape": [2]"#,
        "Activation" => r#""activation": "relu""#,
        "BatchNormalization" | "Flatten" | "LayerNormalization" | "LeakyReLU" | "Normalization" | "ReLU"
        | "Softmax" => r#""name": "own""#,
        _ => r#""units": 1"#,
    };
    let dense = |field: &str| format!(r#"{{ "inputs": 2, "layers": [{{ "units": 1, "{field}": "{name}" }}] }}"#);
    let whole = |field: &str| format!(r#"{{ "inputs": 2, "layers": [{{ "units": 1 }}], {field} }}"#);
    let (text, path) = match kind {
        "activation" => (dense("activation"), "activation"),
        "initializer" => (dense("kernelInitializer"), "kernelInitializer"),
        "regularizer" => (dense("kernelRegularizer"), "kernelRegularizer"),
        "constraint" => (dense("kernelConstraint"), "kernelConstraint"),
        "loss" => (whole(&format!(r#""loss": "{name}""#)), "loss"),
        "metric" => (whole(&format!(r#""metrics": ["{name}"]"#)), "metrics"),
        "optimizer" => (whole(&format!(r#""optimizer": "{name}""#)), "optimizer"),
        "schedule" => (whole(&format!(r#""learningRate": {{ "name": "{name}", {settings} }}"#)), "learningRate"),
        "layer" => (format!(r#"{{ "inputs": 2, "layers": [{{ "type": "{name}", {layer} }}] }}"#), "type"),
        other => panic!("{other}"),
    };
    (config(&text), path)
}

fn read(kind: &str, name: &str) -> Result<ModelConfig, Error> {
    let mut read = ModelConfig::read(&model_with(kind, name).0)?;
    // What a metric is called differs by its spelling; the test below looks at it.
    read.metrics.iter_mut().for_each(|metric| metric.key.clear());
    Ok(read)
}

#[test]
fn a_name_is_taken_exactly_if_keras_takes_it_and_glassnet_has_it() {
    for Line { kind, name, means, .. } in lines() {
        let own = OWN.iter().find(|own| (own.0, own.1) == (kind, name)).map(|own| own.2);
        let is_had = had(kind).contains(&means);
        match (read(kind, name), own.or(is_had.then_some(means))) {
            (Ok(read), Some(means)) => assert_eq!(Ok(read), self::read(kind, means), "{kind} {name}"),
            (Err(error), None) => {
                let (_, path) = model_with(kind, name);
                assert!(error.to_string().contains(path), "{kind} {name}: {error}");
                let code = if means.is_empty() { "unknown_name" } else { "not_supported" };
                assert_eq!((error.code(), error.received()), (code, name), "{kind} {name}: {error}");
                let known_to_keras = error.to_string().ends_with(", which Keras has and Glassnet does not");
                assert_eq!(known_to_keras, !means.is_empty(), "{kind} {name}: {error}");
                had(kind).iter().filter(|known| **known != "l1l2").for_each(|known| {
                    assert!(error.expected().contains(known), "{kind} {name}: {error}");
                });
            }
            (Ok(_), None) => panic!("{kind} {name} is taken"),
            (Err(error), Some(_)) => panic!("{kind} {name}: {error}"),
        }
    }
}

#[test]
fn the_history_has_a_metric_by_the_name_that_was_typed_as_in_keras() {
    let metrics = |line: &Line| line.kind == "metric" && had("metric").contains(&line.means);
    let checked = lines().filter(metrics).map(|Line { name, key, .. }| {
        let read = ModelConfig::read(&model_with("metric", name).0).unwrap();
        assert_eq!(read.metrics[0].key, key, "{name}");
    });
    assert!(checked.count() >= 20);
}

#[test]
fn one_metric_needs_no_list() {
    let read = |metrics: &str| {
        ModelConfig::read(&config(&format!(r#"{{ "inputs": 1, "layers": [{{ "units": 1 }}], "metrics": {metrics} }}"#)))
    };
    assert_eq!(read(r#""mae""#), read(r#"["mae"]"#));
    assert_eq!(
        read(r#""maee""#).unwrap_err().expected().split(" or").next(),
        Some("mae"),
        "a slip in a bare text is answered as in a list"
    );
}

/// What comes first in the answer to a name that is not taken.
const NEAREST: [(&str, &str, &str); 27] = [
    ("activation", "LeakyReLU", "leaky_relu"),
    ("activation", "RELU", "relu"),
    ("activation", "logistic", "sigmoid"),
    ("activation", "identity", "linear"),
    ("activation", "None", "linear"),
    ("loss", "squared_hinge", "hinge"),
    ("loss", "BinaryFocalCrossentropy", "binary_crossentropy"),
    ("loss", "huber_loss", "huber"),
    ("loss", "logcosh", "log_cosh"),
    ("loss", "rmse", "mse"),
    ("loss", "ce", "categorical_crossentropy"),
    ("loss", "Mse", "mse"),
    ("loss", "mean_square_error", "mean_squared_error"),
    ("loss", "crossentropy", "binary_crossentropy"),
    ("metric", "TopKCategoricalAccuracy", "categorical_accuracy"),
    ("metric", "BINARY_ACCURACY", "binary_accuracy"),
    ("optimizer", "gd", "sgd"),
    ("optimizer", "momentum", "sgd"),
    ("optimizer", "ScheduleFreeAdamW", "adamw"),
    ("initializer", "he", "he_normal"),
    ("initializer", "xavier", "glorot_uniform"),
    ("initializer", "henormal", "he_normal"),
    ("initializer", "Zero", "zero"),
    ("regularizer", "l3", "l1"),
    ("schedule", "CosineDecayRestart", "cosine_decay_restarts"),
    ("layer", "dense", "Dense"),
    ("layer", "InputLayer", "Input"),
];

#[test]
fn a_name_that_is_not_taken_is_answered_with_what_was_meant_or_comes_nearest() {
    for (kind, name, near) in NEAREST {
        let error = read(kind, name).unwrap_err();
        assert!(error.expected().starts_with(&format!("{near} or one of ")), "{kind} {name}: {error}");
    }
    for (kind, name) in [("metric", "f1_score"), ("metric", "precision"), ("loss", "dice"), ("layer", "LSTM")] {
        let error = read(kind, name).unwrap_err();
        assert!(error.expected().starts_with("one of "), "nothing comes near {name}: {error}");
    }
}
