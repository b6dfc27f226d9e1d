//! Programs for PyTorch: one as it was recorded, when PyTorch had run it, and what is left out or rejected.

mod support;

use glassnet::data::Scaling;
use glassnet_formats::{ExportOptions, Format, export};
use std::fs;
use std::path::Path;
use support::Case;

fn program(json: &str) -> Result<String, glassnet::Error> {
    let case = Case::new("one", json).unwrap();
    let files = export(&case.model.save(&case.config), Format::PyTorch, &ExportOptions::default())?;
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["model.py", "model.safetensors"]);
    Ok(String::from_utf8(files[0].bytes.clone()).unwrap())
}

/// `UPDATE_FIXTURES=1 cargo test -p glassnet_formats` writes it anew; then run it in PyTorch.
#[test]
fn a_program_is_the_recorded_one() {
    let json = r#"{"inputs": 3, "layers": [{"units": 4, "activation": "squareplus", "kernelRegularizer": "l2"},
        {"type": "BatchNormalization", "center": false}, {"type": "Dropout", "rate": 0.25},
        {"units": 2, "activation": "softmax", "name": "a\nname", "trainable": false}, {"units": 1}],
        "loss": "huber", "optimizer": {"name": "sgd", "learningRate": 0.1, "momentum": 0.9, "weightDecay": 0.01,
        "globalClipnorm": 2}}"#;
    let (case, scaler) = Case::new("recorded", json).unwrap().scaled(Scaling::Standard);
    let options = ExportOptions { scaler: Some(scaler), ..ExportOptions::default() };
    let files = export(&case.model.save(&case.config), Format::PyTorch, &options).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pytorch");
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::create_dir_all(&path).unwrap();
        files.iter().for_each(|file| fs::write(path.join(&file.name), &file.bytes).unwrap());
    }
    for file in &files {
        assert!(fs::read(path.join(&file.name)).unwrap() == file.bytes, "{}", file.name);
    }
}

#[test]
fn training_is_left_out_where_pytorch_has_another_formula() {
    let reason = |optimizer: &str, loss: &str| {
        let json =
            format!(r#"{{"inputs": 2, "layers": [{{"units": 1}}], "optimizer": {optimizer}, "loss": "{loss}"}}"#);
        let program = program(&json).unwrap();
        assert_eq!(program.contains("def train_epoch"), !program.contains("Training is left out"));
        program.lines().last().unwrap().to_string()
    };
    assert_eq!(
        reason(r#""rmsprop""#, "mse"),
        "# Training is left out: PyTorch's RMSprop adds epsilon outside of the root."
    );
    assert_eq!(reason(r#""lion""#, "mse"), "# Training is left out: PyTorch has no lion.");
    assert_eq!(reason(r#""sgd""#, "hinge"), "# Training is left out: PyTorch has no hinge.");
    let decaying = r#"{"name": "sgd", "learningRate": {"name": "exponential_decay", "initialLearningRate": 0.1,
        "decaySteps": 10, "decayRate": 0.5}}"#;
    assert_eq!(reason(decaying, "mse"), "# Training is left out: the learning rate follows a schedule.");
}

#[test]
fn a_setting_that_pytorch_rejects_is_rejected_by_layer() {
    let json = r#"{"inputs": 2, "layers": [{"units": 2, "name": "hidden",
        "activation": {"name": "soft_shrink", "threshold": -0.5}}]}"#;
    assert_eq!(
        program(json).unwrap_err().to_string(),
        "layer hidden (Dense): activation.threshold: expected 0 or more, as PyTorch's Softshrink has it, received -0.5"
    );
}
