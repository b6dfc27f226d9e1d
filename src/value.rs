//! Values as any language can write them: what configurations come in as and answers go out as.

/// A value of a configuration, as any language can write it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Missing, `null` or `undefined`.
    Nothing,
    /// `true` or `false`.
    Truth(bool),
    /// A number, NaN and infinity included: whoever reads it refuses them.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object: its fields by name.
    Fields(Vec<(String, Value)>),
    /// Anything else, by the name of its type.
    Other(String),
}

impl Value {
    /// A list of numbers.
    pub(crate) fn numbers(numbers: &[f64]) -> Self {
        Value::List(numbers.iter().map(|&number| Value::Number(number)).collect())
    }

    /// A count or a place.
    pub(crate) fn count(count: usize) -> Self {
        Value::Number(count as f64)
    }

    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into())
    }

    /// A list, each item made by `make`.
    pub(crate) fn list<T>(items: impl IntoIterator<Item = T>, make: impl Fn(T) -> Value) -> Self {
        Value::List(items.into_iter().map(make).collect())
    }

    /// An object without the fields that are [`Value::Nothing`].
    pub(crate) fn fields(fields: impl Into<Vec<(&'static str, Value)>>) -> Self {
        fn given(fields: Vec<(&'static str, Value)>) -> Vec<(String, Value)> {
            let given = fields.into_iter().filter(|(_, value)| !matches!(value, Value::Nothing));
            given.map(|(name, value)| (name.to_string(), value)).collect()
        }
        Value::Fields(given(fields.into()))
    }

    /// What the value is, in words for a message.
    pub(crate) fn describe(&self) -> String {
        match self {
            Value::Nothing => "nothing".to_string(),
            Value::Truth(truth) => truth.to_string(),
            Value::Number(number) => crate::number::short(*number),
            Value::Text(text) => {
                format!("the text \"{}\"", text.chars().take(60).collect::<String>())
            }
            Value::List(items) => format!("a list of {}", items.len()),
            Value::Fields(_) => "an object".to_string(),
            Value::Other(name) => name.clone(),
        }
    }
}
