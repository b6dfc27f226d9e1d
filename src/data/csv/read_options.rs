//! Options from outside and a format as JavaScript writes it; one can be read as the other.

use super::options::{CsvFormat, CsvOptions, Separator};
use crate::reader::{self, Readable, Reader};
use crate::{Error, Value};

/// What a reading has besides, and what older programs write.
const PASSED_OVER: [&str; 5] = ["skippedRows", "blankRows", "alternatives", "notes", "decimalComma"];

impl CsvOptions {
    /// The names of the options in JavaScript.
    pub(crate) const NAMES: [&str; 14] = [
        "separator",
        "decimal",
        "thousands",
        "header",
        "encoding",
        "comment",
        "skipRows",
        "skipBlankRows",
        "naValues",
        "trueValues",
        "falseValues",
        "units",
        "textColumns",
        "strict",
    ];
}

impl CsvOptions {
    /// Reads options from outside, with the field names of JavaScript.
    ///
    /// # Errors
    /// Rejects unknown fields and values of another type, each by its path. What no text can be read with is rejected when
    /// one is read.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, Readable::read)
    }
}

/// Reads `{ separator?, decimal?, ... }`, or a reading, whose findings are passed over.
impl Readable for CsvOptions {
    fn read(options: &Reader) -> Self {
        options.fields(&[CsvOptions::NAMES.as_slice(), &PASSED_OVER].concat());
        let decimal_comma: Option<bool> = options.get("decimalComma");
        CsvOptions {
            separator: options.field("separator").given().and_then(|separator| read_separator(&separator)),
            decimal: read_sign(options, "decimal")
                .flatten()
                .or(decimal_comma.map(|comma| if comma { ',' } else { '.' })),
            thousands: read_sign(options, "thousands"),
            header: options.get("header"),
            encoding: options.get("encoding"),
            comment: read_sign(options, "comment"),
            skip_rows: options.get("skipRows"),
            skip_blank_rows: options.get("skipBlankRows"),
            na_values: options.get("naValues"),
            true_values: options.get("trueValues"),
            false_values: options.get("falseValues"),
            units: options.field("units").given().map(|units| read_units(&units)),
            text_columns: options.get("textColumns"),
            strict: options.get_or("strict", false),
        }
    }
}

/// One character, or `whitespace`.
pub(crate) fn read_separator(separator: &Reader) -> Option<Separator> {
    if separator.text() == "whitespace" {
        return Some(Separator::Whitespace);
    }
    let one = character(separator.text());
    if one.is_none() {
        let received = format!("the text \"{}\"", separator.text());
        let expected = "one character such as , ; | or a tab, or \"whitespace\"";
        separator.reject(Error::shape(&separator.path(), expected, received));
    }
    one.map(Separator::Char)
}

/// One character; an empty text says that there is none.
fn read_sign(options: &Reader, name: &str) -> Option<Option<char>> {
    let sign = options.field(name).given()?;
    let text = sign.text();
    if text.is_empty() {
        return Some(None);
    }
    let one = character(text);
    if one.is_none() {
        let received = format!("the text \"{text}\"");
        sign.reject(Error::shape(&sign.path(), "one character, or none as an empty text", received));
    }
    Some(one)
}

fn character(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// An object of units by column; `false` says that there are none.
fn read_units(units: &Reader) -> Vec<(String, String)> {
    if *units.value() == Value::Bool(false) {
        return Vec::new();
    }
    units.entries().map(|(column, unit)| (column.to_string(), String::read(&unit))).collect()
}

impl CsvFormat {
    /// The options as JavaScript writes them.
    pub(crate) fn to_value(&self) -> Value {
        CsvOptions::from(self.clone()).to_value()
    }
}

impl CsvOptions {
    /// Those that were given, as JavaScript writes them.
    pub(crate) fn to_value(&self) -> Value {
        let sign = |sign: &Option<char>| Value::String(sign.map(String::from).unwrap_or_default());
        let words = |words: &Vec<String>| Value::array(words, Value::string);
        let units = |units: &Vec<(String, String)>| {
            Value::Object(units.iter().map(|(column, unit)| (column.clone(), Value::string(unit))).collect())
        };
        Value::object([
            ("separator", or_nothing(&self.separator, |separator| separator.to_value())),
            ("decimal", or_nothing(&self.decimal, |decimal| Value::string(*decimal))),
            ("thousands", or_nothing(&self.thousands, sign)),
            ("header", or_nothing(&self.header, |header| Value::Bool(*header))),
            ("encoding", or_nothing(&self.encoding, |encoding| Value::string(encoding))),
            ("comment", or_nothing(&self.comment, sign)),
            ("skipRows", or_nothing(&self.skip_rows, |rows| Value::count(*rows))),
            ("skipBlankRows", or_nothing(&self.skip_blank_rows, |skip| Value::Bool(*skip))),
            ("naValues", or_nothing(&self.na_values, words)),
            ("trueValues", or_nothing(&self.true_values, words)),
            ("falseValues", or_nothing(&self.false_values, words)),
            ("units", or_nothing(&self.units, units)),
            ("textColumns", or_nothing(&self.text_columns, words)),
            ("strict", if self.strict { Value::Bool(true) } else { Value::Null }),
        ])
    }
}

fn or_nothing<T>(given: &Option<T>, write: impl Fn(&T) -> Value) -> Value {
    given.as_ref().map_or(Value::Null, write)
}

impl Separator {
    fn to_value(self) -> Value {
        match self {
            Separator::Char(character) => Value::string(character),
            Separator::Whitespace => Value::string("whitespace"),
        }
    }
}
