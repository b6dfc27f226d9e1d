//! `fit` that leaves the page its turns.

use super::hooks::Waits;
use super::run::run_batches;
use crate::bindings::convert::js_error;
use crate::bindings::keras::fit::history_of;
use crate::bindings::keras::model::{JsSequential, warn_of};
use crate::bindings::keras::state::{State, borrowed};
use crate::train::Fit;
use crate::{Error, ErrorKind};
use js_sys::futures::{JsFuture, future_to_promise};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

/// After so many milliseconds of training the page has its turn.
const SLICE: f64 = 8.0;

#[wasm_bindgen]
extern "C" {
    type MessageChannel;

    #[wasm_bindgen(constructor)]
    fn new() -> MessageChannel;

    #[wasm_bindgen(method, getter)]
    fn port1(this: &MessageChannel) -> MessagePort;

    #[wasm_bindgen(method, getter)]
    fn port2(this: &MessageChannel) -> MessagePort;

    type MessagePort;

    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &MessagePort, listener: &Function);

    #[wasm_bindgen(method, js_name = postMessage)]
    fn post_message(this: &MessagePort, message: &JsValue);

    #[wasm_bindgen(method)]
    fn close(this: &MessagePort);
}

#[wasm_bindgen(js_class = Sequential)]
impl JsSequential {
    /// `fit` that leaves the page its turns, with the same arguments and the same bits.
    #[wasm_bindgen(js_name = fitAsync, skip_typescript)]
    pub fn fit_async(&self, x: &JsValue, y: &JsValue, options: &JsValue) -> Promise {
        let begun = self.begin([x, y, options]).and_then(|()| {
            self.state()?.is_fitting = true;
            Ok(Rc::downgrade(self.shared()))
        });
        match begun {
            Ok(shared) => future_to_promise(async move {
                let over = run_slices(&shared).await;
                end(&shared)?;
                over?;
                Ok(history_of(&*borrowed(&*upgraded(&shared)?)?))
            }),
            Err(error) => Promise::reject(&error),
        }
    }
}

/// Runs a fit to its end, slice by slice.
async fn run_slices(shared: &Weak<RefCell<State>>) -> Result<(), JsValue> {
    loop {
        // A model that is freed in between ends its fit.
        let state = upgraded(shared)?;
        run_batches(&state, usize::MAX, Some(SLICE), Waits::Yes).await?;
        if borrowed(&state)?.fit.as_ref().and_then(Fit::end).is_some() {
            return Ok(());
        }
        drop(state);
        let_page_have_its_turn().await?;
    }
}

fn end(shared: &Weak<RefCell<State>>) -> Result<(), JsValue> {
    let shared = upgraded(shared)?;
    let mut state = borrowed(&shared)?;
    state.is_fitting = false;
    let end = state.fit.as_ref().and_then(Fit::end);
    drop(state);
    warn_of(end);
    Ok(())
}

fn upgraded(shared: &Weak<RefCell<State>>) -> Result<Rc<RefCell<State>>, JsValue> {
    shared.upgrade().ok_or_else(|| {
        js_error(Error::new(
            ErrorKind::Freed,
            "fitAsync".to_string(),
            "a model that was not freed".to_string(),
            "one that was".to_string(),
        ))
    })
}

/// Waits for a message to itself, before which everything else on the page has its turn; timers would be clamped to 4 ms.
async fn let_page_have_its_turn() -> Result<(), JsValue> {
    let channel = MessageChannel::new();
    let message = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(&resolve);
        channel.port2().post_message(&JsValue::NULL);
    });
    JsFuture::from(message).await?;
    channel.port1().close();
    Ok(())
}
