//! What a training step costs natively, by size: `cargo bench --bench steps`.

// Criterion's macro makes a function that it does not document.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use glassnet::nn::{Activation, CategoricalCrossentropy, DenseConfig, Loss, ModelConfig, Optimizer, Sequential};

/// A model of layers `(units, activation)`, and as many rows as a step takes.
fn model(inputs: usize, layers: &[(usize, Activation)], loss: Loss, optimizer: Optimizer) -> Sequential {
    let layers: Vec<DenseConfig> =
        layers.iter().map(|&(units, activation)| DenseConfig::drawn(units, activation)).collect();
    let config = ModelConfig { loss, optimizer, ..ModelConfig::new(inputs, layers) };
    Sequential::new(&config).expect("a model that can be built")
}

/// Numbers between -1 and 1 that no two rows have alike.
fn numbers(count: usize) -> Vec<f32> {
    (0..count).map(|at| (at as f32 * 0.7).sin()).collect()
}

fn step(criterion: &mut Criterion, name: &str, mut model: Sequential, rows: usize, targets: &[f32]) {
    let inputs = numbers(rows * model.input_count());
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| model.train_on_batch_row_major(&inputs, targets));
    });
}

/// The steps of the three pieces of work in `benches/browser/works.js`.
fn works(criterion: &mut Criterion) {
    use Activation::{Linear, Relu, Sigmoid, Softmax, Tanh};
    let w1 = model(4, &[(10, Linear), (1, Linear)], Loss::MeanSquaredError, Optimizer::adam());
    step(criterion, "W1: 5 x 4 -> 10 -> 1, Adam", w1, 5, &numbers(5));
    let w2 = model(2, &[(8, Tanh), (8, Tanh), (1, Sigmoid)], Loss::MeanSquaredError, Optimizer::sgd(0.03));
    step(criterion, "W2: 10 x 2 -> 8 -> 8 -> 1, SGD", w2, 10, &numbers(10));
    let loss = Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT);
    let w3 = model(784, &[(128, Relu), (10, Softmax)], loss, Optimizer::adam());
    let targets: Vec<f32> = (0..320).map(|at| if at % 11 == 0 { 1.0 } else { 0.0 }).collect();
    step(criterion, "W3: 32 x 784 -> 128 -> 10, Adam", w3, 32, &targets);
}

/// Two square layers, 32 rows, by their units.
fn scale(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("32 rows, two layers of so many units");
    for units in [2, 4, 8, 16, 32, 64, 128, 256, 512] {
        let layers = [(units, Activation::Relu), (units, Activation::Linear)];
        let mut model = model(units, &layers, Loss::MeanSquaredError, Optimizer::sgd(0.001));
        let (inputs, targets) = (numbers(32 * units), numbers(32 * units));
        // Forward and two products backward but for the first layer's inputs: 2 · 32 · units² each.
        group.throughput(Throughput::Elements(5 * 2 * 32 * (units * units) as u64));
        group.bench_function(BenchmarkId::from_parameter(units), |bencher| {
            bencher.iter(|| model.train_on_batch_row_major(&inputs, &targets));
        });
    }
    group.finish();
}

criterion_group!(steps, works, scale);
criterion_main!(steps);
