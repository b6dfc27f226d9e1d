//! Configurations from JSON, and what stands in the engine's plain objects.
#![allow(dead_code)]

use glassnet::Value;
use serde_json::Value as Json;

/// The value that JavaScript's object of this JSON would be.
pub(crate) fn config(json: &str) -> Value {
    value(&serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
}

pub(crate) fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::String(text.clone()),
        Json::Array(items) => Value::Array(items.iter().map(value).collect()),
        Json::Object(fields) => {
            Value::Object(fields.iter().map(|(name, field)| (name.clone(), value(field))).collect())
        }
    }
}

/// JSON of a value, as JavaScript's `JSON.stringify` makes it.
pub(crate) fn json(value: &Value) -> Json {
    match value {
        Value::Null | Value::Other(_) => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        Value::Number(number) => serde_json::Number::from_f64(*number).map_or(Json::Null, Json::Number),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(items) => Json::Array(items.iter().map(json).collect()),
        Value::Object(fields) => Json::Object(fields.iter().map(|(name, field)| (name.clone(), json(field))).collect()),
    }
}

pub(crate) fn find<'a>(value: &'a Value, field: &str) -> Option<&'a Value> {
    let Value::Object(fields) = value else { panic!("{field} of {value:?}") };
    fields.iter().find(|(name, _)| name == field).map(|(_, value)| value)
}

pub(crate) fn get<'a>(value: &'a Value, field: &str) -> &'a Value {
    find(value, field).unwrap_or_else(|| panic!("no {field} in {value:?}"))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    let Value::Array(items) = value else { panic!("{value:?}") };
    items
}

pub(crate) fn as_number(value: &Value) -> f64 {
    let Value::Number(number) = value else { panic!("{value:?}") };
    *number
}

pub(crate) fn as_text(value: &Value) -> &str {
    let Value::String(text) = value else { panic!("{value:?}") };
    text
}

pub(crate) fn number(value: &Value, field: &str) -> f64 {
    as_number(get(value, field))
}

pub(crate) fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    as_text(get(value, field))
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(as_number).collect()
}

pub(crate) fn strings(value: &Value) -> Vec<&str> {
    list(value).iter().map(as_text).collect()
}

/// A configuration again and again, each time with another of its fields, or of the items of its lists, replaced by
/// something strange.
pub(crate) fn with_strange_values(config: &Value) -> Vec<Value> {
    let strange = [
        Value::Null,
        Value::Bool(true),
        Value::Number(-1.0),
        Value::Number(0.5),
        Value::Number(1e15),
        Value::Number(f64::NAN),
        Value::String("AAAA".to_string()),
        Value::String(String::new()),
        Value::Array(vec![Value::Number(7.0)]),
        Value::Object(Vec::new()),
    ];
    let mut places = Vec::new();
    paths(config, Vec::new(), &mut places);
    let with = |path: &Vec<usize>, value: &Value| {
        let mut changed = config.clone();
        *at(&mut changed, path) = value.clone();
        changed
    };
    places.iter().flat_map(|path| strange.iter().map(move |value| with(path, value))).collect()
}

/// The places of all fields and items.
fn paths(value: &Value, path: Vec<usize>, all: &mut Vec<Vec<usize>>) {
    let items: Vec<&Value> = match value {
        Value::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    for (idx, item) in items.into_iter().enumerate() {
        let path: Vec<usize> = path.iter().copied().chain([idx]).collect();
        all.push(path.clone());
        paths(item, path, all);
    }
}

fn at<'a>(value: &'a mut Value, path: &[usize]) -> &'a mut Value {
    let Some((first, rest)) = path.split_first() else { return value };
    match value {
        Value::Object(fields) => at(&mut fields[*first].1, rest),
        Value::Array(items) => at(&mut items[*first], rest),
        _ => panic!("{path:?}"),
    }
}
