//! Losses, optimizers and metrics as values in Keras's words, which `read.rs` reads again.

use super::names::Named;
use super::setting::{ExplicitSetting, SettingValue, camel_case};
use super::{Clip, Optimizer, Schedule, Sequential};
use crate::Value;
use crate::decimal::nearest_decimal;

type Fields = Vec<(String, Value)>;

impl Sequential {
    /// What `compile` set, as it would be given again: loss, optimizer with its learning rate, metrics. Settings that are
    /// Keras's defaults are left out.
    pub fn compile_config(&self) -> Value {
        let loss = self.loss_function();
        let metrics = Value::array(self.metrics(), |metric| {
            // By the name that it was asked for by, which history has.
            name_or_object(&metric.key, metric.metric.explicit_settings())
        });
        Value::object([
            ("loss", name_or_object(loss.name(), loss.explicit_settings())),
            ("optimizer", optimizer_config(self.optimizer())),
            ("metrics", metrics),
        ])
    }
}

/// An optimizer by its name, its learning rate and the settings that are not Keras's defaults.
fn optimizer_config(optimizer: &Optimizer) -> Value {
    let number = |number: f64| Value::Number(number);
    let mut fields = named(optimizer.rule.name());
    fields.push(("learningRate".to_string(), schedule_config(&optimizer.learning_rate)));
    fields.extend(settings(optimizer.rule.explicit_settings()));
    if optimizer.weight_decay != Optimizer::of(optimizer.rule).weight_decay {
        fields.push(("weightDecay".to_string(), number(optimizer.weight_decay.unwrap_or(0.0))));
    }
    let clip = optimizer.clip.map(|clip| match clip {
        Clip::Norm(size) => ("clipnorm", size),
        Clip::GlobalNorm(size) => ("globalClipnorm", size),
        Clip::Value(size) => ("clipvalue", size),
    });
    fields.extend(clip.map(|(name, size)| (name.to_string(), number(size))));
    Value::Object(fields)
}

/// A learning rate: a number, or a schedule with its settings.
fn schedule_config(schedule: &Schedule) -> Value {
    if let Schedule::Constant(rate) = schedule {
        return Value::Number(nearest_decimal(*rate));
    }
    let mut fields = named(schedule.entry().name);
    fields.extend(settings(schedule.explicit_settings()));
    Value::Object(fields)
}

/// The name alone where nothing else is set.
fn name_or_object(name: &str, explicit: Vec<ExplicitSetting>) -> Value {
    if explicit.is_empty() {
        return Value::string(name);
    }
    let mut fields = named(name);
    fields.extend(settings(explicit));
    Value::Object(fields)
}

fn named(name: &str) -> Fields {
    vec![("name".to_string(), Value::string(name))]
}

/// Settings by their names in JavaScript, numbers of single precision as the shortest decimal.
fn settings(explicit: Vec<ExplicitSetting>) -> impl Iterator<Item = (String, Value)> {
    explicit.into_iter().map(|setting| {
        let value = match setting.value {
            SettingValue::Single(number) | SettingValue::Count(number) => Value::Number(nearest_decimal(number)),
            SettingValue::List(numbers) | SettingValue::Counts(numbers) => {
                Value::array(numbers, |number| Value::Number(nearest_decimal(number)))
            }
            other @ (SettingValue::Nothing | SettingValue::Double(_) | SettingValue::Flag(_)) => other.into(),
            #[cfg(feature = "full")]
            other @ SettingValue::Choice(_) => other.into(),
        };
        (camel_case(setting.name), value)
    })
}
