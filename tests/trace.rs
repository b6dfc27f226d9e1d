//! A trace is what the model itself computes, and its numbers follow from each other.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::{
    Activation, DenseConfig, Elu, Gelu, LeakyRelu, ModelConfig, Optimizer, ReluWith, Sequential, SettingValue,
};
use glassnet::train::{Event, Operation, Phase, Trace, trace};

const INPUTS: [f32; 3] = [1.0, -1.0, 0.5];
const TARGET: [f32; 2] = [0.4, 0.9];

/// No kernel is symmetric: inputs and units that were mixed up would show.
fn model(output: Activation) -> Sequential {
    let mut hidden = DenseConfig::given(
        &[&[2.0, 1.0, 0.5, -1.0], &[1.0, 1.0, -2.0, 0.25], &[0.3, -0.7, 1.0, 0.0]],
        Activation::Tanh,
    );
    hidden.use_bias = Some(true);
    hidden.bias = Some(vec![0.1, -0.2, 0.0, 0.3]);
    let last = DenseConfig::given(&[&[-1.0, 0.5], &[2.0, -1.0], &[0.75, 1.0], &[0.2, -0.3]], output);
    let layers = vec![hidden, last];
    Sequential::new(&ModelConfig { optimizer: Optimizer::sgd(0.5), seed: 0, ..ModelConfig::new(3, layers) }).unwrap()
}

fn record(model: &mut Sequential) -> Trace {
    trace(model, &INPUTS, &TARGET, 0).unwrap()
}

fn operations(trace: &Trace, phase: Phase) -> impl Iterator<Item = &Event> {
    trace.events.iter().filter(move |event| event.phase == phase)
}

#[test]
fn the_phases_follow_each_other_and_each_unit_is_complete() {
    let trace = record(&mut model(Activation::Sigmoid));
    let counts =
        [Phase::Forward, Phase::Loss, Phase::Backward, Phase::Update].map(|phase| operations(&trace, phase).count());
    // Forward: 4 units of 3 products, sum, bias, activation; 2 of 4 products, sum, activation.
    // Backward: dL/da and dL/dz of 6 units, 20 weights, 4 biases. Update: 20 weights, 4 biases.
    assert_eq!(counts, [4 * 6 + 2 * 6, 2 + 1, 12 + 24, 24]);
    let order: Vec<Phase> = trace.events.iter().map(|event| event.phase).collect();
    assert!(order.is_sorted_by_key(|phase| *phase as usize));
}

#[test]
fn a_trace_tells_what_an_activation_is_set_to_unless_it_is_the_usual() {
    let settings = |activation| record(&mut model(activation)).layers[1].settings.clone();
    let relu =
        |negative_slope, max_value, threshold| Activation::ReluWith(ReluWith { negative_slope, max_value, threshold });
    let number = SettingValue::Single;
    let cases: [(Activation, &[(&str, SettingValue)]); 7] = [
        (Activation::Relu, &[]),
        (Activation::LeakyRelu(LeakyRelu { negative_slope: 0.2 }), &[]),
        (Activation::LeakyRelu(LeakyRelu { negative_slope: 0.1 }), &[("negativeSlope", number(0.1))]),
        (Activation::Elu(Elu { alpha: 0.5 }), &[("alpha", number(0.5))]),
        (Activation::Gelu(Gelu { approximate: true }), &[("approximate", SettingValue::Flag(true))]),
        (relu(0.0, Some(6.0), 0.0), &[("maxValue", number(6.0))]),
        (relu(0.1, None, 1.0), &[("negativeSlope", number(0.1)), ("threshold", number(1.0))]),
    ];
    for (activation, expected) in cases {
        let expected = expected.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        assert_eq!(settings(activation), expected, "{activation:?}");
    }
}

#[test]
fn products_and_sums_lead_to_the_pre_activation_bit_for_bit() {
    let trace = record(&mut model(Activation::Sigmoid));
    let (mut running, mut arrived) = (0.0_f32, 0.0_f32);
    for event in operations(&trace, Phase::Forward) {
        match &event.operation {
            Operation::Product { input, x, weight, product, sum } => {
                running = if *input == 0 { 0.0 } else { running };
                running += x * weight;
                assert_eq!((*product, *sum), (x * weight, running));
                assert_eq!(*weight, trace.layers[event.layer].kernel[*input][event.unit]);
            }
            Operation::Sum { sum, products } => {
                assert_eq!((*sum, products.len()), (running, trace.layers[event.layer].kernel.len()));
                arrived = *sum;
            }
            Operation::Bias { sum, bias, pre_activation } => {
                assert_eq!(*pre_activation, sum + bias);
                arrived = *pre_activation;
            }
            Operation::Activation { pre_activation, .. } => assert_eq!(*pre_activation, arrived),
            other => panic!("not of the forward phase: {other:?}"),
        }
    }
}

#[test]
fn the_loss_is_the_mean_of_the_squares_of_prediction_minus_target() {
    let trace = record(&mut model(Activation::Sigmoid));
    let squares: Vec<f32> = trace.prediction.iter().zip(TARGET).map(|(p, t)| (p - t) * (p - t)).collect();
    assert_eq!(trace.loss, (squares[0] + squares[1]) / 2.0);
    let last = operations(&trace, Phase::Loss).last().unwrap();
    assert_eq!(
        last.operation,
        Operation::Loss { name: "mean_squared_error", terms: squares, penalty: None, loss: trace.loss }
    );
}

#[test]
fn the_factors_of_each_gradient_multiply_to_it() {
    for output in [Activation::Sigmoid, Activation::Softmax] {
        let trace = record(&mut model(output));
        for event in operations(&trace, Phase::Backward) {
            let (gradient, factors) = match &event.operation {
                Operation::OutputGradient { outputs, error, gradient, .. } => {
                    (*gradient, 2.0 / *outputs as f32 * error)
                }
                Operation::ActivationGradient { terms, gradient } => {
                    (*gradient, terms.iter().map(|term| term.gradient * term.weight).sum())
                }
                Operation::PreActivationGradient {
                    derivative: Some(derivative),
                    activation_gradient,
                    gradient,
                    ..
                } => (*gradient, activation_gradient * derivative),
                Operation::PreActivationGradient {
                    outputs,
                    output,
                    activation_gradients,
                    activation_gradient,
                    gradient,
                    ..
                } => {
                    let shared: f32 = outputs.iter().zip(activation_gradients).map(|(a, d)| a * d).sum();
                    (*gradient, output * (activation_gradient - shared))
                }
                Operation::WeightGradient { pre_activation_gradient, x, gradient, .. } => {
                    (*gradient, pre_activation_gradient * x)
                }
                Operation::BiasGradient { pre_activation_gradient, gradient, .. } => {
                    (*gradient, *pre_activation_gradient)
                }
                other => panic!("not of the backward phase: {other:?}"),
            };
            assert_eq!(gradient, factors, "{:?}", event.operation);
        }
    }
}

#[test]
fn the_updates_are_those_that_a_training_step_takes() {
    let mut model = model(Activation::Sigmoid);
    let before = model.weights().to_vec();
    let trace = record(&mut model);
    assert_eq!(model.weights(), before, "a trace leaves the weights alone");
    let loss = model.train_on_batch_row_major(&INPUTS, &TARGET).unwrap();
    assert_eq!(loss, trace.loss);
    for event in operations(&trace, Phase::Update) {
        let layer = model.layers()[event.layer].as_dense().unwrap();
        let (idx, after) = match event.operation {
            Operation::WeightUpdate { input, after, .. } => (layer.weight_index(input, event.unit), after),
            Operation::BiasUpdate { after, .. } => (layer.bias_index(event.unit).unwrap(), after),
            ref other => panic!("not of the update phase: {other:?}"),
        };
        assert_eq!(model.weights()[idx], after);
    }
}

#[test]
fn more_than_one_row_is_rejected() {
    let error = trace(&mut model(Activation::Sigmoid), &[0.0; 6], &TARGET, 0).unwrap_err();
    assert_eq!(error.to_string(), "inputs: expected one row of 3 numbers, received 6");
}
