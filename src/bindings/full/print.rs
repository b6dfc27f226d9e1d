//! Keras's lines, as they reach a function of the caller or the console.

use crate::Value;
use crate::bindings::convert::{function, js_error, value};
use crate::bindings::keras::clock::Clock;
use crate::nn::Scores;
use crate::text::{FitText, Printed, Printing, Verbose, evaluate_batches_line};
use crate::train::{BatchEnd, Fit};
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// The printer of a fit or an evaluation: to the function `print(line, replaces)` of the options, else to the
/// console.
pub(in crate::bindings) struct Printer {
    printing: Printing,
    text: FitText,
    clock: Clock,
    function: Option<Function>,
}

impl Printer {
    /// Reads `verbose`, `style` and `print` of the options.
    pub(in crate::bindings) fn read(options: &JsValue) -> Result<Self, JsValue> {
        Self::of(&value(options), options)
    }

    /// [`Printer::read`] of settings that were taken from the options already.
    pub(super) fn of(settings: &Value, options: &JsValue) -> Result<Self, JsValue> {
        let printing = Printing::read(settings).map_err(js_error)?;
        let function = function(options, "print").map_err(js_error)?;
        Ok(Printer { printing, text: FitText::new(printing), clock: Clock::start(), function })
    }

    /// Starts the clock of the printed times.
    pub(in crate::bindings) fn start(&mut self) {
        self.clock = Clock::start();
    }

    /// Whether nothing is printed.
    pub(in crate::bindings) fn is_silent(&self) -> bool {
        self.printing.verbose == Verbose::Silent
    }

    /// The lines that are due after a batch.
    pub(in crate::bindings) fn lines(&mut self, fit: &Fit, batch: &BatchEnd) -> Vec<Printed> {
        // The clock costs as much as a part of a small step: only who prints asks it.
        if self.is_silent() { Vec::new() } else { self.text.batch(fit, batch, self.clock.seconds()) }
    }

    /// Prints lines.
    pub(in crate::bindings) fn print_all(&self, lines: &[Printed]) -> Result<(), JsValue> {
        lines.iter().try_for_each(|line| self.print(line))
    }

    /// Prints the line of an evaluation of so many batches.
    pub(in crate::bindings) fn evaluated(&self, batches: usize, scores: &Scores) -> Result<(), JsValue> {
        let line = evaluate_batches_line(self.printing, batches, self.clock.seconds(), scores);
        line.map_or(Ok(()), |text| self.print(&Printed { text, replaces: false, stays: true }))
    }

    /// Prints a line; the console, which draws nothing again, gets those that stay.
    fn print(&self, Printed { text, replaces, stays }: &Printed) -> Result<(), JsValue> {
        match &self.function {
            Some(function) => {
                function.call2(&JsValue::NULL, &text.into(), &JsValue::from_bool(*replaces))?;
            }
            None if *stays => web_sys::console::log_1(&text.into()),
            None => {}
        }
        Ok(())
    }
}
