//! Weights and optimizer state from HDF5: by their numbers in Keras 3, by their names in whole models of Keras 2 and 3.

use super::config_in::ModelIn;
use super::hdf5::{Attribute, Object};
use crate::errors;
use crate::model::weights_of;
use glassnet::Error;
use glassnet::nn::{OptimizerState, default_name};

/// The most variables of an optimizer: three for each of two weights of the most layers, and a few.
const MAX_VARIABLES: usize = 512;

/// What was read.
pub(super) struct Loaded {
    /// In the order of `get_weights()`.
    pub(super) weights: Vec<f32>,
    /// The variables of the optimizer, if it took a step.
    pub(super) variables: Vec<Variable>,
}

/// A variable of the optimizer.
pub(super) struct Variable {
    /// Its name, where the file has names.
    pub(super) name: String,
    pub(super) shape: Vec<usize>,
    pub(super) numbers: Vec<f32>,
    /// The first number in double precision: iterations are integers.
    pub(super) first: f64,
}

/// Reads `model.weights.h5`.
pub(super) fn of_weights_file(root: &Object, model: &ModelIn) -> Result<Loaded, Error> {
    let mut classes: Vec<&str> = Vec::new();
    let layers = match root.find("layers")? {
        Some(layers) => layers,
        // As early versions of Keras 3, and Keras 2, named it.
        None => root.get("_layer_checkpoint_dependencies")?,
    };
    let (mut weights, expected) = (Vec::new(), weights_of(&model.model));
    for (at, (class, _)) in model.layers.iter().enumerate() {
        classes.push(class);
        let path = format!("{}/vars", default_name(&classes));
        for (number, weight) in expected.iter().filter(|weight| weight.layer == at).enumerate() {
            push(&layers.get(&format!("{path}/{number}"))?, &weight.shape, &mut weights)?;
        }
        let count = expected.iter().filter(|weight| weight.layer == at).count();
        if layers.find(&format!("{path}/{count}"))?.is_some() {
            return Err(errors::shape(format_args!("layers/{path}"), format_args!("{count} weights"), "more"));
        }
    }
    let variables = match root.find("optimizer/vars")? {
        Some(vars) => {
            let names = (0..vars.names()?.len()).map(|number| (number.to_string(), String::new()));
            variables(&vars, names, model)?
        }
        None => Vec::new(),
    };
    Ok(Loaded { weights, variables })
}

/// Reads a whole model's `.h5`, or the weights of one.
pub(super) fn of_whole_file(root: &Object, model: &ModelIn) -> Result<Loaded, Error> {
    let group = root.find("model_weights")?.unwrap_or_else(|| root.clone());
    let (mut weights, expected) = (Vec::new(), weights_of(&model.model));
    for (at, (_, name)) in model.layers.iter().enumerate() {
        let own: Vec<_> = expected.iter().filter(|weight| weight.layer == at).collect();
        if own.is_empty() {
            continue;
        }
        let layer = group.get(name)?;
        let names = texts(&layer, "weight_names")?;
        if names.len() != own.len() {
            return Err(errors::shape(layer.path(), format_args!("{} weights", own.len()), names.len()));
        }
        for (weight, name) in own.iter().zip(names) {
            push(&layer.get(&name)?, &weight.shape, &mut weights)?;
        }
    }
    let variables = match root.find("optimizer_weights")? {
        Some(group) => {
            let names = texts(&group, "weight_names")?.into_iter().map(|name| (name.clone(), name));
            variables(&group, names, model)?
        }
        None => Vec::new(),
    };
    Ok(Loaded { weights, variables })
}

/// The texts of an attribute, which Keras cuts into parts where they are many: `weight_names0`, `weight_names1`.
fn texts(object: &Object, name: &str) -> Result<Vec<String>, Error> {
    let list = |attribute| match attribute {
        Attribute::Texts(texts) => texts,
        Attribute::Text(text) => vec![text],
        Attribute::Other => Vec::new(),
    };
    if let Some(whole) = object.attribute(name)? {
        return Ok(list(whole));
    }
    let mut all = Vec::new();
    for part in 0..64 {
        let Some(next) = object.attribute(&format!("{name}{part}"))? else { break };
        all.extend(list(next));
    }
    Ok(all)
}

/// Puts the numbers of a tensor behind others.
fn push(data: &Object, expected: &[usize], weights: &mut Vec<f32>) -> Result<(), Error> {
    let shape = data.shape()?;
    if shape != expected {
        return Err(errors::shape(data.path(), format_args!("{expected:?}"), format_args!("{shape:?}")));
    }
    let numbers = data.singles()?;
    if let Some(at) = numbers.iter().position(|number| !number.is_finite()) {
        return Err(errors::not_finite(format_args!("{}[{at}]", data.path()), numbers[at]));
    }
    weights.extend(numbers);
    Ok(())
}

/// Reads the variables of the optimizer, by their paths and names. None where one of them has the shape of no weight:
/// they are not this optimizer's.
fn variables(
    group: &Object,
    names: impl Iterator<Item = (String, String)>,
    model: &ModelIn,
) -> Result<Vec<Variable>, Error> {
    let weights = weights_of(&model.model);
    let mut variables = Vec::new();
    for (path, name) in names.take(MAX_VARIABLES) {
        let data = group.get(&path)?;
        let shape = data.shape()?;
        if !shape.is_empty() && !weights.iter().any(|weight| weight.shape == shape) {
            return Ok(Vec::new());
        }
        variables.push(variable(&data, name, shape)?);
    }
    Ok(variables)
}

/// Reads a variable of the optimizer, which is at most as large as the largest weight.
fn variable(data: &Object, name: String, shape: Vec<usize>) -> Result<Variable, Error> {
    let wide = if shape.is_empty() { data.numbers()? } else { Vec::new() };
    let numbers = data.singles()?;
    if let Some(at) = numbers.iter().position(|number| !number.is_finite()) {
        return Err(errors::not_finite(format_args!("{}[{at}]", data.path()), numbers[at]));
    }
    Ok(Variable { name, shape, numbers, first: wide.first().copied().unwrap_or_default() })
}

/// The state of the optimizer from its variables, and its learning rate where that is one of them. `None` where it
/// was never built, as iterations and learning rate are all that it has then, and where other variables are there than
/// the optimizer of the model has: it begins anew, as in Keras, which warns.
pub(super) fn optimizer_state(
    model: &ModelIn,
    variables: Vec<Variable>,
) -> Result<Option<(OptimizerState, Option<f32>)>, Error> {
    let mut rest = variables.into_iter().peekable();
    let Some(iterations) = rest.next_if(|variable| variable.shape.is_empty()) else { return Ok(None) };
    if iterations.first.fract() != 0.0 || !(0.0..4.0e9).contains(&iterations.first) {
        return Err(errors::shape("optimizer", "how many iterations it took", iterations.first));
    }
    let iterations = iterations.first as u32;
    let rate = rest.next_if(|variable| variable.shape.is_empty()).map(|rate| rate.numbers[0]);
    let (scalars, tensors): (Vec<_>, Vec<_>) =
        rest.partition(|variable| variable.shape.is_empty() && !is_a_weight(model));
    let optimizer = model.model.optimizer();
    let is_nadam = optimizer.rule.name() == "nadam";
    let product = match scalars.first() {
        Some(product) if is_nadam => product.numbers[0],
        _ if is_nadam => momentum_product(model, iterations),
        _ => 1.0,
    };
    if tensors.is_empty() && iterations == 0 {
        return Ok(None);
    }
    Ok(slots(model, &tensors).map(|slots| (OptimizerState::new(slots, iterations, product), rate)))
}

/// Whether some trained weight is a single number without a shape; none that Glassnet has is.
fn is_a_weight(model: &ModelIn) -> bool {
    weights_of(&model.model).iter().any(|weight| weight.trainable && weight.shape.is_empty())
}

/// Nadam's product of momenta, which Keras 2 does not save: `Π β₁ (1 - 0.96^i / 2)`.
fn momentum_product(model: &ModelIn, iterations: u32) -> f32 {
    let glassnet::nn::Rule::Nadam(nadam) = model.model.optimizer().rule else { return 1.0 };
    // Past so many factors it is 0.
    (1..=iterations.min(100_000))
        .fold(1.0, |product, i| product * (nadam.moments.beta_1 * (1.0 - 0.5 * 0.96_f64.powf(f64::from(i)))) as f32)
}

/// The slots in the engine's order: slot by slot, in each the numbers of all weights. `None` where the tensors have
/// another number or other shapes.
fn slots(model: &ModelIn, tensors: &[Variable]) -> Option<Vec<f32>> {
    let (rule, all) = (&model.model.optimizer().rule, model.model.weights().len());
    let mut slots = model.model.optimizer_state().slots.clone();
    let mut starts = Vec::new();
    let mut start = 0;
    for weight in weights_of(&model.model) {
        if weight.trainable {
            starts.push((start, weight.shape.clone()));
        }
        start += weight.numbers.len();
    }
    let names = rule.slot_names();
    // Keras 2's SGD has momenta without a momentum too, all 0.
    if names.is_empty() {
        return Some(slots);
    }
    if tensors.len() != names.len() * starts.len() {
        return None;
    }
    // Optimizers of Keras up to 2.10 save slot by slot, by short names.
    let is_legacy = tensors.first().is_some_and(|first| first.name.ends_with("/m:0"));
    let together = if is_legacy { 1 } else { super::weights_out::interleaved(rule) };
    let mut tensors = tensors.iter();
    let numbers: Vec<usize> = (0..names.len()).collect();
    for group in numbers.chunks(together) {
        for (start, shape) in &starts {
            for (slot, tensor) in group.iter().zip(&mut tensors) {
                if tensor.shape != *shape {
                    return None;
                }
                slots[slot * all + start..][..tensor.numbers.len()].copy_from_slice(&tensor.numbers);
            }
        }
    }
    Some(slots)
}
