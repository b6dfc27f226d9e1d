//! Runs from one start on the same rows, side by side.

use super::ends::End;
use super::fit::Fit;
use super::fit_config::{FitConfig, Validation};
use crate::nn::{Optimizer, Sequential};
use crate::reader::{self, Readable, Reader};
use crate::{Error, Value};

/// The most runs that are compared.
pub const MAX_RUNS: usize = 6;

/// The most points that are recorded of a run.
const POINTS: usize = 200;

/// The fewest; a model too large for them is rejected.
const LEAST_POINTS: usize = 16;

/// The most numbers that all points of all runs hold together: 32 MB.
const MAX_NUMBERS: usize = 8_000_000;

/// Rows whose loss is taken at a time, as [`Sequential::evaluate_row_major`] does.
const CHUNK: usize = 256;

/// One of the runs, as a caller asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct RunConfig {
    /// Its label.
    pub label: String,
    /// Rows of one update; `None` takes all rows at once.
    pub batch_size: Option<usize>,
    /// Its own optimizer, instead of the model's.
    pub optimizer: Option<Optimizer>,
}

impl RunConfig {
    /// Reads a list of runs from outside: `{ label, batchSize, optimizer }`, with a count of rows or `"all"`.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type, each by its path.
    pub fn read_list(runs: &Value) -> Result<Vec<Self>, Error> {
        reader::read_at("runs", runs, Vec::read)
    }
}

impl Readable for RunConfig {
    fn read(run: &Reader) -> Self {
        run.fields(&["label", "batchSize", "optimizer"]);
        let size = run.field("batchSize");
        if size.is_text() && size.text() != "all" {
            run.reject(Error::out_of_range(&size.path(), "a number of rows or all", size.text()));
        }
        RunConfig {
            label: run.get("label"),
            batch_size: if size.is_text() { None } else { Some(usize::read(&size)) },
            optimizer: run.get("optimizer"),
        }
    }
}

/// The recorded loss curve of a run: at the start, at each of the first updates, then at even distances, and at the end.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// The label of the run.
    pub label: String,
    /// The updates taken before each point.
    pub updates: Vec<u32>,
    /// The rows trained with before each point, each as often as it came.
    pub rows_seen: Vec<u32>,
    /// The loss over all training rows, with what regularizers add.
    pub loss: Vec<f32>,
    /// The weights at each point `[points, weights]`.
    pub path: Vec<f32>,
    /// Whether the run ended because a number would not have been finite; its last point has the last finite weights.
    pub diverged: bool,
}

/// Up to [`MAX_RUNS`] runs on their way. Each has the bits of a [`Fit`] of its own, however far all are driven at a time.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub(super) inputs: Vec<f32>,
    pub(super) targets: Vec<f32>,
    pub(super) runs: Vec<Run>,
    rows: usize,
    epochs: usize,
}

/// The state of one run.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) model: Sequential,
    pub(super) curve: Curve,
    fit: Fit,
    plan: Plan,
    updates: usize,
    rows_seen: usize,
    /// The rows whose loss was taken for the point at hand, and the sum of it.
    measuring: Option<(usize, f64)>,
    over: bool,
}

/// After which updates a point is recorded.
#[derive(Debug, Clone, Copy)]
struct Plan {
    /// After each of the first so many.
    first: usize,
    /// Then after each so many.
    stride: usize,
}

impl Plan {
    /// At most `points` points of `updates` updates, the start and the end among them.
    fn new(points: usize, updates: usize) -> Self {
        let first = points / 3;
        Plan { first, stride: updates.div_ceil(points - first - 2).max(1) }
    }

    fn is_due(self, update: usize) -> bool {
        update <= self.first || update.is_multiple_of(self.stride)
    }
}

impl Comparison {
    /// Sets runs up, each from the start weights of `model`, for the training rows and the order of `fit`, as many
    /// epochs as that says. Validation and early stopping do not count here.
    ///
    /// # Errors
    /// Rejects rows that do not fit the model, no run and more than [`MAX_RUNS`], a batch size of 0, settings of an
    /// optimizer out of their range, more rows in all epochs than 2³² - 1, and models too large for a path.
    pub fn new(
        model: &Sequential,
        inputs: Vec<f32>,
        targets: Vec<f32>,
        fit: &FitConfig,
        runs: &[RunConfig],
    ) -> Result<Self, Error> {
        if !(1..=MAX_RUNS).contains(&runs.len()) {
            return Err(Error::shape("runs", format!("1 to {MAX_RUNS}"), runs.len()));
        }
        model.check_rows(&inputs, &targets)?;
        let rows = inputs.len() / model.input_count();
        let most = u32::MAX as usize / rows;
        if !(1..=most).contains(&fit.epochs) {
            return Err(Error::out_of_range("epochs", format!("1 to {most}"), fit.epochs));
        }
        let weights = model.weights().len();
        let points = (MAX_NUMBERS / (weights * runs.len())).min(POINTS);
        if points < LEAST_POINTS {
            let expected = format!("at most {} weights and biases", MAX_NUMBERS / LEAST_POINTS / runs.len());
            return Err(Error::out_of_range("model to compare", expected, weights));
        }
        let run = |(idx, config): (usize, &RunConfig)| {
            if config.batch_size == Some(0) {
                return Err(Error::out_of_range(&format!("runs[{idx}].batchSize"), "1 or more", 0));
            }
            let fit = FitConfig {
                batch_size: config.batch_size.unwrap_or(rows).min(rows),
                initial_epoch: 0,
                validation: Validation::None,
                early_stopping: None,
                ..fit.clone()
            };
            let run = Run::new(model, &inputs, &targets, fit, config, points);
            run.map_err(|error| error.under(&format!("runs[{idx}].optimizer")))
        };
        let runs = runs.iter().enumerate().map(run).collect::<Result<_, Error>>()?;
        Ok(Comparison { inputs, targets, runs, rows, epochs: fit.epochs })
    }

    /// Goes on as long as `go_on` says so, asked after each small piece of work: a batch, or a part of the loss.
    /// Returns whether all runs are over.
    pub fn run(&mut self, mut go_on: impl FnMut() -> bool) -> bool {
        // Side by side: the run that saw the fewest rows is next, so that all meet at the end of each epoch.
        while let Some(run) = self.runs.iter_mut().filter(|run| !run.over).min_by_key(|run| run.rows_seen) {
            run.work(&self.inputs, &self.targets);
            if !go_on() {
                break;
            }
        }
        self.is_over()
    }

    /// Whether all runs are over.
    pub fn is_over(&self) -> bool {
        self.runs.iter().all(|run| run.over)
    }

    /// The share of the work that is done, 0 to 1.
    pub fn progress(&self) -> f64 {
        let all = (self.rows * self.epochs) as f64;
        let share = |run: &Run| if run.over { 1.0 } else { run.rows_seen as f64 / all };
        self.runs.iter().map(share).sum::<f64>() / self.runs.len() as f64
    }

    /// How many rows are trained with.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The loss curves so far, run by run.
    pub fn curves(&self) -> impl Iterator<Item = &Curve> {
        self.runs.iter().map(|run| &run.curve)
    }

    /// The present weights of each run.
    pub fn weights(&self) -> impl Iterator<Item = &[f32]> {
        self.runs.iter().map(|run| run.model.weights())
    }
}

impl Run {
    fn new(
        model: &Sequential,
        inputs: &[f32],
        targets: &[f32],
        fit: FitConfig,
        config: &RunConfig,
        points: usize,
    ) -> Result<Self, Error> {
        let mut model = model.clone();
        let optimizer = config.optimizer.as_ref().unwrap_or(model.optimizer()).clone();
        model.compile(model.loss_function(), optimizer, Vec::new())?;
        model.reset();
        let epochs = fit.epochs;
        let fit = Fit::from_row_major(&model, inputs.to_vec(), targets.to_vec(), fit)?;
        Ok(Run {
            curve: Curve { label: config.label.clone(), ..Curve::default() },
            plan: Plan::new(points, epochs * fit.batches()),
            model,
            fit,
            updates: 0,
            rows_seen: 0,
            measuring: Some((0, 0.0)),
            over: false,
        })
    }

    /// One batch, or the loss of some rows for the point at hand.
    fn work(&mut self, inputs: &[f32], targets: &[f32]) {
        if let Some((row, sum)) = self.measuring {
            return self.measure(row, sum, inputs, targets);
        }
        let rows = self.fit.next_rows().len();
        if self.fit.batch(&mut self.model).is_none() {
            self.over = true;
            return;
        }
        self.curve.diverged = matches!(self.fit.end(), Some(End::Diverged { .. }));
        if !self.curve.diverged {
            self.updates += 1;
            self.rows_seen += rows;
        }
        let is_recorded = self.curve.updates.last().is_some_and(|&last| last as usize == self.updates);
        if (self.plan.is_due(self.updates) || self.fit.end().is_some()) && !is_recorded {
            self.measuring = Some((0, 0.0));
        }
        self.over = self.fit.end().is_some() && self.measuring.is_none();
    }

    /// Takes the loss of some more rows; with the last of them the point is recorded.
    fn measure(&mut self, row: usize, sum: f64, inputs: &[f32], targets: &[f32]) {
        let (features, width) = (self.model.input_count(), self.model.target_count());
        let end = (row + CHUNK).min(self.fit.rows());
        let part = &inputs[row * features..end * features];
        let loss = self.model.loss_of_rows(part, &targets[row * width..end * width]);
        let sum = sum + f64::from(loss) * (end - row) as f64;
        if end < self.fit.rows() {
            self.measuring = Some((end, sum));
            return;
        }
        let loss = sum / end as f64 + f64::from(self.model.weight_penalty());
        self.curve.updates.push(self.updates as u32);
        self.curve.rows_seen.push(self.rows_seen as u32);
        self.curve.loss.push(loss as f32);
        self.curve.path.extend_from_slice(self.model.weights());
        self.measuring = None;
        self.over = self.fit.end().is_some();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_has_the_first_updates_and_never_more_points_than_it_may() {
        for points in [LEAST_POINTS, 30, POINTS] {
            for updates in [1, 13, 100, 199, 200, 201, 2800, 1_000_003] {
                let plan = Plan::new(points, updates);
                let due = (0..=updates).filter(|&update| plan.is_due(update)).count();
                assert!(due < points, "{due} of {points} for {updates}");
                assert!((0..=updates.min(points / 3)).all(|update| plan.is_due(update)));
            }
        }
    }
}
