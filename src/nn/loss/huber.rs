//! Huber loss: a square near the target, a line far from it.
//! Source: <https://keras.io/api/losses/regression_losses/>.

use super::row::Row;
use super::{Entry, LossFunction, Range, Scalar, Setting, Targets};

/// Huber loss.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Huber {
    /// Where the square turns into a line. Defaults to 1.
    pub delta: f32,
}

impl Huber {
    /// With a line from an error of 1.
    pub const DEFAULT: Huber = Huber { delta: 1.0 };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("delta", Range::Any, &mut self.delta)]
    }
}

impl<T: Scalar> LossFunction<T> for Huber {
    fn entry(&self) -> Entry {
        Entry::new("huber", "mean(|p - t| <= delta ? (p - t)^2 / 2 : delta * |p - t| - delta^2 / 2)")
    }

    fn targets(&self) -> Targets {
        Targets::Numbers
    }

    fn value(&self, row: Row<T>) -> T {
        let (delta, half) = (T::from(self.delta), T::of(0.5));
        row.mean(|p, t| {
            let (error, size) = (p - t, (p - t).abs());
            if size <= delta { half * error * error } else { delta * size - half * delta * delta }
        })
    }

    /// TensorFlow adds the slope of the square times 0 to that of the line: NaN where the former overflows.
    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        let delta = self.delta;
        row.slopes(gradient, |p, t| {
            let error = p - t;
            error.largest(-delta).smallest(delta) + 0.0 * (error + error)
        });
    }
}
