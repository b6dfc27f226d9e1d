//! Saved models: a model as a value, from which training continues with the same bits.

use super::{ModelConfig, OptimizerState, Schedule, Sequential};
use crate::packed::{check_header, count, exactly, header, pack, unpack};
use crate::reader::{self, Reader};
use crate::{Error, Value};

const FIELDS: [&str; 7] = ["glassnet", "version", "config", "startWeights", "weights", "optimizer", "learningRate"];

impl Sequential {
    /// Saves the model that was built from `config`: configuration, weights, optimizer state, and the learning rate where
    /// it is a number, which callbacks change. Numbers are in base64, so that the value can be JSON.
    ///
    /// ```
    /// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
    /// use glassnet::Value;
    ///
    /// let field = |name: &str, value| (name.to_string(), value);
    /// let dense = Value::Object(vec![field("units", Value::Number(1.0))]);
    /// let layers = Value::Array(vec![dense]);
    /// let config = Value::Object(vec![field("inputs", Value::Number(2.0)), field("layers", layers)]);
    /// let mut model = Sequential::new(&ModelConfig::read(&config)?)?;
    /// model.train_on_batch_row_major(&[1.0, 2.0], &[3.0])?;
    /// let (loaded, _config) = Sequential::load(&model.save(&config))?;
    /// assert_eq!(loaded.weights(), model.weights());
    /// # Ok::<(), glassnet::Error>(())
    /// ```
    pub fn save(&self, config: &Value) -> Value {
        let rate = match self.optimizer().learning_rate {
            Schedule::Constant(rate) => pack(&[rate]),
            _ => Value::Null,
        };
        let [kind, version] = header("model");
        Value::object([
            kind,
            version,
            ("config", config.clone()),
            ("startWeights", pack(self.start_weights())),
            ("weights", pack(self.weights())),
            ("optimizer", optimizer_value(self.optimizer_state())),
            ("learningRate", rate),
        ])
    }

    /// Loads a saved model; returns it with its configuration.
    ///
    /// # Errors
    /// Rejects what no model can have been saved as, by its path.
    pub fn load(saved: &Value) -> Result<(Self, Value), Error> {
        let config = reader::read_at("saved", saved, |saved| {
            saved.fields(&FIELDS);
            check_header(saved, "model");
            saved.field("config").value().clone()
        })?;
        let read = ModelConfig::read(&config).and_then(|config| Sequential::new(&config));
        let mut model = read.map_err(|error| error.under("saved.config"))?;
        let (start_weights, weights, optimizer, rate) = reader::read_at("saved", saved, |saved| {
            let [start_weights, weights] = ["startWeights", "weights"].map(|field| unpack(&saved.field(field)));
            let rate = saved.field("learningRate").given().map(|rate| exactly::<f32, 1>(&rate));
            (start_weights, weights, read_optimizer(&saved.field("optimizer")), rate)
        })?;
        model.restore(&start_weights, &weights, optimizer).map_err(|error| error.under("saved"))?;
        if let Some([rate]) = rate {
            model.set_learning_rate(rate).map_err(|error| error.under("saved"))?;
        }
        Ok((model, config))
    }
}

/// The state of an optimizer as a value.
pub(crate) fn optimizer_value(state: &OptimizerState) -> Value {
    Value::object([
        ("slots", pack(&state.slots)),
        ("iterations", Value::Number(f64::from(state.iterations))),
        ("momentumProduct", pack(&[state.momentum_product])),
    ])
}

/// Reads what [`optimizer_value`] wrote.
pub(crate) fn read_optimizer(optimizer: &Reader) -> OptimizerState {
    optimizer.fields(&["slots", "iterations", "momentumProduct"]);
    let [momentum_product] = exactly(&optimizer.field("momentumProduct"));
    let iterations = count(&optimizer.field("iterations")) as u32;
    OptimizerState::new(unpack(&optimizer.field("slots")), iterations, momentum_product)
}
