//! What lints find: each with a code and the facts that its sentences use.

use serde::Serialize;

/// Where a finding belongs; each counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A column of the inputs.
    Feature(usize),
    /// A dense layer.
    Layer(usize),
    /// An epoch of the fit.
    Epoch(usize),
}

/// What was found, by its code, with the facts that its sentences use.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "code", content = "facts", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Finding {
    /// A feature only counts the rows.
    IndexColumn {
        /// The feature, from 0.
        feature: usize,
        /// Its name.
        name: String,
    },
    /// Rows in which a feature or the target is missing are left out.
    RowsDropped {
        /// How many.
        dropped: usize,
        /// Of how many.
        rows: usize,
        /// The columns in which values are missing.
        columns: Vec<String>,
    },
    /// Missing features have the mean of the training rows.
    ValuesFilled {
        /// How many.
        filled: usize,
        /// The columns in which values are missing.
        columns: Vec<String>,
    },
    /// Plain gradient descent with features whose sizes lie far apart, from each other or from the bias's 1.
    UnscaledFeatures {
        /// The feature whose size is the most out of line, from 0.
        feature: usize,
        /// Its name.
        name: String,
        /// Its largest `|x|`.
        size: f64,
        /// The largest size of a feature, or the bias's 1, divided by the smallest.
        ratio: f64,
        /// The learning rate of the next step.
        learning_rate: f64,
        /// Below which learning rate gradient descent is stable at the start weights, if that was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        stable_rate: Option<f64>,
        /// The same, if the features were standardised.
        #[serde(skip_serializing_if = "Option::is_none")]
        scaled_stable_rate: Option<f64>,
    },
    /// Plain gradient descent with a learning rate too high for the start weights; scaling would not fix it.
    LearningRateTooHigh {
        /// The learning rate of the next step.
        learning_rate: f64,
        /// Below which it is stable.
        stable_rate: f64,
    },
    /// The output's activation cannot reach the targets.
    TargetsOutOfRange {
        /// The last layer, from 0.
        layer: usize,
        /// Its activation.
        activation: &'static str,
        /// What no output lies below, if there is such a bound.
        #[serde(skip_serializing_if = "Option::is_none")]
        lowest: Option<f64>,
        /// What no output lies above, if there is such a bound.
        #[serde(skip_serializing_if = "Option::is_none")]
        highest: Option<f64>,
        /// The smallest target.
        smallest_target: f64,
        /// The largest target.
        largest_target: f64,
        /// The share of the targets that lie outside, 0 to 1.
        share: f64,
        /// The loss that no weights can go below, where it can be told.
        #[serde(skip_serializing_if = "Option::is_none")]
        best_loss: Option<f64>,
    },
    /// Targets of a cross-entropy that are no probabilities.
    CrossentropyTargets {
        /// The loss.
        loss: &'static str,
        /// The smallest target.
        smallest_target: f64,
        /// The largest target.
        largest_target: f64,
        /// The share of the targets that lie outside 0 to 1.
        share: f64,
    },
    /// A cross-entropy behind an output activation that does not give what it takes.
    CrossentropyOutput {
        /// The last layer, from 0.
        layer: usize,
        /// The loss.
        loss: &'static str,
        /// Whether it takes logits.
        from_logits: bool,
        /// The activation at hand.
        activation: &'static str,
        /// The activation that fits.
        expected: &'static str,
    },
    /// A cross-entropy that takes logits, behind sigmoid or softmax, which already turned them into probabilities.
    LogitsTwice {
        /// The last layer, from 0.
        layer: usize,
        /// The loss.
        loss: &'static str,
        /// The activation.
        activation: &'static str,
    },
    /// A cross-entropy over classes with one unit, whose share of all is always 1, whatever the weights.
    OneClass {
        /// The last layer, from 0.
        layer: usize,
        /// The loss.
        loss: &'static str,
    },
    /// Layers without an activation between them, which are as good as one.
    LinearLayers {
        /// The first of them, from 0.
        first: usize,
        /// The last of them, from 0, whose activation may be any.
        last: usize,
        /// How many they are.
        count: usize,
        /// Whether they are the whole model and end in no activation either: a linear regression.
        is_regression: bool,
    },
    /// Relu units that give 0 for every row.
    DeadRelus {
        /// The layer, from 0.
        layer: usize,
        /// How many are dead.
        dead: usize,
        /// Of how many.
        units: usize,
    },
    /// Units of a hidden layer that lie where their activation is flat.
    SaturatedUnits {
        /// The layer, from 0.
        layer: usize,
        /// Its activation.
        activation: &'static str,
        /// How many are saturated.
        saturated: usize,
        /// Of how many.
        units: usize,
    },
    /// Gradients that get smaller and smaller on their way back.
    VanishingGradients {
        /// The layer where they are smallest, from 0.
        layer: usize,
        /// How many times smaller than in the last layer.
        factor: f64,
        /// The sizes by layer, as `LayerHealth::gradient`.
        gradients: Vec<f64>,
    },
    /// An accuracy of targets that are no classes, or of outputs that are none.
    EmptyAccuracy {
        /// The metric as it was asked for.
        metric: String,
        /// The accuracy that it is.
        accuracy: &'static str,
        /// The loss beside it.
        loss: &'static str,
        /// `values`: targets that are neither 0 nor 1; `not_one_hot`: rows that share no 1 among classes;
        /// `class_numbers` where one-hot rows are compared; `one_output`, which is always the largest.
        reason: &'static str,
        /// Of which share of the targets or rows.
        share: f64,
    },
    /// Gradients that get larger and larger on their way back.
    ExplodingGradients {
        /// The layer where they are largest, from 0.
        layer: usize,
        /// How many times larger than in the last layer.
        factor: f64,
        /// The sizes by layer, as `LayerHealth::gradient`.
        gradients: Vec<f64>,
    },
    /// Training stopped because a number was no longer finite.
    Diverged {
        /// The epoch, from 0.
        epoch: usize,
        /// The iteration in its epoch, from 0.
        step: usize,
        /// The first layer with such a number, from 0.
        layer: usize,
        /// The optimizer.
        optimizer: &'static str,
        /// The learning rate of the next step.
        learning_rate: f64,
        /// Below which plain gradient descent is stable at the start weights, if that was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        stable_rate: Option<f64>,
    },
    /// A loss was infinite or NaN, yet training went on, as the weights stayed finite.
    LossNotFinite {
        /// The first such epoch, from 0.
        epoch: usize,
        /// `loss` or `val_loss`.
        key: &'static str,
        /// What it was: `nan` or `inf`.
        value: &'static str,
        /// The loss function.
        loss: &'static str,
        /// The activation of the output.
        activation: &'static str,
    },
    /// The training loss rises and rises.
    RisingLoss {
        /// The epoch of the lowest loss, from 0.
        epoch: usize,
        /// The lowest loss.
        lowest_loss: f64,
        /// The last loss.
        loss: f64,
        /// The optimizer.
        optimizer: &'static str,
        /// The learning rate of the next step.
        learning_rate: f64,
        /// Below which plain gradient descent is stable at the start weights, if that was found.
        #[serde(skip_serializing_if = "Option::is_none")]
        stable_rate: Option<f64>,
    },
    /// The loss is stuck at what the output's activation lets it reach.
    StuckLoss {
        /// The last layer, from 0.
        layer: usize,
        /// Its activation.
        activation: &'static str,
        /// What no output lies below, if there is such a bound.
        #[serde(skip_serializing_if = "Option::is_none")]
        lowest: Option<f64>,
        /// What no output lies above, if there is such a bound.
        #[serde(skip_serializing_if = "Option::is_none")]
        highest: Option<f64>,
        /// The loss of the rows now.
        loss: f64,
        /// The loss that no weights can go below.
        best_loss: f64,
    },
    /// The validation loss rises while the training loss falls.
    Overfitting {
        /// The epoch of the lowest validation loss, from 0.
        epoch: usize,
        /// That loss.
        lowest_val_loss: f64,
        /// The last validation loss.
        val_loss: f64,
        /// The training loss of that epoch.
        loss_then: f64,
        /// The last training loss.
        loss: f64,
    },
}

impl Finding {
    /// Its short stable name, such as `index_column`.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::IndexColumn { .. } => "index_column",
            Finding::RowsDropped { .. } => "rows_dropped",
            Finding::ValuesFilled { .. } => "values_filled",
            Finding::UnscaledFeatures { .. } => "unscaled_features",
            Finding::LearningRateTooHigh { .. } => "learning_rate_too_high",
            Finding::TargetsOutOfRange { .. } => "targets_out_of_range",
            Finding::CrossentropyTargets { .. } => "crossentropy_targets",
            Finding::CrossentropyOutput { .. } => "crossentropy_output",
            Finding::LogitsTwice { .. } => "logits_twice",
            Finding::OneClass { .. } => "one_class",
            Finding::EmptyAccuracy { .. } => "empty_accuracy",
            Finding::LinearLayers { .. } => "linear_layers",
            Finding::DeadRelus { .. } => "dead_relus",
            Finding::SaturatedUnits { .. } => "saturated_units",
            Finding::VanishingGradients { .. } => "vanishing_gradients",
            Finding::ExplodingGradients { .. } => "exploding_gradients",
            Finding::Diverged { .. } => "diverged",
            Finding::LossNotFinite { .. } => "loss_not_finite",
            Finding::RisingLoss { .. } => "rising_loss",
            Finding::StuckLoss { .. } => "stuck_loss",
            Finding::Overfitting { .. } => "overfitting",
        }
    }

    /// Where it belongs, if it belongs to one place.
    pub fn place(&self) -> Option<Place> {
        Some(match *self {
            Finding::IndexColumn { feature, .. } | Finding::UnscaledFeatures { feature, .. } => Place::Feature(feature),
            Finding::LearningRateTooHigh { .. }
            | Finding::CrossentropyTargets { .. }
            | Finding::EmptyAccuracy { .. }
            | Finding::RowsDropped { .. }
            | Finding::ValuesFilled { .. } => return None,
            Finding::TargetsOutOfRange { layer, .. }
            | Finding::CrossentropyOutput { layer, .. }
            | Finding::LogitsTwice { layer, .. }
            | Finding::OneClass { layer, .. }
            | Finding::LinearLayers { first: layer, .. }
            | Finding::DeadRelus { layer, .. }
            | Finding::SaturatedUnits { layer, .. }
            | Finding::VanishingGradients { layer, .. }
            | Finding::ExplodingGradients { layer, .. }
            | Finding::StuckLoss { layer, .. } => Place::Layer(layer),
            Finding::Diverged { epoch, .. }
            | Finding::LossNotFinite { epoch, .. }
            | Finding::RisingLoss { epoch, .. }
            | Finding::Overfitting { epoch, .. } => Place::Epoch(epoch),
        })
    }
}
