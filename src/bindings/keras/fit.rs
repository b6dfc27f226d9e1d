//! `fit` from JavaScript, at once or batch by batch.

use super::arguments::dataset_and_options;
use super::clock::Clock;
use super::model::{JsSequential, scores_value, warn_of};
use super::state::State;
use crate::bindings::convert::{count, function, js_error, value};
#[cfg(feature = "full")]
use crate::bindings::full::print::Printer;
use crate::bindings::record::js;
use crate::data::Dataset;
use crate::train::{BatchEnd, End, Fit, FitConfig};
use crate::{Error, Value};
use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// Trains for all epochs at once, as Keras's `fit`, on `(x, y, options)` or `(dataset, options)`. Returns the history.
    #[wasm_bindgen(skip_typescript)]
    pub fn fit(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (dataset, options) = dataset_and_options(x, y, options)?;
        let callbacks = Callbacks::read(options)?;
        self.begin(dataset, [x, y], options)?;
        self.run_fit(callbacks)
    }

    /// Sets a fit up, of the same arguments, that is then driven by `fitFor`.
    #[wasm_bindgen(js_name = beginFit, skip_typescript)]
    pub fn begin_fit(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Result<(), JsValue> {
        let (dataset, options) = dataset_and_options(x, y, options)?;
        self.begin(dataset, [x, y], options)
    }

    /// Goes on with the fit for some batches, at the longest for some milliseconds. Returns where it is.
    #[wasm_bindgen(js_name = fitFor, unchecked_return_type = "FitState")]
    pub fn fit_for(&self, batches: f64, milliseconds: Option<f64>) -> Result<JsValue, JsValue> {
        let batches = count("batches", batches).map_err(js_error)?;
        let mut state = self.state()?;
        state.check_not_fitting("fitFor")?;
        let State { model: Some(model), fit: Some(fit), .. } = &mut *state else {
            return Err(js_error(Error::shape("fit", "beginFit before fitFor", "no fit")));
        };
        let clock = Clock::start();
        let mut last = None;
        for _ in 0..batches {
            let Some(batch) = fit.batch(model) else { break };
            last = Some(batch);
            if !clock.within(milliseconds) {
                break;
            }
        }
        warn_of(fit.end());
        Ok(js(&fit_state(fit, last)))
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
        Ok(self.state()?.fit.as_ref().map_or(JsValue::UNDEFINED, |fit| js(&history_value(fit))))
    }
}

impl JsSequential {
    fn begin(&self, dataset: Option<Dataset>, [x, y]: [&JsValue; 2], options: &JsValue) -> Result<(), JsValue> {
        let config = FitConfig::read(&value(options)).map_err(js_error)?;
        let rows = if dataset.is_none() { self.rows(x, y)? } else { Default::default() };
        let mut state = self.state()?;
        state.check_not_fitting("fit")?;
        let fit = match dataset {
            Some(dataset) => Fit::on_dataset(state.built()?, dataset, config),
            None => Fit::from_row_major(state.built()?, rows.0, rows.1, config),
        };
        state.fit = Some(fit.map_err(js_error)?);
        Ok(())
    }

    /// Runs the fit that was set up to its end, or to where a callback stops it.
    fn run_fit(&self, mut callbacks: Callbacks) -> Result<JsValue, JsValue> {
        #[cfg(feature = "full")]
        callbacks.printer.start();
        self.state()?.is_fitting = true;
        let over = if callbacks.is_empty() { self.run_batches() } else { self.run_calling(&mut callbacks) };
        let mut state = self.state()?;
        state.is_fitting = false;
        let end = state.fit.as_ref().and_then(Fit::end);
        drop(state);
        warn_of(end);
        over.and_then(|()| self.history())
    }

    /// Runs all batches.
    fn run_batches(&self) -> Result<(), JsValue> {
        let mut state = self.state()?;
        let State { model: Some(model), fit: Some(fit), .. } = &mut *state else { return Ok(()) };
        while fit.batch(model).is_some() {}
        Ok(())
    }

    /// Runs batch after batch and calls back between them, when callbacks may use the model.
    fn run_calling(&self, callbacks: &mut Callbacks) -> Result<(), JsValue> {
        loop {
            let mut state = self.state()?;
            let State { model: Some(model), fit: Some(fit), .. } = &mut *state else { return Ok(()) };
            let Some(batch) = fit.batch(model) else { return Ok(()) };
            #[cfg(feature = "full")]
            let lines = callbacks.printer.lines(fit, &batch);
            let logs = js(&scores_value(fit.logs()));
            drop(state);
            #[cfg(feature = "full")]
            callbacks.printer.print_all(&lines)?;
            if !callbacks.batch(&batch, &logs)? {
                return Ok(());
            }
        }
    }
}

/// The callbacks of a fit.
struct Callbacks {
    #[cfg(feature = "full")]
    printer: Printer,
    on_batch_end: Option<Function>,
    on_epoch_end: Option<Function>,
}

impl Callbacks {
    fn read(options: &JsValue) -> Result<Self, JsValue> {
        let function = |name: &str| function(options, name).map_err(js_error);
        Ok(Callbacks {
            #[cfg(feature = "full")]
            printer: Printer::read(options)?,
            on_batch_end: function("onBatchEnd")?,
            on_epoch_end: function("onEpochEnd")?,
        })
    }

    /// Whether there is nothing to print and no callback to call.
    fn is_empty(&self) -> bool {
        #[cfg(feature = "full")]
        if !self.printer.is_silent() {
            return false;
        }
        self.on_batch_end.is_none() && self.on_epoch_end.is_none()
    }

    /// Calls the callbacks after a batch; returns whether to go on. What a callback throws ends the fit.
    fn batch(&self, batch: &BatchEnd, logs: &JsValue) -> Result<bool, JsValue> {
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
