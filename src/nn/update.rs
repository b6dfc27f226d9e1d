//! One step of an optimizer: gradients are cut, and become new weights.

use super::optimizer::{Clip, Moments, Optimizer, OptimizerState, Rule};
use std::ops::Range;

impl Optimizer {
    /// What the rule remembers before its first step.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let begin = match self.rule.kept() {
            Rule::Adagrad { initial_accumulator_value, .. } => initial_accumulator_value as f32,
            _ => 0.0,
        };
        OptimizerState {
            slots: vec![begin; parameters * self.rule.slot_names().len()],
            iterations: 0,
            momentum_product: 1.0,
        }
    }

    /// Cuts gradients that are too long; `tensors` are the kernels and biases.
    pub fn clip(&self, gradients: &mut [f32], tensors: &[Range<usize>]) {
        let norm = |numbers: &[f32]| libm::sqrtf(numbers.iter().fold(0.0, |sum, g| sum + g * g));
        let shorten = |numbers: &mut [f32], norm: f32, size: f32| {
            let factor = size / norm.max(size);
            numbers.iter_mut().for_each(|g| *g *= factor);
        };
        let clip = if cfg!(feature = "keras") { self.clip } else { None };
        match clip {
            None => {}
            Some(Clip::Value(size)) => {
                let size = size as f32;
                gradients.iter_mut().for_each(|g| *g = g.max(-size).min(size));
            }
            Some(Clip::GlobalNorm(size)) => {
                let length = norm(gradients);
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
        let weights = parameters.iter().map(|w| w - w * decay * rate);
        let each = weights.zip(gradients).zip(next);
        let count = parameters.len();
        match self.rule.kept() {
            Rule::Sgd { momentum: 0.0, .. } => each.for_each(|((w, g), next)| *next = w - rate * g),
            Rule::Sgd { momentum, nesterov } => {
                let momentum = momentum as f32;
                for (((w, g), next), m) in each.zip(&mut state.slots) {
                    *m = momentum * *m - rate * g;
                    *next = if nesterov { w + (momentum * *m - rate * g) } else { w + *m };
                }
            }
            Rule::Adagrad { epsilon, .. } => {
                for (((w, g), next), sum) in each.zip(&mut state.slots) {
                    *sum += g * g;
                    *next = w - rate * g / libm::sqrtf(*sum + epsilon as f32);
                }
            }
            Rule::Adadelta { rho, epsilon } => {
                let (rho, rest, epsilon) = (rho as f32, (1.0 - rho) as f32, epsilon as f32);
                let (squares, changes) = state.slots.split_at_mut(count);
                for ((((w, g), next), square), change) in each.zip(squares).zip(changes) {
                    *square = rho * *square + rest * (g * g);
                    let delta = -libm::sqrtf(*change + epsilon) * g / libm::sqrtf(*square + epsilon);
                    *change = rho * *change + rest * (delta * delta);
                    *next = w + rate * delta;
                }
            }
            Rule::RmsProp { .. } => self.step_rms_prop(rate, state, each, count),
            _ => self.step_moments(rate, state, each, count),
        }
    }

    fn step_rms_prop<'a>(
        &self,
        rate: f32,
        state: &mut OptimizerState,
        each: impl Iterator<Item = ((f32, &'a f32), &'a mut f32)>,
        count: usize,
    ) {
        let Rule::RmsProp { rho, momentum, epsilon, centered } = self.rule.kept() else {
            return;
        };
        let (rest, rho, epsilon, again) = ((1.0 - rho) as f32, rho as f32, epsilon as f32, momentum as f32);
        let last = state.slots.len() / count.max(1) - 1;
        for (at, ((w, g), next)) in each.enumerate() {
            let square = rho * state.slots[at] + rest * (g * g);
            state.slots[at] = square;
            let mut below = square + epsilon;
            if centered {
                let mean = &mut state.slots[last * count + at];
                *mean = rho * *mean + rest * g;
                below = square - *mean * *mean + epsilon;
            }
            let mut step = rate * g / libm::sqrtf(below);
            if momentum > 0.0 {
                let former = &mut state.slots[count + at];
                *former = again * *former + step;
                step = *former;
            }
            *next = w - step;
        }
    }

    fn step_moments<'a>(
        &self,
        rate: f32,
        state: &mut OptimizerState,
        each: impl Iterator<Item = ((f32, &'a f32), &'a mut f32)>,
        count: usize,
    ) {
        let (Rule::Adam(moments, _) | Rule::AdamW(moments, _) | Rule::Adamax(moments) | Rule::Nadam(moments)) =
            self.rule
        else {
            return;
        };
        let Moments { beta_1, beta_2, epsilon } = moments;
        let (new_1, new_2, epsilon) = ((1.0 - beta_1) as f32, (1.0 - beta_2) as f32, epsilon as f32);
        let t = state.iterations as f32;
        let (left_1, left_2) = (1.0 - libm::powf(beta_1 as f32, t), 1.0 - libm::powf(beta_2 as f32, t));
        let (means, rest) = state.slots.split_at_mut(count);
        let (squares, largest) = rest.split_at_mut(count);
        match self.rule.kept() {
            Rule::Adamax(_) => {
                for ((((w, g), next), m), u) in each.zip(means).zip(squares) {
                    *m += (g - *m) * new_1;
                    *u = (beta_2 as f32 * *u).max(g.abs());
                    *next = w - rate * *m / (left_1 * (*u + epsilon));
                }
            }
            Rule::Nadam(_) => {
                // Keras takes its betas from 1 as floats here, and as doubles everywhere else.
                let (beta_1, beta_2) = (beta_1 as f32, beta_2 as f32);
                let (new_1, new_2) = (1.0 - beta_1, 1.0 - beta_2);
                let growth = |t: f32| 1.0 - 0.5 * libm::powf(0.96, t);
                let (now, then) = (beta_1 * growth(t), beta_1 * growth(t + 1.0));
                state.momentum_product = state.momentum_product * beta_1 * growth(t);
                let (product, ahead) = (state.momentum_product, state.momentum_product * then);
                for ((((w, g), next), m), v) in each.zip(means).zip(squares) {
                    *m += (g - *m) * new_1;
                    *v += (g * g - *v) * new_2;
                    let mean = then * *m / (1.0 - ahead) + (1.0 - now) * g / (1.0 - product);
                    *next = w - mean * rate / (libm::sqrtf(*v / left_2) + epsilon);
                }
            }
            Rule::Adam(_, true) | Rule::AdamW(_, true) => {
                let alpha = rate * libm::sqrtf(left_2) / left_1;
                for (((((w, g), next), m), v), most) in each.zip(means).zip(squares).zip(largest) {
                    *m += (g - *m) * new_1;
                    *v += (g * g - *v) * new_2;
                    *most = most.max(*v);
                    *next = w - *m * alpha / (libm::sqrtf(*most) + epsilon);
                }
            }
            _ => {
                let alpha = rate * libm::sqrtf(left_2) / left_1;
                for ((((w, g), next), m), v) in each.zip(means).zip(squares) {
                    *m += (g - *m) * new_1;
                    *v += (g * g - *v) * new_2;
                    *next = w - *m * alpha / (libm::sqrtf(*v) + epsilon);
                }
            }
        }
    }
}
