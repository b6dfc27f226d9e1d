//! Data, text and the fit on a data set in a real browser: the tutorial's second half from JavaScript's side.
#![cfg(target_arch = "wasm32")]

mod reports;

use glassnet::bindings::{
    JsDataset, JsExperiment, JsNumpyRandom, JsScaler, JsSequential, JsTable, advertising, decode_bytes,
    js_iterations_per_epoch, js_one_hot, js_to_categorical, js_train_test_split, points,
};
use js_sys::{Array, Float32Array, Float64Array, Function, JSON, Reflect, Uint8Array, Uint32Array};
use reports::{FILES, Right};
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

fn ok<T>(result: Result<T, JsValue>) -> T {
    result.unwrap_or_else(|error| panic!("{error:?}"))
}

fn message<T>(result: Result<T, JsValue>) -> String {
    let error = result.err().unwrap();
    assert!(error.is_instance_of::<js_sys::Error>());
    get(&error, "message").as_string().unwrap()
}

#[wasm_bindgen_test]
fn the_tutorials_rows_are_read_dropped_split_and_taken() {
    let table = advertising();
    assert_eq!((table.rows(), table.names().len(), table.is_index_column("Unnamed: 0")), (200, 5, true));
    let split = ok(ok(JsNumpyRandom::new(100.0)).train_test_split(200.0, Some(0.3)));
    let test: Uint32Array = get(&split, "test").unchecked_into();
    assert_eq!(test.to_vec()[..5], [126, 104, 99, 92, 111]);
    let same = ok(js_train_test_split(200.0, Some(60.0), 100.0));
    assert_eq!(get(&same, "test").unchecked_into::<Uint32Array>().to_vec(), test.to_vec());
    let features = ok(table.drop(object(r#"["Sales"]"#)));
    assert_eq!(ok(ok(features.take(test.into())).numbers(JsValue::UNDEFINED)).length(), 60 * 4);
    assert_eq!(ok(js_iterations_per_epoch(140.0, 5.0)), 28);
}

#[wasm_bindgen_test]
fn a_csv_becomes_a_table_and_comes_back_the_same() {
    let text = ",TV,Name\n1,230.1,a\n2,,\"b,c\"\n";
    let table = ok(JsTable::from_csv(text.into(), JsValue::UNDEFINED));
    assert_eq!((table.names().join("|").as_str(), table.to_csv().as_str()), ("Unnamed: 0|TV|Name", text));
    let tv: Float64Array = ok(table.column("TV")).unchecked_into();
    assert!(tv.get_index(0) == 230.1 && tv.get_index(1).is_nan());
    let summary = Array::from(&ok(table.describe())).get(1);
    assert_eq!((get(&summary, "count").as_f64(), get(&summary, "mean").as_f64()), (Some(1.0), Some(230.1)));
    assert_eq!(
        message(table.numbers(object(r#"["TV"]"#))),
        "row 1 of column TV: expected a number, received a missing value"
    );
    assert!(message(table.column("TW")).contains("TV"));
    assert!(message(JsTable::from_csv("a,b\n1\n".into(), JsValue::UNDEFINED)).contains("2"));
}

#[wasm_bindgen_test]
fn a_table_is_made_of_arrays_and_labels_become_classes() {
    let table = ok(JsTable::new(object(r#"{ "x": [1, null, 3], "kind": ["b", "a", "b"] }"#)));
    let labels = ok(table.labels("kind"));
    assert_eq!(Array::from(&get(&labels, "classes")).join("").as_string(), Some("ab".to_string()));
    assert_eq!(get(&labels, "rows").unchecked_into::<Uint32Array>().to_vec(), [1, 0, 1]);
    let one_hot = ok(js_one_hot(object(r#"["dog", "cat"]"#)));
    assert_eq!(get(&one_hot, "matrix").unchecked_into::<Float32Array>().to_vec(), [0.0, 1.0, 1.0, 0.0]);
    assert_eq!(ok(js_to_categorical(object("[1, 0]"), 2.0)), [0.0, 1.0, 1.0, 0.0]);
    assert!(message(JsTable::new(object("[1]"))).starts_with("columns: expected an object of arrays by name"));
    assert!(message(JsTable::new(object(r#"{ "x": [true] }"#))).starts_with("x: expected an array of numbers or text"));
}

#[wasm_bindgen_test]
fn a_scale_is_fitted_on_the_rows_that_are_named() {
    let scaler = ok(JsScaler::fit("min_max", object("[1, 3, 5]"), Some(1.0), object("[0, 1]")));
    assert_eq!(ok(scaler.transform(object("[1, 3, 5]"))), [0.0, 1.0, 2.0]);
    assert_eq!(ok(scaler.inverse(object("[2]"))), [5.0_f64]);
    assert!(message(JsScaler::fit("minmix", object("[1]"), Some(1.0), JsValue::UNDEFINED)).contains("min_max"));
}

#[wasm_bindgen_test]
fn a_scaler_keeps_seconds_apart_whatever_the_array() {
    let seconds = [1_700_000_000.0, 1_700_000_060.0, 1_700_000_120.0, 1_700_000_180.0];
    let doubles: JsValue = Float64Array::from(seconds.as_slice()).into();
    for features in [object("[1700000000, 1700000060, 1700000120, 1700000180]"), doubles] {
        let scaler = ok(JsScaler::fit("standard", features.clone(), Some(1.0), JsValue::UNDEFINED));
        let scaled = ok(scaler.transform(features));
        let right = [-1.341_640_8, -0.447_213_6, 0.447_213_6, 1.341_640_8];
        assert!(scaled.iter().zip(right).all(|(found, right): (&f32, f32)| (found - right).abs() < 1e-6), "{scaled:?}");
        let exact: Vec<f64> = right.iter().map(|scaled| f64::from(*scaled)).collect();
        let back = ok(scaler.inverse(Float64Array::from(exact.as_slice()).into()));
        assert!(back.iter().zip(seconds).all(|(found, right)| (found - right).abs() < 1e-4), "{back:?}");
    }
    let table = ok(JsTable::from_csv("t\n1700000000\n1700000060\n".into(), JsValue::UNDEFINED));
    assert_eq!(ok(table.values(JsValue::UNDEFINED)).to_vec(), seconds[..2]);
}

#[wasm_bindgen_test]
fn every_file_of_a_report_reads_to_its_right_values() {
    for Right { file, names, columns, .. } in FILES {
        let bytes: JsValue = Uint8Array::from(reports::bytes(file).as_slice()).into();
        let table = ok(JsTable::from_csv(bytes.clone(), JsValue::UNDEFINED));
        assert_eq!(table.names(), *names, "{file}");
        for (name, expected) in *columns {
            let found: Float64Array = ok(table.column(name)).dyn_into().unwrap_or_else(|_| panic!("{name} of {file}"));
            assert_eq!(format!("{:?}", found.to_vec()), format!("{expected:?}"), "{name} of {file}");
        }
        // A reading is taken back as options, and nothing is left in doubt.
        let reading = table.reading();
        Reflect::set(&reading, &"strict".into(), &JsValue::TRUE).unwrap();
        let again = ok(JsTable::from_csv(bytes.unchecked_into::<Uint8Array>().buffer().into(), reading));
        assert_eq!(again.to_csv(), table.to_csv(), "{file}");
    }
}

#[wasm_bindgen_test]
fn an_experiment_learns_from_every_file_of_a_report() {
    for Right { file, learned: (features, target, task, dropped), .. } in FILES {
        let decoded = ok(decode_bytes(Uint8Array::from(reports::bytes(file).as_slice()).into(), None));
        let (config, data, reading) = (object("{}"), object(r#"{ "source": "csv" }"#), object("{}"));
        Reflect::set(&reading, &"encoding".into(), &get(&decoded, "encoding")).unwrap();
        Reflect::set(&data, &"text".into(), &get(&decoded, "text")).unwrap();
        Reflect::set(&data, &"reading".into(), &reading).unwrap();
        Reflect::set(&config, &"data".into(), &data).unwrap();
        let mut experiment = ok(JsExperiment::new(&Array::of1(&config)));
        let setup = experiment.setup();
        let config = get(&setup, "config");
        assert_eq!(Array::from(&get(&config, "features")).join("|").as_string().unwrap(), features.join("|"), "{file}");
        assert_eq!((get(&config, "target"), get(&config, "task")), ((*target).into(), (*task).into()), "{file}");
        assert_eq!(get(&get(&setup, "missing"), "droppedRows").as_f64(), Some(*dropped), "{file}");
        let told = get(&get(&setup, "data"), "reading");
        assert_eq!(get(&told, "encoding"), get(&decoded, "encoding"));
        assert!(get(&ok(experiment.fit_for(3.0, None, None)), "loss").as_f64().is_some_and(f64::is_finite), "{file}");
    }
}

#[wasm_bindgen_test]
fn what_a_text_was_taken_for_is_a_plain_object() {
    let text = "sep=;\nTag;Betrag\n1;1.250,50\n2;?\n;\n3;7\n";
    let reading = ok(JsTable::from_csv(text.into(), JsValue::UNDEFINED)).reading();
    let json = JSON::stringify(&reading).unwrap().as_string().unwrap();
    let expected = concat!(
        r#"{"separator":";","decimal":",","thousands":".","header":true,"comment":"","skipRows":1,"skipBlankRows":true,"#,
        r#""naValues":["?"],"trueValues":[],"falseValues":[],"units":{},"textColumns":[],"skippedRows":1,"blankRows":1,"#,
        r#""alternatives":[],"notes":[{"code":"sep_line","facts":{"separator":";"}},"#,
        r#"{"code":"missing_words","facts":{"words":["?"],"cells":1,"columns":["Betrag"]}}]}"#
    );
    assert_eq!(json, expected);
    assert!(advertising().reading().is_undefined());
}

#[wasm_bindgen_test]
fn a_doubtful_text_is_rejected_where_that_was_asked_for_and_old_options_are_taken() {
    let text = "a,b\n1,\"1,250\"\n2,\"2,400\"\n";
    let rejected = message(JsTable::from_csv(text.into(), object(r#"{ "strict": true }"#)));
    assert!(rejected.starts_with("decimal: expected to be given"), "{rejected}");
    let of = |options: &str| {
        let table = ok(JsTable::from_csv(text.into(), object(options)));
        ok(table.column("b")).unchecked_into::<Float64Array>().to_vec()
    };
    assert_eq!(of(r#"{ "strict": true, "decimal": "," }"#), [1.25, 2.4]);
    assert_eq!(of(r#"{ "decimalComma": true }"#), [1.25, 2.4]);
    assert_eq!(of(r#"{ "thousands": "," }"#), [1250.0, 2400.0]);
    let wrong = |options: &str| message(JsTable::from_csv(text.into(), object(options)));
    assert!(wrong(r#"{ "seperator": ";" }"#).contains("the fields separator, decimal"));
    assert!(wrong(r#"{ "separator": "ab" }"#).contains("\"whitespace\""));
    assert!(
        message(JsTable::from_csv(5.into(), JsValue::UNDEFINED)).starts_with("text: expected a text, a Uint8Array")
    );
}

#[wasm_bindgen_test]
fn the_browser_s_decoders_give_every_recorded_file_the_text_that_was_encoded() {
    let cases: Array = JSON::parse(include_str!("fixtures/data/encodings.json")).unwrap().unchecked_into();
    assert!(cases.length() > 150);
    for case in cases.iter() {
        let (name, digits) = (get(&case, "name"), get(&case, "bytes").as_string().unwrap());
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        let bytes: Vec<u8> = (0..digits.len()).step_by(2).map(byte).collect();
        let decoded = ok(decode_bytes(Uint8Array::from(bytes.as_slice()).into(), None));
        assert_eq!(
            (get(&decoded, "encoding"), get(&decoded, "text")),
            (get(&case, "encoding"), get(&case, "text")),
            "{name:?}"
        );
        assert_eq!(Array::from(&get(&decoded, "alternatives")).length(), 0, "{name:?}");
    }
    let told = ok(decode_bytes(Uint8Array::from([0xcf, 0xf0].as_slice()).into(), Some("windows-1251".to_string())));
    assert_eq!(get(&told, "text"), "Пр");
    let rejected = message(decode_bytes(Uint8Array::from([0xff].as_slice()).into(), Some("utf-8".to_string())));
    assert!(rejected.starts_with("encoding: expected the label"), "{rejected}");
}

#[wasm_bindgen_test]
fn every_made_problem_is_a_table_with_its_target() {
    for name in ["xor", "circles", "moons", "spirals", "blobs", "plane", "sine"] {
        let table = ok(points(name, Some(30.0), Some(0.1), Some(1.0)));
        assert_eq!((table.rows(), table.names().pop().as_deref()), (30, Some("y")), "{name}");
    }
    assert!(message(points("spiral", None, None, None)).contains("spirals"));
}

fn dataset() -> JsDataset {
    let made = JsDataset::from_tensor_slices(object("[1, 2, 3, 4, 5]"), object("[2, 4, 6, 8, 10]"), Some(5.0));
    ok(ok(ok(made).shuffle(5.0, Some(1.0))).batch(2.0, None))
}

#[wasm_bindgen_test]
fn pairs_of_a_data_set_never_come_apart() {
    let dataset = dataset();
    assert_eq!(dataset.cardinality(), 3);
    for batch in ok(dataset.order(4.0)).iter() {
        let pair = ok(dataset.gather(batch));
        let [x, y] = [0, 1].map(|at| pair.get(at).unchecked_into::<Float32Array>().to_vec());
        assert!(x.iter().zip(&y).all(|(x, y)| 2.0 * x == *y), "{x:?} {y:?}");
    }
    assert!(message(dataset.batch(2.0, None)).contains("rows to put into batches"));
    assert!(message(dataset.gather(object("[5]"))).contains("below 5"));
}

#[wasm_bindgen_test]
fn a_model_tells_its_summary_and_prints_its_fit_as_keras_does() {
    let model = ok(JsSequential::new(&object(r#"[{ "units": 1, "inputShape": [1] }]"#)));
    ok(model.compile(&object(r#"{ "loss": "mse", "optimizer": "adam" }"#)));
    assert!(
        ok(model.summary(None))
            .contains("│ dense (Dense)                   │ (None, 1)              │             2 │")
    );
    assert!(ok(model.summary(Some("keras2".to_string()))).contains("Total params: 2 (8.00 Byte)"));
    assert!(message(model.summary(Some("keras4".to_string()))).contains("keras3"));
    let options = object(r#"{ "epochs": 2, "verbose": 2 }"#);
    let lines = Array::new();
    let push = Function::new_with_args("line, replaces", "this.push([line, replaces].join(' '))").bind0(&lines);
    Reflect::set(&options, &"print".into(), &push).unwrap();
    ok(model.fit(&dataset().into(), &options, &JsValue::UNDEFINED));
    let lines: Vec<String> = lines.iter().map(|line| line.as_string().unwrap()).collect();
    assert_eq!((lines.len(), lines[0].as_str()), (4, "Epoch 1/2 false"));
    assert!(lines[1].starts_with("3/3 - 0s - ") && lines[1].contains(" - loss: "), "{lines:?}");
    assert!(
        message(model.fit(&dataset().into(), &object(r#"{ "verbose": 3 }"#), &JsValue::UNDEFINED))
            .starts_with("verbose:")
    );
}

#[wasm_bindgen_test]
fn a_fit_tells_of_its_batches_and_epochs_and_stops_where_a_callback_says_so() {
    let model = ok(JsSequential::new(&object(r#"[{ "units": 1, "inputShape": [1] }]"#)));
    let options = object(r#"{ "epochs": 50 }"#);
    let heard = Array::new();
    for (name, body) in [
        ("onBatchEnd", "this.push('batch ' + at)"),
        ("onEpochEnd", "this.push('epoch ' + at + ' ' + Object.keys(logs)); return at < 1"),
    ] {
        let callback = Function::new_with_args("at, logs", body).bind0(&heard);
        Reflect::set(&options, &name.into(), &callback).unwrap();
    }
    let history = ok(model.fit(&object("[1, 2, 3]"), &object("[2, 4, 6]"), &options));
    assert_eq!(Array::from(&get(&history, "epoch")).length(), 2);
    assert_eq!(heard.join(", ").as_string().unwrap(), "batch 0, epoch 0 loss, batch 0, epoch 1 loss");
}

#[wasm_bindgen_test]
fn a_callback_is_heard_by_either_manner_of_its_name_and_what_is_no_function_is_rejected() {
    let model = ok(JsSequential::new(&object(r#"[{ "units": 1, "inputShape": [1] }]"#)));
    let (x, y) = (object("[1, 2, 3]"), object("[2, 4, 6]"));
    let options = object(r#"{ "epochs": 50 }"#);
    let stop = Function::new_no_args("return false");
    Reflect::set(&options, &"on_epoch_end".into(), &stop).unwrap();
    let history = ok(model.fit(&x, &y, &options));
    assert_eq!(Array::from(&get(&history, "epoch")).length(), 1);
    for name in ["onBatchEnd", "onEpochEnd", "print"] {
        let rejected = message(model.fit(&x, &y, &object(&format!(r#"{{ "{name}": "console" }}"#))));
        assert_eq!(rejected, format!("{name}: expected a function, received the text \"console\""));
        ok(model.fit(&x, &y, &object(&format!(r#"{{ "{name}": null }}"#))));
    }
    let rejected = message(model.evaluate(&x, &y, &object(r#"{ "verbos": 1 }"#)));
    assert_eq!(
        rejected,
        "config: expected verbose, one of the fields verbose, style, print, sampleWeight, received the field verbos"
    );
    let rejected = message(model.fit(&x, &y, &object(r#"{ "batch_sizes": 1 }"#)));
    assert!(rejected.starts_with("config: expected batchSize, one of the fields batchSize, epochs"), "{rejected}");
}

#[wasm_bindgen_test]
fn what_a_callback_throws_ends_the_fit() {
    let model = ok(JsSequential::new(&object(r#"[{ "units": 1, "inputShape": [1] }]"#)));
    let options = object(r#"{ "epochs": 50 }"#);
    Reflect::set(&options, &"onEpochEnd".into(), &Function::new_no_args("throw new Error('enough')")).unwrap();
    assert_eq!(message(model.fit(&object("[1, 2, 3]"), &object("[2, 4, 6]"), &options)), "enough");
}

#[wasm_bindgen_test]
fn a_model_is_told_what_is_wrong_with_it_by_code_facts_and_advice() {
    let model = ok(JsSequential::new(&object(r#"[{ "units": 1, "activation": "sigmoid", "inputShape": [2] }]"#)));
    ok(model.compile(&object(r#"{ "optimizer": "adam" }"#)));
    let (x, y) = (object("[1, 20, 2, 30, 3, 10, 4, 40]"), object("[20, 10, 15, 5]"));
    let hints = Array::from(&ok(model.hints(x.clone(), y.clone(), object(r#"["TV", "Radio"]"#))));
    let hint = hints.iter().find(|hint| get(hint, "code") == "targets_out_of_range").unwrap();
    assert_eq!(get(&hint, "severity"), "problem");
    assert_eq!(get(&get(&hint, "facts"), "highest").as_f64(), Some(1.0));
    assert!(get(&hint, "message").as_string().unwrap().contains("sigmoid"));
    assert!(!get(&hint, "advice").as_string().unwrap().is_empty());
    let layers = Array::from(&get(&ok(model.health(x, y)), "layers"));
    assert_eq!((layers.length(), get(&layers.get(0), "units").as_f64()), (1, Some(1.0)));
}
