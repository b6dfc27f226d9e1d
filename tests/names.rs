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
        "regularizer" => vec!["l1", "l2", "l1l2", "orthogonal_regularizer"],
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

/// Names that Glassnet takes and Keras 3 does not, and what for: Keras has schedules by their classes alone, and had
/// the others before its third version or has them in TensorFlow.js.
const OWN: [(&str, &str, &str); 9] = [
    ("loss", "kullback_leibler_divergence", "kl_divergence"),
    ("metric", "f1", "f1_score"),
    ("metric", "r2", "r2_score"),
    ("metric", "rmse", "root_mean_squared_error"),
    ("regularizer", "l1_l2", "l1_l2"),
    ("schedule", "constant", "constant"),
    ("schedule", "cosine_decay", "cosine_decay"),
    ("schedule", "exponential_decay", "exponential_decay"),
    ("schedule", "piecewise_constant_decay", "piecewise_constant_decay"),
];

/// What Glassnet does without, and why.
const STAYS_OUT: [(&str, &str, &str); 31] = [
    ("activation", "glu", "it halves the units"),
    ("activation", "sparsemax", "it sorts the units of a row"),
    ("loss", "circle", "it compares the rows of a batch with each other"),
    ("loss", "ctc", "it is of sequences"),
    ("loss", "dice", "it is of a whole batch, the mask of an image"),
    ("loss", "tversky", "it is of a whole batch, the mask of an image"),
    ("loss", "loss", "it is the base class"),
    ("loss", "loss_function_wrapper", "it wraps a function"),
    ("metric", "binary_io_u", "it is of masks of images"),
    ("metric", "io_u", "it is of masks of images"),
    ("metric", "mean_io_u", "it is of masks of images"),
    ("metric", "one_hot_io_u", "it is of masks of images"),
    ("metric", "one_hot_mean_io_u", "it is of masks of images"),
    ("metric", "concordance_correlation", "it is taken along the outputs of a row, as of a time series"),
    ("metric", "pearson_correlation", "it is taken along the outputs of a row, as of a time series"),
    ("metric", "mean", "it is of values, not of predictions"),
    ("metric", "sum", "it is of values, not of predictions"),
    ("metric", "mean_metric_wrapper", "it wraps a function"),
    ("metric", "metric", "it is the base class"),
    ("regularizer", "regularizer", "it is the base class"),
    ("optimizer", "adafactor", "it spares memory that no small network lacks"),
    ("optimizer", "lossscaleoptimizer", "numbers of single precision need no scaling"),
    ("optimizer", "multioptimizer", "all layers have one optimizer"),
    ("optimizer", "muon", "it is of large matrices"),
    ("optimizer", "optimizer", "it is the base class"),
    ("optimizer", "optimizermap", "all layers have one optimizer"),
    ("optimizer", "schedulefreeadamw", "it evaluates with other weights than it trains with"),
    ("initializer", "initializer", "it is the base class"),
    ("initializer", "stft", "it is of sound"),
    ("constraint", "constraint", "it is the base class"),
    ("schedule", "learning_rate_schedule", "it is the base class"),
];

/// What a metric cannot do without.
const OWN_SETTING: [(&str, &str); 4] = [
    ("precision_at_recall", r#", "recall": 0.5"#),
    ("recall_at_precision", r#", "precision": 0.5"#),
    ("sensitivity_at_specificity", r#", "specificity": 0.5"#),
    ("specificity_at_sensitivity", r#", "sensitivity": 0.5"#),
];

/// A name without what people write in different ways.
fn plain(name: &str) -> String {
    name.to_lowercase().replace('_', "")
}

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
        "metric" => {
            let own = OWN_SETTING.iter().find(|(of, _)| plain(of) == plain(name)).map_or("", |(_, own)| own);
            (whole(&format!(r#""metrics": [{{ "name": "{name}"{own} }}]"#)), "metrics")
        }
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

/// What a name stands for, if Glassnet takes it: what Keras takes the same letters for, whatever their case and with
/// underscores or without. Layers go by their classes, letter by letter.
fn taken_for(kind: &str, name: &str) -> Option<&'static str> {
    let plain = |name: &str| if kind == "layer" { name.to_string() } else { plain(name) };
    let is_same = |other: &str| plain(other) == plain(name);
    let own = OWN.iter().filter(|own| own.0 == kind);
    let exact = own.clone().find(|own| own.1.eq_ignore_ascii_case(name)).map(|own| own.2);
    let of_keras = || lines().find(|line| line.kind == kind && had(kind).contains(&line.means) && is_same(line.name));
    let known = || had(kind).into_iter().find(|known| is_same(known));
    let other = || own.clone().find(|own| is_same(own.1)).map(|own| own.2);
    exact.or_else(|| of_keras().map(|line| line.means)).or_else(known).or_else(other)
}

#[test]
fn a_name_is_taken_in_any_case_and_with_underscores_or_without_if_keras_and_glassnet_have_it() {
    for Line { kind, name, means, .. } in lines() {
        match (read(kind, name), taken_for(kind, name)) {
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
fn a_name_is_taken_as_tensorflow_js_writes_it() {
    for (kind, name, means) in [
        ("activation", "hardSigmoid", "hard_sigmoid"),
        ("activation", "reLU6", "relu6"),
        ("activation", "leakyReLU", "leaky_relu"),
        ("initializer", "glorotUniform", "glorot_uniform"),
        ("initializer", "leCunNormal", "lecun_normal"),
        ("initializer", "randomNormal", "random_normal"),
        ("loss", "meanSquaredError", "mean_squared_error"),
        ("loss", "sparseCategoricalCrossentropy", "sparse_categorical_crossentropy"),
        ("loss", "kullbackLeiblerDivergence", "kl_divergence"),
        ("loss", "logcosh", "log_cosh"),
        ("loss", "squaredHinge", "squared_hinge"),
        ("loss", "cosineProximity", "cosine_similarity"),
        ("metric", "binaryAccuracy", "binary_accuracy"),
        ("metric", "r2Score", "r2_score"),
        ("metric", "cosineSimilarity", "cosine_similarity"),
        ("metric", "logcosh", "log_cosh_error"),
        ("metric", "sparseCategoricalCrossentropy", "sparse_categorical_crossentropy"),
        ("optimizer", "rmsProp", "rmsprop"),
        ("regularizer", "l1l2", "l1l2"),
    ] {
        assert_eq!(read(kind, name), read(kind, means), "{kind} {name}");
        assert!(read(kind, name).is_ok(), "{kind} {name}");
    }
}

#[test]
fn what_keras_has_of_dense_networks_is_taken_or_stays_out_for_a_reason() {
    for Line { kind, name, means, .. } in lines().filter(|line| line.kind != "layer" && !line.means.is_empty()) {
        let out = STAYS_OUT.iter().find(|out| (out.0, out.1) == (kind, means));
        match (read(kind, name), out) {
            (Ok(_), None) => {}
            (Ok(_), Some(_)) => panic!("{kind} {name} is taken: it stays out no more"),
            (Err(error), None) => panic!("{kind} {name}: {error}"),
            (Err(error), Some(_)) => assert_eq!(error.code(), "not_supported", "{kind} {name}: {error}"),
        }
    }
}

#[test]
fn the_history_has_a_metric_by_the_name_that_was_typed_as_in_keras() {
    // Keras makes no metric by the bare name that has to be given a setting, and none of class numbers of one output.
    let metrics = |line: &Line| line.kind == "metric" && had("metric").contains(&line.means) && !line.key.is_empty();
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
const NEAREST: [(&str, &str, &str); 20] = [
    ("activation", "logistic", "sigmoid"),
    ("activation", "identity", "linear"),
    ("activation", "None", "linear"),
    ("loss", "huber_loss", "huber"),
    ("loss", "rmse", "mse"),
    ("loss", "ce", "categorical_crossentropy"),
    ("loss", "mean_square_error", "mean_squared_error"),
    ("loss", "crossentropy", "binary_crossentropy"),
    ("metric", "ce", "categorical_crossentropy"),
    ("metric", "crossentropy", "binary_crossentropy"),
    ("metric", "cosine_proximity", "cosine_similarity"),
    ("optimizer", "gd", "sgd"),
    ("optimizer", "momentum", "sgd"),
    ("optimizer", "ScheduleFreeAdamW", "adamw"),
    ("initializer", "he", "he_normal"),
    ("initializer", "xavier", "glorot_uniform"),
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
    for (kind, name) in [("metric", "PearsonCorrelation"), ("loss", "dice"), ("layer", "LSTM")] {
        let error = read(kind, name).unwrap_err();
        assert!(error.expected().starts_with("one of "), "nothing comes near {name}: {error}");
    }
}
