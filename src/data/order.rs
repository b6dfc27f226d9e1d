//! The batches of one epoch.

use crate::nn::Random;

/// The batches of one epoch, as rows of a [`Dataset`](super::Dataset); reused from epoch to epoch it allocates nothing.
#[derive(Debug, Clone, Default)]
pub struct Order {
    rows: Vec<usize>,
    /// Where each batch lies in `rows`.
    batches: Vec<(usize, usize)>,
    /// Numbers of batches, or rows, while they are shuffled.
    buffer: Vec<(usize, usize)>,
}

impl Order {
    /// The batches, each as its rows; a data set without `batch` has batches of one row.
    pub fn batches(&self) -> impl ExactSizeIterator<Item = &[usize]> {
        self.batches.iter().map(|(start, end)| &self.rows[*start..*end])
    }

    /// How many batches there are.
    pub fn len(&self) -> usize {
        self.batches.len()
    }

    /// Whether there is no batch.
    pub fn is_empty(&self) -> bool {
        self.batches.is_empty()
    }

    /// The rows of one batch.
    ///
    /// # Panics
    ///
    /// If there is no such batch.
    pub fn batch(&self, idx: usize) -> &[usize] {
        let (start, end) = self.batches[idx];
        &self.rows[start..end]
    }

    /// Every row a batch of its own, in order.
    pub(super) fn start(&mut self, rows: usize) {
        self.rows.clear();
        self.rows.extend(0..rows);
        self.batches.clear();
        self.batches.extend((0..rows).map(|row| (row, row + 1)));
    }

    /// Keeps the first so many batches.
    pub(super) fn take(&mut self, count: usize) {
        self.batches.truncate(count);
    }

    /// Joins batches of one row into batches of `size`.
    pub(super) fn join(&mut self, size: usize, drop_remainder: bool) {
        let count = self.batches.len();
        self.buffer.clear();
        self.buffer.extend(self.batches.iter().map(|(row, _)| (self.rows[*row], 0)));
        self.rows.clear();
        self.rows.extend(self.buffer.iter().map(|(row, _)| *row));
        self.batches.clear();
        let kept = if drop_remainder { count - count % size } else { count };
        self.batches.extend((0..kept).step_by(size).map(|start| (start, (start + size).min(kept))));
    }

    /// Draws from a buffer of so many batches until none is left.
    pub(super) fn shuffle(&mut self, buffer_size: usize, random: &mut Random) {
        let count = self.batches.len();
        let mut entered = count.min(buffer_size);
        self.buffer.clear();
        self.buffer.extend_from_slice(&self.batches[..entered]);
        for idx in 0..count {
            let drawn = random.below(self.buffer.len() as u32) as usize;
            // What is written here entered the buffer before.
            if entered < count {
                let next = std::mem::replace(&mut self.buffer[drawn], self.batches[entered]);
                self.batches[idx] = next;
                entered += 1;
            } else {
                self.batches[idx] = self.buffer.swap_remove(drawn);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(rows: usize) -> Order {
        let mut order = Order::default();
        order.start(rows);
        order
    }

    fn batches(order: &Order) -> Vec<Vec<usize>> {
        order.batches().map(<[usize]>::to_vec).collect()
    }

    #[test]
    fn the_last_batch_is_shorter_or_left_out() {
        let mut all = order(5);
        all.join(2, false);
        assert_eq!(batches(&all), [vec![0, 1], vec![2, 3], vec![4]]);
        let mut whole = order(5);
        whole.join(2, true);
        assert_eq!(batches(&whole), [[0, 1], [2, 3]]);
        assert_eq!((whole.len(), whole.batch(1), whole.is_empty()), (2, &[2, 3][..], false));
    }

    #[test]
    fn a_buffer_of_one_keeps_the_order_and_one_of_three_holds_a_row_back_at_most() {
        let mut kept = order(20);
        kept.shuffle(1, &mut Random::new(1));
        assert_eq!(batches(&kept), batches(&order(20)));
        let mut near = order(20);
        near.shuffle(3, &mut Random::new(1));
        assert_ne!(batches(&near), batches(&order(20)));
        // No row comes more than two places early.
        assert!(near.batches().enumerate().all(|(place, row)| row[0] <= place + 2));
    }

    #[test]
    fn a_full_buffer_makes_every_order_equally_likely() {
        let mut counts = std::collections::BTreeMap::new();
        let mut random = Random::new(4);
        for _ in 0..6000 {
            let mut order = order(3);
            order.shuffle(10, &mut random);
            *counts.entry(batches(&order)).or_insert(0) += 1;
        }
        // Each of the 6 has a standard deviation of 29.
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (880..1120).contains(count)), "{counts:?}");
    }
}
