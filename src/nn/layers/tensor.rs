//! A weight tensor of a layer: a kernel, a bias, a moving mean.

use std::ops::Range;

/// A weight tensor of a layer, and where its numbers lie in the parameters of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Tensor {
    /// Keras's name, such as `kernel` or `moving_mean`.
    pub name: &'static str,
    /// Where its numbers lie, row by row.
    pub range: Range<usize>,
    /// Columns of a matrix `[inputs, units]`; `None` for a vector `[units]`.
    pub columns: Option<usize>,
    /// Whether the optimizer updates it.
    pub trainable: bool,
    /// The initial value of a tensor that no initializer fills.
    pub(super) initial: f32,
}

impl Tensor {
    /// A trainable vector `[units]`.
    pub(super) fn vector(name: &'static str, range: Range<usize>, initial: f32) -> Self {
        Tensor { name, range, columns: None, trainable: true, initial }
    }
}
