//! Configurations by serde.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::Value;
use glassnet::data::{CsvOptions, Separator};
use glassnet::experiment::ExperimentConfig;
use glassnet::nn::{Activation, DenseConfig, ModelConfig, Optimizer, Sequential};
use glassnet::train::{EarlyStopping, FitConfig};
use glassnet::worked_example::ExampleConfig;

#[test]
fn a_model_and_a_fit_in_json_are_those_of_the_same_fields_in_rust() {
    let json = r#"{ "inputs": 2, "optimizer": "adam", "seed": 7, "layers": [
        { "units": 3, "activation": "relu" }, { "units": 1, "name": "price" } ] }"#;
    let model: ModelConfig = serde_json::from_str(json).unwrap();
    let last = DenseConfig { name: Some("price".to_string()), units: Some(1), ..DenseConfig::default() };
    let layers = [DenseConfig::drawn(3, Activation::Relu), last];
    let expected = ModelConfig { optimizer: Optimizer::adam(), seed: 7, ..ModelConfig::new(2, layers) };
    let weights = |config: &ModelConfig| Sequential::new(config).unwrap().weights().to_vec();
    assert_eq!((weights(&model), model.optimizer), (weights(&expected), expected.optimizer));

    let fit: FitConfig = serde_json::from_str(r#"{ "epochs": 9, "batchSize": 4 }"#).unwrap();
    assert_eq!(fit, FitConfig { epochs: 9, batch_size: 4, ..FitConfig::default() });
    let none: Option<EarlyStopping> = fit.early_stopping;
    assert_eq!(none, None);
}

#[test]
fn an_error_says_the_path_what_was_expected_and_what_was_received() {
    let message = |json: &str| serde_json::from_str::<ModelConfig>(json).unwrap_err().to_string();
    assert_eq!(
        message(r#"{ "inputs": 2, "layers": [{ "units": "three" }] }"#),
        r#"layers[0].units: expected an integer from 0, received the text "three""#
    );
    assert!(message("{ \"inputs\": 2, \"layers\": [], \"loos\": \"mse\" }").contains("loos"));
    let experiment = serde_json::from_str::<ExperimentConfig>(r#"{ "data": { "source": "nothing" } }"#);
    assert!(experiment.unwrap_err().to_string().starts_with("data.source"));
}

#[test]
fn options_of_a_csv_are_read_by_the_names_of_javascript_and_checked() {
    let json = r#"{ "separator": ";", "decimal": ",", "naValues": ["-"], "skipRows": 2 }"#;
    let expected = CsvOptions {
        separator: Some(Separator::Char(';')),
        decimal: Some(','),
        na_values: Some(vec!["-".to_string()]),
        skip_rows: Some(2),
        ..CsvOptions::default()
    };
    assert_eq!(serde_json::from_str::<CsvOptions>(json).unwrap(), expected);
    let error = serde_json::from_str::<CsvOptions>(r#"{ "seperator": ";" }"#).unwrap_err().to_string();
    assert!(error.starts_with("config: expected separator, one of the fields"), "{error}");
}

#[test]
fn a_value_written_as_json_is_read_back() {
    let value = ExampleConfig::tutorial().to_value();
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    let read: ExampleConfig = serde_json::from_str(&json).unwrap();
    assert_eq!(read.to_value(), value);
    let mixed = r#"[null,true,-1.5,"text",[],{"a":{"b":1.0}}]"#;
    assert_eq!(serde_json::to_string(&serde_json::from_str::<Value>(mixed).unwrap()).unwrap(), mixed);
}
