//! The mean squared error, which has a loop of its own.

use super::elementary::FAST;
use super::rows::Rows;

/// Squared errors of rows `[rows, outputs]`: fills the gradients with `factor · error`, and returns the sum over the rows of
/// each row's mean.
pub fn squares(predictions: &[f32], targets: Rows, factor: f32, gradients: &mut [f32]) -> f32 {
    let width = targets.width;
    if FAST && width == 1 {
        let mut sum = 0.0;
        for (row, (gradient, p)) in gradients.iter_mut().zip(predictions).enumerate().take(targets.count) {
            let error = p - targets.row(row)[0];
            *gradient = factor * error;
            sum += error * error;
        }
        return sum;
    }
    let (mut predictions, mut gradients, mut sum) = (predictions, gradients, 0.0);
    for row in 0..targets.count {
        let (some, others) = predictions.split_at(width);
        predictions = others;
        let row = some.iter().zip(targets.row(row));
        let mut squares = 0.0;
        for (gradient, (p, t)) in gradients.split_off_mut(..width).into_iter().flatten().zip(row) {
            let error = p - t;
            *gradient = factor * error;
            squares += error * error;
        }
        sum += squares / width as f32;
    }
    sum
}
