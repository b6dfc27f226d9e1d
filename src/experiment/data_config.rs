//! The configuration of the data: built in, made by a generator, or a text that the reader brought.

use crate::data::{BuiltinTable, CsvOptions, Generator, read_separator};
use crate::reader::{Readable, Reader};
use crate::{Error, Value};

/// The longest text of a CSV, in bytes.
pub const MAX_TEXT: usize = 50_000_000;

/// The file's name where none is given.
pub(super) const DEFAULT_NAME: &str = "data.csv";

/// The configuration of the data: where it comes from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum DataConfig {
    /// A table that is built in.
    Table(BuiltinTable),
    /// Points of a small problem.
    Points {
        /// The problem.
        generator: Generator,
        /// Defaults to 200.
        rows: usize,
        /// Defaults to what the problem is known by, such as 0.1 for moons.
        noise: f32,
        /// Defaults to 0.
        seed: u64,
    },
    /// Comma-separated text.
    Csv {
        /// At most [`MAX_TEXT`] bytes.
        text: String,
        /// The file's name. Defaults to `data.csv`.
        name: String,
        /// How it is read; what is left out is found in the text when it is loaded, and then stands here.
        reading: Box<CsvOptions>,
    },
}

impl DataConfig {
    fn read_csv(reader: &Reader) -> Self {
        reader.fields(&["source", "text", "name", "separator", "reading"]);
        let text = reader.field("text");
        if text.is_text() && text.text().len() > MAX_TEXT {
            let expected = format!("at most {MAX_TEXT} bytes");
            reader.reject(Error::out_of_range(&text.path(), expected, text.text().len()));
        }
        let mut reading: CsvOptions =
            reader.field("reading").given().map(|reading| Readable::read(&reading)).unwrap_or_default();
        if let Some(separator) = reader.field("separator").given() {
            reading.separator = read_separator(&separator);
        }
        let name = reader.field("name").text_or(DEFAULT_NAME).to_string();
        DataConfig::Csv { text: String::read(&text), name, reading: Box::new(reading) }
    }

    fn read_points(reader: &Reader, source: &Reader) -> Self {
        let Ok(generator) = Generator::from_name(source.text()) else {
            let (tables, generators) = (BuiltinTable::ALL.map(BuiltinTable::name), Generator::ALL.map(Generator::name));
            crate::nn::reject_unknown(source, &[&tables[..], &generators[..], &["csv"]].concat());
            return DataConfig::Table(BuiltinTable::Advertising);
        };
        reader.fields(&["source", "rows", "noise", "seed"]);
        let (mut rows, mut noise, mut seed) = (200, generator.default_noise(), 0);
        reader.update("rows", &mut rows);
        reader.update("noise", &mut noise);
        reader.update("seed", &mut seed);
        DataConfig::Points { generator, rows, noise, seed }
    }

    /// The configuration as JavaScript writes it; the text of a CSV only `with_text`.
    pub(super) fn to_value(&self, with_text: bool) -> Value {
        let source = |source: &str| ("source", Value::string(source));
        match self {
            DataConfig::Table(table) => Value::object([source(table.name())]),
            DataConfig::Points { generator, rows, noise, seed } => Value::object([
                source(generator.name()),
                ("rows", Value::count(*rows)),
                ("noise", Value::Number(f64::from(*noise))),
                ("seed", Value::Number(*seed as f64)),
            ]),
            DataConfig::Csv { text, name, reading } => Value::object([
                source("csv"),
                ("text", if with_text { Value::string(text) } else { Value::Null }),
                ("name", Value::string(name)),
                ("reading", reading.to_value()),
            ]),
        }
    }

    /// The same data as an engine read it that wrote no reading down.
    pub(super) fn of_first_version(self) -> Self {
        match self {
            DataConfig::Csv { text, name, reading } => {
                let reading = CsvOptions::of_first_version(&text, reading.separator);
                DataConfig::Csv { text, name, reading: Box::new(reading) }
            }
            DataConfig::Table(_) | DataConfig::Points { .. } => self,
        }
    }
}

/// Reads `{ source: "csv", text }` and its kin.
impl Readable for DataConfig {
    fn read(reader: &Reader) -> Self {
        reader.fields(&["source", "rows", "noise", "seed", "text", "name", "separator", "reading"]);
        let source = reader.field("source");
        let named = BuiltinTable::ALL.into_iter().find(|table| table.name() == source.text());
        match (named, source.text()) {
            (Some(table), _) => {
                reader.fields(&["source"]);
                DataConfig::Table(table)
            }
            (None, "csv") => Self::read_csv(reader),
            (None, _) => Self::read_points(reader, &source),
        }
    }
}
