//! Layers as nodes of ONNX.

use super::activations::activation;
use super::graph::{Attribute, Edge, Elements, Graph};
use crate::errors;
use glassnet::Error;
use glassnet::data::{Scaler, Scaling};
use glassnet::nn::{Layer, NormalizationLayer};

/// Keras's `epsilon()`: a deviation of Normalization is at least this.
const LEAST_DEVIATION: f32 = 1e-7;

/// A layer with its numbers, in the order of its tensors.
pub(super) struct LayerWeights<'a> {
    pub(super) layer: &'a Layer,
    /// The weights of the whole model.
    pub(super) weights: &'a [f32],
}

impl LayerWeights<'_> {
    /// The numbers of a tensor; `None` where the layer has none of that name.
    fn numbers(&self, name: &str) -> Option<&[f32]> {
        let tensor = self.layer.tensors().into_iter().find(|tensor| tensor.name == name)?;
        self.weights.get(tensor.range)
    }

    /// Adds a vector `[units]`, or so many times a number that stands for it.
    fn vector(&self, graph: &mut Graph, name: &str, otherwise: f32) -> Edge {
        let missing = vec![otherwise; self.layer.units()];
        let numbers = self.numbers(name).unwrap_or(&missing);
        graph.tensor(name, &[numbers.len()], numbers)
    }

    /// Adds the nodes of the layer; returns their output.
    ///
    /// # Errors
    /// Rejects a layer or an activation that this module does not know.
    pub(super) fn add(&self, graph: &mut Graph, x: Edge) -> Result<Edge, Error> {
        let z = match self.layer {
            // In inference neither does anything.
            Layer::Dropout(_) | Layer::Flatten(_) => x,
            Layer::Activation(_) => x,
            Layer::Dense(_) => self.dense(graph, &x),
            Layer::BatchNormalization(layer) => self.batch_normalization(graph, &x, layer.config.epsilon),
            Layer::LayerNormalization(layer) => self.layer_normalization(graph, &x, layer.config.epsilon),
            Layer::Normalization(layer) => self.normalization(graph, &x, layer),
            other => {
                return Err(errors::unknown("layer", "a layer that can be written as ONNX", other.class()));
            }
        };
        activation(graph, self.layer.activation(), z)
    }

    fn dense(&self, graph: &mut Graph, x: &Edge) -> Edge {
        let kernel = self.numbers("kernel").unwrap_or_default();
        let kernel = graph.tensor("kernel", &[self.layer.inputs(), self.layer.units()], kernel);
        let Some(bias) = self.numbers("bias") else { return graph.node("MatMul", &[x, &kernel]) };
        let bias = graph.tensor("bias", &[bias.len()], bias);
        graph.node("Gemm", &[x, &kernel, &bias])
    }

    fn batch_normalization(&self, graph: &mut Graph, x: &Edge, epsilon: f32) -> Edge {
        let [gamma, beta, mean, variance] =
            [("gamma", 1.0), ("beta", 0.0), ("moving_mean", 0.0), ("moving_variance", 1.0)]
                .map(|(name, otherwise)| self.vector(graph, name, otherwise));
        let epsilon = Attribute::Float("epsilon", epsilon);
        graph.node_with("BatchNormalization", &[x, &gamma, &beta, &mean, &variance], &[epsilon])
    }

    fn layer_normalization(&self, graph: &mut Graph, x: &Edge, epsilon: f32) -> Edge {
        let [gamma, beta] = [("gamma", 1.0), ("beta", 0.0)].map(|(name, number)| self.vector(graph, name, number));
        let epsilon = Attribute::Float("epsilon", epsilon);
        graph.node_with("LayerNormalization", &[x, &gamma, &beta], &[epsilon])
    }

    /// `(x - mean) / max(√variance, 1e-7)`, with the root taken here.
    fn normalization(&self, graph: &mut Graph, x: &Edge, layer: &NormalizationLayer) -> Edge {
        let mean = self.numbers("mean").or(layer.config.mean.as_deref()).unwrap_or(&[0.0]);
        let variance = self.numbers("variance").or(layer.config.variance.as_deref()).unwrap_or(&[1.0]);
        let deviation: Vec<f32> = variance.iter().map(|variance| variance.sqrt().max(LEAST_DEVIATION)).collect();
        let mean = graph.tensor("mean", &[mean.len()], mean);
        let deviation = graph.tensor("deviation", &[deviation.len()], &deviation);
        let moved = graph.node("Sub", &[x, &mean]);
        graph.node("Div", &[&moved, &deviation])
    }
}

/// Adds the scaling of the inputs, in doubles as the engine computes it; returns its output.
pub(super) fn scaling(graph: &mut Graph, x: &Edge, scaler: &Scaler) -> Edge {
    // No layer has a name with a slash.
    graph.enter("inputs/scaling");
    let [offset, scale] = match scaler.scaling() {
        Scaling::MinMax => ["min", "range"],
        _ => ["mean", "deviation"],
    };
    let offsets: Vec<f64> = scaler.columns().iter().map(|column| column.offset).collect();
    let scales: Vec<f64> = scaler.columns().iter().map(|column| column.scale).collect();
    let (offset, scale) = (graph.doubles(offset, &offsets), graph.doubles(scale, &scales));
    let cast = |to: Elements| [Attribute::Int("to", to as u64)];
    let wide = graph.node_with("Cast", &[x], &cast(Elements::Double));
    let moved = graph.node("Sub", &[&wide, &offset]);
    let scaled = graph.node("Div", &[&moved, &scale]);
    graph.node_with("Cast", &[&scaled], &cast(Elements::Float))
}
