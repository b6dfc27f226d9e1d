//! Weights of rows in the loss.

use crate::Error;
use crate::error::all_finite;
use crate::nn::check_weights;

/// Weights of rows in the loss: that of a batch is `Σ weight · loss / rows`, and so are the gradients; metrics take no weights.
///
/// Source: <https://keras.io/api/models/model_training_apis/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum SampleWeights {
    /// Each row counts 1.
    #[default]
    None,
    /// Keras's `sample_weight`: the weight of each row.
    ByRow(Vec<f32>),
    /// Keras's `class_weight`: classes with the weights of their rows; rows of other classes count 1. The class of a row is its
    /// target, rounded halves to even, or where it has several the place of the largest.
    ByClass(Vec<(usize, f32)>),
}

impl SampleWeights {
    /// The weight of each row, by its targets of `width` numbers; none without weights.
    ///
    /// # Errors
    /// Rejects another count than that of the rows, and weights that are not finite.
    pub fn of_rows(&self, targets: &[f32], width: usize) -> Result<Vec<f32>, Error> {
        match self {
            SampleWeights::None => Ok(Vec::new()),
            SampleWeights::ByRow(weights) => {
                check_weights("sampleWeight", weights, targets.len() / width)?;
                Ok(weights.clone())
            }
            SampleWeights::ByClass(classes) => {
                for (class, weight) in classes {
                    all_finite(&format!("classWeight.{class}"), &[*weight])?;
                }
                let weight = |row: &[f32]| {
                    let class = class_of(row);
                    classes.iter().find(|(of, _)| *of as f32 == class).map_or(1.0, |(_, weight)| *weight)
                };
                Ok(targets.chunks(width).map(weight).collect())
            }
        }
    }
}

/// The class of a row of targets.
fn class_of(row: &[f32]) -> f32 {
    match row {
        [class] => libm::rintf(*class),
        _ => (1..row.len()).fold(0, |largest, at| if row[at] > row[largest] { at } else { largest }) as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_weight_of_its_class_and_1_without_one() {
        let weights = SampleWeights::ByClass(vec![(0, 0.5), (2, 3.0)]);
        assert_eq!(weights.of_rows(&[0.0, 1.0, 2.0, 1.6, 2.5], 1), Ok(vec![0.5, 1.0, 3.0, 3.0, 3.0]));
        assert_eq!(weights.of_rows(&[0.0, 0.0, 1.0, 0.3, 0.3, 0.2], 3), Ok(vec![3.0, 0.5]));
    }

    #[test]
    fn weights_of_another_count_or_that_are_not_finite_are_rejected() {
        let error = |weights: SampleWeights| weights.of_rows(&[0.0, 1.0], 1).unwrap_err().to_string();
        let by_row = |weights: &[f32]| error(SampleWeights::ByRow(weights.to_vec()));
        assert_eq!(by_row(&[1.0]), "sampleWeight: expected a weight for each of 2 rows, received 1 weight");
        assert_eq!(by_row(&[1.0, f32::NAN]), "sampleWeight[1]: expected a finite number, received NaN");
        let by_class = error(SampleWeights::ByClass(vec![(1, f32::INFINITY)]));
        assert_eq!(by_class, "classWeight.1: expected a finite number, received inf");
    }
}
