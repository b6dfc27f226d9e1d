//! What a model is built from, and the checks at the door.

use super::{Activation, Dense};
use crate::Error;
use crate::error::all_finite;
use crate::value::{Reader, Value};
use serde::Serialize;

/// The most units a layer may have.
pub const MAX_UNITS: usize = 4096;

/// The most weights and biases a model may have: 16 MB of `f32`.
pub const MAX_PARAMETERS: usize = 4_000_000;

/// A dense layer, as a caller asks for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LayerConfig {
    /// How many units; may be left out where a kernel tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<usize>,
    /// Keras's name of the activation. Defaults to `linear`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activation: Option<String>,
    /// Whether a bias is added. Defaults to true.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub use_bias: Option<bool>,
    /// Start weights `[inputs, units]`. Without them: Glorot uniform, drawn from the model's seed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kernel: Option<Vec<Vec<f32>>>,
    /// Start biases `[units]`. Defaults to zeros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bias: Option<Vec<f32>>,
}

impl LayerConfig {
    /// A layer without bias whose start weights are given, `kernel[input][unit]`.
    pub fn given(kernel: &[&[f32]], activation: Activation) -> Self {
        LayerConfig {
            activation: Some(activation.name().to_string()),
            use_bias: Some(false),
            kernel: Some(kernel.iter().map(|row| row.to_vec()).collect()),
            ..LayerConfig::default()
        }
    }

    /// A layer of `units` with a bias, whose start weights come from the model's seed.
    pub fn drawn(units: usize, activation: Activation) -> Self {
        LayerConfig {
            units: Some(units),
            activation: Some(activation.name().to_string()),
            ..LayerConfig::default()
        }
    }
}

impl LayerConfig {
    /// Reads a layer from outside.
    pub(crate) fn read(layer: &Reader) -> Result<Self, Error> {
        layer.fields(&["units", "activation", "useBias", "kernel", "bias"])?;
        let units = layer.field("units").optional(Reader::whole)?;
        Ok(LayerConfig {
            units: units.map(|units| usize::try_from(units).unwrap_or(usize::MAX)),
            activation: layer.field("activation").optional(Reader::text)?,
            use_bias: layer.field("useBias").optional(Reader::truth)?,
            kernel: layer
                .field("kernel")
                .optional(|kernel| kernel.list(|row| row.list(Reader::number)))?,
            bias: layer
                .field("bias")
                .optional(|bias| bias.list(Reader::number))?,
        })
    }
}

/// A dense network, as a caller asks for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelConfig {
    /// How many features a row has.
    pub inputs: usize,
    /// The layers, first hidden layer first.
    pub layers: Vec<LayerConfig>,
    /// Step size of gradient descent. Defaults to 0.01.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learning_rate: Option<f32>,
    /// Where the start weights come from. Defaults to 0.
    pub seed: u64,
}

impl ModelConfig {
    /// Reads a model from outside, with the field names of JavaScript.
    ///
    /// # Errors
    /// Refuses missing and unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        let model = Reader::new(value);
        model.fields(&["inputs", "layers", "learningRate", "seed"])?;
        let inputs = model.field("inputs").whole()?;
        Ok(ModelConfig {
            inputs: usize::try_from(inputs).unwrap_or(usize::MAX),
            layers: model.field("layers").list(LayerConfig::read)?,
            learning_rate: model.field("learningRate").optional(Reader::number)?,
            seed: model.field("seed").optional(Reader::whole)?.unwrap_or(0),
        })
    }
}

/// The layers that a list of configurations stands for, and how many parameters they have together.
pub(super) fn layers(inputs: usize, configs: &[LayerConfig]) -> Result<(Vec<Dense>, usize), Error> {
    if !(1..=MAX_UNITS).contains(&inputs) {
        return Err(Error::out_of_range(
            "inputs",
            format!("1 to {MAX_UNITS}"),
            inputs,
        ));
    }
    if configs.is_empty() {
        return Err(Error::shape("layers", "at least 1 layer", "none"));
    }
    let mut layers: Vec<Dense> = Vec::with_capacity(configs.len());
    let mut offset = 0;
    for (layer_idx, config) in configs.iter().enumerate() {
        let inputs = layers.last().map_or(inputs, |layer| layer.units);
        let layer = dense(layer_idx, inputs, config, offset)?;
        offset = layer.bias_range().end;
        if offset > MAX_PARAMETERS {
            let expected = format!("at most {MAX_PARAMETERS} weights and biases");
            return Err(Error::out_of_range(
                "layers",
                expected,
                format!("{offset} up to layer {layer_idx}"),
            ));
        }
        layers.push(layer);
    }
    Ok((layers, offset))
}

/// One layer, checked.
fn dense(
    layer_idx: usize,
    inputs: usize,
    config: &LayerConfig,
    offset: usize,
) -> Result<Dense, Error> {
    let what = |field: &str| format!("layers[{layer_idx}].{field}");
    let units = match (config.units, &config.kernel) {
        (Some(units), _) => units,
        (None, Some(kernel)) => kernel.first().map_or(0, Vec::len),
        (None, None) => {
            return Err(Error::shape(
                what("units"),
                "a number of units or a kernel",
                "neither",
            ));
        }
    };
    if !(1..=MAX_UNITS).contains(&units) {
        return Err(Error::out_of_range(
            what("units"),
            format!("1 to {MAX_UNITS}"),
            units,
        ));
    }
    let use_bias = config.use_bias.unwrap_or(true);
    if let Some(kernel) = &config.kernel {
        check_kernel(&what("kernel"), kernel, inputs, units)?;
    }
    if let Some(bias) = &config.bias {
        let expected = if use_bias { units } else { 0 };
        if bias.len() != expected {
            return Err(Error::shape(
                what("bias"),
                format!("{expected} numbers"),
                bias.len(),
            ));
        }
        all_finite(&what("bias"), bias)?;
    }
    let activation = config
        .activation
        .as_deref()
        .map_or(Ok(Activation::Linear), str::parse);
    let activation = activation.map_err(|_| {
        let known = Activation::ALL.map(Activation::name);
        Error::unknown_name(
            what("activation"),
            &known,
            config.activation.as_deref().unwrap_or_default(),
        )
    })?;
    Ok(Dense {
        inputs,
        units,
        activation,
        use_bias,
        offset,
    })
}

/// A kernel must be a full `[inputs, units]` of finite numbers.
fn check_kernel(what: &str, kernel: &[Vec<f32>], inputs: usize, units: usize) -> Result<(), Error> {
    if kernel.len() != inputs {
        return Err(Error::shape(
            what,
            format!("{inputs} rows, one an input"),
            kernel.len(),
        ));
    }
    for (input, row) in kernel.iter().enumerate() {
        let what = format!("{what}[{input}]");
        if row.len() != units {
            return Err(Error::shape(
                what,
                format!("{units} numbers, one a unit"),
                row.len(),
            ));
        }
        all_finite(&what, row)?;
    }
    Ok(())
}
