//! `model.summary()` as Keras prints it.

use super::Style;
use crate::error::Error;
use crate::nn::{Layer, Schedule, Sequential, default_name};
use crate::number::fixed;

/// The summary of a model.
///
/// ```
/// use glassnet::text::{Style, Summary, SummaryLayer};
///
/// let dense = SummaryLayer {
///     name: "dense".to_string(),
///     kind: "Dense".to_string(),
///     units: Some(10),
///     parameters: Some(50),
///     non_trainable: 0,
/// };
/// let summary = Summary { name: "sequential".to_string(), layers: vec![dense], optimizer_parameters: None };
/// assert!(summary.text(Style::Keras3)?.contains("│ dense (Dense)                   │ (None, 10)             │"));
/// assert!(summary.text(Style::Keras2)?.contains("Total params: 50 (200.00 Byte)"));
/// # Ok::<(), glassnet::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The model's name: `sequential` where the author gave none.
    pub name: String,
    /// The layers in order, without the input.
    pub layers: Vec<SummaryLayer>,
    /// How many numbers the optimizer keeps, its count of iterations and its learning rate among them; `None` before
    /// the first step of training. Adam has 2 for each trainable parameter and 2 more, Nadam 3; a schedule takes the place
    /// of the learning rate and is no number.
    pub optimizer_parameters: Option<usize>,
}

/// One row of a summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLayer {
    /// The layer's name, such as `dense_1`.
    pub name: String,
    /// Its class: `Dense` or `Dropout`.
    pub kind: String,
    /// The size of its output; `None` while the input's size is not known.
    pub units: Option<usize>,
    /// How many parameters it has; `None` for a layer that will have some when the input's size is known.
    pub parameters: Option<usize>,
    /// How many of them the optimizer leaves alone, such as moving means.
    pub non_trainable: usize,
}

/// The widths of Keras 3's cells, without the space at either side: of 76 columns, as it prints on a terminal of 80
/// columns and wherever there is none.
const CELLS: [usize; 3] = [31, 22, 13];
/// Where the columns of Keras 2 end.
const ENDS: [usize; 3] = [29, 55, 65];
const HEADINGS: [&str; 3] = ["Layer (type)", "Output Shape", "Param #"];

impl Summary {
    /// Summarizes a model.
    pub fn of(model: &Sequential) -> Self {
        let mut unnamed = Vec::new();
        let layer = |layer: &Layer| {
            // Layers that their author named do not count.
            if layer.name().is_none() {
                unnamed.push(layer.class());
            }
            SummaryLayer {
                name: layer.name().map_or_else(|| default_name(&unnamed), str::to_string),
                kind: layer.class().to_string(),
                units: Some(layer.units()),
                parameters: Some(layer.range().len()),
                non_trainable: non_trainable(layer),
            }
        };
        let layers = model.layers().iter().map(layer).collect();
        Summary { name: "sequential".to_string(), layers, optimizer_parameters: optimizer_parameters(model) }
    }

    /// The summary's lines, each with a line break at its end.
    ///
    /// Keras 3 writes `?` for the output and `0 (unbuilt)` for the parameters of a layer that is not built.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) in the Keras 2 style for a model whose input size is not known or that has no layers: there
    /// Keras 2 raises an error.
    pub fn text(&self, style: Style) -> Result<String, Error> {
        match style {
            Style::Keras3 => Ok(self.keras_3()),
            Style::Keras2 => self.keras_2(),
        }
    }

    /// The counts of trainable and non-trainable parameters.
    fn parameters(&self) -> [usize; 2] {
        let all: usize = self.layers.iter().filter_map(|layer| layer.parameters).sum();
        let fixed = self.layers.iter().map(|layer| layer.non_trainable).sum();
        [all - fixed, fixed]
    }

    /// The bytes of the non-trainable parameters: 4 a number, but that the count of a Normalization has 8.
    fn fixed_bytes(&self) -> usize {
        let has_count = |layer: &&SummaryLayer| layer.kind == "Normalization" && layer.non_trainable > 0;
        4 * (self.parameters()[1] + self.layers.iter().filter(has_count).count())
    }

    fn keras_3(&self) -> String {
        let mut out = format!("Model: \"{}\"\n", self.name);
        rule(&mut out, ["┏", "━", "┳", "┓"]);
        row(&mut out, HEADINGS.map(str::to_string), "┃");
        rule(&mut out, ["┡", "━", "╇", "┩"]);
        for (idx, layer) in self.layers.iter().enumerate() {
            if idx > 0 {
                rule(&mut out, ["├", "─", "┼", "┤"]);
            }
            row(&mut out, layer.fields(true), "│");
        }
        rule(&mut out, ["└", "─", "┴", "┘"]);
        let [trainable, fixed] = self.parameters();
        let state = self.optimizer_parameters;
        let total = trainable + fixed + state.unwrap_or(0);
        let bytes = 4 * trainable + self.fixed_bytes();
        count(&mut out, "Total", total, bytes + state.map_or(0, optimizer_bytes));
        count(&mut out, "Trainable", trainable, 4 * trainable);
        count(&mut out, "Non-trainable", fixed, self.fixed_bytes());
        if let Some(state) = state {
            count(&mut out, "Optimizer", state, optimizer_bytes(state));
        }
        out
    }

    fn keras_2(&self) -> Result<String, Error> {
        if self.layers.is_empty() || self.layers.iter().any(|layer| layer.units.is_none()) {
            let expected = "a model that is built, for a summary in the Keras 2 style";
            let received = "one whose input size is not known, or without layers";
            return Err(Error::shape("model", expected, received));
        }
        let line = |character: &str| character.repeat(ENDS[2]) + "\n";
        let mut out = format!("Model: \"{}\"\n{}", self.name, line("_"));
        legacy_row(&mut out, HEADINGS.map(str::to_string));
        out.push_str(&line("="));
        for layer in &self.layers {
            legacy_row(&mut out, layer.fields(false));
            out.push_str(&line(" "));
        }
        out.push_str(&line("="));
        let [trainable, fixed] = self.parameters();
        let fixed_bytes = self.fixed_bytes();
        for (what, params, bytes) in [
            ("Total", trainable + fixed, 4 * trainable + fixed_bytes),
            ("Trainable", trainable, 4 * trainable),
            ("Non-trainable", fixed, fixed_bytes),
        ] {
            out.push_str(&format!("{what} params: {params} ({})\n", size(bytes, "Byte")));
        }
        Ok(out + &line("_"))
    }
}

impl SummaryLayer {
    fn fields(&self, commas: bool) -> [String; 3] {
        [
            format!("{} ({})", self.name, self.kind),
            self.units.map_or("?".to_string(), |units| format!("(None, {units})")),
            match self.parameters {
                None => "0 (unbuilt)".to_string(),
                Some(parameters) if commas => thousands(parameters),
                Some(parameters) => parameters.to_string(),
            },
        ]
    }
}

/// How many parameters of a layer the optimizer leaves alone.
fn non_trainable(layer: &Layer) -> usize {
    let fixed = layer.tensors().into_iter().filter(|tensor| !tensor.trainable);
    fixed.map(|tensor| tensor.range.len()).sum()
}

/// How many numbers the optimizer keeps, once it has taken a step.
fn optimizer_parameters(model: &Sequential) -> Option<usize> {
    let state = model.optimizer_state();
    let rate = usize::from(matches!(model.optimizer().learning_rate, Schedule::Constant(_)));
    let momentum_product = usize::from(model.optimizer().rule.keeps_momentum_product());
    // There are slots of what the optimizer leaves alone too, which Keras does without.
    let fixed: usize = model.layers().iter().map(non_trainable).sum();
    let slots = state.slots.len() - model.optimizer().rule.slot_names().len() * fixed;
    (state.iterations > 0).then(|| slots + 1 + rate + momentum_product)
}

/// 4 bytes for each number, and 8 for the count of iterations.
fn optimizer_bytes(parameters: usize) -> usize {
    4 * parameters + 4
}

fn rule(out: &mut String, [left, dash, cross, right]: [&str; 4]) {
    let cells = CELLS.map(|width| dash.repeat(width + 2));
    out.push_str(&format!("{left}{}{right}\n", cells.join(cross)));
}

/// One row of Keras 3's table, as many lines high as its highest cell.
fn row(out: &mut String, fields: [String; 3], bar: &str) {
    let cells = [0, 1, 2].map(|idx| wrap(&fields[idx], CELLS[idx]));
    for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        for (idx, cell) in cells.iter().enumerate() {
            let (text, width) = (cell.get(line).map_or("", String::as_str), CELLS[idx]);
            match idx {
                2 => out.push_str(&format!("{bar} {text:>width$} ")),
                _ => out.push_str(&format!("{bar} {text:<width$} ")),
            }
        }
        out.push_str(bar);
        out.push('\n');
    }
}

/// The words of a cell on lines of `width` characters; a word that is longer has a line of its own and is cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines.iter().map(|line| cut(line, width)).collect()
}

fn cut(line: &str, width: usize) -> String {
    if line.chars().count() <= width {
        return line.to_string();
    }
    line.chars().take(width - 1).chain(['…']).collect()
}

/// One row of Keras 2's table; what does not fit goes on, letter by letter, on the next line.
fn legacy_row(out: &mut String, fields: [String; 3]) {
    let mut rest = fields.map(|field| field.chars().collect::<Vec<char>>());
    while rest.iter().any(|field| !field.is_empty()) {
        let mut line = " ".to_string();
        for (idx, field) in rest.iter_mut().enumerate() {
            let start = if idx == 0 { 0 } else { ENDS[idx - 1] };
            // Two spaces between columns, and one before the first.
            let room = ENDS[idx] - start - if idx == 2 { 0 } else { 3 };
            line.extend(field.drain(..room.min(field.len())));
            let missing = ENDS[idx].saturating_sub(line.chars().count());
            line.push_str(&" ".repeat(missing));
        }
        out.push_str(&line);
        out.push('\n');
    }
}

fn count(out: &mut String, what: &str, params: usize, bytes: usize) {
    let params = thousands(params);
    out.push_str(&format!(" {what} params: {params} ({})\n", size(bytes, "B")));
}

/// Bytes as Keras counts them: `244.00 B`, `19.53 KB`, `7.66 MB`.
fn size(bytes: usize, unit: &str) -> String {
    let mut value = bytes as f64;
    for unit in [unit, "KB", "MB", "GB", "TB"] {
        if value < 1024.0 {
            return format!("{} {unit}", fixed(value, 2));
        }
        value /= 1024.0;
    }
    format!("{} PB", fixed(value, 2))
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
