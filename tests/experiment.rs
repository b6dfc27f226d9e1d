//! An experiment from its data to its predictions.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::data::NumpyRandom;
use glassnet::experiment::{Experiment, Side};
use glassnet::text::Style;
use glassnet::train::{End, Operation};
use json::{config, get, list, number, text};

fn experiment(json: &str) -> Experiment {
    Experiment::read(&config(json)).unwrap_or_else(|error| panic!("{error}"))
}

fn tutorial() -> Experiment {
    experiment(r#"{ "data": { "source": "advertising" } }"#)
}

/// One weight, no bias, gradient descent with 1/4, on rows of the reader's own; no split, no shuffling.
fn one_weight(csv: &str, learning_rate: f64, batch_size: usize, epochs: usize) -> Experiment {
    experiment(&format!(
        r#"{{ "data": {{ "source": "csv", "text": {csv:?} }}, "split": null,
             "model": {{ "layers": [{{ "units": 1, "useBias": false, "kernel": [[1]] }}], "learningRate": {learning_rate} }},
             "fit": {{ "batchSize": {batch_size}, "epochs": {epochs}, "shuffle": false }} }}"#
    ))
}

#[test]
fn the_defaults_are_the_tutorials_traps_included() {
    let setup = tutorial().setup();
    let config = get(&setup, "config");
    assert_eq!(json::strings(get(config, "features")), ["Unnamed: 0", "TV", "Radio", "Newspaper"]);
    assert_eq!(
        (text(config, "target"), text(config, "task"), text(config, "scaling")),
        ("Sales", "regression", "none")
    );
    assert_eq!(number(get(config, "split"), "testSize"), 0.3);
    let model = get(config, "model");
    assert_eq!((text(model, "loss"), text(model, "optimizer")), ("mean_squared_error", "adam"));
    assert_eq!(list(get(model, "layers")).len(), 2);
    let fit = get(config, "fit");
    assert_eq!((number(fit, "batchSize"), number(fit, "epochs"), number(fit, "seed")), (5.0, 100.0, 100.0));
}

#[test]
fn the_shapes_are_those_that_the_tutorial_prints() {
    let setup = tutorial().setup();
    let shapes = get(&setup, "shapes");
    let shape = |name: &str| list(get(shapes, name)).iter().map(json::as_number).collect::<Vec<_>>();
    assert_eq!(shape("table"), [200.0, 5.0]);
    assert_eq!((shape("xTrain"), shape("yTrain")), (vec![140.0, 4.0], vec![140.0]));
    assert_eq!((shape("xTest"), shape("yTest")), (vec![60.0, 4.0], vec![60.0]));
    let dtypes = json::strings(get(shapes, "dtypeTable"));
    assert_eq!(dtypes, ["int64", "float64", "float64", "float64", "float64"]);
    assert_eq!((number(&setup, "iterationsPerEpoch"), number(&setup, "lastBatchSize")), (28.0, 5.0));
    assert_eq!(number(&setup, "parameters"), 61.0);
}

#[test]
fn the_first_test_rows_are_those_of_scikit_learn() {
    let experiment = tutorial();
    assert_eq!(experiment.side(Side::Test)[..5], [126, 104, 99, 92, 111]);
    let order = NumpyRandom::new(100).unwrap().permutation(200);
    assert!(experiment.side(Side::Train).iter().map(|row| *row as usize).eq(order[60..].iter().copied()));
}

#[test]
fn every_row_of_an_epoch_is_a_training_row_and_comes_once() {
    let experiment = tutorial();
    let mut order = experiment.order(3);
    assert_ne!(order, experiment.order(4));
    assert_eq!(order[..5], {
        let mut there = tutorial();
        there.train(3 * 28, || true);
        there.next_rows()
    });
    let mut train = experiment.side(Side::Train).to_vec();
    order.sort_unstable();
    train.sort_unstable();
    assert_eq!(order, train);
}

#[test]
fn validation_takes_the_last_training_rows() {
    let experiment = experiment(r#"{ "data": { "source": "advertising" }, "fit": { "validationSplit": 0.2 } }"#);
    assert_eq!(number(&experiment.setup(), "validationRows"), 28.0);
    let train = experiment.side(Side::Train);
    let order = experiment.order(0);
    assert!(order.len() == 112 && order.iter().all(|row| train[..112].contains(row)));
}

#[test]
fn a_step_lowers_the_loss_by_the_amount_that_arithmetic_gives() {
    // w = 1. Rows x = 1, y = 0 and x = 2, y = 0: L = (1 + 4) / 2, dL/dw = (2 + 8) / 2 = 5, w becomes 1 - 0.1 · 5.
    let mut both = one_weight("x,y\n1,0\n2,0\n", 0.1, 2, 1);
    both.train(1, || true);
    assert_eq!((both.loss(), both.model().weights()), (Some(2.5), &[0.5][..]));
    assert_eq!((both.updates(), both.rows_seen(), both.fit().end()), (1, 2, Some(End::Finished)));
    // One by one: L = 1, w = 1 - 0.1 · 2; L = (0.8 · 2)², w = 0.8 - 0.1 · 2 · 1.6 · 2.
    let mut single = one_weight("x,y\n1,0\n2,0\n", 0.1, 1, 1);
    single.train(1, || true);
    assert_eq!((single.loss(), single.updates(), single.rows_seen()), (Some(1.0), 1, 1));
    single.train(1, || true);
    assert!((single.model().weights()[0] - 0.16).abs() < 1e-6, "{:?}", single.model().weights());
    assert_eq!((single.losses().updates.as_slice(), single.losses().losses[0]), (&[1, 2][..], 1.0));
}

#[test]
fn the_gradient_of_a_batch_is_the_mean_of_its_rows() {
    let mut experiment = one_weight("x,y\n1,0\n2,0\n3,0\n", 0.1, 2, 1);
    let batch = experiment.batch_gradients().unwrap();
    assert_eq!((batch.rows, batch.gradients, batch.mean), (vec![0, 1], vec![2.0, 8.0], vec![5.0]));
    assert_eq!((batch.loss, batch.row_losses), (2.5, vec![1.0, 4.0]));
    experiment.train(1, || true);
    assert_eq!(experiment.batch_gradients().unwrap().rows, [2], "the short last batch");
}

#[test]
fn a_batch_becomes_one_update_by_the_mean_of_its_rows() {
    let mut experiment = one_weight("x,y\n1,0\n2,0\n3,0\n", 0.1, 2, 1);
    let trace = experiment.trace_batch().unwrap();
    let operations: Vec<Operation> = trace.events.into_iter().map(|event| event.operation).collect();
    let Operation::WeightUpdate { before, gradient, after, .. } = operations[2] else {
        panic!("not an update: {:?}", operations[2])
    };
    assert_eq!(operations[0], Operation::LossMean { losses: vec![1.0, 4.0], loss: 2.5 });
    assert_eq!(operations[1], Operation::WeightMean { input: 0, gradients: vec![2.0, 8.0], gradient: 5.0 });
    assert_eq!((before, gradient, after, operations.len()), (1.0, 5.0, 0.5, 3));
    assert_eq!(experiment.model().weights(), [1.0], "it is shown, not taken");
    experiment.train(1, || true);
    assert_eq!(experiment.model().weights(), [0.5]);
}

#[test]
fn the_updates_of_a_batch_are_those_of_its_training_step_bit_for_bit() {
    let mut experiment = tutorial();
    experiment.train(3, || true);
    let trace = experiment.trace_batch().unwrap();
    experiment.train(1, || true);
    let layers = experiment.model().layers();
    for event in &trace.events {
        let (layer, unit) = (layers[event.layer].as_dense().unwrap(), event.unit);
        let (idx, shown) = match event.operation {
            Operation::WeightUpdate { input, after, .. } => (layer.weight_index(input, unit), after),
            Operation::BiasUpdate { after, .. } => (layer.bias_index(unit).unwrap(), after),
            _ => continue,
        };
        assert_eq!(shown.to_bits(), experiment.model().weights()[idx].to_bits());
    }
    // Of 61 parameters a mean and an update each, and the mean loss.
    assert_eq!((trace.events.len(), trace.iteration), (61 * 2 + 1, 3));
}

#[test]
fn a_scale_is_fitted_on_the_training_rows_alone() {
    let config = r#"{ "data": { "source": "csv", "text": "a,y\n1,1\n2,2\n3,3\n1000,4\n" }, "scaling": "min_max",
                      "split": { "testSize": 0.25, "seed": SEED } }"#;
    // Of some seeds one holds the large row back.
    let of = |seed: &str| experiment(&config.replace("SEED", seed));
    let held = (0..20).map(|seed| of(&seed.to_string())).find(|found| found.side(Side::Test) == [3]).unwrap();
    assert_eq!(held.features(&[0, 1, 2, 3]).unwrap(), [0.0, 0.5, 1.0, 499.5]);
    let setup = held.setup();
    let scale = get(&setup, "scale");
    assert_eq!((json::numbers(get(scale, "center")), json::numbers(get(scale, "spread"))), (vec![1.0], vec![2.0]));
}

#[test]
fn some_predictions_are_those_of_rows_chosen_evenly() {
    let mut experiment = experiment(r#"{ "data": { "source": "advertising" }, "scaling": "standard" }"#);
    let all = experiment.predictions(Side::Train);
    assert_eq!(experiment.some_predictions(Side::Train, 1000), all);
    let some = experiment.some_predictions(Side::Train, 3);
    let places = [0, all.rows.len() / 3, 2 * all.rows.len() / 3];
    assert_eq!(some.rows, places.map(|place| all.rows[place]));
    assert_eq!(some.targets, places.map(|place| all.targets[place]));
    assert_eq!(some.outputs, places.map(|place| all.outputs[place]));
    assert!(experiment.some_predictions(Side::Train, 0).rows.is_empty());
}

#[test]
fn a_row_that_is_typed_is_scaled_as_the_table_is() {
    let data = r#"{ "data": { "source": "advertising" }, "scaling": "standard" }"#;
    let mut experiment = experiment(data);
    experiment.train(100, || true);
    let predictions = experiment.predictions(Side::Test);
    let cells = experiment.cells(126, 1);
    let typed: Vec<f64> = cells[0][..4].iter().map(|cell| cell.as_ref().unwrap().parse().unwrap()).collect();
    assert_eq!(experiment.predict(&typed).unwrap(), predictions.outputs[..1]);
    assert_eq!(predictions.rows[0], 126);
    assert_eq!(predictions.targets[0], cells[0][4].as_ref().unwrap().parse::<f32>().unwrap());
    assert_eq!(experiment.predict(&typed[..3]).unwrap_err().what(), "values");
}

#[test]
fn the_present_batch_is_printed_as_tensorflow_prints_it() {
    let experiment = one_weight("x,y\n1.5,0\n20,1\n3,0\n", 0.1, 2, 1);
    let expected =
        "tf.Tensor(\n[[ 1.5]\n [20. ]], shape=(2, 1), dtype=float32)\ntf.Tensor([0. 1.], shape=(2,), dtype=float32)";
    assert_eq!(experiment.take_one(), expected);
}

#[test]
fn time_by_the_clock_goes_into_keras_s_line_and_never_into_the_bits() {
    let mut by_clock = tutorial();
    let mut now = 0.0;
    by_clock.train_for(3, 1e9, || {
        now += 0.01;
        now
    });
    let (heading, line) = by_clock.progress(Style::Keras2);
    assert_eq!(heading.as_deref(), Some("Epoch 1/100"));
    assert!(line.unwrap().starts_with(" 3/28 [==>...........................] - ETA: 0s - loss: "));
    let mut at_once = tutorial();
    at_once.train(3, || true);
    assert_eq!(by_clock.model().weights(), at_once.model().weights());
    by_clock.train_for(28, 1e9, || 0.0);
    assert_eq!(by_clock.fit().place(), (1, 3));
    // Time that is up lets one more look at the clock pass.
    by_clock.train_for(1000, 0.0, || 0.0);
    assert_eq!(by_clock.fit().place(), (1, 4));
}

#[test]
fn the_line_of_an_epoch_that_is_over_is_its_last() {
    let mut experiment = tutorial();
    assert_eq!(experiment.progress(Style::Keras3), (Some("Epoch 1/100".to_string()), None));
    experiment.train_for(28, 1e9, || 0.0);
    let (heading, line) = experiment.progress(Style::Keras2);
    let loss = experiment.fit().history().get("loss").unwrap()[0];
    assert_eq!(heading.as_deref(), Some("Epoch 1/100"));
    assert_eq!(line, Some(format!("28/28 [==============================] - 0s 0s/step - loss: {loss:.4}")));
}

#[test]
fn reset_goes_back_to_the_same_bits_and_a_seed_to_others() {
    let mut experiment = tutorial();
    let start = experiment.model().weights().to_vec();
    experiment.train(300, || true);
    let trained = experiment.model().weights().to_vec();
    assert_eq!(experiment.model().start_weights(), start);
    experiment.reset(None).unwrap();
    assert_eq!((experiment.model().weights(), experiment.updates()), (&start[..], 0));
    assert!(experiment.losses().updates.is_empty() && experiment.fit().history().epoch.is_empty());
    experiment.train(300, || true);
    assert_eq!(experiment.model().weights(), trained);
    experiment.reset(Some(7)).unwrap();
    assert_ne!(experiment.model().weights(), start);
    assert_eq!(number(get(get(&experiment.setup(), "config"), "model"), "seed"), 7.0);
}

#[test]
fn the_tutorial_on_synthetic_data_ends_near_least_squares_and_its_scores_are_keras_s() {
    let mut experiment = tutorial();
    experiment.train(usize::MAX, || true);
    assert_eq!((experiment.fit().end(), experiment.updates()), (Some(End::Finished), 2800));
    let scores = experiment.evaluate();
    let predictions = experiment.predictions(Side::Test);
    let squares = predictions.outputs.iter().zip(&predictions.targets).map(|(p, t)| f64::from(p - t).powi(2));
    let loss = squares.sum::<f64>() / 60.0;
    assert!((scores[0].1 - loss).abs() < 1e-5 * loss, "{scores:?} {loss}");
    assert!((1.5..7.0).contains(&loss), "{loss}");
}

#[test]
fn divergence_keeps_the_last_finite_weights_and_says_where() {
    let mut experiment = one_weight("x,y\n100,0\n200,0\n", 1.0, 2, 1000);
    experiment.train(usize::MAX, || true);
    assert!(matches!(experiment.fit().end(), Some(End::Diverged { layer: 0, .. })));
    assert!(experiment.model().weights()[0].is_finite());
    assert_eq!(experiment.losses().updates.len() as u64, experiment.updates());
    // The loss is past all numbers before the weights are.
    let losses = &experiment.losses().losses;
    let finite = losses.iter().take_while(|loss| loss.is_finite()).count();
    assert!(finite > 3 && losses[finite..].iter().all(|loss| *loss == f32::INFINITY), "{losses:?}");
}
