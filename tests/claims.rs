//! What a text claims of a worked example, checked against a loop of plain arithmetic.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::nn::{Activation, DenseConfig, Regularizer};
use glassnet::worked_example::{Claim, ClaimCheck, ExampleConfig, Quantity, WorkedExample};

/// Layer, unit and input from 0; iteration from 1.
fn claim(of: Quantity, place: &[usize], iteration: usize, text: &str) -> Claim {
    let part = |idx: usize| place.get(idx).copied();
    let [layer, unit] = if of == Quantity::Loss { [None, part(0)] } else { [part(0), part(1)] };
    Claim { of, layer, unit, input: part(2), iteration, text: text.to_string() }
}

/// Two inputs, two hidden units, two outputs; its biases are not trained.
fn example(claims: Vec<Claim>) -> ExampleConfig {
    let layer = |kernel: &[&[f64]], bias: f64| DenseConfig {
        use_bias: Some(true),
        bias: Some(vec![bias; 2]),
        ..DenseConfig::given(kernel, Activation::Sigmoid)
    };
    ExampleConfig {
        inputs: vec![0.05, 0.1],
        target: vec![0.01, 0.99],
        layers: vec![layer(&[&[0.15, 0.25], &[0.2, 0.3]], 0.35), layer(&[&[0.4, 0.5], &[0.45, 0.55]], 0.6)],
        learning_rate: 0.5,
        train_biases: false,
        claims,
        ..ExampleConfig::tutorial()
    }
}

fn checked(config: ExampleConfig) -> Vec<ClaimCheck> {
    WorkedExample::new(config).unwrap().claims().to_vec()
}

fn rejected(config: ExampleConfig) -> String {
    WorkedExample::new(config).unwrap_err().to_string()
}

/// The same network by hand, with a bias for each unit.
struct ByHand {
    kernels: [[[f64; 2]; 2]; 2],
    biases: [[f64; 2]; 2],
    trains_biases: bool,
    sums: [[f64; 2]; 2],
    outputs: [[f64; 2]; 2],
    gradients: [[[f64; 2]; 2]; 2],
    bias_gradients: [[f64; 2]; 2],
    /// Half the squared error of each output.
    losses: [f64; 2],
}

impl ByHand {
    fn new(trains_biases: bool) -> Self {
        let zeros = [[0.0; 2]; 2];
        ByHand {
            kernels: [[[0.15, 0.25], [0.2, 0.3]], [[0.4, 0.5], [0.45, 0.55]]],
            biases: [[0.35; 2], [0.6; 2]],
            trains_biases,
            sums: zeros,
            outputs: zeros,
            gradients: [zeros; 2],
            bias_gradients: zeros,
            losses: [0.0; 2],
        }
    }

    fn iterate(&mut self) {
        let (x, t) = ([0.05, 0.1], [0.01, 0.99]);
        for u in 0..2 {
            self.sums[0][u] = x[0] * self.kernels[0][0][u] + x[1] * self.kernels[0][1][u] + self.biases[0][u];
            self.outputs[0][u] = 1.0 / (1.0 + (-self.sums[0][u]).exp());
        }
        let h = self.outputs[0];
        for u in 0..2 {
            self.sums[1][u] = h[0] * self.kernels[1][0][u] + h[1] * self.kernels[1][1][u] + self.biases[1][u];
            self.outputs[1][u] = 1.0 / (1.0 + (-self.sums[1][u]).exp());
        }
        let o = self.outputs[1];
        self.losses = [0, 1].map(|u| 0.5 * (t[u] - o[u]) * (t[u] - o[u]));
        let d_out = [0, 1].map(|u| (o[u] - t[u]) * o[u] * (1.0 - o[u]));
        let w = self.kernels[1];
        let d_hidden = [0, 1].map(|i| (d_out[0] * w[i][0] + d_out[1] * w[i][1]) * h[i] * (1.0 - h[i]));
        self.bias_gradients = [d_hidden, d_out];
        self.gradients = [[0, 1].map(|i| d_hidden.map(|d| d * x[i])), [0, 1].map(|i| d_out.map(|d| d * h[i]))];
        for layer in 0..2 {
            for unit in 0..2 {
                for input in 0..2 {
                    self.kernels[layer][input][unit] -= 0.5 * self.gradients[layer][input][unit];
                }
                if self.trains_biases {
                    self.biases[layer][unit] -= 0.5 * self.bias_gradients[layer][unit];
                }
            }
        }
    }

    fn value(&self, claim: &Claim) -> f64 {
        let (layer, unit) = (claim.layer.unwrap_or(0), claim.unit.unwrap_or(0));
        match claim.of {
            Quantity::Output => self.outputs[layer][unit],
            Quantity::Sum => self.sums[layer][unit],
            Quantity::Weight => self.kernels[layer][claim.input.unwrap()][unit],
            Quantity::Bias => self.biases[layer][unit],
            Quantity::Gradient => {
                claim.input.map_or(self.bias_gradients[layer][unit], |i| self.gradients[layer][i][unit])
            }
            Quantity::Loss => claim.unit.map_or(self.losses[0] + self.losses[1], |unit| self.losses[unit]),
        }
    }
}

/// A claim of every value that there is, in some iterations.
fn all_values() -> Vec<Claim> {
    let mut claims = Vec::new();
    for iteration in [1, 2, 50, 10_000] {
        claims.push(claim(Quantity::Loss, &[], iteration, "0.000000000000"));
        for unit in 0..2 {
            claims.push(claim(Quantity::Loss, &[unit], iteration, "0.000000000000"));
            for layer in 0..2 {
                for of in [Quantity::Output, Quantity::Sum, Quantity::Bias, Quantity::Gradient] {
                    claims.push(claim(of, &[layer, unit], iteration, "0.000000000000"));
                }
                for input in 0..2 {
                    for of in [Quantity::Weight, Quantity::Gradient] {
                        claims.push(claim(of, &[layer, unit, input], iteration, "0.000000000000"));
                    }
                }
            }
        }
    }
    claims
}

#[test]
fn every_value_of_every_iteration_is_that_of_plain_arithmetic_with_biases_frozen_or_trained() {
    for trains_biases in [false, true] {
        let checks = checked(ExampleConfig { train_biases: trains_biases, ..example(all_values()) });
        let (mut by_hand, mut done) = (ByHand::new(trains_biases), 0);
        for check in checks {
            while done < check.claim.iteration {
                by_hand.iterate();
                done += 1;
            }
            let expected = by_hand.value(&check.claim);
            assert!((check.value - expected).abs() < 1e-13, "{check:?}, by hand {expected}");
        }
    }
}

#[test]
fn what_the_well_known_text_prints_of_this_network_holds() {
    use Quantity::{Loss, Output, Weight};
    let claims = vec![
        claim(Output, &[0, 0], 1, "0.593269992"),
        claim(Output, &[0, 1], 1, "0.596884378"),
        claim(Output, &[1, 0], 1, "0.751365070"),
        claim(Output, &[1, 1], 1, "0.772928465"),
        claim(Loss, &[], 1, "0.298371109"),
        claim(Weight, &[1, 0, 0], 1, "0.35891648"),
        claim(Weight, &[1, 0, 1], 1, "0.408666186"),
        claim(Weight, &[1, 1, 0], 1, "0.511301270"),
        claim(Weight, &[1, 1, 1], 1, "0.561370121"),
        claim(Weight, &[0, 0, 0], 1, "0.149780716"),
        claim(Weight, &[0, 0, 1], 1, "0.19956143"),
        claim(Weight, &[0, 1, 0], 1, "0.24975114"),
        claim(Weight, &[0, 1, 1], 1, "0.29950229"),
        claim(Loss, &[], 10_000, "0.0000351085"),
    ];
    let failing: Vec<ClaimCheck> = checked(example(claims)).into_iter().filter(|check| !check.holds).collect();
    assert_eq!(failing, []);
}

#[test]
fn a_claim_that_does_not_hold_is_reported_with_its_value_and_not_rejected() {
    let weight = |text| claim(Quantity::Weight, &[1, 0, 0], 1, text);
    // What single precision gives for the output; the weight before its update.
    let claims = vec![Claim::of_unit(0, 0, "0.593270004"), weight("0.40000000"), weight("0.359")];
    let checks = checked(example(claims));
    let told: Vec<_> = checks.iter().map(|check| (check.holds, check.rounded.as_str())).collect();
    assert_eq!(told, [(false, "0.593269992"), (false, "0.35891648"), (true, "0.359")]);
}

#[test]
fn the_weights_of_iteration_0_are_the_start_weights() {
    let start = vec![claim(Quantity::Weight, &[1, 0, 0], 0, "0.4"), claim(Quantity::Bias, &[0, 1], 0, "0.35")];
    assert!(checked(example(start)).iter().all(|check| check.holds));
}

#[test]
fn the_claims_of_the_tutorial_hold() {
    let checks = checked(ExampleConfig::tutorial());
    let rounded: Vec<&str> = checks.iter().map(|check| check.rounded.as_str()).collect();
    assert_eq!(rounded, ["0.73", "0.5", "0.436"]);
    assert!(checks.iter().all(|check| check.holds));
}

#[test]
fn claims_are_of_the_numbers_as_they_were_written_even_where_training_rounds_them() {
    let mut config = example(vec![Claim::of_unit(0, 0, "0.123456789")]);
    // The nearest `f32` is 0.12345679104.
    config.inputs = vec![1.0, 0.0];
    config.layers[0].kernel = Some(vec![vec![0.123_456_789, 0.0], vec![0.0, 0.0]]);
    config.layers[0].bias = Some(vec![0.0; 2]);
    config.layers[0].activation = Some(Activation::Linear);
    let written = WorkedExample::new(config).unwrap();
    assert!(checked(written.config().clone())[0].holds);
}

#[test]
fn a_learning_rate_is_taken_as_it_was_written() {
    // One weight of 1, input 1, target 0: dL/dw = 2, so that it becomes 1 - 0.1 · 2; with the nearest `f32` 0.79999999702.
    let config = ExampleConfig {
        inputs: vec![1.0],
        target: vec![0.0],
        layers: vec![DenseConfig::given(&[&[1.0]], Activation::Linear)],
        learning_rate: 0.1,
        claims: vec![claim(Quantity::Weight, &[0, 0, 0], 1, "0.800000000000")],
        ..ExampleConfig::tutorial()
    };
    assert!(checked(config)[0].holds);
}

#[test]
fn gradients_through_each_activation_are_the_slopes_of_the_loss() {
    use Activation::{Linear, LogSoftmax, Relu, Sigmoid, Softmax, Tanh};
    for activation in [Linear, LogSoftmax, Relu, Sigmoid, Softmax, Tanh] {
        let with = |weight: f64, claims| {
            let mut config = example(claims);
            config.layers.iter_mut().for_each(|layer| layer.activation = Some(activation));
            config.layers[0].kernel = Some(vec![vec![weight, 0.25], vec![0.2, 0.3]]);
            checked(config)[0].value
        };
        let loss = |weight| with(weight, vec![Claim::of_loss("0")]);
        let slope = (loss(0.15 + 1e-5) - loss(0.15 - 1e-5)) / 2e-5;
        let gradient = with(0.15, vec![claim(Quantity::Gradient, &[0, 0, 0], 1, "0")]);
        assert!((gradient - slope).abs() < 1e-9, "{activation:?}: {gradient}, slope {slope}");
    }
}

#[test]
fn a_million_iterations_can_be_asked_for_and_no_more() {
    let loss = |iteration| example(vec![claim(Quantity::Loss, &[], iteration, "0.0000000")]);
    assert!(checked(loss(1_000_000))[0].holds, "the loss is nearly 0 by then");
    assert_eq!(rejected(loss(1_000_001)), "claims: expected @1 … @1000000, received loss@1000001");
}

#[test]
fn a_training_that_blows_up_in_double_precision_fails_its_claims() {
    let mut config = ExampleConfig::tutorial();
    config.layers.iter_mut().for_each(|layer| layer.activation = Some(Activation::Linear));
    config.learning_rate = 100.0;
    config.claims = vec![claim(Quantity::Loss, &[], 1000, "0.1")];
    assert!(!checked(config)[0].holds);
}

#[test]
fn claims_of_values_that_are_not_there_are_rejected_by_name_counted_from_1() {
    use Quantity::{Bias, Gradient, Loss, Output, Sum, Weight};
    let told = |of, place: &[usize], iteration| rejected(example(vec![claim(of, place, iteration, "1")]));
    let cases = [
        (told(Output, &[2, 0], 1), "expected up to 2.2, received 3.1"),
        (told(Output, &[0, 2], 4), "expected up to 1.2, received 1.3@4"),
        (told(Sum, &[0, 2], 1), "expected up to sum:1.2, received sum:1.3"),
        (told(Weight, &[1, 0, 2], 1), "expected up to weight:2.2.2, received weight:2.3.1"),
        (told(Weight, &[1, 0], 1), "expected up to weight:2.2.2, received weight:2.1"),
        (told(Bias, &[1, 2], 1), "expected up to bias:2.2, received bias:2.3"),
        (told(Gradient, &[0, 5, 1], 1), "expected up to gradient:1.2.2, received gradient:1.2.6"),
        (told(Gradient, &[0, 5], 1), "expected up to gradient:1.2, received gradient:1.6"),
        (told(Loss, &[2], 1), "expected up to loss:2, received loss:3"),
        (told(Output, &[0, 0], 0), "expected @1 … @1000000, received 1.1@0"),
        (told(Weight, &[0, 0, 0], 2_000_000), "expected @0 … @1000000, received weight:1.1.1@2000000"),
    ];
    for (received, expected) in cases {
        assert_eq!(received, format!("claims: {expected}"));
    }
    let mut config = ExampleConfig::tutorial();
    config.claims = vec![claim(Bias, &[0, 0], 1, "1")];
    assert_eq!(rejected(config), "claims: expected a layer with biases, received bias:1.1");
}

#[test]
fn what_training_changes_is_not_claimed_where_layers_have_regularizers() {
    let penalized = |iteration| {
        let mut config = example(vec![claim(Quantity::Loss, &[], iteration, "0.3075")]);
        config.layers[1].kernel_regularizer = Some(Regularizer::l1_l2(0.0, 0.01));
        config
    };
    // 0.298371 and 0.01 times the sum of 0.4², 0.5², 0.45² and 0.55².
    assert_eq!(checked(penalized(1))[0].rounded, "0.3075");
    let expected = "the first forward pass alone, as layers have regularizers or constraints";
    assert_eq!(rejected(penalized(2)), format!("claims: expected {expected}, received loss@2"));
}
