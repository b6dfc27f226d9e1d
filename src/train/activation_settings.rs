//! What an activation is set to, for a trace.

use crate::nn::Activation;
use serde::Serialize;

/// The settings of an activation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // As in `Activation`.
pub struct ActivationSettings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alpha: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negative_slope: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f32>,
}

impl ActivationSettings {
    /// Those of an activation that differ from the usual.
    pub(super) fn of(activation: Activation) -> Option<Self> {
        if Activation::ALL.contains(&activation) {
            return None;
        }
        let none = ActivationSettings::default();
        Some(match activation {
            Activation::Elu { alpha } => ActivationSettings { alpha: Some(alpha), ..none },
            Activation::Gelu { approximate } => ActivationSettings { approximate: Some(approximate), ..none },
            Activation::LeakyRelu { negative_slope } => {
                ActivationSettings { negative_slope: Some(negative_slope), ..none }
            }
            Activation::ReluWith { negative_slope, max_value, threshold } => {
                let given = |value: f32| Some(value).filter(|value| *value != 0.0);
                ActivationSettings {
                    negative_slope: given(negative_slope),
                    max_value,
                    threshold: given(threshold),
                    ..none
                }
            }
            Activation::Exponential
            | Activation::HardSigmoid
            | Activation::Linear
            | Activation::Relu
            | Activation::Selu
            | Activation::Sigmoid
            | Activation::Silu
            | Activation::Softmax
            | Activation::Softplus
            | Activation::Softsign
            | Activation::Tanh => return None,
        })
    }
}
