//! The tutorial's worked example: its printed numbers, its training to the target, its errors.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::Activation;
use glassnet::train::{Event, Operation, ParameterPlace, Phase};
use glassnet::worked_example::{ExampleConfig, WorkedExample};

fn tutorial() -> WorkedExample {
    WorkedExample::new(ExampleConfig::tutorial()).unwrap()
}

#[test]
fn the_forward_pass_gives_the_numbers_of_the_tutorial() {
    let trace = tutorial().trace(0).unwrap();
    let outputs: Vec<f32> = trace
        .events
        .iter()
        .filter_map(|event| match event.operation {
            Operation::Activation { output, .. } => Some(output),
            _ => None,
        })
        .collect();
    // Computed in double precision, layer by layer.
    let expected = [0.731_058_6, 0.5, 0.557_509, 0.150_452_23, 0.436_198_56];
    for (output, expected) in outputs.iter().zip(expected) {
        assert!((output - expected).abs() < 1e-6, "{outputs:?}");
    }
    assert!((trace.loss - 0.001_310_336).abs() < 1e-8, "{}", trace.loss);
}

#[test]
fn training_reaches_the_target_and_the_loss_never_rises() {
    let mut example = tutorial();
    let run = example.run(10_000);
    let reached = run.reached.unwrap();
    assert!((60..=90).contains(&reached), "{reached} iterations");
    let prediction = example.predictions()[reached];
    assert!((prediction - 0.4).abs() < 0.0005);
    assert_eq!(format!("{prediction:.3}"), "0.400");
    assert!(example.losses().windows(2).all(|pair| pair[1] <= pair[0]));
}

#[test]
fn with_the_default_learning_rate_of_keras_it_takes_a_hundred_times_as_long() {
    let mut config = ExampleConfig::tutorial();
    config.learning_rate = 0.01;
    let reached = WorkedExample::new(config).unwrap().run(10_000).reached.unwrap();
    assert!((7_000..8_200).contains(&reached), "{reached} iterations");
}

#[test]
fn an_iteration_has_the_same_bits_however_it_is_come_to() {
    let mut forwards = tutorial();
    let mut backwards = tutorial();
    backwards.run(200);
    for iteration in (0..150).rev() {
        assert_eq!(forwards.weights(149 - iteration).unwrap(), tutorial().weights(149 - iteration).unwrap());
        let former = backwards.trace(iteration).unwrap();
        assert_eq!(former, tutorial().trace(iteration).unwrap());
    }
}

#[test]
fn the_updates_of_a_trace_are_the_weights_of_the_next_iteration() {
    let mut example = tutorial();
    let trace = example.trace(3).unwrap();
    let next = example.trace(4).unwrap();
    for event in &trace.events {
        if let Operation::WeightUpdate { input, after, .. } = event.operation {
            assert_eq!(next.layers[event.layer].kernel[input][event.unit], after);
        }
    }
}

#[test]
fn a_diverging_example_stops_at_its_last_finite_iteration() {
    let mut config = ExampleConfig::tutorial();
    for layer in &mut config.layers {
        layer.activation = Some(Activation::Linear);
    }
    config.learning_rate = 100.0;
    let mut example = WorkedExample::new(config).unwrap();
    let run = example.run(1000);
    let diverged = run.diverged.unwrap();
    assert_eq!(diverged.iteration, run.last);
    assert!(example.weights(run.last).unwrap().iter().all(|weight| weight.is_finite()));
    assert_eq!(example.trace(run.last + 1).unwrap_err().code(), "out_of_range");
    assert!(example.trace(0).is_ok());
}

#[test]
fn a_gradient_is_checked_at_any_iteration() {
    let mut example = tutorial();
    let place = ParameterPlace { layer: 1, unit: 0, input: Some(1) };
    for iteration in [0, 10, 70] {
        let check = example.check_gradient(iteration, place).unwrap();
        assert!(check.agrees && check.gradient != 0.0, "{check:?}");
    }
}

#[test]
fn what_cannot_be_an_example_is_rejected_with_what_would_be_right() {
    let error = |change: fn(&mut ExampleConfig)| {
        let mut config = ExampleConfig::tutorial();
        change(&mut config);
        WorkedExample::new(config).unwrap_err().to_string()
    };
    let cases = [
        (error(|c| c.inputs[1] = f64::NAN), "inputs[1]: expected a finite number, received NaN"),
        (error(|c| c.inputs.push(1.0)), "layers[0].kernel: expected 3 rows, one an input, received 2"),
        (error(|c| c.target.clear()), "target: expected 1 number, one an output unit, received 0"),
        (error(|c| c.layers.clear()), "layers: expected at least 1 layer, received none"),
        (error(|c| c.layers[1].kernel = None), "layers[1].kernel: expected the start weights, received none"),
        (error(|c| c.layers[2].units = Some(0)), "layers[2].units: expected 1 to 4096, received 0"),
        (error(|c| c.learning_rate = -1.0), "learningRate: expected a number above 0, received -1"),
        (error(|c| c.tolerance = 0.0), "tolerance: expected a number above 0, received 0"),
    ];
    for (received, expected) in cases {
        assert_eq!(received, expected);
    }
}

#[test]
fn a_frozen_layer_has_no_update_and_stays_as_it_is() {
    let mut config = ExampleConfig::tutorial();
    config.layers[1].trainable = Some(false);
    let mut example = WorkedExample::new(config).unwrap();
    let trace = example.trace(0).unwrap();
    let updated = trace.events.iter().filter(|event| event.phase == Phase::Update).map(|event| event.layer);
    assert_eq!(updated.collect::<Vec<_>>(), [0, 0, 0, 0, 2, 2], "the second layer has none");
    let is_gradient = |event: &&Event| matches!(event.operation, Operation::WeightGradient { .. });
    let with_gradient = trace.events.iter().filter(is_gradient).map(|event| event.layer);
    assert_eq!(with_gradient.collect::<Vec<_>>(), [2, 2, 0, 0, 0, 0], "but the first has its through it");
    let [before, after] = [0, 20].map(|iteration| example.weights(iteration).unwrap().to_vec());
    assert_eq!(before[4..8], after[4..8]);
    for trained in [0..4, 8..10] {
        assert!(trained.into_iter().all(|idx| before[idx] != after[idx]), "{before:?} {after:?}");
    }
}

#[test]
fn frozen_biases_have_no_update_and_stay_as_they_are_while_weights_are_trained() {
    let mut config = ExampleConfig::tutorial();
    for layer in &mut config.layers {
        layer.use_bias = Some(true);
    }
    config.layers[0].bias = Some(vec![0.35, -0.1]);
    config.train_biases = false;
    let mut example = WorkedExample::new(config).unwrap();
    let events = example.trace(0).unwrap().events;
    let count = |is: fn(&Operation) -> bool| events.iter().filter(|event| is(&event.operation)).count();
    assert_eq!(count(|operation| matches!(operation, Operation::BiasUpdate { .. })), 0);
    assert_eq!(count(|operation| matches!(operation, Operation::WeightUpdate { .. })), 10);
    assert_eq!(count(|operation| matches!(operation, Operation::BiasGradient { .. })), 0);
    let trace = example.trace(30).unwrap();
    let biases: Vec<&[f32]> = trace.layers.iter().map(|layer| layer.bias.as_slice()).collect();
    assert_eq!(biases, [&[0.35, -0.1][..], &[0.0; 2], &[0.0]]);
    assert_ne!(trace.layers[0].kernel, example.trace(0).unwrap().layers[0].kernel);
}
