//! Compiled steps: counted until they pay, instantiated once, and called.

use crate::jit::{Plan, Program};
use crate::nn::Sequential;
use crate::train::{Fit, Span};
use js_sys::WebAssembly::{Instance, Module};
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Batches of a kind of step after which it is compiled. A browser needs milliseconds for that, in which the loops train
/// thousands.
const WORTH: usize = 20_000;

/// Kinds of steps that are remembered.
const REMEMBERED: usize = 8;

#[wasm_bindgen]
extern "C" {
    /// The functions of the module: see [`Program`].
    pub(in crate::bindings) type Functions;

    #[wasm_bindgen(method)]
    fn whole(this: &Functions, order: u32, batches: u32, inputs: u32, targets: u32, learning_rate: f32);

    #[wasm_bindgen(method)]
    fn rest(this: &Functions, order: u32, batches: u32, inputs: u32, targets: u32, learning_rate: f32);
}

/// A kind of step, which models of equal shapes and settings share.
pub(in crate::bindings) enum Step {
    /// The loops train it; so many batches so far.
    Counted(Plan, usize),
    Compiled(Program, Functions),
    /// A policy of the page forbids to compile.
    Forbidden(Plan),
}

thread_local! {
    /// The last kinds of steps that were trained, the newest last.
    static STEPS: RefCell<Vec<Rc<RefCell<Step>>>> = const { RefCell::new(Vec::new()) };
}

/// The step of a fit.
#[derive(Default)]
pub(in crate::bindings) enum Compiled {
    /// Nobody has asked for it yet.
    #[default]
    Unknown,
    /// Only the loops can train it.
    None,
    Of(Rc<RefCell<Step>>),
}

impl Compiled {
    /// Trains as many of the next `batches` as a compiled step takes over, while `go_on` says so; returns how many. One more
    /// is then trained by the loops.
    pub(super) fn train(
        &mut self,
        fit: &mut Fit,
        model: &mut Sequential,
        batches: usize,
        go_on: impl Fn() -> bool,
    ) -> usize {
        if matches!(self, Compiled::Unknown) {
            *self = fit.plan(model).map_or(Compiled::None, |plan| Compiled::Of(remembered(plan)));
        }
        let Compiled::Of(step) = self else { return 0 };
        let (done, is_finite) = step.borrow_mut().train(fit, model, batches, go_on);
        if !is_finite {
            *self = Compiled::None;
        }
        done
    }
}

/// The step of a plan: one that is remembered, or else a new one.
fn remembered(plan: Plan) -> Rc<RefCell<Step>> {
    STEPS.with_borrow_mut(|steps| {
        let known = steps.iter().position(|step| *step.borrow().plan() == plan);
        let step = known.map(|idx| steps.remove(idx)).unwrap_or_else(|| Rc::new(RefCell::new(Step::Counted(plan, 0))));
        if steps.len() == REMEMBERED {
            steps.remove(0);
        }
        steps.push(step.clone());
        step
    })
}

impl Step {
    fn plan(&self) -> &Plan {
        match self {
            Step::Counted(plan, _) | Step::Forbidden(plan) => plan,
            Step::Compiled(program, _) => program.plan(),
        }
    }

    /// As [`Fit::train_compiled`] once it is compiled.
    fn train(
        &mut self,
        fit: &mut Fit,
        model: &mut Sequential,
        batches: usize,
        go_on: impl Fn() -> bool,
    ) -> (usize, bool) {
        if let Step::Counted(_, count) = self {
            *count += 1;
            if *count == WORTH {
                self.compile();
            }
        }
        match self {
            Step::Compiled(program, functions) => {
                fit.train_compiled(model, program, batches, go_on, |span| call(functions, span))
            }
            Step::Counted(..) | Step::Forbidden(_) => (0, true),
        }
    }

    fn compile(&mut self) {
        let program = Program::new(self.plan().clone());
        *self = match instance(&program.module()) {
            Ok(functions) => Step::Compiled(program, functions),
            Err(_) => Step::Forbidden(program.plan().clone()),
        };
    }
}

/// The functions of a module; an error where a policy forbids to compile.
fn instance(module: &[u8]) -> Result<Functions, JsValue> {
    let [space, name] = Program::IMPORT;
    let (imports, own) = (Object::new(), Object::new());
    Reflect::set(&own, &name.into(), &wasm_bindgen::memory())?;
    Reflect::set(&imports, &space.into(), &own)?;
    let instance = Instance::new(&Module::new(&Uint8Array::from(module))?, &imports)?;
    Ok(instance.exports().unchecked_into())
}

fn call(functions: &Functions, span: &Span) {
    let address = |place: *const f32| place as u32;
    let (order, batches) = (span.order.as_ptr() as u32, span.batches as u32);
    let (inputs, targets) = (address(span.inputs.as_ptr()), address(span.targets.as_ptr()));
    if span.is_rest {
        functions.rest(order, batches, inputs, targets, span.learning_rate);
    } else {
        functions.whole(order, batches, inputs, targets, span.learning_rate);
    }
}
