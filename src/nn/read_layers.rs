//! Layers and whole models from outside, in Keras's words.

use super::read::named;
use super::schedule::Schedule;
use super::{
    Activation, Dropout, Initializer, Layer, LayerConfig, Loss, ModelConfig, NamedMetric, Optimizer, Regularizer,
};
use crate::Error;
use crate::value::{Reader, Value};

const DENSE_FIELDS: [&str; 13] = [
    "type",
    "units",
    "activation",
    "useBias",
    "kernelInitializer",
    "biasInitializer",
    "kernelRegularizer",
    "biasRegularizer",
    "kernel",
    "bias",
    "inputShape",
    "inputDim",
    "name",
];

impl LayerConfig {
    /// Reads a dense layer from outside.
    pub(crate) fn read(layer: &Reader) -> Result<Self, Error> {
        layer.fields(&DENSE_FIELDS)?;
        let units = layer.field("units").optional(Reader::whole)?;
        Ok(LayerConfig {
            name: layer.field("name").optional(Reader::text)?,
            units: units.map(as_count),
            activation: layer.field("activation").optional(Activation::read)?,
            use_bias: layer.field("useBias").optional(Reader::truth)?,
            kernel_initializer: layer.field("kernelInitializer").optional(Initializer::read)?,
            bias_initializer: layer.field("biasInitializer").optional(Initializer::read)?,
            kernel_regularizer: layer.field("kernelRegularizer").optional(Regularizer::read)?,
            bias_regularizer: layer.field("biasRegularizer").optional(Regularizer::read)?,
            kernel: layer.field("kernel").optional(|kernel| kernel.list(|row| row.list(Reader::number)))?,
            bias: layer.field("bias").optional(|bias| bias.list(Reader::number))?,
        })
    }
}

impl LayerConfig {
    /// The layer as JavaScript writes it: what a worked example needs of it.
    pub(crate) fn to_value(&self) -> Value {
        let kernel = self
            .kernel
            .as_ref()
            .map_or(Value::Nothing, |kernel| Value::List(kernel.iter().map(|row| Value::numbers(row)).collect()));
        Value::fields([
            ("name", self.name.clone().map_or(Value::Nothing, Value::Text)),
            ("units", self.units.map_or(Value::Nothing, |units| Value::Number(units as f64))),
            ("activation", self.activation.map_or(Value::Nothing, Activation::to_value)),
            ("useBias", self.use_bias.map_or(Value::Nothing, Value::Truth)),
            ("kernel", kernel),
            ("bias", self.bias.as_deref().map_or(Value::Nothing, Value::numbers)),
        ])
    }
}

impl Activation {
    /// The name alone where all settings are the defaults.
    fn to_value(self) -> Value {
        let name = Value::Text(self.name().to_string());
        if Activation::ALL.contains(&self) {
            return name;
        }
        let number = |number: f32| Value::Number(f64::from(number));
        match self {
            Activation::Elu { alpha } => Value::fields([("name", name), ("alpha", number(alpha))]),
            Activation::LeakyRelu { negative_slope } => {
                Value::fields([("name", name), ("negativeSlope", number(negative_slope))])
            }
            Activation::Gelu { approximate } => {
                Value::fields([("name", name), ("approximate", Value::Truth(approximate))])
            }
            _ => name,
        }
    }
}

/// One entry of a list of layers; an input layer tells how many features come in.
enum Entry {
    Input(usize),
    Layer(Layer, Option<usize>),
}

fn read_entry(layer: &Reader) -> Result<Entry, Error> {
    let kind = layer.field("type").optional(Reader::text)?.unwrap_or_else(|| "Dense".to_string());
    let shape = |field: &str| {
        layer.field(field).optional(|shape| {
            let sizes = if shape.is_number() { vec![shape.whole()?] } else { shape.list(Reader::whole)? };
            match sizes.as_slice() {
                [features] => Ok(as_count(*features)),
                _ => Err(Error::shape(shape.path(), "a shape of one number, such as [4]", sizes.len())),
            }
        })
    };
    match kind.as_str() {
        "Input" => {
            layer.fields(&["type", "shape", "name"])?;
            let features = shape("shape")?;
            features
                .map(Entry::Input)
                .ok_or_else(|| Error::shape(layer.field("shape").path(), "a shape, such as [4]", "nothing"))
        }
        "Dropout" => {
            layer.fields(&["type", "rate", "seed"])?;
            let rate = layer.field("rate").number()?;
            let seed = layer.field("seed").optional(Reader::whole)?.unwrap_or(0);
            Ok(Entry::Layer(Layer::Dropout(Dropout { rate, seed }), None))
        }
        "Dense" => {
            let given = shape("inputShape")?.or(layer.field("inputDim").optional(Reader::whole)?.map(as_count));
            Ok(Entry::Layer(Layer::Dense(LayerConfig::read(layer)?), given))
        }
        other => Err(super::names::unknown(&layer.field("type").path(), &["Dense", "Dropout", "Input"], other)),
    }
}

impl ModelConfig {
    /// Reads a model from outside, with the field names of JavaScript or of Keras.
    ///
    /// How many features come in is told by `inputs`, by an Input layer, or by the first layer's inputShape or
    /// inputDim.
    ///
    /// # Errors
    /// Refuses missing and unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        let model = Reader::new(value);
        model.fields(&["inputs", "layers", "loss", "optimizer", "metrics", "learningRate", "seed"])?;
        let mut inputs = model.field("inputs").optional(Reader::whole)?.map(as_count);
        let mut layers = Vec::new();
        for entry in model.field("layers").list(read_entry)? {
            match entry {
                Entry::Input(features) => inputs = inputs.or(Some(features)),
                Entry::Layer(layer, features) => {
                    inputs = inputs.or(features);
                    layers.push(layer);
                }
            }
        }
        let inputs = inputs.ok_or_else(|| Error::shape("inputs", "how many features a row has", "nothing"))?;
        let mut config = ModelConfig::new(inputs, layers);
        config.compile(&model)?;
        if let Some(rate) = model.field("learningRate").optional(Schedule::read)? {
            config.optimizer.learning_rate = rate;
        }
        config.seed = model.field("seed").optional(Reader::whole)?.unwrap_or(0);
        Ok(config)
    }

    /// Reads what Keras's `compile` takes: loss, optimizer, metrics.
    pub(crate) fn compile(&mut self, settings: &Reader) -> Result<(), Error> {
        if let Some(loss) = settings.field("loss").optional(Loss::read)? {
            self.loss = loss;
        }
        if let Some(optimizer) = settings.field("optimizer").optional(Optimizer::read)? {
            self.optimizer = optimizer;
        }
        if let Some(metrics) = settings.field("metrics").optional(|metrics| metrics.list(named::<NamedMetric>))? {
            self.metrics = metrics;
        }
        Ok(())
    }
}

/// A count that a machine can hold; one that it cannot is refused later, as too large.
fn as_count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
