//! The text that Keras prints: `summary()`, and the lines of `fit`, `evaluate` and `predict`, byte for byte.
//!
//! The caller passes the time in seconds. What
//! is written is text alone: the colours, backspaces and carriage returns with which Keras redraws a line in a
//! terminal are left out, and so are the spaces at the end with which it wipes out a longer line.

mod progress;
mod run;
mod summary;
mod tensor;

pub use progress::{Progress, Verbose, done_cells, epoch_heading};
pub use run::{FitText, Printed, Printing, evaluate_batches_line, evaluate_line, predict_line};
pub use summary::{Summary, SummaryLayer};
pub use tensor::tensor_text;

/// Whose text is written.
///
/// Recorded from Keras 3.15.1, and from tf_keras 2.21.0, which carries Keras 2 on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// Keras 3: tables of box-drawing characters, a bar of 20 cells.
    #[default]
    Keras3,
    /// Keras 2, as the tutorial's pictures show it: lines of `_` and `=`, a bar of 30 characters.
    Keras2,
}
