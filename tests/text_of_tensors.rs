//! Tensors as TensorFlow printed them.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::text::tensor_text;
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn every_recorded_tensor_is_printed_as_tensorflow_printed_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/console/tensors.json");
    let cases: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let cases = cases.as_array().unwrap();
    assert!(cases.len() >= 50, "{}", cases.len());
    for case in cases {
        let whole = |field: &str| case[field].as_array().unwrap().iter().map(|number| number.as_u64().unwrap());
        let numbers: Vec<f32> = whole("bits").map(|bits| f32::from_bits(bits as u32)).collect();
        let shape: Vec<usize> = whole("shape").map(|size| size as usize).collect();
        assert_eq!(tensor_text(&numbers, &shape), case["text"].as_str().unwrap());
    }
}
