//! Exports of many models, written where `cargo xtask test --with-keras` opens them in the tools that they are for.

mod support;

use glassnet::data::{Scaler, Scaling};
use glassnet_formats::{ExportOptions, File, Format, export};
use std::fs;
use std::path::{Path, PathBuf};
use support::training::TrainingCase;
use support::{Case, cases};

/// Models for their predictions, those of every initializer, loss, metric, optimizer and setting among them.
fn all() -> Vec<Case> {
    let every = cases::all().into_iter().map(|case| {
        let (inputs, outputs) = (case.x.clone(), case.predictions());
        Case { name: format!("every_{}", case.name), config: case.config, model: case.model, inputs, outputs }
    });
    Case::all().into_iter().chain(every).collect()
}

/// An empty folder for the exports of a format.
fn folder(format: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(format);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write_floats(path: &Path, numbers: &[f32]) {
    fs::write(path, numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>()).unwrap();
}

/// Writes the files of a case, with its rows and predictions as floats in little-endian order; returns its folder.
fn write(folder: &Path, case: &Case, files: &[File]) -> PathBuf {
    let folder = folder.join(&case.name);
    fs::create_dir_all(&folder).unwrap();
    write_floats(&folder.join("inputs.f32"), &case.inputs);
    write_floats(&folder.join("outputs.f32"), &case.outputs);
    let sizes = format!(r#"{{"inputs": {}, "outputs": {}}}"#, case.model.input_count(), case.model.output_count());
    fs::write(folder.join("sizes.json"), sizes).unwrap();
    for File { name, bytes } in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

fn files(case: &Case, format: Format, scaler: Option<Scaler>) -> Vec<File> {
    let names = |kind: &str, count: usize| (0..count).map(|idx| format!("{kind} \"{idx}\"")).collect::<Vec<_>>();
    let (features, classes) = (names("feature", case.model.input_count()), names("class", case.model.output_count()));
    let options = ExportOptions { scaler, features, classes, ..ExportOptions::default() };
    export(&case.model.save(&case.config), format, &options).unwrap()
}

/// Writes two models behind scalers.
fn write_scaled(folder: &Path, format: Format) {
    for (scaling, (name, json)) in [Scaling::Standard, Scaling::MinMax].into_iter().zip(support::MODELS) {
        let (case, scaler) = Case::new(name, json).unwrap().scaled(scaling);
        write(folder, &case, &files(&case, format, Some(scaler)));
    }
}

#[test]
fn every_model_is_written_as_onnx() {
    let folder = folder("onnx");
    for case in all() {
        write(&folder, &case, &files(&case, Format::Onnx, None));
    }
    write_scaled(&folder, Format::Onnx);
}

#[test]
fn every_model_that_pytorch_can_hold_is_written_as_a_program() {
    let folder = folder("pytorch");
    for case in all() {
        // PyTorch has no soft shrink with a negative threshold.
        if case.name != "activation_27_soft_shrink" {
            write(&folder, &case, &files(&case, Format::PyTorch, None));
        }
    }
    write_scaled(&folder, Format::PyTorch);
    for TrainingCase { case, targets, has_class_targets, trained } in TrainingCase::all() {
        let folder = write(&folder, &case, &files(&case, Format::PyTorch, None));
        write_floats(&folder.join(if has_class_targets { "classes.f32" } else { "targets.f32" }), &targets);
        write_floats(&folder.join("trained.f32"), &trained);
    }
}

#[test]
fn every_model_that_tensorflow_js_can_hold_is_written_as_a_layers_model() {
    let folder = folder("tfjs");
    let mut rejected = Vec::new();
    for case in all() {
        match export(&case.model.save(&case.config), Format::TensorFlowJs, &ExportOptions::default()) {
            Ok(files) => drop(write(&folder, &case, &files)),
            Err(error) => rejected.push(format!("{}: {error}\n", case.name)),
        }
    }
    for TrainingCase { case, targets, has_class_targets, trained } in TrainingCase::all() {
        let files = files(&case, Format::TensorFlowJs, None);
        let text = String::from_utf8_lossy(&files[0].bytes);
        // The others are opened without loss and optimizer.
        if text.contains("trainingConfig") {
            let folder = write(&folder, &case, &files);
            write_floats(&folder.join(if has_class_targets { "classes.f32" } else { "targets.f32" }), &targets);
            write_floats(&folder.join("trained.f32"), &trained);
        }
    }
    assert_eq!(rejected.concat(), include_str!("fixtures/tfjs_rejected.txt"));
}
