//! The three products of a dense layer, several sums side by side.
//!
//! Each number is one sum over its products in order, from 0. Independent sums are computed side by side: a block of rows
//! times a block of columns, in registers. No sum is ever split, so the bits do not depend on the size of the blocks.

use super::elementary::FAST;
use super::rows::Rows;
use nalgebra::{DMatrixView, DMatrixViewMut, SVector};

/// Columns of a block that go on side by side; nalgebra's vectors of fixed length become the machine's own.
type Lanes<const L: usize> = SVector<f32, L>;

/// `out[row][unit] = Σ_i left[row][i] · right[i][unit]`, over `i` in order from 0, and then the bias if there is one.
#[inline(always)]
pub(crate) fn product(left: Rows, right: &[f32], bias: &[f32], units: usize, out: &mut [f32]) {
    let products = Products { left, right, units };
    if is_wide(units) { wide_product(products, bias, out) } else { narrow_product(products, bias, out) }
}

/// `out[i][unit] = Σ_row left[row][i] · right[row][unit]`, over the rows in order from 0; `right` is `[rows, units]`.
#[inline(always)]
pub(crate) fn outer_product(left: Rows, right: &[f32], units: usize, out: &mut [f32]) {
    let outer = Outer { left, right, units };
    match units {
        // The numbers of a row of the left side are contiguous.
        1 if is_wide(left.width) => weighted_sum(Weighted { rows: left, weights: right }, out),
        _ if is_wide(units) => wide_outer(outer, out),
        _ => narrow_outer(outer, out),
    }
}

/// `out[unit] = Σ_row rows[row][unit]`, over the rows `[rows, units]` in order from 0.
#[inline(always)]
pub(crate) fn sum_of_rows(rows: &[f32], units: usize, out: &mut [f32]) {
    let sum = Sum { rows, units };
    if is_wide(units) { wide_sum(sum, out) } else { narrow_sum(sum, out) }
}

/// Fills `transposed` `[columns, rows]` with the transpose of a matrix `[rows, columns]`.
#[inline(always)]
pub(crate) fn transpose(matrix: &[f32], rows: usize, columns: usize, transposed: &mut [f32]) {
    let view = DMatrixView::from_slice(matrix, columns, rows);
    view.transpose_to(&mut DMatrixViewMut::from_slice(transposed, rows, columns));
}

// Each shape has a function of its own that is not inlined: until a browser has optimized a function it runs several times
// slower, and small functions are optimized sooner. The small ones with one caller are inlined, as a call costs time too.

#[inline(never)]
fn wide_product(products: Products, bias: &[f32], out: &mut [f32]) {
    wide(&products, bias, out);
}

#[inline(never)]
fn narrow_product(products: Products, bias: &[f32], out: &mut [f32]) {
    narrow(&products, bias, out);
}

#[inline(never)]
fn wide_outer(outer: Outer, out: &mut [f32]) {
    wide(&outer, &[], out);
}

#[inline(never)]
fn narrow_outer(outer: Outer, out: &mut [f32]) {
    narrow(&outer, &[], out);
}

#[inline(always)]
fn weighted_sum(weighted: Weighted, out: &mut [f32]) {
    wide_rows::<1>(&weighted, &[], weighted.rows.width, out);
}

#[inline(always)]
fn wide_sum(sum: Sum, out: &mut [f32]) {
    wide_rows::<1>(&sum, &[], sum.units, out);
}

#[inline(always)]
fn narrow_sum(sum: Sum, out: &mut [f32]) {
    narrow_rows::<1>(&sum, &[], sum.units, out);
}

/// Whether rows of a result are long enough for four columns side by side.
fn is_wide(units: usize) -> bool {
    FAST && units >= 4
}

/// The operands of a result.
trait Source {
    /// `[rows, units]` of the result.
    fn shape(&self) -> [usize; 2];

    /// The block of `R` rows from `first` on.
    fn block<const R: usize>(&self, first: usize) -> impl Block<R>;
}

/// The operands of `R` rows of a result.
trait Block<const R: usize> {
    /// The sums of the columns from `at` on.
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; R];
}

/// A product of two matrices: rows of the left side times the columns of the right one.
#[derive(Clone, Copy)]
struct Products<'a> {
    left: Rows<'a>,
    right: &'a [f32],
    units: usize,
}

struct RowsOfProducts<'a, const R: usize> {
    rows: [&'a [f32]; R],
    right: &'a [f32],
    units: usize,
}

impl Source for Products<'_> {
    #[inline(always)]
    fn shape(&self) -> [usize; 2] {
        [self.left.count, self.units]
    }

    #[inline(always)]
    fn block<const R: usize>(&self, first: usize) -> impl Block<R> {
        RowsOfProducts { rows: self.left.block::<R>(first), right: self.right, units: self.units }
    }
}

impl<const R: usize> Block<R> for RowsOfProducts<'_, R> {
    #[inline(always)]
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

/// The outer product of rows: columns of the left side, each times the rows of the right one.
#[derive(Clone, Copy)]
struct Outer<'a> {
    left: Rows<'a>,
    right: &'a [f32],
    units: usize,
}

struct ColumnsOfOuter<'a> {
    outer: Outer<'a>,
    first: usize,
}

impl Source for Outer<'_> {
    #[inline(always)]
    fn shape(&self) -> [usize; 2] {
        [self.left.width, self.units]
    }

    #[inline(always)]
    fn block<const R: usize>(&self, first: usize) -> impl Block<R> {
        ColumnsOfOuter { outer: *self, first }
    }
}

impl<const R: usize> Block<R> for ColumnsOfOuter<'_> {
    #[inline(always)]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; R] {
        let Outer { left, right, units } = self.outer;
        let mut sums = [Lanes::zeros(); R];
        for (row, right) in split(right, units).enumerate() {
            let left = &left.row(row)[self.first..][..R];
            let right = lanes(right, at);
            for (sum, &left) in sums.iter_mut().zip(left) {
                *sum += right * left;
            }
        }
        sums
    }
}

/// A weighted sum of rows.
#[derive(Clone, Copy)]
struct Weighted<'a> {
    rows: Rows<'a>,
    weights: &'a [f32],
}

impl Block<1> for Weighted<'_> {
    #[inline(always)]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; 1] {
        let rows = self.weights.iter().enumerate();
        [rows.fold(Lanes::zeros(), |sum, (row, &weight)| sum + lanes(self.rows.row(row), at) * weight)]
    }
}

/// The sum of all rows.
#[derive(Clone, Copy)]
struct Sum<'a> {
    rows: &'a [f32],
    units: usize,
}

impl Block<1> for Sum<'_> {
    #[inline(always)]
    fn sums<const L: usize>(&self, at: usize) -> [Lanes<L>; 1] {
        let rows = split(self.rows, self.units);
        [rows.fold(Lanes::zeros(), |sum, row| sum + lanes(row, at))]
    }
}

/// Fills a result with wide rows: four rows at a time, then two and one; 4 times 8 sums and their operands fill the
/// registers.
#[inline(always)]
fn wide(source: &impl Source, bias: &[f32], out: &mut [f32]) {
    let [rows, units] = source.shape();
    let mut first = 0;
    while rows - first >= 4 {
        wide_rows(&source.block::<4>(first), bias, units, &mut out[first * units..]);
        first += 4;
    }
    if rows - first >= 2 {
        wide_rows(&source.block::<2>(first), bias, units, &mut out[first * units..]);
        first += 2;
    }
    if first < rows {
        wide_rows(&source.block::<1>(first), bias, units, &mut out[first * units..]);
    }
}

/// Fills a result with narrow rows: four rows at a time, then one.
#[inline(always)]
fn narrow(source: &impl Source, bias: &[f32], out: &mut [f32]) {
    let [rows, units] = source.shape();
    let mut first = 0;
    while FAST && rows - first >= 4 {
        narrow_rows(&source.block::<4>(first), bias, units, &mut out[first * units..]);
        first += 4;
    }
    while first < rows {
        narrow_rows(&source.block::<1>(first), bias, units, &mut out[first * units..]);
        first += 1;
    }
}

/// Eight columns at a time, and then four. The last columns may be computed twice, to the same
/// numbers, rather than one by one.
#[inline(always)]
fn wide_rows<const R: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) {
    let mut at = 0;
    while units >= 8 && units - at > 4 {
        let first = at.min(units - 8);
        fill::<R, 8>(block, bias, units, first, out);
        at = first + 8;
    }
    while at < units {
        let first = at.min(units - 4);
        fill::<R, 4>(block, bias, units, first, out);
        at = first + 4;
    }
}

/// Two columns at a time, and then one.
#[inline(always)]
fn narrow_rows<const R: usize>(block: &impl Block<R>, bias: &[f32], units: usize, out: &mut [f32]) {
    let mut at = 0;
    while FAST && units - at >= 2 {
        fill::<R, 2>(block, bias, units, at, out);
        at += 2;
    }
    while at < units {
        fill::<R, 1>(block, bias, units, at, out);
        at += 1;
    }
}

/// Fills `L` columns from `at` on.
#[inline(always)]
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
#[inline(always)]
fn split(mut rows: &[f32], width: usize) -> impl Iterator<Item = &[f32]> {
    std::iter::from_fn(move || {
        let (row, others) = rows.split_at_checked(width)?;
        rows = others;
        Some(row)
    })
}

#[inline(always)]
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
