//! Weights of rows and callbacks of a fit, beside what real Keras recorded (`fixtures/record/api_cases.py`).
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::Value;
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::train::{Callbacks, EarlyStopping, End, Fit, FitConfig, Order, ReduceLrOnPlateau, SampleWeights};
use std::fs;

/// Relative to the largest number that is expected.
const TOLERANCE: f64 = 2e-5;

fn recorded() -> Vec<serde_json::Value> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/keras-api.json")).unwrap();
    let recorded: serde_json::Value = serde_json::from_str(&text).unwrap();
    recorded["cases"].as_array().unwrap().clone()
}

fn flat(value: &serde_json::Value) -> Vec<f64> {
    match value {
        serde_json::Value::Array(items) => items.iter().flat_map(flat).collect(),
        serde_json::Value::String(text) => vec![text.parse().unwrap()],
        number => vec![number.as_f64().unwrap()],
    }
}

fn singles(value: &serde_json::Value) -> Vec<f32> {
    flat(value).into_iter().map(|number| number as f32).collect()
}

fn compare(what: &str, received: &[f64], expected: &[f64]) {
    assert_eq!(received.len(), expected.len(), "{what}");
    let scale =
        expected.iter().filter(|number| number.is_finite()).fold(1e-12_f64, |most, number| most.max(number.abs()));
    for (received, expected) in received.iter().zip(expected) {
        let same = received.is_nan() && expected.is_nan() || received == expected;
        assert!(
            same || (received - expected).abs() <= TOLERANCE * scale,
            "{what}: expected {expected}, received {received}"
        );
    }
}

/// Whether a case has a function, which only JavaScript can have in its configuration.
fn has_function(case: &serde_json::Value) -> bool {
    case["fit"].to_string().contains("schedule\":") || case["model"]["optimizer"]["learningRate"].is_string()
}

fn without(object: &serde_json::Value, name: &str) -> Value {
    let mut object = object.clone();
    object.as_object_mut().unwrap().remove(name);
    json::value(&object)
}

#[test]
fn weights_and_callbacks_train_as_in_keras() {
    let cases = recorded();
    let cases: Vec<_> = cases.iter().filter(|case| !has_function(case)).collect();
    assert!(cases.len() > 10);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let mut model = Sequential::new(&ModelConfig::read(&without(&case["model"], "weights")).unwrap()).unwrap();
        model.set_weights(&singles(&case["model"]["weights"])).unwrap();
        let config = FitConfig { order: Order::AsGiven, ..FitConfig::read(&json::value(&case["fit"])).unwrap() };
        let mut fit = Fit::from_row_major(&model, singles(&case["x"]), singles(&case["y"]), config).unwrap();
        fit.run(&mut model, |_, _| true);
        let expected = &case["expected"];
        for (key, values) in expected["history"].as_object().unwrap() {
            compare(&format!("{name}: {key}"), fit.history().get(key).unwrap_or_default(), &flat(values));
        }
        let weights: Vec<f64> = model.weights().iter().map(|weight| f64::from(*weight)).collect();
        compare(&format!("{name}: weights"), &weights, &flat(&expected["weights"]));
    }
}

fn one_weight(weight: f64) -> Sequential {
    let layers = [DenseConfig { use_bias: Some(false), ..DenseConfig::given(&[&[weight]], Activation::Linear) }];
    Sequential::new(&ModelConfig { optimizer: Optimizer::sgd(0.25), ..ModelConfig::new(1, layers) }).unwrap()
}

#[test]
fn a_row_of_weight_2_pulls_twice_and_one_of_weight_0_not_at_all() {
    // w = 0, x = 1, y = 1: dL/dw = 2 · weight · (w - y) / rows.
    for (weights, expected) in [([1.0, 1.0], 0.5), ([2.0, 0.0], 0.5), ([2.0, 2.0], 1.0), ([0.0, 0.0], 0.0)] {
        let mut model = one_weight(0.0);
        let loss = model.train_on_weighted_batch_row_major(&[1.0, 1.0], &[1.0, 1.0], &weights).unwrap();
        assert_eq!((loss, model.weights()), ((weights[0] + weights[1]) / 2.0, &[expected][..]), "{weights:?}");
    }
}

#[test]
fn weights_of_1_train_to_the_bits_of_none() {
    let (x, y) = ([0.3, -0.7, 1.9, 0.2], [1.0, 0.5, -0.25, 3.0]);
    let end = |weights: SampleWeights| {
        let mut model = one_weight(0.4);
        let config = FitConfig { epochs: 3, batch_size: 3, weights, ..FitConfig::default() };
        Fit::from_row_major(&model, x.to_vec(), y.to_vec(), config).unwrap().run(&mut model, |_, _| true);
        model.weights()[0].to_bits()
    };
    assert_eq!(end(SampleWeights::ByRow(vec![1.0; 4])), end(SampleWeights::None));
}

#[test]
fn a_learning_rate_that_was_set_is_used_and_taken_back_by_a_reset() {
    let mut model = one_weight(0.0);
    model.set_learning_rate(0.5).unwrap();
    model.train_on_batch_row_major(&[1.0], &[1.0]).unwrap();
    assert_eq!((model.weights(), model.learning_rate()), (&[1.0][..], 0.5));
    model.reset();
    assert_eq!((model.weights(), model.learning_rate()), (&[0.0][..], 0.25));
    let error = model.set_learning_rate(-1.0).unwrap_err();
    assert_eq!(error.to_string(), "learningRate: expected 0 or more, received -1");
}

#[test]
fn a_rewound_fit_reduces_the_learning_rate_as_the_first_time() {
    let mut model = one_weight(0.0);
    let rule = ReduceLrOnPlateau { monitor: "loss".into(), patience: 1, factor: 0.5, ..ReduceLrOnPlateau::default() };
    let callbacks = Callbacks { reduce_lr: Some(rule), ..Callbacks::default() };
    // The targets cannot be met: the loss stays at 1 from the first epoch on.
    let config = FitConfig { epochs: 4, order: Order::AsGiven, callbacks, ..FitConfig::default() };
    let mut fit = Fit::from_row_major(&model, vec![1.0, 1.0], vec![1.0, -1.0], config).unwrap();
    for _ in 0..2 {
        assert_eq!(fit.run(&mut model, |_, _| true), Some(End::Finished));
        assert_eq!(fit.history().get("learning_rate"), Some(&[0.25, 0.25, 0.125, 0.0625][..]));
        fit.rewind(&mut model);
    }
}

#[test]
fn a_fit_that_was_saved_anywhere_continues_with_the_same_bits_and_waits_as_long() {
    let config = json::config(
        r#"{ "inputs": 1, "layers": [{ "units": 3, "activation": "tanh" }, { "units": 1 }], "seed": 3, "optimizer": "adam" }"#,
    );
    let rule = |patience| ReduceLrOnPlateau {
        monitor: "loss".into(),
        patience,
        cooldown: 1,
        min_delta: 0.05,
        factor: 0.5,
        ..ReduceLrOnPlateau::default()
    };
    let stopping = EarlyStopping { monitor: "loss".into(), patience: 7, min_delta: 0.05, ..EarlyStopping::default() };
    let fit_config = FitConfig {
        epochs: 40,
        batch_size: 2,
        callbacks: Callbacks { reduce_lr: Some(rule(2)), ..Callbacks::default() },
        early_stopping: Some(stopping),
        ..FitConfig::default()
    };
    let (x, y) = (vec![0.1, 0.5, -0.3, 0.9, 0.4], vec![1.0, -1.0, 0.5, 0.2, 0.0]);
    let begin = || {
        let model = Sequential::new(&ModelConfig::read(&config).unwrap()).unwrap();
        let fit = Fit::from_row_major(&model, x.clone(), y.clone(), fit_config.clone()).unwrap();
        (model, fit)
    };
    let (mut model, mut fit) = begin();
    let end = fit.run(&mut model, |_, _| true);
    assert!(matches!(end, Some(End::StoppedEarly { .. })), "{end:?}");
    let rates = fit.history().get("learning_rate").unwrap();
    assert!(rates.first() > rates.last(), "{rates:?}");
    // In the middle of an epoch and at its end, before the first reduction and after it.
    for batches in 0..3 * rates.len() {
        let (mut first, mut broken) = begin();
        for _ in 0..batches {
            broken.batch(&mut first);
        }
        let (mut loaded, _) = Sequential::load(&first.save(&config)).unwrap();
        let (_, mut resumed) = begin();
        resumed.restore(&loaded, broken.snapshot()).unwrap();
        assert_eq!(resumed.run(&mut loaded, |_, _| true), end, "{batches}");
        assert_eq!((loaded.weights(), resumed.history()), (model.weights(), fit.history()), "{batches}");
    }
    let callbacks = Callbacks { logs_learning_rate: true, ..Callbacks::default() };
    let without = FitConfig { callbacks, ..fit_config };
    let mut other = Fit::from_row_major(&model, x, y, without).unwrap();
    let error = other.restore(&model, fit.snapshot()).unwrap_err();
    assert_eq!(error.to_string(), "plateau: expected nothing, received one");
}

#[test]
fn a_fit_that_was_stopped_trains_no_further() {
    let mut model = one_weight(0.0);
    let config = FitConfig { epochs: 4, batch_size: 1, ..FitConfig::default() };
    let mut fit = Fit::from_row_major(&model, vec![1.0, 1.0], vec![1.0, 1.0], config).unwrap();
    fit.batch(&mut model);
    fit.stop();
    assert_eq!((fit.batch(&mut model), fit.end()), (None, Some(End::Stopped)));
}
