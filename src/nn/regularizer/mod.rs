//! Regularizers: penalties on large weights, and in a full build on those of directions that are not orthogonal.

#[cfg(feature = "full")]
mod orthogonal;

use super::names::Entry;
#[cfg(feature = "full")]
use super::setting::{self, ExplicitSetting};
use super::setting::{Range, Setting};
use crate::Error;
use crate::number::short;

#[cfg(feature = "full")]
pub use orthogonal::{OrthogonalRegularizer, Vectors};

/// Regularizer: `l1 · Σ |w| + l2 · Σ w²` is added to the loss.
///
/// Source: <https://keras.io/api/layers/regularizers/>.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Regularizer {
    /// The penalty on a weight's size. Defaults to 0.
    pub l1: f32,
    /// The penalty on its square. Defaults to 0.
    pub l2: f32,
    /// Keras's `OrthogonalRegularizer`, of a kernel alone and instead of the other two. Defaults to none.
    #[cfg(feature = "full")]
    pub orthogonal: Option<OrthogonalRegularizer>,
}

/// How many names there are.
const COUNT: usize = if cfg!(feature = "full") { 5 } else { 4 };

impl Regularizer {
    /// Penalties on the size of weights and on its square.
    #[must_use]
    pub const fn l1_l2(l1: f32, l2: f32) -> Self {
        Regularizer {
            l1,
            l2,
            #[cfg(feature = "full")]
            orthogonal: None,
        }
    }

    /// Keras's names and what they stand for alone: Keras 3's `l1l2` penalizes nothing unless set, Keras 2's
    /// `l1_l2` does.
    pub(crate) const ALL: [(Entry, Regularizer); COUNT] = [
        (Entry::new("l1", "l1 * sum(|w|)"), Regularizer::l1_l2(0.01, 0.0)),
        (Entry::new("l2", "l2 * sum(w^2)"), Regularizer::l1_l2(0.0, 0.01)),
        (Entry::new("l1_l2", "l1 * sum(|w|) + l2 * sum(w^2)").class_name("l1_l2"), Regularizer::l1_l2(0.01, 0.01)),
        (Entry::new("l1l2", "l1 * sum(|w|) + l2 * sum(w^2)").class_name("L1L2"), Regularizer::l1_l2(0.0, 0.0)),
        #[cfg(feature = "full")]
        (
            Entry::new("orthogonal_regularizer", "factor * mean(|cos|), of all pairs of rows or columns").api_only(),
            Regularizer { l1: 0.0, l2: 0.0, orthogonal: Some(OrthogonalRegularizer::DEFAULT) },
        ),
    ];

    /// The settings that one of a name takes.
    pub(crate) fn settings(&mut self, name: &str) -> Vec<Setting<'_>> {
        #[cfg(feature = "full")]
        if let Some(orthogonal) = &mut self.orthogonal {
            return orthogonal.settings();
        }
        let mut settings = Vec::with_capacity(2);
        if name != "l2" {
            settings.push(Setting::single("l1", Range::NotNegative, &mut self.l1));
        }
        if name != "l1" {
            settings.push(Setting::single("l2", Range::NotNegative, &mut self.l2));
        }
        settings
    }

    /// The settings of an orthogonal regularizer that are not Keras's defaults.
    #[cfg(feature = "full")]
    pub(crate) fn explicit_settings(mut self) -> Vec<ExplicitSetting> {
        let mut default = Regularizer { orthogonal: Some(OrthogonalRegularizer::DEFAULT), ..self };
        setting::explicit(&self.settings("orthogonal_regularizer"), &default.settings("orthogonal_regularizer"))
    }

    /// The penalty of these weights by their size; that of a kernel's directions is
    /// [`Regularizer::orthogonal`]'s.
    pub fn penalty(self, weights: &[f32]) -> f32 {
        let sizes: f32 = weights.iter().map(|w| w.abs()).sum();
        let squares: f32 = weights.iter().map(|w| w * w).sum();
        self.l1 * sizes + self.l2 * squares
    }

    /// Adds what the mean penalty of so many rows of outputs changes by with each output.
    #[cfg(feature = "full")]
    pub(super) fn add_activity_gradient(self, outputs: &[f32], rows: usize, gradients: &mut [f32]) {
        let share = 1.0 / rows as f32;
        Regularizer::l1_l2(self.l1 * share, self.l2 * share).add_gradient(outputs, gradients);
    }

    /// Adds what the cost changes by with each weight: `l1 · sign(w) + 2 · l2 · w`.
    pub(super) fn add_gradient(self, weights: &[f32], gradients: &mut [f32]) {
        for (gradient, &w) in gradients.iter_mut().zip(weights) {
            let sign = if w == 0.0 { 0.0 } else { w.signum() };
            *gradient += self.l1 * sign + 2.0 * self.l2 * w;
        }
    }

    pub(super) fn check(self) -> Result<(), Error> {
        #[cfg(feature = "full")]
        if let Some(orthogonal) = self.orthogonal {
            return orthogonal.check();
        }
        for (what, price) in [("l1", self.l1), ("l2", self.l2)] {
            if !(price >= 0.0 && price.is_finite()) {
                return Err(Error::out_of_range(what, "0 or more", short(f64::from(price))));
            }
        }
        Ok(())
    }
}
