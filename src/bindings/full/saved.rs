//! Models as objects that can be JSON.

use crate::Value;
use crate::bindings::convert::{js_error, value};
use crate::bindings::keras::layers::names;
use crate::bindings::keras::model::JsSequential;
use crate::bindings::record::js;
use crate::nn::Sequential;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// The architecture and what `compile` set, without weights: `new Sequential(model.toJSON())` is a model like it, and
    /// `JSON.stringify(model)` its text. Layers have their names, the optimizer its present learning rate.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ModelConfig & { optimizer?: OptimizerConfig }")]
    pub fn to_json(&self) -> Result<JsValue, JsValue> {
        let mut state = self.state()?;
        let mut config = state.config().clone();
        // A model that cannot be built yet has nothing but what it was given.
        if let (Ok(model), Value::Object(fields)) = (state.built(), &mut config) {
            describe(model, fields);
        }
        Ok(js(&config))
    }

    /// Saves the model as an object that can be JSON: architecture, weights, and the optimizer with its state, so that
    /// training a loaded model continues with the same bits.
    #[wasm_bindgen(unchecked_return_type = "SavedModel")]
    pub fn save(&self) -> Result<JsValue, JsValue> {
        let mut state = self.state()?;
        let config = state.config().clone();
        Ok(js(&state.built()?.save(&config)))
    }

    /// Loads a model that `save` saved. Throws an `Error` with the path in `what` where the object is no such model.
    pub fn load(#[wasm_bindgen(unchecked_param_type = "SavedModel")] saved: &JsValue) -> Result<Self, JsValue> {
        let (model, config) = Sequential::load(&value(saved)).map_err(js_error)?;
        Ok(JsSequential::with_model(config, model))
    }
}

/// Fills in what was left out: classes and names of layers, loss, optimizer and metrics.
fn describe(model: &Sequential, fields: &mut Vec<(String, Value)>) {
    let mut names = names(model).into_iter();
    fields.retain(|(name, _)| {
        !["loss", "optimizer", "metrics", "learningRate", "learning_rate"].contains(&name.as_str())
    });
    for (_, layers) in fields.iter_mut().filter(|(name, _)| name == "layers") {
        let Value::Array(layers) = layers else { continue };
        layers.iter_mut().for_each(|layer| describe_layer(layer, &mut names));
    }
    if let Value::Object(compiled) = model.compile_config() {
        fields.extend(compiled);
    }
}

fn describe_layer(layer: &mut Value, names: &mut impl Iterator<Item = String>) {
    let Value::Object(fields) = layer else { return };
    let class = fields.iter().find(|(name, _)| name == "type").map(|(_, class)| class.clone());
    if class == Some(Value::string("Input")) {
        return;
    }
    fields.retain(|(name, _)| name != "type" && name != "name");
    fields.insert(0, ("type".to_string(), class.unwrap_or_else(|| Value::string("Dense"))));
    fields.extend(names.next().map(|name| ("name".to_string(), Value::String(name))));
}
