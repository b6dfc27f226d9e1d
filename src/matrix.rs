//! nalgebra's matrices at the public API: one row a sample.

use crate::Error;
use crate::error::counted;
use nalgebra::{DMatrix, DMatrixView, Dim, Dyn, Matrix, RawStorage, Scalar, U1};

/// Samples: a matrix with one row a sample, `[rows, columns]`, whatever its strides.
///
/// Every matrix of nalgebra is one: an owned `DMatrix`, which lies in memory column by column, a view of some of its rows or
/// columns, a view of its transpose, a vector of one target a row. Numbers in a slice are none, as nothing says in which
/// order they are: those that lie row after row go to the function whose name ends in `_row_major`.
///
/// ```
/// use glassnet::Samples;
/// use glassnet::nalgebra::DMatrix;
///
/// let samples = DMatrix::from_row_slice(2, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
/// assert_eq!(samples.as_slice(), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
/// assert_eq!(samples.to_row_major(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no matrix with one row a sample",
    label = "expected a matrix of nalgebra, such as `DMatrix<f32>`",
    note = "numbers that lie row after row in a slice go to the function whose name ends in `_row_major`",
    note = "or are made a matrix by `DMatrix::from_row_slice(rows, columns, numbers)`"
)]
pub trait Samples<T = f32> {
    /// Rows and columns.
    fn shape(&self) -> (usize, usize);

    /// Appends all numbers, row after row.
    fn push_row_major(&self, numbers: &mut Vec<T>);

    /// All numbers, row after row.
    fn to_row_major(&self) -> Vec<T> {
        let (rows, columns) = self.shape();
        let mut numbers = Vec::with_capacity(rows.saturating_mul(columns));
        self.push_row_major(&mut numbers);
        numbers
    }
}

impl<T: Scalar, R: Dim, C: Dim, S: RawStorage<T, R, C>> Samples<T> for Matrix<T, R, C, S> {
    fn shape(&self) -> (usize, usize) {
        Matrix::shape(self)
    }

    fn push_row_major(&self, numbers: &mut Vec<T>) {
        for row in self.row_iter() {
            numbers.extend(row.iter().cloned());
        }
    }
}

/// A view of a matrix whose numbers lie row after row, as the engine keeps weights and data.
pub type RowMajorView<'a, T = f32> = DMatrixView<'a, T, Dyn, U1>;

/// A view of numbers that lie row after row; `columns` is at least 1.
pub(crate) fn view<T: Scalar>(numbers: &[T], columns: usize) -> RowMajorView<'_, T> {
    let (rows, columns) = (Dyn(numbers.len() / columns), Dyn(columns));
    RowMajorView::from_slice_with_strides_generic(numbers, rows, columns, columns, U1)
}

/// A matrix of numbers that lie row after row; `columns` is at least 1.
pub(crate) fn matrix<T: Scalar>(numbers: &[T], columns: usize) -> DMatrix<T> {
    view(numbers, columns).into_owned()
}

/// Rejects samples of another width.
pub(crate) fn check_columns<T>(what: &str, samples: &impl Samples<T>, expected: usize) -> Result<(), Error> {
    let (_, received) = samples.shape();
    if received == expected {
        return Ok(());
    }
    let expected = counted(expected, "number");
    Err(Error::shape(what, format_args!("rows of {expected}"), format_args!("rows of {received}")))
}

/// Rejects targets that are not one row a row of inputs.
pub(crate) fn check_pairs(inputs: &impl Samples, targets: &impl Samples) -> Result<(), Error> {
    let (expected, received) = (inputs.shape().0, targets.shape().0);
    if received == expected {
        return Ok(());
    }
    Err(Error::shape("targets", format_args!("{}, one a row of inputs", counted(expected, "row")), received))
}

#[cfg(test)]
mod tests {
    use super::*;
    use nalgebra::{DVector, Matrix2, RowVector2};

    const ROWS: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];

    #[test]
    fn a_row_is_a_sample_whatever_the_strides() {
        let owned = DMatrix::from_row_slice(3, 2, &ROWS);
        assert_eq!(owned.to_row_major(), ROWS);
        assert_eq!(owned.transpose().transpose().to_row_major(), ROWS);
        assert_eq!(view(&ROWS, 2).to_row_major(), ROWS);
        // The transpose of a matrix, without a copy: its rows are the columns.
        let transposed = DMatrixView::from_slice_with_strides(&ROWS, 2, 3, 1, 2);
        assert_eq!(transposed.to_row_major(), [1.0, 3.0, 5.0, 2.0, 4.0, 6.0]);
        assert_eq!(owned.rows(1, 2).to_row_major(), [3.0, 4.0, 5.0, 6.0]);
        assert_eq!(owned.rows_with_step(0, 2, 1).to_row_major(), [1.0, 2.0, 5.0, 6.0]);
        assert_eq!(owned.column(1).to_row_major(), [2.0, 4.0, 6.0]);
        assert_eq!(Matrix2::new(1.0, 2.0, 3.0, 4.0).to_row_major(), [1.0, 2.0, 3.0, 4.0]);
        assert_eq!(RowVector2::new(1.0, 2.0).to_row_major(), [1.0, 2.0]);
    }

    #[test]
    fn a_matrix_of_row_major_numbers_has_them_at_row_and_column() {
        let matrix = matrix(&ROWS, 3);
        assert_eq!((matrix.nrows(), matrix.ncols(), matrix[(0, 2)], matrix[(1, 0)]), (2, 3, 3.0, 4.0));
        assert_eq!(view(&ROWS, 3), matrix);
    }

    #[test]
    fn other_widths_and_counts_of_rows_are_rejected() {
        let (inputs, targets) = (matrix(&ROWS, 2), DVector::from_vec(vec![1.0_f32; 2]));
        let error = check_columns("inputs", &inputs, 3).unwrap_err().to_string();
        assert_eq!(error, "inputs: expected rows of 3 numbers, received rows of 2");
        let error = check_pairs(&inputs, &targets).unwrap_err().to_string();
        assert_eq!(error, "targets: expected 3 rows, one a row of inputs, received 2");
    }
}
