//! What a model is built from, and the checks at the door.

use super::{Activation, Dense, Dropout, Initializer, Loss, NamedMetric, Optimizer, Regularizer};
use crate::Error;
use crate::error::{all_finite, counted};
use crate::number::{short, singles};

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
    /// Start weights `[inputs, units]`, instead of an initializer; rounded to `f32` when the model is built.
    pub kernel: Option<Vec<Vec<f64>>>,
    /// Start biases `[units]`, instead of an initializer; rounded to `f32` when the model is built.
    pub bias: Option<Vec<f64>>,
}

impl LayerConfig {
    /// A layer without bias whose start weights are given, `kernel[input][unit]`.
    pub fn given(kernel: &[&[f64]], activation: Activation) -> Self {
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

/// Dense layers, what each was made from, and how many parameters they have together.
type Layers<'a> = (Vec<Dense>, Vec<&'a LayerConfig>, usize);

/// The layers that a list of configurations stands for.
pub(super) fn layers(inputs: usize, configs: &[Layer]) -> Result<Layers<'_>, Error> {
    let (layers, dropout) = layers_so_far(inputs, configs)?;
    if layers.0.is_empty() || dropout.is_some() {
        let expected = if layers.0.is_empty() { "at least 1 layer" } else { "a dense layer after Dropout" };
        return Err(Error::shape("layers", expected, "none"));
    }
    Ok(layers)
}

/// Rejects layers that no model could have, whatever is added to them; how many features come in may not be known yet.
#[cfg(feature = "keras")]
pub(super) fn check_layers(inputs: Option<usize>, configs: &[Layer]) -> Result<(), Error> {
    let first = configs.iter().find_map(|layer| match layer {
        Layer::Dense(config) => Some(config),
        Layer::Dropout(_) => None,
    });
    // Without a kernel any number will do.
    let of_kernel = || first.and_then(|first| Some(first.kernel.as_ref()?.len()));
    layers_so_far(inputs.or_else(of_kernel).unwrap_or(1), configs).map(drop)
}

/// The layers of a list that may go on, and the dropout of what the next of them takes in.
fn layers_so_far(inputs: usize, configs: &[Layer]) -> Result<(Layers<'_>, Option<Dropout>), Error> {
    within("inputs", inputs, MAX_UNITS)?;
    if configs.len() > MAX_LAYERS {
        return Err(Error::out_of_range("layers", format_args!("at most {MAX_LAYERS}"), configs.len()));
    }
    #[cfg(feature = "keras")]
    check_names(configs)?;
    let mut layers: Vec<Dense> = Vec::with_capacity(configs.len());
    let mut own = Vec::with_capacity(configs.len());
    let (mut inputs, mut offset, mut dropout) = (inputs, 0, None);
    for (layer_idx, config) in configs.iter().enumerate() {
        let here = |error: Error| error.under(&format!("layers[{layer_idx}]"));
        match config {
            Layer::Dropout(_) if dropout.is_some() => {
                return Err(here(Error::shape("config", "a dense layer after Dropout", "Dropout")));
            }
            Layer::Dropout(next) => dropout = Some(check_dropout(*next).map_err(here)?),
            Layer::Dense(config) => {
                let mut layer = dense(inputs, config, offset).map_err(here)?;
                check_settings(config)?;
                layer.dropout = dropout.take();
                (inputs, offset) = (layer.units, layer.bias_range().end);
                if offset > MAX_PARAMETERS {
                    let (most, received) = (MAX_PARAMETERS, offset);
                    return Err(Error::out_of_range(
                        "layers",
                        format_args!("at most {most} weights and biases"),
                        format_args!("{received} up to layer {layer_idx}"),
                    ));
                }
                layers.push(layer);
                own.push(config);
            }
        }
    }
    Ok(((layers, own, offset), dropout))
}

/// Rejects what Keras rejects of names: a `/`, and two layers of one name, be it that which Keras gives a layer without.
#[cfg(feature = "keras")]
fn check_names(configs: &[Layer]) -> Result<(), Error> {
    let reject = |layer_idx: usize, expected: &str, received: String| {
        let (what, expected) = (format!("layers[{layer_idx}].name"), expected.to_string());
        Err(Error::InvalidConfig { what, expected, received })
    };
    let mut names: Vec<String> = Vec::with_capacity(configs.len());
    let mut unnamed = [0, 0];
    for (layer_idx, config) in configs.iter().enumerate() {
        let (kind, class, given) = match config {
            Layer::Dense(config) => (0, "dense", config.name.clone()),
            Layer::Dropout(_) => (1, "dropout", None),
        };
        let name = given.unwrap_or_else(|| {
            unnamed[kind] += 1;
            if unnamed[kind] == 1 { class.to_string() } else { format!("{class}_{}", unnamed[kind] - 1) }
        });
        if name.contains('/') {
            return reject(layer_idx, "a name without /", name);
        }
        if let Some(former) = names.iter().position(|former| *former == name) {
            let received = format!("{name}, which is the name of layers[{former}] too");
            return reject(layer_idx, "a name that no other layer of the model has", received);
        }
        names.push(name);
    }
    Ok(())
}

/// Rejects a count of 0 or past `most`.
fn within(what: &str, count: usize, most: usize) -> Result<(), Error> {
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err(Error::out_of_range(what, format_args!("1 to {most}"), count))
}

/// Rejects a list of another length.
fn as_many(what: &str, count: usize, expected: usize, [one, each]: [&str; 2]) -> Result<(), Error> {
    if count == expected {
        return Ok(());
    }
    Err(Error::shape(what, format_args!("{}{each}", counted(expected, one)), count))
}

fn check_dropout(dropout: Dropout) -> Result<Dropout, Error> {
    if (0.0..1.0).contains(&dropout.rate) {
        return Ok(dropout);
    }
    Err(Error::out_of_range("rate", "0 or more and below 1", short(f64::from(dropout.rate))))
}

/// One layer, its shape checked.
fn dense(inputs: usize, config: &LayerConfig, offset: usize) -> Result<Dense, Error> {
    let units = match (config.units, &config.kernel) {
        (Some(units), _) => units,
        (None, Some(kernel)) => kernel.first().map_or(0, Vec::len),
        (None, None) => return Err(Error::shape("units", "a number of units or a kernel", "neither")),
    };
    within("units", units, MAX_UNITS)?;
    let activation = config.activation.unwrap_or(Activation::Linear);
    if activation == Activation::Softmax && units == 1 {
        // Whatever comes in, its output is 1, and nothing is learnt.
        return Err(Error::out_of_range("units", "2 or more for softmax", "1"));
    }
    activation.check().map_err(|error| error.under("activation"))?;
    let use_bias = config.use_bias.unwrap_or(true);
    if let Some(kernel) = &config.kernel {
        as_many("kernel", kernel.len(), inputs, ["row", ", one an input"])?;
        for (input, row) in kernel.iter().enumerate() {
            let what = format!("kernel[{input}]");
            as_many(&what, row.len(), units, ["number", ", one a unit"])?;
            all_finite(&what, &singles(row))?;
        }
    }
    if let Some(bias) = &config.bias {
        as_many("bias", bias.len(), if use_bias { units } else { 0 }, ["number", ""])?;
        all_finite("bias", &singles(bias))?;
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

/// Rejects initializers and regularizers that give no finite numbers.
fn check_settings(config: &LayerConfig) -> Result<(), Error> {
    for initializer in [config.kernel_initializer, config.bias_initializer].into_iter().flatten() {
        initializer.check()?;
    }
    for regularizer in [config.kernel_regularizer, config.bias_regularizer].into_iter().flatten() {
        regularizer.check()?;
    }
    Ok(())
}
