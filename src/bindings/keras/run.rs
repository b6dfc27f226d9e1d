//! Batches of a fit, between which it calls back.

use super::clock::Clock;
use super::model::scores_value;
use super::state::{State, borrowed};
use crate::bindings::convert::{function, js_error, value};
use crate::bindings::record::js;
use crate::train::{BatchEnd, Fit, FitConfig};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The callbacks of a fit.
pub(in crate::bindings) struct Callbacks {
    on_batch_end: Option<Function>,
    on_epoch_end: Option<Function>,
}

impl Callbacks {
    /// Reads the options of a fit: its configuration and its callbacks.
    pub(super) fn read(options: &JsValue) -> Result<(FitConfig, Self), JsValue> {
        let function = |name: &str| function(options, name).map_err(js_error);
        let callbacks = Callbacks { on_batch_end: function("onBatchEnd")?, on_epoch_end: function("onEpochEnd")? };
        Ok((FitConfig::read(&value(options)).map_err(js_error)?, callbacks))
    }

    /// Calls back after a batch; returns whether to go on. What a callback throws ends the fit.
    fn after(&self, batch: &BatchEnd, logs: &JsValue) -> Result<bool, JsValue> {
        let go_on = tell(&self.on_batch_end, batch.batch, logs)?;
        let too = !batch.epoch_over || tell(&self.on_epoch_end, batch.epoch, logs)?;
        Ok(go_on && too)
    }
}

/// Tells a callback of a batch or an epoch; returns whether to go on.
fn tell(callback: &Option<Function>, at: usize, logs: &JsValue) -> Result<bool, JsValue> {
    let Some(callback) = callback else { return Ok(true) };
    let answer = callback.call2(&JsValue::NULL, &JsValue::from_f64(at as f64), logs)?;
    Ok(answer.as_bool() != Some(false))
}

/// Trains so many batches, at the longest for some milliseconds; returns the last one.
pub(super) fn run(
    shared: &Rc<RefCell<State>>,
    batches: usize,
    milliseconds: Option<f64>,
) -> Result<Option<BatchEnd>, JsValue> {
    let clock = Clock::start();
    let mut last = None;
    for _ in 0..batches {
        let mut state = borrowed(shared)?;
        let State { model: Some(model), fit: Some(fit), callbacks, .. } = &mut *state else { break };
        let Some(batch) = fit.batch(model) else { break };
        if let Some(callbacks) =
            callbacks.clone().filter(|callbacks| callbacks.on_batch_end.is_some() || callbacks.on_epoch_end.is_some())
        {
            let logs = js(&scores_value(fit.logs()));
            // Callbacks may use the model.
            drop(state);
            if !callbacks.after(&batch, &logs)? {
                borrowed(shared)?.fit.iter_mut().for_each(Fit::stop);
            }
        }
        last = Some(batch);
        if !clock.within(milliseconds) {
            break;
        }
    }
    Ok(last)
}
