//! How large an experiment may be: what cannot be interrupted, one update and one look at the rows, must not hold up a
//! reader who pauses. A slow phone does about a billion products a second, a fast desktop ten.

use crate::Error;
use crate::error::counted;

/// The most weights and biases of an experiment's model.
pub const MAX_EXPERIMENT_PARAMETERS: usize = 1_000_000;

/// The most products of one update's forward pass: rows of a batch times parameters.
pub const MAX_BATCH_WORK: usize = 32_000_000;

/// The most products of one pass over all rows of the table: rows times parameters.
pub const MAX_WORK: usize = 500_000_000;

/// The most training rows that a look at gradients or activations goes over.
pub const MAX_INSPECTED_ROWS: usize = 256;

/// Rejects a model that is too large, by itself or for so many rows.
pub(super) fn check_model(parameters: usize, rows: usize) -> Result<(), Error> {
    if parameters > MAX_EXPERIMENT_PARAMETERS {
        let expected = format!("at most {MAX_EXPERIMENT_PARAMETERS} weights and biases");
        return Err(Error::out_of_range("model.layers", expected, parameters));
    }
    let most = MAX_WORK / rows.max(1);
    if parameters > most {
        let expected = format!("at most {most} weights and biases for {}", counted(rows, "row"));
        return Err(Error::out_of_range("model.layers", expected, parameters));
    }
    Ok(())
}

/// Rejects batches that take too long; `batch` is how many rows one has.
pub(super) fn check_batch(what: &str, parameters: usize, batch: usize) -> Result<(), Error> {
    let most = (MAX_BATCH_WORK / parameters.max(1)).max(1);
    if batch > most {
        let expected = format!("at most {} a batch for {}", counted(most, "row"), counted(parameters, "parameter"));
        return Err(Error::out_of_range(what, expected, batch));
    }
    Ok(())
}

/// How many training rows are inspected: fewer of a large model's, so that it takes no longer than a batch.
pub(super) fn inspected_rows(parameters: usize) -> usize {
    (MAX_BATCH_WORK / parameters.max(1)).clamp(1, MAX_INSPECTED_ROWS)
}
