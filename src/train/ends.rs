//! Ends of a fit: of a batch, of an epoch, of the whole.

#[cfg(feature = "full")]
use crate::nn::Evaluation;

/// The reason why a fit is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum End {
    /// All epochs are done.
    Finished,
    /// Nothing got better; the best epoch, from 0.
    StoppedEarly {
        /// From 0.
        best_epoch: usize,
    },
    /// It was stopped from outside, as by a callback.
    Stopped,
    /// A loss was not finite, and [`Callbacks::terminate_on_nan`](super::Callbacks::terminate_on_nan) is set.
    #[cfg(feature = "full")]
    LossNotFinite {
        /// The epoch, from 0.
        epoch: usize,
        /// The iteration in its epoch, from 0.
        step: usize,
    },
    /// A weight would not have been finite: the update of this iteration was not taken. A loss that is not finite does
    /// not end a fit as long as the weights stay finite, as in Keras.
    Diverged {
        /// The epoch, from 0.
        epoch: usize,
        /// The iteration in its epoch, from 0.
        step: usize,
        /// The first layer with such a number, from 0.
        layer: usize,
    },
}

/// The result of one batch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BatchEnd {
    /// The epoch, from 0.
    pub epoch: usize,
    /// The batch in its epoch, from 0.
    pub batch: usize,
    /// How many batches an epoch has.
    pub batches: usize,
    /// The loss of this batch before its update.
    pub loss: f32,
    /// Whether the epoch is over with it.
    pub epoch_over: bool,
}

/// The end of an epoch whose validation is under way.
#[cfg(feature = "full")]
#[derive(Debug, Clone)]
pub(super) struct Validating {
    pub(super) evaluation: Evaluation,
    /// The last batch of the epoch.
    pub(super) batch: BatchEnd,
}
