//! Before training: features, targets, learning rate, output and layers.

use crate::{codes, dense, line, model, with_loss};
use glassnet::data::{Column, Table};
use glassnet::diagnostics::{
    EmptyAccuracy, EmptyReason, Finding, Hint, HintData, IndexColumn, LearningRateTooHigh, LinearLayers, Place,
    Severity, TargetsOutOfRange, UnscaledFeatures, model_hints, setup_hints,
};
use glassnet::nn::{
    Activation, BinaryCrossentropy, CategoricalCrossentropy, DenseConfig, Elu, Gelu, LayerConfig, LeakyRelu, Loss,
    ModelConfig, NormalizationConfig, Optimizer, Rule, Sequential, Sgd, SparseCategoricalCrossentropy,
};
use glassnet::train::train_steps_row_major;

const BINARY: Loss = Loss::BinaryCrossentropy(BinaryCrossentropy::DEFAULT);
const CATEGORICAL: Loss = Loss::CategoricalCrossentropy(CategoricalCrossentropy::DEFAULT);
const SPARSE: Loss = Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy::DEFAULT);

fn setup(model: &Sequential, inputs: &[f32], targets: &[f32]) -> Vec<Hint> {
    setup_hints(model, &HintData { inputs, targets, ..HintData::default() }).unwrap()
}

#[test]
fn a_column_that_the_table_knows_as_an_index_is_found_even_scaled() {
    let columns = [("id", Column::integers(1..=4)), ("x", Column::numbers([0.3, 0.1, 0.7, 0.2]))];
    let table = Table::new(columns.map(|(name, column)| (name.to_string(), column)).to_vec()).unwrap();
    let names = ["id", "x"].map(String::from);
    let data = HintData { inputs: &[1.2, 0.3, -0.4, 0.1], targets: &[1.0, 2.0], names: &names, table: Some(&table) };
    let hints = setup_hints(&model(2, &[dense(1, Activation::Linear)]), &data).unwrap();
    assert_eq!(hints[0].finding, Finding::IndexColumn(IndexColumn { feature: 0, name: "id".to_string() }));
    assert_eq!((codes(&hints), hints[0].place), (vec!["index_column"], Some(Place::Feature(0))));
    let other = HintData { names: &["y", "x"].map(String::from), ..data };
    assert_eq!(codes(&setup_hints(&model(2, &[dense(1, Activation::Linear)]), &other).unwrap()), [""; 0]);
}

#[test]
fn a_count_that_was_shuffled_and_split_is_found_by_its_numbers() {
    let found = |width: usize, count: &dyn Fn(usize) -> usize, rows: usize| {
        let row = |row: usize| [count(row) as f32, 0.5 / (1.0 + row as f32)].into_iter().take(width);
        let inputs: Vec<f32> = (0..rows).flat_map(row).collect();
        setup(&model(width, &[dense(1, Activation::Linear)]), &inputs, &vec![0.0; rows]).len()
    };
    // 7 has no common divisor with 60: the first half of all numbers below 60, in some order.
    assert_eq!(found(2, &|row| row * 7 % 60, 30), 1);
    // A number that comes twice, too few rows, numbers too far apart, and a count that is the only feature.
    assert_eq!(found(2, &|row| row * 7 % 60 / 2, 30), 0);
    assert_eq!(found(2, &|row| row * 7 % 60, 29), 0);
    assert_eq!(found(2, &|row| row * 7, 30), 0);
    assert_eq!(found(1, &|row| row, 30), 0);
}

#[test]
fn gradient_descent_is_stable_up_to_the_rate_that_unscaled_features_are_told() {
    let (inputs, targets) = ([0.0, 100.0, 200.0, 300.0], [1.0, 2.0, 3.0, 4.0]);
    let hints = setup(&line(Optimizer::sgd(0.01)), &inputs, &targets);
    let Finding::UnscaledFeatures(UnscaledFeatures {
        size, ratio, stable_rate: Some(stable), scaled_stable_rate, ..
    }) = hints[0].finding
    else {
        panic!("{hints:?}");
    };
    assert_eq!((hints.len(), hints[0].severity, size, ratio), (1, Severity::Problem, 300.0, 300.0));
    // Standardised, the products are ((1, 0), (0, 1)): the curvature is 2, and 2 / 2 the bound.
    assert!((scaled_stable_rate.unwrap() - 1.0).abs() < 0.01);
    // The steepest direction is all but the feature's own: 2 / (2 mean x²), with a little of the bias's.
    assert!((stable / (1.0 / 35_000.0) - 1.0).abs() < 0.01, "{stable}");
    let ends = |rate: f64| {
        let mut model = line(Optimizer::sgd(rate as f32));
        train_steps_row_major(&mut model, &inputs, &targets, 400, |_| true).unwrap().losses[399]
    };
    assert!(ends(0.97 * stable) < 10.0 && ends(1.03 * stable) > 1e6, "{} {}", ends(0.97 * stable), ends(1.03 * stable));
}

#[test]
fn momentum_moves_the_bound_of_a_stable_rate_as_arithmetic_says() {
    let (inputs, targets) = ([-1.0, 1.0], [-1.0, 1.0]);
    for (nesterov, bound) in [(false, 1.5), (true, 0.75)] {
        let rule = Rule::Sgd(Sgd { momentum: 0.5, nesterov });
        let optimizer = |rate| Optimizer { rule, ..Optimizer::sgd(rate) };
        let hints = setup(&line(optimizer(9.0)), &inputs, &targets);
        let Finding::LearningRateTooHigh(LearningRateTooHigh { stable_rate, .. }) = hints[0].finding else {
            panic!("{hints:?}")
        };
        assert!((stable_rate - bound).abs() < 0.01, "{stable_rate} for {bound}");
        let ends = |rate: f32| {
            let mut model = line(optimizer(rate));
            train_steps_row_major(&mut model, &inputs, &targets, 300, |_| true).unwrap().losses.pop().unwrap()
        };
        assert!(ends(0.97 * bound as f32) < 1e-3, "{}", ends(0.97 * bound as f32));
        assert!(!ends(1.03 * bound as f32).is_finite() || ends(1.03 * bound as f32) > 1e3);
    }
}

#[test]
fn a_rate_too_high_for_scaled_features_is_its_own_fault() {
    let at = |rate| setup(&line(Optimizer::sgd(rate)), &[-1.0, 1.0], &[0.0, 1.0]);
    assert_eq!(codes(&at(0.9)), [""; 0]);
    assert_eq!((codes(&at(1.1)), at(1.1)[0].severity), (vec!["learning_rate_too_high"], Severity::Warning));
    assert_eq!((codes(&at(2.1)), at(2.1)[0].severity), (vec!["learning_rate_too_high"], Severity::Problem));
}

#[test]
fn unscaled_features_are_slow_even_with_a_stable_rate_and_no_matter_for_adam() {
    let (inputs, targets) = ([0.0, 100.0, 200.0, 300.0], [1.0, 2.0, 3.0, 4.0]);
    let slow = setup(&line(Optimizer::sgd(1e-5)), &inputs, &targets);
    assert_eq!((codes(&slow), slow[0].severity), (vec!["unscaled_features"], Severity::Warning));
    assert_eq!(codes(&setup(&line(Optimizer::adam()), &inputs, &targets)), [""; 0]);
    assert_eq!(codes(&setup(&line(Optimizer::sgd(1e-3)), &[0.0, 10.0, 20.0, 29.0], &targets)), [""; 0]);
}

#[test]
fn features_that_a_normalization_scales_are_not_told_but_a_rate_that_is_too_high_for_it_is() {
    let (inputs, targets) = ([0.0, 100.0, 200.0, 300.0], [1.0, 2.0, 3.0, 4.0]);
    let found = |rate: f32| {
        let layers: [LayerConfig; 2] =
            [LayerConfig::Normalization(NormalizationConfig::default()), dense(1, Activation::Linear).into()];
        let config = ModelConfig { optimizer: Optimizer::sgd(rate), ..ModelConfig::new(1, layers) };
        let mut model = Sequential::new(&config).unwrap();
        model.adapt_row_major(&inputs).unwrap();
        setup(&model, &inputs, &targets).iter().map(Hint::code).collect::<Vec<_>>()
    };
    // The bound is 1, as for standardised features.
    assert_eq!((found(0.9), found(1.1)), (vec![], vec!["learning_rate_too_high"]));
}

#[test]
fn targets_outside_of_the_output_s_range_are_told_with_the_loss_that_is_left() {
    let of =
        |activation, targets: &[f32]| setup(&model(1, &[dense(1, activation)]), &vec![0.5; targets.len()], targets);
    let hints = of(Activation::Sigmoid, &[0.5, 3.0, -1.0, 1.0]);
    let Finding::TargetsOutOfRange(TargetsOutOfRange {
        layer: 0,
        share,
        best_loss,
        smallest_target,
        largest_target,
        ..
    }) = hints[0].finding
    else {
        panic!("{hints:?}");
    };
    // 3 is 2 from 1, -1 is 1 from 0: (0 + 4 + 1 + 0) / 4.
    assert_eq!((share, best_loss, smallest_target, largest_target), (0.5, Some(1.25), -1.0, 3.0));
    for (activation, within, outside) in [
        (Activation::Sigmoid, [0.0, 1.0], [0.0, 1.01]),
        (Activation::HardSigmoid, [0.0, 1.0], [-0.01, 1.0]),
        (Activation::Softsign, [-1.0, 1.0], [0.0, 1.01]),
        (Activation::Tanh, [-1.0, 1.0], [-1.01, 0.0]),
        (Activation::Relu, [0.0, 99.0], [-0.01, 99.0]),
        (Activation::Softplus, [0.0, 99.0], [-0.01, 99.0]),
        (Activation::Elu(Elu { alpha: 1.0 }), [-1.0, 99.0], [-1.01, 99.0]),
        (Activation::Selu, [-1.758, 99.0], [-1.76, 99.0]),
        (Activation::Silu, [-0.2784, 99.0], [-0.28, 99.0]),
        (Activation::Gelu(Gelu { approximate: false }), [-0.1699, 99.0], [-0.18, 99.0]),
    ] {
        assert_eq!(codes(&of(activation, &within)), [""; 0], "{activation:?}");
        assert_eq!(codes(&of(activation, &outside)), ["targets_out_of_range"], "{activation:?}");
    }
    for activation in [Activation::Linear, Activation::LeakyRelu(LeakyRelu { negative_slope: 0.2 })] {
        assert_eq!(codes(&of(activation, &[-99.0, 99.0])), [""; 0]);
    }
}

#[test]
fn a_crossentropy_wants_probabilities_and_the_activation_that_gives_them() {
    let logits = |loss| match loss {
        Loss::BinaryCrossentropy(loss) => Loss::BinaryCrossentropy(BinaryCrossentropy { from_logits: true, ..loss }),
        Loss::CategoricalCrossentropy(loss) => {
            Loss::CategoricalCrossentropy(CategoricalCrossentropy { from_logits: true, ..loss })
        }
        _ => Loss::SparseCategoricalCrossentropy(SparseCategoricalCrossentropy { from_logits: true }),
    };
    for (loss, fits, other) in [
        (BINARY, Activation::Sigmoid, Activation::Softmax),
        (CATEGORICAL, Activation::Softmax, Activation::Sigmoid),
        (SPARSE, Activation::Softmax, Activation::Sigmoid),
    ] {
        let of = |loss, activation| codes(&model_hints(&with_loss(1, &[dense(3, activation)], loss)));
        assert_eq!(of(loss, fits), [""; 0]);
        assert_eq!(of(loss, other), ["crossentropy_output"]);
        assert_eq!(of(loss, Activation::Linear), ["crossentropy_output"]);
        assert_eq!(of(logits(loss), Activation::Linear), [""; 0]);
        assert_eq!(of(logits(loss), fits), ["logits_twice"]);
        assert_eq!(of(logits(loss), Activation::Relu), ["crossentropy_output"]);
    }
    let binary = with_loss(1, &[dense(1, Activation::Sigmoid)], BINARY);
    assert_eq!(codes(&setup(&binary, &[0.5, 0.1], &[0.0, 1.0])), [""; 0]);
    assert_eq!(codes(&setup(&binary, &[0.5, 0.1], &[1.0, 2.0])), ["crossentropy_targets"]);
    let sparse = with_loss(1, &[dense(3, Activation::Softmax)], SPARSE);
    assert_eq!(codes(&setup(&sparse, &[0.5, 0.1], &[1.0, 2.0])), [""; 0]);
}

#[test]
fn one_unit_cannot_share_with_others() {
    let of = |units, activation, loss| codes(&model_hints(&with_loss(1, &[dense(units, activation)], loss)));
    assert_eq!(of(1, Activation::Linear, CATEGORICAL), ["one_class"]);
    assert_eq!(of(1, Activation::Sigmoid, SPARSE), ["one_class"]);
    assert_eq!(of(1, Activation::Sigmoid, BINARY), [""; 0]);
    assert_eq!(of(2, Activation::Softmax, SPARSE), [""; 0]);
    // What the hint says is so: no gradient comes.
    let mut model = with_loss(1, &[dense(1, Activation::Sigmoid)], SPARSE);
    model.gradients_for_row_major(&[0.7, -0.2], &[0.0, 0.0]).unwrap();
    assert!(model.gradients().iter().all(|gradient| *gradient == 0.0));
}

/// Of a model with these metrics: the code, then why and of which share.
fn metric_hints(outputs: usize, loss: Loss, metrics: &[&str], targets: &[f32]) -> Vec<(EmptyReason, f64)> {
    let layers = [dense(outputs, Activation::Linear)];
    let metrics = metrics.iter().map(|name| name.parse().unwrap()).collect();
    let config = ModelConfig { loss, metrics, optimizer: Optimizer::adam(), ..ModelConfig::new(1, layers) };
    let model = Sequential::new(&config).unwrap();
    let rows = targets.len() / model.target_count();
    let inputs: Vec<f32> = (0..rows).map(|row| 0.3 + 0.1 * row as f32).collect();
    let hints = setup(&model, &inputs, targets);
    codes(&hints);
    let found = hints.into_iter().filter_map(|hint| match hint.finding {
        Finding::EmptyAccuracy(EmptyAccuracy { reason, share, .. }) => Some((reason, share)),
        _ => None,
    });
    found.collect()
}

#[test]
fn an_accuracy_that_says_nothing_is_told_why() {
    let mse = Loss::MeanSquaredError;
    let regression = [27.0, 31.5, 1.0, 0.0];
    assert_eq!(metric_hints(1, mse, &["accuracy"], &regression), [(EmptyReason::Values, 0.5)]);
    assert_eq!(metric_hints(1, mse, &["mae", "r2_score", "mse"], &regression), []);
    assert_eq!(metric_hints(1, mse, &["accuracy"], &[0.0, 1.0, 1.0, 0.0]), []);
    assert_eq!(metric_hints(1, Loss::Hinge, &["acc"], &[-1.0, 1.0, -1.0, 1.0]), [(EmptyReason::Values, 0.5)]);
    assert_eq!(metric_hints(2, mse, &["accuracy"], &regression), [(EmptyReason::NotOneHot, 0.5)]);
    assert_eq!(metric_hints(2, mse, &["binary_accuracy"], &[1.0, 1.0, 0.0, 0.0]), []);
    assert_eq!(metric_hints(2, mse, &["accuracy", "accuracy"], &[0.0, 1.0, 0.3, 0.7]), []);
    assert_eq!(metric_hints(2, SPARSE, &["accuracy", "sparse_categorical_accuracy"], &[0.0, 1.0]), []);
    assert_eq!(metric_hints(2, SPARSE, &["categorical_accuracy"], &[0.0, 1.0]), [(EmptyReason::ClassNumbers, 1.0)]);
    assert_eq!(metric_hints(1, mse, &["categorical_accuracy"], &[0.0, 1.0]), [(EmptyReason::OneOutput, 1.0)]);
}

#[test]
fn layers_with_no_activation_between_them_are_found_as_runs() {
    use Activation::{Linear, Relu, Sigmoid};
    let runs = |layers: &[DenseConfig]| -> Vec<(usize, usize, bool)> {
        let found = model_hints(&model(4, layers)).into_iter().map(|hint| match hint.finding {
            Finding::LinearLayers(LinearLayers { first, last, is_regression, .. }) => (first, last, is_regression),
            other => panic!("{other:?}"),
        });
        found.collect()
    };
    assert_eq!(runs(&[dense(10, Linear), dense(1, Linear)]), [(0, 1, true)]);
    assert_eq!(runs(&[dense(10, Linear), dense(5, Linear), dense(1, Sigmoid)]), [(0, 2, false)]);
    assert_eq!(runs(&[dense(5, Relu), dense(5, Linear), dense(1, Linear)]), [(1, 2, false)]);
    assert_eq!(
        runs(&[dense(5, Linear), dense(5, Relu), dense(5, Linear), dense(5, Relu)]),
        [(0, 1, false), (2, 3, false)]
    );
    assert_eq!(runs(&[dense(10, Relu), dense(1, Linear)]), []);
    assert_eq!(runs(&[dense(1, Linear)]), []);
    // A narrow one keeps two directions of four: an autoencoder.
    assert_eq!(runs(&[dense(2, Linear), dense(4, Linear)]), []);
}

#[test]
fn a_hint_reaches_other_languages_as_code_and_facts() {
    let hints = setup(&model(1, &[dense(1, Activation::Relu)]), &[0.5], &[-2.0]);
    let json = serde_json::to_value(&hints).unwrap();
    let expected = serde_json::json!([{
        "code": "targets_out_of_range",
        "facts": {
            "layer": 0, "activation": "relu", "lowest": 0.0, "smallestTarget": -2.0, "largestTarget": -2.0,
            "share": 1.0, "bestLoss": 4.0,
        },
        "subject": "model",
        "severity": "problem",
        "place": { "layer": 0 },
        "message": "The output activation relu gives nothing below 0, but the targets go from -2 to -2: the loss \
            cannot reach 0.",
        "advice": "Leave the activation of the output layer out, or scale the targets into its range.",
    }]);
    assert_eq!(json, expected);
}
