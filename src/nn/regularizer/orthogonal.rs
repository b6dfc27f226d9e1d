//! Orthogonal regularizer: a penalty on rows or columns of a kernel that are not orthogonal to each other.

use crate::Error;
use crate::nn::choice::Choice;
use crate::nn::setting::{self, Range, Setting};
use glassnet_kernels::Scalar;

/// Orthogonal regularizer of a kernel `[inputs, units]`: `factor · mean |cos|` over all pairs of its rows, or of its columns.
///
/// `cos` is that of the angle between the two. Source: <https://keras.io/api/layers/regularizers/>.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrthogonalRegularizer {
    /// The penalty where all pairs are parallel. Defaults to 0.01.
    pub factor: f32,
    /// Whether rows or columns are compared. Defaults to rows.
    pub mode: Vectors,
}

/// Which vectors of a matrix are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vectors {
    /// The weights of an input.
    Rows,
    /// The weights of a unit.
    Columns,
}

impl Choice for Vectors {
    const ALL: &'static [(&'static str, Self)] = &[("rows", Vectors::Rows), ("columns", Vectors::Columns)];
}

/// The most that a vector is multiplied by to have the norm 1: that of Keras's `epsilon()`.
const MOST_INVERSE: f32 = 1e7;

impl OrthogonalRegularizer {
    /// A factor of 0.01, on rows.
    pub const DEFAULT: OrthogonalRegularizer = OrthogonalRegularizer { factor: 0.01, mode: Vectors::Rows };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::single("factor", Range::Finite, &mut self.factor), Setting::choice("mode", &mut self.mode)]
    }

    pub(super) fn check(mut self) -> Result<(), Error> {
        setting::check(&self.settings())
    }

    /// Rejects a kernel without a pair to compare.
    pub(in crate::nn) fn check_shape(self, inputs: usize, units: usize) -> Result<(), Error> {
        let (count, expected) = match self.mode {
            Vectors::Rows => (inputs, "columns, as a kernel of one input has no two rows"),
            Vectors::Columns => (units, "rows, as a kernel of one unit has no two columns"),
        };
        let mode = if self.mode == Vectors::Rows { "rows" } else { "columns" };
        if count < 2 { Err(Error::out_of_range("kernelRegularizer.mode", expected, mode)) } else { Ok(()) }
    }

    /// The penalty of a kernel of so many units.
    pub fn penalty(self, units: usize, kernel: &[f32]) -> f32 {
        let vectors = Pairs::of(self.mode, units, kernel);
        let mut sum = 0.0;
        for one in 0..vectors.count {
            for other in 0..one {
                let [inverse, other_inverse] = [one, other].map(|at| vectors.inverse_norm(at));
                sum += (vectors.dot(one, other) * inverse * other_inverse).abs();
            }
        }
        self.factor * sum / vectors.pairs()
    }

    /// Adds what the penalty changes by with each weight of a kernel of so many units.
    ///
    /// Norms are computed anew for each pair: training allocates nothing.
    pub(in crate::nn) fn add_gradient(self, units: usize, kernel: &[f32], gradients: &mut [f32]) {
        let vectors = Pairs::of(self.mode, units, kernel);
        let share = self.factor / vectors.pairs();
        for one in 0..vectors.count {
            let inverse = vectors.inverse_norm(one);
            for other in (0..vectors.count).filter(|&other| other != one) {
                let other_inverse = vectors.inverse_norm(other);
                let cosine = vectors.dot(one, other) * inverse * other_inverse;
                let sign = if cosine == 0.0 { 0.0 } else { cosine.signum() };
                // Along itself a vector changes no angle, unless it is too short to be brought to the norm 1.
                let along = if inverse < MOST_INVERSE { cosine * inverse } else { 0.0 };
                for at in 0..vectors.length {
                    let [w, other_w] = [one, other].map(|vector| kernel[vectors.index(vector, at)]);
                    gradients[vectors.index(one, at)] += share * sign * inverse * (other_inverse * other_w - along * w);
                }
            }
        }
    }
}

/// The vectors of a kernel, in pairs.
struct Pairs<'a> {
    kernel: &'a [f32],
    count: usize,
    length: usize,
    /// How far two vectors lie from each other, and two numbers of one.
    strides: [usize; 2],
}

impl<'a> Pairs<'a> {
    fn of(mode: Vectors, units: usize, kernel: &'a [f32]) -> Self {
        let inputs = kernel.len() / units;
        match mode {
            Vectors::Rows => Pairs { kernel, count: inputs, length: units, strides: [units, 1] },
            Vectors::Columns => Pairs { kernel, count: units, length: inputs, strides: [1, units] },
        }
    }

    fn index(&self, vector: usize, at: usize) -> usize {
        vector * self.strides[0] + at * self.strides[1]
    }

    fn dot(&self, one: usize, other: usize) -> f32 {
        (0..self.length).map(|at| self.kernel[self.index(one, at)] * self.kernel[self.index(other, at)]).sum()
    }

    fn inverse_norm(&self, vector: usize) -> f32 {
        let inverse = 1.0 / Scalar::sqrt(self.dot(vector, vector));
        // Not std's `min`, which would hide a NaN.
        if inverse > MOST_INVERSE { MOST_INVERSE } else { inverse }
    }

    fn pairs(&self) -> f32 {
        self.count as f32 * (self.count as f32 - 1.0) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(mode: Vectors) -> OrthogonalRegularizer {
        OrthogonalRegularizer { factor: 0.5, mode }
    }

    #[test]
    fn the_penalty_is_the_mean_cosine_of_all_pairs() {
        // Rows (3, 4), (4, -3) and (0, 2): at right angles, 0.8 and 0.6.
        let kernel = [3.0, 4.0, 4.0, -3.0, 0.0, 2.0];
        assert!((of(Vectors::Rows).penalty(2, &kernel) - 0.5 * (0.8 + 0.6) / 3.0).abs() < 1e-7);
        // Columns (1, 0) and (1, 1).
        assert!((of(Vectors::Columns).penalty(2, &[1.0, 1.0, 0.0, 1.0]) - 0.5 * 0.5_f32.sqrt()).abs() < 1e-7);
        assert_eq!(of(Vectors::Rows).penalty(2, &[0.0; 4]), 0.0, "0 has no direction");
    }

    #[test]
    fn its_gradient_is_the_slope_of_the_penalty() {
        let kernel = [0.7, -0.4, 0.3, 0.9, 0.2, -0.8, -0.5, 0.6, 0.1, 0.4, -0.3, 1.2];
        for (mode, units) in [(Vectors::Rows, 3), (Vectors::Columns, 3), (Vectors::Rows, 4), (Vectors::Columns, 4)] {
            let mut gradients = [1.0; 12];
            of(mode).add_gradient(units, &kernel, &mut gradients);
            for (at, gradient) in gradients.iter().enumerate() {
                let penalty = |step: f32| {
                    let mut nudged = kernel;
                    nudged[at] += step;
                    f64::from(of(mode).penalty(units, &nudged))
                };
                let slope = (penalty(5e-3) - penalty(-5e-3)) / 1e-2;
                assert!((slope - f64::from(gradient - 1.0)).abs() < 1e-4, "{mode:?} {at}: {gradient} {slope}");
            }
        }
    }

    #[test]
    fn a_kernel_without_a_pair_is_rejected() {
        let message = |mode, inputs, units| of(mode).check_shape(inputs, units).map_err(|error| error.to_string());
        assert_eq!(
            message(Vectors::Rows, 1, 3).unwrap_err(),
            "kernelRegularizer.mode: expected columns, as a kernel of one input has no two rows, received rows"
        );
        assert!(message(Vectors::Columns, 3, 1).is_err());
        assert_eq!((message(Vectors::Rows, 2, 1), message(Vectors::Columns, 1, 2)), (Ok(()), Ok(())));
    }
}
