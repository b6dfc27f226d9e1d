//! Kullback-Leibler divergence. Source: <https://keras.io/api/losses/probabilistic_losses/>.

use super::row::{EPSILON, Row, sum_of};
use super::{Entry, LossFunction, Scalar, Targets};

/// Kullback-Leibler divergence of the predicted from the true distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct KlDivergence;

fn within_unit<T: Scalar>(p: T) -> T {
    p.largest(T::of(EPSILON)).smallest(T::one())
}

impl<T: Scalar> LossFunction<T> for KlDivergence {
    fn entry(&self) -> Entry {
        Entry::new("kl_divergence", "sum(t * ln(t / p))")
            .class_name("KLDivergence")
            .aliases(&["kld", "KLD"])
            .other_aliases(&["kullback_leibler_divergence"])
    }

    fn targets(&self) -> Targets {
        Targets::Probabilities
    }

    fn is_over_classes(&self) -> bool {
        true
    }

    fn value(&self, row: Row<T>) -> T {
        sum_of(row.targets.iter().zip(row.predictions).map(|(&t, &p)| {
            let (t, p) = (within_unit(t), within_unit(p));
            t * (t / p).ln()
        }))
    }

    fn gradient(&self, row: Row<f32>, gradient: &mut [f32]) {
        row.slopes(gradient, |p, t| {
            let is_inside = p >= f32::of(EPSILON) && p <= 1.0;
            if is_inside { -within_unit(t) / p } else { 0.0 }
        });
    }
}
