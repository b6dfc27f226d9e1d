//! The operations of layers that normalize, and of an activation that is a layer of its own.

use super::event::{Operation, Phase, Term};
use super::trace::{Recorder, Update};
use crate::nn::{Layer, Normalization};

impl Recorder<'_> {
    fn normalization_of(&self, layer_idx: usize, layer: &Layer, unit: usize) -> Option<Normalization> {
        layer.normalization(self.model.weights(), self.incoming(layer_idx), unit)
    }

    /// Gamma and beta of a unit of a layer that normalizes, where they lie in the parameters.
    fn gamma_and_beta(layer: &Layer, unit: usize) -> [Option<usize>; 2] {
        [Some(unit), None].map(|input| layer.parameter_index(input, unit))
    }

    pub(super) fn normalization(&mut self, layer_idx: usize, layer: &Layer, unit: usize) {
        let Some(normalization) = self.normalization_of(layer_idx, layer, unit) else { return };
        let Normalization { mean, variance, epsilon, gamma, beta } = normalization;
        let x = self.incoming(layer_idx)[unit];
        let operation = Operation::Normalization {
            statistics: match layer.class() {
                "LayerNormalization" => "row",
                "Normalization" => "data",
                _ => self.statistics,
            },
            x,
            mean,
            variance,
            epsilon,
            normalized: normalization.of(x),
            gamma,
            beta,
            output: self.model.outputs(layer_idx)[unit],
        };
        self.push(Phase::Forward, layer_idx, unit, operation);
    }

    /// What each unit of a layer that is not dense adds to `dL/da` of one of its inputs: its own gradient times what it
    /// changes by with the input.
    pub(super) fn terms_of_others(&self, layer_idx: usize, layer: &Layer, input: usize) -> Vec<Term> {
        let term = |unit: usize, weight: f32| {
            let gradient = self.model.d_pre(layer_idx)[unit];
            Term { layer: layer_idx, unit, gradient, weight, product: gradient * weight }
        };
        let Some(normalization) = self.normalization_of(layer_idx, layer, input) else {
            return vec![term(input, 1.0)];
        };
        let inverse = normalization.inverse_deviation();
        if !matches!(layer, Layer::LayerNormalization(_)) {
            return vec![term(input, inverse * normalization.gamma.unwrap_or(1.0))];
        }
        // Mean and variance of the row depend on the input, too.
        let inputs = self.incoming(layer_idx);
        let (count, own) = (inputs.len() as f32, normalization.of(inputs[input]));
        let slope = |unit: usize| {
            let gamma = self.normalization_of(layer_idx, layer, unit).and_then(|of_unit| of_unit.gamma);
            let direct = if unit == input { 1.0 } else { 0.0 };
            gamma.unwrap_or(1.0) * inverse * (direct - (1.0 + normalization.of(inputs[unit]) * own) / count)
        };
        (0..inputs.len()).map(|unit| term(unit, slope(unit))).collect()
    }

    pub(super) fn normalization_gradients(&mut self, layer_idx: usize, layer: &Layer, unit: usize) {
        let Some(normalization) = self.normalization_of(layer_idx, layer, unit) else { return };
        let (output_gradient, gradients) = (self.model.d_pre(layer_idx)[unit], self.model.gradients());
        let normalized = normalization.of(self.incoming(layer_idx)[unit]);
        let [gamma, beta] = Self::gamma_and_beta(layer, unit);
        if let Some(gamma) = gamma {
            let operation = Operation::GammaGradient { output_gradient, normalized, gradient: gradients[gamma] };
            self.push(Phase::Backward, layer_idx, unit, operation);
        }
        if let Some(beta) = beta {
            let operation = Operation::BetaGradient { output_gradient, gradient: gradients[beta] };
            self.push(Phase::Backward, layer_idx, unit, operation);
        }
    }

    /// The mean gradients of gamma and beta of a batch.
    pub(super) fn normalization_means(
        &mut self,
        layer_idx: usize,
        layer: &Layer,
        unit: usize,
        of: impl Fn(usize) -> (Vec<f32>, f32),
    ) {
        let [gamma, beta] = Self::gamma_and_beta(layer, unit);
        if let Some((gradients, gradient)) = gamma.map(&of) {
            self.push(Phase::Backward, layer_idx, unit, Operation::GammaMean { gradients, gradient });
        }
        if let Some((gradients, gradient)) = beta.map(&of) {
            self.push(Phase::Backward, layer_idx, unit, Operation::BetaMean { gradients, gradient });
        }
    }

    pub(super) fn normalization_updates(
        &mut self,
        layer_idx: usize,
        layer: &Layer,
        unit: usize,
        step: impl Fn(usize) -> Update,
    ) {
        let [gamma, beta] = Self::gamma_and_beta(layer, unit);
        if let Some(Update { rule, before, learning_rate, gradient, change, after }) = gamma.map(&step) {
            let operation = Operation::GammaUpdate { rule, before, learning_rate, gradient, change, after };
            self.push(Phase::Update, layer_idx, unit, operation);
        }
        if let Some(Update { rule, before, learning_rate, gradient, change, after }) = beta.map(&step) {
            let operation = Operation::BetaUpdate { rule, before, learning_rate, gradient, change, after };
            self.push(Phase::Update, layer_idx, unit, operation);
        }
    }
}
