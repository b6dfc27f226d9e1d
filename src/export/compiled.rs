//! Loss, optimizer and metrics as Keras's `compile` takes them.

use super::layers::name_or_class;
use super::python::{Call, double, list, single, text};
use crate::nn::{Clip, ModelConfig, Named, NamedMetric, Optimizer, Schedule};

/// `model.compile(...)`.
pub(super) fn compile(config: &ModelConfig) -> String {
    let metrics = Some(list(config.metrics.iter().map(metric))).filter(|_| !config.metrics.is_empty());
    Call::new("model.compile")
        .named("loss", name_or_class("losses", config.loss))
        .named("optimizer", optimizer(&config.optimizer))
        .some("metrics", metrics)
        .text_at(0)
}

fn metric(metric: &NamedMetric) -> String {
    let settings = metric.metric.explicit_settings();
    if !settings.is_empty() {
        let class = Call::new(format!("tf.keras.metrics.{}", metric.metric.entry().class())).settings(settings);
        return class.named("name", text(&metric.key)).text();
    }
    match keras_key(metric) {
        // Keras knows these two by their classes alone.
        "r2_score" => "tf.keras.metrics.R2Score()".to_string(),
        "root_mean_squared_error" => "tf.keras.metrics.RootMeanSquaredError()".to_string(),
        name => text(name),
    }
}

/// The name of a metric in Keras: the one that it was asked for by, where Keras takes that, or gets it beside settings.
fn keras_key(metric: &NamedMetric) -> &str {
    if !metric.metric.explicit_settings().is_empty() {
        return &metric.key;
    }
    let entry = metric.metric.entry();
    // Keras reads the two names of accuracy in any case.
    let is_accuracy = || ["accuracy", "acc"].iter().any(|name| name.eq_ignore_ascii_case(&metric.key));
    if entry.is_named_in_keras(&metric.key) || is_accuracy() { &metric.key } else { entry.name }
}

/// What early stopping monitors, by the names that the exported metrics have: `val_mean_squared_error` for
/// `val_meanSquaredError`.
pub(super) fn keras_monitor(monitor: &str, metrics: &[NamedMetric]) -> String {
    let (validation, key) = monitor.strip_prefix("val_").map_or(("", monitor), |key| ("val_", key));
    // A second metric of a name has its number after it.
    let number_of = |metric: &NamedMetric| {
        let rest = key.strip_prefix(metric.key.as_str())?;
        let number = rest.strip_prefix('_').unwrap_or(rest);
        number.bytes().all(|digit| digit.is_ascii_digit()).then(|| rest.to_string())
    };
    let found = metrics.iter().find_map(|metric| Some((metric, number_of(metric)?)));
    found.map_or(monitor.to_string(), |(metric, number)| format!("{validation}{}{number}", keras_key(metric)))
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
