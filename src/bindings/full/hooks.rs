//! Callbacks of the caller: functions that a fit calls at its moments.

use super::schedule::rate_of;
use crate::bindings::convert::{function, js_error, value};
use crate::bindings::keras::state::{State, borrowed};
use crate::{Error, ErrorKind};
use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// A moment of a fit.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Moment {
    TrainBegin,
    EpochBegin,
    BatchBegin,
    BatchEnd,
    EpochEnd,
    TrainEnd,
}

/// The names of the functions, in the order of the moments.
const NAMES: [&str; 6] = ["onTrainBegin", "onEpochBegin", "onBatchBegin", "onBatchEnd", "onEpochEnd", "onTrainEnd"];

/// The functions of one callback.
pub(super) struct Hooks {
    /// The object that they are of.
    this: JsValue,
    functions: [Option<Function>; 6],
    /// LearningRateScheduler's function of epoch and rate.
    schedule: Option<Function>,
}

/// Whether a call waits for promises.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Waits {
    /// As in `fitAsync`.
    Yes,
    /// As in `fit`, where a promise is rejected.
    No,
}

impl Hooks {
    /// The two functions that stand among the options themselves.
    pub(super) fn of_options(options: &JsValue) -> Result<Self, JsValue> {
        let mut functions = [const { None }; 6];
        for moment in [Moment::BatchEnd, Moment::EpochEnd] {
            functions[moment as usize] = function(options, NAMES[moment as usize]).map_err(js_error)?;
        }
        Ok(Hooks { this: JsValue::NULL, functions, schedule: None })
    }

    /// The functions of an item of the list of callbacks.
    pub(super) fn of_callback(what: &str, class: &str, callback: &JsValue) -> Result<Self, JsValue> {
        let mut hooks = Hooks { this: callback.clone(), functions: [const { None }; 6], schedule: None };
        match class {
            "LearningRateScheduler" => {
                hooks.schedule = function(callback, "schedule").map_err(js_error)?;
                if hooks.schedule.is_none() {
                    return Err(invalid(
                        &format!("{what}.schedule"),
                        "a function of epoch and learning rate",
                        "nothing",
                    ));
                }
            }
            "" | "LambdaCallback" => {
                for (slot, name) in hooks.functions.iter_mut().zip(NAMES) {
                    *slot = method(callback, name)?;
                }
                if hooks.is_empty() {
                    let expected = format!("one of the functions {}", NAMES.join(", "));
                    return Err(invalid(what, &expected, "an object without"));
                }
            }
            _ => {}
        }
        Ok(hooks)
    }

    /// Whether there is nothing to call.
    pub(super) fn is_empty(&self) -> bool {
        self.schedule.is_none() && self.functions.iter().all(Option::is_none)
    }

    /// Whether the learning rate is set before each epoch.
    pub(super) fn sets_learning_rate(&self) -> bool {
        self.schedule.is_some()
    }

    /// Sets the learning rate of an epoch, where there is a function for it.
    pub(super) fn schedule(&self, shared: &RefCell<State>, epoch: usize) -> Result<(), JsValue> {
        let Some(schedule) = &self.schedule else { return Ok(()) };
        let rate = borrowed(shared)?.built()?.learning_rate();
        let rate = rate_of(schedule, &self.this, &[epoch as f64, f64::from(rate)])?;
        borrowed(shared)?.built()?.set_learning_rate(rate).map_err(js_error)
    }

    /// Calls the function of a moment; returns whether to go on.
    pub(super) async fn call(&self, moment: Moment, arguments: &Array, waits: Waits) -> Result<bool, JsValue> {
        let Some(function) = &self.functions[moment as usize] else { return Ok(true) };
        let mut answer = function.apply(&self.this, arguments)?;
        if is_promise(&answer) {
            if waits == Waits::No {
                let expected = "a function that returns no promise; fitAsync waits for one";
                return Err(invalid(NAMES[moment as usize], expected, "a promise"));
            }
            answer = JsFuture::from(Promise::resolve(&answer)).await?;
        }
        Ok(answer.as_bool() != Some(false))
    }
}

fn invalid(what: &str, expected: &str, received: &str) -> JsValue {
    js_error(Error::new(ErrorKind::InvalidConfig, what.to_string(), expected.to_string(), received.to_string()))
}

/// A function of an object, its own or that of its class.
fn method(object: &JsValue, name: &str) -> Result<Option<Function>, JsValue> {
    if let Some(own) = function(object, name).map_err(js_error)? {
        return Ok(Some(own));
    }
    let inherited = Reflect::get(object, &name.into())?;
    match inherited.dyn_into::<Function>() {
        Ok(function) => Ok(Some(function)),
        Err(missing) if missing.is_undefined() || missing.is_null() => Ok(None),
        Err(other) => Err(invalid(name, "a function", &value(&other).describe())),
    }
}

fn is_promise(value: &JsValue) -> bool {
    value.is_object() && Reflect::get(value, &"then".into()).is_ok_and(|then| then.is_function())
}
