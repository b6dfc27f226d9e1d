//! Rows of a matrix, in any order, without a copy.

/// A view of rows of a matrix `[_, width]`: the first `count`, or those at the indices `order`.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    numbers: &'a [f32],
    /// The numbers in a row.
    pub width: usize,
    /// How many rows there are.
    pub count: usize,
    order: Option<&'a [u32]>,
}

impl<'a> Rows<'a> {
    /// All rows.
    pub fn all(numbers: &'a [f32], width: usize) -> Self {
        Rows { numbers, width, count: numbers.len() / width, order: None }
    }

    /// The first rows.
    pub fn first(numbers: &'a [f32], width: usize, count: usize) -> Self {
        Rows { numbers: &numbers[..width * count], width, count, order: None }
    }

    /// The rows at the indices `order`.
    pub fn ordered(numbers: &'a [f32], width: usize, order: &'a [u32]) -> Self {
        Rows { numbers, width, count: order.len(), order: Some(order) }
    }

    /// The row at an index of the view.
    #[inline(always)]
    pub fn row(self, at: usize) -> &'a [f32] {
        let row = self.order.map_or(at, |order| order[at] as usize);
        &self.numbers[row * self.width..][..self.width]
    }

    /// `R` rows from `first` on.
    #[inline(always)]
    pub fn block<const R: usize>(self, first: usize) -> [&'a [f32]; R] {
        // std's `from_fn` and `for_each` would stay functions that are called.
        let mut rows: [&[f32]; R] = [&[]; R];
        for (at, row) in rows.iter_mut().enumerate() {
            *row = self.row(first + at);
        }
        rows
    }

    /// Copies the rows into `out` `[count, width]`, in order.
    pub fn copy_to(self, out: &mut [f32]) {
        let mut out = out;
        for row in 0..self.count {
            let copy = out.split_off_mut(..self.width).into_iter().flatten();
            copy.zip(self.row(row)).for_each(|(out, number)| *out = *number);
        }
    }

    /// Whether `is` holds for every number.
    pub fn each(self, is: impl Fn(f32) -> bool) -> bool {
        (0..self.count).all(|row| self.row(row).iter().all(|&number| is(number)))
    }
}
