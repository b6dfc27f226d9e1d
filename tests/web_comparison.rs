//! Comparisons in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use glassnet::bindings::{JsComparison, JsExperiment};
use js_sys::{Array, Float32Array, JSON, Reflect, Uint32Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CONFIG: &str = r#"{ "data": { "source": "plane", "rows": 40, "noise": 0.1 }, "fit": { "validationSplit": 0.25 },
    "model": { "layers": [{ "units": 3, "activation": "tanh" }, { "units": 1 }], "optimizer": "adam", "seed": 3 } }"#;

const RUNS: &str = r#"[{ "label": "batch", "batchSize": "all" }, { "label": "stochastic", "batchSize": 1 },
    { "label": "wild", "batchSize": 5, "optimizer": { "name": "sgd", "learningRate": 90 } }]"#;

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

fn get(value: &JsValue, field: &str) -> JsValue {
    Reflect::get(value, &field.into()).unwrap()
}

fn floats(value: &JsValue, field: &str) -> Vec<f32> {
    get(value, field).dyn_into::<Float32Array>().unwrap().to_vec()
}

fn comparison() -> JsComparison {
    JsComparison::new(json(CONFIG), json(RUNS), 6.0).unwrap_or_else(|error| panic!("{error:?}"))
}

#[wasm_bindgen_test]
fn runs_go_on_in_slices_until_all_are_over() {
    let mut comparison = comparison();
    let mut last = 0.0;
    loop {
        let state = comparison.run_for(0.0);
        let progress = get(&state, "progress").as_f64().unwrap();
        assert!(progress >= last && progress <= 1.0);
        last = progress;
        if get(&state, "done").is_truthy() {
            break;
        }
    }
    let curves: Array = comparison.curves().dyn_into().unwrap();
    assert_eq!(curves.length(), 3);
    let batch = curves.get(0);
    assert_eq!(get(&batch, "label").as_string().as_deref(), Some("batch"));
    // 40 rows: 12 test, 28 train, and 7 of those validate.
    let seen: Uint32Array = get(&batch, "rowsSeen").dyn_into().unwrap();
    assert_eq!(seen.to_vec(), [0, 21, 42, 63, 84, 105, 126]);
    assert_eq!(floats(&batch, "epochs"), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    assert!(floats(&batch, "loss").windows(2).all(|pair| pair[1] < pair[0]));
    assert!(get(&curves.get(2), "diverged").is_truthy() && get(&batch, "diverged").is_falsy());
}

#[wasm_bindgen_test]
fn a_contour_is_the_same_at_once_and_in_slices() {
    let mut comparison = comparison();
    comparison.run_for(1e9);
    let options = || json(r#"{ "size": 8 }"#);
    let whole = comparison.contour(options()).unwrap();
    assert!(comparison.contour_for(1e9).is_undefined(), "none was begun");
    comparison.begin_contour(options()).unwrap();
    let mut slices = 1;
    let sliced = loop {
        let contour = comparison.contour_for(0.0);
        if !contour.is_undefined() {
            break contour;
        }
        slices += 1;
    };
    assert_eq!(slices, 64);
    assert_eq!(floats(&sliced, "values"), floats(&whole, "values"));
    assert_eq!(get(&whole, "paths").unchecked_into::<Array>().length(), 3);
    assert_eq!(get(&whole, "xLabel").as_string().as_deref(), Some("PC 1"));
    let chosen = comparison.contour(json(r#"{ "size": 4, "weights": [0, 12] }"#)).unwrap();
    assert_eq!(get(&chosen, "yLabel").as_string().as_deref(), Some("dense_1.bias[0]"));
    assert!(get(&chosen, "explained").is_undefined());
}

#[wasm_bindgen_test]
fn a_run_has_the_bits_of_the_experiment() {
    let runs = r#"[{ "label": "own", "batchSize": 5 }]"#;
    let mut comparison = JsComparison::new(json(CONFIG), json(runs), 2.0).unwrap_or_else(|error| panic!("{error:?}"));
    comparison.run_for(1e9);
    let mut experiment = JsExperiment::new(&Array::of1(&json(CONFIG))).unwrap_or_else(|error| panic!("{error:?}"));
    experiment.fit_for(10.0, None, None).unwrap();
    let path = comparison.contour(json(r#"{ "size": 2, "weights": [4, 1] }"#)).unwrap();
    let path = get(&path, "paths").unchecked_into::<Array>().get(0);
    let weights = experiment.weights();
    assert_eq!((floats(&path, "x").last(), floats(&path, "y").last()), (Some(&weights[4]), Some(&weights[1])));
}

#[wasm_bindgen_test]
fn an_error_has_the_path() {
    let error = |config: &str, runs: &str, epochs: f64| {
        let error = JsComparison::new(json(config), json(runs), epochs).err().unwrap();
        get(&error, "what").as_string().unwrap()
    };
    assert_eq!(error(CONFIG, "[]", 2.0), "runs");
    assert_eq!(error(CONFIG, RUNS, 0.0), "epochs");
    assert_eq!(error(CONFIG, r#"[{ "label": "a", "batchSize": 0 }]"#, 2.0), "runs[0].batchSize");
    let still = r#"[{ "label": "a", "batchSize": 1, "optimizer": { "name": "adam", "learningRate": 0 } }]"#;
    assert_eq!(error(CONFIG, still, 2.0), "runs[0].optimizer.learningRate");
    assert_eq!(error(r#"{ "data": { "source": "none" } }"#, RUNS, 2.0), "data.source");
    let error = comparison().contour(json(r#"{ "size": 9, "weights": [1] }"#)).err().unwrap();
    assert_eq!(get(&error, "what").as_string().as_deref(), Some("contour.weights"));
}
