//! A recorded case as the engine's own configuration.

use crate::json;
use glassnet::nn::{
    Activation, ActivationConfig, BatchNormalizationConfig, Constraint, DenseConfig, DropoutConfig, FlattenConfig,
    Initializer, LayerConfig, LayerNormalizationConfig, Loss, ModelConfig, NamedMetric, Optimizer, Regularizer,
    Schedule, Sequential, Tensor,
};
use glassnet::train::{EarlyStopping, FitConfig, Order, Validation};
use serde_json::Value;

pub(super) fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(number) => vec![number.as_f64().unwrap()],
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        Value::Object(fields) => fields.values().flat_map(numbers).collect(),
        Value::String(text) => vec![text.to_lowercase().replace("infinity", "inf").parse().unwrap()],
        Value::Null => vec![f64::NAN],
        other => panic!("not a number: {other}"),
    }
}

pub(super) fn floats(value: &Value) -> Vec<f32> {
    numbers(value).into_iter().map(|number| number as f32).collect()
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

pub(super) fn count(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

/// A model of one layer as the engine reads it from outside, with a field more.
fn model_with(field: &str, value: Value) -> ModelConfig {
    let mut model = serde_json::json!({ "inputs": 1, "layers": [{ "units": 2 }] });
    model[field] = value;
    ModelConfig::read(&json::value(&model)).unwrap()
}

fn activation(value: &Value) -> Activation {
    let layers = serde_json::json!([{ "units": 2, "activation": value }]);
    let LayerConfig::Dense(layer) = &model_with("layers", layers).layers[0] else { panic!("{value}") };
    layer.activation.unwrap()
}

/// What was recorded by Keras's names by those of JavaScript, without what is null or left out.
fn in_camel_case(recorded: &Value, left_out: &[&str]) -> Value {
    let camel_case = |name: &str| {
        let mut words = name.split('_');
        let first = words.next().unwrap_or_default().to_string();
        words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
    };
    let fields = recorded.as_object().unwrap().iter();
    // An axis of None is one.
    let is_given = |name: &str, value: &Value| !value.is_null() || name == "axis";
    let fields = fields.filter(|(name, value)| is_given(name, value) && !left_out.contains(&name.as_str()));
    fields.map(|(name, value)| (camel_case(name), value.clone())).collect()
}

fn regularizer(value: &Value) -> Option<Regularizer> {
    if !value["name"].is_null() {
        // Of another class than L1L2.
        let layers = serde_json::json!([{ "units": 2, "kernelRegularizer": in_camel_case(value, &[]) }]);
        let LayerConfig::Dense(dense) = &model_with("layers", layers).layers[0] else { panic!("{value}") };
        return dense.kernel_regularizer;
    }
    let price = |field: &str| number(&value[field]).unwrap_or(0.0) as f32;
    (!value.is_null()).then(|| Regularizer::l1_l2(price("l1"), price("l2")))
}

fn constraint(value: &Value) -> Option<Constraint> {
    let layers = || serde_json::json!([{ "units": 2, "kernelConstraint": in_camel_case(value, &[]) }]);
    let dense = || match &model_with("layers", layers()).layers[0] {
        LayerConfig::Dense(dense) => dense.kernel_constraint,
        other => panic!("{other:?}"),
    };
    (!value.is_null()).then(dense).flatten()
}

pub(super) fn loss(value: &Value) -> Loss {
    model_with("loss", in_camel_case(value, &[])).loss
}

fn schedule(value: &Value) -> Schedule {
    if let Some(rate) = number(value) {
        return Schedule::Constant(rate as f32);
    }
    let settings = in_camel_case(value, &["class"]);
    let Value::Object(mut named) = settings else { panic!("{value}") };
    named.insert("name".to_string(), value["class"].clone());
    model_with("learningRate", Value::Object(named)).optimizer.learning_rate
}

/// A metric by its name, or an object of its class's name and settings.
fn metric(value: &Value) -> NamedMetric {
    let metric = if value.is_string() { value.clone() } else { in_camel_case(value, &[]) };
    model_with("metrics", metric).metrics.remove(0)
}

/// What Keras records of every optimizer and the engine does without.
const OF_EVERY_OPTIMIZER: [&str; 5] =
    ["use_ema", "ema_momentum", "ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps"];

fn optimizer(value: &Value) -> Optimizer {
    let left_out = [&OF_EVERY_OPTIMIZER[..], &["learning_rate"]].concat();
    let Optimizer { rule, clip, .. } = model_with("optimizer", in_camel_case(value, &left_out)).optimizer;
    let weight_decay = number(&value["weight_decay"]);
    Optimizer { rule, learning_rate: schedule(&value["learning_rate"]), weight_decay, clip }
}

/// The model of a case with its start weights.
pub(super) fn model(case: &Value) -> Sequential {
    let config = &case["config"];
    let layers = config["layers"].as_array().unwrap().iter().zip(case["initial_weights"].as_array().unwrap());
    let layers = layers.map(|(layer, weights)| config_of(layer, weights));
    let mut built = ModelConfig::new(count(&config["input_dim"]), layers.collect::<Vec<_>>());
    built.loss = loss(&config["loss"]);
    built.optimizer = optimizer(&config["optimizer"]);
    let metrics = config["metrics"].as_array().into_iter().flatten();
    built.metrics = metrics.map(metric).collect();
    let mut model = Sequential::new(&built).unwrap();
    let weights = case["initial_weights"].as_array().unwrap();
    let mut all = Vec::new();
    for (layer, weights) in model.layers().iter().zip(weights) {
        // Of cases that were recorded without a bias it is zeros.
        let of = |tensor: Tensor| weights.get(tensor.name).map_or(vec![0.0; tensor.range.len()], floats);
        all.extend(layer.tensors().into_iter().flat_map(of));
    }
    model.restore(&all, &all, model.optimizer_state().clone()).unwrap();
    model
}

fn config_of(layer: &Value, weights: &Value) -> LayerConfig {
    let settings = |field: &str, default: f64| number(&layer[field]).unwrap_or(default);
    let (epsilon, momentum) = (settings("epsilon", 1e-3) as f32, settings("momentum", 0.99));
    let [center, scale] = ["center", "scale"].map(|field| layer[field].as_bool().unwrap_or(true));
    match layer["type"].as_str().unwrap_or("Dense") {
        "Activation" => LayerConfig::Activation(ActivationConfig::new(activation(&layer["activation"]))),
        "BatchNormalization" => {
            let config = BatchNormalizationConfig { momentum, epsilon, center, scale, name: None };
            LayerConfig::BatchNormalization(config)
        }
        "Dropout" => LayerConfig::Dropout(DropoutConfig::new(settings("rate", 0.0) as f32, 0)),
        "Flatten" => LayerConfig::Flatten(FlattenConfig::default()),
        "LeakyReLU" | "Normalization" | "ReLU" | "Softmax" => {
            model_with("layers", serde_json::json!([in_camel_case(layer, &[])])).layers.remove(0)
        }
        "LayerNormalization" => {
            LayerConfig::LayerNormalization(LayerNormalizationConfig { epsilon, center, scale, name: None })
        }
        _ => LayerConfig::Dense(DenseConfig {
            units: Some(count(&layer["units"])),
            activation: Some(activation(&layer["activation"])),
            use_bias: Some(layer["use_bias"].as_bool().unwrap_or(true)),
            kernel_initializer: Some(Initializer::Zeros),
            kernel_regularizer: regularizer(&layer["kernel_regularizer"]),
            bias_regularizer: regularizer(&layer["bias_regularizer"]),
            kernel_constraint: constraint(&layer["kernel_constraint"]),
            bias_constraint: constraint(&layer["bias_constraint"]),
            activity_regularizer: regularizer(&layer["activity_regularizer"]),
            kernel: Some(weights["kernel"].as_array().unwrap().iter().map(numbers).collect()),
            bias: weights.get("bias").map(numbers),
            ..DenseConfig::default()
        }),
    }
}

pub(super) fn fit_config(case: &Value) -> FitConfig {
    let training = &case["training"];
    let share = number(&training["validation_split"]).unwrap_or(0.0);
    let validation = match (case.get("val_x").filter(|x| !x.is_null()), share) {
        (Some(x), _) => Validation::RowMajor(floats(x), floats(&case["val_y"])),
        (None, 0.0) => Validation::None,
        (None, share) => Validation::Split(share),
    };
    let stopping = &training["callbacks"][0];
    FitConfig {
        batch_size: count(&training["batch_size"]),
        epochs: count(&training["epochs"]),
        initial_epoch: training["initial_epoch"].as_u64().unwrap_or(0) as usize,
        order: Order::AsGiven,
        validation,
        early_stopping: (!stopping.is_null()).then(|| EarlyStopping {
            monitor: stopping["monitor"].as_str().unwrap().to_string(),
            min_delta: number(&stopping["min_delta"]).unwrap_or(0.0),
            patience: stopping["patience"].as_u64().unwrap_or(0) as usize,
            restore_best_weights: stopping["restore_best_weights"].as_bool().unwrap_or(false),
            start_from_epoch: stopping["start_from_epoch"].as_u64().unwrap_or(0) as usize,
            larger_is_better: match stopping["mode"].as_str() {
                Some("max") => Some(true),
                Some("min") => Some(false),
                _ => None,
            },
        }),
        ..FitConfig::default()
    }
}
