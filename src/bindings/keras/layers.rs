//! The layers of a model from JavaScript.

use super::model::JsSequential;
use super::state::{State, borrowed};
use super::weights;
use crate::bindings::convert::{js_error, value};
use crate::bindings::record::js;
use crate::nn::{Layer, Sequential, default_name};
use crate::{Error, ErrorKind};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

/// A layer of a model, as Keras's `model.layers[i]`.
#[wasm_bindgen(js_name = Layer)]
pub struct JsLayer {
    /// What the layer's model and its layers share; gone once the model was freed.
    model: Weak<RefCell<State>>,
    index: usize,
    name: String,
}

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// The layers, the first hidden layer first.
    #[wasm_bindgen(getter, unchecked_return_type = "Layer[]")]
    pub fn layers(&self) -> Result<Array, JsValue> {
        let names = names(self.state()?.built()?);
        Ok(names.into_iter().enumerate().map(|(index, name)| self.layer(index, name)).map(JsValue::from).collect())
    }

    /// The layer with a name or an index from 0.
    #[wasm_bindgen(js_name = getLayer)]
    pub fn get_layer(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | number")] name_or_index: &JsValue,
    ) -> Result<JsLayer, JsValue> {
        let mut names = names(self.state()?.built()?);
        let found = match (name_or_index.as_string(), name_or_index.as_f64()) {
            (Some(wanted), _) => names.iter().position(|name| *name == wanted),
            (None, Some(index)) => (0..names.len()).find(|&place| place as f64 == index),
            (None, None) => None,
        };
        let Some(index) = found else {
            let expected = format!("an index below {}, or one of {}", names.len(), names.join(", "));
            let received = value(name_or_index).describe();
            return Err(js_error(Error::new(ErrorKind::InvalidConfig, "layer".to_string(), expected, received)));
        };
        Ok(self.layer(index, names.swap_remove(index)))
    }
}

impl JsSequential {
    fn layer(&self, index: usize, name: String) -> JsLayer {
        JsLayer { model: Rc::downgrade(self.shared()), index, name }
    }
}

#[wasm_bindgen(js_class = Layer)]
impl JsLayer {
    /// The name that its author gave it, or Keras's: `"dense"`, `"dense_1"`.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Keras's class, such as `"Dense"`.
    #[wasm_bindgen(getter, js_name = className)]
    pub fn class_name(&self) -> Result<String, JsValue> {
        self.of_layer(|layer, _| layer.class().to_string())
    }

    /// How many numbers a row of its outputs has.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Result<usize, JsValue> {
        self.of_layer(|layer, _| layer.units())
    }

    /// The name of its activation; `"linear"` of a layer without one.
    #[wasm_bindgen(getter, unchecked_return_type = "ActivationName")]
    pub fn activation(&self) -> Result<String, JsValue> {
        self.of_layer(|layer, _| layer.activation().name().to_string())
    }

    /// Its weights in the order of Keras's `get_weights()`: of a dense layer kernel `[inputs][units]` and bias `[units]`.
    #[wasm_bindgen(js_name = getWeights, unchecked_return_type = "WeightArray[]")]
    pub fn get_weights(&self) -> Result<JsValue, JsValue> {
        self.of_layer(|layer, weights| js(&weights::nested(&layer.tensors(), weights)))
    }

    /// Replaces its weights; each may be nested or a flat array.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Numbers[]")] weights: &JsValue,
    ) -> Result<(), JsValue> {
        let (tensors, mut all) = self.of_layer(|layer, weights| (layer.tensors(), weights.to_vec()))?;
        let weights = weights::read(&tensors, weights).map_err(js_error)?;
        let Some(first) = tensors.first() else { return Ok(()) };
        all[first.range.start..][..weights.len()].copy_from_slice(&weights);
        let shared = self.model.upgrade().ok_or_else(freed)?;
        borrowed(&shared)?.built()?.set_weights(&all).map_err(js_error)
    }
}

impl JsLayer {
    fn of_layer<T>(&self, get: impl FnOnce(&Layer, &[f32]) -> T) -> Result<T, JsValue> {
        let shared = self.model.upgrade().ok_or_else(freed)?;
        let mut state = borrowed(&shared)?;
        let model = state.built()?;
        let layer = model.layers().get(self.index).ok_or_else(freed)?;
        Ok(get(layer, model.weights()))
    }
}

/// The error of a layer that outlives its model.
fn freed() -> JsValue {
    js_error(Error::new(
        ErrorKind::Freed,
        "layer".to_string(),
        "a model that was not freed".to_string(),
        "a layer of one that was".to_string(),
    ))
}

/// The names of a model's layers: their own or Keras's.
pub(in crate::bindings) fn names(model: &Sequential) -> Vec<String> {
    let mut unnamed = Vec::new();
    let name = |layer: &Layer| {
        layer.name().map_or_else(
            || {
                unnamed.push(layer.class());
                default_name(&unnamed)
            },
            str::to_string,
        )
    };
    model.layers().iter().map(name).collect()
}
