//! Adam's bias correction, carried from step to step.

use std::fmt;

/// The powers `β₁^t` and `β₂^t` of Adam and its relatives, carried from step to step. They follow from the iteration
/// alone, so any two are equal.
#[derive(Clone, Default)]
pub struct Powers {
    iterations: u32,
    powers: [f64; 2],
}

impl Powers {
    /// What is below it becomes 0: far below the precision of `1 - β^t`; a denormal number would be slow.
    pub const LEAST: f64 = 1e-30;

    /// Powers that were carried on elsewhere up to an iteration.
    pub fn new(iterations: u32, powers: [f64; 2]) -> Self {
        Powers { iterations, powers }
    }

    /// `β₁^t` and `β₂^t` of an iteration from 0.
    pub fn at(&mut self, iterations: u32, betas: [f64; 2]) -> [f64; 2] {
        if self.iterations != iterations || iterations == 0 {
            self.catch_up(iterations.saturating_add(1), betas);
        }
        self.powers
    }

    /// Bias correction `1 - β^t` of an iteration from 1: products in double precision, nearer than a power in single
    /// precision.
    #[inline(always)]
    pub fn bias_correction(&mut self, iterations: u32, betas: [f64; 2]) -> [f32; 2] {
        if self.iterations.checked_add(1) != Some(iterations) || iterations == 1 {
            self.catch_up(iterations, betas);
        }
        self.step(betas);
        let [power_1, power_2] = self.powers;
        [1.0 - power_1 as f32, 1.0 - power_2 as f32]
    }

    /// Moves to the iteration before the requested one.
    #[cold]
    fn catch_up(&mut self, iterations: u32, betas: [f64; 2]) {
        *self = Powers { iterations: 0, powers: [1.0; 2] };
        while self.iterations + 1 < iterations && self.powers != [0.0; 2] {
            self.step(betas);
        }
        self.iterations = iterations.saturating_sub(1);
    }

    #[inline(always)]
    fn step(&mut self, betas: [f64; 2]) {
        self.iterations += 1;
        let next = |power: f64, beta: f64| if power < Powers::LEAST { 0.0 } else { power * f64::from(beta as f32) };
        let ([power_1, power_2], [beta_1, beta_2]) = (self.powers, betas);
        self.powers = [next(power_1, beta_1), next(power_2, beta_2)];
    }
}

impl fmt::Debug for Powers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Powers")
    }
}

impl PartialEq for Powers {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bias_correction_is_the_same_step_by_step_and_from_a_later_iteration() {
        let betas = [0.9, 0.999];
        let mut powers = Powers::default();
        let on = (1..=40_000).map(|iteration| powers.bias_correction(iteration, betas)).last().unwrap();
        assert_eq!(Powers::default().bias_correction(40_000, betas), on);
        let late = Powers::default().bias_correction(500, betas);
        assert!((1.0 - late[1] - libm::powf(0.999, 500.0)).abs() < 1e-6 && late[0] == 1.0, "{late:?}");
    }
}
