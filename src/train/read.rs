//! How to fit, from outside, in Keras's words.

#[cfg(feature = "full")]
use super::callbacks::Callbacks;
use super::ends::End;
use super::fit_config::{FitConfig, Validation};
use super::order::Order;
#[cfg(feature = "full")]
use super::read_callbacks::{read_early_stopping, read_weights};
use crate::error::counted;
use crate::nn::reject_unknown;
use crate::reader::{self, Readable, Reader};
use crate::rows::NumberRows;
use crate::{Error, ErrorKind, Value};

const FIT_FIELDS: &[&str] = &[
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
    // Functions of the caller, which the bindings call.
    "onBatchEnd",
    "onEpochEnd",
    // What only a full build has.
    #[cfg(feature = "full")]
    "style",
    #[cfg(feature = "full")]
    "print",
    #[cfg(feature = "full")]
    "callbacks",
    #[cfg(feature = "full")]
    "sampleWeight",
    #[cfg(feature = "full")]
    "classWeight",
    #[cfg(feature = "full")]
    "signal",
];

impl FitConfig {
    /// Reads the options of `fit`; what is missing is Keras's default.
    ///
    /// # Errors
    /// Rejects unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |options| {
            if options.is_given() {
                options.fields(FIT_FIELDS);
                reject_printing(options);
            }
            let usual = FitConfig::default();
            FitConfig {
                order: read_order(options),
                batch_size: options.get_or("batchSize", usual.batch_size),
                epochs: options.get_or("epochs", usual.epochs),
                initial_epoch: options.get_or("initialEpoch", usual.initial_epoch),
                validation: read_validation(options),
                #[cfg(not(feature = "full"))]
                early_stopping: options.get("earlyStopping"),
                #[cfg(feature = "full")]
                early_stopping: read_early_stopping(options),
                #[cfg(feature = "full")]
                weights: read_weights(options),
                #[cfg(feature = "full")]
                callbacks: options.get_or("callbacks", Callbacks::default()),
            }
        })
    }
}

/// Rejects what asks a build that prints nothing to print.
pub(crate) fn reject_printing(options: &Reader) {
    let verbose = options.field("verbose");
    let is_silent = matches!(verbose.value(), Value::Null | Value::Number(0.0) | Value::Bool(false));
    if cfg!(not(feature = "full")) && !is_silent {
        let (what, expected) = (options.path(), "verbose: 0, as this build prints nothing".to_string());
        options.reject(Error::new(ErrorKind::InvalidConfig, what, expected, "the field verbose".to_string()));
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
        (Some(parts), _) => validation_of(parts).unwrap_or_else(|count| {
            options.reject(Error::shape("validationData", "inputs and targets", counted(count, "list")));
            Validation::None
        }),
    }
}

/// Inputs and targets, and in a full build weights, to validate with; or how many lists there are.
fn validation_of(parts: Vec<NumberRows<f32>>) -> Result<Validation, usize> {
    let count = parts.len();
    let mut parts = parts.into_iter().map(|part| part.numbers);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(inputs), Some(targets), None) => Ok(Validation::RowMajor(inputs, targets)),
        #[cfg(feature = "full")]
        (Some(inputs), Some(targets), Some(weights)) if count == 3 => {
            Ok(Validation::Weighted(inputs, targets, weights))
        }
        _ => Err(count),
    }
}

impl End {
    /// Why a fit is over, as a plain object: `{ why: "diverged", epoch, step, layer }`.
    pub fn to_value(self) -> Value {
        let why = |why: &str| ("why", Value::string(why));
        match self {
            End::Finished => Value::object([why("finished")]),
            End::Stopped => Value::object([why("stopped")]),
            #[cfg(feature = "full")]
            End::LossNotFinite { epoch, step } => {
                let [epoch, step] = [epoch, step].map(Value::count);
                Value::object([why("loss_not_finite"), ("epoch", epoch), ("step", step)])
            }
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
            "stopped" => End::Stopped,
            #[cfg(feature = "full")]
            "loss_not_finite" => End::LossNotFinite { epoch: end.get("epoch"), step: end.get("step") },
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
