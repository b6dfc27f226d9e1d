//! The configuration of an experiment.

use super::data_config::DataConfig;
use crate::data::Scaling;
use crate::nn::{OptimizerState, optimizer_value, read_optimizer, reject_unknown};
use crate::packed::{pack, unpack};
use crate::reader::{self, Readable, Reader};
use crate::{Error, Value};

/// The task: regression or classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Task {
    /// A number.
    Regression,
    /// One of some classes.
    Classification,
}

/// The treatment of rows in which a feature is missing. Rows without a target are always left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// They are left out, pandas' `dropna`.
    #[default]
    Drop,
    /// The mean of the training rows that have the feature takes its place.
    Mean,
}

/// The train/test split: how many rows are held back, and by which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SplitConfig {
    /// The share of the rows to test with; `rows · share` is rounded up.
    pub test_size: f64,
    /// scikit-learn's `random_state`.
    pub seed: u64,
}

/// The tutorial's: a test of 0.3 with the seed 100.
impl Default for SplitConfig {
    fn default() -> Self {
        SplitConfig { test_size: 0.3, seed: 100 }
    }
}

/// The configuration of an experiment: data, model and training.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentConfig {
    /// Where the data comes from; none for [`Experiment::with_data`](super::Experiment::with_data), which is given it.
    pub data: Option<DataConfig>,
    /// The columns that go in, in this order. Defaults to every column of numbers but the target, the index column
    /// included, as in the tutorial; those are left out that are missing in more than half of the rows, or unscaled too
    /// large for single precision.
    pub features: Option<Vec<String>>,
    /// The column to predict. Defaults to `Sales`, else to the last that can be one.
    pub target: Option<String>,
    /// Defaults to what the data says: classification for a text, for true and false and for a problem of classes.
    pub task: Option<Task>,
    /// The treatment of rows with missing values.
    pub missing: Missing,
    /// How features are scaled, fitted on the training rows alone. Defaults to not at all.
    pub scaling: Option<Scaling>,
    /// How rows are held back to test with; without it all rows train and test.
    pub split: Option<SplitConfig>,
    /// The model as [`crate::nn::ModelConfig::read`] reads it, without `inputs`. Defaults to the tutorial's second for
    /// numbers, and to the same with the output and the loss that classes need.
    pub model: Option<Value>,
    /// Batch size, epochs, shuffle, seed, validation split and early stopping, as [`crate::train::FitConfig::read`]
    /// reads them. Defaults to the tutorial's.
    pub fit: Option<Value>,
    /// The start weights of the model, such as those of a notebook, in the order of Keras's `get_weights()`; in a value
    /// as 32-bit numbers in base64. Drawn from the model's seed by default.
    pub weights: Option<Vec<f32>>,
    /// What the optimizer remembers at the start, beside weights that it has trained elsewhere; in a value as
    /// [`Sequential::save`](crate::nn::Sequential::save) has it. Nothing by default.
    pub optimizer_state: Option<OptimizerState>,
}

const FIELDS: [&str; 11] =
    ["data", "features", "target", "task", "missing", "scaling", "split", "model", "fit", "weights", "optimizerState"];

/// The defaults, for data that is loaded.
impl Default for ExperimentConfig {
    fn default() -> Self {
        ExperimentConfig {
            data: None,
            features: None,
            target: None,
            task: None,
            missing: Missing::default(),
            scaling: None,
            split: Some(SplitConfig::default()),
            model: None,
            fit: None,
            weights: None,
            optimizer_state: None,
        }
    }
}

impl ExperimentConfig {
    /// An experiment with this data and the defaults for the rest.
    pub fn new(data: DataConfig) -> Self {
        ExperimentConfig { data: Some(data), ..ExperimentConfig::default() }
    }

    /// Reads a configuration from outside. A `split` that is there and is nothing means no split.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, Readable::read)
    }

    /// Reads the configuration of an experiment on data that is given.
    ///
    /// # Errors
    /// As [`ExperimentConfig::read`], and rejects a field `data`.
    pub fn read_without_data(value: &Value) -> Result<Self, Error> {
        reader::read(value, |config| {
            config.fields(&FIELDS[1..]);
            Self::read_fields(config, None)
        })
    }

    fn read_fields(config: &Reader, data: Option<DataConfig>) -> Self {
        let split: Option<SplitConfig> = config.get("split");
        ExperimentConfig {
            data,
            features: config.get("features"),
            target: config.get("target"),
            task: config.get("task"),
            missing: config.get_or("missing", Missing::default()),
            scaling: read_scaling(&config.field("scaling")),
            split: split.or((!config.has("split")).then(SplitConfig::default)),
            model: config.get("model"),
            fit: config.get("fit"),
            weights: config.field("weights").given().map(|weights| unpack(&weights)),
            optimizer_state: config.field("optimizerState").given().map(|state| read_optimizer(&state)),
        }
    }

    /// The configuration as JavaScript writes it, with the data as they are written.
    pub(super) fn to_value(&self, data: Value) -> Value {
        let names = |names: &Vec<String>| Value::array(names, Value::string);
        let split = self.split.map_or(Value::Null, |split| {
            let seed = Value::Number(split.seed as f64);
            Value::object([("testSize", Value::Number(split.test_size)), ("seed", seed)])
        });
        let mut fields = Value::object([
            ("data", data),
            ("features", self.features.as_ref().map_or(Value::Null, names)),
            ("target", self.target.as_ref().map_or(Value::Null, Value::string)),
            ("task", self.task.map_or(Value::Null, |task| Value::string(task.name()))),
            ("missing", Value::string(self.missing.name())),
            ("scaling", Value::string(scaling_name(self.scaling))),
            ("model", self.model.clone().unwrap_or(Value::Null)),
            ("fit", self.fit.clone().unwrap_or(Value::Null)),
            ("weights", self.weights.as_deref().map_or(Value::Null, pack)),
            ("optimizerState", self.optimizer_state.as_ref().map_or(Value::Null, optimizer_value)),
        ]);
        if let Value::Object(fields) = &mut fields {
            fields.push(("split".to_string(), split));
        }
        fields
    }
}

impl Task {
    /// `regression` or `classification`.
    pub fn name(self) -> &'static str {
        match self {
            Task::Regression => "regression",
            Task::Classification => "classification",
        }
    }
}

impl Missing {
    /// `drop` or `mean`.
    pub fn name(self) -> &'static str {
        match self {
            Missing::Drop => "drop",
            Missing::Mean => "mean",
        }
    }
}

/// `none`, `standard` or `min_max`.
pub fn scaling_name(scaling: Option<Scaling>) -> &'static str {
    scaling.map_or("none", Scaling::name)
}

impl Readable for ExperimentConfig {
    fn read(config: &Reader) -> Self {
        config.fields(&FIELDS);
        Self::read_fields(config, Some(config.get("data")))
    }
}

impl Readable for Task {
    fn read(task: &Reader) -> Self {
        match task.text() {
            "regression" => Task::Regression,
            "classification" => Task::Classification,
            _ => {
                reject_unknown(task, &["regression", "classification"]);
                Task::Regression
            }
        }
    }
}

impl Readable for Missing {
    fn read(missing: &Reader) -> Self {
        match missing.text() {
            "drop" => Missing::Drop,
            "mean" => Missing::Mean,
            _ => {
                reject_unknown(missing, &["drop", "mean"]);
                Missing::Drop
            }
        }
    }
}

fn read_scaling(scaling: &Reader) -> Option<Scaling> {
    let name = scaling.text_or("none");
    if name == "none" {
        return None;
    }
    let found = name.parse().ok();
    if found.is_none() {
        reject_unknown(scaling, &["none", "standard", "min_max"]);
    }
    found
}

impl Readable for SplitConfig {
    fn read(reader: &Reader) -> Self {
        reader.fields(&["testSize", "seed"]);
        let mut split = SplitConfig::default();
        reader.update("testSize", &mut split.test_size);
        reader.update("seed", &mut split.seed);
        split
    }
}
