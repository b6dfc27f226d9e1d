//! The configuration of a model, and its validation.

use super::layers::{Layer, LayerConfig, MAX_UNITS, Place, within};
use super::{Loss, NamedMetric, Optimizer};
use crate::Error;
use crate::concatenate::concatenate;

/// The most weights a model may have: 16 MB of `f32`.
pub const MAX_PARAMETERS: usize = 4_000_000;

/// The most layers a model may have.
pub const MAX_LAYERS: usize = 64;

/// A model, as a caller asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelConfig {
    /// Features of a row.
    pub inputs: usize,
    /// The layers, first hidden layer first.
    pub layers: Vec<LayerConfig>,
    /// The loss. Defaults to the mean squared error.
    pub loss: Loss,
    /// The optimizer. Defaults to gradient descent with a learning rate of 0.01.
    pub optimizer: Optimizer,
    /// The metrics. Defaults to none.
    pub metrics: Vec<NamedMetric>,
    /// The seed of the initial weights. Defaults to 0.
    pub seed: u64,
}

impl ModelConfig {
    /// A model of these layers, with the defaults for the rest.
    pub fn new(inputs: usize, layers: impl IntoIterator<Item = impl Into<LayerConfig>>) -> Self {
        let mut all = Vec::new();
        for layer in layers {
            all.push(layer.into());
        }
        ModelConfig {
            inputs,
            layers: all,
            loss: Loss::MeanSquaredError,
            optimizer: Optimizer::default(),
            metrics: Vec::new(),
            seed: 0,
        }
    }
}

/// Builds the layers of a model.
pub(super) fn build_layers(inputs: usize, configs: &[LayerConfig]) -> Result<Vec<Layer>, Error> {
    let layers = check_layers(Some(inputs), configs)?;
    if !layers.iter().any(|layer| layer.as_dense().is_some()) {
        let expected = if layers.is_empty() { "at least 1 layer" } else { "at least 1 dense layer" };
        return Err(Error::shape("layers", expected, "none"));
    }
    Ok(layers)
}

/// Builds layers that may be continued by others. Without `inputs` a kernel tells them, else any number will do.
pub(super) fn check_layers(inputs: Option<usize>, configs: &[LayerConfig]) -> Result<Vec<Layer>, Error> {
    let inputs = inputs.or_else(|| inputs_of_kernel(configs)).unwrap_or(1);
    within("inputs", inputs, MAX_UNITS)?;
    if configs.len() > MAX_LAYERS {
        return Err(Error::out_of_range("layers", concatenate!["at most ", MAX_LAYERS], configs.len()));
    }
    #[cfg(feature = "keras")]
    check_names(configs)?;
    let mut layers: Vec<Layer> = Vec::with_capacity(configs.len());
    let mut place = Place { inputs, offset: 0, others: 0, dropouts: 0 };
    for (layer_idx, config) in configs.iter().enumerate() {
        let layer = config.build(place).map_err(|error| error.under(&concatenate!["layers[", layer_idx, "]"]))?;
        config.check_settings()?;
        let is_dropout = matches!(layer, Layer::Dropout(_));
        place = Place {
            inputs: layer.units(),
            offset: layer.tensors().last().map_or(place.offset, |tensor| tensor.range.end),
            others: place.others + usize::from(!is_dropout),
            dropouts: if is_dropout { place.dropouts + 1 } else { 0 },
        };
        if place.offset > MAX_PARAMETERS {
            return Err(Error::out_of_range(
                "layers",
                concatenate!["at most ", MAX_PARAMETERS, " weights and biases"],
                concatenate![place.offset, " up to layer ", layer_idx],
            ));
        }
        layers.push(layer);
    }
    Ok(layers)
}

/// The inputs that the kernel of the first dense layer tells.
fn inputs_of_kernel(configs: &[LayerConfig]) -> Option<usize> {
    let first = configs.iter().find_map(|layer| if let LayerConfig::Dense(dense) = layer { Some(dense) } else { None });
    Some(first?.kernel.as_ref()?.len())
}

/// The name that Keras gives to the last of some layers without one, by their classes: the class in snake case, and from
/// the second of a class on its number: `dense`, `layer_normalization`, `dense_1`.
pub fn default_name(classes: &[&str]) -> String {
    let Some((class, earlier)) = classes.split_last() else { return String::new() };
    let mut name = String::new();
    let mut former = 'A';
    for letter in class.chars() {
        // `LeakyReLU` is `leaky_re_lu`: capitals that follow each other are one word.
        if letter.is_ascii_uppercase() && !former.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
        former = letter;
    }
    match earlier.iter().filter(|other| *other == class).count() {
        0 => name,
        count => concatenate![name, "_", count],
    }
}

/// Whether a name has a `/`. Std's `contains` would bring how a text is cut between letters, 2 KB of it.
pub(super) fn has_slash(name: &str) -> bool {
    name.bytes().any(|letter| letter == b'/')
}

/// Rejects what Keras rejects of names: a `/`, and two layers of one name, be it a default one.
#[cfg(feature = "keras")]
fn check_names(configs: &[LayerConfig]) -> Result<(), Error> {
    let reject = |layer_idx: usize, expected: &str, received: String| {
        let (what, expected) = (concatenate!["layers[", layer_idx, "].name"], expected.to_string());
        Err(Error::new(crate::ErrorKind::InvalidConfig, what, expected, received))
    };
    let mut names: Vec<String> = Vec::with_capacity(configs.len());
    let mut unnamed: Vec<&str> = Vec::new();
    for (layer_idx, config) in configs.iter().enumerate() {
        let name = config.name().map_or_else(
            || {
                unnamed.push(config.class());
                default_name(&unnamed)
            },
            str::to_string,
        );
        if has_slash(&name) {
            return reject(layer_idx, "a name without /", name);
        }
        if let Some(former) = names.iter().position(|former| *former == name) {
            let received = concatenate![name, ", which is the name of layers[", former, "] too"];
            return reject(layer_idx, "a name that no other layer of the model has", received);
        }
        names.push(name);
    }
    Ok(())
}
