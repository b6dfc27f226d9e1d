//! Where the data comes from: built in, made by a generator, or a text that the reader brought.

use crate::Error;
use crate::data::{ADVERTISING_NAME, CsvOptions, Generator, Table, advertising};
use crate::value::{Reader, Value};

/// The longest text of a CSV, in bytes.
pub const MAX_TEXT: usize = 50_000_000;

/// The data of an experiment.
#[derive(Debug, Clone, PartialEq)]
pub enum DataConfig {
    /// The 200 synthetic rows that stand for the tutorial's data.
    Advertising,
    /// Points of a small problem.
    Points {
        /// The problem.
        generator: Generator,
        /// Defaults to 200.
        rows: usize,
        /// Defaults to 0 for xor, 0.02 for spirals, 0.05 for circles, 0.3 for blobs, else 0.1.
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
        /// What stands between cells; found by itself where it is left out.
        separator: Option<char>,
    },
}

/// The data itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// All rows and columns.
    pub table: Table,
    /// `advertising (synthetic)`, the generator's name or the file's.
    pub name: String,
    /// Whether no row was ever measured.
    pub synthetic: bool,
    /// The column of classes, for a problem of them.
    pub class_column: Option<&'static str>,
}

const SOURCES: [&str; 9] = ["advertising", "xor", "circles", "moons", "spirals", "blobs", "plane", "sine", "csv"];

impl DataConfig {
    /// Reads `{ source: "csv", text }` and its kin.
    pub(super) fn read(reader: &Reader) -> Result<Self, Error> {
        reader.fields(&["source", "rows", "noise", "seed", "text", "name", "separator"])?;
        let source = reader.field("source").text()?;
        match source.as_str() {
            "advertising" => {
                reader.fields(&["source"])?;
                Ok(DataConfig::Advertising)
            }
            "csv" => Self::read_csv(reader),
            other => Self::read_points(reader, other),
        }
    }

    fn read_csv(reader: &Reader) -> Result<Self, Error> {
        reader.fields(&["source", "text", "name", "separator"])?;
        let text = reader.field("text").text()?;
        if text.len() > MAX_TEXT {
            let expected = format!("at most {MAX_TEXT} bytes");
            return Err(Error::out_of_range(reader.field("text").path(), expected, text.len()));
        }
        let name = reader.field("name").optional(Reader::text)?.unwrap_or_else(|| "data.csv".to_string());
        let separator = reader.field("separator").optional(|separator| {
            let text = separator.text()?;
            let mut letters = text.chars();
            letters
                .next()
                .filter(|_| letters.next().is_none())
                .ok_or_else(|| Error::shape(separator.path(), "one character", format!("the text \"{text}\"")))
        })?;
        Ok(DataConfig::Csv { text, name, separator })
    }

    fn read_points(reader: &Reader, source: &str) -> Result<Self, Error> {
        let generator = Generator::from_name(source)
            .map_err(|_| crate::nn::unknown_name(&reader.field("source").path(), &SOURCES, source))?;
        reader.fields(&["source", "rows", "noise", "seed"])?;
        let rows = reader.field("rows").optional(Reader::whole)?;
        Ok(DataConfig::Points {
            generator,
            rows: rows.map_or(200, |rows| usize::try_from(rows).unwrap_or(usize::MAX)),
            noise: reader.field("noise").optional(Reader::number)?.unwrap_or(usual_noise(generator)),
            seed: reader.field("seed").optional(Reader::whole)?.unwrap_or(0),
        })
    }

    /// The configuration as JavaScript writes it; the text of a CSV only `with_text`.
    pub(super) fn to_value(&self, with_text: bool) -> Value {
        let source = |source: &str| ("source", Value::text(source));
        match self {
            DataConfig::Advertising => Value::fields([source("advertising")]),
            DataConfig::Points { generator, rows, noise, seed } => Value::fields([
                source(generator.name()),
                ("rows", Value::count(*rows)),
                ("noise", Value::Number(f64::from(*noise))),
                ("seed", Value::Number(*seed as f64)),
            ]),
            DataConfig::Csv { text, name, separator } => Value::fields([
                source("csv"),
                ("text", if with_text { Value::text(text) } else { Value::Nothing }),
                ("name", Value::text(name)),
                ("separator", separator.map_or(Value::Nothing, Value::text)),
            ]),
        }
    }

    /// Makes or reads the data.
    ///
    /// # Errors
    /// Refuses a text that is no table (`data.text`, with the line), and sizes past the limits.
    pub fn load(&self) -> Result<Source, Error> {
        match self {
            DataConfig::Advertising => Ok(Source {
                table: advertising(),
                name: ADVERTISING_NAME.to_string(),
                synthetic: true,
                class_column: None,
            }),
            DataConfig::Points { generator, rows, noise, seed } => {
                let points = generator.generate(*rows, *noise, *seed).map_err(|error| error.under("data"))?;
                let class_column = points.classes.map(|_| "y");
                Ok(Source { table: points.table(), name: points.name.to_string(), synthetic: true, class_column })
            }
            DataConfig::Csv { text, name, separator } => {
                let options = CsvOptions { separator: *separator, decimal_comma: None };
                let table = Table::from_csv(text, options).map_err(|error| match error.what() {
                    "separator" => error.under("data"),
                    _ => error.at("data.text"),
                })?;
                Ok(Source { table, name: name.clone(), synthetic: false, class_column: None })
            }
        }
    }
}

fn usual_noise(generator: Generator) -> f32 {
    match generator {
        Generator::Xor => 0.0,
        Generator::Spirals => 0.02,
        Generator::Circles => 0.05,
        Generator::Blobs => 0.3,
        _ => 0.1,
    }
}
