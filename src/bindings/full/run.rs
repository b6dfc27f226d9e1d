//! Batches of a fit, around which it calls back and prints.

use super::hooks::{Hooks, Moment, Waits};
use super::print::Printer;
use super::schedule::follow;
use super::seed::seeded;
use crate::bindings::convert::{js_error, value};
use crate::bindings::keras::clock::Clock;
use crate::bindings::keras::model::scores_value;
use crate::bindings::keras::state::{State, borrowed};
use crate::bindings::record::js;
use crate::nn::Schedule;
use crate::train::{BatchEnd, Fit, FitConfig, Part};
use crate::{Error, ErrorKind, Value};
use js_sys::{Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;

/// What a fit calls back and prints.
pub(in crate::bindings) struct Callbacks {
    printer: RefCell<Printer>,
    hooks: Vec<Hooks>,
    /// An `AbortSignal`, or undefined.
    signal: JsValue,
    has_begun: Cell<bool>,
    has_ended: Cell<bool>,
}

impl Callbacks {
    /// Reads the options of a fit: its configuration and its callbacks.
    pub(in crate::bindings) fn read(options: &JsValue) -> Result<(FitConfig, Self), JsValue> {
        let (settings, given) = split(options)?;
        let config = FitConfig::read(&settings).map_err(js_error)?;
        let mut hooks = vec![Hooks::of_options(options)?];
        for (what, class, callback) in given {
            hooks.push(Hooks::of_callback(&what, &class, &callback)?);
        }
        hooks.retain(|hooks| !hooks.is_empty());
        let callbacks = Callbacks {
            printer: RefCell::new(Printer::of(&settings, options)?),
            hooks,
            signal: signal_of(options)?,
            has_begun: Cell::new(false),
            has_ended: Cell::new(false),
        };
        Ok((config, callbacks))
    }

    /// Rejects a schedule where a callback sets the learning rate, as Keras does.
    pub(in crate::bindings) fn check(&self, state: &State) -> Result<(), JsValue> {
        let is_set = self.hooks.iter().any(Hooks::sets_learning_rate);
        let is_number = |state: &State| {
            let rate = state.model.as_ref().map(|model| &model.optimizer().learning_rate);
            state.schedule.is_none() && matches!(rate, Some(Schedule::Constant(_)))
        };
        if is_set && !is_number(state) {
            let expected = "a number, as LearningRateScheduler changes it";
            return Err(js_error(Error::shape("learningRate", expected, "a schedule")));
        }
        Ok(())
    }

    /// Whether there is nothing to call and nothing to print.
    fn is_empty(&self) -> bool {
        self.hooks.is_empty() && self.signal.is_undefined() && self.printer.borrow().is_silent()
    }

    /// Throws the reason of the signal, once it was aborted.
    fn check_signal(&self) -> Result<(), JsValue> {
        let get = |name: &str| Reflect::get(&self.signal, &name.into());
        if self.signal.is_undefined() || get("aborted")?.is_falsy() { Ok(()) } else { Err(get("reason")?) }
    }

    /// Calls the functions of a moment; returns whether to go on.
    async fn call(&self, moment: Moment, arguments: &Array, waits: Waits) -> Result<bool, JsValue> {
        let mut go_on = true;
        for hooks in &self.hooks {
            go_on &= hooks.call(moment, arguments, waits).await?;
        }
        Ok(go_on)
    }

    /// Calls back before a batch; returns whether to go on.
    async fn before(&self, shared: &RefCell<State>, [epoch, batch]: [usize; 2], waits: Waits) -> Result<bool, JsValue> {
        self.check_signal()?;
        let mut go_on = true;
        if !self.has_begun.replace(true) {
            self.printer.borrow_mut().start();
            go_on &= self.call(Moment::TrainBegin, &Array::new(), waits).await?;
        }
        if batch == 0 {
            self.hooks.iter().try_for_each(|hooks| hooks.schedule(shared, epoch))?;
            go_on &= self.call(Moment::EpochBegin, &at(epoch), waits).await?;
        }
        Ok(go_on && self.call(Moment::BatchBegin, &at(batch), waits).await?)
    }

    /// Calls back after a batch; returns whether to go on.
    async fn after(&self, batch: &BatchEnd, logs: &Logs, waits: Waits) -> Result<bool, JsValue> {
        let go_on = self.call(Moment::BatchEnd, &with_logs(batch.batch, &logs.batch), waits).await?;
        if !batch.epoch_over {
            return Ok(go_on);
        }
        Ok(self.call(Moment::EpochEnd, &with_logs(batch.epoch, &logs.epoch), waits).await? && go_on)
    }
}

/// What callbacks are told after a batch.
struct Logs {
    /// Loss and metrics of training.
    batch: JsValue,
    /// Those of validation too, once the epoch is over.
    epoch: JsValue,
}

fn at(place: usize) -> Array {
    Array::of1(&JsValue::from_f64(place as f64))
}

fn with_logs(place: usize, logs: &JsValue) -> Array {
    Array::of2(&JsValue::from_f64(place as f64), logs)
}

/// Callbacks of the caller with where they stand and their class.
type Given = Vec<(String, String, JsValue)>;

/// The options as the engine reads them, and the callbacks. What belongs to a callback of the caller is not looked at: it may
/// hold anything.
fn split(options: &JsValue) -> Result<(Value, Given), JsValue> {
    if !options.is_object() {
        // Nothing is as good as an object without fields.
        let mut settings = if options.is_undefined() { Value::Object(Vec::new()) } else { value(options) };
        seeded(&mut settings);
        return Ok((settings, Vec::new()));
    }
    let (plain, mut given, mut read) = (Object::new(), Vec::new(), Value::Null);
    for key in Object::keys(options.unchecked_ref::<Object>()).iter() {
        let (name, field) = (key.as_string().unwrap_or_default(), Reflect::get(options, &key)?);
        match name.as_str() {
            "callbacks" => read = read_callbacks(&field, &mut given)?,
            "signal" => {}
            _ => drop(Reflect::set(&plain, &key, &field)?),
        }
    }
    let mut settings = value(&plain);
    if let Value::Object(fields) = &mut settings {
        fields.push(("callbacks".to_string(), read));
    }
    seeded(&mut settings);
    Ok((settings, given))
}

fn read_callbacks(callbacks: &JsValue, given: &mut Given) -> Result<Value, JsValue> {
    let Some(list) = callbacks.dyn_ref::<Array>() else {
        return read_callback("callbacks".to_string(), callbacks, given);
    };
    let read = list.iter().enumerate().map(|(idx, item)| read_callback(format!("callbacks[{idx}]"), &item, given));
    Ok(Value::Array(read.collect::<Result<_, _>>()?))
}

fn read_callback(what: String, callback: &JsValue, given: &mut Given) -> Result<Value, JsValue> {
    if !callback.is_object() {
        return Ok(value(callback));
    }
    let class = Reflect::get(callback, &"type".into())?.as_string().unwrap_or_default();
    let read = if class.is_empty() || class == "LambdaCallback" { Value::Object(Vec::new()) } else { value(callback) };
    given.push((what, class, callback.clone()));
    Ok(read)
}

/// The signal that aborts a fit.
fn signal_of(options: &JsValue) -> Result<JsValue, JsValue> {
    let signal = if options.is_object() { Reflect::get(options, &"signal".into())? } else { JsValue::UNDEFINED };
    let is_signal = || Reflect::get(&signal, &"aborted".into()).is_ok_and(|aborted| aborted.as_bool().is_some());
    if signal.is_undefined() || signal.is_object() && is_signal() {
        return Ok(signal);
    }
    let received = value(&signal).describe();
    Err(js_error(Error::new(ErrorKind::InvalidConfig, "signal".into(), "an AbortSignal".into(), received)))
}

/// Trains so many batches, at the longest for some milliseconds; returns the last one.
pub(in crate::bindings) fn run(
    shared: &Rc<RefCell<State>>,
    batches: usize,
    milliseconds: Option<f64>,
) -> Result<Option<BatchEnd>, JsValue> {
    // Without promises to wait for it is over at once.
    let future = pin!(run_batches(shared, batches, milliseconds, Waits::No));
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(last) => last,
        Poll::Pending => Ok(None),
    }
}

/// [`run`], which waits for the promises of callbacks in `fitAsync`.
pub(super) async fn run_batches(
    shared: &RefCell<State>,
    batches: usize,
    milliseconds: Option<f64>,
    waits: Waits,
) -> Result<Option<BatchEnd>, JsValue> {
    let clock = Clock::start();
    let Some(callbacks) = borrowed(shared)?.callbacks.clone() else { return Ok(None) };
    let within = || clock.within(milliseconds);
    // `fitFor` tells of whole batches.
    let within_validation = || waits == Waits::No || within();
    if callbacks.is_empty() && borrowed(shared)?.schedule.is_none() {
        return run_uninterrupted(shared, batches, within, within_validation);
    }
    let mut last = None;
    for _ in 0..batches {
        let Some(place) = next_place(shared)? else { break };
        let is_validating = borrowed(shared)?.fit.as_ref().is_some_and(Fit::is_validating);
        let go_on = is_validating || callbacks.is_empty() || callbacks.before(shared, place, waits).await?;
        if go_on {
            if !is_validating {
                follow(shared)?;
            }
            let Some((batch, logs)) = train_batch(shared, &callbacks, within_validation)? else { break };
            if !callbacks.is_empty() && !callbacks.after(&batch, &logs, waits).await? {
                stop(shared)?;
            }
            last = Some(batch);
        } else {
            stop(shared)?;
        }
        if !within() {
            break;
        }
    }
    if next_place(shared)?.is_none() && !callbacks.has_ended.replace(true) {
        let logs = borrowed(shared)?.fit.as_ref().map_or(JsValue::UNDEFINED, |fit| js(&scores_value(fit.logs())));
        callbacks.call(Moment::TrainEnd, &Array::of1(&logs), waits).await?;
    }
    Ok(last)
}

/// [`run_batches`] where there is nothing to call and nothing to print.
fn run_uninterrupted(
    shared: &RefCell<State>,
    batches: usize,
    within: impl Fn() -> bool,
    within_validation: impl Fn() -> bool,
) -> Result<Option<BatchEnd>, JsValue> {
    let mut state = borrowed(shared)?;
    let State { model: Some(model), fit: Some(fit), compiled, .. } = &mut *state else { return Ok(None) };
    let (mut last, mut left) = (None, batches);
    while left > 0 {
        left -= 1 + compiled.train(fit, model, left - 1, &within);
        let Part::Batch(batch) = fit.batch_in_parts(model, &within_validation) else { break };
        last = Some(batch);
        if !within() {
            break;
        }
    }
    Ok(last)
}

/// The epoch and the batch that come next; none once the fit is over.
fn next_place(shared: &RefCell<State>) -> Result<Option<[usize; 2]>, JsValue> {
    let state = borrowed(shared)?;
    let fit = state.fit.as_ref().filter(|fit| fit.end().is_none());
    Ok(fit.map(|fit| fit.place().into()))
}

fn stop(shared: &RefCell<State>) -> Result<(), JsValue> {
    borrowed(shared)?.fit.iter_mut().for_each(Fit::stop);
    Ok(())
}

/// Trains a batch, or goes on with a validation, and prints its lines; returns it with its logs, which nobody asks for
/// without callbacks; nothing of a validation that `within` paused.
fn train_batch(
    shared: &RefCell<State>,
    callbacks: &Callbacks,
    within: impl Fn() -> bool,
) -> Result<Option<(BatchEnd, Logs)>, JsValue> {
    let mut state = borrowed(shared)?;
    let State { model: Some(model), fit: Some(fit), .. } = &mut *state else { return Ok(None) };
    let Part::Batch(batch) = fit.batch_in_parts(model, within) else { return Ok(None) };
    if callbacks.is_empty() {
        return Ok(Some((batch, Logs { batch: JsValue::UNDEFINED, epoch: JsValue::UNDEFINED })));
    }
    let lines = callbacks.printer.borrow_mut().lines(fit, &batch);
    let scores = fit.logs();
    let trained = scores.iter().take(1 + model.metrics().len()).cloned().collect();
    let logs = Logs { batch: js(&scores_value(trained)), epoch: js(&scores_value(scores)) };
    // What prints may use the model.
    drop(state);
    callbacks.printer.borrow().print_all(&lines)?;
    Ok(Some((batch, logs)))
}
