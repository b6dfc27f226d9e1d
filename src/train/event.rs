//! The operations of one iteration, each with its operands and its result.

use serde::Serialize;

/// The four parts of an iteration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Forward propagation: from the inputs to the prediction.
    Forward,
    /// How wrong the prediction is.
    Loss,
    /// Back propagation: the gradient of every weight.
    Backward,
    /// Gradient descent: every weight takes its step.
    Update,
}

/// One operation, and where it happens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// The part of the iteration that it belongs to.
    pub phase: Phase,
    /// The layer, from 0; the input layer is not counted.
    pub layer: usize,
    /// The unit in its layer, from 0.
    pub unit: usize,
    /// The operation and its operands.
    #[serde(flatten)]
    pub operation: Operation,
}

/// One unit's share in the gradient of a unit of the layer before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Term {
    /// The layer of the unit that is fed.
    pub layer: usize,
    /// The unit that is fed.
    pub unit: usize,
    /// Its `dL/dz`.
    pub gradient: f32,
    /// The weight to it; where the next layer is not dense, what its unit changes by with this one.
    pub weight: f32,
    /// `gradient · weight`
    pub product: f32,
}

/// An operation with its operands and its result. `input` is a unit of the layer before, or a feature.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The formula of each variant names its fields.
#[non_exhaustive]
pub enum Operation {
    /// `product = x · weight`, added to the running `sum`
    Product { input: usize, x: f32, weight: f32, product: f32, sum: f32 },
    /// `sum` of the products: the pre-activation of a unit without a bias
    Sum { products: Vec<f32>, sum: f32 },
    /// `pre_activation = sum + bias`
    Bias { sum: f32, bias: f32, pre_activation: f32 },
    /// `output = activation(pre_activation)`; softmax uses the pre-activations of its whole layer
    Activation {
        activation: &'static str,
        pre_activation: f32,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pre_activations: Vec<f32>,
        output: f32,
    },
    /// `term = (prediction - target)²` for the mean squared error, with `error = prediction - target`
    LossTerm { name: &'static str, prediction: f32, target: f32, error: f32, term: f32 },
    /// `loss` = mean of the terms, and what regularizers add
    Loss {
        name: &'static str,
        terms: Vec<f32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        penalty: Option<f32>,
        loss: f32,
    },
    /// `dL/da = 2 / outputs · (prediction - target)` for the mean squared error
    OutputGradient { name: &'static str, outputs: usize, prediction: f32, target: f32, error: f32, gradient: f32 },
    /// `dL/dz` of an output unit whose cross-entropy goes around its sigmoid or softmax: `prediction - target`, for
    /// sigmoid divided by `outputs`
    LogitGradient { name: &'static str, outputs: usize, prediction: f32, target: f32, gradient: f32 },
    /// `normalized = (x - mean) / √(variance + epsilon)`, `output = gamma · normalized + beta`; `statistics` says whose mean
    /// and variance these are: `moving` or of the `batch` for BatchNormalization, of the `row` for LayerNormalization
    #[cfg(feature = "keras")]
    Normalization {
        statistics: &'static str,
        x: f32,
        mean: f32,
        variance: f32,
        epsilon: f32,
        normalized: f32,
        #[serde(skip_serializing_if = "Option::is_none")]
        gamma: Option<f32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        beta: Option<f32>,
        output: f32,
    },
    /// `dL/dgamma = dL/dy · normalized`
    #[cfg(feature = "keras")]
    GammaGradient { output_gradient: f32, normalized: f32, gradient: f32 },
    /// `dL/dbeta = dL/dy`
    #[cfg(feature = "keras")]
    BetaGradient { output_gradient: f32, gradient: f32 },
    /// `dL/dgamma` of a batch = mean of its rows' `gradients`
    #[cfg(feature = "keras")]
    GammaMean { gradients: Vec<f32>, gradient: f32 },
    /// the same mean for a beta
    #[cfg(feature = "keras")]
    BetaMean { gradients: Vec<f32>, gradient: f32 },
    /// the rule of a weight update for a gamma
    #[cfg(feature = "keras")]
    GammaUpdate { rule: &'static str, before: f32, learning_rate: f32, gradient: f32, change: f32, after: f32 },
    /// the same rule for a beta
    #[cfg(feature = "keras")]
    BetaUpdate { rule: &'static str, before: f32, learning_rate: f32, gradient: f32, change: f32, after: f32 },
    /// `dL/da` = sum of the terms
    ActivationGradient { terms: Vec<Term>, gradient: f32 },
    /// `dL/dz = dL/da · a'(z)`; softmax: `output · (dL/da - Σ outputs · dL/da of its whole layer)`
    PreActivationGradient {
        activation: &'static str,
        pre_activation: f32,
        output: f32,
        activation_gradient: f32,
        #[serde(skip_serializing_if = "Option::is_none")]
        derivative: Option<f32>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        outputs: Vec<f32>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        activation_gradients: Vec<f32>,
        gradient: f32,
    },
    /// `dL/dw = dL/dz · x`, and what a regularizer adds
    WeightGradient {
        #[serde(skip_serializing_if = "Option::is_none")]
        penalty: Option<f32>,
        input: usize,
        pre_activation_gradient: f32,
        x: f32,
        gradient: f32,
    },
    /// `dL/db = dL/dz`, and what a regularizer adds
    BiasGradient {
        #[serde(skip_serializing_if = "Option::is_none")]
        penalty: Option<f32>,
        pre_activation_gradient: f32,
        gradient: f32,
    },
    /// `loss` of a batch = mean of its rows' `losses`
    LossMean { losses: Vec<f32>, loss: f32 },
    /// `dL/dw` of a batch = mean of its rows' `gradients`
    WeightMean { input: usize, gradients: Vec<f32>, gradient: f32 },
    /// the same mean for a bias
    BiasMean { gradients: Vec<f32>, gradient: f32 },
    /// `after = before - change`; for gradient descent `change = learning_rate · gradient`
    WeightUpdate {
        rule: &'static str,
        input: usize,
        before: f32,
        learning_rate: f32,
        gradient: f32,
        change: f32,
        after: f32,
    },
    /// the same rule for a bias
    BiasUpdate { rule: &'static str, before: f32, learning_rate: f32, gradient: f32, change: f32, after: f32 },
}
