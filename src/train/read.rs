//! How to fit, from outside, in Keras's words.

use super::early_stopping::EarlyStopping;
use super::fit::{End, FitConfig, Validation};
use super::order::Order;
use crate::Error;
use crate::value::{Reader, Value};

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
        let options = Reader::new(value);
        let defaults = FitConfig::default();
        if *value == Value::Nothing {
            return Ok(defaults);
        }
        options.fields(&FIT_FIELDS)?;
        let count = |field: &str, default: usize| {
            let given = options.field(field).optional(Reader::whole)?;
            Ok::<usize, Error>(given.map_or(default, as_count))
        };
        let seed = options.field("seed").optional(Reader::whole)?.unwrap_or(0);
        let orders =
            |orders: &Reader| orders.list(|order| order.list(|row| Ok(row.whole()?.try_into().unwrap_or(u32::MAX))));
        let order = match options.field("order").optional(orders)? {
            Some(orders) => Order::Fixed(orders),
            None if options.field("shuffle").optional(Reader::truth)?.unwrap_or(true) => Order::Shuffled { seed },
            None => Order::AsGiven,
        };
        Ok(FitConfig {
            batch_size: count("batchSize", defaults.batch_size)?,
            epochs: count("epochs", defaults.epochs)?,
            initial_epoch: count("initialEpoch", 0)?,
            order,
            validation: read_validation(&options)?,
            early_stopping: options.field("earlyStopping").optional(EarlyStopping::read)?,
        })
    }
}

/// A count that a machine can hold; a larger one is as good as without end.
fn as_count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn read_validation(options: &Reader) -> Result<Validation, Error> {
    let data = options.field("validationData").optional(|data| data.list(|part| part.list(Reader::number)))?;
    let split = options.field("validationSplit").optional(Reader::double)?;
    match (data, split) {
        (None, None | Some(0.0)) => Ok(Validation::None),
        (None, Some(share)) => Ok(Validation::Split(share)),
        (Some(parts), _) => match <[Vec<f32>; 2]>::try_from(parts) {
            Ok([inputs, targets]) => Ok(Validation::Data(inputs, targets)),
            Err(parts) => Err(Error::shape("validationData", "inputs and targets", format!("{} lists", parts.len()))),
        },
    }
}

impl EarlyStopping {
    fn read(reader: &Reader) -> Result<Self, Error> {
        reader.fields(&["monitor", "minDelta", "patience", "restoreBestWeights", "startFromEpoch", "mode"])?;
        let defaults = EarlyStopping::default();
        let mode = reader.field("mode").optional(Reader::text)?;
        let count = |field: &str| Ok::<usize, Error>(reader.field(field).optional(Reader::whole)?.map_or(0, as_count));
        Ok(EarlyStopping {
            monitor: reader.field("monitor").optional(Reader::text)?.unwrap_or(defaults.monitor),
            min_delta: reader.field("minDelta").optional(Reader::double)?.unwrap_or(0.0),
            patience: count("patience")?,
            restore_best_weights: reader.field("restoreBestWeights").optional(Reader::truth)?.unwrap_or(false),
            start_from_epoch: count("startFromEpoch")?,
            larger_is_better: match mode.as_deref() {
                None | Some("auto") => None,
                Some("min") => Some(false),
                Some("max") => Some(true),
                Some(other) => {
                    return Err(crate::nn::unknown_name(&reader.field("mode").path(), &["auto", "max", "min"], other));
                }
            },
        })
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

    /// Reads what [`End::to_value`] wrote.
    ///
    /// # Errors
    /// Refuses another reason, and fields that are missing or unknown.
    pub(crate) fn read(end: &Reader) -> Result<Self, Error> {
        end.fields(&["why", "bestEpoch", "epoch", "step", "layer"])?;
        let count = |field: &str| end.field(field).whole().map(as_count);
        let why = end.field("why");
        match why.text()?.as_str() {
            "finished" => Ok(End::Finished),
            "stopped_early" => Ok(End::StoppedEarly { best_epoch: count("bestEpoch")? }),
            "diverged" => Ok(End::Diverged { epoch: count("epoch")?, step: count("step")?, layer: count("layer")? }),
            other => Err(crate::nn::unknown_name(&why.path(), &["finished", "stopped_early", "diverged"], other)),
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
