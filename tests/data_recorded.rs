//! Splits, tables and scales are those of NumPy, scikit-learn and pandas, as `fixtures/record/data.py` recorded them.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::{
    Column, CsvOptions, NumpyRandom, Scaler, Scaling, Split, Summary, Table, TestSize, train_test_split,
};
use serde_json::Value;

fn recorded(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn split_cases() -> Value {
    recorded(include_str!("fixtures/data/split.json"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn whole(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

fn test_size(case: &Value) -> TestSize {
    match &case["test_size"] {
        size if size.is_f64() => TestSize::Fraction(size.as_f64().unwrap()),
        size => TestSize::Rows(whole(size)),
    }
}

fn random(case: &Value) -> NumpyRandom {
    NumpyRandom::new(case["seed"].as_u64().unwrap()).unwrap()
}

/// The sum that the script makes of an order.
fn checksum(order: impl Iterator<Item = usize>) -> usize {
    order.fold(0, |sum, row| (sum * 31 + row) % 1_000_000_007)
}

fn assert_split(split: &Split, case: &Value) {
    assert_eq!((split.test.len(), split.train.len()), (whole(&case["test"]), whole(&case["train"])), "{case}");
    let order = || split.test.iter().chain(&split.train).copied();
    let first: Vec<usize> = list(&case["first"]).iter().map(whole).collect();
    assert_eq!(order().take(first.len()).collect::<Vec<_>>(), first, "{case}");
    assert_eq!(checksum(order()), whole(&case["checksum"]), "{case}");
}

#[test]
fn a_split_with_a_random_state_has_scikit_learn_s_order() {
    let cases = split_cases();
    for case in list(&cases["cases"]) {
        // A count below 0 cannot be said; it is a fraction here.
        let split = train_test_split(whole(&case["rows"]), test_size(case), &mut random(case));
        match case["refused"] {
            Value::Bool(true) => assert!(split.is_err(), "{case}"),
            _ => assert_split(&split.unwrap(), case),
        }
    }
    assert!(list(&cases["cases"]).len() > 400);
}

#[test]
fn splits_from_the_global_seed_go_on_where_the_last_ended() {
    let cases = split_cases();
    for stream in list(&cases["streams"]) {
        let mut global = random(stream);
        for case in list(&stream["splits"]) {
            assert_split(&train_test_split(whole(&case["rows"]), test_size(case), &mut global).unwrap(), case);
        }
    }
}

#[test]
fn permutations_are_numpy_s() {
    let cases = split_cases();
    for case in list(&cases["permutations"]) {
        let order: Vec<usize> = list(&case["order"]).iter().map(whole).collect();
        assert_eq!(random(case).permutation(whole(&case["count"])), order);
    }
}

/// The column as pandas has it: its kind and its cells.
fn column(case: &Value) -> Column {
    let cells = list(&case["cells"]);
    match case["kind"].as_str().unwrap() {
        "text" => Column::Text(cells.iter().map(|cell| cell.as_str().map(str::to_string)).collect()),
        kind => Column::Numbers { values: numbers(&case["cells"]), is_integer: kind == "integer" },
    }
}

#[test]
fn a_csv_reads_as_pandas_reads_it() {
    let cases = recorded(include_str!("fixtures/data/csv.json"));
    for case in list(&cases["cases"]) {
        // Python was told that 2,5 behind bars is text; alone it would be found to be a number.
        let decimal = (case["name"] == "bars").then_some('.');
        let options = CsvOptions { decimal, ..CsvOptions::default() };
        let table = Table::from_csv(case["text"].as_str().unwrap(), options).unwrap();
        let expected = list(&case["columns"]);
        let names: Vec<&str> = expected.iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(table.names(), names, "{}", case["name"]);
        for ((name, found), expected) in table.columns().zip(expected) {
            assert_eq!(*found, column(expected), "{name} of {}", case["name"]);
        }
        assert_describes(&table, case);
    }
}

/// Equal, or as far apart as another order of a sum makes it.
fn near(found: f64, expected: f64) -> bool {
    found.is_nan() && expected.is_nan() || (found - expected).abs() <= 1e-14 * expected.abs()
}

fn assert_describes(table: &Table, case: &Value) {
    let summaries = table.describe();
    assert_eq!(summaries.len(), case["describe"].as_object().unwrap().len(), "{}", case["name"]);
    for summary in summaries {
        let Summary { name, count, mean, std, min, lower_quartile, median, upper_quartile, max } = summary;
        let found = [count as f64, mean, std, min, lower_quartile, median, upper_quartile, max];
        let expected = numbers(&case["describe"][&name]);
        assert!(
            found.iter().zip(&expected).all(|(found, expected)| near(*found, *expected)),
            "{name}: {found:?} {expected:?}"
        );
        assert_eq!(expected.len(), 8);
    }
}

#[test]
fn scales_are_those_of_scikit_learn() {
    let recorded = recorded(include_str!("fixtures/data/scale.json"));
    let columns = whole(&recorded["columns"]);
    let features: Vec<f64> =
        list(&recorded["features"]).iter().map(|text| text.as_str().unwrap().parse().unwrap()).collect();
    let training: Vec<usize> = list(&recorded["training_rows"]).iter().map(whole).collect();
    for case in list(&recorded["cases"]) {
        let scaling = if case["scaling"] == "standard" { Scaling::Standard } else { Scaling::MinMax };
        let scaler = Scaler::fit_row_major(scaling, &features, columns, &training).unwrap();
        let offsets: Vec<f64> = scaler.columns().iter().map(|column| column.offset).collect();
        let scales: Vec<f64> = scaler.columns().iter().map(|column| column.scale).collect();
        assert_near(&offsets, &numbers(&case["offset"]), 1e-15);
        assert_near(&scales, &numbers(&case["scale"]), 1e-12);
        let transformed = scaler.transform_row_major(&features).unwrap();
        assert_near(
            &transformed.iter().copied().map(f64::from).collect::<Vec<_>>(),
            &numbers(&case["transformed"]),
            1e-6,
        );
        let inverse = scaler.inverse_row_major(&numbers(&case["transformed"])).unwrap();
        assert_near(&inverse, &features, 1e-7);
    }
}

fn assert_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= tolerance * expected.abs().max(1e-9), "{found} for {expected}");
    }
}
