//! Records as plain objects.

use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A record as a plain object: structures become objects, sequences arrays, missing values `undefined`.
pub(super) fn object(record: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    // Records of numbers and text can always be serialized.
    record.serialize(&serializer).unwrap_or_else(JsValue::from)
}
