//! The parts of a saved model that every format needs: named layers, named and shaped weights, the optimizer's slots.

use glassnet::nn::{Initializer, Layer, LayerConfig, ModelConfig, OptimizerState, Sequential, default_name};
use glassnet::{Error, Value};

/// A saved model, read: the model itself, its configuration, and the names of its layers.
#[derive(Debug, Clone)]
pub struct SavedModel {
    model: Sequential,
    config: ModelConfig,
    names: Vec<String>,
    input_name: Option<String>,
}

/// A weight tensor of a layer: a kernel, a bias, a moving mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight<'a> {
    /// The place of its layer.
    pub layer: usize,
    /// Keras's name, such as `kernel` or `moving_mean`.
    pub name: &'static str,
    /// `[inputs, units]`, `[units]`, or nothing for a single number.
    pub shape: Vec<usize>,
    /// Whether the optimizer updates it.
    pub trainable: bool,
    /// Its numbers, row by row.
    pub numbers: &'a [f32],
}

impl SavedModel {
    /// Reads what [`Sequential::save`] saved.
    ///
    /// # Errors
    /// Rejects what no model can have been saved as, by its path.
    pub fn read(saved: &Value) -> Result<Self, Error> {
        let (model, given) = Sequential::load(saved)?;
        SavedModel::new(model, &given)
    }

    /// A model and the configuration that it was built from.
    ///
    /// # Errors
    /// Rejects a configuration that no model can be built from.
    pub fn new(model: Sequential, given: &Value) -> Result<Self, Error> {
        let config = ModelConfig::read(given)?;
        let names = layer_names(&config);
        Ok(SavedModel { model, config, names, input_name: input_name(given) })
    }

    /// The model.
    pub fn model(&self) -> &Sequential {
        &self.model
    }

    /// Its configuration: what the built model no longer knows, such as initializers.
    pub fn config(&self) -> &ModelConfig {
        &self.config
    }

    /// The layers as they were asked for, as they were built, and their names: the author's, else Keras's.
    pub fn layers(&self) -> impl Iterator<Item = (&LayerConfig, &Layer, &str)> {
        let layers = self.config.layers.iter().zip(self.model.layers());
        layers.zip(&self.names).map(|((config, layer), name)| (config, layer, name.as_str()))
    }

    /// The name of the input layer, if its author gave it one.
    pub fn input_name(&self) -> Option<&str> {
        self.input_name.as_deref()
    }

    /// All weights in the order of Keras's `get_weights()`.
    pub fn weights(&self) -> Vec<Weight<'_>> {
        weights_of(&self.model)
    }

    /// What the optimizer remembers of each trainable weight: for each of its slots, by Keras's names, a list of
    /// tensors in
    /// the order of the trainable weights.
    pub fn slots(&self) -> Vec<(&'static str, Vec<&[f32]>)> {
        let (numbers, all) = (&self.model.optimizer_state().slots, self.model.weights().len());
        let names = self.model.optimizer().rule.slot_names().iter().enumerate();
        names.map(|(slot, name)| (*name, self.trainable(&numbers[slot * all..][..all]))).collect()
    }

    /// Of numbers in the order of all weights, those of each trainable weight.
    fn trainable<'a>(&self, numbers: &'a [f32]) -> Vec<&'a [f32]> {
        let tensors = self.model.layers().iter().flat_map(Layer::tensors).filter(|tensor| tensor.trainable);
        tensors.map(|tensor| &numbers[tensor.range]).collect()
    }

    /// The saved model again.
    pub fn save(&self, given: &Value) -> Value {
        self.model.save(given)
    }
}

/// All weights of a model in the order of Keras's `get_weights()`.
pub fn weights_of(model: &Sequential) -> Vec<Weight<'_>> {
    let layers = model.layers().iter().enumerate();
    let tensors = layers.flat_map(|(at, layer)| layer.tensors().into_iter().map(move |tensor| (at, layer, tensor)));
    let weight = |(at, layer, tensor): (usize, &Layer, glassnet::nn::Tensor)| Weight {
        layer: at,
        name: tensor.name,
        shape: shape_of(layer, &tensor),
        trainable: tensor.trainable,
        numbers: &model.weights()[tensor.range],
    };
    tensors.map(weight).collect()
}

fn shape_of(layer: &Layer, tensor: &glassnet::nn::Tensor) -> Vec<usize> {
    let count = tensor.range.len();
    match (layer, tensor.columns) {
        (_, Some(columns)) => vec![count / columns, columns],
        // Keras's count is one number; with an axis of none the mean and the variance are too.
        (Layer::Normalization(layer), None) if tensor.name == "count" || count != layer.inputs() => Vec::new(),
        (_, None) => vec![count],
    }
}

/// A saved model of a configuration, with weights in the order of Keras's `get_weights()`, which become its start
/// weights
/// too. Without a state the optimizer has taken no step yet.
///
/// # Errors
/// Rejects a configuration that no model can be built from, other counts, and weights that are not finite.
pub fn save(config: &Value, weights: &[f32], state: Option<OptimizerState>) -> Result<Value, Error> {
    let mut model = Sequential::new(&ModelConfig::read(config)?)?;
    let state = state.unwrap_or_else(|| model.optimizer_state().clone());
    model.restore(weights, weights, state)?;
    Ok(model.save(&in_own_words(config, &model)))
}

/// The configuration of a model in the engine's own words, by which a page finds what it shows and changes:
/// `learningRate` and `he_normal` for Keras's `learning_rate` and `HeNormal`.
pub(crate) fn in_own_words(config: &Value, model: &Sequential) -> Value {
    let Value::Object(fields) = config else { return config.clone() };
    let compiled = model.compile_config();
    let own = |(name, value): &(String, Value)| {
        (name.clone(), field(&compiled, name).cloned().unwrap_or_else(|| own_settings(value)))
    };
    Value::Object(fields.iter().map(own).collect())
}

/// Settings of layers by the engine's names, and its names of initializers.
fn own_settings(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(own_settings).collect()),
        Value::Object(fields) => Value::Object(fields.iter().map(own_setting).collect()),
        value => value.clone(),
    }
}

fn own_setting((name, value): &(String, Value)) -> (String, Value) {
    let mut words = name.split('_');
    let mut own = words.next().unwrap_or_default().to_string();
    for word in words {
        let mut letters = word.chars();
        own.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        own.push_str(letters.as_str());
    }
    let mut value = own_settings(value);
    if let (true, Value::Object(fields)) = (own.ends_with("Initializer"), &mut value) {
        for (_, class) in fields.iter_mut().filter(|(name, _)| name == "name") {
            let Value::String(given) = class else { continue };
            *class =
                given.parse::<Initializer>().map_or_else(|_| class.clone(), |of| Value::String(of.name().to_string()));
        }
    }
    (own, value)
}

/// The names of the layers: the author's, else Keras's.
fn layer_names(config: &ModelConfig) -> Vec<String> {
    let mut unnamed: Vec<&str> = Vec::new();
    let name = |layer: &LayerConfig| {
        layer.name().map_or_else(
            || {
                unnamed.push(layer.class());
                default_name(&unnamed)
            },
            str::to_string,
        )
    };
    config.layers.iter().map(name).collect()
}

/// The name of an Input layer among those of a configuration.
fn input_name(given: &Value) -> Option<String> {
    let Some(Value::Array(layers)) = field(given, "layers") else { return None };
    let is_input = |layer: &&Value| matches!(field(layer, "type"), Some(Value::String(class)) if class == "Input");
    match field(layers.iter().find(is_input)?, "name") {
        Some(Value::String(name)) => Some(name.clone()),
        _ => None,
    }
}

/// A field of an object.
pub(crate) fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let Value::Object(fields) = value else { return None };
    fields.iter().find(|(field, _)| field == name).map(|(_, value)| value)
}
