//! Experiments in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use glassnet::bindings::JsExperiment;
use js_sys::{Array, Float32Array, JSON, Reflect, Uint32Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn get(value: &JsValue, field: &str) -> JsValue {
    Reflect::get(value, &field.into()).unwrap()
}

fn number(value: &JsValue, field: &str) -> f64 {
    get(value, field).as_f64().unwrap_or_else(|| panic!("{field}"))
}

fn text(value: &JsValue, field: &str) -> String {
    get(value, field).as_string().unwrap_or_else(|| panic!("{field}"))
}

fn error(json: &str) -> JsValue {
    JsExperiment::new(&Array::of1(&JSON::parse(json).unwrap())).err().unwrap()
}

fn experiment(json: &str) -> JsExperiment {
    JsExperiment::new(&Array::of1(&JSON::parse(json).unwrap())).unwrap_or_else(|error| panic!("{error:?}"))
}

fn tutorial() -> JsExperiment {
    experiment(r#"{ "data": { "source": "advertising" } }"#)
}

#[wasm_bindgen_test]
fn a_setup_is_a_plain_object_with_rows_as_a_typed_array() {
    let setup = tutorial().setup();
    let test: Uint32Array = get(&setup, "testRows").dyn_into().unwrap();
    assert_eq!(test.to_vec()[..5], [126, 104, 99, 92, 111]);
    assert_eq!(get(&setup, "trainRows").unchecked_into::<Uint32Array>().length(), 140);
    assert_eq!(text(&get(&setup, "data"), "name"), "advertising (synthetic)");
    let without = r#"{ "data": { "source": "advertising" }, "split": null }"#;
    let setup = experiment(without).setup();
    assert!(get(&get(&setup, "config"), "split").is_null());
    assert_eq!(get(&setup, "testRows").unchecked_into::<Uint32Array>().length(), 200);
}

#[wasm_bindgen_test]
fn a_split_that_is_undefined_is_the_tutorial_s() {
    let config = JSON::parse(r#"{ "data": { "source": "advertising" } }"#).unwrap();
    Reflect::set(&config, &"split".into(), &JsValue::UNDEFINED).unwrap();
    let setup = JsExperiment::new(&Array::of1(&config)).unwrap_or_else(|error| panic!("{error:?}")).setup();
    assert_eq!(number(&get(&get(&setup, "config"), "split"), "testSize"), 0.3);
}

#[wasm_bindgen_test]
fn an_error_has_the_path() {
    let rejected = error(r#"{ "data": { "source": "advertising" }, "model": { "layers": [{ "units": 0 }] } }"#);
    assert!(rejected.is_instance_of::<js_sys::Error>());
    assert_eq!(
        (text(&rejected, "what"), text(&rejected, "code")),
        ("model.layers[0].units".into(), "out_of_range".into())
    );
    let rejected = error(r#"{ "data": { "source": "csv", "text": "a,b\n1,2\n3" } }"#);
    assert_eq!(text(&rejected, "what"), "data.text: line 3 of the CSV");
}

#[wasm_bindgen_test]
fn the_tutorial_runs_to_its_end_in_slices_of_time() {
    let mut experiment = tutorial();
    let mut slices = 0;
    let state = loop {
        let state = experiment.fit_for(1e6, Some(0.2), None).unwrap();
        slices += 1;
        if !get(&state, "end").is_undefined() {
            break state;
        }
        assert!(slices < 100_000);
    };
    assert_eq!(text(&get(&state, "end"), "why"), "finished");
    assert_eq!((number(&state, "updates"), number(&state, "rowsSeen")), (2800.0, 14_000.0));
    assert_eq!(text(&state, "heading"), "Epoch 100/100");
    assert!(text(&state, "line").starts_with("28/28 ━"));
    let history = experiment.history();
    assert_eq!(get(&get(&history, "history"), "loss").unchecked_into::<Array>().length(), 100);
    let losses = experiment.losses(200.0).unwrap();
    let updates = get(&losses, "update").dyn_into::<Uint32Array>().unwrap().to_vec();
    assert!(updates.len() <= 200 && updates[0] == 1 && updates.last() == Some(&2800));
    let evaluated = experiment.evaluate(Some("keras2".into())).unwrap();
    assert!(text(&evaluated, "text").starts_with("2/2 [=============================="));
    assert!(number(&get(&evaluated, "scores"), "loss") < 7.0);
    let predictions = experiment.predictions("test", None).unwrap();
    assert_eq!(get(&predictions, "outputs").dyn_into::<Float32Array>().unwrap().length(), 60);
}

#[wasm_bindgen_test]
fn slices_of_time_never_change_the_bits() {
    let mut in_slices = tutorial();
    let mut at_once = tutorial();
    at_once.fit_for(500.0, None, None).unwrap();
    let mut updates = 0.0;
    while updates < 500.0 {
        updates = number(&in_slices.fit_for(7.0_f64.min(500.0 - updates), Some(0.05), None).unwrap(), "updates");
    }
    assert_eq!(in_slices.weights(), at_once.weights());
    at_once.reset(None).unwrap();
    assert_eq!(at_once.weights(), at_once.start_weights());
}

#[wasm_bindgen_test]
fn cells_activations_and_gradients_come_as_the_contract_says() {
    let mut experiment = tutorial();
    let cells = Array::from(&experiment.cells(198.0, 500.0).unwrap());
    assert_eq!(cells.length(), 2);
    assert_eq!(Array::from(&cells.get(1)).get(0).as_string().as_deref(), Some("200"));
    let layers = Array::from(&experiment.activations(5.into()).unwrap());
    let lengths: Vec<u32> = layers.iter().map(|layer| layer.unchecked_into::<Float32Array>().length()).collect();
    assert_eq!(lengths, [4, 10, 1]);
    let batch = experiment.batch_gradients().unwrap();
    assert_eq!(get(&batch, "gradients").dyn_into::<Float32Array>().unwrap().length(), 5 * 61);
    let rows = get(&batch, "rows").dyn_into::<Uint32Array>().unwrap().to_vec();
    assert_eq!(rows, experiment.epoch_order(0.0).unwrap()[..5]);
    let histograms = Array::from(&experiment.histograms());
    assert_eq!(
        get(&get(&get(&histograms.get(0), "weights"), "kernel"), "counts").unchecked_into::<Array>().length(),
        24
    );
    assert_eq!(text(&Array::from(&get(&experiment.trace(3.0).unwrap(), "events")).get(0), "kind"), "product");
    assert!(experiment.trace(200.0).is_err());
    assert!(experiment.take_one().starts_with("tf.Tensor(\n[["));
    let values = Float32Array::from(&[1.0, 2.0, 3.0, 4.0][..]);
    assert_eq!(experiment.predict(values.into()).unwrap().len(), 1);
    assert!(experiment.confusion("test").is_err());
    assert!(experiment.predictions_csv().unwrap().starts_with("row,Unnamed: 0,TV,Radio,Newspaper,Sales,prediction\n"));
}

#[wasm_bindgen_test]
fn a_saved_experiment_goes_through_json_and_on_with_the_same_bits() {
    let mut experiment = tutorial();
    experiment.fit_for(45.0, None, None).unwrap();
    let text = JSON::stringify(&experiment.save(true)).unwrap();
    let mut opened = JsExperiment::open(JSON::parse(&String::from(text)).unwrap()).unwrap_or_else(|e| panic!("{e:?}"));
    for run in [&mut experiment, &mut opened] {
        run.fit_for(100.0, None, None).unwrap();
    }
    assert_eq!(opened.weights(), experiment.weights());
    let states = [&experiment, &opened].map(|run| String::from(JSON::stringify(&run.history()).unwrap()));
    assert_eq!(states[0], states[1]);
    let error = JsExperiment::open(JSON::parse("{}").unwrap()).err().unwrap();
    assert_eq!(text_of(&error), "glassnet: expected the text \"experiment\", received nothing");
}

fn text_of(error: &JsValue) -> String {
    text(error, "message")
}

#[wasm_bindgen_test]
fn hints_and_health_are_plain_objects() {
    let mut experiment = tutorial();
    let setup = experiment.setup();
    let hints = Array::from(&get(&setup, "hints"));
    let codes: Vec<String> = hints.iter().map(|hint| text(&hint, "code")).collect();
    assert!(codes.contains(&"index_column".to_string()), "{codes:?}");
    let index = hints.iter().find(|hint| text(hint, "code") == "index_column").unwrap();
    assert_eq!(
        (text(&get(&index, "facts"), "name"), number(&get(&index, "place"), "feature")),
        ("Unnamed: 0".into(), 0.0)
    );
    assert!(!text(&index, "message").is_empty() && !text(&index, "advice").is_empty());
    assert!(Array::from(&experiment.hints()).length() >= hints.length());
    let health = Array::from(&experiment.health());
    assert_eq!(health.length(), 2);
    assert!(number(&health.get(0), "gradient") > 0.0);
    assert_eq!((number(&health.get(0), "dead"), number(&health.get(1), "saturated")), (0.0, 0.0));
}

#[wasm_bindgen_test]
fn surfaces_responses_and_files_come_as_the_contract_says() {
    let mut moons = experiment(r#"{ "data": { "source": "moons" } }"#);
    let options = JSON::parse(r#"{ "x": 0, "y": 1, "size": 30 }"#).unwrap();
    let surface = moons.surface(options.clone()).unwrap();
    assert_eq!(get(&surface, "values").dyn_into::<Float32Array>().unwrap().length(), 900);
    assert_eq!(Array::from(&get(&surface, "xRange")).length(), 2);
    let layers = Array::from(&get(&moons.surfaces(options).unwrap(), "layers"));
    let lengths: Vec<u32> = layers.iter().map(|layer| layer.unchecked_into::<Float32Array>().length()).collect();
    assert_eq!(lengths, [9000, 900]);
    let response = moons.response(1.0, Array::of2(&0.5.into(), &0.into()).into(), 11.0).unwrap();
    assert_eq!(get(&response, "y").dyn_into::<Float32Array>().unwrap().length(), 11);
    let typed = Array::from(&moons.activations(Array::of2(&0.5.into(), &0.25.into()).into()).unwrap());
    assert_eq!(typed.get(0).unchecked_into::<Float32Array>().to_vec(), [0.5, 0.25]);
    assert_eq!(moons.confusion("test").unwrap().iter().sum::<u32>(), 60);
    assert!(moons.keras_code().contains("import"));
    let files = Array::from(&moons.export_files().unwrap());
    assert!(files.iter().any(|file| text(&file, "name") == "script.py" && !text(&file, "text").is_empty()));
    let some = get(&moons.predictions("train", Some(10.0)).unwrap(), "rows");
    assert_eq!(some.dyn_into::<Uint32Array>().unwrap().length(), 10);
    assert_eq!(text(&moons.predictions("train", Some(-1.0)).unwrap_err(), "what"), "most");
    let residuals = get(&tutorial().predictions("train", None).unwrap(), "residuals");
    assert_eq!(residuals.dyn_into::<Float32Array>().unwrap().length(), 140);
    assert!(get(&moons.predictions("train", None).unwrap(), "residuals").is_undefined());
}
