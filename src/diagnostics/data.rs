//! What the features and targets tell before training, of the model that they are given to.

use super::finding::Finding;
use super::lint::{Lint, Severity};
use crate::data::Table;
use crate::nn::{Activation, Loss, Sequential};

/// The rows that a model is trained with, and where they come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct LintData<'a> {
    /// `[rows, features]`
    pub inputs: &'a [f32],
    /// `[rows, outputs]`, or classes.
    pub targets: &'a [f32],
    /// The names of the features, where they have some.
    pub names: &'a [String],
    /// The table that the features were taken from, before it was split, shuffled or scaled.
    pub table: Option<&'a Table>,
}

/// A column of so many different integers, all below twice the count of rows, is taken for a count of the rows that
/// was shuffled and split: by chance `n` of `2n` numbers are all different about once in `(e/2)^n / √2` tries, 7000 for
/// 30.
const COUNTED_ROWS: usize = 30;

/// A target outside by less than this share of the range, or of 1, is there by rounding.
const ROUNDING: f64 = 1e-5;

impl LintData<'_> {
    pub(super) fn name(&self, feature: usize) -> String {
        self.names.get(feature).cloned().unwrap_or_else(|| format!("feature {feature}"))
    }

    pub(super) fn column(&self, feature: usize, width: usize) -> impl Iterator<Item = f64> + Clone {
        self.inputs.iter().skip(feature).step_by(width).map(|x| f64::from(*x))
    }

    /// Features that count the rows: by the table, or by their numbers alone. One that has no other beside it is none:
    /// there the count is the data.
    pub(super) fn index_columns(&self, width: usize) -> impl Iterator<Item = Lint> {
        let in_table = |feature: usize| {
            let found = self.table.zip(self.names.get(feature));
            found.is_some_and(|(table, name)| table.is_index_column(name))
        };
        let is_index = move |feature: &usize| in_table(*feature) || counts_rows(self.column(*feature, width));
        (0..width)
            .filter(move |_| width > 1)
            .filter(is_index)
            .map(|feature| Lint::new(Severity::Warning, Finding::IndexColumn { feature, name: self.name(feature) }))
    }

    /// Targets that the model's output or loss cannot take.
    pub(super) fn targets(&self, model: &Sequential) -> Option<Lint> {
        let (smallest_target, largest_target) = ends(self.targets);
        let finding = if takes_probabilities(model.loss_function()) {
            let share = share_outside(self.targets, Some(0.0), Some(1.0));
            let loss = model.loss_function().name();
            (share > 0.0).then_some(Finding::CrossentropyTargets { loss, smallest_target, largest_target, share })
        } else {
            Reach::of(model, self.targets).map(|Reach { layer, activation, lowest, highest, share, best_loss }| {
                let activation = activation.name();
                Finding::TargetsOutOfRange {
                    layer,
                    activation,
                    lowest,
                    highest,
                    smallest_target,
                    largest_target,
                    share,
                    best_loss,
                }
            })
        };
        finding.map(|finding| Lint::new(Severity::Problem, finding))
    }
}

/// What became of missing values: rows that were left out of `rows`, features that were filled in.
pub fn lint_missing(dropped: usize, filled: usize, rows: usize, columns: &[String]) -> Vec<Lint> {
    // A fifth of the rows is more than chance misses.
    let severity = if 5 * dropped > rows { Severity::Warning } else { Severity::Info };
    let columns = || columns.to_vec();
    let left_out =
        (dropped > 0).then(|| Lint::new(severity, Finding::RowsDropped { dropped, rows, columns: columns() }));
    let mean = (filled > 0).then(|| Lint::new(Severity::Info, Finding::ValuesFilled { filled, columns: columns() }));
    left_out.into_iter().chain(mean).collect()
}

/// Whether numbers are a count of the rows, in order from 0 or 1, or shuffled and some left out.
fn counts_rows(column: impl Iterator<Item = f64> + Clone) -> bool {
    let rows = column.clone().count();
    let whole = |x: f64| x >= 0.0 && x == libm::floor(x) && x < 2.0 * rows as f64;
    if rows < COUNTED_ROWS || !column.clone().all(whole) {
        return false;
    }
    let mut seen = vec![false; 2 * rows];
    column.map(|x| x as usize).all(|x| !std::mem::replace(&mut seen[x], true))
}

/// What an output activation can reach, of targets some of which it cannot.
pub(super) struct Reach {
    pub(super) layer: usize,
    pub(super) activation: Activation,
    pub(super) lowest: Option<f64>,
    pub(super) highest: Option<f64>,
    pub(super) share: f64,
    /// The loss of the nearest reachable predictions, for losses that are a distance.
    pub(super) best_loss: Option<f64>,
}

impl Reach {
    /// `None` where all targets can be reached, or are no values to reach.
    pub(super) fn of(model: &Sequential, targets: &[f32]) -> Option<Self> {
        if takes_probabilities(model.loss_function()) || is_by_class(model.loss_function()) {
            return None;
        }
        let layer = model.layers().len() - 1;
        let activation = model.layers()[layer].activation;
        let (lowest, highest) = range(activation);
        let share = share_outside(targets, lowest, highest);
        if share == 0.0 {
            return None;
        }
        let nearest = |target: &f32| {
            let target = lowest.map_or(*target, |lowest| target.max(lowest as f32));
            highest.map_or(target, |highest| target.min(highest as f32))
        };
        let nearest: Vec<f32> = targets.iter().map(nearest).collect();
        let best_loss = is_distance(model.loss_function()).then(|| model.loss_of(&nearest, targets));
        Some(Reach { layer, activation, lowest, highest, share, best_loss })
    }
}

/// The bounds of what an activation gives, whether it reaches or only nears them.
pub(super) fn range(activation: Activation) -> (Option<f64>, Option<f64>) {
    match activation {
        Activation::Sigmoid | Activation::HardSigmoid | Activation::Softmax => (Some(0.0), Some(1.0)),
        Activation::Tanh | Activation::Softsign => (Some(-1.0), Some(1.0)),
        Activation::Relu | Activation::Softplus | Activation::Exponential => (Some(0.0), None),
        Activation::ReluWith { negative_slope, max_value, threshold } => {
            let lowest = if max_value.is_some() { 0.0 } else { threshold.min(0.0) };
            (
                (negative_slope == 0.0).then_some(f64::from(lowest)),
                max_value.filter(|_| negative_slope >= 0.0).map(f64::from),
            )
        }
        Activation::Elu { alpha } if alpha >= 0.0 => (Some(-f64::from(alpha)), None),
        // -1.0507 · 1.6733, and the lowest points of z Φ(z) and z σ(z).
        Activation::Selu => (Some(-1.7581), None),
        Activation::Gelu { .. } => (Some(-0.1701), None),
        Activation::Silu => (Some(-0.2785), None),
        _ => (None, None),
    }
}

fn share_outside(targets: &[f32], lowest: Option<f64>, highest: Option<f64>) -> f64 {
    let rounding = ROUNDING * lowest.zip(highest).map_or(1.0, |(lowest, highest)| highest - lowest);
    let is_outside = |target: &&f32| {
        let target = f64::from(**target);
        lowest.is_some_and(|lowest| target < lowest - rounding)
            || highest.is_some_and(|highest| target > highest + rounding)
    };
    targets.iter().filter(is_outside).count() as f64 / targets.len() as f64
}

fn ends(targets: &[f32]) -> (f64, f64) {
    let numbers = || targets.iter().map(|target| f64::from(*target));
    (numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max))
}

/// Losses whose targets are probabilities, one an output.
fn takes_probabilities(loss: Loss) -> bool {
    matches!(loss, Loss::BinaryCrossentropy { .. } | Loss::CategoricalCrossentropy { .. } | Loss::KlDivergence)
}

/// Losses whose targets are classes or signs.
fn is_by_class(loss: Loss) -> bool {
    matches!(loss, Loss::SparseCategoricalCrossentropy { .. } | Loss::Hinge)
}

/// Losses that are 0 where prediction and target are the same, and grow with their distance.
fn is_distance(loss: Loss) -> bool {
    matches!(
        loss,
        Loss::MeanSquaredError
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Huber { .. }
            | Loss::LogCosh
    )
}
