//! Data sets that a model is trained on or evaluated with.

use crate::Error;
use crate::concatenate::concatenate;
use crate::data::{Dataset, Order};
use crate::error::counted;
use crate::nn::{Scores, Sequential};

/// The batch size of a data set whose rows have the model's widths.
///
/// # Errors
/// Rejects rows of other widths, and a data set without `batch`.
pub(super) fn batch_size_for(model: &Sequential, dataset: &Dataset) -> Result<usize, Error> {
    let widths =
        [("features", dataset.inputs(), model.input_count()), ("targets", dataset.outputs(), model.target_count())];
    for (what, received, expected) in widths {
        if received != expected {
            let (what, expected) = (concatenate!["dataset.", what], counted(expected, "number"));
            return Err(Error::shape(&what, concatenate!["rows of ", expected], concatenate!["rows of ", received]));
        }
    }
    dataset.batch_size().ok_or_else(|| Error::shape("dataset", "batches: call batch first", "rows"))
}

/// Evaluates the batches of a data set, Keras's `evaluate(dataset)`: the loss with the regularizers' penalty, and the
/// metrics.
///
/// # Errors
/// Rejects a data set without `batch`, and rows that do not fit the model.
pub fn evaluate_dataset(model: &mut Sequential, dataset: &Dataset) -> Result<Scores, Error> {
    let batch_size = batch_size_for(model, dataset)?;
    let mut order = Order::default();
    dataset.order(0, &mut order);
    let rows = order.batches().collect::<Vec<_>>().concat();
    let (mut features, mut targets) = (Vec::new(), Vec::new());
    dataset.gather(&rows, &mut features, &mut targets);
    model.evaluate_batches_row_major(&features, &targets, batch_size)
}
