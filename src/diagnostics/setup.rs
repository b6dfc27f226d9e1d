//! The hints before training: of data and model.

use super::data::HintData;
use super::hint::Hint;
use super::hints::{
    Finding, RowsDropped, ValuesFilled, crossentropy_output, crossentropy_targets, empty_accuracy, index_column,
    linear_layers, logits_twice, one_class, targets_out_of_range, unscaled_features,
};
use crate::Error;
use crate::nn::Sequential;

/// The hints before training: about the features, targets and metrics, then about the model.
///
/// ```
/// use glassnet::diagnostics::{HintData, setup_hints};
/// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
///
/// let model = Sequential::new(&ModelConfig::new(1, [DenseConfig::drawn(1, Activation::Sigmoid)]))?;
/// let data = HintData { inputs: &[0.1, 0.2], targets: &[0.5, 27.0], ..HintData::default() };
/// let hints = setup_hints(&model, &data)?;
/// assert_eq!(hints[0].code(), "targets_out_of_range");
/// # Ok::<(), glassnet::Error>(())
/// ```
///
/// # Errors
/// Rejects rows that do not fit the model, as [`Sequential::gradients_for_row_major`].
pub fn setup_hints(model: &Sequential, data: &HintData) -> Result<Vec<Hint>, Error> {
    model.check_rows(data.inputs, data.targets)?;
    let mut found = Vec::new();
    found.extend(index_column::find(data, model.input_count()).into_iter().map(Finding::IndexColumn));
    found.extend(unscaled_features::find(model, data)?);
    found.extend(crossentropy_targets::find(model, data.targets).map(Finding::CrossentropyTargets));
    found.extend(targets_out_of_range::find(model, data.targets).map(Finding::TargetsOutOfRange));
    found.extend(empty_accuracy::find(model, data.targets).into_iter().map(Finding::EmptyAccuracy));
    let mut hints: Vec<Hint> = found.into_iter().map(Hint::from).collect();
    hints.extend(model_hints(model));
    Ok(hints)
}

/// The hints about a model without data: its output beside its loss, and layers that are equivalent to one.
pub fn model_hints(model: &Sequential) -> Vec<Hint> {
    let output = one_class::find(model).map(Finding::OneClass);
    let output = output.or_else(|| logits_twice::find(model).map(Finding::LogitsTwice));
    let output = output.or_else(|| crossentropy_output::find(model).map(Finding::CrossentropyOutput));
    let layers = linear_layers::find(model).into_iter().map(Finding::LinearLayers);
    output.into_iter().chain(layers).map(Hint::from).collect()
}

/// The hints about missing values: rows that were left out of `rows`, features that were filled in.
pub fn missing_value_hints(dropped: usize, filled: usize, rows: usize, columns: &[String]) -> Vec<Hint> {
    let columns = || columns.to_vec();
    let left_out = (dropped > 0).then(|| Finding::RowsDropped(RowsDropped { dropped, rows, columns: columns() }));
    let mean = (filled > 0).then(|| Finding::ValuesFilled(ValuesFilled { filled, columns: columns() }));
    left_out.into_iter().chain(mean).map(Hint::from).collect()
}
