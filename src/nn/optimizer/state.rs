//! What an optimizer remembers between steps.

use super::{Moments, Optimizer};
use glassnet_kernels::Powers;

/// State of an optimizer between steps: slots of one number a parameter, one after the other in one buffer.
#[derive(Debug, Clone, PartialEq)]
pub struct OptimizerState {
    /// The slots in the order of [`super::Rule::slot_names`].
    pub slots: Vec<f32>,
    /// How many updates there were.
    pub iterations: u32,
    /// Nadam's product of its momenta.
    pub momentum_product: f32,
    powers: Powers,
}

impl OptimizerState {
    /// What was remembered at some iteration.
    pub fn new(slots: Vec<f32>, iterations: u32, momentum_product: f32) -> Self {
        OptimizerState { slots, iterations, momentum_product, powers: Powers::default() }
    }

    /// Bias correction `1 - β^t` of the current iteration.
    #[inline(always)]
    pub(super) fn bias_correction(&mut self, Moments { beta_1, beta_2, .. }: Moments) -> [f32; 2] {
        self.powers.bias_correction(self.iterations, [beta_1, beta_2])
    }
}

#[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
impl OptimizerState {
    /// `β₁^t` and `β₂^t` of the current iteration.
    pub(in super::super) fn powers(&mut self, Moments { beta_1, beta_2, .. }: Moments) -> [f64; 2] {
        self.powers.at(self.iterations, [beta_1, beta_2])
    }

    /// Counts iterations whose powers were carried on elsewhere.
    pub(in super::super) fn advance(&mut self, iterations: u32, powers: [f64; 2]) {
        self.iterations += iterations;
        self.powers = Powers::new(self.iterations, powers);
    }
}

impl Optimizer {
    /// The state before the first step.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let mut slots = vec![self.rule.function().initial_slot(); parameters * self.rule.slot_names().len()];
        // Of the rules with several, FTRL alone, which is the full build's, begins with another number than 0.
        if cfg!(feature = "full")
            && let Some(others) = slots.get_mut(parameters..)
        {
            others.fill(0.0);
        }
        OptimizerState::new(slots, 0, 1.0)
    }
}
