//! Runs written where `cargo xtask test --with-keras` goes on with them on one and on two workers.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use glassnet::data::{CsvOptions, Table, advertising};
use glassnet::experiment::{Data, Experiment};
use glassnet::nn::Layer;
use glassnet_formats::workers::{WorkersOptions, export};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;
use support::value;

/// A regression in the midst of an epoch: penalties of weights and outputs, a constraint, clipping and weight decay.
fn regression() -> Experiment {
    let hidden = json!({
        "units": 8, "activation": "tanh", "kernelRegularizer": { "name": "l1_l2", "l1": 0.001, "l2": 0.01 },
        "activityRegularizer": { "name": "l2", "l2": 0.01 },
        "kernelConstraint": { "name": "max_norm", "max_value": 0.9 }
    });
    let optimizer = json!({ "name": "adam", "learningRate": 0.01, "clipnorm": 0.5, "weightDecay": 0.01 });
    let config = json!({
        "features": ["TV", "Radio"], "target": "Sales", "scaling": "standard",
        "model": {
            "layers": [hidden, { "units": 1 }], "loss": "huber", "optimizer": optimizer,
            "metrics": ["mae", "r2_score"], "seed": 3
        },
        "fit": { "batchSize": 9, "epochs": 40, "seed": 7, "validationSplit": 0.1 }
    });
    let mut experiment = Experiment::read_with_data(&Data::new(advertising(), "rows.csv"), &value(&config)).unwrap();
    experiment.train(2 * experiment.fit().batches() + 5, || true);
    experiment
}

/// Classes by names that need quotes, missing values that are filled, BatchNormalization and momentum.
fn classes() -> Experiment {
    let mut text = "a,b,kind\n".to_string();
    for row in 0..83 {
        let (a, b) = ((row * 37 % 83) as f64 / 83.0, (row * 53 % 83) as f64 / 83.0);
        let kind = ["\"fig, ripe\"", "plain", "\"a \"\"pear\"\"\""][usize::from(a > b) + usize::from(a + b > 1.0)];
        let b = if row % 11 == 5 { String::new() } else { format!("{b:.3}") };
        text += &format!("{a:.3},{b},{kind}\n");
    }
    let data = Data::new(Table::from_csv(&text, CsvOptions::default()).unwrap(), "rows.csv");
    let layers = json!([
        { "units": 8, "useBias": false }, { "type": "BatchNormalization", "momentum": 0.9 },
        { "type": "Activation", "activation": "relu" }, { "type": "LayerNormalization" },
        { "units": 3, "activation": "softmax" }
    ]);
    let decay =
        json!({ "name": "exponential_decay", "initialLearningRate": 0.05, "decaySteps": 10, "decayRate": 0.95 });
    let config = json!({
        "target": "kind", "task": "classification", "missing": "mean", "scaling": "min_max", "split": null,
        "model": {
            "layers": layers, "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"],
            "optimizer": { "name": "sgd", "momentum": 0.9, "learningRate": decay }, "seed": 5
        },
        "fit": { "batchSize": 10, "epochs": 40, "seed": 8 }
    });
    let mut experiment = Experiment::read_with_data(&data, &value(&config)).unwrap();
    experiment.train(2 * experiment.fit().batches(), || true);
    experiment
}

/// The weights in the order of Keras's `get_weights()`, each tensor a list.
fn weights(experiment: &Experiment) -> Json {
    let model = experiment.model();
    let tensors = model.layers().iter().flat_map(Layer::tensors);
    tensors.map(|tensor| Json::from(model.weights()[tensor.range].to_vec())).collect()
}

/// The files, the weights that the engine itself has at the end of the next epoch, and what is tried then.
fn write(name: &str, mut experiment: Experiment, then: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workers").join(name);
    fs::create_dir_all(folder.join("data")).unwrap();
    let run = experiment.run_for_workers().unwrap();
    for file in export(&run, &WorkersOptions { rows_per_file: 50 }).unwrap() {
        fs::write(folder.join(file.name), file.bytes).unwrap();
    }
    let (epoch, _) = experiment.fit().place();
    while experiment.fit().place() != (epoch + 1, 0) {
        assert_eq!(experiment.train(1, || true), 1);
    }
    let expected = json!({ "epoch": epoch + 1, "weights": weights(&experiment), "then": then });
    fs::write(folder.join("expected.json"), expected.to_string()).unwrap();
}

#[test]
fn a_regression_is_written() {
    write("regression", regression(), "a worker is killed");
}

#[test]
fn classes_are_written() {
    write("classes", classes(), "rows are added");
}
