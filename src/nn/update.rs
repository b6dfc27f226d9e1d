//! One step of an optimizer: gradients are clipped, then the rule makes new weights. Numbers that are not finite stay so.

use super::optimizer::{Clip, Moments, Optimizer, OptimizerState, Rule};
use glassnet_kernels::{NadamMomentum, Scalar, Step};
use std::ops::Range;

impl Optimizer {
    /// The state before the first step.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let begin = match self.rule.supported_in_build() {
            Rule::Adagrad { initial_accumulator_value, .. } => initial_accumulator_value as f32,
            Rule::Adadelta { .. }
            | Rule::Adam { .. }
            | Rule::AdamW { .. }
            | Rule::Adamax(_)
            | Rule::Nadam(_)
            | Rule::RmsProp { .. }
            | Rule::Sgd { .. } => 0.0,
        };
        OptimizerState::new(vec![begin; parameters * self.rule.slot_names().len()], 0, 1.0)
    }

    /// Clips the gradients; `tensors` are the kernels and biases.
    #[cfg_attr(feature = "keras", inline(always))]
    pub fn clip(&self, gradients: &mut [f32], tensors: &[Range<usize>]) {
        if cfg!(feature = "keras") && self.clip.is_some() {
            self.clip_long(gradients, tensors);
        }
    }

    #[cold]
    fn clip_long(&self, gradients: &mut [f32], tensors: &[Range<usize>]) {
        let norm = |numbers: &[f32]| numbers.iter().fold(0.0, |sum, g| sum + g * g).sqrt();
        let shorten = |numbers: &mut [f32], norm: f32, size: f32| {
            let factor = size / norm.largest(size);
            numbers.iter_mut().for_each(|g| *g *= factor);
        };
        match self.clip {
            None => {}
            Some(Clip::Value(size)) => {
                let size = size as f32;
                gradients.iter_mut().for_each(|g| *g = g.largest(-size).smallest(size));
            }
            Some(Clip::GlobalNorm(size)) => {
                let length = norm(gradients);
                // Keras makes all of them NaN where their norm is not finite.
                let length = if length.is_finite() { length } else { f32::NAN };
                shorten(gradients, length, size as f32);
            }
            Some(Clip::Norm(size)) => {
                for tensor in tensors {
                    let length = norm(&gradients[tensor.clone()]);
                    shorten(&mut gradients[tensor.clone()], length, size as f32);
                }
            }
        }
    }

    /// One step: writes what `parameters` become into `next`.
    pub fn step(&self, state: &mut OptimizerState, parameters: &[f32], gradients: &[f32], next: &mut [f32]) {
        let rate = self.learning_rate.at(state.iterations);
        state.iterations += 1;
        let decay = self.weight_decay.map_or(0.0, |decay| decay as f32);
        let step = Step { parameters, gradients, next, decay, learning_rate: rate };
        let slots = &mut state.slots;
        match self.rule.supported_in_build() {
            Rule::Sgd { momentum: 0.0, .. } => step.plain(),
            Rule::Sgd { momentum, nesterov } => step.momentum(slots, momentum as f32, nesterov),
            Rule::Adagrad { epsilon, .. } => step.adagrad(slots, epsilon as f32),
            Rule::Adadelta { rho, epsilon } => step.adadelta(slots, rho as f32, (1.0 - rho) as f32, epsilon as f32),
            Rule::RmsProp { rho, momentum, epsilon, centered } => {
                step.rms_prop(slots, [rho, 1.0 - rho, momentum, epsilon].map(|number| number as f32), centered);
            }
            Rule::Adam { moments, amsgrad } | Rule::AdamW { moments, amsgrad } => {
                let (one_minus_betas, epsilon) = (moments.one_minus_betas(), moments.epsilon as f32);
                let [correction_1, correction_2] = state.bias_correction(moments);
                let alpha = rate * correction_2.sqrt() / correction_1;
                let slots = &mut state.slots;
                if amsgrad {
                    step.amsgrad(slots, alpha, one_minus_betas, epsilon)
                } else {
                    step.adam(slots, alpha, one_minus_betas, epsilon)
                }
            }
            Rule::Adamax(moments) => {
                let [bias_correction, _] = state.bias_correction(moments);
                let betas = [moments.one_minus_betas()[0], moments.beta_2 as f32];
                step.adamax(&mut state.slots, bias_correction, betas, moments.epsilon as f32);
            }
            Rule::Nadam(moments) => {
                // Keras takes its betas from 1 as floats here, and as doubles everywhere else.
                let betas = [moments.beta_1 as f32, moments.beta_2 as f32];
                let momentum = state.nadam_momentum(moments, betas[0]);
                step.nadam(&mut state.slots, momentum, betas.map(|beta| 1.0 - beta), moments.epsilon as f32);
            }
        }
    }
}

impl Moments {
    /// `1 - β`, the weight of the new gradient in the running means.
    fn one_minus_betas(self) -> [f32; 2] {
        [(1.0 - self.beta_1) as f32, (1.0 - self.beta_2) as f32]
    }
}

impl OptimizerState {
    /// Bias correction `1 - β^t` of the current iteration.
    #[cfg_attr(feature = "keras", inline(always))]
    fn bias_correction(&mut self, Moments { beta_1, beta_2, .. }: Moments) -> [f32; 2] {
        self.powers.bias_correction(self.iterations, [beta_1, beta_2])
    }

    /// Nadam's momenta of the current step and the next.
    fn nadam_momentum(&mut self, moments: Moments, beta_1: f32) -> NadamMomentum {
        let [_, bias_correction] = self.bias_correction(moments);
        let t = self.iterations as f32;
        let growth = |t: f32| 1.0 - 0.5 * libm::powf(0.96, t);
        let (now, next) = (beta_1 * growth(t), beta_1 * growth(t + 1.0));
        self.momentum_product = self.momentum_product * beta_1 * growth(t);
        let product = self.momentum_product;
        NadamMomentum { now, next, product, next_product: product * next, bias_correction }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipped(clip: Clip, mut gradients: [f32; 3]) -> [f32; 3] {
        let optimizer = Optimizer { clip: Some(clip), ..Optimizer::default() };
        optimizer.clip(&mut gradients, &[0..1, 1..3]);
        gradients
    }

    #[test]
    fn clipvalue_clips_infinities_and_leaves_nan() {
        let [low, high, nan] = clipped(Clip::Value(0.5), [f32::NEG_INFINITY, f32::INFINITY, f32::NAN]);
        assert!(low == -0.5 && high == 0.5 && nan.is_nan());
    }

    /// As in Keras: a tensor's own norm only shortens it, the norm of all tells that something overflowed.
    #[test]
    fn a_norm_past_all_numbers_is_not_hidden() {
        assert_eq!(clipped(Clip::Norm(1.0), [3.0, 3e38, 0.0]), [1.0, 0.0, 0.0]);
        assert!(clipped(Clip::GlobalNorm(1.0), [3.0, 3e38, 0.0]).iter().all(|gradient| gradient.is_nan()));
        let [first, others @ ..] = clipped(Clip::Norm(1.0), [3.0, f32::INFINITY, 1.0]);
        assert!(first == 1.0 && others[0].is_nan());
    }
}
