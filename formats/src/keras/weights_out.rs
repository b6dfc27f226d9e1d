//! `model.weights.h5`: the weights of each layer and the state of the optimizer, by their numbers.

use super::hdf5::{Data, Group};
use crate::model::SavedModel;
use glassnet::Error;
use glassnet::nn::{Rule, Schedule, default_name};

/// The file.
pub(super) fn file(saved: &SavedModel) -> Result<Vec<u8>, Error> {
    let mut root = Group::default();
    named(root.group("vars"), "sequential");
    let layers = root.group("layers");
    let mut classes = Vec::new();
    let weights = saved.weights();
    for (at, (config, _, name)) in saved.layers().enumerate() {
        classes.push(config.class());
        // By class and number, not by the layer's name.
        let vars = layers.group(&default_name(&classes)).group("vars");
        named(vars, name);
        for (number, weight) in weights.iter().filter(|weight| weight.layer == at).enumerate() {
            let data = match weight.name {
                "count" => Data::Integer(weight.numbers.first().map_or(0, |count| *count as i64)),
                _ => Data::Singles(weight.shape.clone(), weight.numbers.to_vec()),
            };
            vars.data.push((number.to_string(), data));
        }
    }
    let vars = root.group("optimizer").group("vars");
    named(vars, saved.model().optimizer().rule.name());
    vars.data = optimizer(saved).into_iter().enumerate().map(|(number, data)| (number.to_string(), data)).collect();
    root.file()
}

fn named(group: &mut Group, name: &str) {
    group.attributes.push(("name", name.to_string()));
}

/// Whether the slots of a rule that are there from the start lie weight by weight; others come slot by slot.
pub(super) fn interleaved(rule: &Rule) -> usize {
    match rule {
        // The largest velocities of AMSGrad come behind both.
        Rule::Adam(_) | Rule::AdamW(_) | Rule::Adamax(_) | Rule::Nadam(_) | Rule::Adadelta(_) => 2,
        Rule::Ftrl(_) => 2,
        _ => 1,
    }
}

/// Keras's variables of the optimizer in its order.
fn optimizer(saved: &SavedModel) -> Vec<Data> {
    let (optimizer, state) = (saved.model().optimizer(), saved.model().optimizer_state());
    let mut all = vec![Data::Integer(i64::from(state.iterations))];
    if let Schedule::Constant(rate) = optimizer.learning_rate {
        all.push(Data::Singles(Vec::new(), vec![rate]));
    }
    let shapes: Vec<Vec<usize>> =
        saved.weights().into_iter().filter(|weight| weight.trainable).map(|weight| weight.shape).collect();
    let slots = saved.slots();
    for together in slots.chunks(interleaved(&optimizer.rule)) {
        for (at, shape) in shapes.iter().enumerate() {
            all.extend(together.iter().map(|(_, slot)| Data::Singles(shape.clone(), slot[at].to_vec())));
        }
    }
    if let Rule::Nadam(_) = optimizer.rule {
        all.push(Data::Singles(Vec::new(), vec![state.momentum_product]));
    }
    all
}
