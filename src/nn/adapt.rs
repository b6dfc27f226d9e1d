//! What is measured of data before training: mean and variance of Normalization layers.

use super::layers::{Layer, Mode};
use super::{Rows, Sequential};
use crate::Error;

impl Sequential {
    /// Adapts each Normalization layer that was given no mean and variance to those of its inputs, where these `inputs`
    /// `[rows, features]` go through the layers before it in inference. The initial weights have them too.
    ///
    /// Keras does so with `layer.adapt(data)`. Without such a layer nothing changes.
    ///
    /// # Errors
    /// Rejects inputs that do not fill whole rows, and numbers that are not finite.
    pub fn adapt_row_major(&mut self, inputs: &[f32]) -> Result<(), Error> {
        self.check_inputs(inputs)?;
        let rows = Rows::all(inputs, self.input_count());
        for at in 0..self.layers.len() {
            let Layer::Normalization(layer) = &self.layers[at] else { continue };
            let (layer, statistics) = (layer.clone(), layer.statistics_range());
            if statistics.is_empty() {
                continue;
            }
            self.forward(rows, Mode::Inference);
            let incoming = match at.checked_sub(1) {
                None => rows,
                Some(before) => Rows::all(self.records.outputs(before), layer.inputs()),
            };
            layer.adapt(incoming, &mut self.parameters);
            self.start_parameters[statistics.clone()].copy_from_slice(&self.parameters[statistics]);
        }
        Ok(())
    }

    /// Whether [`Sequential::adapt_row_major`] has something to adapt.
    pub(crate) fn has_layers_to_adapt(&self) -> bool {
        let is_free = |layer: &Layer| matches!(layer, Layer::Normalization(own) if !own.statistics_range().is_empty());
        self.layers.iter().any(is_free)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Activation, DenseConfig, LayerConfig, ModelConfig, NormalizationConfig};
    use super::*;

    fn model() -> Sequential {
        let normalization = || LayerConfig::Normalization(NormalizationConfig::default());
        let dense = LayerConfig::Dense(DenseConfig::given(&[&[2.0], &[-1.0]], Activation::Linear));
        let mut config = ModelConfig::new(2, [normalization(), dense, normalization()]);
        config.optimizer = "adamw".parse().unwrap();
        Sequential::new(&config).unwrap()
    }

    #[test]
    fn each_layer_is_adapted_to_what_the_layers_before_it_give() {
        let mut model = model();
        model.adapt_row_major(&[1.0, 0.0, 3.0, 4.0]).unwrap();
        // Rows become (-1, -1) and (1, 1), and 2 x - y is -1 and 1.
        assert_eq!(model.weights(), [2.0, 2.0, 1.0, 4.0, 0.0, 2.0, -1.0, 0.0, 1.0, 0.0]);
        assert_eq!(model.predict_row_major(&[1.0, 0.0, 3.0, 4.0]).unwrap(), [-1.0, 1.0]);
        model.reset();
        assert_eq!(model.weights()[..4], [2.0, 2.0, 1.0, 4.0], "a reset leaves them");
    }

    #[test]
    fn training_leaves_mean_and_variance_alone_even_with_weight_decay() {
        let mut model = model();
        model.adapt_row_major(&[1.0, 0.0, 3.0, 4.0]).unwrap();
        let before = model.weights().to_vec();
        model.train_on_batch_row_major(&[1.0, 0.5], &[3.0]).unwrap();
        let after = model.weights();
        assert_eq!((&after[..5], &after[7..]), (&before[..5], &before[7..]));
        assert_ne!(after[5..7], before[5..7]);
    }
}
