//! Rows of a table of numbers, in the order in which they are wanted, without a copy.

/// Some rows of `numbers`, each `width` long: the first `count` of them, or those that `order` names.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    numbers: &'a [f32],
    /// How long a row is.
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

    /// The rows that `order` names.
    pub fn ordered(numbers: &'a [f32], width: usize, order: &'a [u32]) -> Self {
        Rows { numbers, width, count: order.len(), order: Some(order) }
    }

    /// One of them.
    #[cfg_attr(feature = "fast", inline(always))]
    pub fn row(self, at: usize) -> &'a [f32] {
        let row = self.order.map_or(at, |order| order[at] as usize);
        &self.numbers[row * self.width..][..self.width]
    }

    /// `R` rows from `first` on.
    #[cfg_attr(feature = "fast", inline(always))]
    pub fn block<const R: usize>(self, first: usize) -> [&'a [f32]; R] {
        // std's `from_fn` and `for_each` would stay functions that are called.
        let mut rows: [&[f32]; R] = [&[]; R];
        for (at, row) in rows.iter_mut().enumerate() {
            *row = self.row(first + at);
        }
        rows
    }

    /// Whether each number is one of those that `is` wants.
    pub fn each(self, is: impl Fn(f32) -> bool) -> bool {
        (0..self.count).all(|row| self.row(row).iter().all(|&number| is(number)))
    }
}
