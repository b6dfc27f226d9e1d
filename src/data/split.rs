//! Rows to train with and rows to test with, in scikit-learn's order.

use super::numpy::NumpyRandom;
use crate::Error;

/// How many rows are held back for the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TestSize {
    /// A part of the rows, between 0 and 1; `rows · part` is rounded up.
    Fraction(f64),
    /// So many rows.
    Rows(usize),
}

/// scikit-learn's default: a quarter.
impl Default for TestSize {
    fn default() -> Self {
        TestSize::Fraction(0.25)
    }
}

/// The rows of a table, each in one of two lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The rows to train with.
    pub train: Vec<usize>,
    /// The rows to test with.
    pub test: Vec<usize>,
}

/// Splits `rows` rows as scikit-learn's `train_test_split` does: the first of a permutation test, the others train.
///
/// With a generator of its own it is `random_state=seed`; with one that goes on from call to call it is
/// `np.random.seed(seed)` and no `random_state`.
///
/// # Errors
/// Rejects a test size that leaves 0 rows on either side.
///
/// ```
/// use glassnet::data::{NumpyRandom, TestSize, train_test_split};
///
/// let split = train_test_split(200, TestSize::Fraction(0.3), &mut NumpyRandom::new(100)?)?;
/// assert_eq!((split.test.len(), split.train.len()), (60, 140));
/// assert_eq!(split.test[..5], [126, 104, 99, 92, 111]);
/// # Ok::<(), glassnet::Error>(())
/// ```
pub fn train_test_split(rows: usize, test_size: TestSize, random: &mut NumpyRandom) -> Result<Split, Error> {
    let count = test_rows(rows, test_size)?;
    let mut test = random.permutation(rows);
    let train = test.split_off(count);
    Ok(Split { train, test })
}

/// How many rows are tested with.
fn test_rows(rows: usize, test_size: TestSize) -> Result<usize, Error> {
    let count = match test_size {
        TestSize::Rows(count) => count,
        TestSize::Fraction(part) if part > 0.0 && part < 1.0 => libm::ceil(rows as f64 * part) as usize,
        TestSize::Fraction(part) => {
            let received = crate::number::short(part);
            return Err(Error::out_of_range("test_size", "a part between 0 and 1 or a count of rows", received));
        }
    };
    if count == 0 || count >= rows {
        return Err(Error::out_of_range(
            "test_size",
            match rows {
                1 => "at least 2 rows, 1 on either side".to_string(),
                _ => format!("at least 1 of the {rows} rows on either side"),
            },
            format!("{count} to test with and {} to train with", rows.saturating_sub(count)),
        ));
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(rows: usize, test_size: TestSize) -> String {
        let mut random = NumpyRandom::new(1).unwrap();
        train_test_split(rows, test_size, &mut random).unwrap_err().to_string()
    }

    #[test]
    fn a_fraction_of_the_rows_is_rounded_up() {
        let count = |rows, part| test_rows(rows, TestSize::Fraction(part));
        assert_eq!([count(10, 0.25), count(200, 0.3), count(2, 0.01)], [Ok(3), Ok(60), Ok(1)]);
        // 0.07 · 100 is a little more than 7 in binary.
        assert_eq!(count(100, 0.07), Ok(8));
    }

    #[test]
    fn no_row_on_either_side_is_rejected() {
        assert_eq!(
            error(1, TestSize::default()),
            "test_size: expected at least 2 rows, 1 on either side, received 1 to test with and 0 to train with"
        );
        assert_eq!(
            error(3, TestSize::Rows(0)),
            "test_size: expected at least 1 of the 3 rows on either side, received 0 to test with and 3 to train with"
        );
        assert_eq!(
            error(3, TestSize::Rows(5)),
            "test_size: expected at least 1 of the 3 rows on either side, received 5 to test with and 0 to train with"
        );
    }

    #[test]
    fn a_fraction_that_is_none_is_rejected() {
        for (part, text) in [(0.0, "0"), (1.0, "1"), (-0.5, "-0.5"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
            assert_eq!(
                error(10, TestSize::Fraction(part)),
                format!("test_size: expected a part between 0 and 1 or a count of rows, received {text}")
            );
        }
    }
}
