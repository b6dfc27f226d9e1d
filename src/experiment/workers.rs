//! The run as a value from which a program for several workers goes on: model, rows, scales and what is left to train.

use super::config::Missing;
use super::export::MAX_ORDER;
use super::run::Experiment;
use crate::Error;
use crate::data::{Column, Table};
use crate::error::counted;
use crate::packed::header;
use crate::train::Order;
use crate::value::Value;

impl Experiment {
    /// The run where it is, for `glassnet_formats::workers`:
    ///
    /// - `model`: what [`Sequential::save`](crate::nn::Sequential::save) saves.
    /// - `features`: each `name`, with the `offset` and `scale` that were fitted on the training rows,
    ///   `(x - offset) / scale`, and where missing values are filled the `fill` in their place.
    /// - `target`: its `name`; of classes their names in `classes`, and whether a row has a number for each, `oneHot`.
    /// - `train`, `validation`, `test`: rows as comma-separated lines without a header, the features in their order and
    ///   the target, in the units of the table; the last two where there are such rows.
    /// - `batchSize`, `initialEpoch` and `initialBatch`, which come next, `epochs`, the epoch to end before, `missing`.
    /// - `shuffleSeed` where rows are shuffled, and `orders`: a list for each of the next epochs with the places of its
    ///   rows in `train`; at most a million places, but always one epoch.
    ///
    /// After the last epoch as many again are left to train.
    ///
    /// # Errors
    /// Rejects a column or a class with a line break in its name, which no line of a file holds.
    pub fn run_for_workers(&self) -> Result<Value, Error> {
        self.check_lines()?;
        let (epoch, batch) = self.fit.place();
        let epochs = self.fit.epochs() + if epoch < self.fit.epochs() { 0 } else { epoch };
        let (train, validation) = self.prepared.train.split_at(self.fit.rows());
        let test = if self.config.split.is_some() { &self.prepared.test[..] } else { &[] };
        let seed = if let Order::Shuffled { seed } = self.fit_config.order { Some(seed) } else { None };
        let listed = (MAX_ORDER / self.fit.rows()).max(1).min(epochs - epoch);
        let order = |epoch| Value::array(self.fit.order_of(epoch), |place| Value::Number(f64::from(place)));
        let orders = seed.map(|_| Value::array(epoch..epoch + listed, order));
        let [kind, version] = header("run");
        Ok(Value::object([
            kind,
            version,
            ("model", self.saved_model()),
            ("features", self.scaled_features()?),
            ("target", self.target_value()),
            ("missing", Value::string(self.config.missing.name())),
            ("batchSize", Value::count(self.fit_config.batch_size)),
            ("initialEpoch", Value::count(epoch)),
            ("initialBatch", Value::count(batch)),
            ("epochs", Value::count(epochs)),
            ("shuffleSeed", seed.map_or(Value::Null, |seed| Value::Number(seed as f64))),
            ("orders", orders.unwrap_or(Value::Null)),
            ("train", self.lines(train)?),
            ("validation", self.lines(validation)?),
            ("test", self.lines(test)?),
        ]))
    }

    /// The model alone, as [`Sequential::save`](crate::nn::Sequential::save) saves it.
    pub fn saved_model(&self) -> Value {
        self.model.save(&self.model_value())
    }

    /// The configuration of the model with the number of its inputs.
    fn model_value(&self) -> Value {
        let mut whole = self.config.model.clone().unwrap_or(Value::Object(Vec::new()));
        if let Value::Object(fields) = &mut whole {
            fields.push(("inputs".to_string(), Value::count(self.prepared.chosen.features.len())));
        }
        whole
    }

    fn scaled_features(&self) -> Result<Value, Error> {
        let names = &self.prepared.chosen.features;
        let scales = self.prepared.scaler.as_ref().map(|scaler| scaler.columns()).unwrap_or_default();
        let feature = |(idx, name): (usize, &String)| {
            let (offset, scale) = scales.get(idx).map_or((0.0, 1.0), |scale| (scale.offset, scale.scale));
            let fill = match self.config.missing {
                Missing::Drop => Value::Null,
                Missing::Mean => Value::Number(self.mean_of_train(name)?),
            };
            Ok(Value::object([
                ("name", Value::string(name)),
                ("offset", Value::Number(offset)),
                ("scale", Value::Number(scale)),
                ("fill", fill),
            ]))
        };
        names.iter().enumerate().map(feature).collect::<Result<Vec<Value>, Error>>().map(Value::Array)
    }

    /// The mean of a feature over the training rows that have it, which fills the others.
    fn mean_of_train(&self, name: &str) -> Result<f64, Error> {
        let values = self.data.table().values_or_missing(&[name])?[0];
        let there = self.prepared.train.iter().map(|row| values[*row as usize]).filter(|value| !value.is_nan());
        let (sum, count) = there.fold((0.0, 0_usize), |(sum, count), value| (sum + value, count + 1));
        Ok(if count == 0 { 0.0 } else { sum / count as f64 })
    }

    fn target_value(&self) -> Value {
        let classes = &self.prepared.classes;
        let of_classes = |value: Value| if classes.is_empty() { Value::Null } else { value };
        Value::object([
            ("name", Value::string(&self.prepared.chosen.target)),
            ("classes", of_classes(Value::array(classes, Value::string))),
            ("oneHot", of_classes(Value::Bool(self.target_width() > 1))),
        ])
    }

    /// Rows of the table as lines; nothing of no rows.
    fn lines(&self, rows: &[u32]) -> Result<Value, Error> {
        if rows.is_empty() {
            return Ok(Value::Null);
        }
        let chosen = &self.prepared.chosen;
        let rows: Vec<usize> = rows.iter().map(|row| *row as usize).collect();
        let names: Vec<&String> = chosen.features.iter().chain([&chosen.target]).collect();
        let table = self.data.table().select(&names)?.take(&rows)?;
        let columns = table.columns().map(|(name, column)| {
            let column = if name == chosen.target { self.target_column(&rows, column) } else { as_numbers(column) };
            (name.to_string(), column)
        });
        let text = Table::new(columns.collect())?.to_csv();
        // Names have no line break, so the header is the first line.
        Ok(text.split_once('\n').map_or(Value::Null, |(_, lines)| Value::string(lines)))
    }

    /// Classes by their names, as they stand in `classes`.
    fn target_column(&self, rows: &[usize], column: &Column) -> Column {
        let classes = &self.prepared.classes;
        if classes.is_empty() {
            return as_numbers(column);
        }
        Column::Text(rows.iter().map(|row| Some(classes[self.prepared.targets[*row] as usize].clone())).collect())
    }

    fn check_lines(&self) -> Result<(), Error> {
        let chosen = &self.prepared.chosen;
        let columns = chosen.features.iter().chain([&chosen.target]).map(|name| ("column", name));
        let classes = self.prepared.classes.iter().map(|name| ("class", name));
        match columns.chain(classes).find(|(_, name)| name.contains(['\n', '\r'])) {
            None => Ok(()),
            Some((kind, name)) => {
                let breaks = name.matches(['\n', '\r']).count();
                let received = format!("{} in {:?}", counted(breaks, "line break"), name);
                Err(Error::shape(kind, "a name in one line, as a row of a file is one", received))
            }
        }
    }
}

/// Truths as the numbers that a model gets, 1 and 0.
fn as_numbers(column: &Column) -> Column {
    match column {
        Column::Booleans { values, .. } => {
            Column::Numbers { values: values.clone(), is_integer: column.missing() == 0 }
        }
        Column::Numbers { .. } | Column::Text(_) => column.clone(),
    }
}
