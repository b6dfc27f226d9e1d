//! Features brought to a common scale, with what the training rows say.

use crate::error::counted;
use crate::nn::{Entry, Named, find_named};
use crate::{Error, ErrorKind};
use std::str::FromStr;

/// The kind of a scaler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scaling {
    /// `(x - mean) / std`, with `std = √(Σ (x - mean)² / n)`: scikit-learn's `StandardScaler`.
    Standard,
    /// `(x - min) / (max - min)`: scikit-learn's `MinMaxScaler`.
    MinMax,
}

impl Scaling {
    /// Both, in the order of their names.
    pub const ALL: [Scaling; 2] = [Scaling::MinMax, Scaling::Standard];

    /// `min_max` or `standard`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }
}

impl Named for Scaling {
    const KIND: &'static str = "scaling";
    const KNOWN: &'static [Self] = &Scaling::ALL;

    fn entry(&self) -> Entry {
        match self {
            Scaling::Standard => Entry::new("standard", "(x - mean) / std").aliases(&["StandardScaler"]),
            Scaling::MinMax => Entry::new("min_max", "(x - min) / (max - min)").aliases(&["MinMaxScaler", "minmax"]),
        }
    }
}

/// Reads its name, or that of scikit-learn's class.
impl FromStr for Scaling {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find_named(name)
    }
}

/// A scale for each column, fitted on some rows and then used for all.
///
/// Matrices are `[rows, columns]`, row by row. A constant column is only moved to 0.
///
/// ```
/// use glassnet::data::{Scaler, Scaling};
///
/// let features = [1.0, 10.0, 3.0, 30.0, 5.0, 90.0];
/// let scaler = Scaler::fit_row_major(Scaling::MinMax, &features, 2, &[0, 1])?;
/// assert_eq!(scaler.transform_row_major(&features)?, [0.0, 0.0, 1.0, 1.0, 2.0, 4.0]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Scaler {
    scaling: Scaling,
    columns: Vec<Scale>,
}

/// The offset and the scale of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The mean, or the smallest.
    pub offset: f64,
    /// The deviation, or the largest less the smallest; 1 in a constant column.
    pub scale: f64,
}

impl Scaler {
    /// Fits a scale to each of `columns` columns, on the rows that are named: those to train with.
    ///
    /// # Errors
    /// Rejects a count of numbers that is no multiple of the width, no row, a row that is not there, and NaN or
    /// infinity in a row to fit on.
    pub fn fit_row_major<T: Copy + Into<f64>>(
        scaling: Scaling,
        features: &[T],
        columns: usize,
        rows: &[usize],
    ) -> Result<Self, Error> {
        let count = whole_rows(features.len(), columns)?;
        if rows.is_empty() {
            return Err(Error::shape("rows to fit a scale on", "at least 1", 0));
        }
        if let Some(row) = rows.iter().find(|row| **row >= count) {
            return Err(Error::out_of_range("row to fit a scale on", format!("below {count}"), row));
        }
        let fit = |column: usize| {
            let values: Vec<f64> = rows.iter().map(|row| features[row * columns + column].into()).collect();
            match values.iter().position(|value| !value.is_finite()) {
                None => Ok(scaling.fit(&values)),
                Some(at) => Err(Error::new(
                    ErrorKind::NotFinite,
                    format!("row {} of column {column}", rows[at]),
                    "a finite number".to_string(),
                    crate::number::short(values[at]),
                )),
            }
        };
        let columns: Result<Vec<Scale>, Error> = (0..columns).map(fit).collect();
        Ok(Scaler { scaling, columns: columns? })
    }

    /// Scalers of the same kind as one, with the columns of all; none of no scaler.
    pub(crate) fn side_by_side(scalers: Vec<Scaler>) -> Option<Self> {
        let scaling = scalers.first()?.scaling;
        Some(Scaler { scaling, columns: scalers.into_iter().flat_map(|scaler| scaler.columns).collect() })
    }

    /// A scaler of columns whose offsets and scales are known already.
    ///
    /// # Errors
    /// Rejects numbers that are not finite, and a scale of 0.
    pub fn of_columns(scaling: Scaling, columns: Vec<Scale>) -> Result<Self, Error> {
        let is_wrong = |column: &Scale| !column.offset.is_finite() || !column.scale.is_finite() || column.scale == 0.0;
        match columns.iter().position(is_wrong) {
            None => Ok(Scaler { scaling, columns }),
            Some(column) => {
                let expected = "a finite offset, and a finite scale other than 0";
                Err(Error::out_of_range(&format!("scale of column {column}"), expected, "others"))
            }
        }
    }

    /// What it does.
    pub fn scaling(&self) -> Scaling {
        self.scaling
    }

    /// The scale of each column.
    pub fn columns(&self) -> &[Scale] {
        &self.columns
    }

    /// The features on their scales, computed in doubles and rounded once.
    ///
    /// # Errors
    /// Rejects a broken row.
    pub fn transform_row_major<T: Copy + Into<f64>>(&self, features: &[T]) -> Result<Vec<f32>, Error> {
        self.each(features, |scaling, scale, value| {
            let scaled = match scaling {
                Scaling::Standard => (value - scale.offset) / scale.scale,
                // scikit-learn's arithmetic, to its last bit.
                Scaling::MinMax => value * (1.0 / scale.scale) + (0.0 - scale.offset * (1.0 / scale.scale)),
            };
            scaled as f32
        })
    }

    /// The features as they were before their scales, in doubles.
    ///
    /// # Errors
    /// Rejects a broken row.
    pub fn inverse_row_major<T: Copy + Into<f64>>(&self, scaled: &[T]) -> Result<Vec<f64>, Error> {
        self.each(scaled, |_, scale, value| value * scale.scale + scale.offset)
    }

    fn each<T: Copy + Into<f64>, U>(
        &self,
        values: &[T],
        change: impl Fn(Scaling, Scale, f64) -> U,
    ) -> Result<Vec<U>, Error> {
        whole_rows(values.len(), self.columns.len())?;
        let scales = self.columns.iter().cycle();
        Ok(values.iter().zip(scales).map(|(value, scale)| change(self.scaling, *scale, (*value).into())).collect())
    }
}

impl Scaling {
    fn fit(self, values: &[f64]) -> Scale {
        match self {
            Scaling::Standard => standard(values),
            Scaling::MinMax => {
                let min = values.iter().copied().fold(f64::INFINITY, f64::min);
                let max = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let range = max - min;
                // scikit-learn's bound below which a range is none.
                let is_constant = range < 10.0 * f64::EPSILON;
                Scale { offset: min, scale: if is_constant { 1.0 } else { range } }
            }
        }
    }
}

fn standard(values: &[f64]) -> Scale {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let (squares, rest) = values.iter().fold((0.0, 0.0), |(squares, rest), value| {
        let apart = value - mean;
        (squares + apart * apart, rest + apart)
    });
    // What the rounding of the mean adds is taken out again.
    let variance = (squares - rest * rest / count) / count;
    // scikit-learn's bound: what rounding alone can make of a constant column.
    let rounding = count * mean * f64::EPSILON;
    let is_constant = variance <= count * f64::EPSILON * variance + rounding * rounding;
    Scale { offset: mean, scale: if is_constant { 1.0 } else { libm::sqrt(variance) } }
}

/// How many rows so many numbers are.
fn whole_rows(numbers: usize, columns: usize) -> Result<usize, Error> {
    match numbers.checked_rem(columns) {
        Some(0) => Ok(numbers / columns),
        _ => {
            Err(Error::shape("features", format!("rows of {}", counted(columns, "number")), counted(numbers, "number")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_comes_from_the_training_rows_alone() {
        let scaler = Scaler::fit_row_major(Scaling::Standard, &[1.0, 3.0, 100.0], 1, &[0, 1]).unwrap();
        assert_eq!(scaler.columns(), [Scale { offset: 2.0, scale: 1.0 }]);
        assert_eq!(scaler.transform_row_major(&[1.0, 3.0, 100.0]).unwrap(), [-1.0, 1.0, 98.0]);
        assert_eq!(scaler.inverse_row_major(&[-1.0_f32, 98.0]).unwrap(), [1.0, 100.0]);
    }

    #[test]
    fn a_constant_column_is_moved_to_zero() {
        for scaling in [Scaling::Standard, Scaling::MinMax] {
            let scaler = Scaler::fit_row_major(scaling, &[0.1; 7], 1, &[0, 1, 2, 3, 4, 5, 6]).unwrap();
            assert_eq!(scaler.columns()[0].scale, 1.0);
            assert!(scaler.transform_row_major(&[0.1]).unwrap()[0].abs() < 1e-16);
        }
    }

    #[test]
    fn what_cannot_be_fitted_is_rejected() {
        let rejected = |features: &[f32], columns, rows: &[usize]| {
            Scaler::fit_row_major(Scaling::MinMax, features, columns, rows).unwrap_err().to_string()
        };
        assert_eq!(rejected(&[1.0; 5], 2, &[0]), "features: expected rows of 2 numbers, received 5 numbers");
        assert_eq!(rejected(&[1.0; 5], 0, &[0]), "features: expected rows of 0 numbers, received 5 numbers");
        assert_eq!(rejected(&[1.0; 4], 2, &[]), "rows to fit a scale on: expected at least 1, received 0");
        assert_eq!(rejected(&[1.0; 4], 2, &[2]), "row to fit a scale on: expected below 2, received 2");
        assert_eq!(rejected(&[1.0, f32::NAN], 1, &[0, 1]), "row 1 of column 0: expected a finite number, received NaN");
    }
}
