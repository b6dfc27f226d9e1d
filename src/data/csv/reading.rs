//! What a text was taken for, what else it could be, and what is worth saying of it.

use super::options::CsvFormat;
use crate::Value;

/// How a text was read as a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// Every option as it was given or found; the same text and format make the same table.
    pub format: CsvFormat,
    /// How many lines were left out: those at the beginning, and comments.
    pub skipped_rows: usize,
    /// How many rows of empty cells were left out.
    pub blank_rows: usize,
    /// Other options under which the text is as good a table; empty where nothing was in doubt.
    pub alternatives: Vec<Alternative>,
    /// What is worth saying.
    pub notes: Vec<Note>,
}

/// An option by which the text could also be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The option's name in JavaScript, such as `decimal`.
    pub option: &'static str,
    /// What it could be.
    pub value: Value,
    /// A short stable name of the doubt: `also_fits`, `decimal_or_thousands`, `maybe_names`, `maybe_values`, `undecided`.
    pub reason: &'static str,
    /// A cell that shows it.
    pub example: Option<String>,
}

/// Something worth saying, by its code, with the facts for a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its short stable name.
    pub code: &'static str,
    /// Names and numbers.
    pub facts: Vec<(&'static str, Value)>,
}

impl Alternative {
    /// As JavaScript writes it.
    pub(crate) fn to_value(&self) -> Value {
        Value::object([
            ("option", Value::string(self.option)),
            ("value", self.value.clone()),
            ("reason", Value::string(self.reason)),
            ("example", self.example.as_ref().map_or(Value::Null, Value::string)),
        ])
    }
}

impl Reading {
    /// As JavaScript writes it: the format's options and what was found besides.
    pub(crate) fn to_value(&self) -> Value {
        let Value::Object(mut fields) = self.format.to_value() else {
            return Value::Null;
        };
        let note = |note: &Note| {
            Value::object([("code", Value::string(note.code)), ("facts", Value::object(note.facts.clone()))])
        };
        let found = Value::object([
            ("skippedRows", Value::count(self.skipped_rows)),
            ("blankRows", Value::count(self.blank_rows)),
            ("alternatives", Value::array(&self.alternatives, Alternative::to_value)),
            ("notes", Value::array(&self.notes, note)),
        ]);
        if let Value::Object(found) = found {
            fields.extend(found);
        }
        Value::Object(fields)
    }
}
