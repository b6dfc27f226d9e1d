//! A training step that is compiled for one network while the page runs.
//!
//! The loops of `glassnet-kernels` fit every shape, and pay for it: calls, ends of blocks, checks of lengths. For a small
//! network that is trained often enough, [`Program`] writes a WebAssembly module whose code knows it all: shapes and
//! addresses are constants, the products of rows are straight-line SIMD, and weights are updated where their gradients are
//! summed up. The module works in the engine's memory.
//!
//! The bits are those of the loops: each sum has its products in the same order, from the same operands. A first product is
//! not added to 0, which would make -0 to 0; that sign reaches no weight, as what is subtracted from a weight of 0 makes no
//! difference, whatever its sign.

mod plan;
mod instructions;
mod activation;
mod rows;
mod gradients;
mod program;

pub(crate) use plan::Plan;
pub(crate) use program::Program;
