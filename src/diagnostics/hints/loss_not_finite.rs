//! A loss that is infinite or NaN.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::nn::Sequential;
use crate::train::History;
use serde::Serialize;

/// A loss was infinite or NaN, yet training went on, as the weights stayed finite.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LossNotFinite {
    /// The first such epoch, from 0.
    pub epoch: usize,
    /// `loss` or `val_loss`.
    pub key: &'static str,
    /// What it was: `nan` or `inf`.
    pub value: &'static str,
    /// The loss function.
    pub loss: &'static str,
    /// The activation of the output.
    pub activation: &'static str,
}

impl HintKind for LossNotFinite {
    fn code(&self) -> &'static str {
        "loss_not_finite"
    }

    fn subject(&self) -> Subject {
        Subject::Run
    }

    fn severity(&self) -> Severity {
        Severity::Problem
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Epoch(self.epoch))
    }

    fn message(&self) -> String {
        let LossNotFinite { epoch, key, value, loss, activation } = self;
        let when = if *value == "nan" { "is not defined" } else { "is too large for a number" };
        let epoch = epoch + 1;
        format!(
            "{key} was {value} in epoch {epoch}: {loss} {when} for some outputs of {activation}. Training went on, as \
             all weights stayed finite."
        )
    }

    fn advice(&self) -> String {
        match (self.value, self.loss) {
            ("nan", "poisson") => "Give the output layer softplus or exponential, which stay above 0.",
            ("nan", _) => "Give the output layer an activation that the loss can take, such as softmax.",
            (_, _) => "Try a learning rate ten times lower, and scale features and targets.",
        }
        .into()
    }

    fn examples() -> Vec<Self> {
        let example = |value, loss| LossNotFinite { epoch: 0, key: "loss", value, loss, activation: "linear" };
        vec![example("nan", "poisson"), example("nan", "kl_divergence"), example("inf", "mean_squared_error")]
    }
}

/// The first loss of an epoch that was infinite or NaN.
pub(in crate::diagnostics) fn find(model: &Sequential, history: &History) -> Option<LossNotFinite> {
    let of = |key: &'static str| {
        let losses = history.get(key)?;
        let at = losses.iter().position(|loss| !loss.is_finite())?;
        Some((history.epoch[at], key, if losses[at].is_nan() { "nan" } else { "inf" }))
    };
    let (epoch, key, value) = of("loss").or_else(|| of("val_loss"))?;
    let activation = model.layers().last().map_or("linear", |layer| layer.activation().name());
    Some(LossNotFinite { epoch, key, value, loss: model.loss_function().name(), activation })
}
