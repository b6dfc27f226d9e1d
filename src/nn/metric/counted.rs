//! Metrics that count over all rows of an epoch, and are computed from the counts.

/// A row as a metric takes it: `[outputs]` each, targets `[1]` where they are class numbers.
#[derive(Clone, Copy)]
pub(super) struct MetricRow<'a> {
    pub(super) predictions: &'a [f32],
    pub(super) targets: &'a [f32],
}

impl<'a> MetricRow<'a> {
    /// Prediction and target of each output, or of one class alone.
    pub(super) fn outputs(self, class: Option<f32>) -> impl Iterator<Item = (f32, f32)> + 'a {
        let of_class = class.map_or(0..self.predictions.len(), |class| class as usize..class as usize + 1);
        self.predictions[of_class.clone()].iter().copied().zip(self.targets[of_class].iter().copied())
    }
}

/// A metric that counts.
pub(super) trait CountedMetric {
    /// How many counts it keeps for a model of so many outputs.
    fn count(&self, outputs: usize) -> usize;

    /// Updates the counts by a row.
    fn add(&self, row: MetricRow, counts: &mut [f64]);

    /// The metric of the rows so far.
    fn value(&self, counts: &[f64]) -> f64;
}

/// A share; 0 where there is nothing to take it of.
pub(super) fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// 1 for true, 0 for false.
pub(super) fn count_if(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}
