//! For JavaScript: files out of a saved model, and a saved model out of files.
//!
//! A saved model is JSON text here, as `JSON.stringify(model.save())` writes it and `Sequential.load(JSON.parse(text))`
//! takes it: one text is cheaper to hand over than an object.

use crate::json::{from_value, to_value};
use crate::workers::WorkersOptions;
use crate::{ExportOptions, File, Format, errors};
use glassnet::data::{Scale, Scaler, Scaling};
use glassnet::{Error, Value};
use js_sys::{Array, Object, Reflect, Uint8Array};
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// Where memory comes from: smaller than std's.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// The names of the formats that `exportModel` writes.
#[wasm_bindgen(js_name = exportFormats)]
pub fn export_formats() -> Vec<String> {
    Format::ALL.iter().map(|format| format.name().to_string()).collect()
}

/// Writes a saved model in a format. Throws an `Error` with the layer and setting in `what` for what the format
/// cannot hold.
#[wasm_bindgen(js_name = exportModel, unchecked_return_type = "ModelFile[]")]
pub fn export_model(
    saved: &str,
    format: &str,
    #[wasm_bindgen(unchecked_param_type = "ExportOptions | undefined")] options: &JsValue,
) -> Result<Array, JsValue> {
    let written =
        Format::named(format).and_then(|format| crate::export(&read(saved)?, format, &export_options(options)?));
    Ok(written.map_err(js_error)?.iter().map(js_file).collect())
}

/// Writes a run of an experiment, `JSON.stringify(experiment.runForWorkers())`, as the files by which Keras goes on with it on
/// several workers; their names have folders. Throws an `Error` for what Keras has not, with the layer in `what`.
#[wasm_bindgen(js_name = exportForWorkers, unchecked_return_type = "ModelFile[]")]
pub fn export_for_workers(run: &str) -> Result<Array, JsValue> {
    let written = read(run).and_then(|run| crate::workers::export(&run, &WorkersOptions::default()));
    Ok(written.map_err(js_error)?.iter().map(js_file).collect())
}

/// Reads a model from its files, and returns the saved model. Throws an `Error` for damaged files, and with the layer
/// in
/// `what` for what Glassnet has not.
#[wasm_bindgen(js_name = importModel)]
pub fn import_model(#[wasm_bindgen(unchecked_param_type = "ModelFile[]")] files: &Array) -> Result<String, JsValue> {
    let files: Vec<File> = files.iter().map(|given| file(&given)).collect();
    Ok(from_value(&crate::import(&files).map_err(js_error)?).to_string())
}

/// Reads weights, and the optimizer's state where it is there, from a `.weights.h5` file for a saved model, and
/// returns it
/// with them. Throws an `Error` for damaged files and for weights of another model.
#[wasm_bindgen(js_name = importWeights)]
pub fn import_weights(
    saved: &str,
    #[wasm_bindgen(unchecked_param_type = "ModelFile")] weights: &JsValue,
) -> Result<String, JsValue> {
    let loaded = read(saved).and_then(|saved| crate::keras::read_weights(&saved, &file(weights)));
    Ok(from_value(&loaded.map_err(js_error)?).to_string())
}

/// What an export is told; what is left out is so here.
fn export_options(options: &JsValue) -> Result<ExportOptions, Error> {
    let texts = |name| list(options, name).iter().filter_map(JsValue::as_string).collect();
    let scaler = field(options, "scaler").map(|scaler| scaler_of(&scaler)).transpose()?;
    Ok(ExportOptions { name: text(options, "name"), scaler, features: texts("features"), classes: texts("classes") })
}

/// A scaler of its columns, or of its center and spread. A number that is none is NaN, which is rejected.
fn scaler_of(given: &JsValue) -> Result<Scaler, Error> {
    let number = |value: JsValue| value.as_f64().unwrap_or(f64::NAN);
    let scale = |offset, scale| Scale { offset: number(offset), scale: number(scale) };
    let part = |column: &JsValue, name| field(column, name).unwrap_or(JsValue::UNDEFINED);
    let columns = match field(given, "columns") {
        Some(_) => list(given, "columns").iter().map(|of| scale(part(of, "offset"), part(of, "scale"))).collect(),
        None => list(given, "center").into_iter().zip(list(given, "spread")).map(|(a, b)| scale(a, b)).collect(),
    };
    Scaler::of_columns(Scaling::Standard, columns)
}

/// A field of an object that is there and neither `null` nor `undefined`.
fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// The items of a list, or of a typed array, among the fields; none where it is neither.
fn list(object: &JsValue, name: &str) -> Vec<JsValue> {
    field(object, name).filter(JsValue::is_object).map_or_else(Vec::new, |items| Array::from(&items).to_vec())
}

fn read(saved: &str) -> Result<Value, Error> {
    // As bytes, as files are read: a text's parser would be another one.
    let json = serde_json::from_slice(saved.as_bytes()).map_err(|error| errors::invalid("saved", "JSON", error))?;
    Ok(to_value(&json))
}

/// A text among the fields of an object, if it is there.
fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name)?.as_string()
}

/// A file; bytes that are none are an empty file, which no format is.
fn file(given: &JsValue) -> File {
    let bytes = field(given, "bytes").and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    File {
        name: text(given, "name").unwrap_or_else(|| "file".to_string()),
        bytes: bytes.map_or_else(Vec::new, |bytes| bytes.to_vec()),
    }
}

fn js_file(file: &File) -> JsValue {
    let bytes = Uint8Array::from(file.bytes.as_slice());
    with(Object::new().into(), &[("name", file.name.as_str().into()), ("bytes", bytes.into())])
}

/// A JavaScript `Error` with the engine's words, and `code`, `what`, `expected`, `received` for programs.
fn js_error(error: Error) -> JsValue {
    let fields = [
        ("code", error.code().into()),
        ("what", error.what().into()),
        ("expected", error.expected().into()),
        ("received", error.received().into()),
    ];
    with(js_sys::Error::new(&error.to_string()).into(), &fields)
}

/// An object with some fields put into it, which a plain one takes.
fn with(object: JsValue, fields: &[(&str, JsValue)]) -> JsValue {
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
