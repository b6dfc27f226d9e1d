//! The Sequential model on nalgebra's matrices, and its weights as views.

use super::layers::Layer;
use super::measure::BATCH;
use super::{Scores, Sequential};
use crate::Error;
use crate::error::all_finite;
use crate::matrix::{RowMajorView, Samples, check_columns, check_pairs, matrix, view};
use nalgebra::{DMatrix, DVectorView};
use std::ops::{Deref, Range};

/// The functions of rows: inputs `[rows, features]`, targets `[rows, outputs]` or classes `[rows, 1]`.
impl Sequential {
    /// Predicts `[rows, outputs]` for inputs `[rows, features]`.
    ///
    /// Has its own records of each layer; [`Sequential::predict_row_major`] uses the model's, without allocating them.
    ///
    /// ```
    /// use glassnet::nalgebra::Matrix2;
    /// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
    ///
    /// let layers = [DenseConfig::given(&[&[2.0, 1.0], &[1.0, 1.0]], Activation::Linear)];
    /// let model = Sequential::new(&ModelConfig::new(2, layers))?;
    /// assert_eq!(model.predict(&Matrix2::new(1.0, -1.0, 0.0, 3.0))?, Matrix2::new(1.0, 0.0, 3.0, 3.0));
    /// # Ok::<(), glassnet::Error>(())
    /// ```
    ///
    /// # Errors
    /// Rejects rows of another width, no rows, and numbers that are not finite.
    pub fn predict(&self, inputs: &impl Samples) -> Result<DMatrix<f32>, Error> {
        let inputs = self.inputs_of(inputs)?;
        let mut predictions = vec![0.0; inputs.len() / self.input_count() * self.output_count()];
        self.predict_with_own_records(&inputs, &mut predictions);
        Ok(matrix(&predictions, self.output_count()))
    }

    /// The activations `[rows, units]` of each of the [`Sequential::active_layers`] for inputs `[rows, features]`, as in
    /// inference.
    ///
    /// # Errors
    /// As [`Sequential::predict`].
    pub fn activations(&self, inputs: &impl Samples) -> Result<Vec<DMatrix<f32>>, Error> {
        let records = self.forward_with_own_records(&self.inputs_of(inputs)?);
        Ok(self.active.iter().map(|&layer| matrix(records.outputs(layer), self.layers[layer].units())).collect())
    }

    /// Evaluates all rows: the loss with the regularizers' penalty, and the metrics.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for`].
    pub fn evaluate(&mut self, inputs: &impl Samples, targets: &impl Samples) -> Result<Scores, Error> {
        self.evaluate_batches(inputs, targets, BATCH)
    }

    /// [`Sequential::evaluate`] with batches of another size than Keras's 32.
    ///
    /// # Errors
    /// As [`Sequential::gradients_for`], and rejects a batch size of 0.
    pub fn evaluate_batches(
        &mut self,
        inputs: &impl Samples,
        targets: &impl Samples,
        batch_size: usize,
    ) -> Result<Scores, Error> {
        let (inputs, targets) = self.rows_of(inputs, targets)?;
        self.evaluate_batches_row_major(&inputs, &targets, batch_size)
    }

    /// Forward and backward pass without an update: returns the loss; [`LayerView::kernel_gradient`] and
    /// [`Sequential::gradients`] have the gradients.
    ///
    /// # Errors
    /// Rejects inputs and targets of another width, targets that are not one row a row of inputs or no classes, no rows, and
    /// numbers that are not finite.
    pub fn gradients_for(&mut self, inputs: &impl Samples, targets: &impl Samples) -> Result<f32, Error> {
        self.with_rows(inputs, targets, Sequential::gradients_for_row_major)
    }

    /// One training step on a batch: forward, loss, backward, update. Returns the loss before the update.
    ///
    /// A step after which a weight would not be finite is not taken: see [`Sequential::update`].
    ///
    /// # Errors
    /// As [`Sequential::gradients_for`].
    pub fn train_on_batch(&mut self, inputs: &impl Samples, targets: &impl Samples) -> Result<f32, Error> {
        self.with_rows(inputs, targets, Sequential::train_on_batch_row_major)
    }

    /// Adapts each Normalization layer that was given no mean and variance to inputs `[rows, features]`: see
    /// [`Sequential::adapt_row_major`].
    ///
    /// # Errors
    /// As [`Sequential::predict`].
    #[cfg(feature = "full")]
    pub fn adapt(&mut self, inputs: &impl Samples) -> Result<(), Error> {
        let inputs = self.inputs_of(inputs)?;
        self.adapt_row_major(&inputs)
    }

    /// A layer with views of its weights, counted from 0 as [`Sequential::layers`] has them.
    ///
    /// # Errors
    /// Rejects the index of no layer.
    pub fn layer(&self, at: usize) -> Result<LayerView<'_>, Error> {
        match self.layers.get(at) {
            Some(layer) => Ok(LayerView { layer, weights: &self.parameters, gradients: &self.gradients }),
            None => Err(Error::out_of_range("layer", format_args!("0 to {}", self.layers.len().saturating_sub(1)), at)),
        }
    }

    /// Replaces the kernel `[inputs, units]` of a layer.
    ///
    /// # Errors
    /// Rejects the index of no layer, a layer without a kernel, another shape, and numbers that are not finite; the former
    /// kernel stays.
    pub fn set_kernel(&mut self, layer: usize, kernel: &impl Samples) -> Result<(), Error> {
        let expected = self.layer(layer)?.kernel().map(|kernel| kernel.shape());
        let expected = expected.ok_or_else(|| Error::shape("layer", "one with a kernel", layer))?;
        self.set_tensor(layer, "kernel", kernel, expected)
    }

    /// Replaces the bias of a layer, a vector `[units]`.
    ///
    /// # Errors
    /// As [`Sequential::set_kernel`].
    pub fn set_bias(&mut self, layer: usize, bias: &impl Samples) -> Result<(), Error> {
        let expected = self.layer(layer)?.bias().map(|bias| bias.shape());
        let expected = expected.ok_or_else(|| Error::shape("layer", "one with a bias", layer))?;
        self.set_tensor(layer, "bias", bias, expected)
    }

    fn set_tensor(
        &mut self,
        layer: usize,
        name: &str,
        numbers: &impl Samples,
        expected: (usize, usize),
    ) -> Result<(), Error> {
        let shape = |(rows, columns)| format!("[{rows}, {columns}]");
        let (range, received) = (tensor_range(&self.layers[layer], name), numbers.shape());
        let numbers = numbers.to_row_major();
        if received != expected || Some(numbers.len()) != range.as_ref().map(ExactSizeIterator::len) {
            return Err(Error::shape(name, shape(expected), shape(received)));
        }
        all_finite(name, &numbers)?;
        self.parameters[range.unwrap_or_default()].copy_from_slice(&numbers);
        Ok(())
    }

    /// Inputs row after row, validated.
    fn inputs_of(&self, inputs: &impl Samples) -> Result<Vec<f32>, Error> {
        check_columns("inputs", inputs, self.input_count())?;
        let inputs = inputs.to_row_major();
        self.check_inputs(&inputs)?;
        Ok(inputs)
    }

    /// Inputs and targets row after row; of the widths of the model, but not otherwise validated.
    pub(crate) fn rows_of(&self, inputs: &impl Samples, targets: &impl Samples) -> Result<(Vec<f32>, Vec<f32>), Error> {
        self.check_shapes(inputs, targets)?;
        Ok((inputs.to_row_major(), targets.to_row_major()))
    }

    fn check_shapes(&self, inputs: &impl Samples, targets: &impl Samples) -> Result<(), Error> {
        check_columns("inputs", inputs, self.input_count())?;
        check_columns("targets", targets, self.target_count())?;
        check_pairs(inputs, targets)
    }

    /// Calls `run` with rows in the buffers that the model keeps, so that a step allocates nothing.
    fn with_rows<T>(
        &mut self,
        inputs: &impl Samples,
        targets: &impl Samples,
        run: impl FnOnce(&mut Self, &[f32], &[f32]) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.check_shapes(inputs, targets)?;
        let mut buffers = std::mem::take(&mut self.batch);
        buffers.iter_mut().for_each(Vec::clear);
        inputs.push_row_major(&mut buffers[0]);
        targets.push_row_major(&mut buffers[1]);
        let result = run(self, &buffers[0], &buffers[1]);
        self.batch = buffers;
        result
    }
}

/// A layer of a model, with views of its weights and of their gradients in the last backward pass.
///
/// ```
/// use glassnet::nalgebra::Matrix2;
/// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
///
/// let layers = [DenseConfig::given(&[&[2.0, 1.0], &[1.0, 1.0]], Activation::Sigmoid)];
/// let model = Sequential::new(&ModelConfig::new(2, layers))?;
/// let layer = model.layer(0)?;
/// assert_eq!((layer.class(), layer.units()), ("Dense", 2));
/// assert_eq!(layer.kernel().unwrap(), Matrix2::new(2.0, 1.0, 1.0, 1.0));
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct LayerView<'a> {
    layer: &'a Layer,
    weights: &'a [f32],
    gradients: &'a [f32],
}

/// All that a layer tells without its weights: class, name, units, activation.
impl Deref for LayerView<'_> {
    type Target = Layer;

    fn deref(&self) -> &Layer {
        self.layer
    }
}

impl<'a> LayerView<'a> {
    /// The kernel `[inputs, units]` of a dense layer.
    pub fn kernel(&self) -> Option<RowMajorView<'a>> {
        self.kernel_in(self.weights)
    }

    /// The bias `[units]` of a dense layer that has one.
    pub fn bias(&self) -> Option<DVectorView<'a, f32>> {
        self.vector("bias")
    }

    /// A vector `[units]` by Keras's name: `bias`, `gamma`, `beta`, `moving_mean`, `moving_variance`.
    pub fn vector(&self, name: &str) -> Option<DVectorView<'a, f32>> {
        vector_in(self.weights, self.layer, name)
    }

    /// `dL/dkernel` `[inputs, units]` in the last backward pass.
    pub fn kernel_gradient(&self) -> Option<RowMajorView<'a>> {
        self.kernel_in(self.gradients)
    }

    /// `dL/d` of a vector `[units]` in the last backward pass, by the vector's name.
    pub fn vector_gradient(&self, name: &str) -> Option<DVectorView<'a, f32>> {
        vector_in(self.gradients, self.layer, name)
    }

    fn kernel_in(&self, numbers: &'a [f32]) -> Option<RowMajorView<'a>> {
        Some(view(&numbers[tensor_range(self.layer, "kernel")?], self.layer.units()))
    }
}

fn vector_in<'a>(numbers: &'a [f32], layer: &Layer, name: &str) -> Option<DVectorView<'a, f32>> {
    let range = layer.tensors().into_iter().find(|tensor| tensor.name == name && tensor.columns.is_none())?.range;
    Some(DVectorView::from_slice(&numbers[range.clone()], range.len()))
}

/// Where the numbers of a tensor lie in the parameters of the model.
fn tensor_range(layer: &Layer, name: &str) -> Option<Range<usize>> {
    layer.tensors().into_iter().find(|tensor| tensor.name == name).map(|tensor| tensor.range)
}
