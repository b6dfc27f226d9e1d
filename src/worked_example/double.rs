//! An example's training in double precision: a text may print more digits than an `f32` has.

use super::claim::{Claim, ClaimCheck, Quantity};
use super::config::ExampleConfig;
use crate::Error;
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
    let mut checks = vec![None; claims.len()];
    let mut next = 0;
    while let Some(iteration) = claims.iter().map(|claim| claim.iteration).filter(|&at| at >= next).min() {
        (next.max(1)..=iteration).for_each(|_| training.step());
        for (check, claim) in checks.iter_mut().zip(claims) {
            if claim.iteration == iteration {
                *check = Some(claim.check(training.value(claim))?);
            }
        }
        next = iteration + 1;
    }
    Ok(checks.into_iter().flatten().collect())
}

/// Rejects a claim that cannot be checked.
fn check_place(model: &Sequential, claim: &Claim) -> Result<(), Error> {
    if place(model, claim).is_none() {
        return Err(Error::out_of_range("claims", expected(model, claim), claim.value_name()));
    }
    let is_weight = matches!(claim.of, Quantity::Weight | Quantity::Bias);
    let first = usize::from(!is_weight);
    if !(first..=MAX_ITERATION).contains(&claim.iteration) {
        let name = |iteration| Claim { iteration, ..claim.clone() }.value_name();
        let received = format!("{}@{}", name(1), claim.iteration);
        return Err(Error::out_of_range("claims", format!("@{first} … @{MAX_ITERATION}"), received));
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
    let has_input = match of {
        Quantity::Weight => true,
        Quantity::Gradient => input.is_some(),
        _ => false,
    };
    if has_input != input.is_some() || input.is_some_and(|input| input >= layer.inputs()) {
        return None;
    }
    if matches!(of, Quantity::Output | Quantity::Sum) { Some(unit) } else { layer.parameter_index(input, unit) }
}

/// The first and the last value of the kind that a claim names.
fn expected(model: &Sequential, claim: &Claim) -> String {
    let mut names: Option<[String; 2]> = None;
    let with_input = claim.of == Quantity::Weight || claim.of == Quantity::Gradient && claim.input.is_some();
    for (layer_idx, layer) in model.active_layers().into_iter().enumerate() {
        for unit in 0..layer.units() {
            let input = with_input.then(|| layer.inputs() - 1);
            let layer = Some(layer_idx).filter(|_| claim.of != Quantity::Loss);
            let last = Claim { layer, unit: Some(unit), input, iteration: 1, ..claim.clone() };
            if place(model, &last).is_some() {
                let first = names.take().map(|[first, _]| first);
                let own = || Claim { input: input.map(|_| 0), ..last.clone() }.value_name();
                names = Some([first.unwrap_or_else(own), last.value_name()]);
            }
        }
    }
    names.map_or("another value, as no layer has a bias".to_string(), |[first, last]| format!("{first} … {last}"))
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
        let ExampleConfig { inputs, target, .. } = self.config;
        let layers = self.model.active_layers();
        // From `dL/da` of the last layer to that of the layer before, and so on.
        let mut d: Vec<f64> = (0..target.len()).map(|output| 2.0 * self.error(output) / target.len() as f64).collect();
        for (at, layer) in layers.into_iter().enumerate().rev() {
            layer.activation().backward(layer.units(), &self.pass.pre_activations[at], &self.pass.outputs[at], &mut d);
            let incoming = if at == 0 { inputs } else { &self.pass.outputs[at - 1] };
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
