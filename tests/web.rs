//! The bindings in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

mod bits;

use glassnet::bindings::{JsSequential, JsWorkedExample, activation_curve, activation_names, tutorial_example};
use js_sys::{Array, Float32Array, JSON, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn get(value: &JsValue, field: &str) -> JsValue {
    Reflect::get(value, &field.into()).unwrap()
}

fn text(value: &JsValue, field: &str) -> String {
    get(value, field).as_string().unwrap()
}

fn floats(numbers: &[f32]) -> JsValue {
    Float32Array::from(numbers).into()
}

fn tutorial() -> JsWorkedExample {
    JsWorkedExample::new(tutorial_example()).unwrap_or_else(|error| panic!("{error:?}"))
}

const MODEL: &str = r#"{ "inputs": 2, "learningRate": 1, "layers": [
    { "activation": "sigmoid", "useBias": false, "kernel": [[2, 1], [1, 1]] },
    { "activation": "sigmoid", "useBias": false, "kernel": [[1, -1], [-1, -2]] },
    { "activation": "sigmoid", "useBias": false, "kernel": [[-1], [2]] } ] }"#;

fn model() -> JsSequential {
    JsSequential::new(&object(MODEL)).unwrap_or_else(|error| panic!("{error:?}"))
}

#[wasm_bindgen_test]
fn the_bits_are_those_of_a_native_run() {
    assert_eq!(bits::bits(), bits::RECORDED);
    assert_eq!(bits::bits_of_activations(false), bits::RECORDED_SINCE);
}

#[wasm_bindgen_test]
fn the_tutorial_predicts_0_436_and_its_claims_hold() {
    let mut example = tutorial();
    let trace = example.trace(0.0).unwrap();
    let prediction = Array::from(&get(&trace, "prediction")).get(0).as_f64().unwrap();
    assert!((prediction - 0.436_198_56).abs() < 1e-6, "{prediction}");
    let claims = Array::from(&example.claims());
    let texts: Vec<String> = claims.iter().map(|claim| text(&claim, "rounded")).collect();
    assert_eq!(texts, ["0.73", "0.5", "0.436"]);
    assert!(claims.iter().all(|claim| get(&claim, "holds").is_truthy()));
}

#[wasm_bindgen_test]
fn the_events_of_a_trace_are_plain_objects_with_names_of_javascript() {
    let trace = tutorial().trace(0.0).unwrap();
    let events = Array::from(&get(&trace, "events"));
    assert_eq!(events.length(), 52);
    let first = JSON::stringify(&events.get(0)).unwrap();
    let expected =
        r#"{"phase":"forward","layer":0,"unit":0,"kind":"product","input":0,"x":1,"weight":2,"product":2,"sum":2}"#;
    assert_eq!(String::from(first), expected);
    let gradient = events.iter().find(|event| text(event, "kind") == "pre_activation_gradient").unwrap();
    assert!(get(&gradient, "activationGradient").as_f64().is_some());
    assert!(get(&gradient, "outputs").is_undefined());
}

#[wasm_bindgen_test]
fn the_tutorial_trains_to_its_target() {
    let mut example = tutorial();
    let run = example.run(1000.0).unwrap();
    let reached = get(&run, "reached").as_f64().unwrap() as usize;
    let prediction = example.predictions()[reached];
    assert!((prediction - 0.4).abs() < 0.0005, "{prediction}");
    assert!(example.losses().windows(2).all(|pair| pair[1] <= pair[0]));
}

#[wasm_bindgen_test]
fn a_model_predicts_trains_and_goes_back_to_its_start_weights() {
    let model = model();
    let (row, target) = (floats(&[1.0, -1.0]), floats(&[0.4]));
    let before = model.predict(&row).unwrap();
    let weights = model.flat_weights().unwrap();
    let loss = model.train_on_batch(&row, &target, &JsValue::UNDEFINED).unwrap();
    let losses = model.train_steps(&row, &target, 100.0, None).unwrap();
    assert_eq!(losses.len(), 100);
    assert!(losses[0] < loss && losses[99] < losses[0]);
    assert_ne!(model.flat_weights().unwrap(), weights);
    model.reset().unwrap();
    assert_eq!(model.flat_weights().unwrap(), weights);
    assert_eq!(model.predict(&row).unwrap(), before);
}

#[wasm_bindgen_test]
fn a_run_ends_with_its_budget_of_time() {
    let losses = model().train_steps(&floats(&[1.0, -1.0]), &floats(&[0.4]), 1e9, Some(5.0)).unwrap();
    assert!(!losses.is_empty());
}

#[wasm_bindgen_test]
fn weights_that_were_read_can_be_written_to_another_model() {
    let trained = model();
    trained.train_steps(&floats(&[1.0, -1.0]), &floats(&[0.4]), 10.0, None).unwrap();
    let other = model();
    other.set_weights(&floats(&trained.flat_weights().unwrap())).unwrap();
    let row = floats(&[0.3, 0.8]);
    assert_eq!(other.predict(&row).unwrap(), trained.predict(&row).unwrap());
}

#[wasm_bindgen_test]
fn rows_that_are_written_into_the_engines_memory_are_predicted_there() {
    let model = model();
    let expected = model.predict(&floats(&[1.0, -1.0, 0.3, 0.8])).unwrap();
    let inputs = model.input_view(2.0).unwrap();
    inputs.copy_from(&[1.0, -1.0, 0.3, 0.8]);
    assert!(model.predict_view(2));
    assert_eq!(model.output_view().unwrap().to_vec(), expected);
    assert!(!model.predict_view(3), "there is room for two rows");
    inputs.set_index(1, f32::NAN);
    assert!(!model.predict_view(2));
    assert_eq!(model.output_view().unwrap().to_vec(), expected);
}

#[wasm_bindgen_test]
fn arrays_of_numbers_are_as_good_as_typed_arrays() {
    let row = object("[1, -1]");
    assert_eq!(model().predict(&row).unwrap(), model().predict(&floats(&[1.0, -1.0])).unwrap());
}

#[wasm_bindgen_test]
fn a_gradient_agrees_with_its_slope() {
    let place = object(r#"{ "layer": 0, "unit": 0, "input": 0 }"#);
    let check = tutorial().check_gradient(0.0, place).unwrap();
    assert!(get(&check, "agrees").is_truthy(), "{check:?}");
    assert!(get(&check, "slope").as_f64().unwrap() != 0.0);
}

#[wasm_bindgen_test]
fn bad_input_is_a_real_error_with_a_code_and_what_was_expected_and_received() {
    let build = |json: &str| JsSequential::new(&object(json)).err().unwrap();
    let model = model();
    let cases = [
        (model.predict(&floats(&[1.0])).unwrap_err(), "shape", "inputs: expected rows of 2 numbers, received 1 number"),
        (
            model.predict(&floats(&[1.0, f32::NAN])).unwrap_err(),
            "not_finite",
            "inputs[1]: expected a finite number, received NaN",
        ),
        (
            model.predict(&object(r#"[1, "two"]"#)).unwrap_err(),
            "not_a_number",
            "inputs[1]: expected a number, received the text \"two\"",
        ),
        (
            model.predict(&"1, -1".into()).unwrap_err(),
            "not_a_number",
            "inputs: expected nested arrays, a typed array or an array of numbers, received the text \"1, -1\"",
        ),
        (
            build(r#"{ "inputs": 2, "layers": [{ "units": 0 }] }"#),
            "out_of_range",
            "layers[0].units: expected 1 to 4096, received 0",
        ),
        (
            build(r#"{ "inputs": 2, "layers": [{ "units": "two" }] }"#),
            "not_a_number",
            "layers[0].units: expected an integer from 0, received the text \"two\"",
        ),
        (
            build(r#"{ "inputs": 2, "layers": [{ "kernel": [[1], [2, 3]] }] }"#),
            "shape",
            "layers[0].kernel[1]: expected 1 number, one a unit, received 2",
        ),
        (build("7"), "invalid_config", "config: expected an object, received 7"),
        (
            model.train_steps(&floats(&[1.0, 1.0]), &floats(&[1.0]), -1.0, None).unwrap_err(),
            "out_of_range",
            "steps: expected an integer from 0, received -1",
        ),
    ];
    for (error, code, message) in cases {
        assert!(error.is_instance_of::<js_sys::Error>());
        assert_eq!((text(&error, "code").as_str(), text(&error, "message").as_str()), (code, message));
        assert_eq!(
            message,
            format!(
                "{}: expected {}, received {}",
                text(&error, "what"),
                text(&error, "expected"),
                text(&error, "received")
            )
        );
    }
    assert_eq!(model.predict(&floats(&[1.0, -1.0])).unwrap(), self::model().predict(&floats(&[1.0, -1.0])).unwrap());
}

#[wasm_bindgen_test]
fn a_layer_is_rejected_where_it_is_given_and_the_model_stays_as_it_was() {
    let message = |error: JsValue| text(&error, "message");
    let list = |json: &str| message(JsSequential::new(&object(json)).err().unwrap());
    assert_eq!(list(r#"[{ "units": 0 }]"#), "layers[0].units: expected 1 to 4096, received 0");
    assert!(
        list(r#"[{ "units": 1, "activation": "rellu" }]"#).starts_with("layers[0].activation: expected relu or one of")
    );
    assert_eq!(
        list(r#"[{ "type": "Conv2D" }]"#),
        "layers[0].type: expected one of Activation, BatchNormalization, Dense, Dropout, Flatten, Input, LayerNormalization, \
         LeakyReLU, Normalization, ReLU, Softmax, received Conv2D, which Keras has and Glassnet does not"
    );
    let model = JsSequential::new(&object(r#"[{ "units": 2, "inputShape": [1], "name": "a" }]"#)).unwrap();
    for (layer, expected) in [
        (r#"{ "units": 0 }"#, "layers[1].units: expected 1 to 4096, received 0"),
        (r#"{ "kernel": [[1]] }"#, "layers[1].kernel: expected 2 rows, one an input, received 1"),
        (r#"{ "units": 1, "name": "b/c" }"#, "layers[1].name: expected a name without /, received b/c"),
        (
            r#"{ "units": 1, "name": "a" }"#,
            "layers[1].name: expected a name that no other layer of the model has, received a, which is the name of layers[0] \
             too",
        ),
    ] {
        assert_eq!(message(model.add(&object(layer)).unwrap_err()), expected);
        assert_eq!(model.flat_weights().unwrap().len(), 4);
    }
    model.add(&object(r#"{ "units": 1 }"#)).unwrap();
    assert_eq!(model.flat_weights().unwrap().len(), 7);
}

#[wasm_bindgen_test]
fn names_and_settings_are_those_of_keras() {
    let compiled = |json: &str| {
        let model = JsSequential::new(&object(r#"[{ "units": 1, "inputShape": [1] }]"#)).unwrap();
        model.compile(&object(json)).map(|()| model)
    };
    let model = compiled(r#"{ "loss": "MeanSquaredError", "optimizer": "SGD", "metrics": "MAE" }"#).unwrap();
    let scores = model.evaluate(&floats(&[1.0]), &floats(&[1.0]), &JsValue::UNDEFINED).unwrap();
    assert_eq!(Object::keys(scores.unchecked_ref::<Object>()).join(" ").as_string().unwrap(), "loss MAE");
    let rejected = |json: &str| {
        let error = compiled(json).err().unwrap();
        (text(&error, "code"), text(&error, "message"))
    };
    let (code, message) = rejected(r#"{ "loss": "dice" }"#);
    assert_eq!(code, "not_supported");
    assert!(
        message.starts_with("loss: expected ") && message.ends_with("which Keras has and Glassnet does not"),
        "{message}"
    );
    let (code, message) = rejected(r#"{ "optimizer": { "name": "adam", "momentum": 0.9 } }"#);
    assert_eq!(code, "invalid_config");
    assert!(
        message.starts_with("optimizer: expected the settings of adam: beta1, beta2, epsilon, amsgrad, "),
        "{message}"
    );
    let slope = |json: &str| activation_curve(&object(json), -1.0, 1.0, 3.0).unwrap().get_index(0);
    assert_eq!(slope(r#"{ "name": "relu", "negativeSlope": 0.25 }"#), -0.25);
    assert_eq!(slope(r#"{ "name": "leaky_relu", "alpha": 0.5 }"#), -0.5);
}

#[wasm_bindgen_test]
fn an_object_that_contains_itself_is_rejected() {
    let config = object(MODEL);
    Reflect::set(&config, &"layers".into(), &config).unwrap();
    let error = JsSequential::new(&config).err().unwrap();
    assert_eq!(text(&error, "code"), "invalid_config");
}

#[wasm_bindgen_test]
fn every_activation_has_a_curve() {
    for name in activation_names() {
        let curve = activation_curve(&name.as_str().into(), -6.0, 6.0, 49.0).unwrap();
        assert_eq!(curve.length(), 49);
    }
    assert_eq!(activation_curve(&"sigmoid".into(), -6.0, 6.0, 3.0).unwrap().get_index(1), 0.5);
}

#[wasm_bindgen_test]
fn the_configuration_is_given_back_with_its_defaults() {
    let given = Object::assign(
        object(r#"{ "inputs": [1], "target": [1] }"#).unchecked_ref::<Object>(),
        object(r#"{ "layers": [{ "kernel": [[0.5]] }] }"#).unchecked_ref::<Object>(),
    );
    let example = JsWorkedExample::new(given.into()).unwrap_or_else(|error| panic!("{error:?}"));
    let config = example.config();
    assert_eq!(get(&config, "learningRate").as_f64(), Some(1.0));
    assert!(!get(&config, "reconstructed").is_truthy());
}
