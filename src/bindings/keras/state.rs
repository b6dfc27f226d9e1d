//! The state of a model from JavaScript: its configuration, the model that is built from it, and its fit.

#[cfg(not(feature = "full"))]
use super::run::Callbacks;
use crate::bindings::convert::js_error;
#[cfg(feature = "full")]
use crate::bindings::full::{compiled::Compiled, run::Callbacks};
use crate::nn::{ModelConfig, Sequential};
use crate::train::Fit;
use crate::{Error, Value};
use std::cell::{RefCell, RefMut};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// What a model and the handles to its layers share.
pub(in crate::bindings) struct State {
    /// The configuration that the model is built from, once it is needed.
    pub(super) config: Value,
    pub(in crate::bindings) model: Option<Sequential>,
    pub(in crate::bindings) fit: Option<Fit>,
    /// What the fit calls back.
    pub(in crate::bindings) callbacks: Option<Rc<Callbacks>>,
    /// Whether `fit` runs, and calls back.
    pub(in crate::bindings) is_fitting: bool,
    /// The learning rate as a function of the iteration, in place of the optimizer's.
    #[cfg(feature = "full")]
    pub(in crate::bindings) schedule: Option<js_sys::Function>,
    /// The step of the fit, compiled.
    #[cfg(feature = "full")]
    pub(in crate::bindings) compiled: Compiled,
    /// Inputs and outputs in the engine's memory, viewed by JavaScript.
    pub(super) views: (Vec<f32>, Vec<f32>),
}

/// The state of a model; an error where a call runs within another, as from the getter of an argument.
pub(in crate::bindings) fn borrowed(state: &RefCell<State>) -> Result<RefMut<'_, State>, JsValue> {
    state.try_borrow_mut().map_err(|_| js_error(Error::shape("model", "one call at a time", "a call within another")))
}

impl From<Value> for State {
    fn from(config: Value) -> Self {
        State {
            config,
            model: None,
            fit: None,
            callbacks: None,
            is_fitting: false,
            #[cfg(feature = "full")]
            schedule: None,
            #[cfg(feature = "full")]
            compiled: Compiled::default(),
            views: Default::default(),
        }
    }
}

impl State {
    /// The configuration that the model is built from.
    #[cfg(feature = "full")]
    pub(in crate::bindings) fn config(&self) -> &Value {
        &self.config
    }

    /// The model, built if it is not yet.
    pub(in crate::bindings) fn built(&mut self) -> Result<&mut Sequential, JsValue> {
        if self.model.is_none() {
            self.model = Some(build(&self.config).map_err(js_error)?);
        }
        // It was built just now, if not before.
        self.model.as_mut().ok_or(JsValue::UNDEFINED)
    }

    /// Rejects what would take the model away from a fit that runs.
    pub(in crate::bindings) fn check_not_fitting(&self, call: &str) -> Result<(), JsValue> {
        match self.is_fitting {
            false => Ok(()),
            true => Err(js_error(Error::shape(
                call,
                "fit to be over; a callback that returns false stops it",
                "a call within a callback of fit",
            ))),
        }
    }

    /// Adds a layer; where it is rejected the model stays as it is.
    pub(super) fn add(&mut self, layer: Value) -> Result<(), Error> {
        let Value::Object(fields) = &self.config else { return Ok(()) };
        let mut layers = match fields.iter().find(|(field, _)| field == "layers") {
            Some((_, Value::Array(layers))) => layers.clone(),
            _ => Vec::new(),
        };
        layers.push(layer);
        self.set("layers".to_string(), checked(layers)?);
        (self.model, self.fit) = (None, None);
        Ok(())
    }

    /// Builds the model anew with other settings and its weights; where one is rejected it stays as it is.
    pub(super) fn compile(&mut self, settings: Vec<(String, Value)>) -> Result<(), Error> {
        let former = self.config.clone();
        for (field, value) in settings {
            self.set(field, value);
        }
        let weights = self.model.as_ref().map(Sequential::weights);
        let model = build(&self.config).and_then(|mut model| {
            weights.map_or(Ok(()), |weights| model.set_weights(weights))?;
            Ok(model)
        });
        match model {
            Ok(model) => (self.model, self.fit) = (Some(model), None),
            Err(error) => {
                self.config = former;
                return Err(error);
            }
        }
        Ok(())
    }

    fn set(&mut self, name: String, value: Value) {
        let Value::Object(fields) = &mut self.config else { return };
        match fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, former)) => *former = value,
            None => fields.push((name, value)),
        }
    }
}

/// The layers of a model that is not complete yet, each validated where it is given.
fn checked(layers: Vec<Value>) -> Result<Value, Error> {
    let layers = Value::Array(layers);
    ModelConfig::check_layers(&layers)?;
    Ok(layers)
}

/// The configuration of a model that has nothing but layers so far.
pub(super) fn layers_config(layers: Vec<Value>) -> Result<Value, Error> {
    Ok(Value::Object(vec![("layers".to_string(), checked(layers)?)]))
}

/// A model of a configuration from outside.
fn build(config: &Value) -> Result<Sequential, Error> {
    Sequential::new(&ModelConfig::read(config)?)
}
