//! What a model is built from, and the checks at the door.

use super::{Activation, Dense, Dropout, Initializer, Loss, NamedMetric, Optimizer, Regularizer};
use crate::Error;
use crate::error::all_finite;
use crate::number::short;

/// The most units a layer may have, and the most features a row.
pub const MAX_UNITS: usize = 4096;

/// The most weights and biases a model may have: 16 MB of `f32`.
pub const MAX_PARAMETERS: usize = 4_000_000;

/// The most layers a model may have.
pub const MAX_LAYERS: usize = 64;

/// A dense layer, as a caller asks for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LayerConfig {
    /// A name for `summary()`. Defaults to Keras's: `dense`, `dense_1`.
    pub name: Option<String>,
    /// How many units; may be left out where a kernel tells it.
    pub units: Option<usize>,
    /// Defaults to linear.
    pub activation: Option<Activation>,
    /// Whether a bias is added. Defaults to true.
    pub use_bias: Option<bool>,
    /// Where start weights come from. Defaults to Glorot uniform.
    pub kernel_initializer: Option<Initializer>,
    /// Where start biases come from. Defaults to zeros.
    pub bias_initializer: Option<Initializer>,
    /// The price of weights. Defaults to none.
    pub kernel_regularizer: Option<Regularizer>,
    /// The price of biases. Defaults to none.
    pub bias_regularizer: Option<Regularizer>,
    /// Start weights `[inputs, units]`, instead of an initializer.
    pub kernel: Option<Vec<Vec<f32>>>,
    /// Start biases `[units]`, instead of an initializer.
    pub bias: Option<Vec<f32>>,
}

impl LayerConfig {
    /// A layer without bias whose start weights are given, `kernel[input][unit]`.
    pub fn given(kernel: &[&[f32]], activation: Activation) -> Self {
        LayerConfig {
            activation: Some(activation),
            use_bias: Some(false),
            kernel: Some(kernel.iter().map(|row| row.to_vec()).collect()),
            ..LayerConfig::default()
        }
    }

    /// A layer of `units` with a bias, whose start weights come from the model's seed.
    pub fn drawn(units: usize, activation: Activation) -> Self {
        LayerConfig { units: Some(units), activation: Some(activation), ..LayerConfig::default() }
    }
}

/// One of the layers that Keras's Sequential takes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Layer {
    /// A dense layer.
    Dense(LayerConfig),
    /// Dropout of what the next layer takes in.
    Dropout(Dropout),
}

impl From<LayerConfig> for Layer {
    fn from(config: LayerConfig) -> Self {
        Layer::Dense(config)
    }
}

/// A model, as a caller asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelConfig {
    /// How many features a row has.
    pub inputs: usize,
    /// The layers, first hidden layer first.
    pub layers: Vec<Layer>,
    /// What training lowers. Defaults to the mean squared error.
    pub loss: Loss,
    /// The rule of the updates. Defaults to gradient descent with 0.01.
    pub optimizer: Optimizer,
    /// What is watched beside the loss. Defaults to nothing.
    pub metrics: Vec<NamedMetric>,
    /// Where start weights come from. Defaults to 0.
    pub seed: u64,
}

impl ModelConfig {
    /// A model of these layers, with the defaults for the rest.
    pub fn new(inputs: usize, layers: impl IntoIterator<Item = impl Into<Layer>>) -> Self {
        ModelConfig {
            inputs,
            layers: layers.into_iter().map(Into::into).collect(),
            loss: Loss::MeanSquaredError,
            optimizer: Optimizer::default(),
            metrics: Vec::new(),
            seed: 0,
        }
    }
}

/// The layers that a list of configurations stands for, each with its own, and how many parameters they have together.
pub(super) fn layers(inputs: usize, configs: &[Layer]) -> Result<(Vec<Dense>, Vec<LayerConfig>, usize), Error> {
    if !(1..=MAX_UNITS).contains(&inputs) {
        return Err(Error::out_of_range("inputs", format!("1 to {MAX_UNITS}"), inputs));
    }
    if configs.len() > MAX_LAYERS {
        return Err(Error::out_of_range("layers", format!("at most {MAX_LAYERS}"), configs.len()));
    }
    let mut layers: Vec<Dense> = Vec::with_capacity(configs.len());
    let mut own = Vec::with_capacity(configs.len());
    let (mut offset, mut dropout) = (0, None);
    for (layer_idx, config) in configs.iter().enumerate() {
        match config {
            Layer::Dropout(next) => {
                if dropout.is_some() {
                    return Err(Error::shape(format!("layers[{layer_idx}]"), "a dense layer after Dropout", "Dropout"));
                }
                dropout = Some(check_dropout(layer_idx, *next)?);
            }
            Layer::Dense(config) => {
                let inputs = layers.last().map_or(inputs, |layer| layer.units);
                let layer = Dense { dropout: dropout.take(), ..dense(layer_idx, inputs, config, offset)? };
                offset = layer.bias_range().end;
                if offset > MAX_PARAMETERS {
                    let expected = format!("at most {MAX_PARAMETERS} weights and biases");
                    return Err(Error::out_of_range("layers", expected, format!("{offset} up to layer {layer_idx}")));
                }
                layers.push(layer);
                own.push(config.clone());
            }
        }
    }
    match (layers.last(), dropout) {
        (None, _) => Err(Error::shape("layers", "at least 1 layer", "none")),
        (_, Some(_)) => Err(Error::shape("layers", "a dense layer after Dropout", "none")),
        _ => Ok((layers, own, offset)),
    }
}

fn check_dropout(layer_idx: usize, dropout: Dropout) -> Result<Dropout, Error> {
    if (0.0..1.0).contains(&dropout.rate) {
        return Ok(dropout);
    }
    let received = short(f64::from(dropout.rate));
    Err(Error::out_of_range(format!("layers[{layer_idx}].rate"), "0 or more and below 1", received))
}

/// One layer, checked.
fn dense(layer_idx: usize, inputs: usize, config: &LayerConfig, offset: usize) -> Result<Dense, Error> {
    let what = |field: &str| format!("layers[{layer_idx}].{field}");
    let units = match (config.units, &config.kernel) {
        (Some(units), _) => units,
        (None, Some(kernel)) => kernel.first().map_or(0, Vec::len),
        (None, None) => {
            return Err(Error::shape(what("units"), "a number of units or a kernel", "neither"));
        }
    };
    if !(1..=MAX_UNITS).contains(&units) {
        return Err(Error::out_of_range(what("units"), format!("1 to {MAX_UNITS}"), units));
    }
    let activation = config.activation.unwrap_or(Activation::Linear);
    if activation == Activation::Softmax && units == 1 {
        // Whatever comes in, its output is 1, and nothing is learnt.
        return Err(Error::out_of_range(what("units"), "2 or more for softmax", 1));
    }
    let use_bias = config.use_bias.unwrap_or(true);
    if let Some(kernel) = &config.kernel {
        check_kernel(&what("kernel"), kernel, inputs, units)?;
    }
    if let Some(bias) = &config.bias {
        let expected = if use_bias { units } else { 0 };
        if bias.len() != expected {
            return Err(Error::shape(what("bias"), format!("{expected} numbers"), bias.len()));
        }
        all_finite(&what("bias"), bias)?;
    }
    for initializer in [config.kernel_initializer, config.bias_initializer].into_iter().flatten() {
        initializer.check()?;
    }
    for regularizer in [config.kernel_regularizer, config.bias_regularizer].into_iter().flatten() {
        regularizer.check()?;
    }
    Ok(Dense {
        name: config.name.clone(),
        inputs,
        units,
        activation,
        use_bias,
        kernel_regularizer: config.kernel_regularizer,
        bias_regularizer: config.bias_regularizer.filter(|_| use_bias),
        dropout: None,
        offset,
    })
}

/// A kernel must be a full `[inputs, units]` of finite numbers.
fn check_kernel(what: &str, kernel: &[Vec<f32>], inputs: usize, units: usize) -> Result<(), Error> {
    if kernel.len() != inputs {
        return Err(Error::shape(what, format!("{inputs} rows, one an input"), kernel.len()));
    }
    for (input, row) in kernel.iter().enumerate() {
        let what = format!("{what}[{input}]");
        if row.len() != units {
            return Err(Error::shape(what, format!("{units} numbers, one a unit"), row.len()));
        }
        all_finite(&what, row)?;
    }
    Ok(())
}
