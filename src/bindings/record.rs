//! Records as plain objects.

use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A record as a plain object: structures become objects, sequences arrays, missing values `undefined`.
pub(super) fn object(record: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    record.serialize(&serializer).map_err(JsValue::from)
}
