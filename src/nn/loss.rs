//! How wrong a prediction is.

use super::activation::softplus;
use super::names::{Named, find, is_name_or_class};
use super::{Activation, Scalar};
use crate::Error;
use std::str::FromStr;

/// What training lowers: a mean over the rows of what one row costs.
///
/// `p` is the prediction, `t` the target, `n` the count of outputs. Source: <https://keras.io/api/losses/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Loss {
    /// `-mean(t ln p + (1 - t) ln(1 - p))`
    BinaryCrossentropy {
        /// Whether `p` are logits. Defaults to false.
        from_logits: bool,
        /// How far targets are drawn to 1/2. Defaults to 0.
        label_smoothing: f32,
    },
    /// `-Σ t ln p`, with `p` divided by its sum. Behind softmax its gradient is `p - t`, TensorFlow's, whatever the targets
    /// of a row sum to.
    CategoricalCrossentropy {
        /// Whether `p` are logits. Defaults to false.
        from_logits: bool,
        /// How far targets are drawn to `1/n`. Defaults to 0.
        label_smoothing: f32,
    },
    /// `mean(max(0, 1 - t p))`; labels that are all 0 or 1 in a batch become -1 and 1
    Hinge,
    /// `mean(e² / 2)` for `|e| <= delta`, else `delta |e| - delta² / 2`, with `e = p - t`
    Huber {
        /// Where the square turns into a line. Defaults to 1.
        delta: f32,
    },
    /// `Σ t ln(t / p)`, both clipped to `[1e-7, 1]`
    KlDivergence,
    /// `mean(ln cosh(p - t))`
    LogCosh,
    /// `mean |p - t|`
    MeanAbsoluteError,
    /// `100 · mean(|p - t| / max(|t|, 1e-7))`
    MeanAbsolutePercentageError,
    /// `mean (p - t)²`; there is no factor 1/2
    MeanSquaredError,
    /// `mean (ln(1 + p) - ln(1 + t))²`, both clipped to at least 1e-7
    MeanSquaredLogarithmicError,
    /// `mean(p - t ln(p + 1e-7))`
    Poisson,
    /// `-ln p_t`; the target is one number a row, the class from 0
    SparseCategoricalCrossentropy {
        /// Whether `p` are logits. Defaults to false.
        from_logits: bool,
    },
}

/// Keras's `epsilon()`.
pub(super) const EPSILON: f64 = 1e-7;

/// What the gradient of a row is taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LogitSource {
    /// The outputs of the last layer.
    Outputs,
    /// Its pre-activations: Keras goes around sigmoid and softmax, which keeps cross-entropies exact when they saturate.
    PreActivations,
}

/// How the rows of a batch are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LossMode {
    /// Where the logits of a cross-entropy come from, if it takes logits.
    pub(super) logits: Option<LogitSource>,
    /// Whether the predictions are the sigmoid or softmax of these logits that the loss needs, and need not be computed
    /// again.
    pub(super) predictions_of_logits: bool,
    /// Whether labels 0 and 1 stand for -1 and 1.
    zero_one: bool,
}

impl LossMode {
    /// Whether the gradient of the loss is taken by the last pre-activations.
    pub(super) fn starts_at_pre_activations(self) -> bool {
        self.logits == Some(LogitSource::PreActivations)
    }
}

/// One row as the loss sees it: `[outputs]` each; targets are `[1]` for classes by number.
#[derive(Clone, Copy)]
pub(super) struct Row<'a, T> {
    pub(super) targets: &'a [T],
    pub(super) predictions: &'a [T],
    pub(super) pre_activations: &'a [T],
}

impl Loss {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: [Loss; 12] = {
        use Loss::*;
        [
            BinaryCrossentropy { from_logits: false, label_smoothing: 0.0 },
            CategoricalCrossentropy { from_logits: false, label_smoothing: 0.0 },
            Hinge,
            Huber { delta: 1.0 },
            KlDivergence,
            LogCosh,
            MeanAbsoluteError,
            MeanAbsolutePercentageError,
            MeanSquaredError,
            MeanSquaredLogarithmicError,
            Poisson,
            SparseCategoricalCrossentropy { from_logits: false },
        ]
    };

    /// The loss itself; in the page's build, which trains worked examples alone, always theirs: that lets the compiler
    /// leave the others out. [`crate::nn::Sequential::new`] rejects them there.
    pub(super) fn kept(self) -> Self {
        if cfg!(feature = "keras") { self } else { Loss::MeanSquaredError }
    }

    /// Keras's name.
    pub fn name(self) -> &'static str {
        match self.kept() {
            Loss::BinaryCrossentropy { .. } => "binary_crossentropy",
            Loss::CategoricalCrossentropy { .. } => "categorical_crossentropy",
            Loss::Hinge => "hinge",
            Loss::Huber { .. } => "huber",
            Loss::KlDivergence => "kl_divergence",
            Loss::LogCosh => "log_cosh",
            Loss::MeanAbsoluteError => "mean_absolute_error",
            Loss::MeanAbsolutePercentageError => "mean_absolute_percentage_error",
            Loss::MeanSquaredError => "mean_squared_error",
            Loss::MeanSquaredLogarithmicError => "mean_squared_logarithmic_error",
            Loss::Poisson => "poisson",
            Loss::SparseCategoricalCrossentropy { .. } => "sparse_categorical_crossentropy",
        }
    }

    /// How many numbers the target of a row has, for `outputs` of the model.
    pub fn target_width(self, outputs: usize) -> usize {
        if let Loss::SparseCategoricalCrossentropy { .. } = self.kept() { 1 } else { outputs }
    }

    /// Rejects targets that the loss cannot be computed from, such as classes that there are not.
    ///
    /// # Errors
    /// Names the first class that is no integer from 0 to `outputs - 1`.
    pub fn check_targets(self, targets: &[f32], outputs: usize) -> Result<(), Error> {
        let Loss::SparseCategoricalCrossentropy { .. } = self.kept() else {
            return Ok(());
        };
        let is_class = |&class: &f32| class >= 0.0 && class < outputs as f32 && class == class as u32 as f32;
        match targets.iter().position(|class| !is_class(class)) {
            None => Ok(()),
            Some(row) => Err(Error::out_of_range(
                format_args!("targets[{row}]"),
                format_args!("a class from 0 to {}", outputs - 1),
                crate::number::short(f64::from(targets[row])),
            )),
        }
    }

    /// How the rows of a batch are read, behind this activation; `zero_one` tells whether all targets are 0 or 1.
    pub(super) fn mode(self, output: Activation, zero_one: impl FnOnce() -> bool) -> LossMode {
        let (crossentropy, from_logits) = match self.kept() {
            Loss::BinaryCrossentropy { from_logits, .. }
            | Loss::CategoricalCrossentropy { from_logits, .. }
            | Loss::SparseCategoricalCrossentropy { from_logits } => (true, from_logits),
            _ => (false, false),
        };
        let remembered = matches!(output, Activation::Sigmoid | Activation::Softmax);
        let logits = match (crossentropy, remembered, from_logits) {
            (true, true, _) => Some(LogitSource::PreActivations),
            (true, false, true) => Some(LogitSource::Outputs),
            _ => None,
        };
        let binary = matches!(self.kept(), Loss::BinaryCrossentropy { .. });
        let squashing = if binary { Activation::Sigmoid } else { Activation::Softmax };
        let predictions_of_logits = logits == Some(LogitSource::PreActivations) && output == squashing;
        let zero_one = self.kept() == Loss::Hinge && zero_one();
        LossMode { logits, predictions_of_logits, zero_one }
    }

    /// Whether a row may cost something else in another batch.
    pub(super) fn depends_on_batch(self) -> bool {
        self.kept() == Loss::Hinge
    }

    /// Whether a row costs the mean of what its outputs cost.
    pub(super) fn is_mean_of_terms(self, mode: LossMode) -> bool {
        mode.logits.is_none() && !self.is_over_classes()
    }

    /// Whether a row costs a sum over its classes.
    pub(super) fn is_over_classes(self) -> bool {
        use Loss::{CategoricalCrossentropy, KlDivergence, SparseCategoricalCrossentropy};
        matches!(self.kept(), CategoricalCrossentropy { .. } | SparseCategoricalCrossentropy { .. } | KlDivergence)
    }

    /// What one row costs.
    #[inline(never)]
    pub(super) fn row<T: Scalar>(self, mode: LossMode, row: Row<T>) -> T {
        if let Some(by) = mode.logits {
            return self.of_logits(row, row.logits(by));
        }
        let Row { targets, predictions, .. } = row;
        let count = T::of(predictions.len() as f64);
        match self.kept() {
            Loss::CategoricalCrossentropy { label_smoothing, .. } => {
                let sum = sum_of(predictions.iter().copied());
                let target = |unit: usize| smooth(targets[unit], label_smoothing, T::one() / count);
                -sum_of((0..predictions.len()).map(|unit| target(unit) * clip(predictions[unit] / sum).ln()))
            }
            Loss::SparseCategoricalCrossentropy { .. } => {
                let sum = sum_of(predictions.iter().map(|&p| clip(p)));
                -(clip(predictions[class_of(targets[0])]) / sum).ln()
            }
            Loss::KlDivergence => sum_of(targets.iter().zip(predictions).map(|(&t, &p)| {
                let (t, p) = (within_unit(t), within_unit(p));
                t * (t / p).ln()
            })),
            _ => sum_of(targets.iter().zip(predictions).map(|(&t, &p)| self.term(mode, p, t))) / count,
        }
    }

    /// The share of one output in the sum of a row, for the losses that are a mean over outputs.
    pub(super) fn term<T: Scalar>(self, mode: LossMode, prediction: T, target: T) -> T {
        let (zero, one, half) = (T::zero(), T::one(), T::of(0.5));
        let error = prediction - target;
        match self.kept() {
            Loss::BinaryCrossentropy { label_smoothing, .. } => {
                let (t, p) = (smooth(target, label_smoothing, half), clip(prediction));
                -(t * p.ln() + (one - t) * (one - p).ln())
            }
            Loss::Hinge => (one - hinge_target(mode, target) * prediction).largest(zero),
            Loss::Huber { delta } => {
                let (delta, size) = (T::from(delta), error.abs());
                if size <= delta { half * error * error } else { delta * size - half * delta * delta }
            }
            Loss::LogCosh => error + softplus(-T::of(2.0) * error) - T::of(std::f64::consts::LN_2),
            Loss::MeanAbsoluteError => error.abs(),
            Loss::MeanAbsolutePercentageError => T::of(100.0) * error.abs() / target.abs().largest(T::of(EPSILON)),
            Loss::MeanSquaredLogarithmicError => {
                let log = |value: T| value.largest(T::of(EPSILON)).ln_1p();
                let difference = log(prediction) - log(target);
                difference * difference
            }
            Loss::Poisson => prediction - target * (prediction + T::of(EPSILON)).ln(),
            _ => error * error,
        }
    }

    /// A cross-entropy of logits, stable wherever they lie.
    fn of_logits<T: Scalar>(self, row: Row<T>, logits: &[T]) -> T {
        let count = T::of(logits.len() as f64);
        match self.kept() {
            Loss::BinaryCrossentropy { label_smoothing, .. } => {
                let term = |unit: usize| {
                    let t = smooth(row.targets[unit], label_smoothing, T::of(0.5));
                    softplus(logits[unit]) - logits[unit] * t
                };
                sum_of((0..logits.len()).map(term)) / count
            }
            _ => {
                let largest = logits.iter().fold(logits[0], |largest, &z| largest.largest(z));
                let log_sum = sum_of(logits.iter().map(|&z| (z - largest).exp())).ln();
                let log_share = |unit: usize| logits[unit] - largest - log_sum;
                let target = |unit: usize| self.class_target(row.targets, unit, logits.len());
                match self.kept() {
                    // The others do not count, not even where 0 times them would be NaN.
                    Loss::SparseCategoricalCrossentropy { .. } => -log_share(class_of(row.targets[0])),
                    _ => -sum_of((0..logits.len()).map(|unit| target(unit) * log_share(unit))),
                }
            }
        }
    }

    /// The target of one class, whether given one by one or by number.
    pub(super) fn class_target<T: Scalar>(self, targets: &[T], unit: usize, count: usize) -> T {
        match self.kept() {
            Loss::CategoricalCrossentropy { label_smoothing, .. } => {
                smooth(targets[unit], label_smoothing, T::one() / T::of(count as f64))
            }
            _ if class_of(targets[0]) == unit => T::one(),
            _ => T::zero(),
        }
    }
}

impl<'a, T> Row<'a, T> {
    pub(super) fn logits(&self, by: LogitSource) -> &'a [T] {
        match by {
            LogitSource::Outputs => self.predictions,
            LogitSource::PreActivations => self.pre_activations,
        }
    }
}

pub(super) fn sum_of<T: Scalar>(terms: impl Iterator<Item = T>) -> T {
    terms.fold(T::zero(), |sum, term| sum + term)
}

/// A probability that is neither 0 nor 1, in the precision of `f32`: `1 - 1e-7` is 0.99999988 there.
pub(super) fn clip<T: Scalar>(p: T) -> T {
    p.largest(T::from(EPSILON as f32)).smallest(T::from(1.0 - EPSILON as f32))
}

pub(super) fn within_unit<T: Scalar>(p: T) -> T {
    p.largest(T::of(EPSILON)).smallest(T::one())
}

/// A target drawn to `centre`.
pub(super) fn smooth<T: Scalar>(target: T, by: f32, centre: T) -> T {
    target * (T::one() - T::from(by)) + T::from(by) * centre
}

pub(super) fn hinge_target<T: Scalar>(mode: LossMode, target: T) -> T {
    if mode.zero_one { T::of(2.0) * target - T::one() } else { target }
}

/// The class that a checked target names.
pub(super) fn class_of<T: Scalar>(target: T) -> usize {
    target.whole()
}

impl Named for Loss {
    const WHAT: &'static str = "loss";
    const ALIASES: &'static [(&'static str, &'static str)] = &[
        ("mse", "mean_squared_error"),
        ("mae", "mean_absolute_error"),
        ("mape", "mean_absolute_percentage_error"),
        ("msle", "mean_squared_logarithmic_error"),
        ("bce", "binary_crossentropy"),
        ("kld", "kl_divergence"),
        ("MSE", "mean_squared_error"),
        ("MAE", "mean_absolute_error"),
        ("MAPE", "mean_absolute_percentage_error"),
        ("MSLE", "mean_squared_logarithmic_error"),
        ("BCE", "binary_crossentropy"),
        ("KLD", "kl_divergence"),
        ("KLDivergence", "kl_divergence"),
    ];
    const IS_SAME: fn(&str, &str) -> bool = is_name_or_class;
    const KNOWN: &'static [Self] = &Loss::ALL;

    fn name(&self) -> &'static str {
        Loss::name(*self)
    }
}

impl FromStr for Loss {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_squared_error_is_the_mean_of_the_squares() {
        let row = Row { targets: &[1.0, 2.0], predictions: &[3.0_f32, 1.0], pre_activations: &[3.0, 1.0] };
        let loss = Loss::MeanSquaredError;
        assert_eq!(loss.row(loss.mode(Activation::Linear, || false), row), (4.0 + 1.0) / 2.0);
    }

    #[test]
    fn a_class_that_there_is_not_is_rejected_with_its_row() {
        let loss = Loss::SparseCategoricalCrossentropy { from_logits: false };
        for (targets, received) in [([0.0, 3.0], "3"), ([0.0, -1.0], "-1"), ([1.0, 0.5], "0.5")] {
            let error = loss.check_targets(&targets, 3).unwrap_err();
            assert_eq!(error.to_string(), format!("targets[1]: expected a class from 0 to 2, received {received}"));
        }
    }

    #[test]
    fn every_name_and_alias_is_read_back() {
        for loss in Loss::ALL {
            assert_eq!(loss.name().parse(), Ok(loss));
        }
        for (alias, name) in Loss::ALIASES {
            assert_eq!(alias.parse::<Loss>().unwrap().name(), *name);
        }
        assert!("mean_square_error".parse::<Loss>().unwrap_err().expected().starts_with("mean_squared_error or"));
    }
}
