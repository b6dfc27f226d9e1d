//! JSON of other tools, and the engine's values from it.

use glassnet::Value;
use glassnet::nn::{ClassConfig, SettingValue};
use serde_json::{Map, Value as Json};

/// An object of some fields.
pub(crate) fn object<const COUNT: usize>(fields: [(&str, Json); COUNT]) -> Json {
    Json::Object(map(fields.map(|(name, value)| (name.to_string(), value))))
}

/// Fields one after the other: collecting them would sort them first, by code of its own for each iterator.
fn map(fields: impl IntoIterator<Item = (String, Json)>) -> Map<String, Json> {
    let mut map = Map::new();
    map.extend(fields);
    map
}

/// All settings of a class, by Keras's names.
pub(crate) fn settings(class: &ClassConfig) -> Map<String, Json> {
    map(class.settings.iter().map(|(name, value)| ((*name).to_string(), setting(value))))
}

/// A number of single precision as its shortest decimal.
pub(crate) fn single(number: f32) -> Json {
    Json::from(glassnet::nearest_decimal(number))
}

/// A count: an integer where it is one.
fn count(number: f32) -> Json {
    let integer = number as i64;
    if integer as f32 == number { Json::from(integer) } else { single(number) }
}

fn setting(value: &SettingValue) -> Json {
    match value {
        SettingValue::Nothing => Json::Null,
        SettingValue::Single(number) => single(*number),
        SettingValue::Double(number) => Json::from(*number),
        SettingValue::Flag(flag) => Json::from(*flag),
        SettingValue::Count(number) => count(*number),
        SettingValue::List(numbers) => numbers.iter().map(|number| single(*number)).collect(),
        SettingValue::Counts(numbers) => numbers.iter().map(|number| count(*number)).collect(),
        SettingValue::Choice(word) => Json::from(*word),
    }
}

/// The engine's value of a JSON one.
pub(crate) fn to_value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => number.as_f64().map_or(Value::Null, Value::Number),
        Json::String(text) => Value::String(text.clone()),
        Json::Array(items) => Value::Array(items.iter().map(to_value).collect()),
        Json::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), to_value(value))).collect())
        }
    }
}

/// The JSON of an engine's value; NaN and infinity, which JSON has not, become null.
pub(crate) fn from_value(value: &Value) -> Json {
    match value {
        Value::Null | Value::Other(_) => Json::Null,
        Value::Bool(truth) => Json::from(*truth),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => Json::from(*number as i64),
        Value::Number(number) => Json::from(*number),
        Value::String(text) => Json::from(text.as_str()),
        Value::Array(items) => items.iter().map(from_value).collect(),
        Value::Object(fields) => {
            Json::Object(map(fields.iter().map(|(name, value)| (name.clone(), from_value(value)))))
        }
    }
}
