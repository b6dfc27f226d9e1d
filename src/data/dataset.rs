//! Rows of features and targets, shuffled and cut into batches as `tf.data` does it.

use super::csv::MAX_CELLS;
use super::order::Order;
use crate::concatenate::concatenate;
use crate::error::counted;
use crate::nn::Random;
use crate::{Error, ErrorKind};

/// How many updates an epoch has: `ceil(rows / batch_size)`, so 1000 rows in batches of 100 make 10. 0 for a batch of 0.
pub fn iterations_per_epoch(rows: usize, batch_size: usize) -> usize {
    match batch_size {
        0 => 0,
        _ => rows.div_ceil(batch_size),
    }
}

/// How many rows the last batch of an epoch has: `batch_size`, or what is left of the rows.
pub fn last_batch_size(rows: usize, batch_size: usize) -> usize {
    match rows.checked_rem(batch_size) {
        None => 0,
        Some(0) => batch_size.min(rows),
        Some(rest) => rest,
    }
}

/// Features `[rows, inputs]` with targets `[rows, outputs]`, and the steps that make batches of them.
///
/// The steps work in the order in which they were called, as in `tf.data`: `take` counts rows before `batch` and
/// batches after it. Each epoch shuffles anew, but the same in every run: the order depends on the data set, the
/// seed and the epoch's number alone. A row's features and targets never come apart, because only rows are ordered.
///
/// ```
/// use glassnet::data::{Dataset, Order};
///
/// let dataset = Dataset::from_row_major(vec![1.0, 2.0, 3.0], vec![10.0, 20.0, 30.0], 3)?;
/// let dataset = dataset.shuffle(3, 100)?.batch(2, false)?;
/// let mut order = Order::default();
/// dataset.order(0, &mut order);
/// let sizes: Vec<usize> = order.batches().map(<[usize]>::len).collect();
/// assert_eq!(sizes, [2, 1]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    features: Vec<f32>,
    targets: Vec<f32>,
    rows: usize,
    steps: Vec<Step>,
}

/// A step of the input pipeline: it changes the order of rows, or of batches once there are some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Shuffle { buffer_size: usize, seed: u64 },
    Batch { batch_size: usize, drop_remainder: bool },
    Take { count: usize },
}

impl Dataset {
    /// Pairs of a row of features and a row of targets, `tf.data.Dataset.from_tensor_slices((x, y))`.
    ///
    /// `features` and `targets` are given row by row; their widths follow from `rows`.
    ///
    /// # Errors
    /// Rejects 0 rows, numbers that are no whole count for each row, NaN and infinity, and more than
    /// [`MAX_CELLS`] numbers.
    pub fn from_row_major(features: Vec<f32>, targets: Vec<f32>, rows: usize) -> Result<Self, Error> {
        if rows == 0 {
            return Err(Error::shape("rows", "at least 1", 0));
        }
        check("features", &features, rows)?;
        check("targets", &targets, rows)?;
        Ok(Dataset { features, targets, rows, steps: Vec::new() })
    }

    /// Shuffles rows, or batches after `batch`, with a buffer of so many: each is drawn by chance from the buffer,
    /// and the next one takes its place.
    ///
    /// A buffer as large as the data makes every order equally likely; a smaller one keeps early rows early.
    ///
    /// # Errors
    /// Rejects a buffer of 0.
    pub fn shuffle(self, buffer_size: usize, seed: u64) -> Result<Self, Error> {
        at_least_one("buffer_size", buffer_size)?;
        Ok(self.with(Step::Shuffle { buffer_size, seed }))
    }

    /// Puts so many rows at a time into a batch; the last one is shorter, or left out by `drop_remainder`.
    ///
    /// A batch may be larger than the data.
    ///
    /// # Errors
    /// Rejects a batch of 0, a second `batch`, and dropping the only batch.
    pub fn batch(self, batch_size: usize, drop_remainder: bool) -> Result<Self, Error> {
        at_least_one("batch_size", batch_size)?;
        if self.batch_size().is_some() {
            return Err(Error::new(
                ErrorKind::InvalidConfig,
                "batch".to_string(),
                "rows to put into batches".to_string(),
                "batches".to_string(),
            ));
        }
        let rows = self.elements();
        if drop_remainder && batch_size > rows {
            let expected = concatenate!["at most the ", counted(rows, "row"), ", for drop_remainder leaves no batch"];
            return Err(Error::out_of_range("batch_size", expected, batch_size));
        }
        Ok(self.with(Step::Batch { batch_size, drop_remainder }))
    }

    /// Keeps the first so many rows, or batches after `batch`; all if there are fewer.
    ///
    /// # Errors
    /// Rejects a count of 0.
    pub fn take(self, count: usize) -> Result<Self, Error> {
        at_least_one("count to take", count)?;
        Ok(self.with(Step::Take { count }))
    }

    /// Writes the batches of an epoch, counted from 0, into `order`.
    pub fn order(&self, epoch: u64, order: &mut Order) {
        order.start(self.rows);
        for (idx, step) in self.steps.iter().enumerate() {
            match *step {
                Step::Take { count } => order.take(count),
                Step::Batch { batch_size, drop_remainder } => order.join(batch_size, drop_remainder),
                Step::Shuffle { buffer_size, seed } => {
                    let mut random = Random::new(mixed(seed, epoch, idx as u64));
                    order.shuffle(buffer_size, &mut random);
                }
            }
        }
    }

    /// How many rows there are, before any step.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many features a row has.
    pub fn inputs(&self) -> usize {
        self.features.len() / self.rows
    }

    /// How many targets a row has.
    pub fn outputs(&self) -> usize {
        self.targets.len() / self.rows
    }

    /// All features `[rows, inputs]`.
    pub fn features_row_major(&self) -> &[f32] {
        &self.features
    }

    /// All targets `[rows, outputs]`.
    pub fn targets_row_major(&self) -> &[f32] {
        &self.targets
    }

    /// The size of a full batch, if there are batches.
    pub fn batch_size(&self) -> Option<usize> {
        self.steps.iter().find_map(|step| match step {
            Step::Batch { batch_size, .. } => Some(*batch_size),
            Step::Shuffle { .. } | Step::Take { .. } => None,
        })
    }

    /// How many batches, or rows without `batch`, an epoch has.
    pub fn cardinality(&self) -> usize {
        self.elements()
    }

    /// Writes the features and targets of some rows into the buffers, whose content before is dropped.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    pub fn gather(&self, rows: &[usize], features: &mut Vec<f32>, targets: &mut Vec<f32>) {
        let copy = |from: &[f32], width: usize, to: &mut Vec<f32>| {
            to.clear();
            rows.iter().for_each(|row| to.extend_from_slice(&from[row * width..(row + 1) * width]));
        };
        copy(&self.features, self.inputs(), features);
        copy(&self.targets, self.outputs(), targets);
    }

    fn with(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// How many rows or batches the steps leave.
    fn elements(&self) -> usize {
        self.steps.iter().fold(self.rows, |count, step| match *step {
            Step::Shuffle { .. } => count,
            Step::Take { count: most } => count.min(most),
            Step::Batch { batch_size, drop_remainder: true } => count / batch_size,
            Step::Batch { batch_size, .. } => iterations_per_epoch(count, batch_size),
        })
    }
}

/// A seed for one step of one epoch, by the finishing function of SplitMix64.
fn mixed(seed: u64, epoch: u64, step: u64) -> u64 {
    [epoch, step].into_iter().fold(seed, |seed, part| {
        let mut mixed = seed.wrapping_add((part + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    })
}

fn at_least_one(what: &str, count: usize) -> Result<(), Error> {
    match count {
        0 => Err(Error::out_of_range(what, "at least 1", 0)),
        _ => Ok(()),
    }
}

/// Rejects numbers that do not make `rows` finite rows.
fn check(what: &str, values: &[f32], rows: usize) -> Result<(), Error> {
    let width = values.len() / rows;
    if width == 0 || !values.len().is_multiple_of(rows) {
        let expected = concatenate!["as many numbers for each of ", counted(rows, "row"), ", at least 1"];
        return Err(Error::shape(what, expected, counted(values.len(), "number")));
    }
    if values.len() > MAX_CELLS {
        return Err(Error::out_of_range(what, concatenate!["at most ", MAX_CELLS, " numbers"], values.len()));
    }
    match values.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(at) => Err(Error::new(
            ErrorKind::NotFinite,
            concatenate!["row ", at / width, " of ", what, ", column ", at % width],
            "a finite number".to_string(),
            crate::number::short(f64::from(values[at])),
        )),
    }
}
