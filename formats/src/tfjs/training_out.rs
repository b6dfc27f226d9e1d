//! What `compile` is given, where TensorFlow.js has loss and optimizer of the same formulas.

use crate::json::single;
use crate::model::SavedModel;
use glassnet::nn::{Loss, Optimizer, Rule, Schedule};
use serde_json::{Value as Json, json};

/// Loss, metrics and optimizer; `None` where TensorFlow.js lacks one, and the model is opened without.
pub(super) fn training_config(saved: &SavedModel) -> Option<Json> {
    let (loss, optimizer) = (saved.model().loss_function(), saved.model().optimizer());
    let is_default = Loss::ALL.contains(&loss);
    let known = [
        "mean_squared_error",
        "mean_absolute_error",
        "mean_absolute_percentage_error",
        "categorical_crossentropy",
        "sparse_categorical_crossentropy",
        "binary_crossentropy",
    ];
    if !is_default || !known.contains(&loss.name()) {
        return None;
    }
    Some(json!({ "loss": loss.name(), "metrics": [], "optimizer_config": optimizer_config(optimizer)? }))
}

fn optimizer_config(optimizer: &Optimizer) -> Option<Json> {
    let Schedule::Constant(rate) = optimizer.learning_rate else { return None };
    if optimizer.weight_decay.is_some() || optimizer.clip.is_some() {
        return None;
    }
    let rate = single(rate);
    Some(match optimizer.rule {
        Rule::Sgd(sgd) if sgd.momentum == 0.0 => {
            json!({ "class_name": "SGD", "config": { "learning_rate": rate } })
        }
        Rule::Sgd(sgd) => json!({
            "class_name": "Momentum",
            "config": { "learning_rate": rate, "momentum": sgd.momentum, "use_nesterov": sgd.nesterov },
        }),
        Rule::Adam(adam) if !adam.amsgrad => {
            let moments = adam.moments;
            let config = json!({
                "learning_rate": rate, "beta1": moments.beta_1, "beta2": moments.beta_2, "epsilon": moments.epsilon,
            });
            json!({ "class_name": "Adam", "config": config })
        }
        _ => return None,
    })
}
