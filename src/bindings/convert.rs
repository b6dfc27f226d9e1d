//! The way into the engine: JavaScript's values become the engine's; and errors.

use super::record::with;
#[cfg(feature = "keras")]
use crate::reader::{Readable, read_at, same};
use crate::{Error, Value};
#[cfg(feature = "keras")]
use js_sys::Function;
use js_sys::{Array, Float32Array, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

/// A JavaScript `Error` with the engine's words, and `code`, `what`, `expected`, `received` for programs.
pub(super) fn js_error(error: Error) -> JsValue {
    let fields = [
        ("code", error.code().into()),
        ("what", error.what().into()),
        ("expected", error.expected().into()),
        ("received", error.received().into()),
    ];
    with(js_sys::Error::new(&error.to_string()), &fields)
}

/// Numbers from a `Float32Array`, or from an array in which each must be a number.
#[cfg(feature = "keras")]
pub(super) fn numbers(what: &str, value: &JsValue) -> Result<Vec<f32>, Error> {
    if let Some(array) = value.dyn_ref::<Float32Array>() {
        return Ok(array.to_vec());
    }
    match self::value(value) {
        list @ Value::Array(_) => read_at(what, &list, Readable::read),
        other => Err(Error::NotANumber {
            what: what.to_string(),
            expected: "a Float32Array or an array of numbers".to_string(),
            received: other.describe(),
        }),
    }
}

/// A function among the fields of an object, by its name in JavaScript's manner or in Keras's, if there is one.
#[cfg(feature = "keras")]
pub(super) fn function(object: &JsValue, name: &str) -> Result<Option<Function>, Error> {
    if !object.is_object() {
        return Ok(None);
    }
    let keys = Object::keys(object.unchecked_ref::<Object>());
    let Some(key) = keys.iter().find(|key| key.as_string().is_some_and(|key| same(&key, name))) else {
        return Ok(None);
    };
    let given = Reflect::get(object, &key).unwrap_or(JsValue::UNDEFINED);
    match given.dyn_into::<Function>() {
        Ok(function) => Ok(Some(function)),
        Err(missing) if missing.is_null() || missing.is_undefined() => Ok(None),
        Err(other) => Err(Error::InvalidConfig {
            what: name.to_string(),
            expected: "a function".to_string(),
            received: value(&other).describe(),
        }),
    }
}

/// Numbers in double precision, from arrays of either precision or an array in which each must be a number.
#[cfg(feature = "full")]
pub(super) fn doubles(what: &str, value: &JsValue) -> Result<Vec<f64>, Error> {
    if let Some(array) = value.dyn_ref::<js_sys::Float64Array>() {
        return Ok(array.to_vec());
    }
    if let Some(array) = value.dyn_ref::<Float32Array>() {
        return Ok(array.to_vec().into_iter().map(f64::from).collect());
    }
    match self::value(value) {
        list @ Value::Array(_) => read_at(what, &list, Readable::read),
        other => Err(Error::NotANumber {
            what: what.to_string(),
            expected: "a Float64Array, a Float32Array or an array of numbers".to_string(),
            received: other.describe(),
        }),
    }
}

/// Integers from 0, such as those of rows, from a `Uint32Array` or an array.
#[cfg(feature = "full")]
pub(super) fn row_numbers(what: &str, value: &JsValue) -> Result<Vec<usize>, Error> {
    if let Some(array) = value.dyn_ref::<js_sys::Uint32Array>() {
        return Ok(array.to_vec().into_iter().map(|row| row as usize).collect());
    }
    read_at(what, &self::value(value), Readable::read)
}

/// An array of text.
#[cfg(feature = "full")]
pub(super) fn texts(what: &str, value: &JsValue) -> Result<Vec<String>, Error> {
    read_at(what, &self::value(value), Readable::read)
}

/// How deep a configuration may be nested: none is, by far, and an object may contain itself.
const MAX_DEPTH: usize = 8;

/// A configuration from a plain object; the engine reads it.
pub(super) fn value(value: &JsValue) -> Value {
    nested(value, 0)
}

fn nested(value: &JsValue, depth: usize) -> Value {
    // Numbers first: of them there are many.
    if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if value.is_null() || value.is_undefined() {
        Value::Null
    } else if let Some(truth) = value.as_bool() {
        Value::Bool(truth)
    } else if let Some(text) = value.as_string() {
        Value::String(text)
    } else if let Some(array) = value.dyn_ref::<Float32Array>() {
        let numbers = array.to_vec().into_iter();
        Value::Array(numbers.map(|number| Value::Number(f64::from(number))).collect())
    } else if depth == MAX_DEPTH || !value.is_object() {
        Value::Other(String::from(JsString::from(value.js_typeof())))
    } else if let Some(array) = value.dyn_ref::<Array>() {
        Value::Array(array.iter().map(|item| nested(&item, depth + 1)).collect())
    } else {
        Value::Object(fields(value, depth + 1))
    }
}

/// The own fields of an object; one that is undefined, or throws when it is read, counts as missing.
fn fields(object: &JsValue, depth: usize) -> Vec<(String, Value)> {
    let keys = Object::keys(object.unchecked_ref::<Object>());
    let field = |key: JsValue| {
        let found = Reflect::get(object, &key).ok().filter(|found| !found.is_undefined())?;
        Some((key.as_string().unwrap_or_default(), nested(&found, depth)))
    };
    keys.iter().filter_map(field).collect()
}

/// An integer from 0, such as an iteration or a count of steps.
pub(super) fn count(what: &str, value: f64) -> Result<usize, Error> {
    if value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0 {
        return Ok(value as usize);
    }
    Err(Error::OutOfRange {
        what: what.to_string(),
        expected: "an integer from 0".to_string(),
        received: Value::Number(value).describe(),
    })
}
