//! Hints that teach: each fires on the smallest example that deserves it, and not on the nearest that is well.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../measured/mod.rs"]
mod measured;
mod run;
mod setup;
mod tutorial;

use glassnet::diagnostics::Hint;
use glassnet::nn::{Activation, DenseConfig, Loss, ModelConfig, Optimizer, Sequential};

/// The codes of hints, each of which must say what is so and what to try.
pub(crate) fn codes(hints: &[Hint]) -> Vec<&'static str> {
    let is_said = |text: &str| text.len() > 20 && text.ends_with('.');
    assert!(hints.iter().all(|hint| serde_json::to_value(hint).unwrap()["code"] == hint.code()));
    assert!(hints.iter().all(|hint| is_said(&hint.message) && is_said(&hint.advice)), "{hints:?}");
    hints.iter().map(Hint::code).collect()
}

pub(crate) fn dense(units: usize, activation: Activation) -> DenseConfig {
    DenseConfig::drawn(units, activation)
}

/// A model of these layers that learns the mean squared error by Adam.
pub(crate) fn model(inputs: usize, layers: &[DenseConfig]) -> Sequential {
    with_loss(inputs, layers, Loss::MeanSquaredError)
}

pub(crate) fn with_loss(inputs: usize, layers: &[DenseConfig], loss: Loss) -> Sequential {
    let config = ModelConfig { loss, optimizer: Optimizer::adam(), ..ModelConfig::new(inputs, layers.iter().cloned()) };
    Sequential::new(&config).unwrap()
}

/// A single linear unit with a bias, by gradient descent.
pub(crate) fn line(optimizer: Optimizer) -> Sequential {
    let layers = [dense(1, Activation::Linear)];
    Sequential::new(&ModelConfig { optimizer, ..ModelConfig::new(1, layers) }).unwrap()
}
