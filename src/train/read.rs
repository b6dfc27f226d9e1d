//! How to fit, from outside, in Keras's words.

use super::early_stopping::EarlyStopping;
use super::fit::{End, FitConfig, Validation};
use super::order::Order;
use crate::error::counted;
use crate::nn::reject_unknown;
use crate::reader::{self, Readable, Reader};
use crate::rows::NumberRows;
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
    /// Rejects unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |options| {
            if options.is_given() {
                options.fields(&FIT_FIELDS);
            }
            let usual = FitConfig::default();
            FitConfig {
                order: read_order(options),
                batch_size: options.get_or("batchSize", usual.batch_size),
                epochs: options.get_or("epochs", usual.epochs),
                initial_epoch: options.get_or("initialEpoch", usual.initial_epoch),
                validation: read_validation(options),
                early_stopping: options.get("earlyStopping"),
            }
        })
    }
}

fn read_order(options: &Reader) -> Order {
    let seed = options.get_or("seed", 0);
    match options.get("order") {
        Some(orders) => Order::Fixed(orders),
        None if options.get_or("shuffle", true) => Order::Shuffled { seed },
        None => Order::AsGiven,
    }
}

fn read_validation(options: &Reader) -> Validation {
    let data: Option<Vec<NumberRows<f32>>> = options.get("validationData");
    let share: Option<f64> = options.get("validationSplit");
    match (data, share) {
        (None, None | Some(0.0)) => Validation::None,
        (None, Some(share)) => Validation::Split(share),
        (Some(parts), _) => match <[NumberRows<f32>; 2]>::try_from(parts) {
            Ok([inputs, targets]) => Validation::RowMajor(inputs.numbers, targets.numbers),
            Err(parts) => {
                let received = counted(parts.len(), "list");
                options.reject(Error::shape("validationData", "inputs and targets", received));
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
            _ => reject_unknown(&mode, &["auto", "max", "min"]),
        }
        rule
    }
}

impl End {
    /// Why a fit is over, as a plain object: `{ why: "diverged", epoch, step, layer }`.
    pub fn to_value(self) -> Value {
        let why = |why: &str| ("why", Value::string(why));
        match self {
            End::Finished => Value::object([why("finished")]),
            End::StoppedEarly { best_epoch } => {
                Value::object([why("stopped_early"), ("bestEpoch", Value::count(best_epoch))])
            }
            End::Diverged { epoch, step, layer } => {
                let [epoch, step, layer] = [epoch, step, layer].map(Value::count);
                Value::object([why("diverged"), ("epoch", epoch), ("step", step), ("layer", layer)])
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
            _ => {
                reject_unknown(&why, &["finished", "stopped_early", "diverged"]);
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
        let order = Value::Array(vec![Value::Array(vec![Value::Number(4_294_967_296.0)])]);
        let config = FitConfig::read(&Value::Object(vec![("order".to_string(), order)])).unwrap();
        assert_eq!(config.order, Order::Fixed(vec![vec![u32::MAX]]));
    }
}
