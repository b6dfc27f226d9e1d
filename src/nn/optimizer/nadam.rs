//! Nadam: Adam with Nesterov momentum. Source: <https://keras.io/api/optimizers/Nadam/>.

use super::{Entry, Moments, OptimizerState, Setting, Step, UpdateRule};
use glassnet_kernels::NadamMomentum;

/// Nadam.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nadam {
    /// `β₁`, `β₂`, `ε`.
    pub moments: Moments,
}

impl Nadam {
    /// With Keras's settings.
    pub const DEFAULT: Nadam = Nadam { moments: Moments::DEFAULT };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        self.moments.settings()
    }

    /// The momenta of the current step and the next.
    fn momentum(self, state: &mut OptimizerState) -> NadamMomentum {
        let [_, bias_correction] = state.bias_correction(self.moments);
        let (t, beta_1) = (state.iterations as f32, self.moments.beta_1 as f32);
        let growth = |t: f32| 1.0 - 0.5 * glassnet_kernels::power(0.96, t);
        let (now, next) = (beta_1 * growth(t), beta_1 * growth(t + 1.0));
        state.momentum_product = state.momentum_product * beta_1 * growth(t);
        let product = state.momentum_product;
        NadamMomentum { now, next, product, next_product: product * next, bias_correction }
    }
}

impl UpdateRule for Nadam {
    fn entry(&self) -> Entry {
        Entry::new("nadam", "adam with Nesterov momentum")
    }

    fn slot_names(&self) -> &'static [&'static str] {
        &["momentum", "velocity"]
    }

    fn keeps_momentum_product(&self) -> bool {
        true
    }

    fn update(&self, step: Step, state: &mut OptimizerState) {
        let momentum = self.momentum(state);
        // Keras takes its betas from 1 as floats here, and as doubles everywhere else.
        let one_minus_betas = [self.moments.beta_1, self.moments.beta_2].map(|beta| 1.0 - beta as f32);
        step.nadam(momentum, one_minus_betas, self.moments.epsilon as f32);
    }
}
