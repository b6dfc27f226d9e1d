//! Models of all that Glassnet has, trained a little, for the tests of each format.

use super::value;
use glassnet::Value;
use glassnet::nn::{Activation, Initializer, Loss, Metric, ModelConfig, Rule, Sequential};
use serde_json::{Value as Json, json};

/// A model with the rows that it was trained on.
pub(crate) struct Case {
    /// What it shows: `activation_relu`.
    pub(crate) name: String,
    /// Its configuration.
    pub(crate) config: Value,
    /// The model after three updates.
    pub(crate) model: Sequential,
    /// The rows `[ROWS, INPUTS]`.
    pub(crate) x: Vec<f32>,
    /// Their targets.
    pub(crate) y: Vec<f32>,
}

/// Rows and features of each case.
pub(crate) const ROWS: usize = 10;
pub(crate) const INPUTS: usize = 3;
/// Rows of a batch: the last one of an epoch is shorter.
pub(crate) const BATCH: usize = 4;

impl Case {
    /// A case of a configuration without `inputs`.
    pub(crate) fn new(name: &str, mut config: Json) -> Self {
        config["inputs"] = json!(INPUTS);
        config["seed"] = json!(7);
        let config = value(&config);
        let read = ModelConfig::read(&config).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut model = Sequential::new(&read).unwrap_or_else(|error| panic!("{name}: {error}"));
        let x: Vec<f32> = (0..ROWS * INPUTS).map(|at| ((at * 37 % 23) as f32 - 11.0) / 8.0).collect();
        let y = targets(&model);
        for _ in 0..3 {
            model.train_on_batch_row_major(&x, &y).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        Case { name: name.to_string(), config, model, x, y }
    }

    /// The saved model.
    pub(crate) fn saved(&self) -> Value {
        self.model.save(&self.config)
    }

    /// What the rows are predicted as.
    pub(crate) fn predictions(&self) -> Vec<f32> {
        self.model.clone().predict_row_major(&self.x).unwrap()
    }

    /// The model after one more epoch, in the order of the rows.
    pub(crate) fn after_an_epoch(&self) -> Sequential {
        let (mut model, width) = (self.model.clone(), self.model.target_count());
        for (x, y) in self.x.chunks(BATCH * INPUTS).zip(self.y.chunks(BATCH * width)) {
            model.train_on_batch_row_major(x, y).unwrap();
        }
        model
    }

    /// Whether chance, which differs between tools, has a part in its training.
    pub(crate) fn is_random(&self) -> bool {
        self.model.layers().iter().any(|layer| layer.class() == "Dropout")
    }
}

/// Targets that the loss takes, `[ROWS, target_count]`.
fn targets(model: &Sequential) -> Vec<f32> {
    let (loss, width) = (model.loss_function().name(), model.target_count());
    let class = |row: usize| row * 7 % 3 % model.output_count().max(2);
    let at = |row: usize, unit: usize| match loss {
        "sparse_categorical_crossentropy" => class(row) as f32,
        "hinge" | "squared_hinge" => [-1.0, 1.0][(row + unit) % 2],
        name if name.starts_with("binary") => [0.0, 1.0][(row * 5 + unit) % 3 % 2],
        name if name.starts_with("categorical") || name == "kl_divergence" => f32::from(class(row) == unit),
        "poisson" => (row * 3 % 4 + unit) as f32,
        _ => ((row * 11 + unit * 5) % 13) as f32 / 6.0 + 0.25,
    };
    (0..ROWS).flat_map(|row| (0..width).map(move |unit| at(row, unit))).collect()
}

/// Two layers, the second of which is the output.
fn two(hidden: Json, output: Json) -> Json {
    json!({ "layers": [hidden, output], "optimizer": { "name": "adam", "learningRate": 0.02 } })
}

/// A model of every layer, activation, initializer, loss, metric and optimizer.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = of_activations();
    cases.extend(of_initializers());
    cases.extend(of_losses());
    cases.extend(of_metrics());
    cases.extend(of_optimizers());
    cases.extend(of_schedules());
    cases.extend(of_layers());
    cases.extend(of_settings());
    cases
}

/// Those that Keras's files can hold.
pub(crate) fn for_keras() -> Vec<Case> {
    let mut cases = all();
    cases.retain(|case| case.name != "activation_threshold");
    cases
}

/// Each activation, of a Dense layer and as a layer.
pub(crate) fn of_activations() -> Vec<Case> {
    let case = |activation: &Activation| {
        let name = activation.name();
        let layers = json!([{ "units": 4, "activation": name }, { "type": "Activation", "activation": name },
            { "units": 2 }]);
        Case::new(&format!("activation_{name}"), json!({ "layers": layers, "optimizer": "adam" }))
    };
    Activation::ALL.iter().map(case).collect()
}

/// Each initializer of a kernel, with its defaults.
pub(crate) fn of_initializers() -> Vec<Case> {
    let case = |initializer: &Initializer| {
        let name = initializer.name();
        let hidden = json!({ "units": 4, "kernelInitializer": name, "activation": "tanh" });
        Case::new(&format!("initializer_{name}"), two(hidden, json!({ "units": 2 })))
    };
    Initializer::ALL.iter().map(case).collect()
}

/// An output for a loss.
fn output(loss: &str) -> Json {
    match loss {
        name if name.starts_with("binary") => json!({ "units": 2, "activation": "sigmoid" }),
        "hinge" | "squared_hinge" => json!({ "units": 2, "activation": "tanh" }),
        "poisson" => json!({ "units": 2, "activation": "softplus" }),
        name if name.contains("categorical") || name == "kl_divergence" => {
            json!({ "units": 3, "activation": "softmax" })
        }
        _ => json!({ "units": 2 }),
    }
}

/// Each loss, with its defaults.
pub(crate) fn of_losses() -> Vec<Case> {
    let case = |loss: &Loss| {
        let mut config = two(json!({ "units": 4, "activation": "tanh" }), output(loss.name()));
        config["loss"] = json!(loss.name());
        Case::new(&format!("loss_{}", loss.name()), config)
    };
    Loss::ALL.iter().map(case).collect()
}

/// A model that a metric can be of.
fn with_metric(metric: &str, settings: Json) -> Json {
    let loss = match metric {
        name if name.starts_with("sparse") => "sparse_categorical_crossentropy",
        name if name.contains("categorical") || name == "kl_divergence" => "categorical_crossentropy",
        name if name.contains("hinge") => "hinge",
        name if [
            "binary",
            "auc",
            "false",
            "true",
            "precision",
            "recall",
            "sensitivity",
            "specificity",
            "f1",
            "f_beta",
        ]
        .iter()
        .any(|start| name.starts_with(start)) =>
        {
            "binary_crossentropy"
        }
        "poisson" => "poisson",
        _ => "mean_squared_error",
    };
    let mut config = two(json!({ "units": 4, "activation": "tanh" }), output(loss));
    config["loss"] = json!(loss);
    let mut whole = settings;
    whole["name"] = json!(metric);
    config["metrics"] = json!([whole]);
    config
}

/// Each metric.
pub(crate) fn of_metrics() -> Vec<Case> {
    let case = |metric: &Metric| {
        let name = metric.name();
        let settings = match name {
            "f1_score" | "f_beta_score" => json!({ "average": "macro", "threshold": 0.5 }),
            "precision_at_recall" => json!({ "recall": 0.5 }),
            "recall_at_precision" => json!({ "precision": 0.5 }),
            "sensitivity_at_specificity" => json!({ "specificity": 0.5 }),
            "specificity_at_sensitivity" => json!({ "sensitivity": 0.5 }),
            "sparse_top_k_categorical_accuracy" | "top_k_categorical_accuracy" => json!({ "k": 2 }),
            _ => json!({}),
        };
        Case::new(&format!("metric_{name}"), with_metric(name, settings))
    };
    Metric::ALL.iter().map(case).collect()
}

fn with_optimizer(name: &str, optimizer: Json) -> Case {
    let config = json!({ "layers": [{ "units": 4, "activation": "tanh" }, { "type": "BatchNormalization" },
        { "units": 3, "trainable": false }, { "units": 2 }], "optimizer": optimizer });
    Case::new(name, config)
}

/// Each optimizer, and those of their settings that change what they remember.
pub(crate) fn of_optimizers() -> Vec<Case> {
    let rule = |rule: &Rule| with_optimizer(&format!("optimizer_{}", rule.name()), json!(rule.name()));
    let mut cases: Vec<Case> = Rule::ALL.iter().map(rule).collect();
    for (name, optimizer) in [
        ("sgd_momentum", json!({ "name": "sgd", "momentum": 0.9, "nesterov": true, "learningRate": 0.05 })),
        ("rmsprop_centered", json!({ "name": "rmsprop", "momentum": 0.5, "centered": true })),
        ("adam_amsgrad", json!({ "name": "adam", "amsgrad": true, "weightDecay": 0.01, "beta1": 0.8 })),
        ("adamw_clipnorm", json!({ "name": "adamw", "clipnorm": 0.5 })),
        ("adam_global_clipnorm", json!({ "name": "adam", "globalClipnorm": 0.5 })),
        ("adam_clipvalue", json!({ "name": "adam", "clipvalue": 0.25, "epsilon": 1e-5 })),
    ] {
        cases.push(with_optimizer(&format!("optimizer_{name}"), optimizer));
    }
    cases
}

/// Each schedule.
pub(crate) fn of_schedules() -> Vec<Case> {
    let case = |schedule: Json| {
        let name = format!("schedule_{}", schedule["name"].as_str().unwrap());
        with_optimizer(&name, json!({ "name": "adam", "learningRate": schedule }))
    };
    let initial = |name: &str, mut settings: Json| {
        settings["name"] = json!(name);
        settings["initialLearningRate"] = json!(0.05);
        settings
    };
    [
        initial("exponential_decay", json!({ "decaySteps": 3, "decayRate": 0.5, "staircase": true })),
        initial("cosine_decay", json!({ "decaySteps": 10, "alpha": 0.1, "warmupTarget": 0.1, "warmupSteps": 4 })),
        initial("cosine_decay_restarts", json!({ "firstDecaySteps": 2, "tMul": 1.5, "mMul": 0.5 })),
        initial("inverse_time_decay", json!({ "decaySteps": 2, "decayRate": 0.5 })),
        initial("polynomial_decay", json!({ "decaySteps": 4, "endLearningRate": 0.01, "power": 2.0, "cycle": true })),
        json!({ "name": "piecewise_constant_decay", "boundaries": [3, 5], "values": [0.1, 0.05, 1] }),
    ]
    .into_iter()
    .map(case)
    .collect()
}

/// Each layer.
pub(crate) fn of_layers() -> Vec<Case> {
    let case = |name: &str, layer: Json| {
        let layers = json!([{ "units": 4, "activation": "tanh" }, layer, { "units": 2, "name": "out" }]);
        Case::new(&format!("layer_{name}"), json!({ "layers": layers, "optimizer": "adam" }))
    };
    vec![
        case("batch_normalization", json!({ "type": "BatchNormalization", "momentum": 0.9, "epsilon": 0.01 })),
        case("batch_normalization_bare", json!({ "type": "BatchNormalization", "center": false, "scale": false })),
        case("layer_normalization", json!({ "type": "LayerNormalization", "epsilon": 1e-5 })),
        case("layer_normalization_bare", json!({ "type": "LayerNormalization", "center": false, "scale": false })),
        case("normalization", json!({ "type": "Normalization" })),
        case("normalization_all", json!({ "type": "Normalization", "axis": null })),
        case("normalization_given", json!({ "type": "Normalization", "mean": [1, 2, 3, 4], "variance": [1, 2, 3, 4] })),
        case("normalization_one", json!({ "type": "Normalization", "mean": 0.5, "variance": 2, "axis": null })),
        case("dropout", json!({ "type": "Dropout", "rate": 0.25, "seed": 3 })),
        case("flatten", json!({ "type": "Flatten" })),
        case("relu", json!({ "type": "ReLU", "maxValue": 0.5, "negativeSlope": 0.1, "threshold": 0.05 })),
        case("leaky_relu", json!({ "type": "LeakyReLU", "negativeSlope": 0.2 })),
        case("softmax", json!({ "type": "Softmax" })),
        Case::new(
            "layer_input",
            json!({ "layers": [{ "type": "Input", "shape": [3], "name": "features" }, { "units": 1, "useBias": false }],
                "loss": "mae" }),
        ),
    ]
}

/// Settings beside the defaults.
pub(crate) fn of_settings() -> Vec<Case> {
    let dense = |name: &str, mut hidden: Json| {
        hidden["units"] = json!(4);
        Case::new(&format!("dense_{name}"), two(hidden, json!({ "units": 2 })))
    };
    let loss = |name: &str, loss: Json| {
        let kind = loss["name"].as_str().unwrap().to_string();
        let mut config = two(json!({ "units": 4, "activation": "tanh" }), output(&kind));
        config["loss"] = loss;
        Case::new(&format!("loss_{name}"), config)
    };
    let metric = |name: &str, kind: &str, settings| Case::new(&format!("metric_{name}"), with_metric(kind, settings));
    vec![
        dense(
            "penalties",
            json!({ "kernelRegularizer": { "l1": 0.01, "l2": 0.02 }, "biasRegularizer": "l1",
            "activityRegularizer": { "name": "l2", "l2": 0.05 } }),
        ),
        dense(
            "orthogonal",
            json!({ "kernelRegularizer": { "name": "orthogonal_regularizer", "factor": 0.1,
            "mode": "columns" } }),
        ),
        dense(
            "constraints",
            json!({ "kernelConstraint": { "name": "max_norm", "maxValue": 0.5 },
            "biasConstraint": "non_neg" }),
        ),
        dense(
            "min_max_norm",
            json!({ "kernelConstraint": { "name": "min_max_norm", "minValue": 0.5, "rate": 0.5,
            "axis": 1 } }),
        ),
        dense("unit_norm", json!({ "kernelConstraint": { "name": "unit_norm", "axis": [0, 1] } })),
        dense(
            "initializers",
            json!({ "kernelInitializer": { "name": "variance_scaling", "scale": 2, "mode": "fan_avg",
            "distribution": "uniform" }, "biasInitializer": { "name": "constant", "value": 0.5 } }),
        ),
        loss("huber_delta", json!({ "name": "huber", "delta": 0.5 })),
        loss("smoothing", json!({ "name": "categorical_crossentropy", "labelSmoothing": 0.1 })),
        loss("logits", json!({ "name": "binary_crossentropy", "fromLogits": true, "labelSmoothing": 0.2 })),
        loss(
            "focal",
            json!({ "name": "binary_focal_crossentropy", "gamma": 3, "alpha": 0.4,
            "applyClassBalancing": true }),
        ),
        metric("precision_settings", "precision", json!({ "thresholds": 0.3, "classId": 1 })),
        metric("auc_settings", "auc", json!({ "curve": "PR", "numThresholds": 50, "summationMethod": "majoring" })),
        metric("accuracy_by_acc", "acc", json!({})),
    ]
}
