//! `fit` on a data set, whose steps decide the batches; going back, and looking at what comes next.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::{Dataset, Order};
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
use glassnet::train::{Fit, FitConfig, Validation, evaluate_dataset};

fn model() -> Sequential {
    let layers = [DenseConfig::drawn(3, Activation::Tanh), DenseConfig::drawn(1, Activation::Linear)];
    Sequential::new(&ModelConfig { seed: 5, ..ModelConfig::new(2, layers) }).unwrap()
}

fn dataset() -> Dataset {
    let features: Vec<f32> = (0..22).map(|number| number as f32 / 11.0 - 1.0).collect();
    let targets = features.chunks(2).map(|row| row[0] - row[1] * row[1]).collect();
    Dataset::from_row_major(features, targets, 11).unwrap()
}

#[test]
fn each_update_takes_a_batch_of_the_data_set_in_the_order_of_its_epoch() {
    // Batches are shuffled after they were made, so that the short one may come anywhere.
    let dataset = dataset().shuffle(11, 3).unwrap().batch(4, false).unwrap().shuffle(3, 4).unwrap();
    let mut by_hand = model();
    let (mut order, mut features, mut targets) = (Order::default(), Vec::new(), Vec::new());
    for epoch in 0..3 {
        dataset.order(epoch, &mut order);
        for rows in order.batches() {
            dataset.gather(rows, &mut features, &mut targets);
            by_hand.train_on_batch_row_major(&features, &targets).unwrap();
        }
    }
    let mut fitted = model();
    let config = FitConfig { epochs: 3, ..FitConfig::default() };
    let mut fit = Fit::on_dataset(&fitted, dataset, config).unwrap();
    assert_eq!(fit.batches(), 3);
    fit.run(&mut fitted, |_, _| true);
    assert_eq!(fitted.weights(), by_hand.weights());
}

#[test]
fn a_data_set_of_few_taken_batches_trains_with_those_alone() {
    let dataset = dataset().batch(4, false).unwrap().take(2).unwrap();
    let mut model = model();
    let mut fit = Fit::on_dataset(&model, dataset, FitConfig::default()).unwrap();
    assert_eq!(fit.next_rows(), [0, 1, 2, 3]);
    assert_eq!((fit.batch(&mut model).unwrap().batches, fit.next_rows()), (2, &[4, 5, 6, 7][..]));
    assert!(fit.batch(&mut model).unwrap().epoch_over);
    assert!(fit.next_rows().is_empty());
}

#[test]
fn rows_without_batches_and_a_validation_split_are_rejected() {
    let message = |dataset, config| Fit::on_dataset(&model(), dataset, config).unwrap_err().to_string();
    assert_eq!(message(dataset(), FitConfig::default()), "dataset: expected batches: call batch first, received rows");
    let split = FitConfig { validation: Validation::Split(0.2), ..FitConfig::default() };
    assert_eq!(
        message(dataset().batch(4, false).unwrap(), split),
        "validationSplit: expected validation data beside a data set, received a share of it"
    );
}

#[test]
fn an_evaluation_takes_the_rows_of_the_batches_alone() {
    let mut model = model();
    let dataset = dataset();
    let of_rows =
        model.evaluate_row_major(&dataset.features_row_major()[..16], &dataset.targets_row_major()[..8]).unwrap();
    assert_eq!(evaluate_dataset(&mut model, &dataset.clone().batch(4, true).unwrap()).unwrap(), of_rows);
    let error = evaluate_dataset(&mut model, &dataset).unwrap_err();
    assert_eq!(error.to_string(), "dataset: expected batches: call batch first, received rows");
}

#[test]
fn rows_of_other_widths_than_the_models_are_rejected() {
    // As many numbers as eleven rows of two and of one.
    let (features, targets) = (vec![0.5; 22], vec![0.5; 11]);
    let narrow = Dataset::from_row_major(features.clone(), vec![0.5; 22], 22).unwrap().batch(4, false).unwrap();
    let wide = Dataset::from_row_major(features, [targets.clone(), targets].concat(), 11).unwrap();
    let message = |dataset| Fit::on_dataset(&model(), dataset, FitConfig::default()).unwrap_err().to_string();
    assert_eq!(message(narrow), "dataset.features: expected rows of 2 numbers, received rows of 1");
    assert_eq!(
        message(wide.batch(4, false).unwrap()),
        "dataset.targets: expected rows of 1 number, received rows of 2"
    );
}

#[test]
fn a_fit_that_was_rewound_runs_to_the_same_bits_again() {
    let mut model = model();
    let config = FitConfig { epochs: 4, ..FitConfig::default() };
    let mut fit = Fit::on_dataset(&model, dataset().shuffle(11, 9).unwrap().batch(4, false).unwrap(), config).unwrap();
    fit.run(&mut model, |_, _| true);
    let (weights, history) = (model.weights().to_vec(), fit.history().clone());
    fit.rewind(&mut model);
    assert_eq!((fit.end(), fit.place(), fit.history().epoch.len()), (None, (0, 0), 0));
    fit.batch(&mut model);
    fit.rewind(&mut model);
    fit.run(&mut model, |_, _| true);
    assert_eq!((model.weights(), fit.history()), (&weights[..], &history));
}

#[test]
fn the_traces_of_the_next_batch_have_the_gradients_whose_mean_it_takes() {
    let mut model = model();
    let mut fit = Fit::on_dataset(&model, dataset().batch(4, false).unwrap(), FitConfig::default()).unwrap();
    let traces = fit.next_traces(&mut model).unwrap();
    assert_eq!(traces.len(), 4);
    let loss = traces.iter().map(|trace| trace.loss).sum::<f32>() / 4.0;
    let weights = model.weights().to_vec();
    let batch = fit.batch(&mut model).unwrap();
    assert!((batch.loss - loss).abs() < 1e-6, "{} {loss}", batch.loss);
    // One row forward and backward changes nothing.
    assert_eq!(traces[0].layers[0].kernel.concat(), weights[..6]);
}
