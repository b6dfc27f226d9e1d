//! ReLU: a rectifier as a layer of its own.

use super::super::activation::{Activation, ReluWith};
use super::super::setting::{self, Range, Setting};
use super::Place;
use super::activation::{ActivationConfig, ActivationLayer};
use crate::Error;
use crate::reader::{Readable, Reader};

/// A ReLU layer, as a caller asks for it: `max(x, 0)`, with a slope below the threshold and a largest output where they are
/// set.
///
/// Source: <https://keras.io/api/layers/activation_layers/relu/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReluConfig {
    /// The largest output: 0 or more. Defaults to none.
    pub max_value: Option<f32>,
    /// Slope below the threshold: 0 or more. Defaults to 0.
    pub negative_slope: f32,
    /// The largest input that does not pass: 0 or more. Defaults to 0.
    pub threshold: f32,
    /// Its name. Defaults to Keras's: `re_lu`, `re_lu_1`.
    pub name: Option<String>,
}

impl ReluConfig {
    /// The numbers that it can be set to.
    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::optional("max_value", Range::NotNegative, &mut self.max_value),
            Setting::single("negative_slope", Range::NotNegative, &mut self.negative_slope),
            Setting::single("threshold", Range::NotNegative, &mut self.threshold),
        ]
    }

    fn activation(&self) -> Activation {
        let &ReluConfig { max_value, negative_slope, threshold, .. } = self;
        let is_plain = max_value.is_none() && negative_slope == 0.0 && threshold == 0.0;
        let with = ReluWith { negative_slope, max_value, threshold };
        if is_plain { Activation::Relu } else { Activation::ReluWith(with) }
    }

    pub(super) fn build(&self, place: Place) -> Result<ActivationLayer, Error> {
        setting::check(&self.clone().settings())?;
        ActivationConfig { activation: self.activation(), name: self.name.clone() }.build_as("ReLU", place)
    }
}

/// Reads `{ type: "ReLU", maxValue: 6 }`.
impl Readable for ReluConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "maxValue", "negativeSlope", "threshold", "name"]);
        let mut config = ReluConfig { name: layer.get("name"), ..ReluConfig::default() };
        layer.update("maxValue", &mut config.max_value);
        layer.update("negativeSlope", &mut config.negative_slope);
        layer.update("threshold", &mut config.threshold);
        config
    }
}
