//! A compiled step: the module as bytes, and the memory in which it works.

use super::activation::CONSTANTS;
use super::gradients::{write_bias_correction, write_settings, write_updates};
use super::instructions::{Code, Local, at};
use super::plan::{Plan, whole};
use super::rows::write_rows;
use crate::nn::Sequential;
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, MemoryType, Module,
    TypeSection, ValType,
};

/// The step of a model, with a copy of its weights and of its optimizer's state.
///
/// Its module imports the engine's `memory` and has a function for whole batches and one for a last batch that is smaller:
/// `(order, batches, inputs, targets, learning rate)`, the first, third and fourth of them addresses. It checks nothing:
/// numbers that are not finite make all that follow not finite either.
#[derive(Debug)]
pub(crate) struct Program {
    plan: Plan,
    arena: Vec<f32>,
    /// Where in it the first whole line of the cache begins.
    begin: usize,
    /// The sum of the losses, each times the rows of its batch, and `β₁^t` and `β₂^t`.
    doubles: [Vec<f64>; 2],
    /// What [`Program::restore`] goes back to.
    kept: Vec<f32>,
}

/// Numbers of a line of the cache.
const LINE: usize = 16;

impl Program {
    /// The exported functions, for whole batches and for a last one with fewer rows.
    pub(crate) const WHOLE: &'static str = "whole";
    pub(crate) const REST: &'static str = "rest";
    /// What is imported.
    pub(crate) const IMPORT: [&'static str; 2] = ["glassnet", "memory"];

    /// Makes room for a step.
    pub(crate) fn new(plan: Plan) -> Program {
        let arena = vec![0.0; plan.length + LINE];
        let begin = arena.as_ptr().align_offset(LINE * size_of::<f32>()).min(LINE);
        let kept = vec![0.0; plan.parameters * (1 + plan.slots)];
        Program { plan, arena, begin, doubles: [vec![0.0; 3], vec![0.0; 3]], kept }
    }

    /// What it is made of.
    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The module.
    pub(crate) fn module(&self) -> Vec<u8> {
        let mut types = TypeSection::new();
        let parameters = [ValType::I32, ValType::I32, ValType::I32, ValType::I32, ValType::F32];
        types.ty().function(parameters, []);
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        let mut imports = ImportSection::new();
        let [space, name] = Program::IMPORT;
        imports.import(space, name, EntityType::Memory(memory));
        let (mut functions, mut exports, mut codes) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for (idx, (name, rows)) in [Program::WHOLE, Program::REST].into_iter().zip(self.plan.rows).enumerate() {
            if rows > 0 {
                functions.function(0);
                exports.export(name, ExportKind::Func, idx as u32);
                codes.function(&self.function(rows));
            }
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&codes);
        module.finish()
    }

    /// The function that trains batches of `rows`.
    fn function(&self, rows: usize) -> wasm_encoder::Function {
        let plan = &self.plan;
        let arena = self.arena[self.begin..].as_ptr() as usize;
        let doubles = self.doubles[0].as_ptr() as usize;
        let mut code = Code::new(arena, &CONSTANTS);
        let carried = [Local::Losses, Local::Power1, Local::Power2];
        write_settings(&mut code, plan);
        for (idx, local) in carried.into_iter().enumerate() {
            code.put().i32_const(0).f64_load(at(doubles + idx * size_of::<f64>()));
            code.set(local);
        }
        code.repeat(Local::Batches, |code| {
            write_rows(code, plan, rows);
            code.get(Local::Losses);
            code.get(Local::Squares);
            let rows_single = (rows as f32).into();
            code.put().f32_const(rows_single).f32_div().f64_promote_f32().f64_const((rows as f64).into());
            code.put().f64_mul().f64_add();
            code.set(Local::Losses);
            write_bias_correction(code, plan);
            write_updates(code, plan, rows);
            code.advance(Local::Order, rows * size_of::<u32>());
        });
        for (idx, local) in carried.into_iter().enumerate() {
            code.put().i32_const(0);
            code.get(local);
            code.put().f64_store(at(doubles + idx * size_of::<f64>()));
        }
        code.into_function()
    }

    /// Takes weights and state of the model over.
    pub(crate) fn load(&mut self, model: &mut Sequential) {
        let Program { plan, arena, begin, doubles: [doubles, _], .. } = self;
        let arena = &mut arena[*begin..];
        let trained = model.trained();
        let count = trained.parameters.len();
        plan.each_run(|from, to, length| {
            for (arena, number) in arena[to..][..length].iter_mut().zip(&trained.parameters[from..]) {
                // The loops make 0 of -0 too, as a step begins with the weight decay.
                *arena = number + 0.0;
            }
            for slot in 0..plan.slots {
                let place = (slot + 1) * plan.parameters + to;
                arena[place..][..length].copy_from_slice(&trained.slots[slot * count + from..][..length]);
            }
        });
        for layer in &plan.layers {
            for at in (0..layer.inputs * layer.units).filter(|_| layer.transposed.is_some()) {
                let (input, unit) = (at / layer.units, at % layer.units);
                let to = layer.transposed.unwrap_or(0) + unit * whole(layer.inputs) + input;
                arena[to] = arena[layer.kernel + input * whole(layer.units) + unit];
            }
        }
        [doubles[1], doubles[2]] = trained.powers;
    }

    /// Gives the model its weights and its state after so many steps.
    pub(crate) fn store(&self, model: &mut Sequential, steps: usize) {
        let Program { plan, doubles: [doubles, _], .. } = self;
        let arena = &self.arena[self.begin..];
        let trained = model.trained();
        let count = trained.parameters.len();
        plan.each_run(|to, from, length| {
            trained.parameters[to..][..length].copy_from_slice(&arena[from..][..length]);
            for slot in 0..plan.slots {
                let place = (slot + 1) * plan.parameters + from;
                trained.slots[slot * count + to..][..length].copy_from_slice(&arena[place..][..length]);
            }
        });
        model.count_steps(steps, [doubles[1], doubles[2]]);
    }

    /// Keeps weights and state for [`Program::restore`], and has the losses added to a sum.
    pub(crate) fn keep(&mut self, losses: f64) {
        let Program { arena, begin, kept, doubles: [doubles, kept_doubles], .. } = self;
        let length = kept.len();
        kept.copy_from_slice(&arena[*begin..][..length]);
        doubles[0] = losses;
        kept_doubles.copy_from_slice(doubles);
    }

    /// Goes back to what was kept, to be stored: transposed kernels stay what they are.
    pub(crate) fn restore(&mut self) {
        let Program { arena, begin, kept, doubles: [doubles, kept_doubles], .. } = self;
        arena[*begin..][..kept.len()].copy_from_slice(kept);
        doubles.copy_from_slice(kept_doubles);
    }

    /// The sum of the losses, each times the rows of its batch; none where a weight is not finite any more.
    pub(crate) fn losses(&self) -> Option<f64> {
        let mut is_finite = true;
        let arena = &self.arena[self.begin..];
        self.plan.each_run(|_, place, length| is_finite &= glassnet_kernels::are_finite(&arena[place..][..length]));
        is_finite.then_some(self.doubles[0][0])
    }
}
