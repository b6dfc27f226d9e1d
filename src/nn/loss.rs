//! Losses: how wrong a prediction is.

use super::activation::softplus::softplus;
use super::crossentropy::Crossentropy;
use super::loss_row::{EPSILON, LogitSource, LossMode, Row, class_of, clip, hinge_target, smooth, sum_of, within_unit};
use super::names::{Entry, Named, find};
use super::setting::{Range, Setting};
use super::{Activation, Scalar};
use crate::Error;
use std::str::FromStr;

/// Loss: what training minimizes, a mean over the rows.
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
    pub(super) fn supported_in_build(self) -> Self {
        if cfg!(feature = "keras") { self } else { Loss::MeanSquaredError }
    }

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How many numbers the target of a row has, for `outputs` of the model.
    pub fn target_width(self, outputs: usize) -> usize {
        if let Loss::SparseCategoricalCrossentropy { .. } = self.supported_in_build() { 1 } else { outputs }
    }

    /// Rejects targets that the loss cannot be computed from, such as classes that there are not.
    ///
    /// # Errors
    /// Names the first class that is no integer from 0 to `outputs - 1`.
    pub fn check_targets(self, targets: &[f32], outputs: usize) -> Result<(), Error> {
        let Loss::SparseCategoricalCrossentropy { .. } = self.supported_in_build() else {
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
        let remembered = matches!(output, Activation::Sigmoid | Activation::Softmax);
        let crossentropy = self.crossentropy();
        let logits = crossentropy.and_then(|(_, from_logits)| match (remembered, from_logits) {
            (true, _) => Some(LogitSource::PreActivations),
            (false, true) => Some(LogitSource::Outputs),
            (false, false) => None,
        });
        let squashing = match crossentropy {
            Some((Crossentropy::Binary { .. }, _)) => Activation::Sigmoid,
            Some((Crossentropy::Categorical { .. } | Crossentropy::Sparse, _)) | None => Activation::Softmax,
        };
        let predictions_of_logits = logits == Some(LogitSource::PreActivations) && output == squashing;
        let zero_one = self.supported_in_build() == Loss::Hinge && zero_one();
        LossMode { logits, predictions_of_logits, zero_one }
    }

    /// The cross-entropy, if it is one, and whether its predictions are logits.
    pub(super) fn crossentropy(self) -> Option<(Crossentropy, bool)> {
        match self.supported_in_build() {
            Loss::BinaryCrossentropy { from_logits, label_smoothing } => {
                Some((Crossentropy::Binary { label_smoothing }, from_logits))
            }
            Loss::CategoricalCrossentropy { from_logits, label_smoothing } => {
                Some((Crossentropy::Categorical { label_smoothing }, from_logits))
            }
            Loss::SparseCategoricalCrossentropy { from_logits } => Some((Crossentropy::Sparse, from_logits)),
            Loss::Hinge
            | Loss::Huber { .. }
            | Loss::KlDivergence
            | Loss::LogCosh
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Poisson => None,
        }
    }

    /// Whether a row may cost something else in another batch.
    pub(super) fn depends_on_batch(self) -> bool {
        self.supported_in_build() == Loss::Hinge
    }

    /// Whether a row costs the mean of what its outputs cost.
    pub(super) fn is_mean_of_terms(self, mode: LossMode) -> bool {
        mode.logits.is_none() && !self.is_over_classes()
    }

    /// Whether it is meant for classes, not for numbers.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn is_for_classes(self) -> bool {
        self.crossentropy().is_some() || matches!(self, Loss::Hinge | Loss::KlDivergence)
    }

    /// Whether a row costs a sum over its classes.
    pub(super) fn is_over_classes(self) -> bool {
        use Loss::{CategoricalCrossentropy, KlDivergence, SparseCategoricalCrossentropy};
        matches!(
            self.supported_in_build(),
            CategoricalCrossentropy { .. } | SparseCategoricalCrossentropy { .. } | KlDivergence
        )
    }

    /// What one row costs.
    #[inline(never)]
    pub(super) fn row<T: Scalar>(self, mode: LossMode, row: Row<T>) -> T {
        if let (Some(source), Some((crossentropy, _))) = (mode.logits, self.crossentropy()) {
            return crossentropy.of_logits(row.targets, row.logits(source));
        }
        let Row { targets, predictions, .. } = row;
        let count = T::of(predictions.len() as f64);
        match self.supported_in_build() {
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
            Loss::BinaryCrossentropy { .. }
            | Loss::Hinge
            | Loss::Huber { .. }
            | Loss::LogCosh
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Poisson => sum_of(targets.iter().zip(predictions).map(|(&t, &p)| self.term(mode, p, t))) / count,
        }
    }

    /// The share of one output in the sum of a row, for the losses that are a mean over outputs.
    pub(super) fn term<T: Scalar>(self, mode: LossMode, prediction: T, target: T) -> T {
        let (zero, one, half) = (T::zero(), T::one(), T::of(0.5));
        let error = prediction - target;
        match self.supported_in_build() {
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
            Loss::MeanSquaredError => error * error,
            // Sums over classes have no terms of one output.
            Loss::CategoricalCrossentropy { .. } | Loss::KlDivergence | Loss::SparseCategoricalCrossentropy { .. } => {
                zero
            }
        }
    }
}

impl Named for Loss {
    const KIND: &'static str = "loss";
    const IS_SAME: fn(&Entry, &str) -> bool = Entry::is_name_or_class;
    const KNOWN: &'static [Self] = &Loss::ALL;

    fn entry(&self) -> Entry {
        match self.supported_in_build() {
            Loss::BinaryCrossentropy { .. } => {
                Entry::new("binary_crossentropy", "-mean(t * ln(p) + (1 - t) * ln(1 - p))")
                    .common()
                    .aliases(&["bce", "BCE"])
            }
            Loss::CategoricalCrossentropy { .. } => {
                Entry::new("categorical_crossentropy", "-sum(t * ln(p / sum(p)))").common()
            }
            Loss::Hinge => Entry::new("hinge", "mean(max(0, 1 - t * p))"),
            Loss::Huber { .. } => {
                Entry::new("huber", "mean(|p - t| <= delta ? (p - t)^2 / 2 : delta * |p - t| - delta^2 / 2)")
            }
            Loss::KlDivergence => {
                Entry::new("kl_divergence", "sum(t * ln(t / p))").class_name("KLDivergence").aliases(&["kld", "KLD"])
            }
            Loss::LogCosh => Entry::new("log_cosh", "mean(ln(cosh(p - t)))"),
            Loss::MeanAbsoluteError => {
                Entry::new("mean_absolute_error", "mean(|p - t|)").common().aliases(&["mae", "MAE"])
            }
            Loss::MeanAbsolutePercentageError => {
                Entry::new("mean_absolute_percentage_error", "100 * mean(|p - t| / max(|t|, 1e-7))")
                    .aliases(&["mape", "MAPE"])
            }
            Loss::MeanSquaredError => {
                Entry::new("mean_squared_error", "mean((p - t)^2)").common().aliases(&["mse", "MSE"])
            }
            Loss::MeanSquaredLogarithmicError => {
                Entry::new("mean_squared_logarithmic_error", "mean((ln(1 + p) - ln(1 + t))^2)")
                    .aliases(&["msle", "MSLE"])
            }
            Loss::Poisson => Entry::new("poisson", "mean(p - t * ln(p + 1e-7))"),
            Loss::SparseCategoricalCrossentropy { .. } => {
                Entry::new("sparse_categorical_crossentropy", "-ln(p_t / sum(p))").common()
            }
        }
    }
    fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            Loss::BinaryCrossentropy { from_logits, label_smoothing }
            | Loss::CategoricalCrossentropy { from_logits, label_smoothing } => vec![
                Setting::flag("from_logits", from_logits),
                Setting::single("label_smoothing", Range::Any, label_smoothing),
            ],
            Loss::Huber { delta } => vec![Setting::single("delta", Range::Any, delta)],
            Loss::SparseCategoricalCrossentropy { from_logits } => vec![Setting::flag("from_logits", from_logits)],
            Loss::Hinge
            | Loss::KlDivergence
            | Loss::LogCosh
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Poisson => Vec::new(),
        }
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
        for (alias, loss) in [("mse", Loss::MeanSquaredError), ("KLD", Loss::KlDivergence), ("LogCosh", Loss::LogCosh)]
        {
            assert_eq!(alias.parse(), Ok(loss));
        }
        assert!("mean_square_error".parse::<Loss>().unwrap_err().expected().starts_with("mean_squared_error or"));
    }
}
