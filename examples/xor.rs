//! XOR: two classes that no straight line parts, learned by a network with one hidden layer.
//!
//! ```sh
//! cargo run --example xor
//! ```

use glassnet::Error;
use glassnet::nalgebra::{DVector, Matrix4x2};
use glassnet::nn::{Activation, BinaryCrossentropy, DenseConfig, Loss, ModelConfig, Optimizer, Schedule, Sequential};
use glassnet::train::FitConfig;

fn main() -> Result<(), Error> {
    for (row, prediction) in rows().row_iter().zip(predictions()?.iter()) {
        println!("{} xor {} = {prediction:.3}", row[0], row[1]);
    }
    Ok(())
}

/// One row a sample.
#[rustfmt::skip]
fn rows() -> Matrix4x2<f32> {
    Matrix4x2::new(
        0.0, 0.0,
        0.0, 1.0,
        1.0, 0.0,
        1.0, 1.0,
    )
}

/// Trains for 500 epochs; returns the probability of class 1 of each row.
pub(crate) fn predictions() -> Result<DVector<f32>, Error> {
    let layers = [DenseConfig::drawn(8, Activation::Tanh), DenseConfig::drawn(1, Activation::Sigmoid)];
    let loss = Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT);
    let optimizer = Optimizer { learning_rate: Schedule::Constant(0.05), ..Optimizer::adam() };
    let mut model = Sequential::new(&ModelConfig { loss, optimizer, seed: 1, ..ModelConfig::new(2, layers) })?;
    let targets = DVector::from_vec(vec![0.0, 1.0, 1.0, 0.0]);
    model.fit(&rows(), &targets, FitConfig { epochs: 500, ..FitConfig::default() })?;
    Ok(model.predict(&rows())?.column(0).into_owned())
}
