//! Data as a handle: a table is loaded once, and every experiment on it is the one that its text would make.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::Value;
use glassnet::data::{BuiltinTable, CsvOptions, Generator, Table};
use glassnet::experiment::{Data, DataConfig, Experiment, ExperimentConfig};
use json::{config, get, text};

const CSV: &str =
    "day;hours;words;score\n1;2,5;10;20,5\n2;3,5;20;31\n3;1,5;35;18\n4;4,5;40;44,5\n5;5;15;47\n6;0,5;30;9\n";

/// The same data by its text, and as a handle that was loaded from it.
fn by_text() -> DataConfig {
    DataConfig::Csv { text: CSV.to_string(), name: "mine.csv".to_string(), reading: Box::default() }
}

fn with_model(units: usize) -> ExperimentConfig {
    let model =
        format!(r#"{{ "layers": [{{ "units": {units}, "activation": "tanh" }}, {{ "units": 1 }}], "seed": 3 }}"#);
    ExperimentConfig { model: Some(config(&model)), ..ExperimentConfig::default() }
}

fn bits(experiment: &Experiment) -> Vec<u32> {
    experiment.model().weights().iter().map(|weight| weight.to_bits()).collect()
}

/// Everything that a session holds, as JSON: the order of fields is not kept there.
fn saved(experiment: &Experiment) -> serde_json::Value {
    json::json(&experiment.save(true))
}

#[test]
fn experiments_with_different_models_share_one_table() {
    let data = Data::load(by_text()).unwrap();
    let [narrow, wide] = [2, 7].map(|units| Experiment::with_data(&data, with_model(units)).unwrap());
    assert!(std::ptr::eq(narrow.data().table(), wide.data().table()));
    assert!(std::ptr::eq(narrow.data().table(), data.table()));
    assert_eq!(narrow.model().weights().len(), 3 * 2 + 2 + 2 + 1);
    assert_eq!(wide.model().weights().len(), 3 * 7 + 7 + 7 + 1);
    drop((data, narrow));
    assert_eq!(wide.data().table().rows(), 6, "the last one holds it");
}

#[test]
fn an_experiment_by_handle_is_that_by_text_to_the_bit_before_and_after_training() {
    let data = Data::load(by_text()).unwrap();
    let mut by_handle = Experiment::with_data(&data, with_model(4)).unwrap();
    let mut anew = Experiment::new(ExperimentConfig { data: Some(by_text()), ..with_model(4) }).unwrap();
    for _ in 0..2 {
        assert_eq!(bits(&by_handle), bits(&anew));
        assert_eq!(saved(&by_handle), saved(&anew));
        assert_eq!(json::json(&by_handle.setup()), json::json(&anew.setup()));
        assert_eq!(by_handle.keras_code(), anew.keras_code());
        by_handle.train(37, || true);
        anew.train(37, || true);
    }
}

#[test]
fn a_session_of_a_handle_holds_the_text_as_it_came_and_its_reading() {
    let mut made = Experiment::with_data(&Data::load(by_text()).unwrap(), with_model(4)).unwrap();
    made.train(9, || true);
    let session = made.save(true);
    let data = get(get(&session, "config"), "data");
    assert_eq!((text(data, "text"), text(data, "name")), (CSV, "mine.csv"));
    assert_eq!(text(get(data, "reading"), "decimal"), ",");
    let mut opened = Experiment::open(&session).unwrap();
    opened.train(9, || true);
    made.train(9, || true);
    assert_eq!(bits(&opened), bits(&made));
    assert!(!saved_without_text(&made).contains("2,5;10"));
}

fn saved_without_text(experiment: &Experiment) -> String {
    json::json(&experiment.save(false)).to_string()
}

#[test]
fn a_table_of_one_s_own_is_saved_as_text_that_opens_to_the_same_bits() {
    let table = Table::from_csv(CSV, CsvOptions::default()).unwrap();
    let mut made = Experiment::with_data(&Data::new(table.clone(), "own.csv"), with_model(4)).unwrap();
    made.train(9, || true);
    let mut opened = Experiment::open(&made.save(true)).unwrap();
    assert_eq!(opened.data().table(), &table);
    assert_eq!(opened.data().name(), "own.csv");
    opened.train(9, || true);
    made.train(9, || true);
    assert_eq!(bits(&opened), bits(&made));
    assert_eq!(Data::from(table).name(), "data.csv");
}

#[test]
fn built_in_data_as_a_handle_keep_their_name_and_their_classes() {
    let moons = Data::points(Generator::Moons, 60, 0.1, 5).unwrap();
    let by_handle = Experiment::with_data(&moons, ExperimentConfig::default()).unwrap();
    let by_config = r#"{ "data": { "source": "moons", "rows": 60, "noise": 0.1, "seed": 5 } }"#;
    let by_config = Experiment::read(&config(by_config)).unwrap();
    assert_eq!(text(&by_handle.setup(), "taskReason"), "class_target");
    assert_eq!(json::json(get(&by_handle.setup(), "layers")), json::json(get(&by_config.setup(), "layers")));
    assert_eq!(bits(&by_handle), bits(&by_config));
    let advertising =
        Experiment::with_data(&Data::builtin(BuiltinTable::Advertising), ExperimentConfig::default()).unwrap();
    assert!(advertising.data().is_synthetic() && advertising.data().name() == "advertising (synthetic)");
}

#[test]
fn data_is_told_once_in_the_configuration_or_as_a_handle() {
    let missing = Experiment::new(ExperimentConfig::default()).unwrap_err();
    assert_eq!(missing.to_string(), "data: expected a configuration of the data, received nothing");
    let data = Data::builtin(BuiltinTable::Advertising);
    let twice =
        Experiment::with_data(&data, ExperimentConfig::new(DataConfig::Table(BuiltinTable::Advertising))).unwrap_err();
    assert_eq!(twice.to_string(), "data: expected nothing, as the data is given, received a configuration of the data");
    let read = |json: &str| Experiment::read_with_data(&data, &config(json));
    let twice = read(r#"{ "data": { "source": "advertising" } }"#).unwrap_err().to_string();
    assert!(twice.starts_with("config: expected ") && twice.ends_with("received the field data"), "{twice}");
    assert_eq!(read(r#"{ "target": "Nothing" }"#).unwrap_err().what(), "target");
    assert_eq!(read("{}").unwrap().save(true), Experiment::read(&with_advertising()).unwrap().save(true));
}

fn with_advertising() -> Value {
    config(r#"{ "data": { "source": "advertising" } }"#)
}
