//! Activations beside calculus and arithmetic; `tests/keras_parity.rs` compares them with Keras.

use super::*;

#[test]
fn sigmoid_gives_the_two_values_of_the_tutorial() {
    assert_eq!(Activation::Sigmoid.value(1.0_f32), 0.731_058_6);
    assert_eq!(Activation::Sigmoid.value(0.0_f32), 0.5);
}

#[test]
fn saturated_functions_do_not_overflow() {
    assert_eq!(Activation::Sigmoid.value(1000.0_f32), 1.0);
    assert_eq!(Activation::Sigmoid.value(-1000.0_f32), 0.0);
    assert_eq!(Activation::Softplus.value(1000.0_f32), 1000.0);
    assert_eq!(Activation::Silu.value(-1000.0_f32), 0.0);
}

#[test]
fn softmax_of_equal_pre_activations_shares_evenly_and_large_ones_do_not_overflow() {
    let mut outputs = [0.0_f32; 4];
    Activation::Softmax.apply(4, &[900.0_f32; 4], &mut outputs);
    assert_eq!(outputs, [0.25; 4]);
}

#[test]
fn nan_stays_nan_in_every_activation_and_every_place_of_a_row() {
    // Keras's comparisons let these three replace NaN.
    let replaces_nan = ["hard_shrink", "soft_shrink", "threshold"];
    let kept = Activation::ALL.into_iter().filter(|activation| !replaces_nan.contains(&activation.name()));
    for activation in kept.chain([Activation::Gelu(Gelu { approximate: true })]) {
        for place in 0..7 {
            let mut row = [0.5_f32; 7];
            row[place] = f32::NAN;
            let mut outputs = [[0.0_f32; 7]; 2];
            activation.apply(7, &row, &mut outputs[0]);
            match activation.kind() {
                Kind::Builtin(builtin) => builtin.apply(7, &row, &mut outputs[1]),
                _ => outputs[1] = outputs[0],
            }
            let whole = activation.is_of_rows();
            let fits = |at: usize, output: f32| output.is_nan() == (whole || at == place);
            for outputs in outputs {
                assert!((0..7).all(|at| fits(at, outputs[at])), "{} {place}: {outputs:?}", activation.name());
            }
        }
    }
}

#[test]
fn the_tails_of_gelu_keep_their_digits() {
    // z Φ(z), in double precision.
    for (z, exact) in [(-4.0_f32, -1.266_849_673e-4), (-5.5, -1.044_425_94e-7), (-9.0, -1.015_729_57e-18)] {
        let value = f64::from(Activation::Gelu(Gelu { approximate: false }).value(z));
        assert!((value / exact - 1.0).abs() < 1e-5, "{z}: {value} {exact}");
    }
}

#[test]
fn every_derivative_is_the_slope_of_its_function() {
    let step = 1e-6;
    let relu_with =
        |negative_slope, max_value, threshold| Activation::ReluWith(ReluWith { negative_slope, max_value, threshold });
    let more = [
        Activation::Gelu(Gelu { approximate: true }),
        relu_with(0.25, None, 0.0),
        relu_with(0.0, Some(1.0), 0.0),
        relu_with(0.5, Some(6.0), 0.5),
        relu_with(0.5, None, -1.0),
        relu_with(0.0, Some(2.0), -3.0),
    ];
    for activation in Activation::ALL.into_iter().chain(more) {
        for z in [-4.3, -2.1, -0.4, 0.3, 1.7, 5.2] {
            let Some(derivative) = activation.derivative::<f64>(z, activation.value(z)) else {
                continue;
            };
            let slope = (activation.value(z + step) - activation.value(z - step)) / (2.0 * step);
            assert!((derivative - slope).abs() < 1e-7, "{} at {z}: {derivative} {slope}", activation.name());
        }
    }
}

#[test]
fn every_name_is_read_back_and_an_unknown_one_is_rejected_with_the_nearest() {
    for activation in Activation::ALL {
        assert_eq!(activation.name().parse(), Ok(activation));
    }
    assert_eq!("swish".parse(), Ok(Activation::Silu));
    let error = "sigmoied".parse::<Activation>().unwrap_err();
    assert!(error.expected().starts_with("sigmoid or one of celu, elu, exponential,"), "{error}");
}
