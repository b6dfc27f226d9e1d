//! Features of very different sizes under plain gradient descent.

use super::Finding;
use super::learning_rate_too_high::LearningRateTooHigh;
use crate::Error;
use crate::data::{Scaler, Scaling};
use crate::diagnostics::data::HintData;
use crate::diagnostics::kind::{HintKind, Place, Severity, Subject, say};
use crate::diagnostics::learning_rate::{SURELY_TOO_HIGH, Sizes, learning_rate, stable_rate};
use crate::nn::{Rule, Sequential};
use serde::Serialize;

/// Sizes that differ by this factor are unscaled. The curvature goes with the square of the size, so gradient descent
/// needs some 1000 steps in the flattest direction for one in the steepest.
const UNSCALED_RATIO: f64 = 30.0;

/// Plain gradient descent with features whose sizes lie far apart, from each other or from the bias's 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UnscaledFeatures {
    /// The feature whose size is the most out of line, from 0.
    pub feature: usize,
    /// Its name.
    pub name: String,
    /// Its largest `|x|`.
    pub size: f64,
    /// The largest size of a feature, or the bias's 1, divided by the smallest.
    pub ratio: f64,
    /// The learning rate of the next step.
    pub learning_rate: f64,
    /// Below which learning rate gradient descent is stable at the start weights, if that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stable_rate: Option<f64>,
    /// The same, if the features were standardised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scaled_stable_rate: Option<f64>,
}

impl HintKind for UnscaledFeatures {
    fn code(&self) -> &'static str {
        "unscaled_features"
    }

    fn subject(&self) -> Subject {
        Subject::Data
    }

    fn severity(&self) -> Severity {
        let is_sure = self.stable_rate.is_some_and(|stable| self.learning_rate >= SURELY_TOO_HIGH * stable);
        if is_sure { Severity::Problem } else { Severity::Warning }
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Feature(self.feature))
    }

    fn message(&self) -> String {
        let (name, size) = (&self.name, say(self.size));
        match self.stable_rate.filter(|stable| self.learning_rate >= *stable) {
            Some(stable) => format!(
                "{name} goes up to {size}: with such features gradient descent is stable below a learning rate of \
                 about {}, and {} is above it.",
                say(stable),
                say(self.learning_rate)
            ),
            None => format!(
                "{name} goes up to {size}, and sizes differ by a factor of {}: no learning rate suits all weights, so \
                 gradient descent is slow.",
                say(self.ratio)
            ),
        }
    }

    fn advice(&self) -> String {
        match self.scaled_stable_rate {
            Some(rate) => format!(
                "Standardise the features, after which a learning rate up to about {} is stable, or try Adam.",
                say(rate)
            ),
            None => "Standardise the features, or try Adam.".into(),
        }
    }

    fn examples() -> Vec<Self> {
        let slow = UnscaledFeatures {
            feature: 0,
            name: "TV".into(),
            size: 296.4,
            ratio: 6.1,
            learning_rate: 1e-5,
            stable_rate: Some(3.7e-5),
            scaled_stable_rate: None,
        };
        let unstable = UnscaledFeatures { learning_rate: 0.01, scaled_stable_rate: Some(0.6), ..slow.clone() };
        vec![unstable, slow]
    }
}

/// A learning rate too high for the features, or features that no learning rate suits. Where standardised features
/// would fix it, they are to blame, else the rate.
pub(in crate::diagnostics) fn find(model: &Sequential, data: &HintData) -> Result<Option<Finding>, Error> {
    let Rule::Sgd(_) = model.optimizer().rule else {
        return Ok(None);
    };
    let Some(Sizes { feature, size, ratio }) = Sizes::of(model, data) else {
        return Ok(None);
    };
    let learning_rate = learning_rate(model);
    let stable = stable_rate(model, data.inputs, data.targets);
    let too_high = stable.filter(|stable| learning_rate >= *stable);
    // A Normalization in front scales the features.
    if model.layers().first().is_some_and(|layer| layer.class() == "Normalization") {
        let finding = |stable_rate| Finding::LearningRateTooHigh(LearningRateTooHigh { learning_rate, stable_rate });
        return Ok(too_high.map(finding));
    }
    if too_high.is_none() && ratio < UNSCALED_RATIO {
        return Ok(None);
    }
    let rows: Vec<usize> = (0..data.inputs.len() / model.input_count()).collect();
    let scaler = Scaler::fit_row_major(Scaling::Standard, data.inputs, model.input_count(), &rows)?;
    let scaled_stable_rate = stable_rate(model, &scaler.transform_row_major(data.inputs)?, data.targets);
    if let (Some(stable_rate), Some(scaled)) = (too_high, scaled_stable_rate)
        && learning_rate >= scaled
    {
        return Ok(Some(Finding::LearningRateTooHigh(LearningRateTooHigh { learning_rate, stable_rate })));
    }
    let (name, stable_rate) = (data.name(feature), stable);
    Ok(Some(Finding::UnscaledFeatures(UnscaledFeatures {
        feature,
        name,
        size,
        ratio,
        learning_rate,
        stable_rate,
        scaled_stable_rate,
    })))
}
