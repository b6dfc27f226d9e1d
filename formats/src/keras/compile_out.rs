//! Loss, optimizer and metrics in Keras's words.

use super::class::{class, of};
use crate::json::{settings, single};
use crate::model::SavedModel;
use glassnet::nn::{Clip, Metric, NamedMetric, Optimizer, Schedule};
use serde_json::{Value as Json, json};

/// What `compile` is given again.
pub(super) fn compile_config(saved: &SavedModel) -> Json {
    let model = saved.model();
    json!({
        "optimizer": optimizer(model.optimizer()),
        "loss": loss(saved),
        "loss_weights": null,
        "metrics": model.metrics().iter().map(metric).collect::<Json>(),
        "weighted_metrics": null,
        "run_eagerly": false,
        "steps_per_execution": 1,
        // A choice of Keras's own, by the machine.
        "jit_compile": false,
    })
}

fn loss(saved: &SavedModel) -> Json {
    let loss = saved.model().loss_function().class_config();
    let mut fields = settings(&loss);
    fields.insert("name".to_string(), Json::from(loss.name));
    fields.insert("reduction".to_string(), Json::from("sum_over_batch_size"));
    class("keras.losses", &loss.class, fields)
}

/// A metric by the name that it was asked for by. `accuracy` is left to Keras, which resolves it as Glassnet does.
fn metric(metric: &NamedMetric) -> Json {
    if metric.metric == Metric::Accuracy {
        let is_short = metric.key.eq_ignore_ascii_case("acc");
        return Json::from(if is_short { "acc" } else { "accuracy" });
    }
    let config = metric.metric.class_config();
    let mut fields = settings(&config);
    fields.insert("name".to_string(), Json::from(metric.key.as_str()));
    fields.insert("dtype".to_string(), Json::from("float32"));
    class("keras.metrics", &config.class, fields)
}

fn optimizer(optimizer: &Optimizer) -> Json {
    let config = optimizer.rule.class_config();
    let mut fields = settings(&config);
    let clip = |of: fn(Clip) -> Option<f64>| optimizer.clip.and_then(of).map_or(Json::Null, Json::from);
    // Keras's AdamW takes no null.
    let no_decay = if config.class == "AdamW" { Json::from(0.0) } else { Json::Null };
    for (name, value) in [
        ("name", Json::from(config.name)),
        ("learning_rate", schedule(&optimizer.learning_rate)),
        ("weight_decay", optimizer.weight_decay.map_or(no_decay, Json::from)),
        ("clipnorm", clip(|clip| if let Clip::Norm(size) = clip { Some(size) } else { None })),
        ("global_clipnorm", clip(|clip| if let Clip::GlobalNorm(size) = clip { Some(size) } else { None })),
        ("clipvalue", clip(|clip| if let Clip::Value(size) = clip { Some(size) } else { None })),
    ] {
        fields.insert(name.to_string(), value);
    }
    class("keras.optimizers", &config.class, fields)
}

/// A learning rate: a number, or a schedule.
fn schedule(schedule: &Schedule) -> Json {
    match schedule {
        Schedule::Constant(rate) => single(*rate),
        other => of("keras.optimizers.schedules", &other.class_config()),
    }
}
