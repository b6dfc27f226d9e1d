//! The products of wide layers, some columns at a time.
//!
//! The columns of a wide matrix lie far apart in memory: read as they lie, they evict each other from the processor's cache.
//! So a few at a time are packed side by side and multiplied as a small matrix is, to the same bits.

use super::elementary::FAST;
use super::product;
use super::rows::Rows;

/// Columns that are packed side by side: as many as go on side by side in a product.
const COLUMNS: usize = 8;
/// Columns of the left side of an outer product that are packed at a time.
const LEFT: usize = 32;
/// Numbers of a kernel from which on packing pays: half a megabyte.
const LARGE: usize = 1 << 17;
/// Numbers of a kernel from which on packing pays for many rows, which are gone through once for each of its blocks.
const BLOCKS: usize = 1 << 9;
/// Numbers of as many rows as that: a megabyte.
const MANY: usize = 1 << 18;

/// The right side of a product: `[depth, units]`, or the transpose of a matrix `[units, depth]`.
#[derive(Clone, Copy)]
pub(crate) enum Right<'a> {
    Plain(&'a [f32]),
    Transposed(&'a [f32]),
}

impl Right<'_> {
    /// Packs the columns from `at` on.
    #[inline(never)]
    fn pack(self, units: usize, at: usize, packed: &mut [f32]) {
        let packed = packed.as_chunks_mut::<COLUMNS>().0;
        match self {
            Right::Plain(numbers) => {
                for (i, packed) in packed.iter_mut().enumerate() {
                    packed.copy_from_slice(&numbers[i * units + at..][..COLUMNS]);
                }
            }
            Right::Transposed(numbers) => {
                let columns = Rows::first(&numbers[at * packed.len()..], packed.len(), COLUMNS).block::<COLUMNS>(0);
                for (i, packed) in packed.iter_mut().enumerate() {
                    *packed = columns.map(|column| column[i]);
                }
            }
        }
    }
}

/// Whether the products with a kernel are computed here.
#[inline(always)]
pub(crate) fn is_large(inputs: usize, units: usize) -> bool {
    FAST && inputs.min(units) >= COLUMNS && inputs * units >= LARGE
}

/// Whether the outer product of so many rows is computed here.
#[inline(always)]
pub(crate) fn is_large_for(inputs: usize, units: usize, rows: usize) -> bool {
    let many = || rows * inputs.max(units) >= MANY && inputs * units >= BLOCKS;
    is_large(inputs, units) || FAST && inputs.min(units) >= COLUMNS && many()
}

/// How much room the products with such a kernel need for so many rows.
pub(crate) fn room(inputs: usize, units: usize, rows: usize) -> usize {
    COLUMNS * (inputs.max(units).max(rows) + rows.max(LEFT)) + LEFT * rows
}

/// `out[row][unit] = Σ_i left[row][i] · right[i][unit]`, over `i` in order from 0, and then the bias if there is one.
#[inline(never)]
pub(crate) fn product(left: Rows, right: Right, bias: &[f32], units: usize, room: &mut [f32], out: &mut [f32]) {
    let depth = left.width;
    let (packed, room) = room.split_at_mut(COLUMNS * depth);
    let results = &mut room[..COLUMNS * left.count];
    let mut next = 0;
    while next < units {
        // The last columns may be computed twice, to the same numbers.
        let at = next.min(units - COLUMNS);
        right.pack(units, at, packed);
        // Empty where there is none.
        let bias = bias.get(at..at + COLUMNS).unwrap_or_default();
        product::product(left, packed, bias, COLUMNS, results);
        for (row, sums) in results.as_chunks::<COLUMNS>().0.iter().enumerate() {
            out[row * units + at..][..COLUMNS].copy_from_slice(sums);
        }
        next = at + COLUMNS;
    }
}

/// `out[i][unit] = Σ_row left[row][i] · right[row][unit]`, over the rows in order from 0; `right` is `[rows, units]`.
#[inline(never)]
pub(crate) fn outer_product(left: Rows, right: &[f32], units: usize, room: &mut [f32], out: &mut [f32]) {
    let (packed, room) = room.split_at_mut(LEFT * left.count);
    for first in (0..left.width).step_by(LEFT) {
        let count = LEFT.min(left.width - first);
        for (at, packed) in packed.chunks_exact_mut(left.count).take(count).enumerate() {
            pack_column(left, first + at, packed);
        }
        let columns = Rows::first(packed, left.count, count);
        let out = &mut out[first * units..][..count * units];
        product(columns, Right::Plain(right), &[], units, room, out);
    }
}

#[inline(never)]
fn pack_column(rows: Rows, at: usize, packed: &mut [f32]) {
    for (row, packed) in packed.iter_mut().enumerate() {
        *packed = rows.row(row)[at];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, seed: f32) -> Vec<f32> {
        (0..count).map(|at| (at as f32 * 1.7 + seed).sin()).collect()
    }

    /// Shapes whose last columns, of either side, come out differently.
    const SHAPES: [(usize, usize, usize); 5] = [(1, 8, 8), (3, 33, 9), (5, 64, 21), (9, 31, 16), (70, 12, 35)];

    #[test]
    fn products_in_columns_have_the_bits_of_products_as_they_lie() {
        for (rows, inputs, units) in SHAPES {
            let (x, w, b) = (numbers(rows * inputs, 0.1), numbers(inputs * units, 0.2), numbers(units, 0.3));
            let order: Vec<u32> = (0..rows as u32).rev().collect();
            let left = Rows::ordered(&x, inputs, &order);
            let mut room = vec![f32::NAN; room(inputs, units, rows)];
            let (mut out, mut expected) = (vec![f32::NAN; rows * units], vec![0.0; rows * units]);
            product(left, Right::Plain(&w), &b, units, &mut room, &mut out);
            product::product(left, &w, &b, units, &mut expected);
            assert_eq!(out, expected, "{rows} x {inputs} x {units}");

            let mut transposed = vec![0.0; w.len()];
            product::transpose(&w, inputs, units, &mut transposed);
            out.fill(f32::NAN);
            product(left, Right::Transposed(&transposed), &b, units, &mut room, &mut out);
            assert_eq!(out, expected, "transposed, {rows} x {inputs} x {units}");

            let (mut gradients, mut expected) = (vec![f32::NAN; w.len()], vec![0.0; w.len()]);
            outer_product(left, &out, units, &mut room, &mut gradients);
            product::outer_product(left, &out, units, &mut expected);
            assert_eq!(gradients, expected, "outer, {rows} x {inputs} x {units}");
        }
    }
}
