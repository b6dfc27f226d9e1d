//! What a compiled step asks of a model, and what it gives back.

use super::{AdamW, Rule, Schedule, Sequential};
use glassnet_kernels::Layer;

/// What training changes.
pub(crate) struct Trained<'a> {
    pub(crate) parameters: &'a mut [f32],
    /// The optimizer's slots.
    pub(crate) slots: &'a mut [f32],
    /// Of Adam: `β₁^t` and `β₂^t`.
    pub(crate) powers: [f64; 2],
}

impl Sequential {
    /// The layers as the loops see them.
    pub(crate) fn loops(&self) -> impl Iterator<Item = Layer> {
        self.layers.iter().map(super::layers::Layer::loops)
    }

    /// Whether a step is forward pass, loss, backward pass and the optimizer's rule, and nothing else.
    pub(crate) fn has_plain_steps(&self) -> bool {
        let is_plain = !(self.regularized || self.constrained || self.has_moving);
        let optimizer = &self.optimizer;
        let is_constant = matches!(optimizer.learning_rate, Schedule::Constant(_));
        is_plain && self.frozen.is_empty() && self.metrics.is_empty() && optimizer.clip.is_none() && is_constant
    }

    /// What training changes, as it is now.
    pub(crate) fn trained(&mut self) -> Trained<'_> {
        let powers = match self.optimizer.rule {
            Rule::Adam(adam) | Rule::AdamW(AdamW { adam }) => self.state.powers(adam.moments),
            _ => [0.0; 2],
        };
        Trained { parameters: &mut self.parameters, slots: &mut self.state.slots, powers }
    }

    /// Counts steps that were taken elsewhere, after which the powers of Adam are these.
    pub(crate) fn count_steps(&mut self, steps: usize, powers: [f64; 2]) {
        self.state.advance(steps as u32, powers);
    }
}
