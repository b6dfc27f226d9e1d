//! Configurations from outside, read field by field: a refusal names the path, what was expected and what came.
//!
//! One reader serves JavaScript's objects and JSON alike. It is written by hand because it says more than a
//! derived one and is a fifth of its size in the browser.

use crate::Error;

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

/// A value and where it stands, such as `layers[1].kernel`.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    path: String,
    value: &'a Value,
}

impl<'a> Reader<'a> {
    /// Reads a whole configuration.
    pub(crate) fn new(value: &'a Value) -> Self {
        Reader { path: String::new(), value }
    }

    /// Reads a value that stands at a path.
    pub(crate) fn at(path: &str, value: &'a Value) -> Self {
        Reader { path: path.to_string(), value }
    }

    /// The fields of an object, of which only the known ones may be there.
    pub(crate) fn fields(&self, known: &[&str]) -> Result<(), Error> {
        let Value::Fields(fields) = self.value else {
            return Err(self.refuse("an object"));
        };
        match fields.iter().find(|(name, _)| !known.iter().any(|known| same(known, name))) {
            None => Ok(()),
            Some((name, _)) => Err(Error::InvalidConfig {
                what: self.name(),
                expected: format!("the fields {}", known.join(", ")),
                received: format!("the field {name}"),
            }),
        }
    }

    /// One field of an object; a missing one reads as [`Value::Nothing`].
    pub(crate) fn field(&self, name: &str) -> Reader<'a> {
        let fields = match self.value {
            Value::Fields(fields) => fields.as_slice(),
            _ => &[],
        };
        let found = fields.iter().find(|(field, _)| same(field, name));
        Reader {
            path: if self.path.is_empty() { name.to_string() } else { format!("{}.{name}", self.path) },
            value: found.map_or(&Value::Nothing, |(_, value)| value),
        }
    }

    /// Whether an object has the field, be it `null`.
    pub(crate) fn has(&self, name: &str) -> bool {
        matches!(self.value, Value::Fields(fields) if fields.iter().any(|(field, _)| same(field, name)))
    }

    /// The value itself.
    pub(crate) fn value(&self) -> &'a Value {
        self.value
    }

    /// What `read` makes of the value, or nothing where it is missing.
    pub(crate) fn optional<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<Option<T>, Error> {
        match self.value {
            Value::Nothing => Ok(None),
            _ => read(self).map(Some),
        }
    }

    /// A list, each item read by `read`.
    pub(crate) fn list<T>(&self, read: impl Fn(&Reader<'a>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let Value::List(items) = self.value else {
            return Err(self.refuse("a list"));
        };
        let read_item = |(idx, value)| read(&Reader { path: format!("{}[{idx}]", self.path), value });
        items.iter().enumerate().map(read_item).collect()
    }

    /// A number, rounded to the engine's precision; NaN and infinity pass, to be refused by whom they concern.
    pub(crate) fn number(&self) -> Result<f32, Error> {
        match self.value {
            Value::Number(number) => Ok(*number as f32),
            _ => Err(self.refuse_number("a number")),
        }
    }

    /// A number in double precision.
    pub(crate) fn double(&self) -> Result<f64, Error> {
        match self.value {
            Value::Number(number) => Ok(*number),
            _ => Err(self.refuse_number("a number")),
        }
    }

    /// Whether the value is a text.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.value, Value::Text(_))
    }

    /// Whether the value is a number.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.value, Value::Number(_))
    }

    /// Where the value stands, for a refusal.
    pub(crate) fn path(&self) -> String {
        self.name()
    }

    /// A whole number from 0 to the largest that JavaScript holds exactly.
    pub(crate) fn whole(&self) -> Result<u64, Error> {
        match self.value {
            Value::Number(number) if number.fract() == 0.0 && (0.0..=MAX_WHOLE).contains(number) => Ok(*number as u64),
            Value::Number(_) => Err(self.refuse("a whole number from 0")),
            _ => Err(self.refuse_number("a whole number from 0")),
        }
    }

    /// `true` or `false`.
    pub(crate) fn truth(&self) -> Result<bool, Error> {
        match self.value {
            Value::Truth(truth) => Ok(*truth),
            _ => Err(self.refuse("true or false")),
        }
    }

    /// A text.
    pub(crate) fn text(&self) -> Result<String, Error> {
        match self.value {
            Value::Text(text) => Ok(text.clone()),
            _ => Err(self.refuse("a text")),
        }
    }

    fn name(&self) -> String {
        if self.path.is_empty() { "config".to_string() } else { self.path.clone() }
    }

    fn refuse(&self, expected: &str) -> Error {
        Error::InvalidConfig { what: self.name(), expected: expected.to_string(), received: self.value.describe() }
    }

    fn refuse_number(&self, expected: &str) -> Error {
        Error::NotANumber { what: self.name(), expected: expected.to_string(), received: self.value.describe() }
    }
}

/// Whether two names of a field are the same in JavaScript's manner and in Keras's: `learningRate`, `learning_rate`.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase()).collect::<String>();
    plain(a) == plain(b)
}

/// 2⁵³: above it a double no longer holds every whole number.
const MAX_WHOLE: f64 = 9_007_199_254_740_992.0;

impl Value {
    /// A list of numbers.
    pub(crate) fn numbers(numbers: &[f32]) -> Self {
        Value::List(numbers.iter().map(|&number| Value::Number(f64::from(number))).collect())
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
    pub(crate) fn fields(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        let known = fields.into_iter().filter(|(_, value)| *value != Value::Nothing);
        Value::Fields(known.map(|(name, value)| (name.to_string(), value)).collect())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_path_of_the_value() {
        let kernel = Value::List(vec![Value::Number(1.0), Value::Text("a".into())]);
        let layer = Value::Fields(vec![("kernel".into(), kernel)]);
        let config = Value::Fields(vec![("layers".into(), Value::List(vec![layer]))]);
        let read = Reader::new(&config).field("layers").list(|layer| layer.field("kernel").list(Reader::number));
        assert_eq!(read.unwrap_err().to_string(), "layers[0].kernel[1]: expected a number, received the text \"a\"");
    }

    #[test]
    fn an_unknown_field_is_refused_with_the_known_ones() {
        let config = Value::Fields(vec![("unit".into(), Value::Number(2.0))]);
        assert_eq!(
            Reader::new(&config).fields(&["units", "bias"]).unwrap_err().to_string(),
            "config: expected the fields units, bias, received the field unit"
        );
    }

    #[test]
    fn a_whole_number_is_neither_negative_nor_broken_nor_infinite() {
        for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 1e300] {
            let value = Value::Number(number);
            assert_eq!(Reader::new(&value).whole().unwrap_err().code(), "invalid_config");
        }
        assert_eq!(Reader::new(&Value::Number(100.0)).whole(), Ok(100));
    }
}
