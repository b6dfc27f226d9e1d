//! Parts of a configuration of Keras's: objects of a class with settings, and what is said of one that is rejected.

use crate::errors;
use crate::json::to_value;
use glassnet::{Error, Value};
use serde_json::{Map, Value as Json};

/// The fields of an object.
pub(super) type Fields = Map<String, Json>;

/// Fields of an engine's value.
pub(super) type Values = Vec<(String, Value)>;

/// A part of a configuration: what it is called in errors, and its fields that were not looked at yet.
pub(super) struct Part {
    /// `layer dense_1 (Dense)`.
    pub(super) what: String,
    fields: Fields,
}

impl Part {
    /// A part of some fields.
    pub(super) fn new(what: String, fields: Fields) -> Self {
        Part { what, fields }
    }

    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Json {
        self.fields.remove(name).unwrap_or(Json::Null)
    }

    /// Leaves out fields that change no number.
    pub(super) fn ignore(&mut self, names: &[&str]) {
        names.iter().for_each(|name| drop(self.fields.remove(*name)));
    }

    /// A field that Glassnet has with some values only, as `null` that of leaving it out.
    pub(super) fn expect(&mut self, name: &str, allowed: &[Json]) -> Result<(), Error> {
        let value = self.take(name);
        if value.is_null() || allowed.iter().any(|allowed| is_same(allowed, &value)) {
            return Ok(());
        }
        let expected = allowed.iter().map(Json::to_string).collect::<Vec<_>>().join(" or ");
        let expected = if expected.is_empty() { "nothing".to_string() } else { expected };
        Err(errors::unsupported(format_args!("{}: {name}", self.what), expected, short(&value)))
    }

    /// The rest, as settings that the engine reads and names if it does not know them.
    pub(super) fn rest(self) -> Values {
        let given = self.fields.into_iter().filter(|(_, value)| !value.is_null());
        given.map(|(name, value)| (name, to_value(&value))).collect()
    }

    /// Rejects what is left.
    pub(super) fn end(self) -> Result<(), Error> {
        let left = self.fields.into_iter().find(|(_, value)| !value.is_null() && *value != Json::Bool(false));
        let Some((name, value)) = left else { return Ok(()) };
        let what = format!("{}: {name}", self.what);
        Err(errors::unsupported(what, "none, as Glassnet has no such setting", short(&value)))
    }
}

/// Whether two values are the same, be a number written as an integer or not.
fn is_same(one: &Json, other: &Json) -> bool {
    one == other || one.as_f64().is_some_and(|number| other.as_f64() == Some(number))
}

/// A value in an error.
pub(super) fn short(value: &Json) -> String {
    value.to_string().chars().take(60).collect()
}

/// The class of an object and its settings: of a name alone without any. `None` of anything else.
///
/// Keras 2 writes `Custom>Adam` for some of its own; a function is an object too, whose configuration is its name.
pub(super) fn class_and_fields(thing: &Json) -> Option<(String, Fields)> {
    let plain = |name: &str| name.rsplit('>').next().unwrap_or_default().to_string();
    if let Json::String(name) = thing {
        return Some((plain(name), Fields::new()));
    }
    let class = thing.get("class_name")?.as_str()?;
    match thing.get("config") {
        Some(Json::String(function)) => Some((function.clone(), Fields::new())),
        Some(Json::Object(fields)) => Some((plain(class), fields.clone())),
        Some(Json::Null) | None => Some((plain(class), Fields::new())),
        Some(_) => None,
    }
}

/// An engine's object of a name with the rest of the settings of a part.
pub(super) fn named(name: String, part: Part) -> Value {
    let mut fields = vec![("name".to_string(), Value::String(name))];
    fields.extend(part.rest());
    Value::Object(fields)
}
