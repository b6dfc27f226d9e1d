//! The arguments of `fit` and `evaluate`: `(x, y, options)`, or `(dataset, options)`.

#[cfg(feature = "full")]
use crate::bindings::full::dataset::dataset_of;
#[cfg(feature = "full")]
use crate::data::Dataset;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("sequential.d.ts");

#[cfg(feature = "full")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES_OF_DATASETS: &str = include_str!("sequential_dataset.d.ts");

/// The core has no data sets.
#[cfg(not(feature = "full"))]
pub(super) enum Dataset {}

/// The data set of a call, if it has one in place of `x` and `y`, and the options.
#[cfg_attr(not(feature = "full"), expect(unused_variables))]
pub(super) fn dataset_and_options<'a>(
    x: &JsValue,
    y: &'a JsValue,
    options: &'a JsValue,
) -> Result<(Option<Dataset>, &'a JsValue), JsValue> {
    #[cfg(feature = "full")]
    if let Some(dataset) = dataset_of(x)? {
        return Ok((Some(dataset), y));
    }
    Ok((None, options))
}
