//! The three products of a dense layer, several sums side by side.
//!
//! Each number is one sum that runs over its products in their order, from 0. Sums that do not depend on each other go on
//! side by side: a block of rows times a block of columns, in registers. Where a block ends is for the machine's sake
//! alone; no sum is ever split, so the bits do not depend on it.

use super::elementary::FAST;
use super::rows::Rows;
use nalgebra::{DMatrixView, DMatrixViewMut, SVector};

/// Columns of a block that go on side by side; nalgebra's vectors of fixed length become the machine's own.
type Lanes<const L: usize> = SVector<f32, L>;

/// `out[row][unit] = Σ_i left[row][i] · right[i][unit]`, over `i` in order from 0, and then the bias if there is one.
#[cfg_attr(feature = "fast", inline(never))]
pub fn product(left: Rows, right: &[f32], bias: &[f32], units: usize, out: &mut [f32]) {
    let (mut first, count) = (0, left.count);
    while first < count {
        let out = &mut out[first * units..];
        first += match height(count - first) {
            4 => strip(&Products { rows: left.block::<4>(first), right, units }, bias, units, out),
            3 => strip(&Products { rows: left.block::<3>(first), right, units }, bias, units, out),
            2 => strip(&Products { rows: left.block::<2>(first), right, units }, bias, units, out),
            _ => strip(&Products { rows: left.block::<1>(first), right, units }, bias, units, out),
        };
    }
}

/// `out[i][unit] = Σ_row left[row][i] · right[row][unit]`, over the rows in order from 0; `right` is `[rows, units]`.
#[cfg_attr(feature = "fast", inline(never))]
pub fn outer_product(left: Rows, right: &[f32], units: usize, out: &mut [f32]) {
    if FAST && units == 1 && left.width > 1 {
        // Beside each other lie the numbers of a row of the left side.
        strip(&Weighted { rows: left, weights: right }, &[], left.width, out);
        return;
    }
    let mut first = 0;
    while first < left.width {
        let out = &mut out[first * units..];
        let outer = Outer { left, right, units, first };
        first += match height(left.width - first) {
            4 => strip::<4>(&outer, &[], units, out),
            3 => strip::<3>(&outer, &[], units, out),
            2 => strip::<2>(&outer, &[], units, out),
            _ => strip::<1>(&outer, &[], units, out),
        };
    }
}

/// `out[unit] = Σ_row rows[row][unit]`, over the rows `[rows, units]` in order from 0.
#[cfg_attr(feature = "fast", inline(never))]
pub fn sum_of_rows(rows: &[f32], units: usize, out: &mut [f32]) {
    strip::<1>(&Sum { rows, units }, &[], units, out);
}

/// Fills `turned` `[columns, rows]` with a matrix `[rows, columns]` the other way round.
#[cfg_attr(feature = "fast", inline(never))]
pub fn turn(matrix: &[f32], rows: usize, columns: usize, turned: &mut [f32]) {
    let view = DMatrixView::from_slice(matrix, columns, rows);
    view.transpose_to(&mut DMatrixViewMut::from_slice(turned, rows, columns));
}

/// How many of `rest` rows a block takes: with 4 times 8 sums and what they are made of, registers are full.
#[cfg_attr(feature = "fast", inline(always))]
fn height(rest: usize) -> usize {
    if FAST { rest.min(4) } else { 1 }
}

/// What computes a block of `R` rows of a result.
trait Block<const R: usize> {
    /// The sums of the columns from `at` on.
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; R];
}

/// Rows of the left side times the columns of the right one.
struct Products<'a, const R: usize> {
    rows: [&'a [f32]; R],
    right: &'a [f32],
    units: usize,
}

impl<const R: usize> Block<R> for Products<'_, R> {
    #[cfg_attr(feature = "fast", inline(always))]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; R] {
        let mut sums = [Lanes::zeros(); R];
        let length = self.rows[0].len();
        let rows = self.rows.map(|row| &row[..length]);
        for (input, right) in split(self.right, self.units).take(length).enumerate() {
            let right = lanes(right, at);
            for (sum, row) in sums.iter_mut().zip(&rows) {
                *sum += right * row[input];
            }
        }
        sums
    }
}

/// Columns of the left side from `first` on, each times the rows of the right one.
struct Outer<'a> {
    left: Rows<'a>,
    right: &'a [f32],
    units: usize,
    first: usize,
}

impl<const R: usize> Block<R> for Outer<'_> {
    #[cfg_attr(feature = "fast", inline(always))]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; R] {
        let mut sums = [Lanes::zeros(); R];
        for (row, right) in split(self.right, self.units).enumerate() {
            let left = &self.left.row(row)[self.first..][..R];
            let right = lanes(right, at);
            for (sum, &left) in sums.iter_mut().zip(left) {
                *sum += right * left;
            }
        }
        sums
    }
}

/// Rows, each times its weight.
struct Weighted<'a> {
    rows: Rows<'a>,
    weights: &'a [f32],
}

impl Block<1> for Weighted<'_> {
    #[cfg_attr(feature = "fast", inline(always))]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; 1] {
        let rows = self.weights.iter().enumerate();
        [rows.fold(Lanes::zeros(), |sum, (row, &weight)| sum + lanes(self.rows.row(row), at) * weight)]
    }
}

/// All rows.
struct Sum<'a> {
    rows: &'a [f32],
    units: usize,
}

impl Block<1> for Sum<'_> {
    #[cfg_attr(feature = "fast", inline(always))]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; 1] {
        let rows = split(self.rows, self.units);
        [rows.fold(Lanes::zeros(), |sum, row| sum + lanes(row, at))]
    }
}

/// Fills `R` rows of a result; returns `R`.
#[cfg_attr(feature = "fast", inline(always))]
fn strip<const R: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) -> usize {
    match units {
        8.. if FAST => wide(block, bias, units, out),
        4.. if FAST => fours(block, bias, units, out),
        3 if FAST => narrow::<R, 3>(block, bias, units, out),
        2 if FAST => narrow::<R, 2>(block, bias, units, out),
        _ => narrow::<R, 1>(block, bias, units, out),
    }
    R
}

/// Eight columns at a time, and then up to four. The last may be computed twice, to the same numbers, rather than one by
/// one.
#[cfg_attr(feature = "fast", inline(always))]
#[cfg_attr(not(feature = "fast"), inline(never))]
fn wide<const R: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) {
    let mut at = 0;
    while units - at > 4 {
        let first = at.min(units - 8);
        fill::<R, 8>(block, bias, units, first, out);
        at = first + 8;
    }
    if at < units {
        fill::<R, 4>(block, bias, units, units - 4, out);
    }
}

/// Four columns at a time, the last likewise.
#[cfg_attr(feature = "fast", inline(always))]
#[cfg_attr(not(feature = "fast"), inline(never))]
fn fours<const R: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) {
    let mut at = 0;
    while at < units {
        let first = at.min(units - 4);
        fill::<R, 4>(block, bias, units, first, out);
        at = first + 4;
    }
}

/// `L` columns at a time, which divide the units.
#[cfg_attr(feature = "fast", inline(always))]
#[cfg_attr(not(feature = "fast"), inline(never))]
fn narrow<const R: usize, const L: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) {
    for at in (0..units).step_by(L) {
        fill::<R, L>(block, bias, units, at, out);
    }
}

/// Fills `L` columns from `at` on.
#[cfg_attr(feature = "fast", inline(always))]
fn fill<const R: usize, const L: usize>(block: &impl Block<R>, bias: &[f32], units: usize, at: usize, out: &mut [f32]) {
    let mut sums = block.sums::<L>(at);
    if !bias.is_empty() {
        let bias = lanes(bias, at);
        sums.iter_mut().for_each(|sum| *sum += bias);
    }
    for (row, sum) in sums.iter().enumerate() {
        out[row * units + at..][..L].copy_from_slice(sum.as_slice());
    }
}

/// Rows of one length, one after the other; std's `chunks_exact` begins with a division, which counts in a small step.
#[cfg_attr(feature = "fast", inline(always))]
fn split(mut rows: &[f32], width: usize) -> impl Iterator<Item = &[f32]> {
    std::iter::from_fn(move || {
        let (row, others) = rows.split_at_checked(width)?;
        rows = others;
        Some(row)
    })
}

#[cfg_attr(feature = "fast", inline(always))]
fn lanes<const L: usize>(numbers: &[f32], at: usize) -> Lanes<L> {
    Lanes::from_column_slice(&numbers[at..at + L])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, seed: f32) -> Vec<f32> {
        (0..count).map(|at| (at as f32 * 1.7 + seed).sin()).collect()
    }

    /// One sum, over its products in their order.
    fn sum(products: impl Iterator<Item = f32>) -> f32 {
        products.fold(0.0, |sum, product| sum + product)
    }

    /// Every shape in which blocks end in another way.
    fn shapes() -> impl Iterator<Item = (usize, usize, usize)> {
        (1..=9).flat_map(|rows| (1..=6).flat_map(move |inputs| (1..=18).map(move |units| (rows, inputs, units))))
    }

    #[test]
    fn a_product_has_the_bits_of_one_sum_at_a_time_whatever_its_shape() {
        for (rows, inputs, units) in shapes() {
            let (x, w, b) = (numbers(rows * inputs, 0.1), numbers(inputs * units, 0.2), numbers(units, 0.3));
            let order: Vec<u32> = (0..rows as u32).rev().collect();
            let mut out = vec![f32::NAN; rows * units];
            product(Rows::ordered(&x, inputs, &order), &w, &b, units, &mut out);
            for (at, out) in out.iter().enumerate() {
                let (row, unit) = (rows - 1 - at / units, at % units);
                let expected = sum((0..inputs).map(|i| x[row * inputs + i] * w[i * units + unit])) + b[unit];
                assert_eq!(*out, expected, "{rows} x {inputs} x {units}");
            }
        }
    }

    #[test]
    fn an_outer_product_has_the_bits_of_one_sum_at_a_time_whatever_its_shape() {
        for (rows, inputs, units) in shapes() {
            let (x, d) = (numbers(rows * inputs, 0.1), numbers(rows * units, 0.2));
            let (mut out, mut sums) = (vec![f32::NAN; inputs * units], vec![f32::NAN; units]);
            outer_product(Rows::all(&x, inputs), &d, units, &mut out);
            sum_of_rows(&d, units, &mut sums);
            for (at, out) in out.iter().enumerate() {
                let (input, unit) = (at / units, at % units);
                let expected = sum((0..rows).map(|row| x[row * inputs + input] * d[row * units + unit]));
                assert_eq!(*out, expected, "{rows} x {inputs} x {units}");
            }
            for (unit, out) in sums.iter().enumerate() {
                assert_eq!(*out, sum((0..rows).map(|row| d[row * units + unit])));
            }
        }
    }
}
