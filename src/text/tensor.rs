//! Tensors as TensorFlow 2 prints them: NumPy's text of the numbers, with shape and type.

use crate::decimal::shortest_digits;
use crate::number::fixed;
use crate::scientific::scientific;

/// The most characters of a line.
const WIDTH: usize = 75;
/// Above so many numbers only those at the edges are shown.
const THRESHOLD: usize = 1000;
/// How many numbers, or rows, are shown at each edge.
const EDGE: usize = 3;
/// The most digits after the point.
const PRECISION: usize = 8;

/// `print(tensor)` of float32 numbers with a shape of one or two sizes, row by row.
///
/// Recorded from TensorFlow 2.21 with NumPy 2.4.
///
/// ```
/// use glassnet::text::tensor_text;
///
/// assert_eq!(tensor_text(&[6.5, 20.0], &[2]), "tf.Tensor([ 6.5 20. ], shape=(2,), dtype=float32)");
/// ```
pub fn tensor_text(numbers: &[f32], shape: &[usize]) -> String {
    let body = numpy(numbers, shape);
    let line_break = if body.contains('\n') { "\n" } else { "" };
    let sizes = match shape {
        [size] => format!("({size},)"),
        _ => format!("({})", shape.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    };
    format!("tf.Tensor({line_break}{body}, shape={sizes}, dtype=float32)")
}

/// `str(array)` of NumPy.
fn numpy(numbers: &[f32], shape: &[usize]) -> String {
    let width = shape.get(1).copied().unwrap_or(numbers.len()).max(1);
    let rows: Vec<&[f32]> = numbers.chunks(width).collect();
    let cut = numbers.len() > THRESHOLD;
    let shown = |count: usize| places(count, cut);
    let of_row = |row: &[f32]| -> Vec<f32> { shown(row.len()).into_iter().flatten().map(|at| row[at]).collect() };
    let seen: Vec<f32> = shown(rows.len()).into_iter().flatten().flat_map(|at| of_row(rows[at])).collect();
    let format = Format::of(&seen);
    let line = |row: &[f32], indent: usize| {
        let words = shown(row.len()).into_iter();
        wrapped(words.map(|at| at.map_or_else(|| "...".to_string(), |at| format.word(row[at]))), indent)
    };
    if shape.len() == 1 {
        return if numbers.is_empty() { "[]".to_string() } else { line(numbers, 1) };
    }
    let lines = shown(rows.len()).into_iter().map(|at| at.map_or_else(|| "...".to_string(), |at| line(rows[at], 2)));
    format!("[{}]", lines.collect::<Vec<_>>().join("\n "))
}

/// Which of `count` places are shown; `None` stands for those that are left out.
fn places(count: usize, cut: bool) -> Vec<Option<usize>> {
    if !cut || count <= 2 * EDGE {
        return (0..count).map(Some).collect();
    }
    (0..EDGE).map(Some).chain([None]).chain((count - EDGE..count).map(Some)).collect()
}

/// Words in brackets, on as many lines as they need; further lines are indented.
fn wrapped(words: impl Iterator<Item = String>, indent: usize) -> String {
    // Each bracket that may close behind a line has its place kept free.
    let room = WIDTH - indent;
    let indent = " ".repeat(indent);
    let (mut done, mut line) = (String::new(), indent.clone());
    for (idx, word) in words.enumerate() {
        if idx > 0 {
            line.push(' ');
        }
        if line.len() + word.len() > room && line.len() > indent.len() {
            done.push_str(line.trim_end());
            done.push('\n');
            line.clone_from(&indent);
        }
        line.push_str(&word);
    }
    done.push_str(&line);
    format!("[{}]", &done[indent.len()..])
}

/// How the numbers of an array are written, all in the same way.
#[derive(Debug, Clone, Copy)]
struct Format {
    scientific: bool,
    /// Digits after the point in powers of ten; at most so many otherwise.
    precision: usize,
    left: usize,
    right: usize,
}

impl Format {
    fn of(numbers: &[f32]) -> Self {
        let finite: Vec<f32> = numbers.iter().copied().filter(|number| number.is_finite()).collect();
        let sizes = || finite.iter().map(|number| number.abs()).filter(|size| *size > 0.0);
        let (least, largest) = (sizes().fold(f32::INFINITY, f32::min), sizes().fold(0.0, f32::max));
        // What digits float32 is sure of, 6, is where NumPy turns to powers of ten.
        let scientific = largest > 0.0 && (largest >= 1e6 || least < 1e-4 || largest / least > 1000.0);
        let mut format = Format { scientific, precision: PRECISION, left: 0, right: 0 };
        if scientific {
            let decimals = finite.iter().map(|number| shortest_digits(*number).0.to_string().len() - 1);
            format.precision = decimals.max().unwrap_or(0);
        }
        for number in &finite {
            let text = format.plain(*number);
            let (left, right) = text.split_once('.').unwrap_or((&text, ""));
            format.left = format.left.max(left.len());
            format.right = format.right.max(right.len());
        }
        let longest = |number: &f32| format.plain(*number).len();
        let others = numbers.iter().filter(|number| !number.is_finite()).map(longest).max().unwrap_or(0);
        format.left = format.left.max(others.saturating_sub(format.right + 1));
        format
    }

    /// A number as wide as all are.
    fn word(&self, number: f32) -> String {
        let text = self.plain(number);
        let width = self.left + 1 + self.right;
        match text.split_once('.') {
            None => format!("{text:>width$}"),
            Some((left, right)) => format!("{left:>0$}.{right:<1$}", self.left, self.right),
        }
    }

    /// A number without the spaces around it.
    fn plain(&self, number: f32) -> String {
        let value = f64::from(number);
        if number.is_nan() {
            return "nan".to_string();
        }
        if number.is_infinite() {
            return if number > 0.0 { "inf".to_string() } else { "-inf".to_string() };
        }
        if self.scientific {
            // As many digits as the longest needs, of the others beyond what they need.
            let text = scientific(value, self.precision);
            return if self.precision == 0 { text.replacen('e', ".e", 1) } else { text };
        }
        let (digits, last) = shortest_digits(number);
        let decimals = if digits == 0 { 0 } else { (-last).max(0) as usize };
        let text = fixed(value, decimals.clamp(1, self.precision));
        text.trim_end_matches('0').to_string()
    }
}
