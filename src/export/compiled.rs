//! Loss, optimizer and metrics as Keras's `compile` takes them.

use super::python::{Call, count, double, list, single, text, truth};
use crate::nn::{Clip, Loss, ModelConfig, Moments, Optimizer, Rule, Schedule};

/// `model.compile(...)`.
pub(super) fn compile(config: &ModelConfig) -> String {
    let metrics = config.metrics.iter().map(|metric| match metric.key.as_str() {
        // Keras knows these two by their classes alone.
        "r2_score" => "tf.keras.metrics.R2Score()".to_string(),
        "root_mean_squared_error" => "tf.keras.metrics.RootMeanSquaredError()".to_string(),
        name => text(name),
    });
    let metrics = Some(list(metrics)).filter(|_| !config.metrics.is_empty());
    Call::new("model.compile")
        .named("loss", loss(config.loss))
        .named("optimizer", optimizer(&config.optimizer))
        .some("metrics", metrics)
        .text_at(0)
}

/// The name, or the class with the settings that differ from Keras's.
fn loss(loss: Loss) -> String {
    let class = |name: &str| Call::new(format!("tf.keras.losses.{name}"));
    let of_classes = |name: &str, from_logits: bool, label_smoothing: f32| {
        let call = class(name).unless("from_logits", from_logits, false, truth);
        call.unless("label_smoothing", label_smoothing, 0.0, single)
    };
    let call = match loss {
        Loss::Huber { delta } => class("Huber").unless("delta", delta, 1.0, single),
        Loss::BinaryCrossentropy { from_logits, label_smoothing } => {
            of_classes("BinaryCrossentropy", from_logits, label_smoothing)
        }
        Loss::CategoricalCrossentropy { from_logits, label_smoothing } => {
            of_classes("CategoricalCrossentropy", from_logits, label_smoothing)
        }
        Loss::SparseCategoricalCrossentropy { from_logits } => {
            of_classes("SparseCategoricalCrossentropy", from_logits, 0.0)
        }
        Loss::Hinge
        | Loss::KlDivergence
        | Loss::LogCosh
        | Loss::MeanAbsoluteError
        | Loss::MeanAbsolutePercentageError
        | Loss::MeanSquaredError
        | Loss::MeanSquaredLogarithmicError
        | Loss::Poisson => class(""),
    };
    if call.is_bare() { text(loss.name()) } else { call.text() }
}

/// The name, or the class with the settings that differ from Keras's.
fn optimizer(optimizer: &Optimizer) -> String {
    let usual = Optimizer::of(optimizer.rule);
    let class = match optimizer.rule {
        Rule::Adadelta { .. } => "Adadelta",
        Rule::Adagrad { .. } => "Adagrad",
        Rule::Adam(..) => "Adam",
        Rule::AdamW(..) => "AdamW",
        Rule::Adamax(..) => "Adamax",
        Rule::Nadam(..) => "Nadam",
        Rule::RmsProp { .. } => "RMSprop",
        Rule::Sgd { .. } => "SGD",
    };
    let rate = Some(&optimizer.learning_rate).filter(|rate| **rate != usual.learning_rate);
    let call = Call::new(format!("tf.keras.optimizers.{class}")).some("learning_rate", rate.map(schedule));
    let call = rule(call, optimizer.rule);
    // AdamW takes no None.
    let decay = optimizer.weight_decay.unwrap_or(0.0);
    let call = call.unless("weight_decay", decay, usual.weight_decay.unwrap_or(0.0), double);
    let call = match optimizer.clip {
        None => call,
        Some(Clip::Norm(size)) => call.named("clipnorm", double(size)),
        Some(Clip::GlobalNorm(size)) => call.named("global_clipnorm", double(size)),
        Some(Clip::Value(size)) => call.named("clipvalue", double(size)),
    };
    if call.is_bare() { text(optimizer.rule.name()) } else { call.text() }
}

/// The settings that belong to each rule.
fn rule(call: Call, rule: Rule) -> Call {
    let epsilon_of = |call: Call, epsilon: f64| call.unless("epsilon", epsilon, 1e-7, double);
    let moments = |call: Call, moments: Moments| {
        let usual = Moments::default();
        let call = call.unless("beta_1", moments.beta_1, usual.beta_1, double);
        epsilon_of(call.unless("beta_2", moments.beta_2, usual.beta_2, double), moments.epsilon)
    };
    match rule {
        Rule::Adadelta { rho, epsilon } => epsilon_of(call.unless("rho", rho, 0.95, double), epsilon),
        Rule::Adagrad { initial_accumulator_value: value, epsilon } => {
            epsilon_of(call.unless("initial_accumulator_value", value, 0.1, double), epsilon)
        }
        Rule::Adam(m, amsgrad) | Rule::AdamW(m, amsgrad) => moments(call, m).unless("amsgrad", amsgrad, false, truth),
        Rule::Adamax(m) | Rule::Nadam(m) => moments(call, m),
        Rule::RmsProp { rho, momentum, epsilon, centered } => {
            let call = call.unless("rho", rho, 0.9, double).unless("momentum", momentum, 0.0, double);
            epsilon_of(call, epsilon).unless("centered", centered, false, truth)
        }
        Rule::Sgd { momentum, nesterov } => {
            call.unless("momentum", momentum, 0.0, double).unless("nesterov", nesterov, false, truth)
        }
    }
}

/// A number, or the class of a schedule.
fn schedule(schedule: &Schedule) -> String {
    let class = |name: &str| Call::new(format!("tf.keras.optimizers.schedules.{name}"));
    let numbers = |numbers: &[f32], write: fn(f32) -> String| list(numbers.iter().copied().map(write));
    match schedule {
        Schedule::Constant(rate) => single(*rate),
        Schedule::ExponentialDecay { initial, decay_steps, decay_rate, staircase } => class("ExponentialDecay")
            .plain(single(*initial))
            .named("decay_steps", count(*decay_steps))
            .named("decay_rate", single(*decay_rate))
            .unless("staircase", *staircase, false, truth)
            .text(),
        Schedule::PiecewiseConstantDecay { boundaries, values } => class("PiecewiseConstantDecay")
            .named("boundaries", numbers(boundaries, count))
            .named("values", numbers(values, single))
            .text(),
        Schedule::CosineDecay { initial, decay_steps, alpha, warmup } => class("CosineDecay")
            .plain(single(*initial))
            .named("decay_steps", count(*decay_steps))
            .unless("alpha", *alpha, 0.0, single)
            .some("warmup_target", warmup.map(|(target, _)| single(target)))
            .some("warmup_steps", warmup.map(|(_, steps)| count(steps)))
            .text(),
    }
}
