//! Whether the right class is among the largest outputs. Source: <https://keras.io/api/metrics/accuracy_metrics/>.

use crate::nn::setting::{Range, Setting};

/// The share of rows whose class is among the `k` largest outputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopK {
    /// How many outputs there are looked at. Defaults to 5.
    pub k: f32,
}

impl TopK {
    /// Of the 5 largest.
    pub const DEFAULT: TopK = TopK { k: 5.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("k", Range::COUNT, &mut self.k).counting()]
    }

    /// Whether a class is among the largest; classes that are as large as the last of these are, too.
    pub(super) fn has(self, predictions: &[f32], class: usize) -> bool {
        let Some(prediction) = predictions.get(class) else { return false };
        let larger = predictions.iter().filter(|other| *other > prediction).count();
        predictions.iter().all(|prediction| prediction.is_finite()) && larger < self.k as usize
    }
}
