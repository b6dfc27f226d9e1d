//! The update rules of the optimizers.

use super::elementary::FAST;

/// One optimizer step: its operands and results. Formulas are in Keras's order of operations; `w` is a parameter, `g` its
/// gradient, `η` the learning rate.
#[derive(Debug)]
pub struct Step<'a> {
    /// The parameters before the step.
    pub parameters: &'a [f32],
    /// Their gradients.
    pub gradients: &'a [f32],
    /// The parameters after the step.
    pub next: &'a mut [f32],
    /// The optimizer's state: slots, one after the other, each as long as the parameters.
    pub slots: &'a mut [f32],
    /// Weight decay: `w -= decay · η · w` before the rule.
    pub decay: f32,
    /// `η`
    pub learning_rate: f32,
}

/// Parameters that are updated side by side: a block.
pub const LANES: usize = if FAST { 4 } else { 1 };

impl Step<'_> {
    /// `w -= η g`
    pub fn plain(self) {
        let Step { parameters, gradients, next, decay, learning_rate: rate, .. } = self;
        let updated = |w: f32, g: f32| (w - w * decay * rate) - rate * g;
        let (parameters, last_parameters) = parameters.as_chunks::<LANES>();
        let (gradients, last_gradients) = gradients.as_chunks::<LANES>();
        let (next, last_next) = next.as_chunks_mut::<LANES>();
        for ((next, w), g) in next.iter_mut().zip(parameters).zip(gradients) {
            *next = std::array::from_fn(|lane| updated(w[lane], g[lane]));
        }
        for ((next, &w), &g) in last_next.iter_mut().zip(last_parameters).zip(last_gradients) {
            *next = updated(w, g);
        }
    }

    /// `m = μ m - η g`, and `w += m` or Nesterov's `w += μ m - η g`
    pub fn momentum(self, momentum: f32, nesterov: bool) {
        let rate = self.learning_rate;
        self.each(|w, g, [m]| {
            let m = momentum * m - rate * g;
            (if nesterov { w + (momentum * m - rate * g) } else { w + m }, [m])
        });
    }

    /// `w -= η g / √(Σ g² + ε)`
    pub fn adagrad(self, epsilon: f32) {
        let rate = self.learning_rate;
        self.each(|w, g, [sum]| {
            let sum = sum + g * g;
            (w - rate * g / (sum + epsilon).sqrt(), [sum])
        });
    }

    /// `d = -√(D + ε) / √(G + ε) g`, `w += η d`; `rest` is `1 - ρ`.
    pub fn adadelta(self, rho: f32, rest: f32, epsilon: f32) {
        let rate = self.learning_rate;
        self.each(|w, g, [square, change]| {
            let square = rho * square + rest * (g * g);
            let delta = -(change + epsilon).sqrt() * g / (square + epsilon).sqrt();
            (w + rate * delta, [square, rho * change + rest * (delta * delta)])
        });
    }

    /// `w -= η g / √(v + ε)`, with `momentum` above 0 through a slot of its own, and `centered` with the square of the mean
    /// of `g` taken off `v`; `rest` is `1 - ρ`.
    pub fn rms_prop(self, [rho, rest, momentum, epsilon]: [f32; 4], centered: bool) {
        let rate = self.learning_rate;
        let square = |g: f32, square: f32| rho * square + rest * (g * g);
        let mean = |g: f32, mean: f32| rho * mean + rest * g;
        let step = |g: f32, spread: f32| rate * g / (spread + epsilon).sqrt();
        match (momentum > 0.0, centered) {
            (false, false) => self.each(|w, g, [v]| {
                let v = square(g, v);
                (w - step(g, v), [v])
            }),
            (true, false) => self.each(|w, g, [v, m]| {
                let v = square(g, v);
                let m = momentum * m + step(g, v);
                (w - m, [v, m])
            }),
            (false, true) => self.each(|w, g, [v, a]| {
                let (v, a) = (square(g, v), mean(g, a));
                (w - step(g, v - a * a), [v, a])
            }),
            (true, true) => self.each(|w, g, [v, m, a]| {
                let (v, a) = (square(g, v), mean(g, a));
                let m = momentum * m + step(g, v - a * a);
                (w - m, [v, m, a])
            }),
        }
    }

    /// `w -= α m / (√v + ε)`, with running means `m` of `g` and `v` of `g²`; `new` are `1 - β`.
    pub fn adam(self, alpha: f32, [new_1, new_2]: [f32; 2], epsilon: f32) {
        self.each(|w, g, [m, v]| {
            let (m, v) = (m + (g - m) * new_1, v + (g * g - v) * new_2);
            (w - m * alpha / (v.sqrt() + epsilon), [m, v])
        });
    }

    /// [`Step::adam`] with the largest `v` so far.
    pub fn amsgrad(self, alpha: f32, [new_1, new_2]: [f32; 2], epsilon: f32) {
        self.each(|w, g, [m, v, most]| {
            let (m, v) = (m + (g - m) * new_1, v + (g * g - v) * new_2);
            // Not std's `max`, which would hide a NaN.
            let most = if v <= most { most } else { v };
            (w - m * alpha / (most.sqrt() + epsilon), [m, v, most])
        });
    }

    /// `w -= η m / (c (u + ε))`, with `u = max(β₂ u, |g|)` and the bias correction `c = 1 - β₁^t`.
    pub fn adamax(self, bias_correction: f32, [new_1, beta_2]: [f32; 2], epsilon: f32) {
        let rate = self.learning_rate;
        self.each(|w, g, [m, u]| {
            let (m, u) = (m + (g - m) * new_1, (beta_2 * u).max(g.abs()));
            (w - rate * m / (bias_correction * (u + epsilon)), [m, u])
        });
    }

    /// Adam whose `m / √v` is a mean of the next step's momentum and of the gradient: `of_m · m + of_g · g`, each divided.
    pub fn nadam(self, momentum: NadamMomentum, [new_1, new_2]: [f32; 2], epsilon: f32) {
        let rate = self.learning_rate;
        let NadamMomentum { now, next, product, next_product, bias_correction } = momentum;
        self.each(|w, g, [m, v]| {
            let (m, v) = (m + (g - m) * new_1, v + (g * g - v) * new_2);
            let mean = next * m / (1.0 - next_product) + (1.0 - now) * g / (1.0 - product);
            (w - mean * rate / ((v / bias_correction).sqrt() + epsilon), [m, v])
        });
    }

    /// `w -= η sign(β₁ m + (1 - β₁) g)`, then `m = β₂ m + (1 - β₂) g`
    pub fn lion(self, [beta_1, beta_2]: [f32; 2]) {
        let rate = self.learning_rate;
        self.each(|w, g, [m]| {
            let mean = m * beta_1 + g * (1.0 - beta_1);
            // std's `signum` gives 1 for 0; NaN stays NaN.
            let sign = if mean == 0.0 { 0.0 } else { mean.signum() };
            (w - rate * sign, [m * beta_2 + g * (1.0 - beta_2)])
        });
    }

    /// `n += g²`, `z += g + s w - (n^p - n₀^p) / η w` with the `n₀` before, `w = (clip(z, ±l1) - z) / (n^p / η + 2 l2)`.
    pub fn ftrl(self, FtrlTerms { power, l1, l2, shrinkage }: FtrlTerms) {
        let rate = self.learning_rate;
        let raise = |n: f32| if power == 0.5 { n.sqrt() } else { super::power(n, power) };
        self.each(|w, g, [n_before, z]| {
            let n = n_before + g * g;
            let z = z + ((g + shrinkage * w) - (raise(n) - raise(n_before)) / rate * w);
            // Not std's `clamp`, which rejects a NaN.
            let clipped = if z > l1 { l1 } else { z };
            let clipped = if clipped < -l1 { -l1 } else { clipped };
            ((clipped - z) / (raise(n) / rate + 2.0 * l2), [n, z])
        });
    }

    /// Applies `rule` to each parameter, its gradient and its state in `S` slots; for an optimizer without a loop of its own.
    /// There must be at least [`LANES`] parameters.
    #[inline(always)]
    pub fn each<const S: usize>(self, rule: impl Fn(f32, f32, [f32; S]) -> (f32, [f32; S])) {
        let count = self.parameters.len();
        let Some(last) = count.checked_sub(LANES) else { return };
        let (gradients, next) = (&self.gradients[..count], &mut self.next[..count]);
        let mut others = self.slots;
        let mut slots: [&mut [f32]; S] = std::array::from_fn(|_| {
            let (slot, rest) = std::mem::take(&mut others).split_at_mut(count);
            others = rest;
            slot
        });
        // The last block may begin within the one before it. Its numbers are then computed twice, from the same state.
        let state_of_last = slots.each_ref().map(|slot| block(slot, last));
        let mut begin = 0;
        while begin <= last {
            let (mut numbers, gradients) = (block(self.parameters, begin), block(gradients, begin));
            let mut state = slots.each_ref().map(|slot| block(slot, begin));
            if begin == last {
                state = state_of_last;
            }
            for lane in 0..LANES {
                let number = numbers[lane] - numbers[lane] * self.decay * self.learning_rate;
                let (next, news) = rule(number, gradients[lane], state.each_ref().map(|numbers| numbers[lane]));
                numbers[lane] = next;
                state.iter_mut().zip(news).for_each(|(numbers, new)| numbers[lane] = new);
            }
            next[begin..begin + LANES].copy_from_slice(&numbers);
            slots.iter_mut().zip(&state).for_each(|(slot, state)| slot[begin..begin + LANES].copy_from_slice(state));
            if begin == last {
                return;
            }
            begin = (begin + LANES).min(last);
        }
    }
}

#[inline(always)]
fn block(numbers: &[f32], begin: usize) -> [f32; LANES] {
    let numbers = &numbers[begin..begin + LANES];
    std::array::from_fn(|lane| numbers[lane])
}

/// What FTRL adds to a gradient, and how its sum of squares counts.
#[derive(Debug, Clone, Copy)]
pub struct FtrlTerms {
    /// The exponent of the sum of squared gradients, 0 or more.
    pub power: f32,
    /// The penalty on a weight's size.
    pub l1: f32,
    /// That on its square.
    pub l2: f32,
    /// Twice the penalty on its square that goes into the gradient.
    pub shrinkage: f32,
}

/// Nadam's schedule: the momenta of this step and of the next, and their products so far.
#[derive(Debug, Clone, Copy)]
pub struct NadamMomentum {
    /// The momentum of this step.
    pub now: f32,
    /// That of the next.
    pub next: f32,
    /// The product of the momenta up to this step.
    pub product: f32,
    /// And up to the next.
    pub next_product: f32,
    /// `1 - β₂^t`
    pub bias_correction: f32,
}
