//! LeakyReLU: a rectifier with a slope below 0, as a layer of its own.

use super::super::activation::{Activation, LeakyRelu};
use super::super::setting::{self, Range, Setting};
use super::Place;
use super::activation::{ActivationConfig, ActivationLayer};
use crate::Error;
use crate::reader::{Readable, Reader};

/// A LeakyReLU layer, as a caller asks for it: `x > 0 ? x : negative_slope · x`
///
/// Source: <https://keras.io/api/layers/activation_layers/leaky_relu/>.
#[derive(Debug, Clone, PartialEq)]
pub struct LeakyReluConfig {
    /// Slope below 0. Defaults to 0.3; that of the activation `leaky_relu` is 0.2.
    pub negative_slope: f32,
    /// Its name. Defaults to Keras's: `leaky_re_lu`, `leaky_re_lu_1`.
    pub name: Option<String>,
}

impl Default for LeakyReluConfig {
    fn default() -> Self {
        LeakyReluConfig { negative_slope: 0.3, name: None }
    }
}

impl LeakyReluConfig {
    /// The number that it can be set to.
    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("negative_slope", Range::Finite, &mut self.negative_slope)]
    }

    pub(super) fn build(&self, place: Place) -> Result<ActivationLayer, Error> {
        setting::check(&self.clone().settings())?;
        let activation = Activation::LeakyRelu(LeakyRelu { negative_slope: self.negative_slope });
        ActivationConfig { activation, name: self.name.clone() }.build_as("LeakyReLU", place)
    }
}

/// Reads `{ type: "LeakyReLU", negativeSlope: 0.1 }`.
impl Readable for LeakyReluConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "negativeSlope", "name"]);
        let mut config = LeakyReluConfig { name: layer.get("name"), ..LeakyReluConfig::default() };
        layer.update("negativeSlope", &mut config.negative_slope);
        config
    }
}
