//! The bindings for JavaScript: newtypes that convert and delegate.
//!
//! Configuration and records cross as plain objects, numbers as `Float32Array`, row by row; both are copies.
//! Every error is a real `Error` with the engine's words and a `code`, `what`, `expected` and `received`.

mod convert;
#[cfg(any(feature = "full", not(feature = "keras")))]
mod record;
#[cfg(any(feature = "full", not(feature = "keras")))]
mod activation;
#[cfg(any(feature = "full", not(feature = "keras")))]
mod example;
#[cfg(feature = "keras")]
mod clock;
#[cfg(feature = "keras")]
#[cfg_attr(not(feature = "full"), path = "silent.rs")]
mod print;
#[cfg(feature = "keras")]
mod model;
#[cfg(feature = "keras")]
mod views;
#[cfg(feature = "full")]
mod decode;
#[cfg(feature = "full")]
mod table;
#[cfg(feature = "full")]
mod dataset;
#[cfg(feature = "keras")]
mod fit;
#[cfg(feature = "full")]
mod inspect;
#[cfg(feature = "full")]
mod experiment;
#[cfg(feature = "full")]
mod comparison;

#[cfg(any(feature = "full", not(feature = "keras")))]
pub use activation::{activation_curve, activation_names};
#[cfg(feature = "full")]
pub use comparison::JsComparison;
#[cfg(feature = "full")]
pub use dataset::{
    JsDataset, JsNumpyRandom, JsScaler, js_iterations_per_epoch, js_one_hot, js_to_categorical, js_train_test_split,
};
#[cfg(feature = "full")]
pub use decode::decode_bytes;
#[cfg(any(feature = "full", not(feature = "keras")))]
pub use example::{JsWorkedExample, tutorial_example};
#[cfg(feature = "full")]
pub use experiment::JsExperiment;
#[cfg(feature = "keras")]
pub use model::JsSequential;
#[cfg(feature = "full")]
pub use table::{JsTable, advertising, points};

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// Where memory comes from: smaller than std's, and faster.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Lets a panic, which would be a bug, say on the console where it happened.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&format!("glassnet: {info}").into());
    }));
}
