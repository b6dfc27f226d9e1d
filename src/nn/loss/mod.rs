//! Losses, a file each. To add one, write its file and enter it below: as a variant, in [`Loss::ALL`], in `function` and
//! in `settings`.

mod row;
mod crossentropy;
mod binary_crossentropy;
#[cfg(feature = "full")]
mod binary_focal_crossentropy;
mod categorical_crossentropy;
#[cfg(feature = "full")]
mod categorical_focal_crossentropy;
#[cfg(feature = "full")]
mod categorical_hinge;
#[cfg(feature = "full")]
mod cosine_similarity;
mod hinge;
mod huber;
mod kl_divergence;
mod log_cosh;
mod mean_absolute_error;
mod mean_absolute_percentage_error;
mod mean_squared_error;
mod mean_squared_logarithmic_error;
mod poisson;
mod sparse_categorical_crossentropy;
#[cfg(feature = "full")]
mod squared_hinge;

use super::activation::log_softmax::log_softmax;
use super::activation::softplus::softplus;
use super::names::{Entry, Named, find};
use super::setting::{Range, Setting};
use super::{Activation, Scalar};
use crate::Error;
use crate::concatenate::concatenate;
use crossentropy::Crossentropy;
use glassnet_kernels::{Builtin, Kind};
use row::LogitSource;
use std::str::FromStr;

pub use binary_crossentropy::BinaryCrossentropy;
#[cfg(feature = "full")]
pub use binary_focal_crossentropy::BinaryFocalCrossentropy;
pub use categorical_crossentropy::CategoricalCrossentropy;
#[cfg(feature = "full")]
pub use categorical_focal_crossentropy::CategoricalFocalCrossentropy;
#[cfg(feature = "full")]
pub(super) use cosine_similarity::cosine;
pub use huber::Huber;
pub(super) use row::{LossMode, Row};
pub use sparse_categorical_crossentropy::SparseCategoricalCrossentropy;

/// Loss: what training minimizes, a mean over the rows.
///
/// `p` is the prediction, `t` the target, `n` the count of outputs. Source: <https://keras.io/api/losses/>.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Loss {
    /// `-mean(t ln p + (1 - t) ln(1 - p))`
    BinaryCrossentropy(BinaryCrossentropy),
    /// `-mean((1 - p_t)^γ (t ln p + (1 - t) ln(1 - p)))`, with `p_t = t p + (1 - t) (1 - p)`
    #[cfg(feature = "full")]
    BinaryFocalCrossentropy(BinaryFocalCrossentropy),
    /// `-Σ t ln p`, with `p` divided by its sum. Behind softmax its gradient is `p - t`, TensorFlow's, whatever the targets
    /// of a row sum to.
    CategoricalCrossentropy(CategoricalCrossentropy),
    /// `-α Σ (1 - p)^γ t ln p`, with `p` divided by its sum
    #[cfg(feature = "full")]
    CategoricalFocalCrossentropy(CategoricalFocalCrossentropy),
    /// `max(0, max((1 - t) p) - Σ t p + 1)`
    #[cfg(feature = "full")]
    CategoricalHinge,
    /// `-Σ t p / (|t| |p|)`, minus the cosine of the angle between target and prediction
    #[cfg(feature = "full")]
    CosineSimilarity,
    /// `mean(max(0, 1 - t p))`; labels that are all 0 or 1 in a batch become -1 and 1
    Hinge,
    /// `mean(e² / 2)` for `|e| <= delta`, else `delta |e| - delta² / 2`, with `e = p - t`
    Huber(Huber),
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
    SparseCategoricalCrossentropy(SparseCategoricalCrossentropy),
    /// `mean(max(0, 1 - t p)²)`; labels as with hinge
    #[cfg(feature = "full")]
    SquaredHinge,
}

/// Targets: what a loss takes them for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Targets {
    /// Numbers, from which the loss is the distance: 0 where the prediction is the same.
    Numbers,
    /// Counts of events, whose mean is predicted.
    Counts,
    /// Probabilities, one an output.
    Probabilities,
    /// -1 and 1, or 0 and 1 in their place.
    Signs,
    /// One number a row, the class from 0.
    Class,
    /// Vectors of whatever length, of which the direction counts.
    #[cfg(feature = "full")]
    Directions,
}

/// What a loss is made of.
trait LossFunction<T: Scalar> {
    /// Its names and its formula.
    fn entry(&self) -> Entry;

    /// What it takes targets for.
    fn targets(&self) -> Targets;

    /// Whether the loss of a row is a sum over its classes, rather than the mean of a term over its outputs.
    fn is_over_classes(&self) -> bool {
        false
    }

    /// How it is computed from logits, for a cross-entropy.
    fn crossentropy(&self) -> Option<Crossentropy> {
        None
    }

    /// The loss of a row.
    fn value(&self, row: Row<T>) -> T;

    /// Fills `gradient` with what the loss of a row changes by with its predictions or logits, but for the share of a
    /// term in the mean over outputs.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]);
}

/// How many losses there are in a build.
const COUNT: usize = if cfg!(feature = "full") { 17 } else { 12 };

impl Loss {
    /// All of them with their defaults, in the order of their names.
    pub const ALL: [Loss; COUNT] = [
        Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT),
        #[cfg(feature = "full")]
        Loss::BinaryFocalCrossentropy(BinaryFocalCrossentropy::DEFAULT),
        Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT),
        #[cfg(feature = "full")]
        Loss::CategoricalFocalCrossentropy(CategoricalFocalCrossentropy::DEFAULT),
        #[cfg(feature = "full")]
        Loss::CategoricalHinge,
        #[cfg(feature = "full")]
        Loss::CosineSimilarity,
        Loss::Hinge,
        Loss::Huber(Huber::DEFAULT),
        Loss::KlDivergence,
        Loss::LogCosh,
        Loss::MeanAbsoluteError,
        Loss::MeanAbsolutePercentageError,
        Loss::MeanSquaredError,
        Loss::MeanSquaredLogarithmicError,
        Loss::Poisson,
        Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT),
        #[cfg(feature = "full")]
        Loss::SquaredHinge,
    ];

    /// The loss itself; in the page's build, which trains worked examples alone, always theirs: that lets the compiler
    /// leave the others out. [`crate::nn::Sequential::new`] rejects them there.
    pub(super) fn supported_in_build(self) -> Self {
        if cfg!(feature = "keras") { self } else { Loss::MeanSquaredError }
    }

    /// What computes it.
    #[cfg_attr(not(feature = "keras"), inline(always))] // Or the page's build would hold what its loss has no use for.
    fn function<T: Scalar>(&self) -> &dyn LossFunction<T> {
        if cfg!(not(feature = "keras")) {
            return &mean_squared_error::MeanSquaredError;
        }
        match self {
            Loss::BinaryCrossentropy(loss) => loss,
            #[cfg(feature = "full")]
            Loss::BinaryFocalCrossentropy(loss) => loss,
            Loss::CategoricalCrossentropy(loss) => loss,
            #[cfg(feature = "full")]
            Loss::CategoricalFocalCrossentropy(loss) => loss,
            #[cfg(feature = "full")]
            Loss::CategoricalHinge => &categorical_hinge::CategoricalHinge,
            #[cfg(feature = "full")]
            Loss::CosineSimilarity => &cosine_similarity::CosineSimilarity,
            Loss::Hinge => &hinge::Hinge,
            Loss::Huber(loss) => loss,
            Loss::KlDivergence => &kl_divergence::KlDivergence,
            Loss::LogCosh => &log_cosh::LogCosh,
            Loss::MeanAbsoluteError => &mean_absolute_error::MeanAbsoluteError,
            Loss::MeanAbsolutePercentageError => &mean_absolute_percentage_error::MeanAbsolutePercentageError,
            Loss::MeanSquaredError => &mean_squared_error::MeanSquaredError,
            Loss::MeanSquaredLogarithmicError => &mean_squared_logarithmic_error::MeanSquaredLogarithmicError,
            Loss::Poisson => &poisson::Poisson,
            Loss::SparseCategoricalCrossentropy(loss) => loss,
            #[cfg(feature = "full")]
            Loss::SquaredHinge => &squared_hinge::SquaredHinge,
        }
    }

    /// Keras's name.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// What it takes targets for.
    pub(crate) fn targets(self) -> Targets {
        self.function::<f32>().targets()
    }

    /// How it is computed from logits, for a cross-entropy.
    fn crossentropy(self) -> Option<Crossentropy> {
        self.function::<f32>().crossentropy()
    }

    /// Whether a cross-entropy takes logits; `None` of other losses.
    pub(crate) fn takes_logits(self) -> Option<bool> {
        self.crossentropy().map(|crossentropy| crossentropy.from_logits)
    }

    /// Whether it is a cross-entropy over classes, whose activation is softmax.
    pub(crate) fn is_softmax_crossentropy(self) -> bool {
        self.crossentropy().is_some_and(|crossentropy| crossentropy.activation == Builtin::Softmax)
    }

    /// Whether it is meant for classes, not for numbers.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn is_for_classes(self) -> bool {
        !matches!(self.targets(), Targets::Numbers | Targets::Counts | Targets::Directions)
    }

    /// How many numbers the target of a row has, for `outputs` of the model.
    pub fn target_width(self, outputs: usize) -> usize {
        if self.targets() == Targets::Class { 1 } else { outputs }
    }

    /// Rejects targets that the loss cannot be computed from, such as classes that there are not.
    ///
    /// # Errors
    /// Names the first class that is no integer from 0 to `outputs - 1`.
    pub fn check_targets(self, targets: &[f32], outputs: usize) -> Result<(), Error> {
        if self.targets() != Targets::Class {
            return Ok(());
        }
        let is_class = |&class: &f32| class >= 0.0 && class < outputs as f32 && class == class as u32 as f32;
        match targets.iter().position(|class| !is_class(class)) {
            None => Ok(()),
            Some(row) => Err(Error::out_of_range(
                &concatenate!["targets[", row, "]"],
                concatenate!["a class from 0 to ", outputs - 1],
                crate::number::short(f64::from(targets[row])),
            )),
        }
    }

    /// How the rows of a batch are read, behind this activation; `zero_one` tells whether all targets are 0 or 1.
    pub(super) fn mode(self, output: Activation, zero_one: impl FnOnce() -> bool) -> LossMode {
        if cfg!(not(feature = "keras")) {
            return LossMode::OUTPUTS;
        }
        let zero_one = self.depends_on_batch() && zero_one();
        let Some(crossentropy) = self.crossentropy() else {
            return LossMode { zero_one, ..LossMode::OUTPUTS };
        };
        let has_logits = matches!(output, Activation::Sigmoid | Activation::Softmax);
        let remembered = has_logits && crossentropy.takes_pre_activations;
        let logits = match (remembered, crossentropy.from_logits) {
            (true, _) => Some(LogitSource::PreActivations),
            (false, true) => Some(LogitSource::Outputs),
            (false, false) => None,
        };
        let predictions_of_logits = output.kind() == Kind::Builtin(crossentropy.activation);
        LossMode { logits, predictions_of_logits, zero_one }
    }

    /// Whether a row may have another loss in another batch.
    pub(super) fn depends_on_batch(self) -> bool {
        self.targets() == Targets::Signs
    }

    /// Whether the loss of a row is the mean of what its outputs have for themselves.
    pub(super) fn is_mean_of_terms(self, mode: LossMode) -> bool {
        cfg!(not(feature = "keras")) || mode.logits.is_none() && !self.function::<f32>().is_over_classes()
    }

    /// The loss of a row.
    pub(super) fn row<T: Scalar>(self, row: Row<T>) -> T {
        self.function().value(row)
    }

    /// The loss of one output, of those losses that are a mean over outputs.
    pub(super) fn term<T: Scalar>(self, mode: LossMode, prediction: T, target: T) -> T {
        let (targets, predictions) = (&[target], &[prediction]);
        self.row(Row { mode, targets, predictions, pre_activations: predictions })
    }

    /// Fills the gradients of `count` rows with what their mean loss changes by, taken by what the mode says; returns
    /// that loss.
    ///
    /// A term is multiplied by its share in the mean, which is rounded first: so does back propagation in Keras.
    pub(super) fn fill_gradients<'a>(
        self,
        count: usize,
        rows: impl Iterator<Item = (Row<'a, f32>, &'a mut [f32])>,
    ) -> f32 {
        let (function, count, mut sum) = (self.function::<f32>(), count as f32, 0.0);
        let is_over_classes = function.is_over_classes();
        for (row, gradients) in rows {
            sum += function.value(row);
            function.gradient(row, gradients);
            let share = if is_over_classes { 1.0 / count } else { 1.0 / count / gradients.len() as f32 };
            gradients.iter_mut().for_each(|gradient| *gradient *= share);
        }
        sum / count
    }
}

impl Named for Loss {
    const KIND: &'static str = "loss";
    const KNOWN: &'static [Self] = &Loss::ALL;

    fn entry(&self) -> Entry {
        self.function::<f32>().entry()
    }

    fn settings(&mut self) -> Vec<Setting<'_>> {
        match self {
            Loss::BinaryCrossentropy(loss) => loss.settings(),
            #[cfg(feature = "full")]
            Loss::BinaryFocalCrossentropy(loss) => loss.settings(),
            Loss::CategoricalCrossentropy(loss) => loss.settings(),
            #[cfg(feature = "full")]
            Loss::CategoricalFocalCrossentropy(loss) => loss.settings(),
            Loss::Huber(loss) => loss.settings(),
            Loss::SparseCategoricalCrossentropy(loss) => loss.settings(),
            Loss::Hinge
            | Loss::KlDivergence
            | Loss::LogCosh
            | Loss::MeanAbsoluteError
            | Loss::MeanAbsolutePercentageError
            | Loss::MeanSquaredError
            | Loss::MeanSquaredLogarithmicError
            | Loss::Poisson => Vec::new(),
            #[cfg(feature = "full")]
            Loss::CategoricalHinge | Loss::CosineSimilarity | Loss::SquaredHinge => Vec::new(),
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
mod tests;
