//! LayersModels come in: those that TensorFlow.js and its converter wrote, and our own.

mod support;

use glassnet::Value;
use glassnet::nn::Sequential;
use glassnet_formats::{ExportOptions, File, Format, export, import};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use support::Case;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tfjs")
}

/// The files of a recorded model, and its rows with what it predicts of them.
fn recorded(folder: &Path) -> (Vec<File>, Json) {
    let (mut files, mut rows) = (Vec::new(), Json::Null);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let (name, bytes) = (path.file_name().unwrap().to_str().unwrap().to_string(), fs::read(&path).unwrap());
        match name.as_str() {
            "rows.json" => rows = serde_json::from_slice(&bytes).unwrap(),
            _ => files.push(File { name, bytes }),
        }
    }
    (files, rows)
}

fn floats(list: &Json) -> Vec<f32> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap() as f32).collect()
}

/// A field of an engine's value, by a path with dots.
fn field<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, name| match value {
        Value::Object(fields) => {
            fields.iter().find(|(field, _)| field == name).map_or(&Value::Null, |(_, value)| value)
        }
        Value::Array(items) => name.parse().ok().and_then(|at: usize| items.get(at)).unwrap_or(&Value::Null),
        _ => &Value::Null,
    })
}

#[test]
fn models_that_tensorflow_js_and_its_converter_saved_predict_what_was_recorded() {
    let folders: Vec<PathBuf> = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let folders: Vec<&PathBuf> = folders.iter().filter(|path| path.is_dir()).collect();
    assert_eq!(folders.len(), 13);
    for folder in folders {
        let (files, rows) = recorded(folder);
        let saved = import(&files).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let (mut model, _) = Sequential::load(&saved).unwrap();
        let (outputs, expected) = (model.predict_row_major(&floats(&rows["rows"])).unwrap(), floats(&rows["outputs"]));
        let largest = expected.iter().fold(0.0_f32, |largest, number| largest.max(number.abs()));
        for (output, expected) in outputs.iter().zip(&expected) {
            assert!((output - expected).abs() <= 1e-5 * largest, "{}: {output} {expected}", folder.display());
        }
        assert_eq!(outputs.len(), expected.len());
    }
}

#[test]
fn what_compile_was_given_comes_in_too() {
    let (files, _) = recorded(&fixtures().join("regression"));
    let saved = import(&files).unwrap();
    let number = |path: &str| field(&saved, path).clone();
    assert_eq!(number("config.optimizer.learningRate"), Value::Number(0.02));
    assert_eq!(number("config.optimizer.beta1"), Value::Number(0.8));
    assert_eq!(number("config.optimizer.epsilon"), Value::Number(1e-6));
    assert_eq!(number("config.loss"), Value::String("mean_squared_error".to_string()));
    assert_eq!(number("config.metrics.0"), Value::String("mae".to_string()));
}

#[test]
fn our_own_models_come_back_with_the_same_bits() {
    let mut count = 0;
    for mut case in Case::all() {
        let options = ExportOptions::default();
        let Ok(files) = export(&case.model.save(&case.config), Format::TensorFlowJs, &options) else { continue };
        let saved = import(&files).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let (mut model, _) = Sequential::load(&saved).unwrap();
        assert_eq!(model.weights(), case.model.weights(), "{}", case.name);
        assert_eq!(model.predict_row_major(&case.inputs), case.model.predict_row_major(&case.inputs), "{}", case.name);
        count += 1;
    }
    assert_eq!(count, 23);
}

/// The error of a recorded model after a change of its JSON and its weights.
fn error_of(change: impl FnOnce(&mut Json, &mut Vec<u8>)) -> String {
    let (mut files, _) = recorded(&fixtures().join("regression"));
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let [model, weights] = files.as_mut_slice() else { panic!("two files") };
    let mut json: Json = serde_json::from_slice(&model.bytes).unwrap();
    change(&mut json, &mut weights.bytes);
    model.bytes = json.to_string().into_bytes();
    import(&files).unwrap_err().to_string()
}

#[test]
fn what_glassnet_has_not_is_rejected_by_layer() {
    let layer =
        |json: &mut Json, class: &str| json["modelTopology"]["config"]["layers"][0]["class_name"] = json!(class);
    let error = error_of(|json, _| layer(json, "Conv2D"));
    assert!(error.starts_with("layer dense_Dense1 (Conv2D): expected one of Activation, "), "{error}");
    let function = |json: &mut Json, name| json["modelTopology"]["config"]["layers"][0]["config"]["activation"] = name;
    assert_eq!(
        error_of(|json, _| function(json, json!("hard_sigmoid"))),
        "layer dense_Dense1 (Dense): activation: expected another function, as Glassnet's hard_sigmoid is that of \
         Keras 3, received hard_sigmoid"
    );
    let error = error_of(|json, _| function(json, json!("no_such")));
    assert!(error.starts_with("layer dense_Dense1 (Dense): activation: expected "), "{error}");
    assert_eq!(
        error_of(|json, _| json["format"] = json!("graph-model")),
        "model.json: expected a layers-model with its modelTopology, received graph-model"
    );
}

#[test]
fn a_topology_of_another_shape_is_rejected() {
    for (path, other) in [("/modelTopology", json!("text")), ("/modelTopology/config", json!("text"))] {
        assert!(error_of(|json, _| *json.pointer_mut(path).unwrap() = other).contains("expected "));
    }
    for place in ["model_config", "config"] {
        assert!(error_of(|json, _| json["modelTopology"][place] = json!(["text"])).contains("expected "));
    }
    for path in ["/trainingConfig", "/trainingConfig/optimizer_config", "/modelTopology/config/layers/0"] {
        assert!(error_of(|json, _| *json.pointer_mut(path).unwrap() = json!("text")).contains("expected "), "{path}");
    }
}

#[test]
fn damaged_weights_are_rejected() {
    assert_eq!(
        error_of(|_, weights| weights.truncate(60)),
        "weight dense_Dense1/bias: expected its numbers in the files, received 12 bytes for the shape [4]"
    );
    let set = |json: &mut Json, at: usize, name: &str, value| json["weightsManifest"][0]["weights"][at][name] = value;
    assert_eq!(
        error_of(|json, _| set(json, 0, "shape", json!([4, 3]))),
        "layer dense_Dense1: kernel: expected the shape [3, 4], received the shape [4, 3]"
    );
    assert_eq!(
        error_of(|json, _| set(json, 0, "dtype", json!("float16"))),
        "weight dense_Dense1/kernel: dtype: expected float32, not quantized, received \"float16\""
    );
    let huge = json!([u64::MAX, u64::MAX]);
    assert!(error_of(|json, _| set(json, 0, "shape", huge)).contains("expected its numbers in the files"));
    assert_eq!(
        error_of(|json, _| set(json, 1, "name", json!("other/bias"))),
        "layer dense_Dense1: bias: expected the weight dense_Dense1/bias, received none"
    );
    let error = error_of(|_, weights| weights[..4].copy_from_slice(&f32::NAN.to_le_bytes()));
    assert!(error.contains("expected a finite number, received NaN"), "{error}");
}

#[test]
fn missing_and_foreign_files_are_rejected() {
    let (files, _) = recorded(&fixtures().join("regression"));
    let model = files.iter().find(|file| file.name == "model.json").unwrap().clone();
    let message = |files: &[File]| import(files).unwrap_err().to_string();
    let alone = message(std::slice::from_ref(&model));
    assert_eq!(alone, "file weights.bin: expected it beside model.json, received none");
    let text = message(&[File { bytes: b"[1, 2".to_vec(), ..model.clone() }]);
    assert!(text.starts_with("model.json: expected JSON, received "), "{text}");
    let other = message(&[File { bytes: b"{}".to_vec(), ..model.clone() }]);
    assert_eq!(other, "model.json: expected a layers-model with its modelTopology, received no modelTopology");
    let large = message(&[File { bytes: vec![b' '; 5 << 20], ..model.clone() }]);
    assert_eq!(large, "model.json: expected at most 4194304 bytes of JSON, received 5242880");
    assert_eq!(message(&[model.clone(), model]), "files: expected one model.json with its weights, received 2 of JSON");
}
