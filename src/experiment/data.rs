//! The data of an experiment: a table that is loaded once, and shared by all that train with it.

use super::data_config::{DEFAULT_NAME, DataConfig};
use crate::data::{BuiltinTable, CsvOptions, Decoder, Generator, Table};
use crate::{Error, Value};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// The data of an experiment: a table, its name, and where it came from.
///
/// It is a handle: a clone is the same table. Several experiments on one [`Data`] read and hold it once.
///
/// ```
/// use glassnet::Value;
/// use glassnet::data::{CsvOptions, Table};
/// use glassnet::experiment::{Data, Experiment, ExperimentConfig};
///
/// let table = Table::from_csv("TV,Sales\n230.1,22.1\n44.5,10.4\n17.2,9.3\n151.5,18.5\n", CsvOptions::default())?;
/// let data = Data::new(table, "ads.csv");
/// let layer = |units: f64| Value::Object(vec![("units".to_string(), Value::Number(units))]);
/// let model = |units| Value::Object(vec![("layers".to_string(), Value::Array(vec![layer(units), layer(1.0)]))]);
/// let with_units = |units| {
///     Experiment::with_data(&data, ExperimentConfig { model: Some(model(units)), ..ExperimentConfig::default() })
/// };
/// let (narrow, wide) = (with_units(2.0)?, with_units(16.0)?);
/// assert_eq!((narrow.model().weights().len(), wide.model().weights().len()), (7, 49));
/// assert!(std::ptr::eq(narrow.data().table(), wide.data().table()));
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Data(Arc<Loaded>);

#[derive(Debug)]
struct Loaded {
    table: Table,
    name: String,
    synthetic: bool,
    class_column: Option<&'static str>,
    /// What it was loaded from, with how a text was read; none of a table that was brought as one.
    config: Option<DataConfig>,
    /// Its description, once that was asked for.
    description: OnceLock<Value>,
}

impl Loaded {
    fn new(table: Table, name: impl Into<String>, config: Option<DataConfig>) -> Self {
        let (name, description) = (name.into(), OnceLock::new());
        Loaded { table, name, synthetic: false, class_column: None, config, description }
    }
}

impl Data {
    /// Makes or reads the data.
    ///
    /// # Errors
    /// Rejects a text that is no table (`data.text`, with the line), and sizes past the limits.
    pub fn load(config: DataConfig) -> Result<Self, Error> {
        match config {
            DataConfig::Table(table) => Ok(Self::builtin(table)),
            DataConfig::Points { generator, rows, noise, seed } => {
                Self::points(generator, rows, noise, seed).map_err(|error| error.under("data"))
            }
            DataConfig::Csv { text, name, reading } => {
                let table = Table::from_csv(&text, (*reading).clone()).map_err(unreadable)?;
                Ok(Self::csv(table, text, name, *reading))
            }
        }
    }

    /// A file of separated text by its bytes, as [`Table::read_with`] reads them: they are not copied where they are
    /// UTF-8. Of another configuration it is what [`load`](Data::load) makes.
    ///
    /// # Errors
    /// As there, and rejects bytes that are no text (`bytes`).
    pub fn load_file(decoder: &impl Decoder, bytes: Vec<u8>, config: DataConfig) -> Result<Self, Error> {
        let DataConfig::Csv { name, reading, .. } = config else {
            return Self::load(config);
        };
        let (table, text) = Table::read_text(decoder, bytes, (*reading).clone()).map_err(unreadable)?;
        Ok(Self::csv(table, text, name, *reading))
    }

    /// A table of one's own under the name of a file.
    ///
    /// A session saves it as the text that [`Table::to_csv`] writes.
    pub fn new(table: Table, name: impl Into<String>) -> Self {
        Self::of(Loaded::new(table, name, None))
    }

    /// A table that is built in.
    pub fn builtin(table: BuiltinTable) -> Self {
        let config = Some(DataConfig::Table(table));
        let class_column = table.class_column();
        Self::of(Loaded { synthetic: true, class_column, ..Loaded::new(table.table(), table.title(), config) })
    }

    /// Points of a small problem.
    ///
    /// # Errors
    /// As [`Generator::generate`].
    pub fn points(generator: Generator, rows: usize, noise: f32, seed: u64) -> Result<Self, Error> {
        let points = generator.generate(rows, noise, seed)?;
        let config = Some(DataConfig::Points { generator, rows, noise, seed });
        let class_column = points.classes.map(|_| "y");
        Ok(Self::of(Loaded { synthetic: true, class_column, ..Loaded::new(points.table(), points.name, config) }))
    }

    /// A table that was read from a text, which is kept for saving, with how it was read: whatever is guessed later
    /// reads it the same.
    fn csv(table: Table, text: String, name: String, reading: CsvOptions) -> Self {
        let reading = table.reading().map_or(reading, |found| found.format.clone().into());
        let config = DataConfig::Csv { text, name: name.clone(), reading: Box::new(reading) };
        Self::of(Loaded::new(table, name, Some(config)))
    }

    /// Another table made of this one.
    #[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
    pub(crate) fn derived(&self, table: Table) -> Self {
        let (synthetic, class_column) = (self.0.synthetic, self.0.class_column);
        Self::of(Loaded { synthetic, class_column, ..Loaded::new(table, self.file_name(), None) })
    }

    fn of(loaded: Loaded) -> Self {
        Data(Arc::new(loaded))
    }

    /// All rows and columns.
    pub fn table(&self) -> &Table {
        &self.0.table
    }

    /// The table's title, the generator's name or the file's.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether no row was ever measured.
    pub fn is_synthetic(&self) -> bool {
        self.0.synthetic
    }

    /// The column of classes, for a problem of them.
    pub fn class_column(&self) -> Option<&'static str> {
        self.0.class_column
    }

    /// What `describe` says of it, which is asked once.
    pub(super) fn described(&self, describe: impl FnOnce() -> Value) -> Value {
        self.0.description.get_or_init(describe).clone()
    }

    /// The name of a file of it.
    pub(super) fn file_name(&self) -> &str {
        match &self.0.config {
            Some(DataConfig::Table(table)) => table.file_name(),
            Some(DataConfig::Points { .. }) => DEFAULT_NAME,
            Some(DataConfig::Csv { .. }) | None => &self.0.name,
        }
    }

    /// What it can be loaded from again, with its text.
    pub(super) fn config(&self) -> Cow<'_, DataConfig> {
        match &self.0.config {
            Some(config) => Cow::Borrowed(config),
            None => Cow::Owned(self.csv_config(self.0.table.to_csv())),
        }
    }

    /// The configuration as JavaScript writes it, without the text of a CSV.
    pub(super) fn config_value(&self) -> Value {
        match &self.0.config {
            Some(config) => config.to_value(false),
            None => self.csv_config(String::new()).to_value(false),
        }
    }

    /// The configuration of a table of one's own, with this text.
    fn csv_config(&self, text: String) -> DataConfig {
        DataConfig::Csv { text, name: self.0.name.clone(), reading: Box::new(self.0.table.csv_options()) }
    }
}

/// Why a text is no table, by the place in its configuration.
fn unreadable(error: Error) -> Error {
    match error.what() {
        // Bytes that are no text.
        "bytes" => error,
        what if CsvOptions::NAMES.contains(&what) => error.under("data.reading"),
        _ => error.at("data.text"),
    }
}

/// The table under the name `data.csv`.
impl From<Table> for Data {
    fn from(table: Table) -> Self {
        Data::new(table, DEFAULT_NAME)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::data::EncodingRs;

    fn config(text: &str) -> DataConfig {
        DataConfig::Csv { text: text.to_string(), name: "a.csv".to_string(), reading: Box::default() }
    }

    #[test]
    fn a_file_is_the_same_data_as_its_text_and_is_kept_where_it_lies() {
        let text = "x;y\n1;2\n3;4\n";
        let bytes = text.as_bytes().to_vec();
        let place = bytes.as_ptr();
        let (file, typed) =
            (Data::load_file(&EncodingRs, bytes, config("")).unwrap(), Data::load(config(text)).unwrap());
        assert_eq!(file.table(), typed.table());
        let DataConfig::Csv { text: kept, name, reading } = file.config().into_owned() else { unreachable!() };
        assert_eq!((kept.as_str(), name.as_str(), reading.encoding.as_deref()), (text, "a.csv", Some("utf-8")));
        let Cow::Borrowed(DataConfig::Csv { text: kept, .. }) = file.config() else { unreachable!() };
        assert_eq!(kept.as_ptr(), place);
    }

    #[test]
    fn bytes_that_are_no_text_are_rejected_as_bytes_and_a_wrong_encoding_by_its_place() {
        let rejected = |bytes: &[u8], reading: CsvOptions| {
            let DataConfig::Csv { text, name, .. } = config("") else { unreachable!() };
            let config = DataConfig::Csv { text, name, reading: Box::new(reading) };
            Data::load_file(&EncodingRs, bytes.to_vec(), config).unwrap_err().what().to_string()
        };
        let in_utf_8 = CsvOptions { encoding: Some("utf-8".to_string()), ..CsvOptions::default() };
        assert_eq!(rejected(&[0, 1, 2], CsvOptions::default()), "bytes");
        assert_eq!(rejected(b"x,y\n\xff,1\n", in_utf_8), "data.reading.encoding");
        assert_eq!(rejected(b"x,y\n1\n", CsvOptions::default()), "data.text: line 2 of the CSV");
    }
}
