//! The way out of the engine: records, values and typed arrays become plain objects.

use crate::Value;
use js_sys::{Array, Object};
#[cfg(feature = "worked")]
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A record as a plain object: structures become objects, sequences arrays, missing values `undefined`.
#[cfg(feature = "worked")]
pub(super) fn object(record: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    // Records of numbers and text can always be serialized.
    record.serialize(&serializer).unwrap_or_else(JsValue::from)
}

#[wasm_bindgen]
extern "C" {
    /// An object whose fields are set without looking out for errors, which a fresh one has none of.
    #[wasm_bindgen(extends = Object)]
    type Fresh;

    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Fresh, name: &JsValue, value: &JsValue);
}

/// A plain object from the engine's value.
pub(super) fn js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Other(_) => JsValue::UNDEFINED,
        Value::Bool(truth) => JsValue::from_bool(*truth),
        Value::Number(number) => JsValue::from_f64(*number),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(items) => items.iter().map(js).collect::<Array>().into(),
        Value::Object(fields) => {
            let object: Fresh = Object::new().unchecked_into();
            fields.iter().for_each(|(name, value)| object.set(&JsValue::from_str(name), &js(value)));
            object.into()
        }
    }
}

/// Adds fields, such as typed arrays, to a fresh object, and returns it.
pub(super) fn with(object: impl Into<JsValue>, fields: &[(&str, JsValue)]) -> JsValue {
    let object: Fresh = object.into().unchecked_into();
    fields.iter().for_each(|(name, value)| object.set(&JsValue::from_str(name), value));
    object.into()
}

/// The numbers of each layer, as typed arrays in a list.
#[cfg(feature = "full")]
pub(super) fn arrays(layers: &[Vec<f32>]) -> JsValue {
    layers.iter().map(|layer| js_sys::Float32Array::from(layer.as_slice())).collect::<js_sys::Array>().into()
}
