//! How to fit, from outside, in Keras's words.

use super::early_stopping::EarlyStopping;
use super::fit::{End, FitConfig, Validation};
use super::order::Order;
use crate::reader::{self, Readable, Reader};
use crate::{Error, Value};

const FIT_FIELDS: [&str; 14] = [
    "batchSize",
    "epochs",
    "initialEpoch",
    "shuffle",
    "seed",
    "order",
    "validationSplit",
    "validationData",
    "earlyStopping",
    // How it is printed: see `text::Printing`.
    "verbose",
    "style",
    "print",
    // Functions of the caller, which the bindings call.
    "onBatchEnd",
    "onEpochEnd",
];

impl FitConfig {
    /// Reads the options of `fit`; what is missing is Keras's default.
    ///
    /// # Errors
    /// Refuses unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |options| {
            let mut config = FitConfig::default();
            if !options.is_given() {
                return config;
            }
            options.fields(&FIT_FIELDS);
            let seed = options.get::<Option<u64>>("seed").unwrap_or(0);
            let orders: Option<Vec<Vec<u32>>> = options.get("order");
            config.order = match orders {
                Some(orders) => Order::Fixed(orders),
                None if options.get::<Option<bool>>("shuffle").unwrap_or(true) => Order::Shuffled { seed },
                None => Order::AsGiven,
            };
            options.update("batchSize", &mut config.batch_size);
            options.update("epochs", &mut config.epochs);
            options.update("initialEpoch", &mut config.initial_epoch);
            config.validation = read_validation(options);
            config.early_stopping = options.get("earlyStopping");
            config
        })
    }
}

fn read_validation(options: &Reader) -> Validation {
    let data: Option<Vec<Vec<f32>>> = options.get("validationData");
    let share: Option<f64> = options.get("validationSplit");
    match (data, share) {
        (None, None | Some(0.0)) => Validation::None,
        (None, Some(share)) => Validation::Split(share),
        (Some(parts), _) => match <[Vec<f32>; 2]>::try_from(parts) {
            Ok([inputs, targets]) => Validation::Data(inputs, targets),
            Err(parts) => {
                let received = format!("{} lists", parts.len());
                options.refuse(Error::shape("validationData", "inputs and targets", received));
                Validation::None
            }
        },
    }
}

impl Readable for EarlyStopping {
    fn read(reader: &Reader) -> Self {
        reader.fields(&["monitor", "minDelta", "patience", "restoreBestWeights", "startFromEpoch", "mode"]);
        let mut rule = EarlyStopping::default();
        let mode = reader.field("mode");
        let name = mode.text_or("auto");
        reader.update("monitor", &mut rule.monitor);
        reader.update("minDelta", &mut rule.min_delta);
        reader.update("patience", &mut rule.patience);
        reader.update("restoreBestWeights", &mut rule.restore_best_weights);
        reader.update("startFromEpoch", &mut rule.start_from_epoch);
        match name {
            "auto" => {}
            "min" => rule.larger_is_better = Some(false),
            "max" => rule.larger_is_better = Some(true),
            other => reader.refuse(crate::nn::unknown_name(&mode.path(), &["auto", "max", "min"], other)),
        }
        rule
    }
}

impl End {
    /// Why a fit is over, as a plain object: `{ why: "diverged", epoch, step, layer }`.
    pub fn to_value(self) -> Value {
        let why = |why: &str| ("why", Value::text(why));
        match self {
            End::Finished => Value::fields([why("finished")]),
            End::StoppedEarly { best_epoch } => {
                Value::fields([why("stopped_early"), ("bestEpoch", Value::count(best_epoch))])
            }
            End::Diverged { epoch, step, layer } => {
                let [epoch, step, layer] = [epoch, step, layer].map(Value::count);
                Value::fields([why("diverged"), ("epoch", epoch), ("step", step), ("layer", layer)])
            }
        }
    }
}

/// Reads what [`End::to_value`] wrote.
impl Readable for End {
    fn read(end: &Reader) -> Self {
        end.fields(&["why", "bestEpoch", "epoch", "step", "layer"]);
        let why = end.field("why");
        match why.text() {
            "finished" => End::Finished,
            "stopped_early" => End::StoppedEarly { best_epoch: end.get("bestEpoch") },
            "diverged" => End::Diverged { epoch: end.get("epoch"), step: end.get("step"), layer: end.get("layer") },
            other => {
                why.refuse(crate::nn::unknown_name(&why.path(), &["finished", "stopped_early", "diverged"], other));
                End::Finished
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_past_those_that_can_be_counted_is_not_taken_for_another() {
        let order = Value::List(vec![Value::List(vec![Value::Number(4_294_967_296.0)])]);
        let config = FitConfig::read(&Value::Fields(vec![("order".to_string(), order)])).unwrap();
        assert_eq!(config.order, Order::Fixed(vec![vec![u32::MAX]]));
    }
}
