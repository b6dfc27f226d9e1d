//! The update of a model's weights.

use super::layers::{Layer, Mode};
use super::sequential::Sequential;
use glassnet_kernels::are_finite;
use std::ops::Range;

/// A preview of an update: the learning rate, the clipped gradients, and the weights after it.
pub(crate) struct Preview {
    pub(crate) learning_rate: f32,
    pub(crate) gradients: Vec<f32>,
    pub(crate) new_weights: Vec<f32>,
}

impl Sequential {
    /// Clips the current gradients as the optimizer does.
    pub fn clip_gradients(&mut self) {
        self.optimizer.clip(&mut self.gradients, &self.tensors);
    }

    /// One optimizer update from the current gradients; keeps the weights and returns `false` where one would not be finite.
    ///
    /// Clipping comes first, as `clipvalue` makes an infinite gradient finite.
    #[inline(always)]
    pub fn update(&mut self) -> bool {
        self.clip_gradients();
        if !are_finite(&self.gradients) {
            return false;
        }
        self.optimizer.step(&mut self.state, &self.parameters, &self.gradients, &mut self.next_parameters);
        if cfg!(feature = "keras") && self.has_moving {
            self.update_moving();
        }
        if !are_finite(&self.next_parameters) {
            return false;
        }
        #[cfg(feature = "full")]
        constrain(self.constrained, &self.layers, &mut self.next_parameters);
        restore(&self.frozen, &self.parameters, &mut self.next_parameters);
        // std's `swap` would be a loop over their bytes.
        let next = std::mem::take(&mut self.next_parameters);
        self.next_parameters = std::mem::replace(&mut self.parameters, next);
        true
    }

    /// Fills the tensors that the optimizer leaves alone: moving mean and variance, which follow the batch in training, and
    /// mean and variance that stay as they are.
    #[inline(never)]
    fn update_moving(&mut self) {
        for (at, layer) in self.layers.iter().enumerate() {
            #[cfg(feature = "full")]
            if let Layer::Normalization(layer) = layer {
                let statistics = layer.statistics_range();
                self.next_parameters[statistics.clone()].copy_from_slice(&self.parameters[statistics]);
            }
            let Layer::BatchNormalization(layer) = layer else { continue };
            let (parameters, next) = (&self.parameters, &mut self.next_parameters);
            if matches!(self.mode, Mode::Training(_)) {
                layer.update_moving(parameters, self.records.cache(at), next);
            } else {
                let moving = layer.moving_mean_range().start..layer.moving_variance_range().end;
                next[moving.clone()].copy_from_slice(&parameters[moving]);
            }
        }
    }

    /// Freezes parameters: no update changes them any more.
    pub(crate) fn freeze(&mut self, range: Range<usize>) {
        self.frozen.push(range);
    }

    /// Whether updates change a parameter.
    pub(crate) fn is_trained(&self, idx: usize) -> bool {
        !self.frozen.iter().any(|range| range.contains(&idx))
    }

    /// An update from the current gradients, without taking it.
    pub(crate) fn preview_update(&self) -> Preview {
        let mut gradients = self.gradients.clone();
        self.optimizer.clip(&mut gradients, &self.tensors);
        let mut new_weights = self.parameters.clone();
        let learning_rate = self.optimizer.learning_rate.at(self.state.iterations);
        self.optimizer.step(&mut self.state.clone(), &self.parameters, &gradients, &mut new_weights);
        #[cfg(feature = "full")]
        constrain(self.constrained, &self.layers, &mut new_weights);
        restore(&self.frozen, &self.parameters, &mut new_weights);
        Preview { learning_rate, gradients, new_weights }
    }
}

/// Gives frozen parameters back what they were before the step.
fn restore(frozen: &[Range<usize>], parameters: &[f32], next: &mut [f32]) {
    for range in frozen {
        next[range.clone()].copy_from_slice(&parameters[range.clone()]);
    }
}

/// Applies the layers' constraints to the parameters after an update.
#[cfg(feature = "full")]
fn constrain(constrained: bool, layers: &[Layer], parameters: &mut [f32]) {
    if constrained {
        layers.iter().filter_map(Layer::as_dense).for_each(|layer| layer.constrain(parameters));
    }
}

#[cfg(test)]
mod tests {
    use crate::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};

    /// The weights after some steps, with or without the first of two layers frozen.
    fn trained(optimizer: Optimizer, trainable: bool) -> Vec<f32> {
        let first = DenseConfig { trainable: Some(trainable), ..DenseConfig::drawn(3, Activation::Tanh) };
        let layers = [first, DenseConfig::drawn(1, Activation::Linear)];
        let mut model = Sequential::new(&ModelConfig { optimizer, ..ModelConfig::new(2, layers) }).unwrap();
        let start = model.weights().to_vec();
        for _ in 0..5 {
            model.train_on_batch_row_major(&[1.0, -1.0, 0.5, 2.0], &[1.0, -2.0]).unwrap();
        }
        model.weights().iter().zip(start).map(|(after, before)| after - before).collect()
    }

    #[test]
    fn a_frozen_layer_stays_as_it_is_whatever_the_optimizer_and_the_others_are_trained() {
        let decayed = || Optimizer { weight_decay: Some(0.1), ..Optimizer::adam() };
        for optimizer in [|| Optimizer::sgd(0.1), Optimizer::adam, decayed] {
            let changes = trained(optimizer(), false);
            assert_eq!(changes[..9], [0.0; 9]);
            assert!(changes[9..].iter().all(|change| *change != 0.0), "{changes:?}");
            assert!(trained(optimizer(), true)[..9].iter().any(|change| *change != 0.0));
        }
    }
}
