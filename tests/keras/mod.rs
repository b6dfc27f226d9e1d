//! A case recorded from real Keras, and the engine's numbers beside its own.

use glassnet::nn::{
    Activation, Clip, Initializer, Layer, LayerConfig, Loss, ModelConfig, Moments, NamedMetric, Optimizer, Regularizer,
    Rule, Schedule, Sequential,
};
use glassnet::train::{EarlyStopping, Fit, FitConfig, Order, Validation};
use serde_json::Value;

/// A quantity that is not within the case's tolerance.
pub(crate) struct Failure {
    pub(crate) case: String,
    pub(crate) quantity: String,
    pub(crate) expected: f64,
    pub(crate) received: f64,
    pub(crate) difference: f64,
    pub(crate) tolerance: f64,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Failure { case, quantity, expected, received, difference, tolerance } = self;
        write!(
            f,
            "{case}  {quantity}  expected {expected}  received {received}  difference {difference:.2e}  tolerance {tolerance:.2e}"
        )
    }
}

/// What a case came to.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) quantities: usize,
    pub(crate) failures: Vec<Failure>,
}

/// Runs a case: every quantity that Keras recorded is compared.
pub(crate) fn run(text: &str) -> Outcome {
    let case: Value = serde_json::from_str(text).unwrap();
    let mut check = Check { case: &case, outcome: Outcome::default() };
    check.forward_and_gradients();
    check.first_batch();
    check.training();
    check.outcome
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(number) => vec![number.as_f64().unwrap()],
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        Value::String(text) => vec![text.to_lowercase().replace("infinity", "inf").parse().unwrap()],
        Value::Null => vec![f64::NAN],
        other => panic!("not a number: {other}"),
    }
}

fn floats(value: &Value) -> Vec<f32> {
    numbers(value).into_iter().map(|number| number as f32).collect()
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn activation(value: &Value) -> Activation {
    let found = value["name"].as_str().unwrap().parse().unwrap();
    let setting = |field: &str| number(&value[field]).map(|number| number as f32);
    match found {
        Activation::Elu { alpha } => Activation::Elu { alpha: setting("alpha").unwrap_or(alpha) },
        Activation::LeakyRelu { negative_slope } => {
            Activation::LeakyRelu { negative_slope: setting("negative_slope").unwrap_or(negative_slope) }
        }
        Activation::Gelu { .. } => Activation::Gelu { approximate: value["approximate"].as_bool().unwrap_or(false) },
        other => other,
    }
}

fn regularizer(value: &Value) -> Option<Regularizer> {
    let price = |field: &str| number(&value[field]).unwrap_or(0.0) as f32;
    (!value.is_null()).then(|| Regularizer { l1: price("l1"), l2: price("l2") })
}

fn loss(value: &Value) -> Loss {
    let from_logits = value["from_logits"].as_bool().unwrap_or(false);
    let label_smoothing = number(&value["label_smoothing"]).unwrap_or(0.0) as f32;
    match value["name"].as_str().unwrap().parse().unwrap() {
        Loss::Huber { delta } => Loss::Huber { delta: number(&value["delta"]).map_or(delta, |delta| delta as f32) },
        Loss::BinaryCrossentropy { .. } => Loss::BinaryCrossentropy { from_logits, label_smoothing },
        Loss::CategoricalCrossentropy { .. } => Loss::CategoricalCrossentropy { from_logits, label_smoothing },
        Loss::SparseCategoricalCrossentropy { .. } => Loss::SparseCategoricalCrossentropy { from_logits },
        other => other,
    }
}

fn schedule(value: &Value) -> Schedule {
    if let Some(rate) = number(value) {
        return Schedule::Constant(rate as f32);
    }
    let setting = |field: &str| number(&value[field]).map(|number| number as f32);
    let initial = || setting("initial_learning_rate").unwrap();
    match value["class"].as_str().unwrap() {
        "ExponentialDecay" => Schedule::ExponentialDecay {
            initial: initial(),
            decay_steps: setting("decay_steps").unwrap(),
            decay_rate: setting("decay_rate").unwrap(),
            staircase: value["staircase"].as_bool().unwrap_or(false),
        },
        "PiecewiseConstantDecay" => Schedule::PiecewiseConstantDecay {
            boundaries: floats(&value["boundaries"]),
            values: floats(&value["values"]),
        },
        "CosineDecay" => Schedule::CosineDecay {
            initial: initial(),
            decay_steps: setting("decay_steps").unwrap(),
            alpha: setting("alpha").unwrap_or(0.0),
            warmup: setting("warmup_target").zip(setting("warmup_steps")).filter(|(_, steps)| *steps > 0.0),
        },
        other => panic!("an unknown schedule: {other}"),
    }
}

fn optimizer(value: &Value) -> Optimizer {
    let setting = |field: &str| number(&value[field]);
    let or = |field: &str, default: f64| setting(field).unwrap_or(default);
    let truth = |field: &str| value[field].as_bool().unwrap_or(false);
    let moments = |m: Moments| Moments {
        beta_1: or("beta_1", m.beta_1),
        beta_2: or("beta_2", m.beta_2),
        epsilon: or("epsilon", m.epsilon),
    };
    let mut found: Optimizer = value["name"].as_str().unwrap().parse().unwrap();
    found.rule = match found.rule {
        Rule::Sgd { .. } => Rule::Sgd { momentum: or("momentum", 0.0), nesterov: truth("nesterov") },
        Rule::Adam(m, _) => Rule::Adam(moments(m), truth("amsgrad")),
        Rule::AdamW(m, _) => Rule::AdamW(moments(m), truth("amsgrad")),
        Rule::Adamax(m) => Rule::Adamax(moments(m)),
        Rule::Nadam(m) => Rule::Nadam(moments(m)),
        Rule::RmsProp { rho, epsilon, .. } => Rule::RmsProp {
            rho: or("rho", rho),
            momentum: or("momentum", 0.0),
            epsilon: or("epsilon", epsilon),
            centered: truth("centered"),
        },
        Rule::Adagrad { initial_accumulator_value: begin, epsilon } => Rule::Adagrad {
            initial_accumulator_value: or("initial_accumulator_value", begin),
            epsilon: or("epsilon", epsilon),
        },
        Rule::Adadelta { rho, epsilon } => Rule::Adadelta { rho: or("rho", rho), epsilon: or("epsilon", epsilon) },
        other => other,
    };
    found.learning_rate = schedule(&value["learning_rate"]);
    found.weight_decay = setting("weight_decay");
    let clips = [
        setting("clipnorm").map(Clip::Norm),
        setting("global_clipnorm").map(Clip::GlobalNorm),
        setting("clipvalue").map(Clip::Value),
    ];
    found.clip = clips.into_iter().flatten().next();
    found
}

/// The model of a case with its start weights.
fn model(case: &Value) -> Sequential {
    let config = &case["config"];
    let layers = config["layers"].as_array().unwrap().iter().zip(case["initial_weights"].as_array().unwrap());
    let layers = layers.map(|(layer, weights)| {
        let kernel = weights["kernel"].as_array().unwrap().iter().map(floats).collect();
        Layer::Dense(LayerConfig {
            units: Some(count(&layer["units"])),
            activation: Some(activation(&layer["activation"])),
            use_bias: Some(layer["use_bias"].as_bool().unwrap_or(true)),
            kernel_initializer: Some(Initializer::Zeros),
            kernel_regularizer: regularizer(&layer["kernel_regularizer"]),
            bias_regularizer: regularizer(&layer["bias_regularizer"]),
            kernel: Some(kernel),
            bias: weights.get("bias").map(floats),
            ..LayerConfig::default()
        })
    });
    let mut built = ModelConfig::new(count(&config["input_dim"]), layers.collect::<Vec<_>>());
    built.loss = loss(&config["loss"]);
    built.optimizer = optimizer(&config["optimizer"]);
    let metrics = config["metrics"].as_array().into_iter().flatten();
    built.metrics = metrics.map(|name| name.as_str().unwrap().parse::<NamedMetric>().unwrap()).collect();
    Sequential::new(&built).unwrap()
}

struct Check<'a> {
    case: &'a Value,
    outcome: Outcome,
}

impl Check<'_> {
    /// Compares a tensor: the largest difference, relative to the largest magnitude of what is expected.
    fn compare(&mut self, quantity: &str, expected: &Value, received: &[f64]) {
        if expected.is_null() {
            return;
        }
        self.outcome.quantities += 1;
        let expected = numbers(expected);
        let tolerance = self.case["suggested_rel_tolerance"].as_f64().unwrap();
        let mut failure = |expected: f64, received: f64, difference: f64| {
            self.outcome.failures.push(Failure {
                case: self.case["name"].as_str().unwrap_or("?").to_string(),
                quantity: quantity.to_string(),
                expected,
                received,
                difference,
                tolerance,
            });
        };
        if expected.len() != received.len() {
            return failure(expected.len() as f64, received.len() as f64, f64::INFINITY);
        }
        let scale = expected.iter().fold(0.0_f64, |scale, number| scale.max(number.abs()));
        let distance = |at: usize| match (expected[at].is_nan(), received[at].is_nan()) {
            (true, true) => 0.0,
            _ => (expected[at] - received[at]).abs() / if scale > 0.0 { scale } else { 1.0 },
        };
        let worst = (0..expected.len()).fold(0, |worst, at| if distance(at) <= distance(worst) { worst } else { at });
        if !expected.is_empty() && (distance(worst) > tolerance || distance(worst).is_nan()) {
            failure(expected[worst], received[worst], distance(worst));
        }
    }

    fn compare_floats(&mut self, quantity: &str, expected: &Value, received: &[f32]) {
        let received: Vec<f64> = received.iter().map(|&number| f64::from(number)).collect();
        self.compare(quantity, expected, &received);
    }

    /// Compares numbers in the order of the parameters with kernels and biases layer by layer.
    fn compare_layers(&mut self, quantity: &str, expected: &Value, model: &Sequential, received: &[f32]) {
        let Some(expected) = expected.as_array() else {
            return;
        };
        for (layer_idx, (layer, expected)) in model.layers().iter().zip(expected).enumerate() {
            for (part, range) in [("kernel", layer.kernel_range()), ("bias", layer.bias_range())] {
                let name = format!("{quantity}[{layer_idx}].{part}");
                self.compare_floats(&name, &expected[part], &received[range]);
            }
        }
    }

    fn compare_state(&mut self, quantity: &str, expected: &Value, model: &Sequential) {
        let slots = &model.optimizer_state().slots;
        let parameters = model.weights().len();
        for entry in expected.as_array().into_iter().flatten() {
            let name = entry["name"].as_str().unwrap();
            let Some((layer_idx, part, slot)) = state_place(name, model) else {
                // A counter, or a slot that Keras keeps and its formula does not read.
                continue;
            };
            let layer = &model.layers()[layer_idx];
            let range = if part == "kernel" { layer.kernel_range() } else { layer.bias_range() };
            let offset = slot * parameters;
            let received = &slots[offset + range.start..offset + range.end];
            self.compare_floats(&format!("{quantity}.{name}"), &entry["value"], received);
        }
    }

    fn forward_and_gradients(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]);
        let (x, y) = (floats(&case["x"]), floats(&case["y"]));
        let mut model = model(case);
        let total = model.gradients_for(&x, &y).unwrap();
        for (layer_idx, layer) in expected["layers"].as_array().into_iter().flatten().enumerate() {
            self.compare_floats(
                &format!("layers[{layer_idx}].pre_activation"),
                &layer["pre_activation"],
                model.pre_activations(layer_idx),
            );
            self.compare_floats(&format!("layers[{layer_idx}].output"), &layer["output"], model.outputs(layer_idx));
        }
        let loss = &expected["loss"];
        self.compare_floats("loss.total", &loss["total"], &[total]);
        self.compare_floats("loss.data", &loss["data"], &[total - model.penalty()]);
        self.compare_floats("loss.regularization", &loss["regularization"], &[model.penalty()]);
        self.compare_floats("loss.per_sample", &loss["per_sample"], &model.row_losses(&y));
        let gradients = model.gradients().to_vec();
        self.compare_layers("gradients", &expected["gradients"], &model, &gradients);
    }

    fn first_batch(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]["first_batch"]);
        if expected.is_null() {
            return;
        }
        let mut model = model(case);
        let rows = count(&expected["rows"]);
        let x = floats(&case["x"])[..rows * model.input_count()].to_vec();
        let y = floats(&case["y"])[..rows * model.target_count()].to_vec();
        let loss = model.gradients_for(&x, &y).unwrap();
        self.compare_floats("first_batch.loss", &expected["loss"], &[loss]);
        let gradients = model.gradients().to_vec();
        self.compare_layers("first_batch.gradients", &expected["gradients"], &model, &gradients);
        model.clip_gradients();
        let clipped = model.gradients().to_vec();
        self.compare_layers("first_batch.clipped_gradients", &expected["clipped_gradients"], &model, &clipped);
    }

    fn training(&mut self) {
        let (case, expected) = (self.case, &self.case["expected"]);
        let (x, y) = (floats(&case["x"]), floats(&case["y"]));
        let mut model = model(case);
        let mut fit = Fit::new(&model, x.clone(), y.clone(), fit_config(case)).unwrap();
        let mut step_losses = Vec::new();
        while let Some(batch) = fit.batch(&mut model) {
            step_losses.push(batch.loss);
            if step_losses.len() == 1 {
                let weights = model.weights().to_vec();
                self.compare_layers("weights_after_1_step", &expected["weights_after_1_step"], &model, &weights);
                self.compare_state("optimizer_state_after_1_step", &expected["optimizer_state_after_1_step"], &model);
            }
        }
        if let Some(epochs) = expected["epochs_run"].as_u64() {
            self.compare("epochs_run", &expected["epochs_run"], &[fit.history().epoch.len() as f64]);
            assert!(epochs > 0);
        }
        let rates = expected["learning_rates"].as_array().map_or(0, Vec::len);
        let rate = |iteration: usize| model.optimizer().learning_rate.at(iteration as u32);
        let rates: Vec<f32> = (0..rates).map(rate).collect();
        self.compare_floats("learning_rates", &expected["learning_rates"], &rates);
        self.compare_floats("step_losses", &expected["step_losses"], &step_losses);
        for (key, values) in expected["history"].as_object().into_iter().flatten() {
            let received = fit.history().get(key).unwrap_or_default().to_vec();
            self.compare(&format!("history.{key}"), values, &received);
        }
        let weights = model.weights().to_vec();
        self.compare_layers("weights_final", &expected["weights_final"], &model, &weights);
        self.compare_state("optimizer_state_final", &expected["optimizer_state_final"], &model);
        let scores = model.evaluate(&x, &y).unwrap();
        for (key, value) in expected["evaluate"].as_object().into_iter().flatten() {
            let received: Vec<f64> = scores.iter().filter(|(name, _)| name == key).map(|(_, value)| *value).collect();
            self.compare(&format!("evaluate.{key}"), value, &received);
        }
        let predictions = model.predict(&x).unwrap();
        self.compare_floats("predict", &expected["predict"], &predictions);
    }
}

fn fit_config(case: &Value) -> FitConfig {
    let training = &case["training"];
    let share = number(&training["validation_split"]).unwrap_or(0.0);
    let validation = match (case.get("val_x").filter(|x| !x.is_null()), share) {
        (Some(x), _) => Validation::Data(floats(x), floats(&case["val_y"])),
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
    }
}

/// Which layer, part and slot a variable of Keras's optimizer is: `sequential_dense_1_kernel_momentum`.
fn state_place(name: &str, model: &Sequential) -> Option<(usize, &'static str, usize)> {
    let rest = &name[name.find("dense")? + "dense".len()..];
    let (layer, rest) = match rest.strip_prefix('_')?.split_once('_') {
        Some((number, rest)) if number.parse::<usize>().is_ok() => (number.parse().ok()?, rest),
        _ => (0, rest.strip_prefix('_')?),
    };
    let (part, slot) = rest
        .strip_prefix("kernel_")
        .map(|slot| ("kernel", slot))
        .or_else(|| Some(("bias", rest.strip_prefix("bias_")?)))?;
    let slot = model.optimizer().rule.slot_names().iter().position(|known| *known == slot)?;
    Some((layer, part, slot))
}
