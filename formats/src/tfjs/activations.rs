//! Activations as TensorFlow.js has them: functions by name, and layers with settings.

use crate::errors;
use crate::json::single;
use glassnet::Error;
use glassnet::nn::{Activation, ReluWith};
use serde_json::{Value as Json, json};

/// How an activation is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    /// The name of a function.
    Function(&'static str),
    /// A layer of its own: class and settings.
    Layer(&'static str, Json),
}

/// The activation in TensorFlow.js's words.
///
/// # Errors
/// Rejects an activation whose formula TensorFlow.js has not. Its `hard_sigmoid` is that of Keras 2, another function.
pub(super) fn written(activation: Activation) -> Result<Written, Error> {
    Ok(match activation {
        Activation::Elu(elu) if elu.alpha == 1.0 => Written::Function("elu"),
        Activation::Elu(elu) => return Err(errors::out_of_range("activation.alpha", "1 in TensorFlow.js", elu.alpha)),
        Activation::Gelu(gelu) if !gelu.approximate => Written::Function("gelu"),
        // It has one of the name `gelu_new`, but finds none whose name has two words.
        Activation::Gelu(_) => {
            return Err(errors::out_of_range("activation.approximate", "false in TensorFlow.js", true));
        }
        Activation::LeakyRelu(relu) => leaky(relu.negative_slope),
        Activation::Linear => Written::Function("linear"),
        Activation::LogSoftmax => Written::Function("log_softmax"),
        Activation::Mish => Written::Function("mish"),
        Activation::Relu => Written::Function("relu"),
        Activation::ReluWith(with) => relu(with)?,
        Activation::Relu6 => Written::Function("relu6"),
        Activation::Selu => Written::Function("selu"),
        Activation::Sigmoid => Written::Function("sigmoid"),
        Activation::Silu => Written::Function("swish"),
        Activation::Softmax => Written::Function("softmax"),
        Activation::Softplus => Written::Function("softplus"),
        Activation::Softsign => Written::Function("softsign"),
        Activation::Tanh => Written::Function("tanh"),
        Activation::Threshold(with) if with.default_value == 0.0 => thresholded(with.threshold),
        Activation::Threshold(with) => {
            return Err(errors::out_of_range("activation.defaultValue", "0 in TensorFlow.js", with.default_value));
        }
        other => return Err(errors::unknown("activation", "an activation that TensorFlow.js has", other.name())),
    })
}

/// Relu with one setting; TensorFlow.js has no layer that takes more.
fn relu(with: ReluWith) -> Result<Written, Error> {
    Ok(match with {
        ReluWith { negative_slope: 0.0, max_value, threshold: 0.0 } => {
            Written::Layer("ReLU", json!({ "max_value": max_value.map(single) }))
        }
        ReluWith { negative_slope, max_value: None, threshold: 0.0 } => leaky(negative_slope),
        ReluWith { negative_slope: 0.0, max_value: None, threshold } => thresholded(threshold),
        _ => {
            let expected = "a relu with one of maxValue, negativeSlope and threshold in TensorFlow.js";
            return Err(errors::out_of_range("activation", expected, "more"));
        }
    })
}

fn leaky(negative_slope: f32) -> Written {
    Written::Layer("LeakyReLU", json!({ "alpha": single(negative_slope) }))
}

fn thresholded(threshold: f32) -> Written {
    Written::Layer("ThresholdedReLU", json!({ "theta": single(threshold) }))
}
