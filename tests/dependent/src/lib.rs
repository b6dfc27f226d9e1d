//! A module with one function of its own, which trains and predicts.

use glassnet::nalgebra::RowVector2;
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::train::train_steps;

/// The prediction for `[1, -1]` after so many steps towards 0.4, in tenths of a percent; -1 where the engine rejects something.
#[unsafe(no_mangle)]
pub extern "C" fn predict_after(steps: u32) -> i32 {
    after(steps as usize).map_or(-1, |prediction| (1000.0 * prediction).round() as i32)
}

fn after(steps: usize) -> Result<f32, glassnet::Error> {
    let sigmoid = |kernel: &[&[f64]]| DenseConfig::given(kernel, Activation::Sigmoid);
    let layers = [
        sigmoid(&[&[2.0, 1.0], &[1.0, 1.0]]),
        sigmoid(&[&[1.0, -1.0], &[-1.0, -2.0]]),
        sigmoid(&[&[-1.0], &[2.0]]),
    ];
    let mut model = Sequential::new(&ModelConfig { optimizer: Optimizer::sgd(1.0), ..ModelConfig::new(2, layers) })?;
    let x = RowVector2::new(1.0, -1.0);
    train_steps(&mut model, &x, &x.columns(0, 1).map(|_| 0.4), steps, |_| true)?;
    Ok(model.predict(&x)?[0])
}
