//! Loss, optimizer and metrics from Keras's words to the engine's.

use super::part::{Part, Values, class_and_fields, named, short};
use crate::errors;
use glassnet::nn::NamedMetric;
use glassnet::{Error, Value};
use serde_json::{Value as Json, json};

/// What `compile` set: `compile_config` of Keras 3, `training_config` of an `.h5` file; nothing where there is none.
pub(super) fn compiled(config: &Json) -> Result<Values, Error> {
    let mut found = Vec::new();
    if config.is_null() {
        return Ok(found);
    }
    let optimizer = config.get("optimizer").or_else(|| config.get("optimizer_config")).unwrap_or(&Json::Null);
    if !optimizer.is_null() {
        found.push(("optimizer".to_string(), self::optimizer(optimizer)?));
    }
    if let Some(loss) = only(&config["loss"], "loss")? {
        found.push(("loss".to_string(), self::loss(&loss)?));
    }
    let (mut metrics, mut read) = (Vec::new(), Vec::new());
    list(&config["metrics"], &mut metrics);
    for given in metrics {
        read.push(metric(given)?);
    }
    found.push(("metrics".to_string(), Value::Array(read)));
    let mut rest = Part::new("compile".to_string(), config.as_object().cloned().unwrap_or_default());
    rest.expect("loss_weights", &[json!([]), json!([1]), json!(1)])?;
    rest.expect("weighted_metrics", &[json!([]), json!([[]])])?;
    rest.expect("sample_weight_mode", &[])?;
    Ok(found)
}

/// The one loss of lists and objects by the output.
fn only(given: &Json, what: &str) -> Result<Option<Json>, Error> {
    match given {
        Json::Null => Ok(None),
        Json::Array(items) if items.len() == 1 => only(&items[0], what),
        Json::Object(fields) if !fields.contains_key("class_name") && fields.len() == 1 => {
            fields.values().next().map_or(Ok(None), |one| only(one, what))
        }
        Json::String(_) | Json::Object(_) if class_and_fields(given).is_some() => Ok(Some(given.clone())),
        other => Err(errors::unsupported(what, "one, as Glassnet's models have one output", short(other))),
    }
}

/// Metrics of nested lists and objects by the output.
fn list<'a>(given: &'a Json, found: &mut Vec<&'a Json>) {
    match given {
        Json::Array(items) => items.iter().for_each(|item| list(item, found)),
        Json::Object(fields) if !fields.contains_key("class_name") => {
            fields.values().for_each(|one| list(one, found));
        }
        Json::Null => {}
        one => found.push(one),
    }
}

/// A part of `compile` by its class.
fn part_of(kind: &str, given: &Json) -> Result<(String, Part), Error> {
    let Some((class, fields)) = class_and_fields(given) else {
        return Err(errors::invalid(kind, "a name or a class with its settings", short(given)));
    };
    let what = format!("{kind} {class}");
    Ok((class, Part::new(what, fields)))
}

fn loss(given: &Json) -> Result<Value, Error> {
    let (class, mut part) = part_of("loss", given)?;
    part.ignore(&["name"]);
    super::layers_in::dtype(&mut part)?;
    part.expect("reduction", &[json!("sum_over_batch_size"), json!("auto"), json!("mean")])?;
    part.expect("axis", &[json!(-1), json!(1)])?;
    part.expect("ignore_class", &[])?;
    let function = part.take("fn");
    // Keras 2 wraps a function that is a loss.
    let class = if class == "LossFunctionWrapper" { function_name(&function).unwrap_or(class) } else { class };
    Ok(named(class, part))
}

/// The name of a function, however Keras writes it.
fn function_name(function: &Json) -> Option<String> {
    class_and_fields(function).map(|(name, _)| name)
}

fn metric(given: &Json) -> Result<Value, Error> {
    if let Json::String(name) = given {
        return Ok(Value::String(name.clone()));
    }
    let (mut class, mut part) = part_of("metric", given)?;
    let own_name = part.take("name");
    super::layers_in::dtype(&mut part)?;
    let function = part.take("fn");
    if class == "MeanMetricWrapper" {
        class = function_name(&function).unwrap_or(class);
        // Asked for as "accuracy", which Keras resolves by loss and outputs, as the engine does.
        if ["accuracy", "acc"].iter().any(|name| own_name == *name) && class.ends_with("accuracy") {
            return Ok(Value::String(own_name.as_str().unwrap_or("accuracy").to_string()));
        }
    } else if class == "Accuracy" {
        let expected = "accuracy by its name, or BinaryAccuracy, CategoricalAccuracy, SparseCategoricalAccuracy";
        return Err(errors::unsupported(part.what, expected, class));
    }
    part.expect("axis", &[json!(-1), json!(1)])?;
    part.expect("ignore_class", &[])?;
    // What there is one number of here may be one in a list there.
    let thresholds = part.take("thresholds");
    let one = match &thresholds {
        Json::Array(items) if items.len() == 1 => items[0].clone(),
        _ => thresholds,
    };
    ignore_defaults(&class, &mut part)?;
    let Value::Object(mut fields) = named(key(&class, &own_name), part) else { return Ok(Value::Null) };
    if !one.is_null() {
        fields.push(("thresholds".to_string(), crate::json::to_value(&one)));
    }
    if let [_] = fields.as_slice() {
        return Ok(fields.pop().map_or(Value::Null, |(_, name)| name));
    }
    Ok(Value::Object(fields))
}

/// The name that history has: the metric's own where it is one of its class, else the catalogue's.
fn key(class: &str, own_name: &Json) -> String {
    let metric = |name: &str| name.parse::<NamedMetric>().ok().map(|named| named.metric);
    match (metric(class), own_name.as_str()) {
        (Some(of_class), Some(own)) if metric(own) == Some(of_class) => own.to_string(),
        (Some(of_class), _) => of_class.name().to_string(),
        (None, _) => class.to_string(),
    }
}

/// Settings that Glassnet has with Keras's default alone.
fn ignore_defaults(class: &str, part: &mut Part) -> Result<(), Error> {
    match class {
        "AUC" => {
            part.expect("multi_label", &[json!(false)])?;
            part.expect("from_logits", &[json!(false)])?;
            part.expect("num_labels", &[])?;
            part.expect("label_weights", &[])
        }
        "BinaryAccuracy" => part.expect("threshold", &[json!(0.5)]),
        "R2Score" => {
            part.expect("class_aggregation", &[json!("uniform_average")])?;
            part.expect("num_regressors", &[json!(0)])
        }
        "TopKCategoricalAccuracy" | "SparseTopKCategoricalAccuracy" => part.expect("from_sorted_ids", &[json!(false)]),
        _ => Ok(()),
    }
}

fn optimizer(given: &Json) -> Result<Value, Error> {
    let (class, mut part) = part_of("optimizer", given)?;
    part.ignore(&["name", "jit_compile", "is_legacy_optimizer", "ema_momentum", "ema_overwrite_frequency"]);
    part.expect("use_ema", &[json!(false)])?;
    part.expect("loss_scale_factor", &[])?;
    part.expect("gradient_accumulation_steps", &[])?;
    part.expect("decay", &[json!(0)])?;
    let rate = part.take("learning_rate");
    let rate = if rate.is_null() { part.take("lr") } else { rate };
    let Value::Object(mut fields) = named(class, part) else { return Ok(Value::Null) };
    if !rate.is_null() {
        fields.push(("learning_rate".to_string(), learning_rate(&rate)?));
    }
    Ok(Value::Object(fields))
}

/// A number, or a schedule.
fn learning_rate(given: &Json) -> Result<Value, Error> {
    if let Some(number) = given.as_f64() {
        return Ok(Value::Number(number));
    }
    let (class, mut part) = part_of("schedule", given)?;
    part.ignore(&["name"]);
    Ok(named(class, part))
}
