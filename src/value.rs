//! JSON-like values: what configurations come in as and results go out as.

use crate::concatenate::concatenate;
/// A JSON-like value of a configuration or a result.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Missing, `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, NaN and infinity included: what reads it rejects them.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object: its fields by name, in their order.
    Object(Vec<(String, Value)>),
    /// Anything else, by the name of its type.
    Other(String),
}

impl Value {
    /// An array of numbers.
    pub(crate) fn numbers(numbers: &[f64]) -> Self {
        Value::Array(numbers.iter().map(|&number| Value::Number(number)).collect())
    }

    /// A count or an index.
    pub(crate) fn count(count: usize) -> Self {
        Value::Number(count as f64)
    }

    /// A string.
    pub(crate) fn string(text: impl Into<String>) -> Self {
        Value::String(text.into())
    }

    /// An array, each item made by `make`.
    pub(crate) fn array<T>(items: impl IntoIterator<Item = T>, make: impl Fn(T) -> Value) -> Self {
        Value::Array(items.into_iter().map(make).collect())
    }

    /// An object without the fields that are [`Value::Null`].
    pub(crate) fn object(fields: impl Into<Vec<(&'static str, Value)>>) -> Self {
        fn given(fields: Vec<(&'static str, Value)>) -> Vec<(String, Value)> {
            let given = fields.into_iter().filter(|(_, value)| !matches!(value, Value::Null));
            given.map(|(name, value)| (name.to_string(), value)).collect()
        }
        Value::Object(given(fields.into()))
    }

    /// Describes the value in an error message.
    pub(crate) fn describe(&self) -> String {
        match self {
            Value::Null => "nothing".to_string(),
            Value::Bool(truth) => truth.to_string(),
            Value::Number(number) => crate::number::short(*number),
            Value::String(text) => {
                concatenate!["the text \"", text.chars().take(60).collect::<String>(), "\""]
            }
            Value::Array(items) => concatenate!["a list of ", items.len()],
            Value::Object(_) => "an object".to_string(),
            Value::Other(name) => name.clone(),
        }
    }
}
