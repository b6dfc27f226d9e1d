//! The way into the engine: JavaScript's values become the engine's; and errors.

use super::record::with;
#[cfg(feature = "keras")]
use crate::reader::{Readable, read_at, same};
#[cfg(feature = "keras")]
use crate::rows::NumberRows;
use crate::{Error, ErrorKind, Value};
use js_sys::{Array, JsString, Object, Reflect};
#[cfg(feature = "keras")]
use js_sys::{ArrayBuffer, Float32Array, Float64Array, Function, Symbol};
#[cfg(feature = "full")]
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::prelude::*;

/// A JavaScript `Error` with the engine's words, and `code`, `what`, `expected`, `received` for programs.
pub(super) fn js_error(error: Error) -> JsValue {
    let fields = [
        ("code", error.code().into()),
        ("what", error.what().into()),
        ("expected", error.expected().into()),
        ("received", error.received().into()),
    ];
    with(js_sys::Error::new(&error.message()), &fields)
}

/// A number that rows are made of, in the engine's precision or in double precision.
#[cfg(feature = "keras")]
pub(super) trait Number: Readable {
    /// The numbers of a typed array.
    fn typed(value: &JsValue) -> Option<Vec<Self>>
    where
        Self: Sized;
}

#[cfg(feature = "keras")]
impl Number for f32 {
    fn typed(value: &JsValue) -> Option<Vec<f32>> {
        match value.dyn_ref::<Float32Array>() {
            Some(array) => Some(array.to_vec()),
            None => is_typed_array(value).then(|| Float32Array::new(value).to_vec()),
        }
    }
}

#[cfg(feature = "keras")]
impl Number for f64 {
    fn typed(value: &JsValue) -> Option<Vec<f64>> {
        is_typed_array(value).then(|| Float64Array::new(value).to_vec())
    }
}

/// Whether a value is a typed array of numbers, which those of BigInt are not.
#[cfg(feature = "keras")]
fn is_typed_array(value: &JsValue) -> bool {
    let tag = || Reflect::get(value, &Symbol::to_string_tag()).ok().and_then(|tag| tag.as_string());
    ArrayBuffer::is_view(value) && tag().is_some_and(|tag| tag.ends_with("Array") && !tag.starts_with("Big"))
}

/// Rows of numbers from nested arrays, a typed array or an array of numbers.
#[cfg(feature = "keras")]
pub(super) fn number_rows<T: Number>(what: &str, value: &JsValue) -> Result<NumberRows<T>, Error> {
    if let Some(numbers) = T::typed(value) {
        return Ok(NumberRows::flat(numbers));
    }
    match self::value(value) {
        list @ Value::Array(_) => read_at(what, &list, Readable::read),
        other => Err(Error::new(
            ErrorKind::NotANumber,
            what.to_string(),
            "nested arrays, a typed array or an array of numbers".to_string(),
            other.describe(),
        )),
    }
}

/// The numbers of rows that have a width, in row-major order.
#[cfg(feature = "keras")]
pub(super) fn numbers<T: Number>(what: &str, value: &JsValue, width: usize) -> Result<Vec<T>, Error> {
    number_rows(what, value)?.with_width(what, width)
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
        Err(other) => Err(Error::new(
            ErrorKind::InvalidConfig,
            name.to_string(),
            "a function".to_string(),
            value(&other).describe(),
        )),
    }
}

/// Another handle to an object of a class that has `__share`; none of what is no such object.
#[cfg(feature = "full")]
pub(super) fn shared<T: TryFromJsValue>(value: &JsValue) -> Result<Option<T>, JsValue> {
    // A binding to the class itself would take the object from its owner.
    let share = Reflect::get(value, &"__share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    let shared = share.map(|share| share.call0(value)).transpose()?;
    Ok(shared.and_then(|shared| T::try_from_js_value(shared).ok()))
}

/// Integers from 0, such as those of rows, from a typed array or an array.
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
    } else if let Some(numbers) = typed(value) {
        Value::Array(numbers.into_iter().map(Value::Number).collect())
    } else if depth == MAX_DEPTH || !value.is_object() {
        Value::Other(String::from(JsString::from(value.js_typeof())))
    } else if let Some(array) = value.dyn_ref::<Array>() {
        Value::Array(array.iter().map(|item| nested(&item, depth + 1)).collect())
    } else {
        Value::Object(fields(value, depth + 1))
    }
}

#[cfg(feature = "keras")]
fn typed(value: &JsValue) -> Option<Vec<f64>> {
    f64::typed(value)
}

#[cfg(not(feature = "keras"))]
fn typed(value: &JsValue) -> Option<Vec<f64>> {
    let numbers = value.dyn_ref::<js_sys::Float32Array>()?.to_vec();
    Some(numbers.into_iter().map(f64::from).collect())
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
    Err(Error::new(
        ErrorKind::OutOfRange,
        what.to_string(),
        "an integer from 0".to_string(),
        Value::Number(value).describe(),
    ))
}
