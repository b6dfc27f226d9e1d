//! Classes as Keras writes them into a configuration.

use crate::errors;
use crate::json::{object, settings};
use glassnet::Error;
use glassnet::nn::{Activation, ClassConfig};
use serde_json::{Map, Value as Json};
use std::fmt::Display;

/// A class of a module with its settings.
pub(super) fn class(module: &str, name: &str, config: Map<String, Json>) -> Json {
    object([
        ("module", Json::from(module)),
        ("class_name", Json::from(name)),
        ("config", Json::Object(config)),
        ("registered_name", Json::Null),
    ])
}

/// A class of the catalogue.
pub(super) fn of(module: &str, thing: &ClassConfig) -> Json {
    class(module, &thing.class, settings(thing))
}

/// Rejects an activation that Keras cannot hold in a file: one with settings, as it writes the function's name alone.
pub(super) fn check_activation(what: impl Display, activation: Activation) -> Result<(), Error> {
    let name = activation.name();
    let is_usual = Activation::ALL.iter().any(|known| known.class_config() == activation.class_config());
    // For its settings Keras has no defaults.
    if is_usual && name != "threshold" {
        return Ok(());
    }
    let expected = "an activation without settings, as a Keras file holds the name alone; or a layer ReLU or LeakyReLU";
    Err(errors::shape(format_args!("{what}: activation"), expected, format_args!("{name} with settings")))
}
