//! Reading of models from outside, in Keras's words.

use super::config::has_slash;
use super::layers::LayerConfig;
use super::names::Named;
use super::setting::camel_case;
use super::{Activation, ModelConfig, NamedMetric};
use crate::concatenate::concatenate;
use crate::reader::{self, Readable, Reader};
use crate::{Error, ErrorKind, Value};

impl Activation {
    /// The name alone where all settings are the defaults.
    pub(super) fn to_value(self) -> Value {
        let name = Value::String(self.name().to_string());
        if cfg!(not(feature = "keras")) {
            // Those of the page's build have no settings.
            return name;
        }
        let settings = self.explicit_settings();
        if settings.is_empty() {
            return name;
        }
        let mut fields = vec![("name".to_string(), name)];
        fields.extend(settings.into_iter().map(|setting| (camel_case(setting.name), setting.value.into())));
        Value::Object(fields)
    }
}

/// Reads a list of layers; `inputs` are those of the first layer that tells them.
fn read_layers(list: &Reader, inputs: &mut Option<usize>) -> Vec<LayerConfig> {
    let mut layers = Vec::new();
    let mut input_name = Value::Null;
    for layer in list.items() {
        let name = layer.field("name");
        let is_input = *layer.field("type").value() == Value::string("Input");
        if is_input && name.is_given() {
            input_name = name.value().clone();
        } else if *name.value() == input_name && name.is_given() {
            let received = concatenate![name.text(), ", which is the name of the input too"];
            let expected = "a name that no other layer of the model has".to_string();
            layer.reject(Error::new(ErrorKind::InvalidConfig, name.path(), expected, received));
        }
        read_layer(&layer, inputs, &mut layers);
    }
    layers
}

fn read_layer(layer: &Reader, inputs: &mut Option<usize>, layers: &mut Vec<LayerConfig>) {
    let class = layer.field("type");
    if class.text_or("Dense") == "Input" {
        *inputs = inputs.or(read_input(layer));
        return;
    }
    if class.text_or("Dense") == "Dense" {
        let shape = read_shape(&layer.field("inputShape"));
        *inputs = inputs.or(shape.or(layer.get("inputDim")));
    }
    layers.extend(LayerConfig::read_as(&class, layer));
}

/// Reads an Input layer: the features of its shape.
fn read_input(layer: &Reader) -> Option<usize> {
    layer.fields(&["type", "shape", "name"]);
    let features = read_shape(&layer.field("shape"));
    if features.is_none() {
        layer.reject(Error::shape(&layer.field("shape").path(), "a shape, such as [4]", "nothing"));
    }
    let name = layer.field("name");
    if has_slash(name.text_or("")) {
        let (what, received) = (name.path(), name.text().to_string());
        layer.reject(Error::new(ErrorKind::InvalidConfig, what, "a name without /".to_string(), received));
    }
    features
}

/// The features of a shape of one number, if there is one.
fn read_shape(shape: &Reader) -> Option<usize> {
    let sizes: Vec<usize> = match () {
        () if !shape.is_given() => return None,
        () if shape.is_number() => vec![usize::read(shape)],
        () => Vec::read(shape),
    };
    if sizes.len() != 1 {
        shape.reject(Error::shape(&shape.path(), "a shape of one number, such as [4]", sizes.len()));
    }
    sizes.first().copied()
}

impl ModelConfig {
    /// Reads a model from outside, with the field names of JavaScript or of Keras.
    ///
    /// The features of a row come from `inputs`, from an Input layer, or from the first layer's inputShape or inputDim.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |model| {
            model.fields(&["inputs", "layers", "loss", "optimizer", "metrics", "learningRate", "seed"]);
            let mut inputs = model.get("inputs");
            let layers = read_layers(&model.field("layers"), &mut inputs);
            if inputs.is_none() {
                model.reject(Error::shape("inputs", "how many features a row has", "nothing"));
            }
            let mut config = ModelConfig::new(inputs.unwrap_or(0), layers);
            model.update("loss", &mut config.loss);
            model.update("optimizer", &mut config.optimizer);
            config.metrics = read_metrics(&model.field("metrics"));
            model.update("learningRate", &mut config.optimizer.learning_rate);
            model.update("seed", &mut config.seed);
            config
        })
    }

    /// Rejects layers that no model could have, before the model is complete, as Keras checks a layer when it is added.
    ///
    /// # Errors
    /// The first validation error, by its path in `layers`.
    #[cfg(feature = "keras")]
    pub fn check_layers(layers: &Value) -> Result<(), Error> {
        let mut inputs = None;
        let read = reader::read_at("layers", layers, |list| read_layers(list, &mut inputs))?;
        super::config::check_layers(inputs, &read).map(drop)
    }
}

/// Some metrics, or one that needs no list.
fn read_metrics(metrics: &Reader) -> Vec<NamedMetric> {
    match () {
        () if metrics.is_text() => vec![NamedMetric::read(metrics)],
        #[cfg(feature = "full")]
        () if matches!(metrics.value(), Value::Object(_)) => vec![NamedMetric::read(metrics)],
        () if metrics.is_given() => Vec::read(metrics),
        () => Vec::new(),
    }
}
