//! Inspection of an experiment from JavaScript: weights, units, gradients, traces and hints.

use super::experiment::{JsExperiment, histogram, one_row};
use crate::Value;
use crate::bindings::convert::{count, js_error};
use crate::bindings::record::{arrays, js, object, with};
use crate::experiment::LayerHistograms;
use crate::train::LayerHealth;
use js_sys::{Float32Array, Object, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Experiment)]
impl JsExperiment {
    /// All weights and biases, in the order of `Sequential.flatWeights()`.
    pub fn weights(&self) -> Vec<f32> {
        self.0.model().weights().to_vec()
    }

    /// The weights that training began with.
    #[wasm_bindgen(js_name = startWeights)]
    pub fn start_weights(&self) -> Vec<f32> {
        self.0.model().start_weights().to_vec()
    }

    /// Of each layer, without Dropout and Flatten, the histograms of its weights and of its outputs over at most 256 training
    /// rows.
    #[wasm_bindgen(unchecked_return_type = "LayerHistograms[]")]
    pub fn histograms(&mut self) -> JsValue {
        let histograms = self.0.histograms();
        let of_layer = |LayerHistograms { weights, activations }: &LayerHistograms| {
            let weights = weights.iter().map(|(name, weights)| (*name, histogram(weights)));
            Value::object([
                ("weights", Value::object(weights.collect::<Vec<_>>())),
                ("activations", histogram(activations)),
            ])
        };
        js(&Value::array(&histograms, of_layer))
    }

    /// The inputs and the outputs of every layer, for one row of the table or for feature values in its units.
    #[wasm_bindgen(unchecked_return_type = "Float32Array[]")]
    pub fn activations(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number | Numbers")] row: JsValue,
    ) -> Result<JsValue, JsValue> {
        let layers = match row.as_f64() {
            Some(row) => self.0.activations(count("row", row).map_err(js_error)?),
            None => self.0.activations_of(&one_row(&row).map_err(js_error)?),
        };
        Ok(arrays(&layers.map_err(js_error)?))
    }

    /// Of each layer, without Dropout and Flatten, the norm of the gradient of its kernel or gamma, and the shares of its units
    /// that are dead or saturated, over at most 256 training rows.
    #[wasm_bindgen(unchecked_return_type = "LayerHealth[]")]
    pub fn health(&mut self) -> JsValue {
        let layers = self.0.health().layers;
        let kernels = self.0.model().active_layers();
        let kernels = kernels.iter().map(|layer| layer.tensors().first().map_or(0, |kernel| kernel.range.len()));
        let layer = |(layer, weights): (LayerHealth, usize)| {
            let norm = layer.kernel_gradient * (weights as f64).sqrt();
            let number = |(name, number)| (name, Value::Number(number));
            let [gradient, dead, saturated] =
                [("gradient", norm), ("dead", layer.dead()), ("saturated", layer.saturated())].map(number);
            let inactive = Value::array(&layer.inactive, |unit| Value::Number(*unit as f64));
            Value::object([gradient, dead, saturated, ("inactive", inactive)])
        };
        js(&Value::Array(layers.into_iter().zip(kernels).map(layer).collect()))
    }

    /// The outputs of every layer over at most 48 training rows in the order of their target: of each layer, without Dropout
    /// and Flatten, `[units, rows]`.
    #[wasm_bindgen(unchecked_return_type = "{ rows: Uint32Array; layers: Float32Array[] }")]
    pub fn outputs(&mut self) -> JsValue {
        let outputs = self.0.outputs();
        let rows = Uint32Array::from(outputs.rows.as_slice()).into();
        with(Object::new(), &[("rows", rows), ("layers", arrays(&outputs.layers))])
    }

    /// The gradients of the mean loss of at most 256 training rows, in the order of `weights()`.
    pub fn gradients(&mut self) -> Vec<f32> {
        self.0.gradients().to_vec()
    }

    /// Sets one weight or bias, by its place in `weights()`; training goes on from there.
    #[wasm_bindgen(js_name = setWeight)]
    pub fn set_weight(&mut self, index: f64, weight: f64) -> Result<(), JsValue> {
        let index = count("index", index).map_err(js_error)?;
        self.0.set_weight(index, weight as f32).map_err(js_error)
    }

    /// The hints about the setup and the run so far.
    #[wasm_bindgen(unchecked_return_type = "Hint[]")]
    pub fn hints(&mut self) -> JsValue {
        object(&self.0.hints())
    }

    /// One iteration on one row of the table as a timeline of operations; the weights stay as they are.
    #[wasm_bindgen(unchecked_return_type = "ModelTrace")]
    pub fn trace(&mut self, row: f64) -> Result<JsValue, JsValue> {
        let row = count("row", row).map_err(js_error)?;
        self.0.trace(row).map(|trace| object(&trace)).map_err(js_error)
    }

    /// How the rows of the batch that comes next become one update, as a timeline of operations; the weights stay as they are.
    #[wasm_bindgen(js_name = traceBatch, unchecked_return_type = "BatchTrace")]
    pub fn trace_batch(&mut self) -> Result<JsValue, JsValue> {
        self.0.trace_batch().map(|trace| object(&trace)).map_err(js_error)
    }

    /// The gradients of the batch that comes next: of each of its rows, and their mean.
    #[wasm_bindgen(js_name = batchGradients, unchecked_return_type = "BatchGradients")]
    pub fn batch_gradients(&mut self) -> Result<JsValue, JsValue> {
        let batch = self.0.batch_gradients().map_err(js_error)?;
        let floats = |numbers: &[f32]| Float32Array::from(numbers).into();
        let fields = [
            ("rows", Uint32Array::from(batch.rows.as_slice()).into()),
            ("gradients", floats(&batch.gradients)),
            ("mean", floats(&batch.mean)),
            ("loss", batch.loss.into()),
            ("rowLosses", floats(&batch.row_losses)),
        ];
        Ok(with(Object::new(), &fields))
    }
}
