//! Optimizers, a file each. To add one, write its file and enter it below: as a variant, in [`Rule::ALL`], in `function`
//! and in `settings`. A loop of its own in `glassnet-kernels` makes it faster; `Step::each` serves one without.

mod adadelta;
mod adagrad;
mod adam;
mod adamax;
mod adamw;
mod clip;
#[cfg(feature = "full")]
mod ftrl;
#[cfg(feature = "full")]
mod lion;
mod nadam;
mod rmsprop;
mod sgd;
mod state;

use super::names::{Entry, Named, find};
use super::schedule::Schedule;
use super::setting::{Range, Setting};
use crate::Error;
use glassnet_kernels::{LANES, Step};
use std::str::FromStr;

pub use adadelta::Adadelta;
pub use adagrad::Adagrad;
pub use adam::{Adam, Moments};
pub use adamax::Adamax;
pub use adamw::AdamW;
pub use clip::Clip;
#[cfg(feature = "full")]
pub use ftrl::Ftrl;
#[cfg(feature = "full")]
pub use lion::Lion;
pub use nadam::Nadam;
pub use rmsprop::RmsProp;
pub use sgd::Sgd;
pub use state::OptimizerState;

/// Optimizer: how an update uses the gradients.
///
/// `g` is the gradient, `η` the learning rate, `t` the iteration from 1. Source:
/// <https://keras.io/api/optimizers/>.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimizer {
    /// The formula.
    pub rule: Rule,
    /// `η`. Defaults to 0.001, for SGD to 0.01.
    pub learning_rate: Schedule,
    /// Before its step each parameter, biases too, loses this share of itself times `η`. Defaults to none, for
    /// AdamW to 0.004.
    pub weight_decay: Option<f64>,
    /// How gradients are clipped. Defaults to not at all.
    pub clip: Option<Clip>,
}

/// Update rule of an optimizer.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// `d = -√(D + ε) / √(G + ε) g`, `w += η d`, with running means `G` of `g²` and `D` of `d²`
    Adadelta(Adadelta),
    /// `w -= η g / √(Σ g² + ε)`
    Adagrad(Adagrad),
    /// `w -= η √(1 - β₂^t) / (1 - β₁^t) · m / (√v + ε)`, with running means `m` of `g` and `v` of `g²`
    Adam(Adam),
    /// Adam with weight decay.
    AdamW(AdamW),
    /// `w -= η / (1 - β₁^t) · m / (u + ε)`, with `u = max(β₂ u, |g|)`
    Adamax(Adamax),
    /// `w = -z / (√n / η)`, with the sum `n` of `g²` and the sum `z` of `g - (√n - √n₀) / η w`; the full build's.
    #[cfg(feature = "full")]
    Ftrl(Ftrl),
    /// `w -= η sign(β₁ m + (1 - β₁) g)`, with a running mean `m` of `g`; the full build's.
    #[cfg(feature = "full")]
    Lion(Lion),
    /// Adam with Nesterov momentum.
    Nadam(Nadam),
    /// `w -= η g / √(v + ε)`, with the running mean `v` of `g²`
    RmsProp(RmsProp),
    /// Gradient descent: `w -= η g`; with momentum `m = μ m - η g`, `w += m`, and with Nesterov's `w += μ m - η g`
    Sgd(Sgd),
}

/// What an optimizer is made of.
trait UpdateRule {
    /// Its names and its formula.
    fn entry(&self) -> Entry;

    /// The default learning rate.
    fn learning_rate(&self) -> f32 {
        0.001
    }

    /// The default weight decay.
    fn weight_decay(&self) -> Option<f64> {
        None
    }

    /// What it remembers of each parameter, by Keras's names.
    fn slot_names(&self) -> &'static [&'static str];

    /// What its first slot holds before the first step; others hold 0.
    fn initial_slot(&self) -> f32 {
        0.0
    }

    /// Whether it keeps a product of momenta too.
    fn keeps_momentum_product(&self) -> bool {
        false
    }

    /// Takes a step; the slots of the state are the step's meanwhile.
    fn update(&self, step: Step, state: &mut OptimizerState);
}

/// The most slots that a rule has.
const MAX_SLOTS: usize = 3;

fn epsilon_setting(epsilon: &mut f64) -> Setting<'_> {
    Setting::double("epsilon", Range::NotNegative, epsilon)
}

impl Rule {
    /// All that the build has, with their defaults, in the order of their names.
    pub const ALL: &'static [Rule] = &[
        Rule::Adadelta(Adadelta::DEFAULT),
        Rule::Adagrad(Adagrad::DEFAULT),
        Rule::Adam(Adam::DEFAULT),
        Rule::Adamax(Adamax::DEFAULT),
        Rule::AdamW(AdamW::DEFAULT),
        #[cfg(feature = "full")]
        Rule::Ftrl(Ftrl::DEFAULT),
        #[cfg(feature = "full")]
        Rule::Lion(Lion::DEFAULT),
        Rule::Nadam(Nadam::DEFAULT),
        Rule::RmsProp(RmsProp::DEFAULT),
        Rule::Sgd(Sgd::DEFAULT),
    ];

    /// What computes it; in the page's build always that of worked examples: see `Loss::supported_in_build`.
    #[cfg_attr(not(feature = "keras"), inline(always))]
    fn function(&self) -> &dyn UpdateRule {
        if cfg!(not(feature = "keras")) {
            return &Sgd::DEFAULT;
        }
        match self {
            Rule::Adadelta(rule) => rule,
            Rule::Adagrad(rule) => rule,
            Rule::Adam(rule) => rule,
            Rule::AdamW(rule) => rule,
            Rule::Adamax(rule) => rule,
            #[cfg(feature = "full")]
            Rule::Ftrl(rule) => rule,
            #[cfg(feature = "full")]
            Rule::Lion(rule) => rule,
            Rule::Nadam(rule) => rule,
            Rule::RmsProp(rule) => rule,
            Rule::Sgd(rule) => rule,
        }
    }

    /// Keras's name.
    pub fn name(&self) -> &'static str {
        self.entry().name
    }

    /// What the rule remembers of each parameter, by Keras's names.
    pub fn slot_names(&self) -> &'static [&'static str] {
        self.function().slot_names()
    }

    /// Whether the rule keeps a product of momenta beside its slots.
    pub(crate) fn keeps_momentum_product(&self) -> bool {
        self.function().keeps_momentum_product()
    }
}

impl Optimizer {
    /// A rule with its other defaults.
    #[must_use]
    pub fn of(rule: Rule) -> Self {
        let (learning_rate, weight_decay) = (rule.function().learning_rate(), rule.function().weight_decay());
        Optimizer { rule, learning_rate: Schedule::Constant(learning_rate), weight_decay, clip: None }
    }

    /// Gradient descent with a step size.
    #[must_use]
    pub fn sgd(learning_rate: f32) -> Self {
        Optimizer { learning_rate: Schedule::Constant(learning_rate), ..Optimizer::default() }
    }

    /// Adam with its defaults.
    #[must_use]
    pub fn adam() -> Self {
        Optimizer::of(Rule::Adam(Adam::DEFAULT))
    }

    /// Checks that the settings are within their ranges.
    ///
    /// # Errors
    /// Names the first that is out of its range.
    pub fn check(&self) -> Result<(), Error> {
        self.learning_rate.check()?;
        // The rule of worked examples has none of these: see `Loss::supported_in_build`.
        if cfg!(not(feature = "keras")) {
            return Ok(());
        }
        self.rule.check_settings()?;
        self.weight_decay.map_or(Ok(()), |decay| Range::NotNegative.check("weightDecay", decay))?;
        self.clip.map_or(Ok(()), Clip::check)
    }

    /// One step: writes what `parameters` become into `next`.
    pub fn step(&self, state: &mut OptimizerState, parameters: &[f32], gradients: &[f32], next: &mut [f32]) {
        let learning_rate = self.learning_rate.at(state.iterations);
        state.iterations += 1;
        let decay = self.weight_decay.map_or(0.0, |decay| decay as f32);
        let rule = self.rule.function();
        let mut slots = std::mem::take(&mut state.slots);
        let step = Step { parameters, gradients, next, slots: &mut slots, decay, learning_rate };
        if parameters.len() < LANES {
            update_few(rule, step, state);
        } else {
            rule.update(step, state);
        }
        state.slots = slots;
    }
}

/// A step of fewer parameters than are updated side by side: they get others of 0 beside them.
#[cold]
fn update_few(rule: &dyn UpdateRule, step: Step, state: &mut OptimizerState) {
    let Step { parameters, gradients, next, slots, decay, learning_rate } = step;
    let count = parameters.len();
    let filled = |numbers: &[f32]| std::array::from_fn(|at| numbers.get(at).copied().unwrap_or(0.0));
    let (parameters, gradients): ([f32; LANES], [f32; LANES]) = (filled(parameters), filled(gradients));
    let (mut all_next, mut all_slots) = ([0.0; LANES], [[0.0; LANES]; MAX_SLOTS]);
    for (all, slot) in all_slots.iter_mut().zip(slots.chunks(count.max(1))) {
        *all = filled(slot);
    }
    let all = all_slots.as_flattened_mut();
    let step =
        Step { parameters: &parameters, gradients: &gradients, next: &mut all_next, slots: all, decay, learning_rate };
    rule.update(step, state);
    next.copy_from_slice(&all_next[..count]);
    for (slot, all) in slots.chunks_mut(count.max(1)).zip(&all_slots) {
        slot.copy_from_slice(&all[..count]);
    }
}

impl Default for Optimizer {
    fn default() -> Self {
        Optimizer::of(Rule::Sgd(Sgd::DEFAULT))
    }
}

impl Named for Rule {
    const KIND: &'static str = "optimizer";
    const KNOWN: &'static [Self] = Rule::ALL;

    fn entry(&self) -> Entry {
        self.function().entry()
    }

    fn settings(&mut self) -> Vec<Setting<'_>> {
        if cfg!(not(feature = "keras")) {
            return Vec::new();
        }
        match self {
            Rule::Adadelta(rule) => rule.settings(),
            Rule::Adagrad(rule) => rule.settings(),
            Rule::Adam(rule) => rule.settings(),
            Rule::AdamW(rule) => rule.settings(),
            Rule::Adamax(rule) => rule.settings(),
            #[cfg(feature = "full")]
            Rule::Ftrl(rule) => rule.settings(),
            #[cfg(feature = "full")]
            Rule::Lion(rule) => rule.settings(),
            Rule::Nadam(rule) => rule.settings(),
            Rule::RmsProp(rule) => rule.settings(),
            Rule::Sgd(rule) => rule.settings(),
        }
    }
}

impl FromStr for Optimizer {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name).map(Optimizer::of)
    }
}

#[cfg(test)]
mod tests;
