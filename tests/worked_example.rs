//! The tutorial's worked example: its printed numbers, its training to the target, its errors.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::{Activation, DenseConfig};
use glassnet::train::{Operation, ParameterPlace};
use glassnet::worked_example::{Claim, ExampleConfig, WorkedExample};

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
fn the_claims_of_the_tutorial_hold() {
    let checks = tutorial().claims().unwrap();
    let rounded: Vec<&str> = checks.iter().map(|check| check.rounded.as_str()).collect();
    assert_eq!(rounded, ["0.73", "0.5", "0.436"]);
    assert!(checks.iter().all(|check| check.holds));
}

#[test]
fn a_claim_that_does_not_hold_is_reported_and_not_rejected() {
    let mut config = ExampleConfig::tutorial();
    config.claims = vec![Claim::of_unit(0, 0, "0.74"), Claim::of_loss("0.0013")];
    let checks = WorkedExample::new(config).unwrap().claims().unwrap();
    assert_eq!(checks.iter().map(|check| check.holds).collect::<Vec<_>>(), [false, true]);
}

/// Two inputs, two hidden units and two outputs with biases. In double precision its values are 0.59326999211,
/// 0.59688437826, 0.75136506955, 0.77292846532 and the loss 0.29837110876; an `f32` has no more than seven digits of them.
fn with_nine_digits(claims: &[&str]) -> ExampleConfig {
    let layer = |kernel: &[&[f64]], bias: f64| DenseConfig {
        use_bias: Some(true),
        bias: Some(vec![bias; 2]),
        ..DenseConfig::given(kernel, Activation::Sigmoid)
    };
    let claim = |(place, text): (usize, &&str)| match place {
        4 => Claim::of_loss(text),
        _ => Claim::of_unit(place / 2, place % 2, text),
    };
    ExampleConfig {
        inputs: vec![0.05, 0.1],
        target: vec![0.01, 0.99],
        layers: vec![layer(&[&[0.15, 0.25], &[0.2, 0.3]], 0.35), layer(&[&[0.4, 0.5], &[0.45, 0.55]], 0.6)],
        learning_rate: 0.5,
        claims: claims.iter().enumerate().map(claim).collect(),
        ..ExampleConfig::tutorial()
    }
}

#[test]
fn claims_of_more_digits_than_single_precision_has_are_checked_in_double_precision() {
    let holds = |claims| {
        let checks = WorkedExample::new(with_nine_digits(claims)).unwrap().claims().unwrap();
        checks.iter().map(|check| check.holds).collect::<Vec<_>>()
    };
    let right = ["0.593269992", "0.596884378", "0.751365070", "0.772928465", "0.298371109"];
    assert_eq!(holds(&right), [true; 5]);
    // What single precision gives for the first.
    assert_eq!(holds(&["0.593270004"]), [false]);
    assert_eq!(holds(&["0.593269993"]), [false]);
}

#[test]
fn claims_are_of_the_numbers_as_they_were_written_even_where_training_rounds_them() {
    let mut config = with_nine_digits(&[]);
    // The nearest `f32` is 0.12345679104.
    config.inputs = vec![1.0, 0.0];
    config.layers[0].kernel = Some(vec![vec![0.123_456_789, 0.0], vec![0.0, 0.0]]);
    config.layers[0].bias = Some(vec![0.0; 2]);
    config.layers[0].activation = Some(Activation::Linear);
    config.claims = vec![Claim::of_unit(0, 0, "0.123456789")];
    let written = WorkedExample::new(config).unwrap();
    let mut again = WorkedExample::new(written.config().clone()).unwrap();
    assert!(again.claims().unwrap()[0].holds);
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
        (
            error(|c| c.claims = vec![Claim::of_unit(3, 0, "1")]),
            "claim: expected a layer and unit of the network, from 0, received layer 3, unit 0",
        ),
    ];
    for (received, expected) in cases {
        assert_eq!(received, expected);
    }
}
