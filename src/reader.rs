//! A deserializer of configurations: field by field, with errors that name the path, what was expected and what was
//! received.
//!
//! One reader serves JavaScript's objects and JSON alike. It is written by hand because its errors say more than those
//! of a derived one and it is a fifth of its size in the browser. Code that reads a configuration runs straight through:
//! the first error is remembered, a placeholder stands in for the rejected value, and [`read`] returns the whole or the
//! error.

use crate::concatenate::concatenate;
use crate::{Error, ErrorKind, Value};
use std::cell::OnceCell;

/// A value, its path, and the first error of the configuration that it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    value: &'a Value,
    place: Place<'a>,
    error: &'a OnceCell<Error>,
}

/// The path of a value; only an error spells it out, such as `layers[1].kernel`.
#[derive(Clone, Copy)]
enum Place<'a> {
    Whole(&'a str),
    Field(&'a Reader<'a>, &'a str),
    Item(&'a Reader<'a>, usize),
}

/// A type that can be read from a configuration.
pub(crate) trait Readable {
    /// Reads a value, or rejects it.
    fn read(reader: &Reader) -> Self;
}

/// Deserializes a whole configuration by `read`.
///
/// # Errors
/// The first error.
pub(crate) fn read<T>(value: &Value, read: impl FnOnce(&Reader) -> T) -> Result<T, Error> {
    read_at("", value, read)
}

/// Deserializes a value that stands at a path by `read`.
///
/// # Errors
/// The first error.
pub(crate) fn read_at<T>(path: &str, value: &Value, read: impl FnOnce(&Reader) -> T) -> Result<T, Error> {
    let error = OnceCell::new();
    let made = read(&Reader { value, place: Place::Whole(path), error: &error });
    match error.into_inner() {
        None => Ok(made),
        Some(error) => Err(error),
    }
}

impl<'a> Reader<'a> {
    /// One field of an object; a missing one reads as [`Value::Null`].
    pub(crate) fn field<'b>(&'b self, name: &'b str) -> Reader<'b> {
        let value = self.find(name).unwrap_or(&Value::Null);
        Reader { value, place: Place::Field(self, name), error: self.error }
    }

    /// Whether an object has the field, be it `null`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&'a Value> {
        let Value::Object(fields) = self.value else { return None };
        fields.iter().find(|(field, _)| same(field, name)).map(|(_, value)| value)
    }

    /// Reads a field.
    pub(crate) fn get<T: Readable>(&self, name: &str) -> T {
        T::read(&self.field(name))
    }

    /// Reads a field, or returns the default where it is missing.
    pub(crate) fn get_or<T: Readable>(&self, name: &str, default: T) -> T {
        let field = self.field(name);
        if field.is_given() { T::read(&field) } else { default }
    }

    /// Reads a field into its place; where it is missing, what stands there stays.
    pub(crate) fn update<T: Readable>(&self, name: &str, place: &mut T) {
        let field = self.field(name);
        if field.is_given() {
            *place = T::read(&field);
        }
    }

    /// The items of a list.
    pub(crate) fn items(&'a self) -> impl Iterator<Item = Reader<'a>> {
        let items = if let Value::Array(items) = self.value {
            items.as_slice()
        } else {
            self.reject_value("a list");
            &[]
        };
        let item = |(idx, value)| Reader { value, place: Place::Item(self, idx), error: self.error };
        items.iter().enumerate().map(item)
    }

    /// The fields of an object by the names that they have.
    pub(crate) fn entries(&'a self) -> impl Iterator<Item = (&'a str, Reader<'a>)> {
        let fields = if let Value::Object(fields) = self.value {
            fields.as_slice()
        } else {
            self.reject_value("an object");
            &[]
        };
        let entry = |(name, value): &'a (String, Value)| {
            (name.as_str(), Reader { value, place: Place::Field(self, name), error: self.error })
        };
        fields.iter().map(entry)
    }

    /// The value itself.
    pub(crate) fn value(&self) -> &'a Value {
        self.value
    }

    /// A text.
    pub(crate) fn text(&self) -> &'a str {
        let Value::String(text) = self.value else {
            self.reject_value("a text");
            return "";
        };
        text
    }

    /// A text, or the default where it is missing.
    pub(crate) fn text_or(&self, default: &'a str) -> &'a str {
        if self.is_given() { self.text() } else { default }
    }

    /// Whether there is a value.
    pub(crate) fn is_given(&self) -> bool {
        !matches!(self.value, Value::Null)
    }

    /// Itself, if there is a value.
    pub(crate) fn given(self) -> Option<Self> {
        self.is_given().then_some(self)
    }

    /// Rejects a value other than an object.
    pub(crate) fn must_be_object(&self) {
        if !matches!(self.value, Value::Object(_)) {
            self.reject_value("an object");
        }
    }

    /// Whether the value is a text.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.value, Value::String(_))
    }

    /// Whether the value is a number.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.value, Value::Number(_))
    }

    /// The path of the value, for an error.
    pub(crate) fn path(&self) -> String {
        let path = self.steps();
        if path.is_empty() { "config".to_string() } else { path }
    }

    fn steps(&self) -> String {
        match self.place {
            Place::Whole(path) => path.to_string(),
            Place::Item(list, idx) => concatenate![list.steps(), "[", idx, "]"],
            Place::Field(object, name) => {
                let path = object.steps();
                if path.is_empty() { name.to_string() } else { concatenate![path, ".", name] }
            }
        }
    }

    /// Remembers an error, unless there was one before.
    #[cold]
    pub(crate) fn reject(&self, error: Error) {
        // Later errors follow from the first.
        let _ = self.error.set(error);
    }

    /// Rejects the value with an error of the type that reads it, at its path.
    #[cold]
    pub(crate) fn reject_here(&self, error: Error) {
        self.reject(error.named(self.path()));
    }

    #[cold]
    #[inline(never)]
    fn reject_value(&self, expected: &str) {
        let (what, expected, received) = (self.path(), expected.to_string(), self.value.describe());
        self.reject(Error::new(ErrorKind::InvalidConfig, what, expected, received));
    }

    #[cold]
    #[inline(never)]
    fn reject_number(&self, expected: &str) {
        let (what, expected, received) = (self.path(), expected.to_string(), self.value.describe());
        self.reject(Error::new(ErrorKind::NotANumber, what, expected, received));
    }
}

/// Whether two names of a field are the same in JavaScript's manner and in Keras's: `learningRate`, `learning_rate`.
pub(crate) fn same(a: &str, b: &str) -> bool {
    fn plain(name: &str) -> impl Iterator<Item = u8> {
        name.bytes().filter(|letter| *letter != b'_').map(|letter| letter.to_ascii_lowercase())
    }
    plain(a).eq(plain(b))
}

/// 2⁵³: above it a double no longer holds every integer.
const MAX_INTEGER: f64 = 9_007_199_254_740_992.0;

/// A number; NaN and infinity pass: the caller validates the range.
impl Readable for f64 {
    fn read(reader: &Reader) -> Self {
        let Value::Number(number) = reader.value else {
            reader.reject_number("a number");
            return 0.0;
        };
        *number
    }
}

/// A number, rounded to the engine's precision.
impl Readable for f32 {
    fn read(reader: &Reader) -> Self {
        f64::read(reader) as f32
    }
}

/// An integer from 0 to the largest that JavaScript holds exactly.
impl Readable for u64 {
    fn read(reader: &Reader) -> Self {
        let Value::Number(number) = *reader.value else {
            reader.reject_number("an integer from 0");
            return 0;
        };
        if number.fract() == 0.0 && (0.0..=MAX_INTEGER).contains(&number) {
            return number as u64;
        }
        reader.reject_value("an integer from 0");
        0
    }
}

/// A count or an index, clamped to the largest of the machine.
impl Readable for usize {
    fn read(reader: &Reader) -> Self {
        usize::try_from(u64::read(reader)).unwrap_or(usize::MAX)
    }
}

/// The number of a row.
impl Readable for u32 {
    fn read(reader: &Reader) -> Self {
        u32::try_from(u64::read(reader)).unwrap_or(u32::MAX)
    }
}

/// `true` or `false`.
impl Readable for bool {
    fn read(reader: &Reader) -> Self {
        let Value::Bool(truth) = reader.value else {
            reader.reject_value("true or false");
            return false;
        };
        *truth
    }
}

/// A text.
impl Readable for String {
    fn read(reader: &Reader) -> Self {
        reader.text().to_string()
    }
}

/// The value itself.
impl Readable for Value {
    fn read(reader: &Reader) -> Self {
        reader.value.clone()
    }
}

/// A value that may be missing.
impl<T: Readable> Readable for Option<T> {
    fn read(reader: &Reader) -> Self {
        reader.is_given().then(|| T::read(reader))
    }
}

/// A list.
impl<T: Readable> Readable for Vec<T> {
    fn read(reader: &Reader) -> Self {
        reader.items().map(|item| T::read(&item)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(fields: &[(&'static str, Value)]) -> Value {
        Value::Object(fields.iter().map(|(name, value)| (name.to_string(), value.clone())).collect())
    }

    #[test]
    fn an_error_names_the_path_of_the_value() {
        let kernel = Value::Array(vec![Value::Number(1.0), Value::string("a")]);
        let config = object(&[("layers", Value::Array(vec![object(&[("kernel", kernel)])]))]);
        let kernels = |config: &Reader| {
            config.field("layers").items().map(|layer| layer.get("kernel")).collect::<Vec<Vec<f32>>>()
        };
        let error = read(&config, kernels).unwrap_err();
        assert_eq!(error.to_string(), "layers[0].kernel[1]: expected a number, received the text \"a\"");
    }

    #[test]
    fn of_many_errors_the_first_in_reading_order_is_reported() {
        let config = object(&[("epochs", Value::string("many")), ("bias", Value::Number(0.0))]);
        let both = |config: &Reader| (config.get::<bool>("bias"), config.get::<u64>("epochs"));
        assert_eq!(read(&config, both).unwrap_err().what(), "bias");
    }

    #[test]
    fn fields_are_named_in_the_manner_of_javascript_or_of_keras() {
        let names = ["learningRate", "learning_rate", "LEARNING_RATE_", "learningRat", "learningRates", "", "lernïng"];
        let same = names.map(|name| same("learningRate", name));
        assert_eq!(same, [true, true, true, false, false, false, false]);
    }

    #[test]
    fn what_is_missing_stays_as_it_was() {
        let mut place = 3_u64;
        let config = object(&[("epochs", Value::Null)]);
        read(&config, |config| config.update("epochs", &mut place)).unwrap();
        assert_eq!((place, read(&config, |config| config.get::<Option<u64>>("epochs"))), (3, Ok(None)));
    }

    #[test]
    fn an_integer_is_neither_negative_nor_broken_nor_infinite() {
        for number in [-1.0, 0.5, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(read(&Value::Number(number), u64::read).unwrap_err().code(), "invalid_config");
        }
        assert_eq!(read(&Value::Number(100.0), u64::read), Ok(100));
    }
}
