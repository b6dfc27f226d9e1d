//! Initializers beside what real Keras says and measured of its own: the draws differ, as the generators do; the distribution
//! must not.
#![cfg(not(target_arch = "wasm32"))]

mod json;

use glassnet::nn::{ModelConfig, Sequential};
use serde_json::{Value, json};

const RECORDED: &str = include_str!("fixtures/keras-extra/initializers.json");

/// A kernel that the initializer of a recorded fact fills.
fn kernel(fact: &Value) -> Vec<f64> {
    let mut initializer = fact["arguments"].clone();
    initializer["name"] = fact["class"].clone();
    let layer = json!({ "units": fact["fan_out"], "kernelInitializer": initializer, "useBias": false });
    let model = json!({ "inputs": fact["fan_in"], "layers": [layer], "seed": 5 });
    let model = Sequential::new(&ModelConfig::read(&json::value(&model)).unwrap()).unwrap();
    model.weights().iter().map(|weight| f64::from(*weight)).collect()
}

#[test]
fn every_initializer_draws_from_the_distribution_that_keras_draws_from() {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let facts = recorded["facts"].as_array().unwrap();
    assert!(facts.len() >= 17, "{}", facts.len());
    for fact in facts {
        let (weights, name) = (kernel(fact), &fact["class"]);
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let deviation = (weights.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / weights.len() as f64).sqrt();
        let most = weights.iter().fold(0.0_f64, |most, w| w.abs().max(most));
        let expected = |field: &str| fact["expected"][field].as_f64();
        let stddev = expected("stddev").unwrap();
        // 60,000 draws: their deviation has a relative deviation of 0.3 %, their mean one of 0.004 deviations.
        assert!((deviation - stddev).abs() <= 0.012 * stddev + 1e-6, "{name}: {deviation} {stddev}");
        let of_keras = fact["measured"]["mean"].as_f64().unwrap();
        assert!((mean - of_keras).abs() <= 0.025 * stddev + 1e-6, "{name}: {mean} {of_keras}");
        for limit in [expected("limit"), expected("truncated_at")].into_iter().flatten() {
            let limit = limit.abs();
            assert!(most <= limit * (1.0 + 1e-6) && most >= 0.99 * limit, "{name}: {most} {limit}");
        }
    }
}

#[test]
fn an_initializer_of_matrices_is_rejected_for_a_bias() {
    for name in ["identity", "orthogonal"] {
        let model = json!({ "inputs": 2, "layers": [{ "units": 2, "biasInitializer": name }] });
        let error = Sequential::new(&ModelConfig::read(&json::value(&model)).unwrap()).unwrap_err();
        let expected = "biasInitializer: expected an initializer of vectors, as a bias has no rows and columns";
        assert_eq!(error.to_string(), format!("{expected}, received {name}"));
    }
}

#[test]
fn a_mode_that_variance_scaling_does_not_have_is_rejected_with_those_that_it_has() {
    let layer = json!({ "units": 2, "kernelInitializer": { "name": "variance_scaling", "mode": "fan" } });
    let error = ModelConfig::read(&json::value(&json!({ "inputs": 2, "layers": [layer] }))).unwrap_err();
    let expected = "layers[0].kernelInitializer.mode: expected one of fan_in, fan_out, fan_avg, received fan";
    assert_eq!(error.to_string(), expected);
}
