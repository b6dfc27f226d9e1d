//! A price on large weights.

use crate::Error;
use crate::number::short;

/// `l1 · Σ |w| + l2 · Σ w²` is added to the loss.
///
/// Source: <https://keras.io/api/layers/regularizers/>.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Regularizer {
    /// The price of a weight's size. Defaults to 0.
    pub l1: f32,
    /// The price of its square. Defaults to 0.
    pub l2: f32,
}

impl Regularizer {
    /// What these weights cost.
    pub fn penalty(self, weights: &[f32]) -> f32 {
        let sizes: f32 = weights.iter().map(|w| w.abs()).sum();
        let squares: f32 = weights.iter().map(|w| w * w).sum();
        self.l1 * sizes + self.l2 * squares
    }

    /// Adds what the cost changes by with each weight: `l1 · sign(w) + 2 · l2 · w`.
    pub(super) fn add_gradient(self, weights: &[f32], gradients: &mut [f32]) {
        for (gradient, &w) in gradients.iter_mut().zip(weights) {
            let sign = if w == 0.0 { 0.0 } else { w.signum() };
            *gradient += self.l1 * sign + 2.0 * self.l2 * w;
        }
    }

    pub(super) fn check(self) -> Result<(), Error> {
        for (what, price) in [("l1", self.l1), ("l2", self.l2)] {
            if !(price >= 0.0 && price.is_finite()) {
                return Err(Error::out_of_range(what, "0 or more", short(f64::from(price))));
            }
        }
        Ok(())
    }
}
