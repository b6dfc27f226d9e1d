//! The run as the engine gives it, read.

use crate::errors;
use glassnet::{Error, Value};

/// A run, its parts where they stand in the value.
#[derive(Debug)]
pub(super) struct Run<'a> {
    whole: Fields<'a>,
    /// The saved model.
    pub(super) model: &'a Value,
    /// The names of the features, in their order.
    features: Vec<&'a str>,
    target: &'a str,
}

/// The fields of an object by name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a>(&'a [(String, Value)]);

impl<'a> Run<'a> {
    /// Reads what `Experiment::run_for_workers` gave.
    pub(super) fn read(run: &'a Value) -> Result<Self, Error> {
        let whole = Fields::of(run, "run")?;
        if whole.text("glassnet")? != "run" || whole.number("version")? != 1.0 {
            return Err(errors::invalid("run", "a run of an experiment, of version 1", "something else"));
        }
        let features = whole.items("features")?;
        let names = features.iter().map(|feature| Fields::of(feature, "run.features")?.text("name"));
        let features = names.collect::<Result<Vec<&str>, Error>>()?;
        let target = whole.object("target")?.text("name")?;
        whole.text("train")?;
        Ok(Run { whole, model: whole.given("model")?, features, target })
    }

    /// The field of a name as it is, null where it is missing.
    pub(super) fn field(&self, name: &str) -> &'a Value {
        self.whole.get(name)
    }

    /// The names of the columns, the target last.
    pub(super) fn header(&self) -> Vec<&'a str> {
        self.features.iter().copied().chain([self.target]).collect()
    }

    /// The lines of the rows by what they are for; those that there are.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let lines = |name| match self.whole.get(name) {
            Value::String(lines) => Some((name, lines.as_str())),
            _ => None,
        };
        ["train", "validation", "test"].into_iter().filter_map(lines)
    }
}

impl<'a> Fields<'a> {
    fn of(value: &'a Value, what: &str) -> Result<Self, Error> {
        match value {
            Value::Object(fields) => Ok(Fields(fields)),
            _ => Err(errors::invalid(what, "an object", "something else")),
        }
    }

    fn get(self, name: &str) -> &'a Value {
        self.0.iter().find(|(field, _)| field == name).map_or(&Value::Null, |(_, value)| value)
    }

    fn given(self, name: &str) -> Result<&'a Value, Error> {
        match self.get(name) {
            Value::Null => Err(errors::invalid(format_args!("run.{name}"), "a value", "nothing")),
            value => Ok(value),
        }
    }

    fn text(self, name: &str) -> Result<&'a str, Error> {
        match self.given(name)? {
            Value::String(text) => Ok(text),
            _ => Err(errors::invalid(format_args!("run.{name}"), "text", "something else")),
        }
    }

    fn number(self, name: &str) -> Result<f64, Error> {
        match self.given(name)? {
            Value::Number(number) => Ok(*number),
            _ => Err(errors::invalid(format_args!("run.{name}"), "a number", "something else")),
        }
    }

    fn items(self, name: &str) -> Result<&'a [Value], Error> {
        match self.given(name)? {
            Value::Array(items) => Ok(items),
            _ => Err(errors::invalid(format_args!("run.{name}"), "a list", "something else")),
        }
    }

    fn object(self, name: &str) -> Result<Self, Error> {
        Fields::of(self.given(name)?, &format!("run.{name}"))
    }
}
