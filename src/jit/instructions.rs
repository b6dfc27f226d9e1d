//! A function that is being written: its locals, and the instructions that a step is made of.

use super::plan::{MOST_ROWS, NUMBER};
use wasm_encoder::{BlockType, Function, InstructionSink, MemArg, MemArgTarget, ValType};

/// Vectors in locals, which each part of a step uses as it likes; after them come the constants.
const VECTORS: usize = 48;

/// The parameters and other locals of the function, and what follows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Local {
    /// Parameter: where the indices of the rows of the batches lie.
    Order,
    /// Parameter: how many batches are left.
    Batches,
    /// Parameter: where the inputs of all rows lie.
    Inputs,
    /// Parameter: where their targets lie.
    Targets,
    /// Parameter: the learning rate.
    Rate,
    /// Where the record of a row lies.
    Record,
    /// Where the indices of the rows of a block lie.
    Block,
    /// How many blocks are left.
    Blocks,
    /// Where a row of inputs lies.
    Row,
    /// What each row of a block has: where its targets lie.
    Target,
    /// The squared errors of a batch.
    Squares = Local::Target as u32 + MOST_ROWS as u32,
    /// Those of a row.
    RowSquares,
    /// The losses of all batches.
    Losses,
    /// `β₁^t`
    Power1,
    /// `β₂^t`
    Power2,
    /// The first of the vectors.
    Vector,
}

/// A function of a training step. Addresses are in bytes.
pub(super) struct Code {
    function: Function,
    /// Where the arena begins.
    arena: usize,
    /// Numbers that are in a vector from the start.
    constants: &'static [f32],
}

impl Code {
    pub(super) fn new(arena: usize, constants: &'static [f32]) -> Self {
        let vectors = VECTORS + constants.len();
        let addresses = Local::Squares as u32 - Local::Record as u32;
        let locals = [(addresses, ValType::I32), (2, ValType::F32), (3, ValType::F64), (vectors as u32, ValType::V128)];
        let mut code = Code { function: Function::new(locals), arena, constants };
        for (idx, &number) in constants.iter().enumerate() {
            code.splat(number);
            code.set_vector(VECTORS + idx);
        }
        code
    }

    /// The function, once it is written.
    pub(super) fn into_function(mut self) -> Function {
        self.put().end();
        self.function
    }

    /// Where a place of the arena lies in the memory.
    pub(super) fn address(&self, place: usize) -> usize {
        self.arena + place * NUMBER
    }

    pub(super) fn put(&mut self) -> InstructionSink<'_> {
        self.function.instructions()
    }

    pub(super) fn get(&mut self, local: Local) {
        self.put().local_get(local as u32);
    }

    pub(super) fn set(&mut self, local: Local) {
        self.put().local_set(local as u32);
    }

    /// The vector in a local.
    pub(super) fn vector(&mut self, idx: usize) {
        self.put().local_get(Local::Vector as u32 + idx as u32);
    }

    pub(super) fn set_vector(&mut self, idx: usize) {
        self.put().local_set(Local::Vector as u32 + idx as u32);
    }

    /// Sets a local and leaves the vector.
    pub(super) fn tee_vector(&mut self, idx: usize) {
        self.put().local_tee(Local::Vector as u32 + idx as u32);
    }

    /// The vector at a place of the arena.
    pub(super) fn load(&mut self, place: usize) {
        let address = self.address(place);
        self.put().i32_const(0).v128_load(at(address));
    }

    /// The number at a place of the arena, four times.
    pub(super) fn load_splat(&mut self, place: usize) {
        let address = self.address(place);
        self.put().i32_const(0).v128_load32_splat(at(address));
    }

    /// What a place of the arena becomes: the vector that `value` leaves.
    pub(super) fn store(&mut self, place: usize, value: impl FnOnce(&mut Code)) {
        self.put().i32_const(0);
        value(self);
        let address = self.address(place);
        self.put().v128_store(at(address));
    }

    /// The vector of a record.
    pub(super) fn load_of_record(&mut self, place: usize) {
        self.get(Local::Record);
        self.put().v128_load(at(place * NUMBER));
    }

    /// The number of a record, four times.
    pub(super) fn load_splat_of_record(&mut self, place: usize) {
        self.get(Local::Record);
        self.put().v128_load32_splat(at(place * NUMBER));
    }

    /// What a vector of a record becomes.
    pub(super) fn store_in_record(&mut self, place: usize, value: impl FnOnce(&mut Code)) {
        self.get(Local::Record);
        value(self);
        self.put().v128_store(at(place * NUMBER));
    }

    /// What a number of a record becomes: a lane of a vector in a local.
    pub(super) fn store_lane_in_record(&mut self, place: usize, vector: usize, lane: usize) {
        self.get(Local::Record);
        self.vector(vector);
        self.put().v128_store32_lane(at(place * NUMBER), lane as u8);
    }

    /// Up to four numbers from an address in a local on; 0 in the lanes after them. Nothing else is read.
    pub(super) fn load_some(&mut self, local: u32, place: usize, count: usize) {
        let place = |number: usize| at((place + number) * NUMBER);
        if count >= 4 {
            self.put().local_get(local).v128_load(place(0));
            return;
        }
        if count == 3 {
            self.put().local_get(local);
        }
        self.put().local_get(local);
        if count == 1 {
            self.put().v128_load32_zero(place(0));
        } else {
            self.put().v128_load64_zero(place(0));
        }
        if count == 3 {
            self.put().v128_load32_lane(place(2), 2);
        }
    }

    /// A number, four times.
    pub(super) fn splat(&mut self, number: f32) {
        self.put().f32_const(number.into()).f32x4_splat();
    }

    /// One of the constants, four times.
    pub(super) fn constant(&mut self, number: f32) {
        let idx = self.constants.iter().position(|constant| constant.to_bits() == number.to_bits());
        self.vector(VECTORS + idx.unwrap_or(0));
    }

    /// Does something as often as the local says, at least once; counts it down.
    pub(super) fn repeat(&mut self, local: Local, body: impl FnOnce(&mut Code)) {
        self.put().loop_(BlockType::Empty);
        body(self);
        self.get(local);
        let local = local as u32;
        self.put().i32_const(1).i32_sub().local_tee(local).br_if(0).end();
    }

    /// Moves an address in a local on.
    pub(super) fn advance(&mut self, local: Local, bytes: usize) {
        self.get(local);
        self.put().i32_const(bytes as i32).i32_add();
        self.set(local);
    }
}

/// An address with its offset; numbers need not lie at the begin of a vector.
pub(super) fn at(offset: usize) -> MemArg {
    MemArg { offset: offset as u64, align: 2, target: MemArgTarget::Memory(0), ordering: None }
}
