//! Any configuration of a model and of a fit: read or rejected, never a panic; and a small model that was built trains
//! with finite weights, or stops.
#![no_main]

use glassnet::Value;
use glassnet::nn::{LayerConfig, ModelConfig, Sequential};
use glassnet::train::{Fit, FitConfig};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(data).map(value) else { return };
    let is_fit = |(name, _): &(String, Value)| name == "fit";
    let fit = fields.iter().position(is_fit).map_or(Value::Null, |place| fields.remove(place).1);
    let fit = FitConfig::read(&fit);
    let Ok(config) = ModelConfig::read(&Value::Object(fields)) else { return };
    if is_small(&config)
        && let Ok(model) = Sequential::new(&config)
    {
        train(model, fit.unwrap_or_default());
    }
});

/// Whether building it and training it takes no time worth speaking of.
fn is_small(config: &ModelConfig) -> bool {
    let small = |layer: &LayerConfig| match layer {
        LayerConfig::Dense(layer) => layer.units.unwrap_or_default() <= 16,
        _ => true,
    };
    config.inputs <= 16 && config.layers.iter().all(small)
}

fn train(mut model: Sequential, config: FitConfig) {
    const ROWS: usize = 7;
    let start = model.weights().to_vec();
    assert!(start.iter().all(|weight| weight.is_finite()));
    let inputs: Vec<f32> = (0..ROWS * model.input_count()).map(|at| (at % 5) as f32 - 2.0).collect();
    let targets = (0..ROWS * model.target_count()).map(|at| (at % 2) as f32).collect();
    if let Ok(mut fit) = Fit::from_row_major(&model, inputs.clone(), targets, config) {
        for _ in 0..20 {
            let _ = fit.batch(&mut model);
            assert!(model.weights().iter().all(|weight| weight.is_finite()));
        }
    }
    assert_eq!(model.predict_row_major(&inputs).map(|predictions| predictions.len()), Ok(ROWS * model.output_count()));
    model.reset();
    assert_eq!(model.weights(), start);
}

/// JSON as the engine's own value; three texts stand for the numbers that JSON lacks.
fn value(json: serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(truth) => Value::Bool(truth),
        serde_json::Value::Number(number) => number.as_f64().map_or(Value::Null, Value::Number),
        serde_json::Value::String(text) => match text.as_str() {
            "NaN" | "Infinity" | "-Infinity" => Value::Number(text.parse().unwrap_or(f64::NAN)),
            _ => Value::String(text),
        },
        serde_json::Value::Array(items) => Value::Array(items.into_iter().map(value).collect()),
        serde_json::Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, field)| (name, value(field))).collect())
        }
    }
}
