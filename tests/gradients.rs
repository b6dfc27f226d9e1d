//! Back propagation against calculus: every gradient beside the slope of the loss.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::nn::{
    Activation, BinaryFocalCrossentropy, CategoricalFocalCrossentropy, DenseConfig, Loss, ModelConfig, ReluWith,
    Sequential,
};
use glassnet::train::{ParameterPlace, check_gradient};

/// No pre-activation is just 0, where relu has a corner and no slope.
///
/// A model of `depth` hidden layers of 3 units with biases, two outputs, and weights from the seed.
fn model(hidden: Activation, output: Activation, depth: usize, seed: u64) -> Sequential {
    let mut layers = vec![DenseConfig::drawn(3, hidden); depth];
    layers.push(DenseConfig::drawn(2, output));
    for (idx, layer) in layers.iter_mut().enumerate() {
        let bias = |unit: usize| 0.11 * (unit as f64 + 1.0) - 0.05 * idx as f64;
        layer.bias = Some((0..layer.units.unwrap()).map(bias).collect());
    }
    Sequential::new(&ModelConfig { seed, ..ModelConfig::new(4, layers) }).unwrap()
}

fn every_gradient_agrees(model: &mut Sequential, name: &str) {
    let (inputs, target) = ([0.7, -1.1, 0.4, 1.3], [0.3, 0.6]);
    let mut checked = 0;
    for layer in 0..model.active_layers().len() {
        let (units, inputs_of_layer) = (model.active_layers()[layer].units(), model.active_layers()[layer].inputs());
        for unit in 0..units {
            for input in (0..inputs_of_layer).map(Some).chain([None]) {
                let place = ParameterPlace { layer, unit, input };
                let check = check_gradient(model, &inputs, &target, place).unwrap();
                assert!(check.agrees, "{name}: {check:?}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, model.weights().len());
}

#[test]
fn every_gradient_of_every_activation_agrees_with_its_slope_at_each_depth() {
    let relu = Activation::ReluWith(ReluWith { negative_slope: 0.3, max_value: Some(0.9), threshold: 0.2 });
    for activation in Activation::ALL.into_iter().chain([relu]) {
        // An exponential of an exponential leaves every range, and of a tanh shrink of a tanh shrink no digits are left.
        let deepest = if matches!(activation, Activation::Exponential | Activation::TanhShrink) { 1 } else { 4 };
        for depth in 0..=deepest {
            for seed in 1..=3 {
                let name = format!("{} at depth {depth}", activation.name());
                every_gradient_agrees(&mut model(activation, Activation::Linear, depth, seed), &name);
                every_gradient_agrees(&mut model(Activation::Tanh, activation, depth, seed), &name);
            }
        }
    }
}

#[test]
fn every_gradient_of_hinges_of_directions_and_of_focal_losses_agrees_with_its_slope() {
    let binary = |from_logits| {
        let settings = BinaryFocalCrossentropy {
            alpha: 0.4,
            gamma: 1.5,
            label_smoothing: 0.1,
            ..BinaryFocalCrossentropy::DEFAULT
        };
        Loss::BinaryFocalCrossentropy(BinaryFocalCrossentropy { apply_class_balancing: true, from_logits, ..settings })
    };
    let categorical = |from_logits| {
        let settings = CategoricalFocalCrossentropy { alpha: 0.6, gamma: 1.5, ..CategoricalFocalCrossentropy::DEFAULT };
        Loss::CategoricalFocalCrossentropy(CategoricalFocalCrossentropy {
            label_smoothing: 0.1,
            from_logits,
            ..settings
        })
    };
    let losses = [Loss::SquaredHinge, Loss::CategoricalHinge, Loss::CosineSimilarity, binary(false), binary(true)];
    let outputs = [Activation::Sigmoid, Activation::Softmax, Activation::Softplus];
    for loss in losses.into_iter().chain([categorical(false), categorical(true)]) {
        for output in outputs {
            let mut model = model(Activation::Tanh, output, 1, 2);
            model.compile(loss, "sgd".parse().unwrap(), Vec::new()).unwrap();
            every_gradient_agrees(&mut model, &format!("{loss:?} behind {}", output.name()));
        }
    }
}

#[test]
fn every_gradient_of_a_model_of_all_layers_agrees_with_its_slope() {
    let layers = r#"[{ "type": "Flatten" }, { "type": "LayerNormalization" }, { "units": 5, "activation": "tanh" },
        { "type": "BatchNormalization" }, { "units": 4 }, { "type": "Dropout", "rate": 0.5 },
        { "type": "Activation", "activation": "softmax" }, { "type": "LayerNormalization", "center": false },
        { "type": "Normalization", "mean": 0.2, "variance": 0.5 }, { "units": 4 }, { "type": "LeakyReLU" },
        { "units": 4 }, { "type": "ReLU", "negativeSlope": 0.2, "maxValue": 9 }, { "units": 3 }, { "type": "Softmax" },
        { "units": 2 }, { "type": "BatchNormalization", "scale": false }]"#;
    let config = json::config(&format!(r#"{{ "inputs": 4, "layers": {layers}, "seed": 3 }}"#));
    let mut model = Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap();
    let weights: Vec<f32> = (0..model.weights().len()).map(|at| 0.3 + (at as f32 * 1.7).sin().abs()).collect();
    model.set_weights(&weights).unwrap();
    let mut checked = 0;
    for layer in 0..model.active_layers().len() {
        for unit in 0..model.active_layers()[layer].units() {
            for input in (0..model.active_layers()[layer].inputs()).map(Some).chain([None]) {
                if model.active_layers()[layer].parameter_index(input, unit).is_none() {
                    continue;
                }
                let place = ParameterPlace { layer, unit, input };
                let check = check_gradient(&mut model, &[0.7, -1.1, 0.4, 1.3], &[0.3, 0.6], place).unwrap();
                // Behind four normalizations some gradients are near 0.
                let is_near = (f64::from(check.gradient) - check.slope).abs() < 1e-6;
                assert!(check.agrees || is_near, "{check:?}");
                checked += 1;
            }
        }
    }
    // All but the moving mean and variance of 5 and of 2 units.
    assert_eq!(checked, model.weights().len() - 14);
    let place = ParameterPlace { layer: 4, unit: 0, input: None };
    let error = check_gradient(&mut model, &[0.0; 4], &[0.0; 2], place).unwrap_err();
    assert_eq!(error.to_string(), "input: expected a gamma or beta of the layer, received none");
}

#[test]
fn the_gradients_of_an_activity_regularizer_are_the_slopes_of_its_penalty() {
    let layers = r#"[{ "units": 4, "activation": "tanh", "activityRegularizer": { "l1": 0.3, "l2": 0.2 } },
        { "units": 3, "activityRegularizer": { "l2": 0.5 } },
        { "units": 3, "activation": "softmax", "activityRegularizer": { "l1": 0.1, "l2": 0.4 } }]"#;
    for loss in ["mse", "categorical_crossentropy"] {
        let config = json::config(&format!(r#"{{ "inputs": 2, "layers": {layers}, "loss": "{loss}", "seed": 5 }}"#));
        let mut model = Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap();
        let (x, y) = ([0.7, -1.1, 0.4, 1.3], [0.2, 0.3, 0.5, 0.0, 1.0, 0.0]);
        model.gradients_for_row_major(&x, &y).unwrap();
        let (gradients, weights) = (model.gradients().to_vec(), model.weights().to_vec());
        let mut loss_at = |at: usize, step: f32| {
            let mut nudged = weights.clone();
            nudged[at] += step;
            model.set_weights(&nudged).unwrap();
            f64::from(model.gradients_for_row_major(&x, &y).unwrap())
        };
        for (at, gradient) in gradients.iter().enumerate() {
            // The loss is computed in single precision: a wide step leaves about three digits.
            let slope = (loss_at(at, 0.01) - loss_at(at, -0.01)) / 0.02;
            assert!(
                (slope - f64::from(*gradient)).abs() < 2e-3 * slope.abs().max(0.1),
                "{loss} {at}: {gradient} {slope}"
            );
        }
    }
}

#[test]
fn the_gradient_of_a_batch_is_the_mean_of_its_rows_gradients() {
    let mut model = model(Activation::Tanh, Activation::Sigmoid, 2, 5);
    let rows = [[0.7, -1.1, 0.4, 1.3], [0.2, 0.9, -0.5, -1.0], [1.5, 0.1, 0.3, -0.2]];
    let targets = [[0.3, 0.6], [0.1, 0.9], [0.8, 0.2]];
    model.gradients_for_row_major(&rows.concat(), &targets.concat()).unwrap();
    let of_batch = model.gradients().to_vec();
    let mut mean = vec![0.0; of_batch.len()];
    for (row, target) in rows.iter().zip(&targets) {
        model.gradients_for_row_major(row, target).unwrap();
        for (mean, gradient) in mean.iter_mut().zip(model.gradients()) {
            *mean += gradient / 3.0;
        }
    }
    for (of_batch, mean) in of_batch.iter().zip(&mean) {
        assert!((of_batch - mean).abs() < 1e-6, "{of_batch} {mean}");
    }
}

#[test]
fn a_place_that_the_model_does_not_have_is_rejected() {
    let mut model = model(Activation::Relu, Activation::Linear, 1, 1);
    let place = ParameterPlace { layer: 0, unit: 3, input: Some(0) };
    let error = check_gradient(&mut model, &[0.0; 4], &[0.0; 2], place).unwrap_err();
    assert_eq!(error.to_string(), "unit: expected 0 to 2, received 3");
}
