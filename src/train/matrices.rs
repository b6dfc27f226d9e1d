//! Training on nalgebra's matrices: one row a sample.

use super::curvature::largest_curvature_row_major;
use super::fit::Fit;
use super::fit_config::{FitConfig, Validation};
use super::health::{Health, health_row_major};
use super::steps::{Steps, train_steps_row_major};
use crate::Error;
use crate::matrix::Samples;
use crate::nn::Sequential;

impl Sequential {
    /// Trains for all epochs, Keras's `fit`: inputs `[rows, features]`, targets `[rows, outputs]` or classes `[rows, 1]`.
    ///
    /// Returns the run, which tells its [`Fit::history`] and why it is over, [`Fit::end`]. [`Fit::new`] sets a run up that is
    /// driven batch by batch, with the same bits.
    ///
    /// ```
    /// use glassnet::nalgebra::DVector;
    /// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
    /// use glassnet::train::FitConfig;
    ///
    /// let layers = [DenseConfig::drawn(1, Activation::Linear)];
    /// let mut model = Sequential::new(&ModelConfig { optimizer: Optimizer::sgd(0.1), ..ModelConfig::new(1, layers) })?;
    /// let (x, y) = (DVector::from_vec(vec![0.0, 1.0, 2.0]), DVector::from_vec(vec![1.0, 3.0, 5.0]));
    /// let fit = model.fit(&x, &y, FitConfig { epochs: 200, ..FitConfig::default() })?;
    /// assert_eq!(fit.history().get("loss").unwrap().len(), 200);
    /// assert!((model.predict(&DVector::from_vec(vec![3.0]))?[0] - 7.0).abs() < 0.01);
    /// # Ok::<(), glassnet::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Fit::new`].
    pub fn fit(&mut self, inputs: &impl Samples, targets: &impl Samples, config: FitConfig) -> Result<Fit, Error> {
        let mut fit = Fit::new(self, inputs, targets, config)?;
        fit.run(self, |_, _| true);
        Ok(fit)
    }
}

impl Fit {
    /// Sets a fit up for a model: inputs `[rows, features]`, targets `[rows, outputs]` or classes `[rows, 1]`.
    ///
    /// # Errors
    /// Rejects rows that do not fit the model, a batch size of 0, a validation share that leaves no rows on a side,
    /// and an early stopping that monitors an unknown key.
    pub fn new(
        model: &Sequential,
        inputs: &impl Samples,
        targets: &impl Samples,
        config: FitConfig,
    ) -> Result<Self, Error> {
        let (inputs, targets) = model.rows_of(inputs, targets)?;
        Fit::from_row_major(model, inputs, targets, config)
    }
}

impl Validation {
    /// Validation data for a model: inputs `[rows, features]`, targets `[rows, outputs]` or classes `[rows, 1]`.
    ///
    /// # Errors
    /// Rejects rows of other widths than the model's, and targets that are not one row a row of inputs.
    pub fn data(model: &Sequential, inputs: &impl Samples, targets: &impl Samples) -> Result<Self, Error> {
        let (inputs, targets) = model.rows_of(inputs, targets)?;
        Ok(Validation::RowMajor(inputs, targets))
    }
}

/// Trains up to `steps` steps on all rows, as long as `go_on` says so after each.
///
/// # Errors
/// As [`Sequential::gradients_for`].
pub fn train_steps(
    model: &mut Sequential,
    inputs: &impl Samples,
    targets: &impl Samples,
    steps: usize,
    go_on: impl FnMut(usize) -> bool,
) -> Result<Steps, Error> {
    let (inputs, targets) = model.rows_of(inputs, targets)?;
    train_steps_row_major(model, &inputs, &targets, steps, go_on)
}

/// Measures the health of each layer by a forward and a backward pass over some rows: see [`health_row_major`].
///
/// # Errors
/// As [`Sequential::gradients_for`].
pub fn health(model: &mut Sequential, inputs: &impl Samples, targets: &impl Samples) -> Result<Health, Error> {
    let (inputs, targets) = model.rows_of(inputs, targets)?;
    health_row_major(model, &inputs, &targets)
}

/// The largest curvature of the mean loss at the model's weights: see [`largest_curvature_row_major`].
///
/// # Errors
/// As [`Sequential::gradients_for`].
pub fn largest_curvature(
    model: &Sequential,
    inputs: &impl Samples,
    targets: &impl Samples,
) -> Result<Option<f64>, Error> {
    let (inputs, targets) = model.rows_of(inputs, targets)?;
    largest_curvature_row_major(model, &inputs, &targets)
}
