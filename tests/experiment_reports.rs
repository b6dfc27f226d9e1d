//! What an experiment learns from tables as people have them.
#![cfg(not(target_arch = "wasm32"))]

mod json;
mod reports;

use glassnet::Value;
use glassnet::data::{EncodingRs, decode};
use glassnet::experiment::{Experiment, Side};
use json::{config, find, get, list, number, strings, text};
use reports::{FILES, Right, bytes};
use serde_json::json;

fn experiment(csv: &str, rest: serde_json::Value) -> Experiment {
    let mut whole = json!({ "data": { "source": "csv", "text": csv } });
    whole.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    Experiment::read(&json::value(&whole)).unwrap_or_else(|error| panic!("{error}: {csv}"))
}

fn of_file(file: &str, rest: serde_json::Value) -> Experiment {
    experiment(&decode(&EncodingRs, bytes(file), None).unwrap().text, rest)
}

fn codes(experiment: &Experiment) -> Vec<&'static str> {
    experiment.setup_hints().iter().map(|hint| hint.code()).collect()
}

#[test]
fn an_experiment_learns_from_every_file_of_a_report() {
    for Right { file, learned: (features, target, task, dropped), .. } in FILES {
        let mut experiment = of_file(file, json!({}));
        let setup = experiment.setup();
        let config = get(&setup, "config");
        assert_eq!(strings(get(config, "features")), *features, "{file}");
        assert_eq!((text(config, "target"), text(config, "task")), (*target, *task), "{file}");
        assert_eq!(number(get(&setup, "missing"), "droppedRows"), *dropped, "{file}");
        experiment.train(3, || true);
        assert!(experiment.updates() > 0 && experiment.loss().is_some_and(f32::is_finite), "{file}");
    }
}

#[test]
fn what_a_text_was_taken_for_is_described_and_kept_in_the_configuration() {
    let setup = of_file("02_semicolon_thousands_point.csv", json!({})).setup();
    let reading = get(get(&setup, "data"), "reading");
    assert_eq!((text(reading, "separator"), text(reading, "decimal"), text(reading, "thousands")), (";", ",", "."));
    let kept = get(get(get(&setup, "config"), "data"), "reading");
    assert_eq!((text(kept, "separator"), text(kept, "decimal"), text(kept, "thousands")), (";", ",", "."));
    assert_eq!((find(kept, "notes"), find(kept, "strict")), (None, None));
    let units = of_file("15_percent_currency.csv", json!({})).setup();
    let column = &list(get(get(&units, "data"), "columns"))[1];
    assert_eq!((text(column, "name"), text(column, "unit")), ("price", "₩"));
}

#[test]
fn a_reading_is_taken_back_with_its_options_and_rejected_by_their_path() {
    let csv = "a;b\n1;1.250\n2;2.400\n3;5.125\n";
    let told = experiment(csv, json!({ "data": { "source": "csv", "text": csv, "reading": { "decimal": "," } } }));
    assert_eq!(told.data().table().values_row_major(&["b"]).unwrap(), [1250.0, 2400.0, 5125.0]);
    let guessed = experiment(csv, json!({}));
    assert_eq!(guessed.data().table().values_row_major(&["b"]).unwrap(), [1.25, 2.4, 5.125]);
    let of = |reading: serde_json::Value| {
        let whole = json!({ "data": { "source": "csv", "text": csv, "reading": reading } });
        Experiment::read(&json::value(&whole)).unwrap_err().to_string()
    };
    assert!(of(json!({ "strict": true })).starts_with("data.reading.decimal: expected to be given"));
    assert!(of(json!({ "decimal": "x" })).starts_with("data.reading.decimal: expected . or ,"));
    assert!(of(json!({ "units": { "b": 5 } })).starts_with("data.reading.units.b: expected a text"));
    assert!(of(json!({ "seperator": ";" })).starts_with("data.reading: expected separator, one of the fields "));
}

#[test]
fn rows_with_missing_values_are_left_out_and_counted() {
    let dropped = of_file("07_question_marks.csv", json!({}));
    let mut rows = [dropped.side(Side::Train), dropped.side(Side::Test)].concat();
    rows.sort_unstable();
    assert_eq!(rows, [0, 2, 3, 4]);
    let setup = dropped.setup();
    let missing = get(&setup, "missing");
    assert_eq!((text(missing, "handling"), number(missing, "filledCells")), ("drop", 0.0));
    assert_eq!(strings(get(missing, "columns")), ["power"]);
    assert!(codes(&dropped).contains(&"rows_dropped"), "{:?}", codes(&dropped));
    let hint = &dropped.setup_hints()[0];
    assert_eq!(hint.message, "1 of 5 rows is left out, as a value of power is missing there.");
    let rejected = dropped.features(&[1]).unwrap_err().to_string();
    assert_eq!(rejected, "row: expected a row without a missing value, received 1, which is left out");
    assert_eq!(dropped.features(&[0]).unwrap(), [2.0, 110.0, 1200.0]);
}

#[test]
fn a_missing_feature_has_the_mean_of_the_training_rows_and_no_other() {
    let filled =
        of_file("07_question_marks.csv", json!({ "missing": "mean", "split": { "testSize": 0.4, "seed": 3 } }));
    let power = [110.0, f64::NAN, 95.0, 150.0, 80.0];
    let there: Vec<f64> =
        filled.side(Side::Train).iter().map(|row| power[*row as usize]).filter(|power| !power.is_nan()).collect();
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    assert_eq!(filled.features(&[1]).unwrap()[1], mean as f32);
    assert_eq!(filled.side(Side::Train).len() + filled.side(Side::Test).len(), 5);
    let setup = filled.setup();
    assert_eq!(
        (number(get(&setup, "missing"), "filledCells"), number(get(&setup, "missing"), "droppedRows")),
        (1.0, 0.0)
    );
    assert_eq!(codes(&filled).iter().filter(|code| **code == "values_filled").count(), 1);
    let code = filled.keras_code();
    assert!(code.contains("mean = np.nanmean(x_train, axis=0)\n") && code.contains("na_values=[\"?\"]"), "{code}");
    // A target is never made up.
    let target = experiment("a,y\n1,2\n2,?\n3,4\n4,5\n", json!({ "missing": "mean" }));
    assert_eq!(number(get(&target.setup(), "missing"), "droppedRows"), 1.0);
    assert!(target.keras_code().contains("df = df.dropna(subset=[\"y\"])\n"));
}

#[test]
fn a_task_says_what_of_the_target_it_follows_from_unless_another_was_told() {
    let reason = |csv: &str, rest: serde_json::Value| {
        find(&experiment(csv, rest).setup(), "taskReason").map(|reason| json::as_text(reason).to_string())
    };
    let some = |reason: &str| Some(reason.to_string());
    assert_eq!(reason("x,y\n1,a\n2,b\n3,a\n", json!({})), some("text_target"));
    assert_eq!(reason("x,y\n1,yes\n2,no\n3,yes\n", json!({})), some("truth_target"));
    assert_eq!(reason("x,y\n1,2\n2,3\n3,4\n", json!({})), some("number_target"));
    assert_eq!(reason("x,y\n1,2\n2,3\n3,2\n", json!({ "task": "classification" })), None);
    let smokers = experiment("x,y\n1,yes\n2,no\n3,yes\n", json!({}));
    assert_eq!(
        (smokers.prepared().classes.as_slice(), smokers.prepared().targets.as_slice()),
        (&["no".to_string(), "yes".to_string()][..], &[1.0, 0.0, 1.0][..])
    );
}

#[test]
fn columns_that_are_not_learned_from_are_named_with_the_reason() {
    let of = |experiment: Experiment| -> Vec<(String, String)> {
        let setup = experiment.setup();
        let pair = |left: &Value| (text(left, "column").to_string(), text(left, "reason").to_string());
        list(get(&setup, "leftOut")).iter().map(pair).collect()
    };
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(column, reason)| (column.to_string(), reason.to_string())).collect()
    };
    assert_eq!(of(of_file("22_extremes.csv", json!({}))), pairs(&[("id", "text"), ("p", "too_large")]));
    // A scale brings large numbers down.
    let scaled = of_file("22_extremes.csv", json!({ "scaling": "min_max" }));
    assert_eq!(of(scaled), pairs(&[("id", "text")]));
    let sparse = experiment("a,b,y\n1,,3\n2,,4\n3,5,5\n", json!({}));
    assert_eq!(of(sparse), pairs(&[("b", "mostly_missing")]));
    let large = json!({ "source": "csv", "text": "a,y\n1,2\n1e39,3\n2,4\n" });
    let rejected = Experiment::read(&json::value(&json!({ "data": large, "features": ["a"] }))).unwrap_err();
    assert_eq!(
        rejected.to_string(),
        "features: row 1 of column a: expected a number of at most 3.4e38, the largest of float32, received 1e+39, which \
         is too large"
    );
}

#[test]
fn dates_in_seconds_keep_their_distances() {
    let csv = "t,y\n1700000000,1\n1700000060,2\n1700000120,3\n1700000180,4\n";
    let mut dates = experiment(csv, json!({ "scaling": "standard", "split": null }));
    let scaled = dates.features(&[0, 1, 2, 3]).unwrap();
    for (scaled, right) in scaled.iter().zip([-1.341_640_8_f32, -0.447_213_6, 0.447_213_6, 1.341_640_8]) {
        assert!((scaled - right).abs() < 1e-6, "{scaled} {right}");
    }
    let (x, _) = dates.response(0, &[1_700_000_000.0], 4).unwrap();
    assert_eq!(x, [1_700_000_000.0, 1_700_000_060.0, 1_700_000_120.0, 1_700_000_180.0]);
    assert_ne!(dates.predict(&[1_700_000_000.0]).unwrap(), dates.predict(&[1_700_000_001.0]).unwrap());
}

/// A session as the engine wrote it before readings were kept.
fn without_reading(experiment: &Experiment) -> serde_json::Value {
    let mut saved = json::json(&experiment.save(true));
    let data = saved["config"]["data"].as_object_mut().unwrap();
    data.remove("reading");
    saved["config"].as_object_mut().unwrap().remove("missing");
    saved
}

#[test]
fn a_session_without_a_reading_is_read_by_the_first_rules() {
    // Of this text the first rules made a header of numbers, and text of the words for true and false.
    let csv = "1;2;3\n4,5;true;6\n5.5;false;8\n6,5;true;9\n";
    let first = json!({ "separator": ";", "decimal": ",", "thousands": "", "header": true, "comment": "", "skipRows": 0,
        "skipBlankRows": false, "naValues": [], "trueValues": [], "falseValues": [], "units": {}, "textColumns": [] });
    let data = json!({ "source": "csv", "text": csv, "reading": first });
    let mut saved = Experiment::read(&json::value(&json!({ "data": data, "split": null }))).unwrap();
    saved.train(2, || true);
    let opened = Experiment::open(&json::value(&without_reading(&saved))).unwrap();
    assert_eq!(opened.data().table().names(), ["1", "2", "3"]);
    assert_eq!(opened.data().table().values_row_major(&["1"]).unwrap(), [4.5, 5.5, 6.5]);
    assert_eq!(opened.model().weights(), saved.model().weights());
    assert_eq!(json::json(get(&opened.save(true), "config")), json::json(get(&saved.save(true), "config")));
    // What is set up anew from the same text is read by what is known today.
    let fresh = experiment(csv, json!({ "split": null }));
    assert_eq!((fresh.data().table().rows(), fresh.data().table().names()[0].as_str()), (3, "1"));
    assert!(fresh.data().table().column("2").unwrap().values().is_some());
}

#[test]
fn a_session_of_a_file_with_missing_values_goes_on_with_the_same_bits() {
    for missing in ["drop", "mean"] {
        let mut unbroken = of_file("07_question_marks.csv", json!({ "missing": missing, "scaling": "standard" }));
        unbroken.train(7, || true);
        let saved = json::json(&unbroken.save(true)).to_string();
        let mut opened = Experiment::open(&config(&saved)).unwrap();
        opened.train(20, || true);
        unbroken.train(20, || true);
        assert_eq!(opened.model().weights(), unbroken.model().weights());
        assert_eq!(json::json(&opened.setup())["missing"], json::json(&unbroken.setup())["missing"]);
    }
}
