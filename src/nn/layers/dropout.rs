//! Dropout: random zeros while training.

use super::super::Random;
use super::super::setting::{self, Range, Setting};
use super::supported::InCore;
use super::{Mode, Place};
use crate::Error;
use crate::reader::{Readable, Reader};
use glassnet_kernels::{Backward, Rows};

/// Dropout, as a caller asks for it: while training each number is 0 with a probability of `rate`, else divided by
/// `1 - rate`.
///
/// Source: <https://keras.io/api/layers/regularization_layers/dropout/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DropoutConfig {
    /// The probability of 0: 0 or more and below 1.
    pub rate: f32,
    /// The seed of the mask: the same seed drops the same numbers, step by step. Defaults to 0.
    pub seed: u64,
    /// Its name. Defaults to Keras's: `dropout`, `dropout_1`.
    pub name: Option<String>,
}

/// Dropout of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropout {
    /// Its settings.
    pub config: DropoutConfig,
    pub(super) units: usize,
    /// Tells the masks of two layers with the same seed apart.
    stream: u64,
    _supported: InCore,
}

impl DropoutConfig {
    /// The numbers and flags that it can be set to.
    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("rate", Range::BelowOne, &mut self.rate).required()]
    }

    /// Dropout with Keras's name.
    pub fn new(rate: f32, seed: u64) -> Self {
        DropoutConfig { rate, seed, name: None }
    }

    pub(super) fn build(&self, place: Place) -> Result<Dropout, Error> {
        let _supported = InCore::check("Dropout")?;
        setting::check(&self.clone().settings())?;
        let stream = ((place.others as u64) << 56) ^ ((place.dropouts as u64) << 52);
        Ok(Dropout { config: self.clone(), units: place.inputs, stream, _supported })
    }
}

/// Reads `{ type: "Dropout", rate: 0.2 }`.
impl Readable for DropoutConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(&["type", "rate", "seed", "name"]);
        DropoutConfig { rate: layer.get("rate"), seed: layer.get_or("seed", 0), name: layer.get("name") }
    }
}

impl Dropout {
    /// Fills the outputs; the cache holds the factors `[rows, units]`.
    pub(super) fn forward(&self, mode: Mode, inputs: Rows, cache: &mut Vec<f32>, outputs: &mut [f32]) {
        let Mode::Training(step) = mode else { return inputs.copy_to(outputs) };
        let DropoutConfig { rate, seed, .. } = self.config;
        let mut random = Random::new(seed ^ (u64::from(step) << 20) ^ self.stream);
        let scale = 1.0 / (1.0 - rate);
        cache.resize(outputs.len(), 0.0);
        for (at, (factor, output)) in cache.iter_mut().zip(outputs).enumerate() {
            *factor = if random.uniform(0.0, 1.0) < rate { 0.0 } else { scale };
            *output = inputs.row(at / inputs.width)[at % inputs.width] * *factor;
        }
    }
}

/// Fills `dL/dx = dL/dz · factor`.
pub(super) fn backward(mode: Mode, pass: Backward) {
    let Some(d_inputs) = pass.d_inputs else { return };
    let Mode::Training(_) = mode else { return d_inputs.copy_from_slice(pass.d_pre) };
    for ((d_input, d), factor) in d_inputs.iter_mut().zip(pass.d_pre).zip(pass.cache) {
        *d_input = d * factor;
    }
}
