//! Learning rates that are a function of the caller.

use crate::bindings::convert::{function, js_error, value};
use crate::bindings::keras::clock::Clock;
use crate::bindings::keras::model::warn_of;
use crate::bindings::keras::state::{State, borrowed};
use crate::reader::same;
use crate::train::{Divergence, End, train_steps_row_major};
use crate::{Error, ErrorKind, Value};
use js_sys::{Function, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

const LEARNING_RATE: &str = "learningRate";

/// What settings of a model say of its learning rate.
pub(in crate::bindings) enum Rate {
    /// Nothing, and nothing of an optimizer.
    Untouched,
    /// A number or a schedule, or that of the optimizer's default.
    Fixed,
    /// A function of the iteration.
    Function(Function),
}

impl State {
    /// Takes in what settings said of the learning rate.
    pub(in crate::bindings) fn set_rate(&mut self, rate: Rate) {
        match rate {
            Rate::Untouched => {}
            Rate::Fixed => self.schedule = None,
            Rate::Function(function) => self.schedule = Some(function),
        }
    }
}

/// Takes a function in place of a learning rate out of the settings; a model is built with its number at iteration 0.
pub(in crate::bindings) fn take_function(given: &JsValue, mut settings: Value) -> Result<(Value, Rate), JsValue> {
    let Value::Object(fields) = &mut settings else { return Ok((settings, Rate::Untouched)) };
    let mut rate = Rate::Untouched;
    if let Some((name, optimizer)) = fields.iter_mut().find(|(name, _)| name == "optimizer") {
        rate = Rate::Fixed;
        let given = Reflect::get(given, &name.as_str().into())?;
        if let Value::Object(fields) = optimizer
            && let Some(function) = replace(&given, fields)?
        {
            rate = Rate::Function(function);
        }
    }
    if fields.iter().any(|(name, _)| same(name, LEARNING_RATE)) {
        rate = replace(given, fields)?.map_or(Rate::Fixed, Rate::Function);
    }
    Ok((settings, rate))
}

/// Replaces a function among the fields by its rate at iteration 0; where that is 0 the default stands in, as no update uses
/// either.
fn replace(given: &JsValue, fields: &mut Vec<(String, Value)>) -> Result<Option<Function>, JsValue> {
    let is_function =
        |(name, value): &(String, Value)| same(name, LEARNING_RATE) && *value == Value::Other("function".to_string());
    let Some(place) = fields.iter().position(is_function) else { return Ok(None) };
    let Some(function) = function(given, LEARNING_RATE).map_err(js_error)? else { return Ok(None) };
    match rate_of(&function, &JsValue::NULL, &[0.0])? {
        0.0 => drop(fields.remove(place)),
        rate => fields[place].1 = Value::Number(f64::from(rate)),
    }
    Ok(Some(function))
}

/// The learning rate that a function gives.
pub(super) fn rate_of(function: &Function, this: &JsValue, arguments: &[f64]) -> Result<f32, JsValue> {
    let arguments = arguments.iter().map(|&number| JsValue::from_f64(number)).collect();
    let answer = function.apply(this, &arguments)?;
    match answer.as_f64() {
        Some(rate) if rate >= 0.0 && rate.is_finite() => Ok(rate as f32),
        _ => Err(js_error(Error::new(
            ErrorKind::InvalidConfig,
            LEARNING_RATE.to_string(),
            "a function that returns a number of 0 or more".to_string(),
            value(&answer).describe(),
        ))),
    }
}

/// Trains steps whose learning rate is a function; returns the loss of each step taken.
pub(in crate::bindings) fn steps_with_schedule(
    shared: &RefCell<State>,
    [inputs, targets]: [&[f32]; 2],
    steps: usize,
    milliseconds: Option<f64>,
) -> Result<Vec<f32>, JsValue> {
    let (clock, mut losses) = (Clock::start(), Vec::new());
    while losses.len() < steps {
        follow(shared)?;
        let step = train_steps_row_major(borrowed(shared)?.built()?, inputs, targets, 1, |_| true).map_err(js_error)?;
        losses.extend(step.losses);
        if let Some(Divergence { layer, .. }) = step.diverged {
            warn_of(Some(End::Diverged { epoch: 0, step: losses.len() - 1, layer }));
            break;
        }
        if !clock.within(milliseconds) {
            break;
        }
    }
    Ok(losses)
}

/// Sets the learning rate of the next update, where it is a function.
pub(in crate::bindings) fn follow(shared: &RefCell<State>) -> Result<(), JsValue> {
    let mut state = borrowed(shared)?;
    let Some(function) = state.schedule.clone() else { return Ok(()) };
    let iteration = state.built()?.optimizer_state().iterations;
    // The function may use the model.
    drop(state);
    let rate = rate_of(&function, &JsValue::NULL, &[f64::from(iteration)])?;
    borrowed(shared)?.built()?.set_learning_rate(rate).map_err(js_error)
}
