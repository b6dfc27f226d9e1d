//! The rows that hints are about.

use crate::data::Table;

/// The rows that a model is trained with, and where they come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct HintData<'a> {
    /// `[rows, features]`
    pub inputs: &'a [f32],
    /// `[rows, outputs]`, or classes.
    pub targets: &'a [f32],
    /// The names of the features, where they have some.
    pub names: &'a [String],
    /// The table that the features were taken from, before it was split, shuffled or scaled.
    pub table: Option<&'a Table>,
}

impl HintData<'_> {
    pub(super) fn name(&self, feature: usize) -> String {
        self.names.get(feature).cloned().unwrap_or_else(|| format!("feature {feature}"))
    }

    pub(super) fn column(&self, feature: usize, width: usize) -> impl Iterator<Item = f64> + Clone {
        self.inputs.iter().skip(feature).step_by(width).map(|x| f64::from(*x))
    }
}
