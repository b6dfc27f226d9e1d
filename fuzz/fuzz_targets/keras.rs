//! A `.keras` or `.h5` file: whatever is in it, it is a model that can be saved again, or an error.

#![no_main]

use glassnet::nn::Sequential;
use glassnet_formats::{File, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = File { name: "model.keras".to_string(), bytes: bytes.to_vec() };
    if let Ok(saved) = import(&[file]) {
        let (mut model, _) = Sequential::load(&saved).expect("what was imported loads");
        let inputs = vec![0.5; model.input_count()];
        model.predict_row_major(&inputs).expect("what was imported predicts");
    }
});
