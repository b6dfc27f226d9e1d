//! The bindings for JavaScript: newtypes that convert and delegate.
//!
//! Configuration and records cross as plain objects, numbers as `Float32Array`, row by row; both are copies.
//! Every error is a real `Error` with the engine's words and a `code`, `what`, `expected` and `received`.

mod record;
mod convert;
#[cfg(feature = "keras")]
mod keras;
#[cfg(feature = "worked")]
mod worked;
#[cfg(feature = "full")]
mod full;

#[cfg(feature = "full")]
pub use full::*;
#[cfg(feature = "keras")]
pub use keras::*;
#[cfg(feature = "worked")]
pub use worked::*;

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
