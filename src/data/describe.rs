//! Summary statistics of a column of numbers, pandas' `describe()`.

use super::column::Column;
use super::table::Table;
use serde::Serialize;

/// Count, mean, spread and quartiles of one column; missing values are left out.
///
/// NaN where there are too few values: all but the count without any, the deviation of a single one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The column's name.
    pub name: String,
    /// How many values there are.
    pub count: usize,
    /// `Σ x / n`
    pub mean: f64,
    /// `√(Σ (x - mean)² / (n - 1))`
    pub std: f64,
    /// The smallest.
    pub min: f64,
    /// A quarter of the values lies below; between two values it is interpolated.
    pub lower_quartile: f64,
    /// Half of the values lies below.
    pub median: f64,
    /// Three quarters of the values lie below.
    pub upper_quartile: f64,
    /// The largest.
    pub max: f64,
}

impl Table {
    /// A summary of each column of numbers, `df.describe()`; columns of text are left out.
    pub fn describe(&self) -> Vec<Summary> {
        let summary = |(name, column): (&str, &Column)| Some(summary(name, column.values()?));
        self.columns().filter_map(summary).collect()
    }
}

fn summary(name: &str, values: &[f64]) -> Summary {
    let mut values: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    values.sort_by(f64::total_cmp);
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Summary {
        name: name.to_string(),
        count: values.len(),
        mean,
        std: match values.len() {
            0 | 1 => f64::NAN,
            _ => libm::sqrt(squares / (count - 1.0)),
        },
        min: quantile(&values, 0.0),
        lower_quartile: quantile(&values, 0.25),
        median: quantile(&values, 0.5),
        upper_quartile: quantile(&values, 0.75),
        max: quantile(&values, 1.0),
    }
}

/// The value below which the part `q` of the sorted values lies, by linear interpolation in NumPy's arithmetic.
fn quantile(sorted: &[f64], q: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = last as f64 * q;
    let below = libm::floor(place);
    let part = place - below;
    let low = sorted[below as usize];
    let step = sorted[(below as usize + 1).min(last)] - low;
    if part >= 0.5 { low + step - step * (1.0 - part) } else { low + step * part }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_have_their_quartiles_between_them() {
        let found = summary("x", &[4.0, f64::NAN, 1.0, 3.0, 2.0]);
        assert_eq!((found.count, found.mean, found.min, found.max), (4, 2.5, 1.0, 4.0));
        assert_eq!((found.lower_quartile, found.median, found.upper_quartile), (1.75, 2.5, 3.25));
        assert_eq!(found.std, libm::sqrt(5.0 / 3.0));
    }

    #[test]
    fn one_value_has_no_deviation_and_none_has_nothing() {
        let one = summary("x", &[7.0]);
        assert!(one.std.is_nan() && one.median == 7.0);
        let none = summary("x", &[f64::NAN]);
        assert!(none.count == 0 && none.mean.is_nan() && none.max.is_nan());
    }
}
