//! While training and after it: lost units, gradients by layer, and the losses of a fit.

use crate::{codes, dense, line, model};
use glassnet::data::Generator;
use glassnet::diagnostics::{
    DeadRelus, Diverged, Finding, Hint, HintData, LossNotFinite, Overfitting, Place, Severity, ValuesFilled,
    VanishingGradients, run_hints,
};
use glassnet::nn::{Activation, DenseConfig, Loss, ModelConfig, Optimizer, Random, Schedule, Sequential};
use glassnet::train::{End, Fit, FitConfig, History, Series, Validation, largest_curvature_row_major};

/// What is told of the weights alone.
fn run(mut model: Sequential, inputs: &[f32], targets: &[f32]) -> Vec<Hint> {
    let data = HintData { inputs, targets, ..HintData::default() };
    run_hints(&mut model, &data, &History::default(), None).unwrap()
}

#[test]
fn relus_are_dead_when_no_row_wakes_them() {
    let with_bias = |bias: &[f64]| {
        let hidden =
            DenseConfig { bias: Some(bias.to_vec()), ..DenseConfig::given(&[&[1.0, 1.0, 1.0, 1.0]], Activation::Relu) };
        let hidden = DenseConfig { use_bias: Some(true), ..hidden };
        run(model(1, &[hidden, dense(1, Activation::Linear)]), &[-1.0, 0.0, 1.0], &[0.0; 3])
    };
    assert_eq!(codes(&with_bias(&[0.0, 0.0, 0.0, -9.0])), [""; 0]);
    let some = with_bias(&[0.0, -9.0, 0.0, -9.0]);
    assert_eq!(some[0].finding, Finding::DeadRelus(DeadRelus { layer: 0, dead: 2, units: 4 }));
    let all = with_bias(&[-9.0; 4]);
    assert_eq!((codes(&all), all[0].severity), (vec!["dead_relus"], Severity::Problem));
}

#[test]
fn one_of_a_thing_is_said_in_the_singular() {
    let message = |finding: Finding| Hint::from(finding).message;
    let dead = |dead, units| message(Finding::DeadRelus(DeadRelus { layer: 0, dead, units }));
    assert_eq!(dead(1, 1), "1 of 1 unit of layer 1 is dead: relu gives 0 for every row.");
    assert_eq!(dead(2, 3), "2 of 3 units of layer 1 are dead: relu gives 0 for every row.");
    let columns = || vec!["TV".to_string()];
    let filled = |filled| message(Finding::ValuesFilled(ValuesFilled { filled, columns: columns() }));
    assert_eq!(filled(1), "1 value of TV was missing; the mean of the training rows stands there.");
    assert_eq!(filled(2), "2 values of TV were missing; the mean of the training rows stands there.");
}

#[test]
fn hidden_units_are_saturated_where_features_are_too_large_for_them() {
    let of = |activation, x: f32| {
        let layers = [DenseConfig::given(&[&[1.0]], activation), dense(1, Activation::Linear)];
        codes(&run(model(1, &layers), &[x, -x], &[0.0, 0.5]))
    };
    for activation in [Activation::Sigmoid, Activation::Tanh] {
        assert_eq!(of(activation, 1.0), [""; 0]);
        assert_eq!(of(activation, 9.0), ["saturated_units"]);
    }
    // A sure output is none: it may be right.
    let output = [DenseConfig::given(&[&[1.0]], Activation::Sigmoid)];
    assert_eq!(codes(&run(model(1, &output), &[20.0, -20.0], &[1.0, 0.0])), [""; 0]);
}

#[test]
fn gradients_vanish_through_many_sigmoids_and_not_through_as_many_relus() {
    let deep = |activation, initializer: &str| {
        let hidden = DenseConfig { kernel_initializer: Some(initializer.parse().unwrap()), ..dense(16, activation) };
        let layers: Vec<DenseConfig> = vec![hidden; 6].into_iter().chain([dense(1, Activation::Linear)]).collect();
        let points = Generator::Plane.generate(60, 0.1, 1).unwrap();
        run(model(2, &layers), &points.features, &points.targets)
    };
    let hints = deep(Activation::Sigmoid, "glorot_uniform");
    assert_eq!(codes(&hints), ["vanishing_gradients"]);
    let Finding::VanishingGradients(VanishingGradients { layer: 0, factor, gradients }) = &hints[0].finding else {
        panic!("{hints:?}")
    };
    // Six sigmoids take at least 4 each.
    assert!(*factor > 4096.0_f64 && gradients.windows(2).all(|pair| pair[0] < pair[1]), "{factor} {gradients:?}");
    assert_eq!(codes(&deep(Activation::Relu, "he_normal")), [""; 0]);
    assert_eq!(codes(&deep(Activation::Tanh, "glorot_uniform")), [""; 0]);
}

#[test]
fn gradients_explode_behind_large_weights() {
    let of = |weight: f64| {
        let layer = |activation| DenseConfig::given(&[&[weight]], activation);
        codes(&run(
            model(1, &[layer(Activation::Relu), layer(Activation::Relu), layer(Activation::Linear)]),
            &[1.0],
            &[0.0],
        ))
    };
    assert_eq!(of(11.0), ["exploding_gradients"]);
    assert_eq!(of(9.0), [""; 0]);
}

#[test]
fn a_fit_that_diverges_is_told_with_the_rate_that_would_not() {
    let (inputs, targets) = (vec![0.0, 100.0, 200.0, 300.0], vec![1.0, 2.0, 3.0, 4.0]);
    let data = HintData { inputs: &inputs, targets: &targets, ..HintData::default() };
    let after = |rate: f32| {
        let mut model = line(Optimizer::sgd(rate));
        let config = FitConfig { batch_size: 4, epochs: 50, ..FitConfig::default() };
        let mut fit = Fit::from_row_major(&model, inputs.clone(), targets.clone(), config).unwrap();
        let end = fit.run(&mut model, |_, _| true);
        (run_hints(&mut model, &data, fit.history(), end).unwrap(), end)
    };
    let (hints, end) = after(0.01);
    let Finding::Diverged(Diverged { epoch, stable_rate: Some(stable), optimizer: "sgd", .. }) = hints[0].finding
    else {
        panic!("{hints:?}");
    };
    assert!(matches!(end, Some(End::Diverged { epoch: at, .. }) if at == epoch) && hints.len() == 1);
    let curvature = largest_curvature_row_major(&line(Optimizer::sgd(0.01)), &inputs, &targets).unwrap().unwrap();
    assert_eq!(stable, 2.0 / curvature);
    // Not yet infinite after so few epochs, but on its way.
    let (hints, end) = after(1.1 * stable as f32);
    assert_eq!((codes(&hints), end), (vec!["rising_loss"], Some(End::Finished)));
    assert_eq!(codes(&after(0.9 * stable as f32).0), [""; 0]);
}

/// Poisson's logarithm of a prediction below 0 is none, and yet the gradients are finite.
#[test]
fn a_loss_that_is_not_finite_is_told_while_training_goes_on() {
    let layers = [DenseConfig {
        bias: Some(vec![-0.3]),
        use_bias: Some(true),
        ..DenseConfig::given(&[&[1.0]], Activation::Linear)
    }];
    let config = ModelConfig { loss: Loss::Poisson, ..ModelConfig::new(1, layers) };
    let mut model = Sequential::new(&config).unwrap();
    let (inputs, targets) = (vec![0.0, 1.0, 2.0], vec![1.0, 2.0, 3.0]);
    let fit = FitConfig { batch_size: 1, epochs: 2, ..FitConfig::default() };
    let mut fit = Fit::from_row_major(&model, inputs.clone(), targets.clone(), fit).unwrap();
    let end = fit.run(&mut model, |_, _| true);
    assert_eq!((end, fit.history().epoch.len()), (Some(End::Finished), 2));
    assert!(model.weights().iter().all(|weight| weight.is_finite()));
    let data = HintData { inputs: &inputs, targets: &targets, ..HintData::default() };
    let hints = run_hints(&mut model, &data, fit.history(), end).unwrap();
    let expected = LossNotFinite { epoch: 0, key: "loss", value: "nan", loss: "poisson", activation: "linear" };
    let expected = Finding::LossNotFinite(expected);
    assert_eq!((codes(&hints), &hints[0].finding), (vec!["loss_not_finite"], &expected));
    assert!(hints[0].advice.contains("softplus"), "{}", hints[0].advice);
    // Of the validation rows alone, and infinite.
    let told = run_hints(&mut model, &data, &history(&[2.0, 1.0], &[1.0, f64::INFINITY]), end).unwrap();
    let expected = LossNotFinite { epoch: 1, key: "val_loss", value: "inf", loss: "poisson", activation: "linear" };
    let expected = Finding::LossNotFinite(expected);
    assert_eq!(told[0].finding, expected);
}

fn history(losses: &[f64], validation: &[f64]) -> History {
    let series = [("loss", losses), ("val_loss", validation)];
    let series = series.map(|(key, values)| Series { key: key.to_string(), values: values.to_vec() });
    History { epoch: (0..losses.len()).collect(), series: series.to_vec() }
}

#[test]
fn a_loss_that_only_jitters_does_not_rise() {
    let of = |losses: &[f64]| {
        let mut model = model(1, &[dense(1, Activation::Linear)]);
        let data = HintData { inputs: &[0.5], targets: &[0.1], ..HintData::default() };
        codes(&run_hints(&mut model, &data, &history(losses, &[]), Some(End::Finished)).unwrap())
    };
    assert_eq!(of(&[4.0, 1.0, 2.0, 3.0, 4.0]), ["rising_loss"]);
    assert_eq!(of(&[1.0, 3.0]), ["rising_loss"]);
    assert_eq!(of(&[4.0, 1.0, 3.0, 2.9, 4.0]), [""; 0]);
    assert_eq!(of(&[4.0, 0.1, 0.2, 0.3, 0.4]), [""; 0]);
    assert_eq!(of(&[1.0, 1.3, 1.6, 1.9]), [""; 0]);
    assert_eq!(of(&[4.0, 3.0, 2.0, 1.0]), [""; 0]);
}

#[test]
fn the_validation_loss_must_stay_up_while_the_training_loss_falls() {
    let hints = |losses: &[f64], validation: &[f64], end| {
        let mut model = model(1, &[dense(1, Activation::Linear)]);
        let data = HintData { inputs: &[0.5], targets: &[0.1], ..HintData::default() };
        run_hints(&mut model, &data, &history(losses, validation), Some(end)).unwrap()
    };
    let falling = [5.0, 4.0, 3.0, 2.0, 1.0];
    let over = hints(&falling, &[6.0, 5.0, 5.6, 5.8, 6.0], End::Finished);
    let expected = Finding::Overfitting(Overfitting {
        epoch: 1,
        lowest_val_loss: 5.0,
        val_loss: 6.0,
        loss_then: 4.0,
        loss: 1.0,
        stopped: false,
    });
    assert_eq!(
        (&over[0].finding, over[0].severity, over[0].place),
        (&expected, Severity::Warning, Some(Place::Epoch(1)))
    );
    let stopped = hints(&falling, &[6.0, 5.0, 5.6, 5.8, 6.0], End::StoppedEarly { best_epoch: 1 });
    assert_eq!(stopped[0].severity, Severity::Info);
    assert_eq!(codes(&hints(&falling, &[6.0, 5.0, 5.6, 5.4, 6.0], End::Finished)), [""; 0]);
    assert_eq!(codes(&hints(&falling, &[6.0, 5.5, 5.0, 5.8, 6.0], End::Finished)), [""; 0]);
    assert_eq!(codes(&hints(&[5.0, 4.0, 4.0, 4.0, 4.0], &[6.0, 5.0, 5.6, 5.8, 6.0], End::Finished)), [""; 0]);
}

#[test]
fn a_large_network_learns_few_noisy_rows_by_heart_and_a_line_does_not() {
    // A line with an error that no feature tells.
    let mut random = Random::new(1);
    let mut row = |at: usize| (at as f32 / 20.0 - 1.0, at as f32 / 20.0 - 1.0 + random.normal());
    let (inputs, targets): (Vec<f32>, Vec<f32>) = (0..40).map(&mut row).unzip();
    let even = |numbers: &[f32], from: usize| -> Vec<f32> { numbers.iter().skip(from).step_by(2).copied().collect() };
    let (train, test) = ((even(&inputs, 0), even(&targets, 0)), (even(&inputs, 1), even(&targets, 1)));
    let after = |layers: &[DenseConfig]| {
        let optimizer = Optimizer { learning_rate: Schedule::Constant(0.02), ..Optimizer::adam() };
        let config = ModelConfig { optimizer, ..ModelConfig::new(1, layers.iter().cloned()) };
        let mut model = Sequential::new(&config).unwrap();
        let validation = Validation::RowMajor(test.0.clone(), test.1.clone());
        let config = FitConfig { epochs: 2000, validation, ..FitConfig::default() };
        let mut fit = Fit::from_row_major(&model, train.0.clone(), train.1.clone(), config).unwrap();
        let end = fit.run(&mut model, |_, _| true);
        let data = HintData { inputs: &train.0, targets: &train.1, ..HintData::default() };
        codes(&run_hints(&mut model, &data, fit.history(), end).unwrap())
    };
    let tanh = || dense(24, Activation::Tanh);
    assert!(after(&[tanh(), tanh(), dense(1, Activation::Linear)]).contains(&"overfitting"));
    assert_eq!(after(&[dense(1, Activation::Linear)]), [""; 0]);
}
