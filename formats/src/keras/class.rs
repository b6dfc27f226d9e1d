//! Classes as Keras writes them into a configuration.

use crate::json::{object, settings};
use glassnet::nn::{Activation, ClassConfig};
use serde_json::{Map, Value as Json};

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

/// Whether Keras can hold an activation in a file: by its name, as a function's settings are no part of a configuration.
pub(super) fn has_defaults(activation: Activation) -> bool {
    let name = activation.name();
    Activation::ALL.iter().any(|known| known.name() == name && known.class_config() == activation.class_config())
}
