//! A `.weights.h5` file for a model: whatever is in it, its weights are finite and of the model's shapes, or it is an
//! error.

#![no_main]

use glassnet::Value;
use glassnet::nn::{ModelConfig, Sequential};
use glassnet_formats::{File, keras};
use libfuzzer_sys::fuzz_target;

/// The model of the seeds: Dense(2), BatchNormalization, Dense(1) of 3 inputs with Adam.
fn saved() -> Value {
    let object = |fields: &[(&str, Value)]| {
        Value::Object(fields.iter().map(|(name, value)| (name.to_string(), value.clone())).collect())
    };
    let dense = |units: f64| object(&[("units", Value::Number(units))]);
    let normalization = object(&[("type", Value::String("BatchNormalization".to_string()))]);
    let config = object(&[
        ("inputs", Value::Number(3.0)),
        ("layers", Value::Array(vec![dense(2.0), normalization, dense(1.0)])),
        ("optimizer", Value::String("adam".to_string())),
    ]);
    let model = ModelConfig::read(&config).and_then(|config| Sequential::new(&config)).expect("a model");
    model.save(&config)
}

fuzz_target!(|bytes: &[u8]| {
    let saved = saved();
    let file = File { name: "model.weights.h5".to_string(), bytes: bytes.to_vec() };
    if let Ok(loaded) = keras::read_weights(&saved, &file) {
        let (model, _) = Sequential::load(&loaded).expect("what was loaded loads again");
        assert!(model.weights().iter().all(|weight| weight.is_finite()));
    }
});
