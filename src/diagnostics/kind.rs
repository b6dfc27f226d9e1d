//! What a hint is: a finding with its severity, its place and its words.

use crate::number::fixed;
use crate::scientific::scientific;
use serde::Serialize;

/// What a hint is about, and so where it can be acted upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The features as they are.
    Data,
    /// Cells that are empty, and what became of their rows.
    MissingValues,
    /// Layers, activations, loss, metrics and optimizer.
    Model,
    /// What happened while the model was trained.
    Run,
}

/// How much a hint matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; nothing is wrong.
    Info,
    /// It works worse than it could, or not as it seems.
    Warning,
    /// It cannot work so.
    Problem,
}

/// The place that a hint belongs to; each counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Place {
    /// A column of the inputs.
    Feature(usize),
    /// A dense layer.
    Layer(usize),
    /// An epoch of the fit.
    Epoch(usize),
}

/// The facts of one kind of hint, and what follows from them.
pub(super) trait HintKind {
    /// Its short stable name, such as `index_column`.
    fn code(&self) -> &'static str;

    fn subject(&self) -> Subject;

    fn severity(&self) -> Severity;

    /// The place that it belongs to, if that is one.
    fn place(&self) -> Option<Place>;

    /// What was found, in an English sentence.
    fn message(&self) -> String;

    /// What to try, in an English sentence.
    fn advice(&self) -> String;

    /// Facts with which each of its sentences comes, and with a count of one where it counts.
    fn examples() -> Vec<Self>
    where
        Self: Sized;
}

/// A layer whose gradient is this many times smaller or larger than the last layer's is far behind or ahead of it. Each
/// sigmoid takes at least a factor of 4, so four take more than 100; the start weights of Glorot and Bengio (2010) and
/// He et al. (2015) are drawn so that the size of gradients stays the same but for that.
pub(super) const OUT_OF_SIZE: f64 = 100.0;

/// A number with about three digits, for a sentence.
pub(super) fn say(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-3..1e6).contains(&size) {
        return scientific(value, 1);
    }
    let decimals = [100.0, 10.0, 1.0, 0.1, 0.01].iter().position(|bound| size >= *bound).unwrap_or(5);
    let text = fixed(value, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_with_about_three_digits() {
        let said = [0.0, 296.4, 27.0, 1.0, 0.12345, 0.0123456, 0.001, 0.0000187, 1.5e20, -2.5].map(say);
        assert_eq!(said, ["0", "296", "27", "1", "0.123", "0.0123", "0.001", "1.9e-05", "1.5e+20", "-2.5"]);
    }
}
