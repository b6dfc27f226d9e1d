//! Files for Keras: written here, opened in real Keras by `tests/keras/check.py` (`cargo xtask test --with-keras`).
#![cfg(not(target_arch = "wasm32"))]

mod support;

use glassnet::nn::Sequential;
use glassnet_formats::model::SavedModel;
use glassnet_formats::{ExportOptions, Format, export};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;
use support::cases::{self, BATCH, Case, INPUTS, ROWS};

/// Weights and slots of a model as Keras has them, tensor by tensor.
fn state(model: &Sequential, case: &Case) -> Json {
    let saved = SavedModel::new(model.clone(), &case.config).unwrap();
    let weights: Vec<&[f32]> = saved.weights().into_iter().map(|weight| weight.numbers).collect();
    let slots: Vec<&[f32]> = saved.slots().into_iter().flat_map(|(_, slots)| slots).collect();
    json!({ "weights": weights, "slots": slots, "iterations": model.optimizer_state().iterations })
}

/// What Keras has to find: predictions, and weights and slots before and after one more epoch.
fn expected(case: &Case) -> Json {
    let after = if case.is_random() { Json::Null } else { state(&case.after_an_epoch(), case) };
    json!({
        "rows": ROWS, "inputs": INPUTS, "batch": BATCH, "x": case.x, "y": case.y, "targets": case.model.target_count(),
        "predictions": case.predictions(), "before": state(&case.model, case), "after": after,
        "metrics": case.model.metrics().iter().map(|metric| metric.key.as_str()).collect::<Vec<_>>(),
    })
}

#[test]
fn a_model_of_everything_is_written_for_keras_to_open() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("keras_files");
    let _ = fs::remove_dir_all(&root);
    for case in cases::for_keras() {
        let folder = root.join(&case.name);
        fs::create_dir_all(&folder).unwrap();
        for format in [Format::Keras, Format::KerasWeights] {
            let files = export(&case.saved(), format, &ExportOptions::default());
            for file in files.unwrap_or_else(|error| panic!("{}: {error}", case.name)) {
                fs::write(folder.join(&file.name), &file.bytes).unwrap();
            }
        }
        fs::write(folder.join("expected.json"), expected(&case).to_string()).unwrap();
    }
}
