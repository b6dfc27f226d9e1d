//! In place of `print.rs` in a build without Keras's text: `verbose`, `style` and `print` are let through, and nothing
//! is printed.

use crate::nn::Scores;
use crate::train::{BatchEnd, Fit};
use wasm_bindgen::prelude::*;

/// What prints nothing.
pub(super) struct Printer;

impl Printer {
    /// Reads nothing of the options.
    pub(super) fn read(_: &JsValue) -> Result<Self, JsValue> {
        Ok(Printer)
    }

    /// Begins nothing.
    pub(super) fn start(&mut self) {}

    /// There is nothing to print.
    pub(super) fn is_silent(&self) -> bool {
        true
    }

    /// Prints nothing after a batch.
    pub(super) fn batch(&mut self, _: &Fit, _: &BatchEnd) -> Result<(), JsValue> {
        Ok(())
    }

    /// Prints nothing of an evaluation.
    pub(super) fn evaluated(&self, _: usize, _: &Scores) -> Result<(), JsValue> {
        Ok(())
    }
}
