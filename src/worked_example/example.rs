//! A worked example at work: any of its iterations, forwards and backwards.

use super::claim::ClaimCheck;
use super::config::ExampleConfig;
use super::double::check_claims;
use crate::Error;
use crate::concatenate::concatenate;
use crate::error::{all_finite, counted};
use crate::nn::{Dense, Layer, ModelConfig, Optimizer, Sequential};
use crate::number::singles;
use crate::train::{Divergence, GradientCheck, ParameterPlace, Trace, check_gradient, take_update, trace};
use serde::Serialize;

/// The weights are kept after every so many iterations; those between are trained again from there.
const CHECKPOINT_EVERY: usize = 64;

/// The most iterations that an example may run for.
const MAX_ITERATIONS: usize = 100_000;

/// How far a worked example came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ExampleRun {
    /// The first iteration whose prediction is within the tolerance of the target, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<usize>,
    /// The last iteration that was requested.
    pub last: usize,
    /// Set where the next iteration's numbers would no longer be finite.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diverged: Option<Divergence>,
}

/// A worked example whose iterations can be requested in any order.
///
/// Iteration `k` is what happens after `k` updates. Training is deterministic, so an iteration requested twice
/// has the same bits.
#[derive(Debug, Clone)]
pub struct WorkedExample {
    config: ExampleConfig,
    model: Sequential,
    /// The features and the target in the precision of training.
    inputs: Vec<f32>,
    target: Vec<f32>,
    /// The iteration whose weights the model holds.
    at: usize,
    /// The weights of iterations 0, 64, 128, …
    checkpoints: Vec<Vec<f32>>,
    /// The loss of each iteration computed so far.
    losses: Vec<f32>,
    /// The predictions of each iteration computed so far, `[iterations, outputs]`.
    predictions: Vec<f32>,
    diverged: Option<Divergence>,
    claims: Vec<ClaimCheck>,
}

impl WorkedExample {
    /// Sets an example up.
    ///
    /// # Errors
    /// Rejects what [`Sequential::new`] rejects, layers without a kernel, a row or target that does not fit the
    /// network, a tolerance that is not above 0, and claims of values that do not exist, of more than a million iterations,
    /// or that are no decimal numbers.
    pub fn new(config: ExampleConfig) -> Result<Self, Error> {
        if let Some(layer) = config.layers.iter().position(|layer| layer.kernel.is_none()) {
            return Err(Error::shape(&concatenate!["layers[", layer, "].kernel"], "the start weights", "none"));
        }
        all_finite("tolerance", &[config.tolerance])?;
        if config.tolerance <= 0.0 {
            return Err(Error::out_of_range(
                "tolerance",
                "a number above 0",
                crate::number::short(f64::from(config.tolerance)),
            ));
        }
        let mut model = Sequential::new(&ModelConfig {
            optimizer: Optimizer::sgd(config.learning_rate as f32),
            ..ModelConfig::new(config.inputs.len(), config.layers.clone())
        })?;
        if !config.train_biases {
            freeze_biases(&mut model);
        }
        let [inputs, target] = [singles(&config.inputs), singles(&config.target)];
        all_finite("inputs", &inputs)?;
        if target.len() != model.output_count() {
            let expected = concatenate![counted(model.output_count(), "number"), ", one an output unit"];
            return Err(Error::shape("target", expected, target.len()));
        }
        all_finite("target", &target)?;
        let mut example = WorkedExample {
            checkpoints: vec![model.weights().to_vec()],
            config,
            model,
            inputs,
            target,
            at: 0,
            losses: Vec::new(),
            predictions: Vec::new(),
            diverged: None,
            claims: Vec::new(),
        };
        example.look();
        example.claims = check_claims(&example.model, &example.config, example.start_weights())?;
        Ok(example)
    }

    /// The configuration.
    pub fn config(&self) -> &ExampleConfig {
        &self.config
    }

    /// Trains until the target is reached, a number is no longer finite, or iteration `limit` is there.
    pub fn run(&mut self, limit: usize) -> ExampleRun {
        let limit = limit.min(MAX_ITERATIONS);
        let mut iteration = 0;
        loop {
            let reached = self.is_reached(iteration).then_some(iteration);
            if reached.is_some() || iteration == limit || !self.extend_to(iteration + 1) {
                let diverged = self.diverged.filter(|diverged| diverged.iteration == iteration);
                return ExampleRun { reached, last: iteration, diverged };
            }
            iteration += 1;
        }
    }

    /// The record of one iteration.
    ///
    /// # Errors
    /// Rejects an iteration past the limit, or past the last one whose numbers are finite.
    pub fn trace(&mut self, iteration: usize) -> Result<Trace, Error> {
        self.go_to(iteration)?;
        trace(&mut self.model, &self.inputs, &self.target, iteration)
    }

    /// All weights and biases before the update of an iteration, in the order of [`Sequential::weights`].
    ///
    /// # Errors
    /// As [`WorkedExample::trace`].
    pub fn weights(&mut self, iteration: usize) -> Result<&[f32], Error> {
        self.go_to(iteration)?;
        Ok(self.model.weights())
    }

    /// The loss of each iteration computed so far.
    pub fn losses(&self) -> &[f32] {
        &self.losses
    }

    /// The predictions of each iteration computed so far, `[iterations, outputs]`.
    pub fn predictions(&self) -> &[f32] {
        &self.predictions
    }

    /// Compares one gradient of an iteration with a central difference.
    ///
    /// # Errors
    /// As [`WorkedExample::trace`]; rejects a place that the network does not have.
    pub fn check_gradient(&mut self, iteration: usize, place: ParameterPlace) -> Result<GradientCheck, Error> {
        self.go_to(iteration)?;
        check_gradient(&mut self.model, &self.inputs, &self.target, place)
    }

    /// The claims of the text, each beside its value.
    ///
    /// A text may print more digits than an `f32` has, so claims are checked against a training in double precision, from
    /// the numbers as they were written.
    pub fn claims(&self) -> &[ClaimCheck] {
        &self.claims
    }

    /// The start weights as they were written, in the order of [`Sequential::weights`].
    fn start_weights(&self) -> Vec<f64> {
        let mut weights = Vec::with_capacity(self.model.weights().len());
        for (layer, config) in self.model.active_layers().iter().zip(&self.config.layers) {
            for row in config.kernel.iter().flatten() {
                weights.extend_from_slice(row);
            }
            weights.extend_from_slice(config.bias.as_deref().unwrap_or_default());
            // Biases that are not given begin as the model has them.
            for place in weights.len()..layer.range().end {
                weights.push(f64::from(self.checkpoints[0][place]));
            }
        }
        weights
    }

    fn is_reached(&self, iteration: usize) -> bool {
        let outputs = self.target.len();
        let predictions = &self.predictions[iteration * outputs..][..outputs];
        predictions.iter().zip(&self.target).all(|(p, t)| (p - t).abs() < self.config.tolerance)
    }

    /// Puts the model at the weights of `iteration`.
    fn go_to(&mut self, iteration: usize) -> Result<(), Error> {
        if iteration > MAX_ITERATIONS {
            return Err(Error::out_of_range("iteration", concatenate!["0 to ", MAX_ITERATIONS], iteration));
        }
        if !self.extend_to(iteration) {
            let expected = concatenate!["0 to ", self.losses.len() - 1, ", the last whose numbers are finite"];
            return Err(Error::out_of_range("iteration", expected, iteration));
        }
        if iteration < self.at || iteration >= self.at + CHECKPOINT_EVERY {
            let checkpoint = iteration / CHECKPOINT_EVERY;
            self.model.set_weights(&self.checkpoints[checkpoint])?;
            self.at = checkpoint * CHECKPOINT_EVERY;
        }
        while self.at < iteration {
            self.model.forward_and_backward(&self.inputs, &self.target);
            take_update(&mut self.model);
            self.at += 1;
        }
        Ok(())
    }

    /// Computes iterations up to `iteration`; returns `false` where a number stops being finite before it.
    fn extend_to(&mut self, iteration: usize) -> bool {
        if iteration < self.losses.len() {
            return true;
        }
        if self.diverged.is_some() {
            return false;
        }
        let last = self.losses.len() - 1;
        // The model may stand at an earlier iteration; it never fails to reach one that was computed before.
        if self.at != last && self.go_to(last).is_err() {
            return false;
        }
        while self.at < iteration {
            self.model.forward_and_backward(&self.inputs, &self.target);
            if let Some(layer) = take_update(&mut self.model) {
                self.diverged = Some(Divergence { iteration: self.at, layer });
                return false;
            }
            self.at += 1;
            if self.at.is_multiple_of(CHECKPOINT_EVERY) {
                self.checkpoints.push(self.model.weights().to_vec());
            }
            self.look();
        }
        true
    }

    /// Notes loss and prediction at the model's weights.
    fn look(&mut self) {
        let loss = self.model.forward_and_backward(&self.inputs, &self.target);
        self.losses.push(loss);
        self.predictions.extend_from_slice(self.model.outputs(self.model.active_layers().len() - 1));
    }
}

fn freeze_biases(model: &mut Sequential) {
    let ranges: Vec<_> = model.layers().iter().filter_map(Layer::as_dense).map(Dense::bias_range).collect();
    ranges.into_iter().for_each(|range| model.freeze(range));
}
