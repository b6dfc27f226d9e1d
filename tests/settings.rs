//! Each thing knows its own settings: every pair of a thing and a setting of any other, with what real Keras has
//! (`tests/fixtures/record/names.py`) as the oracle.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::experiment::ExperimentConfig;
use glassnet::nn::{ModelConfig, Sequential};
use glassnet::text::Printing;
use glassnet::train::FitConfig;
use glassnet::{Error, Value};
use json::config;
use std::collections::BTreeSet;

const RECORDED: &str = include_str!("fixtures/keras-settings.tsv");

/// A thing of some kind, the settings that it cannot do without, and its own with another value each, as JSON.
type Thing = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The settings that normalizations share.
const NORMALIZATION: [(&str, &str); 3] = [("epsilon", "0.5"), ("center", "false"), ("scale", "false")];

const EVERY_OPTIMIZER: &[(&str, &str)] =
    &[("learningRate", "0.5"), ("weightDecay", "0.25"), ("clipnorm", "2"), ("globalClipnorm", "2"), ("clipvalue", "2")];
/// What every optimizer of Keras takes and Glassnet leaves out.
const LEFT_OUT: [&str; 5] =
    ["use_ema", "ema_momentum", "ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps"];
const EPSILON: (&str, &str) = ("epsilon", "0.5");
const NORMAL: &[(&str, &str)] = &[("mean", "1"), ("stddev", "2")];
const CLASSES: &[(&str, &str)] = &[("fromLogits", "true"), ("labelSmoothing", "0.5")];
const RATES: &[(&str, &str)] = &[("thresholds", "0.25"), ("topK", "2"), ("classId", "0")];
const MOMENTS: &[(&str, &str)] = &[("beta1", "0.5"), ("beta2", "0.5"), EPSILON];
const ADAM: &[(&str, &str)] = &[("beta1", "0.5"), ("beta2", "0.5"), EPSILON, ("amsgrad", "true")];
const POINTS: &[(&str, &str)] = &[("rows", "50"), ("noise", "0.75"), ("seed", "5")];

const THINGS: &[Thing] = &[
    ("activation", "celu", "", &[("alpha", "0.5")]),
    ("activation", "elu", "", &[("alpha", "0.5")]),
    ("activation", "exponential", "", &[]),
    ("activation", "gelu", "", &[("approximate", "true")]),
    ("activation", "hard_shrink", "", &[("threshold", "1")]),
    ("activation", "hard_sigmoid", "", &[]),
    ("activation", "hard_silu", "", &[]),
    ("activation", "hard_tanh", "", &[]),
    ("activation", "leaky_relu", "", &[("negativeSlope", "0.5"), ("alpha", "0.5")]),
    ("activation", "linear", "", &[]),
    ("activation", "log_sigmoid", "", &[]),
    ("activation", "log_softmax", "", &[]),
    ("activation", "mish", "", &[]),
    ("activation", "relu", "", &[("negativeSlope", "0.5"), ("maxValue", "6"), ("threshold", "1")]),
    ("activation", "relu6", "", &[]),
    ("activation", "selu", "", &[]),
    ("activation", "sigmoid", "", &[]),
    ("activation", "silu", "", &[]),
    ("activation", "soft_shrink", "", &[("threshold", "1")]),
    ("activation", "softmax", "", &[]),
    ("activation", "softplus", "", &[]),
    ("activation", "softsign", "", &[]),
    ("activation", "sparse_plus", "", &[]),
    ("activation", "sparse_sigmoid", "", &[]),
    ("activation", "squareplus", "", &[("b", "1")]),
    ("activation", "tanh", "", &[]),
    ("activation", "tanh_shrink", "", &[]),
    ("activation", "threshold", "", &[("threshold", "1"), ("defaultValue", "2")]),
    ("initializer", "constant", "", &[("value", "2")]),
    ("initializer", "glorot_normal", "", &[]),
    ("initializer", "glorot_uniform", "", &[]),
    ("initializer", "he_normal", "", &[]),
    ("initializer", "he_uniform", "", &[]),
    ("initializer", "identity", "", &[("gain", "2")]),
    ("initializer", "lecun_normal", "", &[]),
    ("initializer", "lecun_uniform", "", &[]),
    ("initializer", "ones", "", &[]),
    ("initializer", "orthogonal", "", &[("gain", "2")]),
    ("initializer", "random_normal", "", NORMAL),
    ("initializer", "random_uniform", "", &[("minval", "1"), ("maxval", "2")]),
    ("initializer", "truncated_normal", "", NORMAL),
    (
        "initializer",
        "variance_scaling",
        "",
        &[("scale", "2"), ("mode", r#""fan_out""#), ("distribution", r#""uniform""#)],
    ),
    ("initializer", "zeros", "", &[]),
    ("regularizer", "l1", "", &[("l1", "0.5")]),
    ("regularizer", "l2", "", &[("l2", "0.5")]),
    ("regularizer", "l1l2", "", &[("l1", "0.5"), ("l2", "0.5")]),
    ("regularizer", "l1_l2", "", &[("l1", "0.5"), ("l2", "0.5")]),
    ("regularizer", "orthogonal_regularizer", "", &[("factor", "0.5"), ("mode", r#""columns""#)]),
    ("constraint", "max_norm", "", &[("maxValue", "3"), ("axis", "1")]),
    ("constraint", "min_max_norm", "", &[("minValue", "0.5"), ("maxValue", "3"), ("rate", "0.5"), ("axis", "[0, 1]")]),
    ("constraint", "non_neg", "", &[]),
    ("constraint", "unit_norm", "", &[("axis", "1")]),
    ("loss", "binary_crossentropy", "", CLASSES),
    (
        "loss",
        "binary_focal_crossentropy",
        "",
        &[
            ("applyClassBalancing", "true"),
            ("alpha", "0.5"),
            ("gamma", "3"),
            ("fromLogits", "true"),
            ("labelSmoothing", "0.5"),
        ],
    ),
    ("loss", "categorical_crossentropy", "", CLASSES),
    (
        "loss",
        "categorical_focal_crossentropy",
        "",
        &[("alpha", "0.5"), ("gamma", "3"), ("fromLogits", "true"), ("labelSmoothing", "0.5")],
    ),
    ("loss", "categorical_hinge", "", &[]),
    ("loss", "cosine_similarity", "", &[]),
    ("loss", "hinge", "", &[]),
    ("loss", "huber", "", &[("delta", "2")]),
    ("loss", "kl_divergence", "", &[]),
    ("loss", "log_cosh", "", &[]),
    ("loss", "mean_absolute_error", "", &[]),
    ("loss", "mean_absolute_percentage_error", "", &[]),
    ("loss", "mean_squared_error", "", &[]),
    ("loss", "mean_squared_logarithmic_error", "", &[]),
    ("loss", "poisson", "", &[]),
    ("loss", "sparse_categorical_crossentropy", "", &[("fromLogits", "true")]),
    ("loss", "squared_hinge", "", &[]),
    ("metric", "accuracy", "", &[]),
    (
        "metric",
        "auc",
        "",
        &[
            ("numThresholds", "20"),
            ("curve", r#""PR""#),
            ("summationMethod", r#""minoring""#),
            ("fromLogits", "true"),
            ("multiLabel", "true"),
            ("numLabels", "2"),
        ],
    ),
    ("metric", "binary_crossentropy", "", CLASSES),
    ("metric", "cosine_similarity", "", &[]),
    ("metric", "f1_score", "", &[("average", r#""micro""#), ("threshold", "0.25")]),
    ("metric", "f_beta_score", "", &[("average", r#""weighted""#), ("beta", "2"), ("threshold", "0.25")]),
    ("metric", "false_negatives", "", &[("thresholds", "0.25")]),
    ("metric", "precision", "", RATES),
    (
        "metric",
        "precision_at_recall",
        r#""recall": 0.5"#,
        &[("recall", "0.25"), ("numThresholds", "20"), ("classId", "0")],
    ),
    ("metric", "recall", "", RATES),
    (
        "metric",
        "recall_at_precision",
        r#""precision": 0.5"#,
        &[("precision", "0.25"), ("numThresholds", "20"), ("classId", "0")],
    ),
    (
        "metric",
        "sensitivity_at_specificity",
        r#""specificity": 0.5"#,
        &[("specificity", "0.25"), ("numThresholds", "20"), ("classId", "0")],
    ),
    ("metric", "sparse_categorical_crossentropy", "", &[("fromLogits", "true")]),
    ("metric", "sparse_top_k_categorical_accuracy", "", &[("k", "2")]),
    (
        "metric",
        "specificity_at_sensitivity",
        r#""sensitivity": 0.5"#,
        &[("sensitivity", "0.25"), ("numThresholds", "20"), ("classId", "0")],
    ),
    ("metric", "top_k_categorical_accuracy", "", &[("k", "2")]),
    ("metric", "true_positives", "", &[("thresholds", "0.25")]),
    ("optimizer", "adadelta", "", &[("rho", "0.5"), EPSILON]),
    ("optimizer", "adagrad", "", &[("initialAccumulatorValue", "0.5"), EPSILON]),
    ("optimizer", "adam", "", ADAM),
    ("optimizer", "adamax", "", MOMENTS),
    ("optimizer", "adamw", "", ADAM),
    (
        "optimizer",
        "ftrl",
        "",
        &[
            ("learningRatePower", "-0.25"),
            ("initialAccumulatorValue", "0.5"),
            ("l1RegularizationStrength", "0.5"),
            ("l2RegularizationStrength", "0.5"),
            ("l2ShrinkageRegularizationStrength", "0.5"),
            ("beta", "0.5"),
        ],
    ),
    ("optimizer", "lion", "", &[("beta1", "0.5"), ("beta2", "0.5")]),
    ("optimizer", "nadam", "", MOMENTS),
    ("optimizer", "rmsprop", "", &[("rho", "0.5"), ("momentum", "0.5"), EPSILON, ("centered", "true")]),
    ("optimizer", "sgd", "", &[("momentum", "0.5"), ("nesterov", "true")]),
    ("schedule", "constant", r#""initialLearningRate": 1"#, &[("initialLearningRate", "2")]),
    (
        "schedule",
        "exponential_decay",
        r#""initialLearningRate": 1, "decaySteps": 2, "decayRate": 0.5"#,
        &[("initialLearningRate", "2"), ("decaySteps", "3"), ("decayRate", "0.25"), ("staircase", "true")],
    ),
    (
        "schedule",
        "inverse_time_decay",
        r#""initialLearningRate": 1, "decaySteps": 2, "decayRate": 0.5"#,
        &[("initialLearningRate", "2"), ("decaySteps", "3"), ("decayRate", "0.25"), ("staircase", "true")],
    ),
    (
        "schedule",
        "polynomial_decay",
        r#""initialLearningRate": 1, "decaySteps": 2"#,
        &[
            ("initialLearningRate", "2"),
            ("decaySteps", "3"),
            ("endLearningRate", "0.5"),
            ("power", "2"),
            ("cycle", "true"),
        ],
    ),
    (
        "schedule",
        "cosine_decay_restarts",
        r#""initialLearningRate": 1, "firstDecaySteps": 2"#,
        &[("initialLearningRate", "2"), ("firstDecaySteps", "3"), ("tMul", "3"), ("mMul", "0.5"), ("alpha", "0.5")],
    ),
    (
        "schedule",
        "piecewise_constant_decay",
        r#""boundaries": [1], "values": [1, 2]"#,
        &[("boundaries", "[2]"), ("values", "[1, 3]")],
    ),
    (
        "schedule",
        "cosine_decay",
        // A warm-up takes both of its settings.
        r#""initialLearningRate": 1, "decaySteps": 2, "warmupTarget": 2, "warmupSteps": 3"#,
        &[
            ("initialLearningRate", "2"),
            ("decaySteps", "3"),
            ("alpha", "0.5"),
            ("warmupTarget", "4"),
            ("warmupSteps", "5"),
        ],
    ),
    (
        "layer",
        "Dense",
        r#""units": 2"#,
        &[
            ("units", "3"),
            ("activation", r#""tanh""#),
            ("useBias", "false"),
            ("kernelInitializer", r#""ones""#),
            ("biasInitializer", r#""ones""#),
            ("kernelRegularizer", r#""l1""#),
            ("biasRegularizer", r#""l1""#),
            ("kernelConstraint", r#""non_neg""#),
            ("biasConstraint", r#""non_neg""#),
            ("activityRegularizer", r#""l1""#),
            ("kernel", "[[1, 2]]"),
            ("bias", "[1, 2]"),
            ("inputShape", "[7]"),
            ("inputDim", "7"),
            // In a list of layers what another thing is called by is the layer's own name.
            ("name", r#""hidden""#),
        ],
    ),
    ("layer", "Activation", r#""activation": "relu""#, &[("activation", r#""tanh""#), ("name", r#""own""#)]),
    ("layer", "BatchNormalization", "", &[("momentum", "0.5"), NORMALIZATION[0], NORMALIZATION[1], NORMALIZATION[2]]),
    ("layer", "Dropout", r#""rate": 0.25"#, &[("rate", "0.5"), ("seed", "3"), ("name", r#""own""#)]),
    ("layer", "Flatten", "", &[("name", r#""own""#)]),
    ("layer", "LayerNormalization", "", &[NORMALIZATION[0], NORMALIZATION[1], NORMALIZATION[2]]),
    ("layer", "LeakyReLU", "", &[("negativeSlope", "0.5"), ("name", r#""own""#)]),
    ("layer", "ReLU", "", &[("maxValue", "6"), ("negativeSlope", "0.5"), ("threshold", "1"), ("name", r#""own""#)]),
    ("layer", "Softmax", "", &[("name", r#""own""#)]),
    ("layer", "Input", r#""shape": [2]"#, &[("shape", "[3]")]),
    (
        "early stopping",
        "EarlyStopping",
        "",
        &[
            ("monitor", r#""loss""#),
            ("minDelta", "0.5"),
            ("patience", "3"),
            ("restoreBestWeights", "true"),
            ("startFromEpoch", "2"),
            ("mode", r#""max""#),
        ],
    ),
    (
        "fit",
        "fit",
        "",
        &[
            ("batchSize", "7"),
            ("epochs", "7"),
            ("initialEpoch", "1"),
            ("shuffle", "false"),
            ("seed", "7"),
            ("order", "[[0]]"),
            ("validationSplit", "0.5"),
            ("validationData", "[[1], [2]]"),
            ("earlyStopping", "{}"),
            ("verbose", "2"),
            ("style", r#""keras2""#),
            ("callbacks", r#"[{ "type": "TerminateOnNaN" }]"#),
            ("sampleWeight", "[2]"),
            ("classWeight", r#"{ "1": 2 }"#),
        ],
    ),
    ("data", "advertising", "", &[]),
    ("data", "and_gate", "", &[]),
    ("data", "or_gate", "", &[]),
    ("data", "xor_gate", "", &[]),
    ("data", "xor", "", POINTS),
    ("data", "circles", "", POINTS),
    ("data", "moons", "", POINTS),
    ("data", "spirals", "", POINTS),
    ("data", "blobs", "", POINTS),
    ("data", "plane", "", POINTS),
    ("data", "sine", "", POINTS),
    ("data", "csv", r#""text": "x,y""#, &[("text", r#""a,b""#), ("name", r#""file.csv""#), ("separator", r#"";""#)]),
    ("split", "split", "", &[("testSize", "0.5"), ("seed", "7")]),
];

/// All that is read back of a thing: of a model, of a fit and its printing, or of an experiment.
#[derive(Debug, PartialEq)]
enum Read {
    Model(ModelConfig),
    Fit(FitConfig, Printing),
    Experiment(ExperimentConfig),
}

/// The thing where it belongs, with some settings as JSON.
fn read(kind: &str, thing: &str, settings: &str) -> Result<Read, Error> {
    let model = |text: String| ModelConfig::read(&config(&text)).map(Read::Model);
    let fit = |text: String| {
        let value: Value = config(&text);
        Ok(Read::Fit(FitConfig::read(&value)?, Printing::read(&value)?))
    };
    let comma = if settings.is_empty() { "" } else { "," };
    let named = format!(r#"{{ "name": "{thing}"{comma} {settings} }}"#);
    let dense = |field: &str| format!(r#"{{ "inputs": 1, "layers": [{{ "units": 1, "{field}": {named} }}] }}"#);
    let whole = |field: &str| format!(r#"{{ "inputs": 1, "layers": [{{ "units": 1 }}], "{field}": {named} }}"#);
    let experiment = |field: &str, value: String| {
        let data = if field == "data" { String::new() } else { r#""data": { "source": "xor" }, "#.to_string() };
        ExperimentConfig::read(&config(&format!(r#"{{ {data} "{field}": {value} }}"#))).map(Read::Experiment)
    };
    match kind {
        "activation" => model(dense("activation")),
        "initializer" => model(dense("kernelInitializer")),
        "regularizer" => model(dense("kernelRegularizer")),
        "constraint" => model(dense("kernelConstraint")),
        "loss" | "optimizer" => model(whole(kind)),
        "metric" => model(whole("metrics")),
        "schedule" => model(whole("learningRate")),
        // The layer behind it tells how many features come in, if it does not.
        "layer" => model(format!(
            r#"{{ "layers": [{{ "type": "{thing}"{comma} {settings} }}, {{ "units": 1, "inputDim": 1 }}] }}"#
        )),
        "early stopping" => fit(format!(r#"{{ "earlyStopping": {{ {settings} }} }}"#)),
        "fit" => fit(format!("{{ {settings} }}")),
        "data" => experiment("data", format!(r#"{{ "source": "{thing}"{comma} {settings} }}"#)),
        "split" => experiment("split", format!("{{ {settings} }}")),
        other => panic!("{other}"),
    }
}

/// The settings of a thing: its own, and those of all optimizers.
fn own(&(kind, _, _, own): &Thing) -> Vec<(&'static str, &'static str)> {
    let every = if kind == "optimizer" { EVERY_OPTIMIZER } else { &[] };
    own.iter().chain(every).copied().collect()
}

/// A setting in Keras's manner of writing.
fn plain(setting: &str) -> String {
    setting.replace('_', "").to_lowercase()
}

/// The settings with one of them replaced, or put behind them.
fn with(base: &str, setting: &str, value: &str) -> String {
    let Value::Object(fields) = config(&format!("{{ {base} }}")) else { panic!("{base}") };
    let kept = fields.into_iter().filter(|(name, _)| plain(name) != plain(setting));
    let mut all: Vec<String> = kept.map(|(name, value)| format!(r#""{name}": {}"#, json::json(&value))).collect();
    all.push(format!(r#""{setting}": {value}"#));
    all.join(", ")
}

/// Every setting of every thing, here and in Keras.
fn all_settings() -> BTreeSet<String> {
    let here = THINGS.iter().flat_map(own).map(|(setting, _)| setting.to_string());
    let recorded = RECORDED.lines().skip(1).map(|line| line.split('\t').nth(2).unwrap().to_string());
    // Fields by which a thing is found, or its only content.
    let by_name = ["name", "type", "source"];
    here.chain(recorded).filter(|setting| !by_name.contains(&setting.as_str())).collect()
}

#[test]
fn each_setting_of_a_thing_changes_what_is_read_of_it_in_both_manners_of_writing() {
    let mut count = 0;
    for thing in THINGS {
        let &(kind, name, base, _) = thing;
        let usual = read(kind, name, base).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (setting, value) in own(thing) {
            let changed = read(kind, name, &with(base, setting, value));
            let changed = changed.unwrap_or_else(|error| panic!("{name} {setting}: {error}"));
            assert_ne!(changed, usual, "{kind} {name} drops {setting}");
            let keras = setting.chars().fold(String::new(), |mut keras, letter| {
                if letter.is_uppercase() {
                    keras.push('_');
                }
                keras.push(letter.to_ascii_lowercase());
                keras
            });
            assert_eq!(read(kind, name, &with(base, &keras, value)), Ok(changed), "{kind} {name} {keras}");
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn a_setting_of_another_thing_is_rejected_with_the_name_of_the_thing_and_all_that_it_has() {
    let mut count = 0;
    for thing in THINGS {
        let &(kind, name, base, _) = thing;
        let own = own(thing);
        for setting in all_settings() {
            let has = |(own, _): &(&str, &str)| plain(own) == plain(&setting);
            if own.iter().any(has) {
                continue;
            }
            let error = read(kind, name, &with(base, &setting, "1")).expect_err(&format!("{kind} {name} {setting}"));
            let message = error.to_string();
            let is_left_out = kind == "optimizer" && LEFT_OUT.contains(&setting.as_str());
            let end = if is_left_out { ", which Keras has and Glassnet does not" } else { "" };
            assert!(message.ends_with(&format!(" {setting}{end}")), "{message}");
            let is_named = !matches!(kind, "layer" | "early stopping" | "fit" | "data" | "split");
            assert!(!is_named || error.expected().contains(name), "{message}");
            for (known, _) in &own {
                assert!(error.expected().contains(known), "{name} has {known}: {message}");
            }
            count += 1;
        }
    }
    assert!(count > 5000, "{count}");
}

#[test]
fn a_thing_has_a_setting_exactly_if_keras_has_it_or_it_is_said_here_why_not() {
    // What Glassnet alone has: start weights as numbers, shapes of the first layer, chance by seeds, and Keras 2's slope.
    let more = [
        "leaky_relu alpha",
        "Dense kernel",
        "Dense bias",
        "Dense inputShape",
        "Dense inputDim",
        "Dense name",
        "Dropout name",
        "Activation name",
        "Flatten name",
        "LeakyReLU name",
        "Normalization name",
        "ReLU name",
        "Softmax name",
        "fit seed",
        "fit order",
        "fit earlyStopping",
        "fit style",
    ];
    let recorded: Vec<Vec<&str>> = RECORDED.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let mut count = 0;
    for thing in THINGS {
        let &(kind, name, ..) = thing;
        let in_keras = |line: &&Vec<&str>| line[0] == kind && line[1] == name;
        let own_names = ["schedule constant", "regularizer l1_l2", "layer Input"];
        let is_of_keras = recorded.iter().any(|line| line[0] == kind);
        if !is_of_keras || own_names.contains(&format!("{kind} {name}").as_str()) {
            continue;
        }
        let keras: Vec<String> = recorded.iter().filter(in_keras).map(|line| plain(line[2])).collect();
        for (setting, _) in own(thing) {
            let is_kerass = keras.contains(&plain(setting)) || more.contains(&format!("{name} {setting}").as_str());
            assert!(is_kerass, "Keras's {name} has {keras:?}, not {setting}");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn an_error_names_the_nearest_setting_of_the_thing() {
    let cases = [
        ("optimizer", "adam", "beta", "beta1"),
        ("optimizer", "sgd", "momentumm", "momentum"),
        ("optimizer", "sgd", "decay", "weightDecay"),
        ("activation", "relu", "negative", "negativeSlope"),
        ("loss", "huber", "deltas", "delta"),
        ("layer", "Dense", "unit", "units"),
        ("fit", "fit", "batch", "batchSize"),
    ];
    for (kind, name, setting, near) in cases {
        let base = if kind == "layer" { r#""units": 1"# } else { "" };
        let error = read(kind, name, &with(base, setting, "0.5")).unwrap_err();
        assert!(error.expected().starts_with(&format!("{near}, one of ")), "{setting}: {error}");
    }
}

#[test]
fn a_setting_of_a_few_words_is_read_in_any_case_and_rejects_others_with_all_of_them() {
    let auc = |curve: &str| read("metric", "auc", &format!(r#""curve": "{curve}""#));
    assert_eq!(auc("pr"), auc("PR"));
    let error = auc("area").unwrap_err();
    assert_eq!(error.to_string(), "metrics.curve: expected one of ROC, PR, received area");
    let error = read("metric", "precision_at_recall", "").unwrap_err();
    assert_eq!(error.to_string(), "metrics.recall: expected a number, received nothing");
}

#[test]
fn a_list_of_thresholds_is_known_to_keras_and_rejected_with_the_reason() {
    for metric in ["precision", "recall", "true_positives"] {
        let error = read("metric", metric, r#""thresholds": [0.3, 0.7]"#).unwrap_err();
        assert_eq!(
            error.to_string(),
            "metrics.thresholds: expected one threshold, as a metric is one number an epoch; ask for the metric once for \
             each, received a list of 2, which Keras has and Glassnet does not"
        );
        assert_eq!(error.code(), "not_supported");
    }
}

#[test]
fn an_axis_is_0_or_1_or_both() {
    let axis = |axis: &str| read("constraint", "unit_norm", &format!(r#""axis": {axis}"#));
    assert_eq!((axis("[0]"), axis("[1, 0]")), (axis("0"), axis("[0, 1]")));
    assert_ne!(axis("1"), axis("0"));
    let error = axis("2").unwrap_err();
    assert_eq!(error.to_string(), "layers[0].kernelConstraint.axis: expected 0, 1 or [0, 1], received 2");
}

#[test]
fn a_normalization_of_all_features_has_an_axis_of_null() {
    let axis = |axis: &str| read("layer", "Normalization", &format!(r#""axis": {axis}"#));
    assert_eq!(axis("-1"), read("layer", "Normalization", ""));
    assert_eq!(axis("1"), axis("-1"));
    assert_ne!(axis("null"), axis("-1"));
    assert_eq!(axis("0").unwrap_err().to_string(), "layers[0].axis: expected -1, 1 or null, received 0");
}

#[test]
fn an_orthogonal_regularizer_is_of_a_kernel_alone_and_of_two_rows_or_columns() {
    let build = |text: &str| {
        let config = ModelConfig::read(&config(&format!(r#"{{ "inputs": 1, "layers": [{{ "units": 1, {text} }}] }}"#)));
        config.and_then(|config| Sequential::new(&config)).unwrap_err().to_string()
    };
    let expected = "a regularizer of single numbers, as only a kernel has rows and columns to compare";
    for field in ["biasRegularizer", "activityRegularizer"] {
        assert_eq!(
            build(&format!(r#""{field}": "OrthogonalRegularizer""#)),
            format!("{field}: expected {expected}, received orthogonal_regularizer")
        );
    }
    assert_eq!(
        build(r#""kernelRegularizer": "orthogonal_regularizer""#),
        "layers[0].kernelRegularizer.mode: expected columns, as a kernel of one input has no two rows, received rows"
    );
    assert!(build(r#""biasConstraint": { "name": "max_norm", "axis": 1 }"#).contains("biasConstraint.axis"));
}

#[test]
fn labels_of_an_auc_are_the_models_outputs() {
    let build = |auc: &str| {
        let text = format!(
            r#"{{ "inputs": 1, "layers": [{{ "units": 3, "activation": "sigmoid" }}], "loss": "bce",
                "metrics": {{ "name": "auc", {auc} }} }}"#
        );
        ModelConfig::read(&config(&text)).and_then(|config| Sequential::new(&config)).map(drop)
    };
    assert_eq!(build(r#""multiLabel": true, "numLabels": 3"#), Ok(()));
    let message = |auc: &str| build(auc).unwrap_err().to_string();
    let other = message(r#""multiLabel": true, "numLabels": 2"#);
    assert_eq!(other, "metrics.numLabels: expected 3, the model's outputs, received 2");
    assert_eq!(message(r#""numLabels": 3"#), "metrics.numLabels: expected none without multiLabel, received 3");
}

#[test]
fn a_leaky_relu_takes_its_slope_by_either_of_its_names_but_not_by_both() {
    let model = |text: &str| read("activation", "leaky_relu", text);
    assert_eq!(model(r#""alpha": 0.1"#), model(r#""negativeSlope": 0.1"#));
    assert_eq!(
        model(r#""alpha": 0.1, "negativeSlope": 0.3"#).unwrap_err().to_string(),
        "layers[0].activation: expected one of negativeSlope, alpha, received both"
    );
}

#[test]
fn a_relu_whose_settings_are_the_usual_ones_is_the_plain_relu() {
    let usual = r#""negativeSlope": 0, "maxValue": null, "threshold": 0"#;
    assert_eq!(read("activation", "relu", usual), read("activation", "relu", ""));
}
