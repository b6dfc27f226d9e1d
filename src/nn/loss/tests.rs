//! Losses beside arithmetic; `tests/keras_parity.rs` compares them with Keras.

use super::*;

fn slope(loss: Loss, prediction: f32, target: f32) -> f32 {
    let mode = loss.mode(Activation::Linear, || false);
    let (targets, predictions) = (&[target], &[prediction]);
    let mut gradient = [0.0];
    loss.function::<f32>().gradient(Row { mode, targets, predictions, pre_activations: predictions }, &mut gradient);
    gradient[0]
}

#[test]
fn mean_squared_error_is_the_mean_of_the_squares() {
    let loss = Loss::MeanSquaredError;
    let mode = loss.mode(Activation::Linear, || false);
    let row = Row { mode, targets: &[1.0, 2.0], predictions: &[3.0_f32, 1.0], pre_activations: &[3.0, 1.0] };
    assert_eq!(loss.row(row), (4.0 + 1.0) / 2.0);
}

#[test]
fn a_class_that_there_is_not_is_rejected_with_its_row() {
    let loss = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);
    for (targets, received) in [([0.0, 3.0], "3"), ([0.0, -1.0], "-1"), ([1.0, 0.5], "0.5")] {
        let error = loss.check_targets(&targets, 3).unwrap_err();
        assert_eq!(error.to_string(), format!("targets[1]: expected a class from 0 to 2, received {received}"));
    }
}

#[test]
fn every_name_and_alias_is_read_back() {
    for loss in Loss::ALL {
        assert_eq!(loss.name().parse(), Ok(loss));
    }
    for (alias, loss) in [("mse", Loss::MeanSquaredError), ("KLD", Loss::KlDivergence), ("LogCosh", Loss::LogCosh)] {
        assert_eq!(alias.parse(), Ok(loss));
    }
    assert!("mean_square_error".parse::<Loss>().unwrap_err().expected().starts_with("mean_squared_error or"));
}

/// std's functions of the same names differ in their last bits from platform to platform.
#[test]
fn slopes_are_computed_with_the_engines_own_functions() {
    for step in 1..2000 {
        let x = step as f32 * 1.7e-3;
        assert_eq!(slope(Loss::LogCosh, x, 0.0).to_bits(), Scalar::tanh(x).to_bits(), "{x}");
        let log: f32 = Scalar::ln_1p(x) - Scalar::ln_1p(1.0_f32);
        let slope = slope(Loss::MeanSquaredLogarithmicError, x, 1.0);
        assert_eq!(slope.to_bits(), (2.0 * log / (1.0 + x)).to_bits(), "{x}");
    }
}

/// In double precision, where the targets are what the loss takes them for and no prediction is clipped.
#[test]
fn every_gradient_is_the_slope_of_its_loss() {
    let step = 1e-6;
    for loss in Loss::ALL {
        let mode = loss.mode(Activation::Linear, || false);
        let targets: &[f64] = match loss.targets() {
            Targets::Numbers | Targets::Counts | Targets::Directions => &[0.5, 2.5, 1.25],
            Targets::Probabilities => &[0.25, 0.625, 0.125],
            Targets::Signs => &[-1.0, 1.0, 1.0],
            Targets::Class => &[1.0],
        };
        let predictions = [0.375, 0.5, 0.75];
        let value = |predictions: &[f64]| loss.row(Row { mode, targets, predictions, pre_activations: predictions });
        let [singles, mut gradient] = [predictions.map(|p| p as f32), [0.0; 3]];
        let row = Row {
            mode,
            targets: &targets.iter().map(|&t| t as f32).collect::<Vec<_>>(),
            predictions: &singles,
            pre_activations: &singles,
        };
        loss.function::<f32>().gradient(row, &mut gradient);
        let share = if loss.function::<f32>().is_over_classes() { 1.0 } else { 1.0 / 3.0 };
        for unit in 0..3 {
            let moved = |by: f64| {
                let mut moved = predictions;
                moved[unit] += by;
                value(&moved)
            };
            let slope = (moved(step) - moved(-step)) / (2.0 * step);
            let received = f64::from(gradient[unit]) * share;
            assert!(
                (received - slope).abs() < 1e-4 * slope.abs().max(1.0),
                "{} {unit}: {received} {slope}",
                loss.name()
            );
        }
    }
}
