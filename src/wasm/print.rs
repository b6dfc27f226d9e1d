//! Keras's lines, as they reach a function of the caller or the console.

use super::convert::value;
use crate::Error;
use crate::text::{Printed, Printing};
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// Where lines go: the function `print(line, replaces)` of the options, else the console.
pub(super) struct Printer {
    pub(super) printing: Printing,
    function: Option<Function>,
}

impl Printer {
    /// Reads `verbose`, `style` and `print` of the options.
    pub(super) fn read(options: &JsValue) -> Result<Self, Error> {
        let printing = Printing::read(&value(options))?;
        let function = Reflect::get(options, &"print".into()).ok().and_then(|found| found.dyn_into().ok());
        Ok(Printer { printing, function })
    }

    /// Prints lines; the console, which draws nothing again, gets those that stay.
    pub(super) fn print(&self, lines: &[Printed]) -> Result<(), JsValue> {
        for Printed { text, replaces, stays } in lines {
            match &self.function {
                Some(function) => {
                    function.call2(&JsValue::NULL, &text.into(), &JsValue::from_bool(*replaces))?;
                }
                None if *stays => web_sys::console::log_1(&text.into()),
                None => {}
            }
        }
        Ok(())
    }
}
