//! An example's training in double precision: a text may print more digits than an `f32` has.

use super::claim::{Claim, ClaimCheck, Quantity, name_of};
use super::config::ExampleConfig;
use crate::Error;
use crate::concatenate::concatenate;
use crate::nn::{RowPass, Sequential};

/// The most iterations that claims may ask for.
const MAX_ITERATION: usize = 1_000_000;

/// Checks the claims of an example, whose training begins with the `weights` as they were written.
///
/// # Errors
/// Rejects claims of values that the network does not have, counting from 1 as authors do; iterations past the limit; texts
/// that are no decimal numbers; what training changes where a layer has regularizers or constraints.
pub(super) fn check_claims(
    model: &Sequential,
    config: &ExampleConfig,
    weights: Vec<f64>,
) -> Result<Vec<ClaimCheck>, Error> {
    let claims = &config.claims;
    for claim in claims {
        check_place(model, claim)?;
    }
    let mut training = Training::new(model, config, weights);
    let mut checks = Vec::with_capacity(claims.len());
    for claim in claims {
        // Texts that are no numbers are rejected before anything is trained.
        checks.push(claim.check(0.0)?);
    }
    let last = claims.iter().fold(0, |last, claim| last.max(claim.iteration));
    for iteration in 0..=last {
        if iteration > 0 {
            training.step();
        }
        for check in &mut checks {
            if check.claim.iteration == iteration {
                *check = check.claim.check(training.value(&check.claim))?;
            }
        }
    }
    Ok(checks)
}

/// Rejects a claim that cannot be checked.
fn check_place(model: &Sequential, claim: &Claim) -> Result<(), Error> {
    if place(model, claim).is_none() {
        return Err(Error::out_of_range("claims", expected(model, claim), claim.value_name()));
    }
    let is_weight = matches!(claim.of, Quantity::Weight | Quantity::Bias);
    let first = usize::from(!is_weight);
    if !(first..=MAX_ITERATION).contains(&claim.iteration) {
        return Err(Error::out_of_range("claims", concatenate!["@", first, " … @", MAX_ITERATION], claim.value_name()));
    }
    let is_trained = claim.iteration > 1 || claim.of == Quantity::Gradient || is_weight && claim.iteration > 0;
    if is_trained && model.is_penalized_or_constrained() {
        let expected = "the first forward pass alone, as layers have regularizers or constraints";
        return Err(Error::out_of_range("claims", expected, claim.value_name()));
    }
    Ok(())
}

/// Where a claimed value is among the units of its layer, the parameters or the outputs; `None` for one that is not there.
fn place(model: &Sequential, claim: &Claim) -> Option<usize> {
    let Claim { of, layer, unit, input, .. } = *claim;
    if of == Quantity::Loss {
        let is_known = unit.is_none_or(|unit| unit < model.output_count()) && layer.or(input).is_none();
        return is_known.then_some(unit.unwrap_or(0));
    }
    let layer = *model.active_layers().get(layer?)?;
    let unit = unit.filter(|&unit| unit < layer.units())?;
    let has_input = of == Quantity::Weight || of == Quantity::Gradient && input.is_some();
    if has_input != input.is_some() || input.is_some_and(|input| input >= layer.inputs()) {
        return None;
    }
    if matches!(of, Quantity::Output | Quantity::Sum) { Some(unit) } else { layer.parameter_index(input, unit) }
}

/// The last value of the kind that a claim names, in its layer where there is such a layer.
fn expected(model: &Sequential, claim: &Claim) -> String {
    let (of, layers) = (claim.of, model.active_layers());
    let last = layers.len() - 1;
    let layer_idx = claim.layer.unwrap_or(last).min(last);
    let layer = layers[layer_idx];
    let is_weight = of == Quantity::Weight || of == Quantity::Gradient && claim.input.is_some();
    let has_bias = layer.parameter_index(None, 0).is_some();
    if !has_bias && (of == Quantity::Bias || of == Quantity::Gradient && !is_weight) {
        return "a layer with biases".to_string();
    }
    let place = [
        if of == Quantity::Loss { None } else { Some(layer_idx) },
        if is_weight { Some(layer.inputs() - 1) } else { None },
        Some(layer.units() - 1),
    ];
    concatenate!["up to ", name_of(of, place)]
}

/// Plain gradient descent on one row, with the mean squared error.
struct Training<'a> {
    model: &'a Sequential,
    config: &'a ExampleConfig,
    /// After the last update.
    weights: Vec<f64>,
    /// Of the last iteration.
    pass: RowPass<f64>,
    gradients: Vec<f64>,
    /// What regularizers add to the first loss; there is no later one with regularizers.
    penalty: f64,
}

impl<'a> Training<'a> {
    fn new(model: &'a Sequential, config: &'a ExampleConfig, weights: Vec<f64>) -> Self {
        let pass = model.forward_row(&weights, &config.inputs, &config.target);
        let (gradients, penalty) = (vec![0.0; weights.len()], f64::from(model.penalty()));
        Training { model, config, weights, pass, gradients, penalty }
    }

    /// One iteration: a forward pass, its gradients, and their update.
    fn step(&mut self) {
        self.pass = self.model.forward_row(&self.weights, &self.config.inputs, &self.config.target);
        self.backward();
        for (idx, (weight, gradient)) in self.weights.iter_mut().zip(&self.gradients).enumerate() {
            if self.model.is_trained(idx) {
                *weight -= self.config.learning_rate * gradient;
            }
        }
    }

    fn backward(&mut self) {
        let count = self.config.target.len();
        // From `dL/da` of the last layer to that of the layer before, and so on.
        let mut d = vec![0.0; count];
        for (output, d) in d.iter_mut().enumerate() {
            *d = 2.0 * self.error(output) / count as f64;
        }
        for (at, layer) in self.model.active_layers().into_iter().enumerate().rev() {
            layer.activation().backward(layer.units(), &self.pass.pre_activations[at], &self.pass.outputs[at], &mut d);
            let incoming = if at == 0 { &self.config.inputs } else { &self.pass.outputs[at - 1] };
            let mut d_incoming = vec![0.0; incoming.len()];
            for (unit, &d) in d.iter().enumerate() {
                for (input, (&x, d_incoming)) in incoming.iter().zip(&mut d_incoming).enumerate() {
                    let Some(idx) = layer.parameter_index(Some(input), unit) else { continue };
                    self.gradients[idx] = d * x;
                    *d_incoming += d * self.weights[idx];
                }
                if let Some(idx) = layer.parameter_index(None, unit) {
                    self.gradients[idx] = d;
                }
            }
            d = d_incoming;
        }
    }

    /// `prediction - target` of an output.
    fn error(&self, output: usize) -> f64 {
        self.pass.outputs.last().map_or(0.0, |predictions| predictions[output]) - self.config.target[output]
    }

    /// The value of a claim whose place is checked.
    fn value(&self, claim: &Claim) -> f64 {
        let (at, layer) = (place(self.model, claim).unwrap_or(0), claim.layer.unwrap_or(0));
        match claim.of {
            Quantity::Output => self.pass.outputs[layer][at],
            Quantity::Sum => self.pass.pre_activations[layer][at],
            Quantity::Weight | Quantity::Bias => self.weights[at],
            Quantity::Gradient => self.gradients[at],
            Quantity::Loss if claim.unit.is_none() => self.pass.loss + self.penalty,
            Quantity::Loss => self.error(at) * self.error(at) / self.config.target.len() as f64,
        }
    }
}
