//! Tables, data sets, scales and classes as nalgebra's matrices: one row a sample.

use super::dataset::Dataset;
use super::labels::{one_hot_row_major, to_categorical_row_major};
use super::scale::{Scaler, Scaling};
use super::table::Table;
use crate::Error;
use crate::error::counted;
use crate::matrix::{RowMajorView, Samples, check_columns, matrix, view};
use nalgebra::DMatrix;

impl Table {
    /// The named columns as a matrix `[rows, names]`, in the engine's precision.
    ///
    /// # Errors
    /// Rejects no name, an unknown name, text or a missing value with its row and column, and a number too large for single
    /// precision.
    ///
    /// ```
    /// use glassnet::data::{CsvOptions, Table};
    /// use glassnet::nalgebra::Matrix2;
    ///
    /// let table = Table::from_csv("TV,Sales\n230.1,22.1\n44.5,10.4\n", CsvOptions::default())?;
    /// assert_eq!(table.numbers(&["TV", "Sales"])?, Matrix2::new(230.1, 22.1, 44.5, 10.4));
    /// # Ok::<(), glassnet::Error>(())
    /// ```
    pub fn numbers(&self, names: &[impl AsRef<str>]) -> Result<DMatrix<f32>, Error> {
        at_least_one(names)?;
        Ok(matrix(&self.numbers_row_major(names)?, names.len()))
    }

    /// The named columns as a matrix `[rows, names]`, in double precision.
    ///
    /// # Errors
    /// Rejects no name, an unknown name, and text or a missing value with its row and column.
    pub fn values(&self, names: &[impl AsRef<str>]) -> Result<DMatrix<f64>, Error> {
        at_least_one(names)?;
        Ok(matrix(&self.values_row_major(names)?, names.len()))
    }
}

fn at_least_one(names: &[impl AsRef<str>]) -> Result<(), Error> {
    if names.is_empty() { Err(Error::shape("columns", "at least 1", 0)) } else { Ok(()) }
}

impl Dataset {
    /// Pairs of a row of features and a row of targets, `tf.data.Dataset.from_tensor_slices((x, y))`.
    ///
    /// # Errors
    /// Rejects no rows, targets that are not one row a row of features, NaN and infinity, and more than
    /// [`MAX_CELLS`](super::MAX_CELLS) numbers.
    pub fn from_tensor_slices(features: &impl Samples, targets: &impl Samples) -> Result<Self, Error> {
        let (rows, received) = (features.shape().0, targets.shape().0);
        if received != rows {
            let expected = counted(rows, "row");
            return Err(Error::shape("targets", format_args!("{expected}, one a row of features"), received));
        }
        Dataset::from_row_major(features.to_row_major(), targets.to_row_major(), rows)
    }

    /// All features `[rows, inputs]`, before any step.
    pub fn features(&self) -> RowMajorView<'_> {
        view(self.features_row_major(), self.inputs())
    }

    /// All targets `[rows, outputs]`, before any step.
    pub fn targets(&self) -> RowMajorView<'_> {
        view(self.targets_row_major(), self.outputs())
    }
}

impl Scaler {
    /// Fits a scale to each column of `features`, on the rows that are named: those to train with.
    ///
    /// # Errors
    /// Rejects no column, no row, a row that is not there, and NaN or infinity in a row to fit on.
    pub fn fit<T: Copy + Into<f64>>(
        scaling: Scaling,
        features: &impl Samples<T>,
        rows: &[usize],
    ) -> Result<Self, Error> {
        Scaler::fit_row_major(scaling, &features.to_row_major(), features.shape().1, rows)
    }

    /// The features on their scales, computed in doubles and rounded once.
    ///
    /// # Errors
    /// Rejects rows of another width.
    pub fn transform<T: Copy + Into<f64>>(&self, features: &impl Samples<T>) -> Result<DMatrix<f32>, Error> {
        check_columns("features", features, self.columns().len())?;
        Ok(matrix(&self.transform_row_major(&features.to_row_major())?, self.columns().len()))
    }

    /// The features as they were before their scales, in doubles.
    ///
    /// # Errors
    /// Rejects rows of another width.
    pub fn inverse<T: Copy + Into<f64>>(&self, scaled: &impl Samples<T>) -> Result<DMatrix<f64>, Error> {
        check_columns("features", scaled, self.columns().len())?;
        Ok(matrix(&self.inverse_row_major(&scaled.to_row_major())?, self.columns().len()))
    }
}

/// The classes that occur, in ascending order, and a matrix `[rows, classes]` with 1 at the class of each row.
///
/// # Errors
/// Rejects no labels, and a matrix past [`MAX_CELLS`](super::MAX_CELLS).
///
/// ```
/// let (classes, matrix) = glassnet::data::one_hot(&["dog", "cat", "dog"])?;
/// assert_eq!(classes, ["cat", "dog"]);
/// assert_eq!((matrix[(0, 1)], matrix[(1, 0)], matrix.sum()), (1.0, 1.0, 3.0));
/// # Ok::<(), glassnet::Error>(())
/// ```
pub fn one_hot<L: Ord + Clone>(labels: &[L]) -> Result<(Vec<L>, DMatrix<f32>), Error> {
    let (classes, numbers) = one_hot_row_major(labels)?;
    let columns = classes.len();
    Ok((classes, matrix(&numbers, columns)))
}

/// Keras's `to_categorical`: a matrix `[rows, num_classes]` with 1 at the class of each row.
///
/// # Errors
/// Rejects no labels, a label outside the classes, and a matrix past [`MAX_CELLS`](super::MAX_CELLS).
pub fn to_categorical(labels: &[usize], num_classes: usize) -> Result<DMatrix<f32>, Error> {
    Ok(matrix(&to_categorical_row_major(labels, num_classes)?, num_classes))
}
