//! The loss of every update, kept small without losing its peaks.

/// How many losses are kept: at so many, the least and the largest of every four stay.
pub const MAX_LOSSES: usize = 65_536;

/// Updates, from 1, with the loss of each.
///
/// Every one is kept up to [`MAX_LOSSES`]; then half of them go, and again whenever there are so many. Which ones
/// stay depends on the losses alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Losses {
    /// The numbers of the updates, ascending.
    pub updates: Vec<u32>,
    /// The loss of each, before the update.
    pub losses: Vec<f32>,
}

impl Losses {
    pub(super) fn push(&mut self, update: u32, loss: f32) {
        if self.updates.len() >= MAX_LOSSES {
            *self = self.thinned(MAX_LOSSES / 2);
        }
        self.updates.push(update);
        self.losses.push(loss);
    }

    /// At most `points` of them, at least 4: the first, the last, and of every stretch between the least and the
    /// largest.
    #[must_use]
    pub fn thinned(&self, points: usize) -> Losses {
        let count = self.updates.len();
        let points = points.max(4);
        if count <= points {
            return self.clone();
        }
        let inner = count - 2;
        let stretches = (points - 2) / 2;
        let mut kept = Losses::default();
        kept.keep(self, 0);
        for stretch in 0..stretches {
            let (start, end) = (1 + inner * stretch / stretches, 1 + inner * (stretch + 1) / stretches);
            let by = |a: &usize, b: &usize| self.losses[*a].total_cmp(&self.losses[*b]);
            let (Some(least), Some(largest)) = ((start..end).min_by(by), (start..end).max_by(by)) else {
                continue;
            };
            kept.keep(self, least.min(largest));
            if least != largest {
                kept.keep(self, least.max(largest));
            }
        }
        kept.keep(self, count - 1);
        kept
    }

    fn keep(&mut self, all: &Losses, at: usize) {
        self.updates.push(all.updates[at]);
        self.losses.push(all.losses[at]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falling(count: u32) -> Losses {
        let mut losses = Losses::default();
        (1..=count).for_each(|update| losses.push(update, 1.0 / update as f32));
        losses
    }

    #[test]
    fn few_losses_are_all_there() {
        assert_eq!(falling(10).thinned(10), falling(10));
    }

    #[test]
    fn thinned_losses_keep_the_ends_and_a_single_peak() {
        let mut losses = falling(1000);
        losses.losses[523] = 7.0;
        let thinned = losses.thinned(40);
        assert!(thinned.updates.len() <= 40);
        assert_eq!((thinned.updates[0], thinned.updates.last()), (1, Some(&1000)));
        let peak = thinned.updates.iter().position(|update| *update == 524).unwrap();
        assert_eq!(thinned.losses[peak], 7.0);
        assert!(thinned.updates.is_sorted());
    }

    #[test]
    fn a_run_of_any_length_stays_small_and_keeps_its_first_and_last() {
        let losses = falling(3 * MAX_LOSSES as u32);
        assert!(losses.updates.len() <= MAX_LOSSES);
        assert_eq!((losses.updates[0], losses.updates.last()), (1, Some(&(3 * MAX_LOSSES as u32))));
        assert!(losses.updates.is_sorted() && losses.losses.is_sorted_by(|a, b| a > b));
    }
}
