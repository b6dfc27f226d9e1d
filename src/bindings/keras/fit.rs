//! `fit` from JavaScript, at once or batch by batch.

use super::arguments::dataset_and_options;
use super::model::{JsSequential, scores_value, warn_of};
#[cfg(not(feature = "full"))]
use super::run::{Callbacks, run};
use super::state::State;
use crate::bindings::convert::{count, js_error};
#[cfg(feature = "full")]
use crate::bindings::full::{
    compiled::Compiled,
    run::{Callbacks, run},
};
use crate::bindings::record::js;
use crate::train::{BatchEnd, End, Fit};
use crate::{Error, Value};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// Trains for all epochs at once, as Keras's `fit`, on `(x, y, options)` or `(dataset, options)`. Returns the history.
    #[wasm_bindgen(skip_typescript)]
    pub fn fit(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        self.begin([x, y, options])?;
        self.run(usize::MAX, None)?;
        self.history()
    }

    /// Sets a fit up, of the same arguments, that is then driven by `fitFor`.
    #[wasm_bindgen(js_name = beginFit, skip_typescript)]
    pub fn begin_fit(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<(), JsValue> {
        self.begin([x, y, options])
    }

    /// Goes on with the fit for some batches, at the longest for some milliseconds, and calls its callbacks. Returns where
    /// it is.
    #[wasm_bindgen(js_name = fitFor, unchecked_return_type = "FitState")]
    pub fn fit_for(&self, batches: f64, milliseconds: Option<f64>) -> Result<JsValue, JsValue> {
        let batches = count("batches", batches).map_err(js_error)?;
        let state = self.state()?;
        state.check_not_fitting("fitFor")?;
        if state.fit.is_none() {
            return Err(js_error(Error::shape("fit", "beginFit before fitFor", "no fit")));
        }
        drop(state);
        let last = self.run(batches, milliseconds)?;
        Ok(self.state()?.fit.as_ref().map_or(JsValue::UNDEFINED, |fit| js(&fit_state(fit, last))))
    }

    /// The rows of the batch that comes next.
    #[cfg(feature = "full")]
    #[wasm_bindgen(js_name = nextRows)]
    pub fn next_rows(&self) -> Result<Vec<u32>, JsValue> {
        Ok(self.state()?.fit.as_mut().map(|fit| fit.next_rows().to_vec()).unwrap_or_default())
    }

    /// The history of the fit so far: loss and metrics of each epoch; `undefined` before a fit.
    #[wasm_bindgen(unchecked_return_type = "History | undefined")]
    pub fn history(&self) -> Result<JsValue, JsValue> {
        Ok(history_of(&*self.state()?))
    }
}

impl JsSequential {
    /// Sets a fit up, of `x` and `y` or a data set, and options.
    pub(in crate::bindings) fn begin(&self, [x, y, options]: [&JsValue; 3]) -> Result<(), JsValue> {
        let (dataset, options) = dataset_and_options(x, y, options)?;
        let (config, callbacks) = Callbacks::read(options)?;
        let rows = if dataset.is_none() { self.rows(x, y)? } else { Default::default() };
        let mut state = self.state()?;
        state.check_not_fitting("fit")?;
        let fit = match dataset {
            #[cfg(feature = "full")]
            Some(dataset) => Fit::on_dataset(state.built()?, dataset, config),
            None => Fit::from_row_major(state.built()?, rows.0, rows.1, config),
        };
        #[cfg(feature = "full")]
        callbacks.check(&state)?;
        #[cfg(feature = "full")]
        {
            state.compiled = Compiled::default();
        }
        (state.fit, state.callbacks) = (Some(fit.map_err(js_error)?), Some(Rc::new(callbacks)));
        Ok(())
    }

    /// Runs the fit that was set up for so many batches, at the longest for some milliseconds; returns the last one.
    fn run(&self, batches: usize, milliseconds: Option<f64>) -> Result<Option<BatchEnd>, JsValue> {
        self.state()?.is_fitting = true;
        let last = run(self.shared(), batches, milliseconds);
        let mut state = self.state()?;
        state.is_fitting = false;
        let end = state.fit.as_ref().and_then(Fit::end);
        drop(state);
        warn_of(end);
        last
    }
}

fn fit_state(fit: &Fit, last: Option<BatchEnd>) -> Value {
    let (epoch, batch) = fit.place();
    Value::object([
        ("epoch", Value::count(epoch)),
        ("batch", Value::count(batch)),
        ("batches", Value::count(fit.batches())),
        ("loss", last.map_or(Value::Null, |batch| Value::Number(f64::from(batch.loss)))),
        ("logs", scores_value(fit.logs())),
        ("end", end_value(fit.end())),
    ])
}

/// The history of the fit of a model, if there is one.
pub(in crate::bindings) fn history_of(state: &State) -> JsValue {
    state.fit.as_ref().map_or(JsValue::UNDEFINED, |fit| js(&history_value(fit)))
}

/// A history as a plain object.
pub(in crate::bindings) fn history_value(fit: &Fit) -> Value {
    let history = fit.history();
    let (mut epochs, mut all) = (Vec::new(), Vec::new());
    for &epoch in &history.epoch {
        epochs.push(Value::count(epoch));
    }
    for series in &history.series {
        let mut values = Vec::with_capacity(series.values.len());
        for &value in &series.values {
            values.push(Value::Number(value));
        }
        all.push((series.key.clone(), Value::Array(values)));
    }
    Value::object([("epoch", Value::Array(epochs)), ("history", Value::Object(all)), ("end", end_value(fit.end()))])
}

/// Why a fit is over, as a plain object.
pub(in crate::bindings) fn end_value(end: Option<End>) -> Value {
    end.map_or(Value::Null, End::to_value)
}
