//! One seed for whatever is random and was given none.

use crate::Value;
use crate::bindings::convert::{count, js_error};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static SEED: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Sets the seed of whatever is random and is given none from now on, Keras's `set_random_seed`: initial weights, the orders of
/// `fit`, dropout masks and `Dataset.shuffle`. Unlike in Keras two models that are alike start with the same weights.
#[wasm_bindgen(js_name = setRandomSeed)]
pub fn set_random_seed(seed: f64) -> Result<(), JsValue> {
    let seed = count("seed", seed).map_err(js_error)?;
    SEED.set(Some(seed));
    Ok(())
}

/// The seed that was set, or 0.
pub(in crate::bindings) fn random_seed() -> usize {
    SEED.get().unwrap_or(0)
}

/// Gives an object of settings the seed that was set, if one was, unless it has its own.
pub(in crate::bindings) fn seeded(settings: &mut Value) {
    let (Value::Object(fields), Some(seed)) = (settings, SEED.get()) else { return };
    if !fields.iter().any(|(name, _)| name == "seed") {
        fields.push(("seed".to_string(), Value::count(seed)));
    }
}

/// A model's configuration with the seed that was set, as each Dropout in it.
pub(in crate::bindings) fn seeded_model(mut config: Value) -> Value {
    seeded(&mut config);
    let Value::Object(fields) = &mut config else { return config };
    for (_, layers) in fields.iter_mut().filter(|(name, _)| name == "layers") {
        let Value::Array(given) = layers else { continue };
        *given = std::mem::take(given).into_iter().map(seeded_layer).collect();
    }
    config
}

/// A layer, with the seed that was set if it is a Dropout.
pub(in crate::bindings) fn seeded_layer(mut layer: Value) -> Value {
    let is_dropout = |(name, class): &(String, Value)| name == "type" && *class == Value::string("Dropout");
    if matches!(&layer, Value::Object(fields) if fields.iter().any(is_dropout)) {
        seeded(&mut layer);
    }
    layer
}
