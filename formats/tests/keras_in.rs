//! Files that real Keras made, read: predictions, weights, and one more epoch beside what Keras recorded.
//!
//! `tests/keras/record.py` makes them. Some lie in `fixtures/keras`; those of a folder that `KERAS_FILES` names are
//! read too.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../tests/json/mod.rs"]
mod json_values;

use glassnet::nn::Sequential;
use glassnet_formats::model::SavedModel;
use glassnet_formats::{File, import};
use json_values::json;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const LIMIT: f64 = 1e-4;

/// The folders of models that are there.
fn folders() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keras");
    let roots = [Some(fixtures), std::env::var("KERAS_FILES").ok().map(PathBuf::from)];
    let mut all = Vec::new();
    for root in roots.into_iter().flatten() {
        all.extend(std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()));
    }
    all.sort();
    all
}

fn numbers(json: &Json) -> Vec<f64> {
    match json {
        Json::Array(items) => items.iter().flat_map(numbers).collect(),
        other => vec![other.as_f64().unwrap()],
    }
}

/// The largest difference, relative to the largest number.
fn difference(received: &[f32], expected: &[f64]) -> f64 {
    assert_eq!(received.len(), expected.len());
    let most = expected.iter().fold(1e-6_f64, |most, number| most.max(number.abs()));
    received.iter().zip(expected).fold(0.0, |worst: f64, (a, b)| worst.max((f64::from(*a) - b).abs() / most))
}

/// The differences of weights, and of slots whatever their order.
fn state(model: &Sequential, config: &glassnet::Value, expected: &Json) -> [f64; 2] {
    let saved = SavedModel::new(model.clone(), config).unwrap();
    let weights = saved.weights().into_iter().zip(expected["weights"].as_array().unwrap());
    let weights = weights.map(|(weight, expected)| difference(weight.numbers, &numbers(expected))).fold(0.0, f64::max);
    let own: Vec<&[f32]> = saved.slots().into_iter().flat_map(|(_, slots)| slots).collect();
    let slots = expected["slots"].as_array().unwrap();
    if slots.is_empty() || own.is_empty() {
        return [weights, 0.0];
    }
    assert_eq!(own.len(), slots.len());
    let nearest = |expected: &Json| {
        let expected = numbers(expected);
        let same = own.iter().filter(|slot| slot.len() == expected.len());
        same.map(|slot| difference(slot, &expected)).fold(f64::INFINITY, f64::min)
    };
    [weights, slots.iter().map(nearest).fold(0.0, f64::max)]
}

/// What a file differs by, by kind.
fn check(file: &Path, expected: &Json) -> BTreeMap<&'static str, f64> {
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let saved = import(&[File { name, bytes: std::fs::read(file).unwrap() }]);
    let (mut model, config) = Sequential::load(&saved.unwrap_or_else(|error| panic!("{file:?}: {error}"))).unwrap();
    let [x, y] = ["x", "y"].map(|name| numbers(&expected[name]).iter().map(|x| *x as f32).collect::<Vec<_>>());
    let predictions = model.predict_row_major(&x).unwrap();
    let [weights, slots] = state(&model, &config, &expected["before"]);
    let predictions = difference(&predictions, &numbers(&expected["predictions"]));
    let mut found = BTreeMap::from([("predictions", predictions), ("weights", weights), ("slots", slots)]);
    if expected.get("after").is_some() && expected["random"] != Json::Bool(true) {
        let batch = expected["batch"].as_u64().unwrap() as usize;
        let (inputs, targets) = (model.input_count(), model.target_count());
        for (x, y) in x.chunks(batch * inputs).zip(y.chunks(batch * targets)) {
            model.train_on_batch_row_major(x, y).unwrap();
        }
        let [weights, slots] = state(&model, &config, &expected["after"]);
        found.extend([("weights after an epoch", weights), ("slots after an epoch", slots)]);
    }
    found
}

#[test]
fn a_file_of_keras_predicts_what_it_does_there_and_trains_on_as_there() {
    let mut largest: BTreeMap<&str, (f64, String)> = BTreeMap::new();
    let (mut read, mut failed) = (0, Vec::new());
    for folder in folders() {
        let expected = std::fs::read_to_string(folder.join("expected.json")).unwrap();
        let expected: Json = serde_json::from_str(&expected).unwrap();
        for name in ["model.keras", "model.h5"] {
            let file = folder.join(name);
            if !file.exists() {
                continue;
            }
            read += 1;
            for (kind, value) in check(&file, &expected) {
                if value > LIMIT {
                    failed.push(format!("{file:?}: {kind}: {value:.1e}"));
                }
                let known = largest.entry(kind).or_default();
                if value >= known.0 {
                    *known = (value, format!("{}/{name}", folder.file_name().unwrap().to_string_lossy()));
                }
            }
        }
    }
    println!("{read} files of Keras");
    for (kind, (value, name)) in &largest {
        println!("largest difference of {kind}: {value:.1e} ({name})");
    }
    assert!(read > 0 && failed.is_empty(), "{failed:#?}");
}

#[test]
fn what_came_in_is_said_in_the_engines_own_words() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keras/keras3_adam/model.keras");
    let saved = import(&[File { name: "model.keras".to_string(), bytes: std::fs::read(file).unwrap() }]).unwrap();
    let config = &json(&saved)["config"];
    assert_eq!(config["optimizer"], serde_json::json!({ "name": "adam", "learningRate": 0.02 }));
    assert_eq!(config["loss"], "sparse_categorical_crossentropy");
    let dense = serde_json::json!({ "type": "Dense", "name": "dense", "units": 4.0, "activation": "relu",
        "useBias": true, "kernelInitializer": { "name": "he_normal" }, "biasInitializer": { "name": "zeros" } });
    assert_eq!(config["layers"][1], dense);
}
