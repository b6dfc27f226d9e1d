//! Tables from JavaScript.

use super::decode::{HostDecoder, Source};
use crate::bindings::convert::{Number, count, js_error, row_numbers, shared, texts, value};
use crate::bindings::record::{js, object, with};
use crate::data::{BuiltinTable, Column, CsvOptions, Generator, Table};
use crate::experiment::Data;
use crate::reader::{self, Readable};
use crate::{Error, ErrorKind, Value};
use js_sys::{Array, Float32Array, Float64Array, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

/// The bytes of a file, put together piece by piece: a large one is nowhere whole a second time.
#[wasm_bindgen]
pub struct FileBytes(Vec<u8>);

#[wasm_bindgen]
impl FileBytes {
    /// No bytes yet, with room for `size`.
    #[wasm_bindgen(constructor)]
    pub fn new(size: usize) -> Self {
        let mut bytes = Vec::new();
        // Where there is no room, `push` says so.
        let _ = bytes.try_reserve_exact(size);
        FileBytes(bytes)
    }

    /// Puts a piece behind the others.
    pub fn push(&mut self, piece: &[u8]) {
        self.0.extend_from_slice(piece);
    }
}

/// Columns of equal length, each with a name: what pandas calls a DataFrame. None of its methods changes it.
///
/// Free it with `free()` when it is no longer needed; experiments that were made of it keep what they need.
#[wasm_bindgen(js_name = Table)]
pub struct JsTable(pub(super) Data);

#[wasm_bindgen(js_class = Table)]
impl JsTable {
    /// A table of arrays by name: numbers (`null` or `NaN` where one is missing) or text.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Record<string, (number | null)[] | (string | null)[] | TypedArray>")]
        columns: JsValue,
    ) -> Result<Self, JsValue> {
        columns_of(&columns).and_then(Table::new).map(JsTable::of).map_err(js_error)
    }

    /// Reads separated text, or the bytes of a file, as `pd.read_csv` does; missing options are detected. `reading` says
    /// what it was taken for.
    #[wasm_bindgen(js_name = fromCsv)]
    pub fn from_csv(
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array | ArrayBuffer")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CsvOptions")] options: JsValue,
    ) -> Result<Self, JsValue> {
        let read = || match (Source::read("text", &text)?, csv_options(&value(&options))?) {
            (Source::Text(text), options) => Table::from_csv(&text, options),
            (Source::Bytes(bytes), options) => Table::read_with(&HostDecoder, &bytes, options),
        };
        read().map(JsTable::of).map_err(js_error)
    }

    /// Loads the data of an experiment: built in, generated, or a text, which is kept for sessions that are saved with
    /// it. `new Experiment(table, ...)` then reads nothing again. `file` stands for the text, and is
    /// taken over: it needs no `free()`.
    pub fn load(
        #[wasm_bindgen(unchecked_param_type = "DataConfig")] config: JsValue,
        file: Option<FileBytes>,
    ) -> Result<Self, JsValue> {
        let load = |config| match file {
            None => Data::load(config),
            Some(file) => Data::load_file(&HostDecoder, file.0, config),
        };
        reader::read_at("data", &value(&config), Readable::read).and_then(load).map(JsTable).map_err(js_error)
    }

    /// Another handle to the same table, for functions that take a table or something else.
    #[wasm_bindgen(js_name = __share, skip_typescript)]
    pub fn share(&self) -> Self {
        JsTable(self.0.clone())
    }

    /// How its text was read; `undefined` of a table that was not read from text, or was changed since.
    #[wasm_bindgen(getter, unchecked_return_type = "CsvReading | undefined")]
    pub fn reading(&self) -> JsValue {
        self.0.table().reading().map_or(JsValue::UNDEFINED, |reading| js(&reading.to_value()))
    }

    /// The options with which `fromCsv` reads to the same what `toCsv` wrote; mostly none are needed.
    #[wasm_bindgen(js_name = csvOptions, unchecked_return_type = "CsvOptions")]
    pub fn csv_options(&self) -> JsValue {
        js(&self.0.table().csv_options().to_value())
    }

    /// How many rows there are.
    #[wasm_bindgen(getter)]
    pub fn rows(&self) -> usize {
        self.0.table().rows()
    }

    /// The names of the columns, from left to right.
    #[wasm_bindgen(getter)]
    pub fn names(&self) -> Vec<String> {
        self.0.table().names().to_vec()
    }

    /// The table without the named columns, `df.drop(columns=[...])`.
    pub fn drop(&self, #[wasm_bindgen(unchecked_param_type = "string[]")] names: JsValue) -> Result<Self, JsValue> {
        texts("names", &names)
            .and_then(|names| self.0.table().drop(&names))
            .map(|table| self.derived(table))
            .map_err(js_error)
    }

    /// The table with the named columns only, in that order, `df[[...]]`.
    pub fn select(&self, #[wasm_bindgen(unchecked_param_type = "string[]")] names: JsValue) -> Result<Self, JsValue> {
        texts("names", &names)
            .and_then(|names| self.0.table().select(&names))
            .map(|table| self.derived(table))
            .map_err(js_error)
    }

    /// The first rows, 5 if no count is given.
    pub fn head(&self, rows: Option<f64>) -> Result<Self, JsValue> {
        let rows = count("rows", rows.unwrap_or(5.0)).map_err(js_error)?;
        Ok(self.derived(self.0.table().head(rows)))
    }

    /// The given rows, in that order, `df.iloc[[...]]`.
    pub fn take(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint32Array | number[]")] rows: JsValue,
    ) -> Result<Self, JsValue> {
        row_numbers("rows", &rows)
            .and_then(|rows| self.0.table().take(&rows))
            .map(|table| self.derived(table))
            .map_err(js_error)
    }

    /// The cells of a column: numbers with `NaN` where one is missing, 1 and 0 for true and false, or text with `null`.
    #[wasm_bindgen(unchecked_return_type = "Float64Array | (string | null)[]")]
    pub fn column(&self, name: &str) -> Result<JsValue, JsValue> {
        Ok(match self.0.table().column(name).map_err(js_error)? {
            Column::Numbers { values, .. } | Column::Booleans { values, .. } => {
                Float64Array::from(values.as_slice()).into()
            }
            Column::Text(cells) => {
                let cell = |cell: &Option<String>| cell.as_ref().map_or(JsValue::NULL, |text| JsValue::from_str(text));
                cells.iter().map(cell).collect::<Array>().into()
            }
        })
    }

    /// The named columns, or all, as numbers row by row, `[rows, columns]`.
    pub fn numbers(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string[]")] names: JsValue,
    ) -> Result<Float32Array, JsValue> {
        let names = self.names_or_all(&names);
        let numbers = names.and_then(|names| self.0.table().numbers_row_major(&names)).map_err(js_error)?;
        Ok(Float32Array::from(numbers.as_slice()))
    }

    /// The same in double precision, as a scaler wants it: dates and ids lose nothing.
    pub fn values(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "string[]")] names: JsValue,
    ) -> Result<Float64Array, JsValue> {
        let names = self.names_or_all(&names);
        let values = names.and_then(|names| self.0.table().values_row_major(&names)).map_err(js_error)?;
        Ok(Float64Array::from(values.as_slice()))
    }

    /// The classes of a column in ascending order, and the class of each row by its place among them.
    #[wasm_bindgen(unchecked_return_type = "{ classes: string[]; rows: Uint32Array }")]
    pub fn labels(&self, name: &str) -> Result<JsValue, JsValue> {
        let (classes, rows) = self.0.table().labels(name).map_err(js_error)?;
        let labels = js(&Value::object([("classes", Value::Array(classes.into_iter().map(Value::String).collect()))]));
        let rows: Vec<u32> = rows.into_iter().map(|row| row as u32).collect();
        Ok(with(labels, &[("rows", Uint32Array::from(rows.as_slice()).into())]))
    }

    /// A summary of each column of numbers, `df.describe()`.
    #[wasm_bindgen(unchecked_return_type = "ColumnSummary[]")]
    pub fn describe(&self) -> Result<JsValue, JsValue> {
        let summaries = self.0.table().describe().into_iter().map(|s| {
            let number = Value::Number;
            Value::object([
                ("name", Value::String(s.name)),
                ("count", number(s.count as f64)),
                ("mean", number(s.mean)),
                ("std", number(s.std)),
                ("min", number(s.min)),
                ("lowerQuartile", number(s.lower_quartile)),
                ("median", number(s.median)),
                ("upperQuartile", number(s.upper_quartile)),
                ("max", number(s.max)),
            ])
        });
        Ok(js(&Value::Array(summaries.collect())))
    }

    /// Whether a column only counts the rows from 0 or 1, as an index that was saved with the data.
    #[wasm_bindgen(js_name = isIndexColumn)]
    pub fn is_index_column(&self, name: &str) -> bool {
        self.0.table().is_index_column(name)
    }

    /// `"book"` for the header TV, Radio, Newspaper, `"course"` for FB, TV, Newspaper, whose FB is the book's TV and
    /// whose TV is its Radio.
    #[wasm_bindgen(js_name = advertisingHeader, unchecked_return_type = "\"book\" | \"course\" | undefined")]
    pub fn advertising_header(&self) -> JsValue {
        object(&self.0.table().advertising_header())
    }

    /// The table as comma-separated text that `fromCsv` reads back to the same.
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(&self) -> String {
        self.0.table().to_csv()
    }
}

/// 200 rows of advertising data made for this package: **synthetic**, no row was ever measured.
///
/// Columns `Unnamed: 0` (1 to 200), `TV`, `Radio`, `Newspaper`, `Sales`, from the regression that was published of the
/// real ones: `Sales = 2.94 + 0.046 TV + 0.189 Radio`, with a deviation of 1.69.
#[wasm_bindgen]
pub fn advertising() -> JsTable {
    JsTable(Data::builtin(BuiltinTable::Advertising))
}

/// A generated data set, as a table with the columns `x1`, `x2`, … and `y`. `rows` defaults to 200, `noise` and `seed`
/// to 0.
#[wasm_bindgen]
pub fn points(
    #[wasm_bindgen(unchecked_param_type = "GeneratorName")] name: &str,
    rows: Option<f64>,
    noise: Option<f32>,
    seed: Option<f64>,
) -> Result<JsTable, JsValue> {
    let rows = count("rows", rows.unwrap_or(200.0)).map_err(js_error)?;
    let seed = count("seed", seed.unwrap_or(0.0)).map_err(js_error)?;
    let generator = Generator::from_name(name);
    let made = generator.and_then(|generator| Data::points(generator, rows, noise.unwrap_or(0.0), seed as u64));
    made.map(JsTable).map_err(js_error)
}

impl JsTable {
    fn of(table: Table) -> Self {
        JsTable(Data::from(table))
    }

    fn derived(&self, table: Table) -> Self {
        JsTable(self.0.derived(table))
    }

    fn names_or_all(&self, names: &JsValue) -> Result<Vec<String>, Error> {
        match names.is_undefined() {
            true => Ok(self.0.table().names().to_vec()),
            false => texts("names", names),
        }
    }
}

/// The data of a table among JavaScript's values; none of what is no table.
pub(super) fn data_of(value: &JsValue) -> Result<Option<Data>, JsValue> {
    Ok(shared::<JsTable>(value)?.map(|table| table.0))
}

fn csv_options(options: &Value) -> Result<CsvOptions, Error> {
    match options {
        Value::Null => Ok(CsvOptions::default()),
        options => CsvOptions::read(options),
    }
}

/// The columns of an object of arrays: text where a cell is text, else numbers.
fn columns_of(columns: &JsValue) -> Result<Vec<(String, Column)>, Error> {
    let reject = |what: String, expected: &str, received: &JsValue| {
        Error::new(ErrorKind::InvalidConfig, what, expected.to_string(), value(received).describe())
    };
    if !columns.is_object() || Array::is_array(columns) {
        return Err(reject("columns".to_string(), "an object of arrays by name", columns));
    }
    let mut found = Vec::new();
    for key in Object::keys(columns.unchecked_ref::<Object>()).iter() {
        let name = key.as_string().unwrap_or_default();
        let cells = Reflect::get(columns, &key).unwrap_or(JsValue::UNDEFINED);
        found.push((
            name.clone(),
            column_of(&cells).ok_or_else(|| reject(name, "an array of numbers or text", &cells))?,
        ));
    }
    Ok(found)
}

fn column_of(cells: &JsValue) -> Option<Column> {
    if let Some(numbers) = f64::typed(cells) {
        return Some(Column::numbers(numbers));
    }
    let cells: Vec<JsValue> = cells.dyn_ref::<Array>()?.iter().collect();
    let missing = |cell: &JsValue| cell.is_null() || cell.is_undefined();
    if cells.iter().any(JsValue::is_string) {
        let text = |cell: &JsValue| if missing(cell) { Some(None) } else { cell.as_string().map(Some) };
        return cells.iter().map(text).collect::<Option<Vec<_>>>().map(Column::Text);
    }
    let number = |cell: &JsValue| if missing(cell) { Some(f64::NAN) } else { cell.as_f64() };
    let values: Vec<f64> = cells.iter().map(number).collect::<Option<_>>()?;
    let whole = |value: &f64| value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0;
    let is_integer = values.iter().all(whole);
    Some(Column::Numbers { values, is_integer })
}
