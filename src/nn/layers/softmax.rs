//! Softmax: shares that sum to 1, as a layer of its own.

use super::super::activation::Activation;
use super::Place;
use super::activation::{ActivationConfig, ActivationLayer};
use crate::Error;
use crate::reader::{Readable, Reader};

/// A Softmax layer, as a caller asks for it: `exp(x_j) / Σ_k exp(x_k)` over the numbers of a row.
///
/// Source: <https://keras.io/api/layers/activation_layers/softmax/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SoftmaxConfig {
    /// Its name. Defaults to Keras's: `softmax`, `softmax_1`.
    pub name: Option<String>,
}

impl SoftmaxConfig {
    pub(super) fn build(&self, place: Place) -> Result<ActivationLayer, Error> {
        ActivationConfig { activation: Activation::Softmax, name: self.name.clone() }.build_as("Softmax", place)
    }
}

/// Reads `{ type: "Softmax" }`.
impl Readable for SoftmaxConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "name"]);
        SoftmaxConfig { name: layer.get("name") }
    }
}
