//! Loss, optimizer and metrics as Keras's `compile` takes them.

use super::layers::name_or_class;
use super::python::{Call, double, list, single, text};
use crate::nn::{Clip, ModelConfig, Named, Optimizer, Schedule};

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
        .named("loss", name_or_class("losses", config.loss))
        .named("optimizer", optimizer(&config.optimizer))
        .some("metrics", metrics)
        .text_at(0)
}

/// The name, or the class with the settings that differ from Keras's.
fn optimizer(optimizer: &Optimizer) -> String {
    let default = Optimizer::of(optimizer.rule);
    let entry = optimizer.rule.entry();
    let rate = Some(&optimizer.learning_rate).filter(|rate| **rate != default.learning_rate);
    // AdamW takes no None.
    let decay = optimizer.weight_decay.unwrap_or(0.0);
    let call = Call::new(format!("tf.keras.optimizers.{}", entry.class()))
        .some("learning_rate", rate.map(schedule))
        .settings(optimizer.rule.explicit_settings())
        .unless("weight_decay", decay, default.weight_decay.unwrap_or(0.0), double);
    let call = match optimizer.clip {
        None => call,
        Some(Clip::Norm(size)) => call.named("clipnorm", double(size)),
        Some(Clip::GlobalNorm(size)) => call.named("global_clipnorm", double(size)),
        Some(Clip::Value(size)) => call.named("clipvalue", double(size)),
    };
    if call.is_bare() { text(entry.name) } else { call.text() }
}

/// A number, or the class of a schedule.
fn schedule(schedule: &Schedule) -> String {
    if let Schedule::Constant(rate) = schedule {
        return single(*rate);
    }
    let class = schedule.entry().class();
    Call::new(format!("tf.keras.optimizers.schedules.{class}")).settings(schedule.explicit_settings()).text()
}
