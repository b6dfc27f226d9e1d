//! Models with layers other than Dense: what a training step does to them, and what is told of them.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::nn::{Layer, ModelConfig, Sequential};
use glassnet::text::{Style, Summary};
use glassnet::train::{
    Operation, Phase, health_row_major, largest_curvature_row_major, trace, trace_batch, trace_in_batch,
};

const ROWS: [f32; 8] = [1.0, -2.0, 3.0, 0.5, -1.0, 4.0, 0.0, 1.5];
const TARGETS: [f32; 4] = [1.0, 0.0, -1.0, 2.0];

fn model(layers: &str, more: &str) -> Sequential {
    let config = json::config(&format!(r#"{{ "inputs": 2, "layers": {layers}, "seed": 4{more} }}"#));
    Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap()
}

const NORMALIZED: &str = r#"[{ "type": "BatchNormalization", "momentum": 0.75 }, { "units": 3, "activation": "tanh" },
    { "type": "LayerNormalization" }, { "units": 1 }]"#;

#[test]
fn a_training_step_moves_mean_and_variance_towards_the_batchs_and_inference_uses_them() {
    let mut model = model(NORMALIZED, "");
    let Layer::BatchNormalization(layer) = &model.layers()[0] else { panic!() };
    let (mean, variance) = (layer.moving_mean_range(), layer.moving_variance_range());
    assert_eq!(&model.weights()[..8], [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0]);
    model.train_on_batch_row_major(&ROWS, &TARGETS).unwrap();
    // Means 0.75 and 1, variances of the rows about them 2.1875 and 4.625: a quarter of them, three of what was.
    assert_eq!(model.weights()[mean], [0.1875, 0.25]);
    assert_eq!(model.weights()[variance], [0.75 + 2.1875 / 4.0, 0.75 + 4.625 / 4.0]);
    let weights = model.weights().to_vec();
    model.predict_row_major(&ROWS).unwrap();
    model.gradients_for_row_major(&ROWS, &TARGETS).unwrap();
    assert_eq!(model.weights(), weights);
}

#[test]
fn weight_decay_and_an_update_after_inference_leave_moving_mean_and_variance_alone() {
    let mut model = model(NORMALIZED, r#", "optimizer": { "name": "adamw", "weightDecay": 0.5 }"#);
    model.gradients_for_row_major(&ROWS, &TARGETS).unwrap();
    assert!(model.update());
    assert_eq!(model.weights()[4..8], [0.0, 0.0, 1.0, 1.0]);
    assert_ne!(model.weights()[0], 1.0);
}

#[test]
fn two_dropouts_in_a_row_of_one_seed_drop_other_numbers() {
    let layers = |count: usize| {
        let dropout = r#"{ "type": "Dropout", "rate": 0.5, "seed": 1 }, "#.repeat(count);
        format!(r#"[{dropout}{{ "kernel": [[1], [1]], "useBias": false, "kernelInitializer": "ones" }}]"#)
    };
    let loss = |count: usize| model(&layers(count), "").train_on_batch_row_major(&[1.0; 40], &[0.0; 20]).unwrap();
    // With a mask of its own the second leaves a quarter of the numbers, four times as large.
    assert!(loss(2) > loss(1), "{} {}", loss(2), loss(1));
    assert!(model(&layers(1), "").evaluate_row_major(&[1.0; 40], &[0.0; 20]).unwrap()[0].1 == 4.0);
}

#[test]
fn a_summary_counts_moving_mean_and_variance_as_non_trainable() {
    let summary = Summary::of(&model(NORMALIZED, "")).text(Style::Keras3).unwrap();
    for line in [
        "│ batch_normalization             │ (None, 2)              │             8 │",
        "│ layer_normalization             │ (None, 3)              │             6 │",
        " Total params: 27 (108.00 B)",
        " Trainable params: 23 (92.00 B)",
        " Non-trainable params: 4 (16.00 B)",
    ] {
        assert!(summary.contains(line), "{line}\n{summary}");
    }
}

const ADAPTED: &str = r#"[{ "type": "Normalization" }, { "units": 3, "activation": "tanh" }, { "type": "ReLU" },
    { "type": "LeakyReLU" }, { "units": 3 }, { "type": "Softmax" }, { "type": "ReLU" }]"#;

/// As Keras 3.15 prints it: the count of a Normalization is a number of 8 bytes.
#[test]
fn a_summary_of_an_adapted_model_is_kerass() {
    let mut model = model(ADAPTED, r#", "optimizer": "adam""#);
    let text = |model: &Sequential| Summary::of(model).text(Style::Keras3).unwrap();
    let before = text(&model);
    for line in [
        "│ normalization (Normalization)   │ (None, 2)              │             5 │",
        "│ re_lu (ReLU)                    │ (None, 3)              │             0 │",
        "│ leaky_re_lu (LeakyReLU)         │ (None, 3)              │             0 │",
        "│ softmax (Softmax)               │ (None, 3)              │             0 │",
        "│ re_lu_1 (ReLU)                  │ (None, 3)              │             0 │",
        " Total params: 26 (108.00 B)",
        " Trainable params: 21 (84.00 B)",
        " Non-trainable params: 5 (24.00 B)",
    ] {
        assert!(before.contains(line), "{line}\n{before}");
    }
    model.train_on_batch_row_major(&ROWS, &[0.5; 12]).unwrap();
    let after = text(&model);
    for line in [" Total params: 70 (288.00 B)", " Optimizer params: 44 (180.00 B)"] {
        assert!(after.contains(line), "{line}\n{after}");
    }
}

#[test]
fn a_trace_of_an_adapted_layer_has_the_datas_mean_and_variance_and_gradients_that_are_sums_of_their_terms() {
    let layers = r#"[{ "units": 2, "activation": "tanh" }, { "type": "Normalization" }, { "units": 1 }]"#;
    let mut model = model(layers, "");
    model.adapt_row_major(&ROWS).unwrap();
    let trace = trace(&mut model, &ROWS[..2], &TARGETS[..1], 0).unwrap();
    let (mut normalized, mut sums) = (0, 0);
    for event in &trace.events {
        match &event.operation {
            Operation::Normalization {
                statistics, x, mean, variance, epsilon, normalized: of, gamma, output, ..
            } => {
                assert_eq!(
                    (*statistics, *mean, *epsilon, *gamma),
                    ("data", model.weights()[6 + event.unit], 0.0, None)
                );
                assert!((of - (x - mean) / variance.sqrt()).abs() < 1e-6 && (of - output).abs() < 1e-6);
                normalized += 1;
            }
            Operation::ActivationGradient { terms, gradient } => {
                let sum: f32 = terms.iter().map(|term| term.product).sum();
                assert!((sum - gradient).abs() < 1e-5 * (1.0 + gradient.abs()), "{sum} {gradient}");
                sums += 1;
            }
            _ => {}
        }
    }
    assert_eq!((normalized, sums), (2, 2 + 2));
}

#[test]
fn a_trace_has_mean_and_variance_as_given_values_and_gradients_that_are_sums_of_their_terms() {
    let mut model = model(NORMALIZED, "");
    let of_row = trace(&mut model, &ROWS[..2], &TARGETS[..1], 0).unwrap();
    let in_batch = trace_in_batch(&mut model, &ROWS, &ROWS[..2], &TARGETS[..1], 0).unwrap();
    for (trace, expected) in [(&of_row, ("moving", 0.0, 1.0)), (&in_batch, ("batch", 0.75, 2.1875))] {
        let first = trace.events.iter().find_map(|event| match event.operation {
            Operation::Normalization { statistics, mean, variance, .. } => Some((statistics, mean, variance)),
            _ => None,
        });
        assert_eq!(first, Some(expected));
        let mut normalized = 0;
        for event in &trace.events {
            match &event.operation {
                Operation::Normalization {
                    x, mean, variance, epsilon, normalized: of, gamma, beta, output, ..
                } => {
                    assert!((of - (x - mean) / (variance + epsilon).sqrt()).abs() < 1e-6);
                    assert!((output - (gamma.unwrap() * of + beta.unwrap())).abs() < 1e-6);
                    normalized += 1;
                }
                Operation::ActivationGradient { terms, gradient } => {
                    let sum: f32 = terms.iter().map(|term| term.product).sum();
                    assert!((sum - gradient).abs() < 1e-5 * (1.0 + gradient.abs()), "{sum} {gradient}");
                }
                _ => {}
            }
        }
        assert_eq!(normalized, 2 + 3);
    }
    // The forward pass of a row in its batch is that of the training step.
    model.train_on_batch_row_major(&ROWS, &TARGETS).unwrap();
    assert_eq!(in_batch.prediction, model.outputs(3)[..1]);
}

#[test]
fn the_mean_gradients_and_updates_of_a_batch_trace_are_those_of_the_training_step() {
    let mut model = model(NORMALIZED, r#", "optimizer": "adam""#);
    let batch = trace_batch(&mut model, &ROWS, &TARGETS, 0).unwrap();
    let loss = model.train_on_batch_row_major(&ROWS, &TARGETS).unwrap();
    assert_eq!(batch.loss.to_bits(), loss.to_bits());
    let mut updates = 0;
    for event in &batch.events {
        let layer = model.active_layers()[event.layer];
        match &event.operation {
            Operation::WeightMean { gradients, gradient, .. }
            | Operation::BiasMean { gradients, gradient }
            | Operation::GammaMean { gradients, gradient }
            | Operation::BetaMean { gradients, gradient } => {
                let mean = gradients.iter().sum::<f32>() / 4.0;
                assert!((mean - gradient).abs() < 1e-6, "{mean} {gradient}");
            }
            Operation::WeightUpdate { after, .. }
            | Operation::BiasUpdate { after, .. }
            | Operation::GammaUpdate { after, .. }
            | Operation::BetaUpdate { after, .. } => {
                let input = match event.operation {
                    Operation::WeightUpdate { input, .. } => Some(input),
                    Operation::GammaUpdate { .. } => Some(event.unit),
                    _ => None,
                };
                let idx = layer.parameter_index(input, event.unit).unwrap();
                assert_eq!(after.to_bits(), model.weights()[idx].to_bits());
                updates += 1;
            }
            _ => assert_eq!(event.phase, Phase::Loss),
        }
    }
    assert_eq!(updates, 23);
}

#[test]
fn health_and_curvature_look_at_every_layer_that_acts() {
    let mut model = model(
        r#"[{ "type": "Flatten" }, { "units": 3 }, { "type": "BatchNormalization" },
            { "type": "Activation", "activation": "relu" }, { "type": "Dropout", "rate": 0.5 }, { "units": 1 }]"#,
        "",
    );
    let mut weights = model.weights().to_vec();
    // A bias far below the kernel's reach, past the moving mean: the first unit is dead.
    weights[6] = -1000.0;
    model.set_weights(&weights).unwrap();
    let health = health_row_major(&mut model, &ROWS, &TARGETS).unwrap();
    let units: Vec<(usize, usize)> = health.layers.iter().map(|layer| (layer.units, layer.dead_units)).collect();
    assert_eq!((units[0], units[1], units[3]), ((3, 0), (3, 0), (1, 0)));
    assert!(units[2].1 >= 1, "{units:?}");
    assert!(largest_curvature_row_major(&model, &ROWS, &TARGETS).unwrap().unwrap() > 0.0);
}
