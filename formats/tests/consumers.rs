//! Exports of many models, written where `cargo xtask test --with-keras` opens them in the tools that they are for.

mod support;

use glassnet::data::{Scaler, Scaling};
use glassnet_formats::onnx::{self, OnnxOptions};
use std::fs;
use std::path::{Path, PathBuf};
use support::Case;

/// An empty folder for the exports of a format.
fn folder(format: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(format);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes the files of a case, with its rows and predictions as floats in little-endian order.
fn write(folder: &Path, case: &Case, files: &[(&str, Vec<u8>)]) {
    let folder = folder.join(&case.name);
    fs::create_dir_all(&folder).unwrap();
    let floats = |numbers: &[f32]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    fs::write(folder.join("inputs.f32"), floats(&case.inputs)).unwrap();
    fs::write(folder.join("outputs.f32"), floats(&case.outputs)).unwrap();
    let sizes = format!(r#"{{"inputs": {}, "outputs": {}}}"#, case.model.input_count(), case.model.output_count());
    fs::write(folder.join("sizes.json"), sizes).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

fn onnx_of(case: &Case, scaler: Option<&Scaler>) -> Vec<u8> {
    let names = |kind: &str, count: usize| (0..count).map(|idx| format!("{kind} \"{idx}\"")).collect::<Vec<_>>();
    let (features, classes) = (names("feature", case.model.input_count()), names("class", case.model.output_count()));
    onnx::export(&case.model, OnnxOptions { scaler, features: &features, classes: &classes }).unwrap()
}

#[test]
fn every_model_is_written_as_onnx() {
    let folder = folder("onnx");
    for case in Case::all() {
        write(&folder, &case, &[("model.onnx", onnx_of(&case, None))]);
    }
    for (scaling, (name, json)) in [Scaling::Standard, Scaling::MinMax].into_iter().zip(support::MODELS) {
        let (case, scaler) = Case::new(name, json).unwrap().scaled(scaling);
        write(&folder, &case, &[("model.onnx", onnx_of(&case, Some(&scaler)))]);
    }
}
