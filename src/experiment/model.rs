//! The model and the fit of an experiment, with their defaults, and targets as the model's loss wants them.

use super::config::Task;
use super::prepared::Prepared;
use crate::data::to_categorical_row_major;
use crate::nn::{LayerConfig, Loss, ModelConfig, Targets};
use crate::reader::{self, Reader};
use crate::train::FitConfig;
use crate::{Error, Value};

/// The most epochs of an experiment.
pub const MAX_EPOCHS: usize = 100_000;

const MODEL_FIELDS: [&str; 6] = ["layers", "loss", "optimizer", "metrics", "learningRate", "seed"];
const FIT_FIELDS: [&str; 6] = ["batchSize", "epochs", "shuffle", "seed", "validationSplit", "earlyStopping"];

/// The model as asked for, with what was left out filled in.
pub(super) fn model_value(given: Option<&Value>, prepared: &Prepared) -> Result<Value, Error> {
    let Some(given) = given else {
        return Ok(usual_model(prepared));
    };
    reader::read_at("model", given, |model| {
        model.fields(&MODEL_FIELDS);
        let Value::Object(mut fields) = given.clone() else {
            return Value::Null;
        };
        fields.retain(|(_, value)| *value != Value::Null);
        let usual = [
            ("loss", Value::string("mean_squared_error")),
            ("optimizer", Value::string("sgd")),
            ("metrics", Value::Array(Vec::new())),
            ("seed", Value::Number(0.0)),
        ];
        let missing = usual.into_iter().filter(|(name, _)| !model.field(name).is_given());
        fields.extend(missing.map(|(name, value)| (name.to_string(), value)));
        Value::Object(fields)
    })
}

/// The tutorial's second model; for classes with their output and their loss.
fn usual_model(prepared: &Prepared) -> Value {
    let dense = |units: usize, activation: Option<&str>| {
        let activation = activation.map_or(Value::Null, Value::string);
        Value::object([("type", Value::string("Dense")), ("units", Value::count(units)), ("activation", activation)])
    };
    let (last, loss) = match prepared.classes.len() {
        0 => (dense(1, None), "mean_squared_error"),
        2 => (dense(1, Some("sigmoid")), "binary_crossentropy"),
        classes => (dense(classes, Some("softmax")), "sparse_categorical_crossentropy"),
    };
    let metrics =
        if prepared.chosen.task == Task::Classification { vec![Value::string("accuracy")] } else { Vec::new() };
    Value::object([
        ("layers", Value::Array(vec![dense(10, None), last])),
        ("loss", Value::string(loss)),
        ("optimizer", Value::string("adam")),
        ("metrics", Value::Array(metrics)),
        ("seed", Value::Number(0.0)),
    ])
}

/// The model's configuration, read and checked against the data.
pub(super) fn model_config(value: &Value, prepared: &Prepared) -> Result<ModelConfig, Error> {
    reject_other_inputs(value, prepared.chosen.features.len())?;
    let mut whole = value.clone();
    if let Value::Object(fields) = &mut whole {
        fields.push(("inputs".to_string(), Value::count(prepared.chosen.features.len())));
    }
    let config = ModelConfig::read(&whole).map_err(|error| error.under("model"))?;
    config.optimizer.check().map_err(|error| error.under("model.optimizer"))?;
    Ok(config)
}

/// The columns that were chosen tell how many features come in: rejects a layer that says otherwise.
fn reject_other_inputs(value: &Value, features: usize) -> Result<(), Error> {
    reader::read_at("model", value, |model| {
        let layers = model.field("layers");
        if let Value::Array(_) = layers.value() {
            layers.items().for_each(|layer| reject_other_inputs_of(&layer, features));
        }
    })
}

fn reject_other_inputs_of(layer: &Reader, features: usize) {
    let kind = layer.field("type");
    if *kind.value() == Value::string("Input") {
        layer.reject(Error::shape(&kind.path(), "Dense or Dropout: the features are the input", "Input"));
    }
    for field in ["inputShape", "inputDim"] {
        let field = layer.field(field);
        let told = match field.value() {
            Value::Array(sizes) => sizes.first().unwrap_or(&Value::Null),
            size @ (Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Object(_)
            | Value::Other(_)) => size,
        };
        let what = field.path();
        let is_first = what.starts_with("model.layers[0]");
        if is_first && *told != Value::Null && *told != Value::count(features) {
            layer.reject(Error::shape(&what, format!("{features}, as there are features"), told.describe()));
        }
    }
}

/// The fit as asked for, with what was left out filled in.
pub(super) fn fit_value(given: Option<&Value>) -> Result<Value, Error> {
    let nothing = Value::Object(Vec::new());
    reader::read_at("fit", given.unwrap_or(&nothing), |fit| {
        fit.fields(&FIT_FIELDS);
        let or = |name: &'static str, mut value: Value| {
            fit.update(name, &mut value);
            (name, value)
        };
        Value::object([
            or("batchSize", Value::Number(5.0)),
            or("epochs", Value::Number(100.0)),
            or("shuffle", Value::Bool(true)),
            or("seed", Value::Number(100.0)),
            or("validationSplit", Value::Number(0.0)),
            or("earlyStopping", Value::Null),
        ])
    })
}

/// The fit's configuration.
pub(super) fn fit_config(value: &Value) -> Result<FitConfig, Error> {
    let config = FitConfig::read(value).map_err(|error| error.under("fit"))?;
    if !(1..=MAX_EPOCHS).contains(&config.epochs) {
        return Err(Error::out_of_range("fit.epochs", format!("1 to {MAX_EPOCHS}"), config.epochs));
    }
    Ok(config)
}

/// An error of the fit by the path that it has in an experiment.
pub(super) fn fit_error(error: Error) -> Error {
    match error.what() {
        "monitor" | "minDelta" => error.under("fit.earlyStopping"),
        "batchSize" | "validationSplit" => error.under("fit"),
        what if what.starts_with("inputs") => error.at("features"),
        _ => error.at("target"),
    }
}

/// The targets of all rows as the loss wants them: the number, the class by its number, or one number a class.
pub(super) fn encoded(
    prepared: &Prepared,
    loss: Loss,
    config: &ModelConfig,
    outputs: usize,
) -> Result<Vec<f32>, Error> {
    let sparse = loss.targets() == Targets::Class;
    let categorical = !sparse && loss.is_softmax_crossentropy();
    let last = config.layers.iter().rposition(|layer| matches!(layer, LayerConfig::Dense(_))).unwrap_or_default();
    let last_units = format!("model.layers[{last}].units");
    let classes = prepared.classes.len();
    if prepared.chosen.task == Task::Regression {
        if sparse {
            return Err(Error::shape("model.loss", "a loss for numbers, as the task is regression", loss.name()));
        }
        return match outputs {
            1 => Ok(prepared.targets.clone()),
            _ => Err(Error::shape(&last_units, "1 unit, as there is one target", outputs)),
        };
    }
    if outputs == classes && !sparse {
        let labels: Vec<usize> = prepared.targets.iter().map(|class| *class as usize).collect();
        return to_categorical_row_major(&labels, classes);
    }
    let as_numbers = if sparse { outputs == classes } else { outputs == 1 && classes == 2 && !categorical };
    if as_numbers {
        return Ok(prepared.targets.clone());
    }
    let expected = match classes {
        2 if !sparse && !categorical => "1 unit for the two classes, or 2".to_string(),
        _ => format!("{classes} units, one a class"),
    };
    Err(Error::shape(&last_units, expected, outputs))
}
