//! One step of an optimizer: gradients are cut, and become new weights.

use super::elementary::FAST;
use super::optimizer::{Clip, Moments, Optimizer, OptimizerState, Rule};
use std::ops::Range;

impl Optimizer {
    /// What the rule remembers before its first step.
    pub fn start(&self, parameters: usize) -> OptimizerState {
        let begin = match self.rule.kept() {
            Rule::Adagrad { initial_accumulator_value, .. } => initial_accumulator_value as f32,
            _ => 0.0,
        };
        OptimizerState::new(vec![begin; parameters * self.rule.slot_names().len()], 0, 1.0)
    }

    /// Cuts gradients that are too long; `tensors` are the kernels and biases.
    pub fn clip(&self, gradients: &mut [f32], tensors: &[Range<usize>]) {
        let norm = |numbers: &[f32]| numbers.iter().fold(0.0, |sum, g| sum + g * g).sqrt();
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
        let numbers = Numbers { parameters, gradients, next, decay, rate };
        let slots = &mut state.slots;
        match self.rule.kept() {
            Rule::Sgd { momentum: 0.0, .. } => numbers.each(slots, |w, g, []| (w - rate * g, [])),
            Rule::Sgd { momentum, nesterov } => {
                let momentum = momentum as f32;
                numbers.each(slots, |w, g, [m]| {
                    let m = momentum * m - rate * g;
                    (if nesterov { w + (momentum * m - rate * g) } else { w + m }, [m])
                });
            }
            Rule::Adagrad { epsilon, .. } => numbers.each(slots, |w, g, [sum]| {
                let sum = sum + g * g;
                (w - rate * g / (sum + epsilon as f32).sqrt(), [sum])
            }),
            Rule::Adadelta { rho, epsilon } => {
                let (rho, rest, epsilon) = (rho as f32, (1.0 - rho) as f32, epsilon as f32);
                numbers.each(slots, |w, g, [square, change]| {
                    let square = rho * square + rest * (g * g);
                    let delta = -(change + epsilon).sqrt() * g / (square + epsilon).sqrt();
                    (w + rate * delta, [square, rho * change + rest * (delta * delta)])
                });
            }
            Rule::RmsProp { .. } => self.step_rms_prop(rate, slots, numbers),
            _ => self.step_moments(rate, state, numbers),
        }
    }

    fn step_rms_prop(&self, rate: f32, slots: &mut [f32], numbers: Numbers) {
        let Rule::RmsProp { rho, momentum, epsilon, centered } = self.rule.kept() else {
            return;
        };
        let (rest, rho, epsilon, again) = ((1.0 - rho) as f32, rho as f32, epsilon as f32, momentum as f32);
        let square = |g: f32, square: f32| rho * square + rest * (g * g);
        let mean = |g: f32, mean: f32| rho * mean + rest * g;
        let step = |g: f32, spread: f32| rate * g / (spread + epsilon).sqrt();
        match (momentum > 0.0, centered) {
            (false, false) => numbers.each(slots, |w, g, [v]| {
                let v = square(g, v);
                (w - step(g, v), [v])
            }),
            (true, false) => numbers.each(slots, |w, g, [v, m]| {
                let v = square(g, v);
                let m = again * m + step(g, v);
                (w - m, [v, m])
            }),
            (false, true) => numbers.each(slots, |w, g, [v, a]| {
                let (v, a) = (square(g, v), mean(g, a));
                (w - step(g, v - a * a), [v, a])
            }),
            (true, true) => numbers.each(slots, |w, g, [v, m, a]| {
                let (v, a) = (square(g, v), mean(g, a));
                let m = again * m + step(g, v - a * a);
                (w - m, [v, m, a])
            }),
        }
    }

    fn step_moments(&self, rate: f32, state: &mut OptimizerState, numbers: Numbers) {
        let (Rule::Adam(moments, _) | Rule::AdamW(moments, _) | Rule::Adamax(moments) | Rule::Nadam(moments)) =
            self.rule
        else {
            return;
        };
        let Moments { beta_1, beta_2, epsilon } = moments;
        let (new_1, new_2, epsilon) = ((1.0 - beta_1) as f32, (1.0 - beta_2) as f32, epsilon as f32);
        let [left_1, left_2] = state.powers.at(state.iterations, [beta_1, beta_2]).map(|power| 1.0 - power);
        let first = |g: f32, m: f32| m + (g - m) * new_1;
        let second = |g: f32, v: f32| v + (g * g - v) * new_2;
        let slots = &mut state.slots;
        match self.rule.kept() {
            Rule::Adamax(_) => numbers.each(slots, |w, g, [m, u]| {
                let (m, u) = (first(g, m), (beta_2 as f32 * u).max(g.abs()));
                (w - rate * m / (left_1 * (u + epsilon)), [m, u])
            }),
            Rule::Nadam(_) => {
                // Keras takes its betas from 1 as floats here, and as doubles everywhere else.
                let (beta_1, beta_2) = (beta_1 as f32, beta_2 as f32);
                let (new_1, new_2) = (1.0 - beta_1, 1.0 - beta_2);
                let t = state.iterations as f32;
                let growth = |t: f32| 1.0 - 0.5 * libm::powf(0.96, t);
                let (now, then) = (beta_1 * growth(t), beta_1 * growth(t + 1.0));
                state.momentum_product = state.momentum_product * beta_1 * growth(t);
                let (product, ahead) = (state.momentum_product, state.momentum_product * then);
                numbers.each(slots, |w, g, [m, v]| {
                    let (m, v) = (m + (g - m) * new_1, v + (g * g - v) * new_2);
                    let mean = then * m / (1.0 - ahead) + (1.0 - now) * g / (1.0 - product);
                    (w - mean * rate / ((v / left_2).sqrt() + epsilon), [m, v])
                });
            }
            Rule::Adam(_, true) | Rule::AdamW(_, true) => {
                let alpha = rate * left_2.sqrt() / left_1;
                numbers.each(slots, |w, g, [m, v, most]| {
                    let (m, v) = (first(g, m), second(g, v));
                    let most = most.max(v);
                    (w - m * alpha / (most.sqrt() + epsilon), [m, v, most])
                });
            }
            _ => {
                let alpha = rate * left_2.sqrt() / left_1;
                numbers.each(slots, |w, g, [m, v]| {
                    let (m, v) = (first(g, m), second(g, v));
                    (w - m * alpha / (v.sqrt() + epsilon), [m, v])
                });
            }
        }
    }
}

/// What a step reads and where it writes.
struct Numbers<'a> {
    parameters: &'a [f32],
    gradients: &'a [f32],
    next: &'a mut [f32],
    /// The share that a parameter loses before all else, times the learning rate.
    decay: f32,
    rate: f32,
}

/// Parameters that are computed side by side.
const LANES: usize = if FAST { 4 } else { 1 };

impl Numbers<'_> {
    /// Gives each parameter what `rule` makes of it, of its gradient, and of what is remembered of it in `S` slots.
    #[cfg_attr(feature = "keras", inline(always))]
    #[cfg_attr(not(feature = "keras"), inline(never))]
    fn each<const S: usize>(self, mut slots: &mut [f32], rule: impl Fn(f32, f32, [f32; S]) -> (f32, [f32; S])) {
        let count = self.parameters.len();
        let mut slots: [&mut [f32]; S] = std::array::from_fn(|_| slots.split_off_mut(..count).unwrap_or_default());
        let whole = count / LANES * LANES;
        let (parameters, last) = self.parameters.split_at(whole);
        let (gradients, last_gradients) = self.gradients.split_at(whole);
        let (next, last_next) = self.next.split_at_mut(whole);
        let (decay, rate) = (self.decay, self.rate);
        let of_blocks = slots.each_mut().map(|slot| &mut slot[..whole]);
        Numbers { parameters, gradients, next, decay, rate }.blocks::<S, LANES>(of_blocks, &rule);
        if !FAST {
            return;
        }
        let of_rest = slots.each_mut().map(|slot| &mut slot[whole..]);
        let rest = Numbers { parameters: last, gradients: last_gradients, next: last_next, decay, rate };
        rest.blocks::<S, 1>(of_rest, &rule);
    }

    /// The same in blocks of `L`, for slots `[S]` that are as long as the parameters.
    #[cfg_attr(feature = "keras", inline(always))]
    fn blocks<const S: usize, const L: usize>(
        self,
        slots: [&mut [f32]; S],
        rule: impl Fn(f32, f32, [f32; S]) -> (f32, [f32; S]),
    ) {
        let parameters = self.parameters.as_chunks::<L>().0;
        let count = parameters.len();
        let gradients = &self.gradients.as_chunks::<L>().0[..count];
        let next = &mut self.next.as_chunks_mut::<L>().0[..count];
        let mut slots = slots.map(|slot| &mut slot.as_chunks_mut::<L>().0[..count]);
        for block in 0..count {
            let (mut numbers, gradients) = (parameters[block], gradients[block]);
            let mut remembered: [[f32; L]; S] = slots.each_ref().map(|slot| slot[block]);
            for lane in 0..L {
                let number = numbers[lane] - numbers[lane] * self.decay * self.rate;
                let (next, news) = rule(number, gradients[lane], remembered.each_ref().map(|numbers| numbers[lane]));
                numbers[lane] = next;
                remembered.iter_mut().zip(news).for_each(|(numbers, new)| numbers[lane] = new);
            }
            next[block] = numbers;
            slots.iter_mut().zip(remembered).for_each(|(slot, remembered)| slot[block] = remembered);
        }
    }
}
