//! Saved sessions: an experiment as a value from which training continues with the same bits.

use super::config::ExperimentConfig;
use super::data_config::DataConfig;
use super::losses::{Losses, MAX_LOSSES};
use super::run::{Experiment, Stopwatch};
use crate::nn::{optimizer_value, read_optimizer};
use crate::packed::{check_header, count, exactly, header, pack, unpack};
use crate::reader::{self, Readable, Reader};
use crate::train::{End, FitSnapshot, History, Memory, Series};
use crate::{Error, Value};

const FIELDS: [&str; 10] =
    ["glassnet", "version", "config", "data", "startWeights", "weights", "optimizer", "fit", "losses", "seconds"];
const FIT_FIELDS: [&str; 7] = ["epoch", "batch", "lossSum", "tallies", "history", "memory", "end"];

impl Experiment {
    /// Saves the session: configuration, weights, what the optimizer and the fit remember. The text of a CSV
    /// is left out without `with_data`; it must then be put into `config.data.text` before it is opened.
    pub fn save(&self, with_data: bool) -> Value {
        let data = self.data.config();
        let losses = [
            ("updates", pack(&self.losses.updates)),
            ("losses", pack(&self.losses.losses)),
            ("last", self.loss.map_or(Value::Null, |loss| pack(&[loss]))),
        ];
        let [kind, version] = header("experiment");
        Value::object([
            kind,
            version,
            ("config", self.config.to_value(data.to_value(with_data))),
            ("data", Value::string(mark(&data))),
            ("startWeights", pack(self.model.start_weights())),
            ("weights", pack(self.model.weights())),
            ("optimizer", optimizer_value(self.model.optimizer_state())),
            ("fit", fit_value(&self.fit.snapshot())),
            ("losses", Value::object(losses)),
            ("seconds", pack(&[self.stopwatch.epoch, self.stopwatch.last])),
        ])
    }

    /// Opens a saved session.
    ///
    /// # Errors
    /// Rejects what no experiment can have saved, by its path, and data other than that which was saved.
    pub fn open(saved: &Value) -> Result<Self, Error> {
        reader::read_at("saved", saved, |saved| saved.fields(&FIELDS))?;
        let (config, expected) = reader::read(saved, |saved| {
            check_header(saved, "experiment");
            (saved.get::<ExperimentConfig>("config"), saved.get::<String>("data"))
        })?;
        let received = config.data.as_ref().map(mark).unwrap_or_default();
        if expected != received {
            let expected = format!("the data that was saved, with the mark {expected}");
            return Err(Error::shape("config.data.text", expected, received));
        }
        let config = as_it_was_read(saved, config)?;
        let mut opened = Experiment::new(config).map_err(|error| error.under("config"))?;
        let (start_weights, weights, optimizer) = reader::read(saved, |saved| {
            let [start_weights, weights] = ["startWeights", "weights"].map(|field| unpack(&saved.field(field)));
            (start_weights, weights, read_optimizer(&saved.field("optimizer")))
        })?;
        opened.model.restore(&start_weights, &weights, optimizer)?;
        let snapshot = reader::read(saved, |saved| saved.get("fit"))?;
        opened.fit.restore(&opened.model, snapshot).map_err(|error| error.under("fit"))?;
        opened.check_iterations()?;
        reader::read(saved, |saved| {
            (opened.losses, opened.loss) = read_losses(&saved.field("losses"), opened.updates());
            let [epoch, last] = exactly(&saved.field("seconds"));
            opened.stopwatch = Stopwatch { epoch, last };
        })?;
        Ok(opened)
    }
}

impl Experiment {
    /// Rejects an optimizer that counted other updates than the fit, beside those that it began with; it counts the one
    /// that diverged.
    fn check_iterations(&self) -> Result<(), Error> {
        let before = self.config.optimizer_state.as_ref().map_or(0, |state| u64::from(state.iterations));
        let (counted, taken) = (u64::from(self.model.optimizer_state().iterations), before + self.updates());
        let diverged = matches!(self.fit.end(), Some(End::Diverged { .. }));
        if counted == taken || diverged && counted == taken + 1 {
            return Ok(());
        }
        Err(Error::shape("optimizer.iterations", taken, counted))
    }
}

/// A session that was saved without a reading was read by fewer rules, and still is.
fn as_it_was_read(saved: &Value, config: ExperimentConfig) -> Result<ExperimentConfig, Error> {
    let has_reading = reader::read(saved, |saved| saved.field("config").field("data").has("reading"))?;
    let data = if has_reading { config.data } else { config.data.map(DataConfig::of_first_version) };
    Ok(ExperimentConfig { data, ..config })
}

/// A fingerprint of the data: the FNV-1a hash of a text, the name of a built-in data set.
fn mark(data: &DataConfig) -> String {
    match data {
        DataConfig::Table(table) => table.name().to_string(),
        DataConfig::Points { generator, .. } => generator.name().to_string(),
        DataConfig::Csv { text, .. } => {
            let hash = text
                .bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
            format!("{hash:016x}")
        }
    }
}

fn fit_value(snapshot: &FitSnapshot) -> Value {
    let history = &snapshot.history;
    let series =
        |series: &Series| Value::object([("key", Value::string(&series.key)), ("values", pack(&series.values))]);
    let epochs: Vec<u32> = history.epoch.iter().map(|epoch| *epoch as u32).collect();
    let memory = snapshot.memory.as_ref().map_or(Value::Null, |memory| {
        Value::object([
            ("best", memory.best.map_or(Value::Null, |best| pack(&[best]))),
            ("waited", Value::count(memory.waited)),
            ("bestEpoch", Value::count(memory.best_epoch)),
            ("bestWeights", memory.best_weights.as_deref().map_or(Value::Null, pack)),
        ])
    });
    Value::object([
        ("epoch", Value::count(snapshot.epoch)),
        ("batch", Value::count(snapshot.batch)),
        ("lossSum", pack(&[snapshot.loss_sum])),
        ("tallies", Value::array(&snapshot.metric_states, |numbers| pack(numbers))),
        ("history", Value::object([("epochs", pack(&epochs)), ("series", Value::array(&history.series, series))])),
        ("memory", memory),
        ("end", snapshot.end.map_or(Value::Null, End::to_value)),
    ])
}

impl Readable for FitSnapshot {
    fn read(fit: &Reader) -> Self {
        fit.fields(&FIT_FIELDS);
        let history = fit.field("history");
        history.fields(&["epochs", "series"]);
        let epochs: Vec<u32> = unpack(&history.field("epochs"));
        let [loss_sum] = exactly(&fit.field("lossSum"));
        FitSnapshot {
            epoch: count(&fit.field("epoch")),
            batch: count(&fit.field("batch")),
            loss_sum,
            metric_states: fit.field("tallies").items().map(|tally| unpack(&tally)).collect(),
            history: History {
                epoch: epochs.into_iter().map(|epoch| epoch as usize).collect(),
                series: history.get("series"),
            },
            memory: fit.get("memory"),
            // The fit of an experiment has none.
            #[cfg(feature = "full")]
            plateau: None,
            end: fit.get("end"),
        }
    }
}

impl Readable for Series {
    fn read(series: &Reader) -> Self {
        series.fields(&["key", "values"]);
        Series { key: series.get("key"), values: unpack(&series.field("values")) }
    }
}

impl Readable for Memory {
    fn read(memory: &Reader) -> Self {
        memory.fields(&["best", "waited", "bestEpoch", "bestWeights"]);
        Memory {
            best: memory.field("best").given().map(|best| exactly(&best)).map(|[best]| best),
            waited: count(&memory.field("waited")),
            best_epoch: count(&memory.field("bestEpoch")),
            best_weights: memory.field("bestWeights").given().map(|weights| unpack(&weights)),
        }
    }
}

/// The losses of at most so many updates, and that of the last batch.
fn read_losses(reader: &Reader, most: u64) -> (Losses, Option<f32>) {
    reader.fields(&["updates", "losses", "last"]);
    let losses = Losses { updates: unpack(&reader.field("updates")), losses: unpack(&reader.field("losses")) };
    let Losses { updates, losses: numbers } = &losses;
    let fit = updates.len() == numbers.len()
        && updates.len() <= MAX_LOSSES
        && updates.is_sorted_by(|a, b| a < b)
        && updates.first().is_none_or(|first| *first > 0)
        && updates.last().is_none_or(|last| u64::from(*last) <= most);
    if !fit {
        reader.reject(Error::shape(&reader.path(), "a loss of each of some updates that were taken", "something else"));
    }
    let last = reader.field("last").given().map(|last| exactly(&last)).map(|[last]| last);
    (losses, last)
}
