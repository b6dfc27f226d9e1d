//! A training watched step by step: activations, loss, gradients and update of each iteration of a worked example.
//!
//! ```sh
//! cargo run --example step_by_step
//! ```

use glassnet::Error;
use glassnet::nalgebra::{Matrix1, RowVector2};
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};

fn main() -> Result<(), Error> {
    let mut model = model()?;
    for iteration in 0..5 {
        let step = step(&mut model)?;
        println!("iteration {iteration}: prediction {:.4}, loss {:.7}", step.prediction, step.loss);
        for (at, layer) in step.layers.iter().enumerate() {
            println!("layer {at}: activations {layer}");
        }
        println!("the first kernel, [inputs, units]: {}", model.layer(0)?.kernel().unwrap());
    }
    Ok(())
}

/// What one iteration computed.
pub(crate) struct Step {
    /// The prediction before the update.
    pub(crate) prediction: f32,
    /// Its loss, the squared error.
    pub(crate) loss: f32,
    /// The activations `[1, units]` of each layer.
    pub(crate) layers: Vec<glassnet::nalgebra::DMatrix<f32>>,
}

/// Two inputs, two hidden layers of two units, one output; sigmoid everywhere, no biases.
pub(crate) fn model() -> Result<Sequential, Error> {
    let sigmoid = |kernel: &[&[f64]]| DenseConfig::given(kernel, Activation::Sigmoid);
    let layers =
        [sigmoid(&[&[2.0, 1.0], &[1.0, 1.0]]), sigmoid(&[&[1.0, -1.0], &[-1.0, -2.0]]), sigmoid(&[&[-1.0], &[2.0]])];
    Sequential::new(&ModelConfig { optimizer: Optimizer::sgd(1.0), ..ModelConfig::new(2, layers) })
}

/// One iteration of gradient descent towards the target 0.4.
pub(crate) fn step(model: &mut Sequential) -> Result<Step, Error> {
    let (x, target) = (RowVector2::new(1.0, -1.0), Matrix1::new(0.4));
    let layers = model.activations(&x)?;
    // Forward pass, loss and backward pass; then the optimizer's update from these gradients.
    let loss = model.gradients_for(&x, &target)?;
    model.update();
    Ok(Step { prediction: layers[2][0], loss, layers })
}
