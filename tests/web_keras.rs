//! The engine compiled for the browser beside real Keras, as `keras_parity.rs` compares it natively.
#![cfg(target_arch = "wasm32")]

mod json;
mod keras;

use keras::recorded::{KERAS, KERAS_EXTRA, KERAS_LAYERS, KERAS_MINIMAL};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_quantity_of_every_recorded_case_is_kerass() {
    let mut report = keras::Report::default();
    let all = KERAS.iter().chain(KERAS_EXTRA).chain(KERAS_LAYERS).chain(KERAS_MINIMAL);
    all.for_each(|(name, text)| report.run(name, text));
    console_log!("{report}");
    assert!(report.agrees(), "{report}");
}

#[wasm_bindgen_test]
fn at_the_ends_of_the_range_activations_and_losses_are_kerass() {
    let (differences, compared) = keras::extremes::differences();
    assert!(compared > 2000, "{compared}");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
