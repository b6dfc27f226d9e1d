//! A saved experiment goes on with the same bits, and a wrong one is rejected.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::Value;
use glassnet::experiment::{Experiment, Side};
use glassnet::text::Style;
use glassnet::train::End;
use json::{config, get, text};

/// Through JSON, as a file goes.
fn reopened(experiment: &Experiment) -> Experiment {
    let text = json::json(&experiment.save(true)).to_string();
    Experiment::open(&config(&text)).unwrap_or_else(|error| panic!("{error}"))
}

fn bits(weights: &[f32]) -> Vec<u32> {
    weights.iter().map(|weight| weight.to_bits()).collect()
}

/// Trains `first` batches, then goes on to the end in the one that was saved and reopened there, and in the unbroken one.
fn goes_on_as_if_unbroken(json: &str, first: usize) -> Experiment {
    let mut unbroken = Experiment::read(&config(json)).unwrap_or_else(|error| panic!("{error}: {json}"));
    unbroken.train(first, || true);
    let mut opened = reopened(&unbroken);
    assert_same(&opened, &unbroken);
    opened.train(usize::MAX, || true);
    unbroken.train(usize::MAX, || true);
    assert_same(&opened, &unbroken);
    opened
}

/// What the optimizer remembers, to the bit.
fn remembered(experiment: &Experiment) -> (Vec<u32>, u32, u32) {
    let state = experiment.model().optimizer_state();
    (bits(&state.slots), state.iterations, state.momentum_product.to_bits())
}

fn assert_same(a: &Experiment, b: &Experiment) {
    assert_eq!(bits(a.model().weights()), bits(b.model().weights()));
    assert_eq!(bits(a.model().start_weights()), bits(b.model().start_weights()));
    assert_eq!(remembered(a), remembered(b));
    // NaN is not itself: by their texts.
    assert_eq!(format!("{:?}", a.fit().snapshot()), format!("{:?}", b.fit().snapshot()));
    assert_eq!(a.losses(), b.losses());
    assert_eq!(a.loss().map(f32::to_bits), b.loss().map(f32::to_bits));
    assert_eq!(a.progress(Style::Keras3), b.progress(Style::Keras3));
    assert_eq!((a.next_rows(), a.take_one()), (b.next_rows(), b.take_one()));
    assert_eq!(a.side(Side::Test), b.side(Side::Test));
    // The order of fields is not kept in JSON.
    assert_eq!(json::json(&a.setup()), json::json(&b.setup()));
}

const LAYERS: &str = r#"[{ "units": 6, "activation": "tanh" }, { "type": "Dropout", "rate": 0.2 }, { "units": 1 }]"#;

#[test]
fn every_optimizer_goes_on_with_the_same_bits_in_the_middle_of_an_epoch() {
    let optimizers = [
        r#""sgd""#,
        r#"{ "name": "sgd", "momentum": 0.9, "nesterov": true }"#,
        r#"{ "name": "adam", "amsgrad": true }"#,
        r#""nadam""#,
        r#"{ "name": "rmsprop", "momentum": 0.5, "centered": true }"#,
        r#""adadelta""#,
        r#""adagrad""#,
        r#""adamax""#,
        r#""adamw""#,
        r#"{ "name": "ftrl", "learningRate": { "name": "PolynomialDecay", "initialLearningRate": 0.1, "decaySteps": 9 } }"#,
        r#"{ "name": "lion", "learningRate": { "name": "CosineDecayRestarts", "initialLearningRate": 0.01, "firstDecaySteps": 5 } }"#,
    ];
    for optimizer in optimizers {
        let json = format!(
            r#"{{ "data": {{ "source": "advertising" }}, "scaling": "standard",
                 "model": {{ "layers": {LAYERS}, "optimizer": {optimizer}, "metrics": ["mae", "r2_score"] }},
                 "fit": {{ "epochs": 4, "validationSplit": 0.2 }} }}"#
        );
        let ended = goes_on_as_if_unbroken(&json, 31);
        assert_eq!(ended.fit().end(), Some(End::Finished));
    }
}

#[test]
fn a_model_of_all_layers_goes_on_with_the_same_bits() {
    let json = r#"{ "data": { "source": "moons", "rows": 60 },
        "model": { "layers": [{ "type": "BatchNormalization" }, { "units": 6 }, { "type": "BatchNormalization" },
                              { "type": "Activation", "activation": "relu" }, { "type": "Dropout", "rate": 0.2 },
                              { "type": "LayerNormalization" }, { "type": "Flatten" }, { "units": 1 },
                              { "type": "Activation", "activation": "sigmoid" }],
                   "loss": "binary_crossentropy", "optimizer": "adam" },
        "fit": { "epochs": 4, "validationSplit": 0.3 } }"#;
    let ended = goes_on_as_if_unbroken(json, 20);
    assert_eq!(ended.fit().end(), Some(End::Finished));
    assert!(ended.model().weights()[4..8] != [0.0, 0.0, 1.0, 1.0], "mean and variance moved");
}

#[test]
fn a_model_with_adapted_layers_constraints_and_penalized_outputs_goes_on_with_the_same_bits() {
    let json = r#"{ "data": { "source": "moons", "rows": 60 },
        "model": { "layers": [{ "type": "Normalization" },
                              { "units": 6, "kernelInitializer": "orthogonal", "kernelConstraint": "max_norm",
                                "activityRegularizer": "l2" }, { "type": "LeakyReLU" },
                              { "units": 4, "biasConstraint": "non_neg" }, { "type": "ReLU", "maxValue": 6 },
                              { "units": 2, "kernelInitializer": { "name": "variance_scaling", "mode": "fan_avg" } },
                              { "type": "Softmax" }],
                   "loss": "sparse_categorical_crossentropy", "optimizer": "lion" },
        "fit": { "epochs": 4, "validationSplit": 0.3 } }"#;
    let ended = goes_on_as_if_unbroken(json, 20);
    assert_eq!(ended.fit().end(), Some(End::Finished));
    let weights = ended.model().weights();
    assert!(weights[..4] != [0.0, 0.0, 1.0, 1.0], "mean and variance are those of the training rows");
    assert_eq!(weights[..4], ended.model().start_weights()[..4]);
}

#[test]
fn an_early_stopping_remembers_its_best_weights() {
    let json = r#"{ "data": { "source": "moons", "rows": 60 },
        "model": { "layers": [{ "units": 8, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }],
                   "loss": "binary_crossentropy", "optimizer": { "name": "adam", "learningRate": 0.1 } },
        "fit": { "epochs": 500, "validationSplit": 0.3,
                 "earlyStopping": { "patience": 5, "restoreBestWeights": true } } }"#;
    let ended = goes_on_as_if_unbroken(json, 20);
    assert!(matches!(ended.fit().end(), Some(End::StoppedEarly { .. })), "{:?}", ended.fit().end());
    assert_same(&reopened(&ended), &ended);
}

#[test]
fn a_diverged_run_stays_where_it_is() {
    let json =
        r#"{ "data": { "source": "advertising" }, "model": { "layers": [{ "units": 1 }], "optimizer": "sgd" } }"#;
    let mut diverged = Experiment::read(&config(json)).unwrap();
    diverged.train(usize::MAX, || true);
    assert!(matches!(diverged.fit().end(), Some(End::Diverged { .. })));
    let mut opened = reopened(&diverged);
    assert_same(&opened, &diverged);
    assert_eq!(opened.train(1, || true), 0);
    opened.reset(None).unwrap();
    assert_eq!(bits(opened.model().weights()), bits(diverged.model().start_weights()));
}

#[test]
fn other_start_weights_come_back_after_a_reset() {
    let mut drawn = Experiment::read(&config(r#"{ "data": { "source": "sine" }, "split": null }"#)).unwrap();
    drawn.reset(Some(11)).unwrap();
    drawn.train(10, || true);
    let mut opened = reopened(&drawn);
    assert_same(&opened, &drawn);
    opened.reset(None).unwrap();
    assert_eq!(bits(opened.model().weights()), bits(drawn.model().start_weights()));
}

const CSV: &str = r#"{ "data": { "source": "csv", "text": "x;y\n1,5;2\n2,5;3\n3;4\n4;5\n", "name": "mine.csv" } }"#;

#[test]
fn a_text_is_saved_only_where_it_is_wanted_and_must_be_the_same_again() {
    let mut mine = Experiment::read(&config(CSV)).unwrap();
    mine.train(3, || true);
    assert_same(&reopened(&mine), &mine);
    let without = json::json(&mine.save(false)).to_string();
    assert!(!without.contains("2,5;3"));
    let error = |json: &str| Experiment::open(&config(json)).unwrap_err();
    assert_eq!(error(&without).to_string(), "config.data.text: expected a text, received nothing");
    let given = |text: &str| without.replace(r#""source":"csv""#, &format!(r#""source":"csv","text":{text:?}"#));
    assert_eq!(error(&given("x;y\n1,5;2\n2,5;3\n3;4\n4;6\n")).what(), "config.data.text");
    let opened = Experiment::open(&config(&given("x;y\n1,5;2\n2,5;3\n3;4\n4;5\n"))).unwrap();
    assert_same(&opened, &mine);
    assert_eq!(text(get(get(&opened.setup(), "config"), "data"), "name"), "mine.csv");
}

#[test]
fn a_saved_file_with_any_field_changed_is_rejected_or_opened_and_never_panics() {
    let json = r#"{ "data": { "source": "moons", "rows": 30 },
        "fit": { "epochs": 9, "validationSplit": 0.2, "earlyStopping": { "patience": 3 } } }"#;
    let mut saved = Experiment::read(&config(json)).unwrap();
    saved.train(17, || true);
    let saved = saved.save(true);
    let changed = json::with_strange_values(&saved);
    assert!(changed.len() > 500, "{}", changed.len());
    let mut rejected = 0;
    for changed in &changed {
        match Experiment::open(changed) {
            Err(_) => rejected += 1,
            Ok(mut opened) => {
                opened.train(200, || true);
                assert!(opened.model().weights().iter().all(|weight| weight.is_finite()));
            }
        }
    }
    assert!(rejected > changed.len() * 2 / 3, "{rejected} of {}", changed.len());
}

#[test]
fn what_no_experiment_saved_is_rejected_by_its_path() {
    let mut saved = Experiment::read(&config(r#"{ "data": { "source": "plane" } }"#)).unwrap();
    saved.train(30, || true);
    let saved = json::json(&saved.save(true));
    let error = |pointer: &str, value: &str| {
        let mut changed = saved.clone();
        *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = serde_json::from_str(value).unwrap();
        Experiment::open(&json::value(&changed)).unwrap_err().to_string()
    };
    assert_eq!(
        error("/glassnet", "\"else\""),
        "glassnet: expected the text \"experiment\", received the text \"else\""
    );
    assert_eq!(error("/version", "2"), "version: expected 1, as this engine knows no other, received 2");
    assert_eq!(
        error("/weights", "\"AAAA\""),
        "weights: expected numbers of 4 bytes in base64, received 4 letters that cannot be"
    );
    assert_eq!(error("/weights", "\"AACAPw==\""), "weights: expected 41 numbers, received 1");
    assert_eq!(error("/weights", "5"), "weights: expected numbers in base64, received 5");
    assert_eq!(error("/fit/epoch", "500"), "fit.epoch: expected 0 to 100, received 500");
    assert_eq!(error("/fit/batch", "28"), "fit.batch: expected below 28, received 28");
    assert_eq!(error("/optimizer/iterations", "4000000000"), "optimizer.iterations: expected 30, received 4000000000");
    assert!(error("/fit/epoch", "0").starts_with("fit.history: expected nothing of 0 epochs"));
    assert!(error("/config/fit/batchSize", "0").starts_with("config.fit.batchSize: expected 1 or more"));
    assert_eq!(Experiment::open(&Value::Number(1.0)).unwrap_err().what(), "saved");
}

#[test]
fn an_experiment_begins_with_the_weights_that_it_is_given_and_comes_back_to_them() {
    let mut notebook = Experiment::read(&config(r#"{ "data": { "source": "plane" } }"#)).unwrap();
    notebook.train(30, || true);
    let packed = json::json(&notebook.save(true))["weights"].to_string();
    let given = format!(r#"{{ "data": {{ "source": "plane" }}, "weights": {packed} }}"#);
    let mut experiment = Experiment::read(&config(&given)).unwrap();
    let weights = bits(notebook.model().weights());
    assert_eq!(bits(experiment.model().weights()), weights);
    experiment.train(30, || true);
    assert_ne!(bits(experiment.model().weights()), weights);
    assert_same(&reopened(&experiment), &experiment);
    experiment.reset(None).unwrap();
    assert_eq!(bits(experiment.model().weights()), weights);
    experiment.reset(Some(5)).unwrap();
    assert_ne!(bits(experiment.model().weights()), weights);
    assert_eq!(experiment.config().weights, None);
    let few = r#"{ "data": { "source": "plane" }, "weights": "AACAPw==" }"#;
    let error = Experiment::read(&config(few)).unwrap_err();
    assert_eq!(error.to_string(), "weights: expected 41 numbers, received 1");
}

/// The configuration of an experiment that begins with the weights and the optimizer's state of another.
fn begun_with(experiment: &Experiment, json: &str) -> Value {
    let saved = json::json(&experiment.saved_model());
    let mut begun: serde_json::Value = serde_json::from_str(json).unwrap();
    begun["weights"] = saved["weights"].clone();
    begun["optimizerState"] = saved["optimizer"].clone();
    json::value(&begun)
}

#[test]
fn training_goes_on_with_the_same_bits_from_the_weights_and_the_optimizer_of_a_saved_model() {
    for optimizer in [
        r#""sgd""#,
        r#"{ "name": "sgd", "momentum": 0.9, "nesterov": true }"#,
        r#"{ "name": "adam", "amsgrad": true, "learningRate": { "name": "CosineDecay", "initialLearningRate": 0.01, "decaySteps": 90 } }"#,
        r#""nadam""#,
        r#""adagrad""#,
        r#""ftrl""#,
    ] {
        let json = format!(
            r#"{{ "data": {{ "source": "advertising" }}, "scaling": "standard",
                 "model": {{ "layers": [{{ "units": 4, "activation": "tanh" }}, {{ "units": 1 }}],
                             "optimizer": {optimizer} }}, "fit": {{ "shuffle": false }} }}"#
        );
        let mut unbroken = Experiment::read(&config(&json)).unwrap();
        // 140 rows to train on, in batches of 5.
        let epoch = 28;
        unbroken.train(2 * epoch, || true);
        let mut begun = Experiment::read(&begun_with(&unbroken, &json)).unwrap();
        let start = bits(begun.model().weights());
        unbroken.train(epoch, || true);
        for _ in 0..2 {
            begun.train(7, || true);
            let mut opened = reopened(&begun);
            for of in [&mut begun, &mut opened] {
                of.train(epoch - 7, || true);
                assert_eq!(bits(of.model().weights()), bits(unbroken.model().weights()), "{optimizer}");
                assert_eq!(remembered(of), remembered(&unbroken), "{optimizer}");
            }
            begun.reset(None).unwrap();
            assert_eq!(bits(begun.model().weights()), start);
        }
        // Keras, which begins anew, could not come to the same weights.
        let files = begun.export_files().unwrap();
        assert!(files.iter().all(|file| file.name != "weights_after_epoch_1.json"));
        begun.reset(Some(1)).unwrap();
        assert_eq!(begun.model().optimizer_state().iterations, 0);
        assert_eq!(begun.config().optimizer_state, None);
    }
}

#[test]
fn the_state_of_another_optimizer_is_rejected() {
    let json = r#"{ "data": { "source": "advertising" },
        "model": { "layers": [{ "units": 1 }], "optimizer": "adam" } }"#;
    let other = Experiment::read(&config(json)).unwrap();
    let error = Experiment::read(&begun_with(&other, &json.replace("adam", "sgd"))).unwrap_err();
    assert_eq!(error.to_string(), "optimizerState.slots: expected 0 numbers, received 10");
}
