//! The lines that `fit`, `evaluate` and `predict` of a model print.

use super::Style;
use super::progress::{Progress, Verbose, epoch_heading};
use crate::nn::BATCH;
use crate::reader::{self, Reader};
use crate::train::{BatchEnd, Fit};
use crate::{Error, Value};

/// How a run is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Printing {
    /// Whose text. Defaults to Keras 3's.
    pub style: Style,
    /// How much. Defaults to a bar.
    pub verbose: Verbose,
}

impl Printing {
    /// Reads `style` (`"keras3"`, `"keras2"`) and `verbose` (0, 1, 2, `"auto"`) of an object with other fields; `verbose` is 0
    /// where it is missing.
    ///
    /// # Errors
    /// Rejects another style and another `verbose`.
    pub fn read(options: &Value) -> Result<Self, Error> {
        reader::read(options, |options| {
            let style = options.field("style");
            let name = style.text_or("keras3");
            Printing {
                style: match name {
                    "keras3" => Style::Keras3,
                    "keras2" => Style::Keras2,
                    _ => {
                        crate::nn::reject_unknown(&style, &["keras3", "keras2"]);
                        Style::Keras3
                    }
                },
                verbose: read_verbose(&options.field("verbose")),
            }
        })
    }
}

/// As Keras reads it: `"auto"` is a bar, and Python counts `False` and `True` as 0 and 1.
fn read_verbose(verbose: &Reader) -> Verbose {
    match verbose.value() {
        Value::Null => return Verbose::Silent,
        Value::Bool(bar) => return if *bar { Verbose::Bar } else { Verbose::Silent },
        Value::String(auto) if auto == "auto" => return Verbose::Bar,
        Value::Number(0.0) => return Verbose::Silent,
        Value::Number(1.0) => return Verbose::Bar,
        Value::Number(2.0) => return Verbose::Line,
        Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) | Value::Other(_) => {}
    }
    verbose.reject(Error::out_of_range(&verbose.path(), "0, 1, 2 or \"auto\"", verbose.value().describe()));
    Verbose::Silent
}

/// A line, and how it stands to those beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Without a line break.
    pub text: String,
    /// Whether the line before is drawn again as this one, as a bar that grows.
    pub replaces: bool,
    /// Whether it stays: a bar that still grows does not.
    pub stays: bool,
}

/// The lines of a fit, epoch by epoch.
///
/// ```
/// use glassnet::nn::{Activation, DenseConfig, ModelConfig, Sequential};
/// use glassnet::text::{FitText, Printing, Style, Verbose};
/// use glassnet::train::{Fit, FitConfig};
///
/// let mut model = Sequential::new(&ModelConfig::new(1, [DenseConfig::given(&[&[1.0]], Activation::Linear)]))?;
/// let config = FitConfig { epochs: 2, ..FitConfig::default() };
/// let mut fit = Fit::from_row_major(&model, vec![1.0, 2.0], vec![1.0, 2.0], config)?;
/// let mut text = FitText::new(Printing { style: Style::Keras3, verbose: Verbose::Line });
/// let mut lines = Vec::new();
/// while let Some(batch) = fit.batch(&mut model) {
///     lines.extend(text.batch(&fit, &batch, 0.25).into_iter().map(|line| line.text));
/// }
/// assert_eq!(lines[..2], ["Epoch 1/2", "1/1 - 0s - 250ms/step - loss: 0.0000e+00"]);
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FitText {
    printing: Printing,
    progress: Option<Progress>,
    /// The start of the epoch under way.
    began: f64,
    drawn: bool,
}

impl FitText {
    /// The text of a fit that has not begun.
    pub fn new(printing: Printing) -> Self {
        FitText { printing, progress: None, began: 0.0, drawn: false }
    }

    /// The lines that are due after a batch, at `seconds` since the fit began: the heading of an epoch, its bar, its
    /// last line.
    pub fn batch(&mut self, fit: &Fit, batch: &BatchEnd, seconds: f64) -> Vec<Printed> {
        let Printing { style, verbose } = self.printing;
        let mut lines = Vec::new();
        if verbose == Verbose::Silent {
            return lines;
        }
        let progress = self.progress.get_or_insert_with(|| {
            let heading = epoch_heading(batch.epoch + 1, fit.epochs());
            lines.extend(heading.map(|text| Printed { text, replaces: false, stays: true }));
            Progress::new(style, verbose, batch.batches)
        });
        let logs = fit.logs();
        let logs: Vec<(&str, f64)> = logs.iter().map(|(key, value)| (key.as_str(), *value)).collect();
        let elapsed = seconds - self.began;
        let line = match batch.epoch_over {
            true => progress.finish(elapsed, &logs),
            false => progress.step(batch.batch + 1, elapsed, &logs),
        };
        let replaces = self.drawn;
        self.drawn |= line.is_some();
        lines.extend(line.map(|text| Printed { text, replaces, stays: batch.epoch_over }));
        if batch.epoch_over {
            (self.progress, self.began, self.drawn) = (None, seconds, false);
        }
        lines
    }
}

/// The line of an `evaluate` of so many rows that took `seconds`; `None` if silent.
pub fn evaluate_line(printing: Printing, rows: usize, seconds: f64, scores: &[(String, f64)]) -> Option<String> {
    evaluate_batches_line(printing, rows.div_ceil(BATCH), seconds, scores)
}

/// The line of an `evaluate` of so many batches that took `seconds`; `None` if silent.
pub fn evaluate_batches_line(
    printing: Printing,
    batches: usize,
    seconds: f64,
    scores: &[(String, f64)],
) -> Option<String> {
    let scores: Vec<(&str, f64)> = scores.iter().map(|(key, value)| (key.as_str(), *value)).collect();
    Progress::new(printing.style, printing.verbose, batches).finish(seconds, &scores)
}

/// The line of a `predict` of so many rows that took `seconds`; `None` if silent.
pub fn predict_line(printing: Printing, rows: usize, seconds: f64) -> Option<String> {
    evaluate_line(printing, rows, seconds, &[])
}
