//! Activation: an activation as a layer of its own.

use super::super::Activation;
use super::super::names::Named;
use super::Place;
use super::supported::InFull;
use crate::Error;
use crate::reader::{Readable, Reader};

/// An activation layer, as a caller asks for it: `outputs = activation(inputs)`.
///
/// Source: <https://keras.io/api/layers/core_layers/activation/>.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivationConfig {
    /// The activation.
    pub activation: Activation,
    /// Its name. Defaults to Keras's: `activation`, `activation_1`.
    pub name: Option<String>,
}

/// An activation layer of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivationLayer {
    /// Its settings.
    pub config: ActivationConfig,
    pub(super) units: usize,
    /// Keras's class: `Activation`, or one that is named after its activation.
    pub(super) class: &'static str,
    _supported: InFull,
}

impl ActivationConfig {
    /// An activation layer with Keras's name.
    pub fn new(activation: Activation) -> Self {
        ActivationConfig { activation, name: None }
    }

    pub(super) fn build(&self, place: Place) -> Result<ActivationLayer, Error> {
        self.build_as("Activation", place)
    }

    /// Builds it as a layer of a class.
    pub(super) fn build_as(&self, class: &'static str, place: Place) -> Result<ActivationLayer, Error> {
        let _supported = InFull::check(class)?;
        if place.inputs == 1 && self.activation.is_of_rows() {
            // Its output would always be the same, and nothing is learned.
            let expected = format!("{} of 2 or more numbers a row", self.activation.name());
            return Err(Error::out_of_range("activation", expected, "1"));
        }
        self.activation.check_settings().map_err(|error| error.under("activation"))?;
        Ok(ActivationLayer { config: self.clone(), units: place.inputs, class, _supported })
    }
}

/// Reads `{ type: "Activation", activation: "relu" }`.
impl Readable for ActivationConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "activation", "name"]);
        ActivationConfig { activation: layer.get("activation"), name: layer.get("name") }
    }
}
