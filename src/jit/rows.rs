//! What a step computes for each row: the forward pass, the loss, and the backward pass to every `dL/dz`. It is written for
//! a block of rows, whose sums are computed side by side, in the record of each.

use super::activation::{activate, slope};
use super::instructions::{Code, Local, at};
use super::plan::{LANES, Layer, MOST_ROWS, NUMBER, Plan, vectors, whole};
use std::ops::Range;

/// Rows of a block of larger batches.
const BLOCK: usize = 4;
/// The most sums side by side: with their operands they fill the registers.
const SUMS: usize = 10;

/// Places of vectors in locals.
const LEFT: usize = 10;
const RIGHT: usize = 11;
const PRODUCTS: usize = 21;
const HALVES: usize = 25;
const OUTPUTS: usize = 29;
const ERROR: usize = 31;

/// Writes what is computed for the rows of a batch.
pub(super) fn write_rows(code: &mut Code, plan: &Plan, rows: usize) {
    code.get(Local::Order);
    code.set(Local::Block);
    code.put().f32_const(0.0.into());
    code.set(Local::Squares);
    over_rows(code, plan, rows, MOST_ROWS, |code, block, total| {
        write_block(code, plan, block, total);
        code.advance(Local::Block, block * size_of::<u32>());
    });
}

/// Writes code for all rows of a batch: for all at once where they are few, else for blocks in a loop and then for the
/// rows that are left. `Record` is the record of the first row of each.
pub(super) fn over_rows(
    code: &mut Code,
    plan: &Plan,
    rows: usize,
    few: usize,
    mut write: impl FnMut(&mut Code, usize, usize),
) {
    let records = code.address(plan.records) as i32;
    code.put().i32_const(records);
    code.set(Local::Record);
    if rows <= few {
        return write(code, rows, rows);
    }
    code.put().i32_const((rows / BLOCK) as i32);
    code.set(Local::Blocks);
    code.repeat(Local::Blocks, |code| {
        write(code, BLOCK, rows);
        code.advance(Local::Record, BLOCK * plan.record * NUMBER);
    });
    let left = rows % BLOCK;
    if left > 0 {
        write(code, left, rows);
    }
}

/// Writes the passes of a block of rows of a batch of `total`.
fn write_block(code: &mut Code, plan: &Plan, block: usize, total: usize) {
    let Some(last) = plan.layers.last() else { return };
    let rows = Rows { plan, block: 0..block };
    rows.copy_inputs(code, last.units);
    for layer in &plan.layers {
        if layer.is_single() { rows.single_forward(code, layer) } else { rows.forward(code, layer) }
    }
    // As the loops compute it.
    let factor = 2.0 * (1.0 / total as f32 / last.units as f32);
    if last.is_single() {
        rows.single_loss(code, last, factor)
    } else {
        rows.loss(code, last, factor)
    }
    for pair in plan.layers.windows(2).rev() {
        let [former, layer] = pair else { continue };
        if layer.is_single() { rows.single_backward(code, former, layer) } else { rows.backward(code, former, layer) }
    }
}

struct Rows<'a> {
    plan: &'a Plan,
    block: Range<usize>,
}

impl Rows<'_> {
    /// Where the number of a row is found from the first record on.
    fn place(&self, row: usize, place: usize) -> usize {
        row * self.plan.record + place
    }

    /// Copies the inputs of each row into its record, and finds its targets.
    fn copy_inputs(&self, code: &mut Code, targets: usize) {
        let features = self.plan.layers.first().map_or(0, |layer| layer.inputs);
        for row in self.block.clone() {
            let begin = |code: &mut Code, of: Local, width: usize| {
                code.get(Local::Block);
                code.put().i32_load(at(row * size_of::<u32>())).i32_const((width * NUMBER) as i32).i32_mul();
                code.get(of);
                code.put().i32_add();
            };
            begin(code, Local::Inputs, features);
            code.set(Local::Row);
            for first in (0..features).step_by(LANES) {
                code.store_in_record(self.place(row, first), |code| {
                    code.load_some(Local::Row as u32, first, features - first);
                });
            }
            begin(code, Local::Targets, targets);
            code.put().local_set(Local::Target as u32 + row as u32);
        }
    }

    /// Products of `count` numbers of each row, from a place in its record on, with as many rows of vectors, which lie at
    /// `right`. `then` is told of the sum on the stack: of which row, and which vector it is.
    fn products(
        &self,
        code: &mut Code,
        [left, count]: [usize; 2],
        [right, width]: [usize; 2],
        mut then: impl FnMut(&mut Code, usize, usize),
    ) {
        let side_by_side = (SUMS / self.block.len()).clamp(1, 4);
        for first in (0..vectors(width)).step_by(side_by_side) {
            let some = first..vectors(width).min(first + side_by_side);
            let sum = |row: usize, vector: usize| row * some.len() + vector - first;
            for term in 0..count {
                for vector in some.clone() {
                    code.load(right + term * whole(width) + vector * LANES);
                    code.set_vector(RIGHT + vector - first);
                }
                for row in self.block.clone() {
                    code.load_splat_of_record(self.place(row, left + term));
                    code.set_vector(LEFT);
                    for vector in some.clone() {
                        if term > 0 {
                            code.vector(sum(row, vector));
                        }
                        code.vector(RIGHT + vector - first);
                        code.vector(LEFT);
                        code.put().f32x4_mul();
                        if term > 0 {
                            code.put().f32x4_add();
                        }
                        code.set_vector(sum(row, vector));
                    }
                }
            }
            for row in self.block.clone() {
                for vector in some.clone() {
                    code.get(Local::Record);
                    code.vector(sum(row, vector));
                    then(code, row, vector);
                }
            }
        }
    }

    /// `a = activation(x · kernel + bias)`
    fn forward(&self, code: &mut Code, layer: &Layer) {
        let &Layer { incoming, inputs, kernel, units, .. } = layer;
        self.products(code, [incoming, inputs], [kernel, units], |code, row, vector| {
            if let Some(bias) = layer.bias {
                code.load(bias + vector * LANES);
                code.put().f32x4_add();
            }
            activate(code, layer.activation);
            code.put().v128_store(at(self.place(row, layer.outputs + vector * LANES) * NUMBER));
        });
    }

    /// The same for a layer of one unit, four rows at a time: the products of each are computed side by side and transposed,
    /// so that the sums of the rows are.
    fn single_forward(&self, code: &mut Code, layer: &Layer) {
        for (group, first) in self.block.clone().step_by(LANES).enumerate() {
            let rows = first..self.block.end.min(first + LANES);
            for input in (0..layer.inputs).step_by(LANES) {
                code.load(layer.kernel + input);
                code.set_vector(RIGHT);
                for row in rows.clone() {
                    code.load_of_record(self.place(row, layer.incoming + input));
                    code.vector(RIGHT);
                    code.put().f32x4_mul();
                    code.set_vector(PRODUCTS + row - first);
                }
                transpose(code, rows.len());
                for lane in 0..LANES.min(layer.inputs - input) {
                    if input + lane > 0 {
                        code.vector(OUTPUTS + group);
                    }
                    code.vector(PRODUCTS + lane);
                    if input + lane > 0 {
                        code.put().f32x4_add();
                    }
                    code.set_vector(OUTPUTS + group);
                }
            }
            code.vector(OUTPUTS + group);
            if let Some(bias) = layer.bias {
                code.load_splat(bias);
                code.put().f32x4_add();
            }
            activate(code, layer.activation);
            code.set_vector(OUTPUTS + group);
            for row in rows {
                code.store_lane_in_record(self.place(row, layer.outputs), OUTPUTS + group, row - first);
            }
        }
    }

    /// The squared errors of rows with one output, and `dL/dz` of the last layer.
    fn single_loss(&self, code: &mut Code, last: &Layer, factor: f32) {
        for (group, first) in self.block.clone().step_by(LANES).enumerate() {
            let rows = first..self.block.end.min(first + LANES);
            let target = |row: usize| Local::Target as u32 + row as u32;
            code.vector(OUTPUTS + group);
            for row in rows.clone() {
                if row == first {
                    code.put().local_get(target(row)).v128_load32_zero(at(0));
                } else {
                    code.set_vector(ERROR);
                    code.put().local_get(target(row));
                    code.vector(ERROR);
                    code.put().v128_load32_lane(at(0), (row - first) as u8);
                }
            }
            code.put().f32x4_sub();
            code.tee_vector(ERROR);
            code.vector(ERROR);
            code.put().f32x4_mul();
            code.set_vector(LEFT);
            for row in rows.clone() {
                self.add_lane(code, Local::Squares, LEFT, row - first);
            }
            code.vector(ERROR);
            code.splat(factor);
            code.put().f32x4_mul();
            slope(code, last.activation, |code| code.vector(OUTPUTS + group));
            code.set_vector(ERROR);
            for row in rows {
                code.store_lane_in_record(self.place(row, last.d_pre), ERROR, row - first);
            }
        }
    }

    /// The squared errors of rows with several outputs, and `dL/dz` of the last layer.
    fn loss(&self, code: &mut Code, last: &Layer, factor: f32) {
        for row in self.block.clone() {
            code.put().f32_const(0.0.into());
            code.set(Local::RowSquares);
            for first in (0..last.units).step_by(LANES) {
                let count = LANES.min(last.units - first);
                code.load_of_record(self.place(row, last.outputs + first));
                code.load_some(Local::Target as u32 + row as u32, first, count);
                code.put().f32x4_sub();
                code.tee_vector(ERROR);
                code.vector(ERROR);
                code.put().f32x4_mul();
                code.set_vector(LEFT);
                for lane in 0..count {
                    self.add_lane(code, Local::RowSquares, LEFT, lane);
                }
                code.store_in_record(self.place(row, last.d_pre + first), |code| {
                    code.vector(ERROR);
                    code.splat(factor);
                    code.put().f32x4_mul();
                    slope(code, last.activation, |code| code.load_of_record(self.place(row, last.outputs + first)));
                });
            }
            code.get(Local::Squares);
            code.get(Local::RowSquares);
            code.put().f32_const((last.units as f32).into()).f32_div().f32_add();
            code.set(Local::Squares);
        }
    }

    /// Adds a lane to a sum.
    fn add_lane(&self, code: &mut Code, sum: Local, vector: usize, lane: usize) {
        code.get(sum);
        code.vector(vector);
        code.put().f32x4_extract_lane(lane as u8).f32_add();
        code.set(sum);
    }

    /// `dL/dz` of the former layer: `dL/da = dL/dz · kernelᵀ`, times the slope of its activation.
    fn backward(&self, code: &mut Code, former: &Layer, layer: &Layer) {
        let Some(transposed) = layer.transposed else { return };
        self.products(code, [layer.d_pre, layer.units], [transposed, layer.inputs], |code, row, vector| {
            let at_vector = vector * LANES;
            slope(code, former.activation, |code| code.load_of_record(self.place(row, former.outputs + at_vector)));
            code.put().v128_store(at(self.place(row, former.d_pre + at_vector) * NUMBER));
        });
    }

    /// The same before a layer of one unit.
    fn single_backward(&self, code: &mut Code, former: &Layer, layer: &Layer) {
        for input in (0..layer.inputs).step_by(LANES) {
            code.load(layer.kernel + input);
            code.set_vector(RIGHT);
            for row in self.block.clone() {
                code.store_in_record(self.place(row, former.d_pre + input), |code| {
                    code.vector(RIGHT);
                    code.load_splat_of_record(self.place(row, layer.d_pre));
                    code.put().f32x4_mul();
                    slope(code, former.activation, |code| {
                        code.load_of_record(self.place(row, former.outputs + input));
                    });
                });
            }
        }
    }
}

/// Transposes the products of up to four rows; those of rows that are not there stand for anything.
fn transpose(code: &mut Code, rows: usize) {
    let product = |row: usize| PRODUCTS + row.min(rows - 1);
    transpose_vectors(code, [0, 1, 2, 3].map(product), PRODUCTS);
}

/// Fills four vectors from `to` on with the transpose of four.
pub(super) fn transpose_vectors(code: &mut Code, from: [usize; 4], to: usize) {
    let numbers = |lanes: [u8; 4]| -> [u8; 16] { std::array::from_fn(|byte| lanes[byte / 4] * 4 + byte as u8 % 4) };
    let mut mix = |a: usize, b: usize, lanes: [u8; 4], out: usize| {
        code.vector(a);
        code.vector(b);
        code.put().i8x16_shuffle(numbers(lanes));
        code.set_vector(out);
    };
    let [a, b, c, d] = from;
    mix(a, b, [0, 4, 1, 5], HALVES);
    mix(c, d, [0, 4, 1, 5], HALVES + 1);
    mix(a, b, [2, 6, 3, 7], HALVES + 2);
    mix(c, d, [2, 6, 3, 7], HALVES + 3);
    mix(HALVES, HALVES + 1, [0, 1, 4, 5], to);
    mix(HALVES, HALVES + 1, [2, 3, 6, 7], to + 1);
    mix(HALVES + 2, HALVES + 3, [0, 1, 4, 5], to + 2);
    mix(HALVES + 2, HALVES + 3, [2, 3, 6, 7], to + 3);
}
