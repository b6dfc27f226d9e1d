//! The tutorial's models on advertising data: the hints name its traps, and nothing else.

use crate::measured::measured;
use crate::{codes, dense};
use glassnet::data::{NumpyRandom, Scaler, Scaling, Split, Table, TestSize, advertising, train_test_split};
use glassnet::diagnostics::{
    Diverged, Finding, Hint, HintData, Severity, StuckLoss, UnscaledFeatures, run_hints, setup_hints,
};
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::train::{End, Fit, FitConfig, health_row_major};

const FEATURES: [&str; 4] = ["Unnamed: 0", "TV", "Radio", "Newspaper"];

/// The tutorial's rows: with the index that it meant to drop, or without.
struct Data {
    table: Table,
    names: Vec<String>,
    train: (Vec<f32>, Vec<f32>),
    test: (Vec<f32>, Vec<f32>),
}

impl Data {
    fn of(table: Table, features: &[&str]) -> Self {
        let random = &mut NumpyRandom::new(100).unwrap();
        let Split { train, test } = train_test_split(table.rows(), TestSize::Fraction(0.3), random).unwrap();
        let rows = |rows: &[usize]| {
            let part = table.take(rows).unwrap();
            (part.numbers_row_major(features).unwrap(), part.numbers_row_major(&["Sales"]).unwrap())
        };
        let (train, test) = (rows(&train), rows(&test));
        Data { table, names: features.iter().map(|name| name.to_string()).collect(), train, test }
    }

    fn hint(&self) -> HintData<'_> {
        let (inputs, targets) = (&self.train.0, &self.train.1);
        HintData { inputs, targets, names: &self.names, table: Some(&self.table) }
    }

    /// A model before training and the hints of it, then after the tutorial's 100 epochs of batches of 5.
    fn hints(&self, layers: &[DenseConfig], optimizer: Optimizer, seed: u64) -> Run {
        let config = ModelConfig { optimizer, seed, ..ModelConfig::new(self.names.len(), layers.iter().cloned()) };
        let mut model = Sequential::new(&config).unwrap();
        let setup = setup_hints(&model, &self.hint()).unwrap();
        let config = FitConfig { batch_size: 5, epochs: 100, ..FitConfig::default() };
        let mut fit = Fit::from_row_major(&model, self.train.0.clone(), self.train.1.clone(), config).unwrap();
        let end = fit.run(&mut model, |_, _| true);
        let run = run_hints(&mut model, &self.hint(), fit.history(), end).unwrap();
        Run { setup, run, end, model }
    }
}

struct Run {
    setup: Vec<Hint>,
    run: Vec<Hint>,
    end: Option<End>,
    model: Sequential,
}

/// Model (a): four sigmoids one after the other.
fn model_a() -> Vec<DenseConfig> {
    [10, 10, 1, 1].map(|units| dense(units, Activation::Sigmoid)).to_vec()
}

/// Model (b): two layers without an activation.
fn model_b() -> Vec<DenseConfig> {
    [10, 1].map(|units| dense(units, Activation::Linear)).to_vec()
}

/// What the loss comes to if every prediction is 1, the most that a sigmoid gives.
fn loss_at_one(targets: &[f32]) -> f64 {
    targets.iter().map(|target| (f64::from(*target) - 1.0).powi(2)).sum::<f64>() / targets.len() as f64
}

#[test]
fn model_a_is_told_of_the_index_and_of_its_sigmoid_and_then_why_it_is_stuck() {
    let data = Data::of(advertising(), &FEATURES);
    for seed in 1..=5 {
        let Run { setup, run, .. } = data.hints(&model_a(), Optimizer::adam(), seed);
        assert_eq!(codes(&setup), ["index_column", "targets_out_of_range"]);
        assert_eq!(codes(&run), ["stuck_loss"]);
        let Finding::StuckLoss(StuckLoss { loss, best_loss, .. }) = run[0].finding else { panic!("{run:?}") };
        assert!((best_loss - loss_at_one(&data.train.1)).abs() < 1e-3);
        assert!(best_loss <= loss && loss < 1.02 * best_loss, "{loss} {best_loss}");
    }
    let dropped = Data::of(advertising(), &FEATURES[1..]);
    assert_eq!(codes(&dropped.hints(&model_a(), Optimizer::adam(), 1).setup), ["targets_out_of_range"]);
}

#[test]
fn model_b_is_told_of_the_index_and_of_its_two_layers_and_that_is_all_with_adam() {
    let data = Data::of(advertising(), &FEATURES);
    for seed in 1..=5 {
        let Run { setup, run, .. } = data.hints(&model_b(), Optimizer::adam(), seed);
        assert_eq!(codes(&setup), ["index_column", "linear_layers"]);
        assert_eq!(codes(&run), [""; 0]);
    }
}

#[test]
fn model_b_diverges_by_plain_gradient_descent_as_it_was_told() {
    let data = Data::of(advertising(), &FEATURES);
    for seed in 1..=5 {
        let Run { setup, run, end, .. } = data.hints(&model_b(), Optimizer::sgd(0.01), seed);
        assert_eq!(codes(&setup), ["index_column", "unscaled_features", "linear_layers"]);
        assert_eq!(setup[1].severity, Severity::Problem);
        let Finding::UnscaledFeatures(UnscaledFeatures {
            name,
            stable_rate: Some(stable),
            scaled_stable_rate: Some(scaled),
            ..
        }) = &setup[1].finding
        else {
            panic!("{setup:?}");
        };
        assert!(name == "TV" && *stable < 1e-4 && *scaled > 0.01, "{stable} {scaled}");
        assert!(matches!(end, Some(End::Diverged { epoch: 0, .. })));
        let Finding::Diverged(Diverged { stable_rate, .. }) = run[0].finding else { panic!("{run:?}") };
        assert_eq!((run.len(), stable_rate), (1, Some(*stable)));
        // Batches of 5 are rougher than all rows together, to which the bound belongs.
        let Run { run, end, .. } = data.hints(&model_b(), Optimizer::sgd(0.2 * *stable as f32), seed);
        assert_eq!((codes(&run), end), (vec![], Some(End::Finished)));
    }
}

#[test]
fn scaled_features_are_all_that_gradient_descent_wants() {
    let mut data = Data::of(advertising(), &FEATURES[1..]);
    let rows: Vec<usize> = (0..data.train.1.len()).collect();
    let scaler = Scaler::fit_row_major(Scaling::Standard, &data.train.0, 3, &rows).unwrap();
    data.train.0 = scaler.transform_row_major(&data.train.0).unwrap();
    let Run { setup, run, mut model, .. } = data.hints(&model_b(), Optimizer::sgd(0.01), 1);
    assert_eq!((codes(&setup), codes(&run)), (vec!["linear_layers"], vec![]));
    assert!(health_row_major(&mut model, &data.train.0, &data.train.1).unwrap().loss < 4.0);
}

#[test]
fn on_the_measured_data_each_seed_of_model_a_ends_near_200_and_is_told_why() {
    let Some(table) = measured() else { return };
    let data = Data::of(table, &FEATURES);
    for seed in 1..=20 {
        let Run { setup, run, end, mut model } = data.hints(&model_a(), Optimizer::adam(), seed);
        assert_eq!((codes(&setup), codes(&run)), (vec!["index_column", "targets_out_of_range"], vec!["stuck_loss"]));
        let (inputs, targets) = (&data.test.0, &data.test.1);
        let test = HintData { inputs, targets, ..HintData::default() };
        let hints = run_hints(&mut model, &test, &Default::default(), end).unwrap();
        let Finding::StuckLoss(StuckLoss { loss, best_loss, activation: "sigmoid", .. }) = hints[0].finding else {
            panic!("{hints:?}");
        };
        assert!((best_loss - loss_at_one(targets)).abs() < 1e-3);
        assert!((199.4..=202.5).contains(&loss) && loss < best_loss + 3.0, "seed {seed}: {loss} {best_loss}");
    }
}
