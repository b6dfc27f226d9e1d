//! In which order the rows of an epoch come.

use crate::Error;
use crate::concatenate::concatenate;
#[cfg(feature = "full")]
use crate::data::{self, Dataset};
use crate::error::counted;
use crate::nn::Random;

/// The order of the rows in each epoch.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Order {
    /// As they are, in every epoch.
    AsGiven,
    /// Anew in every epoch; the same seed gives the same orders.
    Shuffled {
        /// Where the orders come from.
        seed: u64,
    },
    /// Orders that were fixed beforehand, one an epoch; the last is kept for those after it.
    Fixed(Vec<Vec<u32>>),
    /// The batches of a data set, as its own steps order them.
    #[cfg(feature = "full")]
    Dataset(Box<Dataset>),
}

/// The rows of one epoch in their order, and where its batches begin and end; reused from epoch to epoch.
#[derive(Debug, Clone, Default)]
pub(super) struct Batches {
    rows: Vec<u32>,
    /// Where each batch begins, and where the last one ends.
    bounds: Vec<usize>,
    #[cfg(feature = "full")]
    of_dataset: data::Order,
}

impl Batches {
    /// How many there are.
    #[inline(always)]
    pub(super) fn count(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// The rows of a batch.
    #[inline(always)]
    pub(super) fn batch(&self, batch: usize) -> &[u32] {
        // Of slices, whose index is no call in a build that is made small.
        let (rows, bounds) = (self.rows.as_slice(), self.bounds.as_slice());
        &rows[bounds[batch]..bounds[batch + 1]]
    }

    /// The rows of several.
    #[cfg(all(feature = "bindings", feature = "full", target_arch = "wasm32"))]
    pub(super) fn span(&self, batches: std::ops::Range<usize>) -> &[u32] {
        &self.rows[self.bounds[batches.start]..self.bounds[batches.end]]
    }

    /// Takes the rows of an epoch in, in batches of `batch_size` where no data set makes its own.
    pub(super) fn fill(&mut self, order: &Order, epoch: usize, rows: usize, batch_size: usize) {
        self.bounds.clear();
        #[cfg(feature = "full")]
        if let Some(dataset) = order.dataset() {
            dataset.order(epoch as u64, &mut self.of_dataset);
            self.rows.clear();
            self.bounds.push(0);
            for batch in self.of_dataset.batches() {
                self.rows.extend(batch.iter().map(|&row| row as u32));
                self.bounds.push(self.rows.len());
            }
            return;
        }
        self.rows.resize(rows, 0);
        order.fill(epoch, &mut self.rows);
        let mut begin = 0;
        while begin < rows {
            self.bounds.push(begin);
            begin += batch_size.min(rows - begin);
        }
        self.bounds.push(rows);
    }
}

impl Order {
    /// The data set that makes the batches.
    #[cfg(feature = "full")]
    pub(super) fn dataset(&self) -> Option<&Dataset> {
        if let Order::Dataset(dataset) = self { Some(dataset) } else { None }
    }

    /// Rejects fixed orders that do not hold each row once.
    pub(super) fn check(&self, rows: usize) -> Result<(), Error> {
        let Order::Fixed(orders) = self else {
            return Ok(());
        };
        if orders.is_empty() {
            return Err(Error::shape("order", "at least 1 epoch", "none"));
        }
        for (epoch, order) in orders.iter().enumerate() {
            let mut seen = vec![false; rows];
            let fresh = |&row: &u32| seen.get_mut(row as usize).is_some_and(|seen| !std::mem::replace(seen, true));
            if order.len() != rows || !order.iter().all(fresh) {
                return Err(Error::shape(
                    &concatenate!["order[", epoch, "]"],
                    concatenate!["each row from 0 to ", rows.saturating_sub(1), " once"],
                    counted(order.len(), "row"),
                ));
            }
        }
        Ok(())
    }

    /// Fills `order` with the rows of an epoch; a data set has batches of its own.
    fn fill(&self, epoch: usize, order: &mut [u32]) {
        for (place, row) in order.iter_mut().enumerate() {
            *row = place as u32;
        }
        match self {
            Order::AsGiven => {}
            #[cfg(feature = "full")]
            Order::Dataset(_) => {}
            Order::Shuffled { seed } => shuffle(&mut Random::new(seed ^ ((epoch as u64 + 1) << 32)), order),
            Order::Fixed(orders) => order.copy_from_slice(&orders[epoch.min(orders.len() - 1)]),
        }
    }
}

/// Fisher and Yates's shuffle, from the last place down.
fn shuffle(random: &mut Random, order: &mut [u32]) {
    for place in (1..order.len()).rev() {
        order.swap(place, random.below(place as u32 + 1) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffled_order_holds_each_row_once_and_differs_from_epoch_to_epoch() {
        let order = |epoch| {
            let mut order = [0; 20];
            Order::Shuffled { seed: 3 }.fill(epoch, &mut order);
            order
        };
        let mut sorted = order(0);
        sorted.sort_unstable();
        assert!(sorted.iter().copied().eq(0..20));
        assert_eq!(order(4), order(4));
        assert_ne!(order(4), order(5));
    }

    #[test]
    fn a_fixed_order_with_a_row_twice_is_rejected() {
        let error = Order::Fixed(vec![vec![0, 1, 1]]).check(3).unwrap_err();
        assert_eq!(error.to_string(), "order[0]: expected each row from 0 to 2 once, received 3 rows");
    }
}
