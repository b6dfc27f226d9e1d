//! What a model's structure tells before training, and all that can be told by then.

use super::data::{LintData, range};
use super::finding::Finding;
use super::learning_rate::lint_rate;
use super::lint::{Lint, Severity};
use super::metrics::lint_metrics;
use crate::Error;
use crate::nn::{Activation, Dense, Loss, Sequential};

/// Lints before training: of the features, targets and metrics, then of the model.
///
/// ```
/// use glassnet::diagnostics::{LintData, lint_setup};
/// use glassnet::nn::{Activation, LayerConfig, ModelConfig, Sequential};
///
/// let model = Sequential::new(&ModelConfig::new(1, [LayerConfig::drawn(1, Activation::Sigmoid)]))?;
/// let data = LintData { inputs: &[0.1, 0.2], targets: &[0.5, 27.0], ..LintData::default() };
/// let lints = lint_setup(&model, &data)?;
/// assert_eq!(lints[0].code(), "targets_out_of_range");
/// # Ok::<(), glassnet::Error>(())
/// ```
///
/// # Errors
/// Rejects rows that do not fit the model, as [`Sequential::gradients_for`].
pub fn lint_setup(model: &Sequential, data: &LintData) -> Result<Vec<Lint>, Error> {
    model.check_rows(data.inputs, data.targets)?;
    let mut lints: Vec<Lint> = data.index_columns(model.input_count()).collect();
    lints.extend(lint_rate(model, data)?);
    lints.extend(data.targets(model));
    lints.extend(lint_metrics(model, data.targets));
    lints.extend(lint_model(model));
    Ok(lints)
}

/// Lints of a model without data: its output beside its loss, and layers that are as good as one.
pub fn lint_model(model: &Sequential) -> Vec<Lint> {
    output(model).into_iter().chain(linear_layers(model)).collect()
}

/// Whether the output's activation fits the loss.
fn output(model: &Sequential) -> Option<Lint> {
    let layer = model.layers().len() - 1;
    let (loss, activation) = (model.loss_function(), model.layers()[layer].activation);
    let by_softmax = matches!(loss, Loss::CategoricalCrossentropy { .. } | Loss::SparseCategoricalCrossentropy { .. });
    let (loss_name, name) = (loss.name(), activation.name());
    if model.output_count() == 1 && by_softmax {
        let finding = Finding::OneClass { layer, loss: loss_name };
        return Some(Lint::new(Severity::Problem, finding));
    }
    let from_logits = from_logits(loss)?;
    if from_logits && matches!(activation, Activation::Sigmoid | Activation::Softmax) {
        let finding = Finding::LogitsTwice { layer, loss: loss_name, activation: name };
        return Some(Lint::new(Severity::Warning, finding));
    }
    let (expected, fits) = match (from_logits, by_softmax, activation) {
        (true, _, _) => (Activation::Linear, range(activation) == (None, None)),
        (_, true, _) => (Activation::Softmax, activation == Activation::Softmax),
        _ => (Activation::Sigmoid, matches!(activation, Activation::Sigmoid | Activation::HardSigmoid)),
    };
    let expected = expected.name();
    let finding = Finding::CrossentropyOutput { layer, loss: loss_name, from_logits, activation: name, expected };
    (!fits).then(|| Lint::new(Severity::Problem, finding))
}

/// Whether a cross-entropy takes logits; `None` of other losses.
fn from_logits(loss: Loss) -> Option<bool> {
    match loss {
        Loss::BinaryCrossentropy { from_logits, .. }
        | Loss::CategoricalCrossentropy { from_logits, .. }
        | Loss::SparseCategoricalCrossentropy { from_logits } => Some(from_logits),
        _ => None,
    }
}

/// Runs of layers with nothing but matrices between them.
fn linear_layers(model: &Sequential) -> Vec<Lint> {
    let layers = model.layers();
    let mut lints = Vec::new();
    let mut first = 0;
    while first < layers.len() {
        let until = |layer: &&Dense| layer.activation == Activation::Linear;
        let last = (first + layers[first..].iter().take_while(until).count()).min(layers.len() - 1);
        if last > first && is_as_good_as_one(&layers[first..=last]) {
            let ends = layers[last].activation == Activation::Linear && from_logits(model.loss_function()).is_none();
            let is_regression = first == 0 && last + 1 == layers.len() && ends;
            let count = last - first + 1;
            lints.push(Lint::new(Severity::Warning, Finding::LinearLayers { first, last, count, is_regression }));
        }
        first = last + 1;
    }
    lints
}

/// Whether one layer could do what these do and no more: not so where a narrow one keeps only some directions, as in
/// a linear autoencoder.
fn is_as_good_as_one(layers: &[Dense]) -> bool {
    let ends = layers[0].inputs.min(layers[layers.len() - 1].units);
    layers[..layers.len() - 1].iter().all(|layer| layer.units >= ends)
}
