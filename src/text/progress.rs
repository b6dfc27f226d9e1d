//! The lines that `fit`, `evaluate` and `predict` print while they run, as Keras's progress bar writes them.

use super::Style;
use crate::number::fixed;
use crate::scientific::{fixed_any, scientific};
use crate::sorted::sorted;

/// How much is printed: Keras's argument `verbose`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Verbose {
    /// 0: nothing.
    Silent,
    /// 1, the default: a bar that is drawn again while it grows.
    #[default]
    Bar,
    /// 2: one line when all is done.
    Line,
}

/// The progress of one epoch, or of one `evaluate` or `predict`: each [`Progress::step`] and in the end
/// [`Progress::finish`] gives the line that Keras would show.
///
/// Times are seconds since the epoch began. What Keras makes of them:
///
/// * time per step = time since the first step ended / steps after it; until then, and for
///   [`Verbose::Line`], which hears of no single step, time / steps. The first step is left out because it compiles.
/// * ETA = time per step · steps to go, cut to whole seconds (`7s`), from over a minute on `1:05`, over an hour
///   `1:01:05`. The last line shows the time that passed instead, rounded, validation included.
/// * A time per step is shown in s from 1 on and at 0, in ms from 0.001 on, in us below.
/// * A line is not drawn again before 0.05 s have passed.
///
/// Logs are (name, value) in the order of `compile`: the loss, then the metrics, then the same with `val_`. Keras 3
/// shows them in alphabetical order, Keras 2 as they come.
///
/// ```
/// use glassnet::text::{Progress, Style, Verbose};
///
/// let mut progress = Progress::new(Style::Keras2, Verbose::Bar, 28);
/// let line = progress.step(1, 0.15, &[("loss", 4387.2)]).unwrap_or_default();
/// assert_eq!(line, " 1/28 [>.............................] - ETA: 4s - loss: 4387.2000");
/// assert_eq!(progress.step(2, 0.16, &[("loss", 3000.0)]), None);
/// let line = progress.finish(0.2, &[("loss", 2654.8604)]).unwrap_or_default();
/// assert_eq!(line, "28/28 [==============================] - 0s 2ms/step - loss: 2654.8604");
/// ```
#[derive(Debug, Clone)]
pub struct Progress {
    style: Style,
    verbose: Verbose,
    target: usize,
    first_step: Option<f64>,
    drawn: Option<f64>,
}

/// The shortest time between two drawings, in seconds.
const INTERVAL: f64 = 0.05;

impl Progress {
    /// A progress of `target` steps, at least 1.
    pub fn new(style: Style, verbose: Verbose, target: usize) -> Self {
        Progress { style, verbose, target: target.max(1), first_step: None, drawn: None }
    }

    /// The line after `step` (from 1) of the steps, at `elapsed` seconds; `None` if Keras would not draw now.
    pub fn step(&mut self, step: usize, elapsed: f64, logs: &[(&str, f64)]) -> Option<String> {
        if self.verbose != Verbose::Bar {
            return None;
        }
        let pace = self.pace(step, elapsed);
        if self.drawn.is_some_and(|drawn| elapsed - drawn < INTERVAL) {
            return None;
        }
        self.drawn = Some(elapsed);
        let eta = countdown(pace * self.target.saturating_sub(step) as f64);
        let bar = self.bar(step);
        let logs = self.logs(logs);
        Some(match self.style {
            Style::Keras3 => format!("{bar} {eta}{}{logs}", duration(pace, "step")),
            Style::Keras2 => format!("{bar} - ETA: {eta}{logs}"),
        })
    }

    /// The last line, when all steps and the validation are done, at `elapsed` seconds; `None` if silent.
    pub fn finish(&mut self, elapsed: f64, logs: &[(&str, f64)]) -> Option<String> {
        let pace = self.pace(self.target, elapsed);
        let (logs, seconds) = (self.logs(logs), fixed(elapsed, 0));
        let per_step = duration(pace, "step");
        let counts = self.counts(self.target);
        match (self.verbose, self.style) {
            (Verbose::Silent, _) => None,
            (Verbose::Bar, Style::Keras3) => Some(format!("{} {seconds}s{per_step}{logs}", self.bar(self.target))),
            (Verbose::Bar, Style::Keras2) => Some(format!("{} - {seconds}s{per_step}{logs}", self.bar(self.target))),
            (Verbose::Line, Style::Keras3) => Some(format!("{counts} - {seconds}s -{per_step}{logs}")),
            (Verbose::Line, Style::Keras2) => {
                let per_epoch = duration(elapsed, "epoch");
                Some(format!("{counts} - {seconds}s{logs} -{per_epoch} -{per_step}"))
            }
        }
    }

    /// The time of a step, as Keras estimates it.
    fn pace(&mut self, step: usize, elapsed: f64) -> f64 {
        let pace = match self.first_step {
            Some(first) if step > 1 => (elapsed - first) / (step - 1) as f64,
            _ => elapsed / step.max(1) as f64,
        };
        if step == 1 {
            self.first_step = Some(elapsed);
        }
        pace
    }

    fn counts(&self, step: usize) -> String {
        let width = self.target.to_string().len();
        format!("{step:>width$}/{}", self.target)
    }

    fn bar(&self, step: usize) -> String {
        let counts = self.counts(step);
        let done = done_cells(self.style, step, self.target);
        match self.style {
            // Done and to do differ by colour only.
            Style::Keras3 => format!("{counts} {}", "━".repeat(20)),
            Style::Keras2 => {
                let head = match done {
                    0 => "",
                    _ if step < self.target => ">",
                    _ => "=",
                };
                let (tail, rest) = ("=".repeat(done.saturating_sub(1)), ".".repeat(30 - done));
                format!("{counts} [{tail}{head}{rest}]")
            }
        }
    }

    fn logs(&self, logs: &[(&str, f64)]) -> String {
        let logs = match self.style {
            Style::Keras3 => sorted(logs, |(a, _), (b, _)| (a.starts_with("val_"), a).cmp(&(b.starts_with("val_"), b))),
            Style::Keras2 => logs.to_vec(),
        };
        let texts = logs.iter().map(|(name, value)| format!(" - {name}: {}", self.value(*value)));
        texts.collect()
    }

    /// A loss or a metric: 4 decimals, and in powers of ten up to 0.001; in one line (verbose 2) also below 0.
    fn value(&self, value: f64) -> String {
        if value.is_nan() {
            return "nan".to_string();
        }
        // Keras 2 takes a mean of the one value, and that of -0 is 0.
        let value = if self.style == Style::Keras2 { value + 0.0 } else { value };
        let size = if self.verbose == Verbose::Line { value } else { value.abs() };
        // Keras 2 compares float32, Keras 3 Python's floats: 0.001 as float32 lies above 0.001.
        let plain = match self.style {
            Style::Keras3 => size > 1e-3,
            Style::Keras2 => size as f32 > 1e-3,
        };
        if plain { fixed_any(value, 4) } else { scientific(value, 4) }
    }
}

/// How many cells of the bar stand for steps that are done: of 20 in Keras 3, which colours them, of 30 in Keras 2.
pub fn done_cells(style: Style, step: usize, target: usize) -> usize {
    let width = match style {
        Style::Keras3 => 20,
        Style::Keras2 => 30,
    };
    let part = step as f64 / target.max(1) as f64;
    ((width as f64 * part) as usize).min(width)
}

/// The line before each epoch, counted from 1: `Epoch 1/100`. Keras prints none if there is but one epoch.
pub fn epoch_heading(epoch: usize, epochs: usize) -> Option<String> {
    (epochs > 1).then(|| format!("Epoch {epoch}/{epochs}"))
}

/// The time that is left.
fn countdown(seconds: f64) -> String {
    let whole = seconds as u64;
    if seconds > 3600.0 {
        format!("{}:{:02}:{:02}", whole / 3600, whole % 3600 / 60, whole % 60)
    } else if seconds > 60.0 {
        format!("{}:{:02}", whole / 60, whole % 60)
    } else {
        format!("{whole}s")
    }
}

fn duration(seconds: f64, unit: &str) -> String {
    if seconds >= 1.0 || seconds == 0.0 {
        format!(" {}s/{unit}", fixed(seconds, 0))
    } else if seconds >= 1e-3 {
        format!(" {}ms/{unit}", fixed(seconds * 1e3, 0))
    } else {
        format!(" {}us/{unit}", fixed(seconds * 1e6, 0))
    }
}
