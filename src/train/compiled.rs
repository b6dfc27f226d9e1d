//! A fit whose batches are trained by a compiled step.

use super::fit::Fit;
use crate::jit::{Plan, Program};
use crate::nn::Sequential;

/// Batches between two looks at the clock.
const CHUNK: usize = 256;

/// Batches of one size that follow each other.
#[derive(Debug)]
pub(crate) struct Span<'a> {
    /// The rows of all of them.
    pub(crate) order: &'a [u32],
    pub(crate) batches: usize,
    /// Inputs and targets of all rows of the fit.
    pub(crate) inputs: &'a [f32],
    pub(crate) targets: &'a [f32],
    pub(crate) learning_rate: f32,
    /// Whether it is the last batch of an epoch, with fewer rows than the others.
    pub(crate) is_rest: bool,
}

impl Fit {
    /// The plan of a compiled step for this fit; none where only the loops can train it.
    pub(crate) fn plan(&self, model: &Sequential) -> Option<Plan> {
        let is_plain = self.weights.is_empty() && self.config.order.dataset().is_none();
        if !is_plain || self.config.callbacks.terminate_on_nan {
            return None;
        }
        let rows = self.config.batch_size.min(self.rows);
        Plan::of(model, [rows, self.rows % rows])
    }

    /// Trains batches by a compiled step: as many as there are up to `batches`, and while `go_on` says so; returns how many,
    /// and whether all is well. Where a weight would not be finite it stops before the chunk of that batch, which the loops
    /// train again. Nothing remains of a batch but the weights, so the loops take each after which somebody looks at the
    /// model.
    pub(crate) fn train_compiled(
        &mut self,
        model: &mut Sequential,
        program: &mut Program,
        batches: usize,
        go_on: impl Fn() -> bool,
        train: impl Fn(&Span),
    ) -> (usize, bool) {
        let is_between = self.end.is_none() && self.validating.is_none();
        let (mut done, mut is_finite, mut is_loaded) = (0, true, false);
        while is_between && done < batches && go_on() {
            self.begin_epoch();
            let (from, count) = (self.batch, self.batches.count());
            let last = count - usize::from(self.is_model_needed_after_epoch());
            let to = last.min(from + (batches - done).min(CHUNK));
            if from >= to {
                break;
            }
            if !is_loaded {
                program.load(model);
                is_loaded = true;
            }
            program.keep(self.loss_sum);
            self.train_span(from..to, model.learning_rate(), &train);
            let Some(losses) = program.losses() else {
                program.restore();
                is_finite = false;
                break;
            };
            self.loss_sum = losses;
            self.rows_done += self.batches.span(from..to).len();
            done += to - from;
            self.batch = to;
            if to == count {
                self.end_epoch(model);
            }
        }
        if done > 0 {
            program.store(model, done);
        }
        (done, is_finite)
    }

    fn train_span(&self, batches: std::ops::Range<usize>, learning_rate: f32, train: impl Fn(&Span)) {
        let (inputs, targets) = (&self.inputs, &self.targets);
        let size = self.config.batch_size.min(self.rows);
        let order = self.batches.span(batches.clone());
        let whole = order.len() / size;
        let (order, rest) = order.split_at(whole * size);
        let span = Span { order, batches: whole, inputs, targets, learning_rate, is_rest: false };
        if whole > 0 {
            train(&span);
        }
        if !rest.is_empty() {
            train(&Span { order: rest, batches: 1, is_rest: true, ..span });
        }
    }

    /// Whether what follows the last batch of this epoch looks at the model.
    fn is_model_needed_after_epoch(&self) -> bool {
        let is_last = self.epoch + 1 >= self.config.epochs;
        let is_watched = self.monitor.is_some() || self.plateau.is_some();
        is_last || is_watched || self.validates() || self.config.callbacks.logged_key().is_some()
    }
}
