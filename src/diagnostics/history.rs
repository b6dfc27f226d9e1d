//! What the hints about a fit's losses share.

/// So many epochs in a row the loss must have risen, or the validation loss stayed above its lowest.
pub(super) const EPOCHS: usize = 3;

/// The lowest finite loss and its index.
pub(super) fn lowest(values: &[f64]) -> Option<(usize, &f64)> {
    values.iter().enumerate().filter(|(_, value)| value.is_finite()).min_by(|a, b| a.1.total_cmp(b.1))
}
