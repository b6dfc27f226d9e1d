//! Any files of a LayersModel of TensorFlow.js: read or rejected, never a panic; and what was read is a model.
//!
//! The JSON, a byte of 0, then the weights.
#![no_main]

use glassnet::nn::Sequential;
use glassnet_formats::{File, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let split = data.iter().position(|byte| *byte == 0).unwrap_or(data.len());
    let (json, weights) = (&data[..split], data.get(split + 1..).unwrap_or_default());
    let file = |name: &str, bytes: &[u8]| File { name: name.to_string(), bytes: bytes.to_vec() };
    let Ok(saved) = import(&[file("model.json", json), file("weights.bin", weights)]) else { return };
    let (mut model, _) = Sequential::load(&saved).expect("what was read can be loaded");
    assert!(model.weights().iter().all(|weight| weight.is_finite()));
    let inputs = vec![0.5; model.input_count()];
    assert_eq!(model.predict_row_major(&inputs).map(|outputs| outputs.len()), Ok(model.output_count()));
});
