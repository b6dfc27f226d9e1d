//! Rows of a table of numbers, in the order in which they are wanted, without a copy.

/// Some rows of `numbers`, each `width` long: all of them, or those that `order` names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub(crate) numbers: &'a [f32],
    pub(crate) width: usize,
    pub(crate) order: Option<&'a [u32]>,
}

impl<'a> Rows<'a> {
    /// All rows.
    pub(crate) fn all(numbers: &'a [f32], width: usize) -> Self {
        Rows { numbers, width, order: None }
    }

    /// The rows that `order` names.
    pub(crate) fn ordered(numbers: &'a [f32], width: usize, order: &'a [u32]) -> Self {
        Rows { numbers, width, order: Some(order) }
    }

    pub(crate) fn count(self) -> usize {
        self.order.map_or(self.numbers.len() / self.width, <[u32]>::len)
    }

    pub(crate) fn row(self, at: usize) -> &'a [f32] {
        let row = self.order.map_or(at, |order| order[at] as usize);
        &self.numbers[row * self.width..][..self.width]
    }
}
