//! Lints that teach: what is likely to go wrong with a model, its data or its training, and what to try.

use super::finding::{Finding, Place};
use serde::Serialize;

/// How much a finding matters.
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

/// A finding with its weight and its words.
///
/// In JavaScript `{code, facts, severity, place, message, advice}`: a page in another language says it from the code
/// and the facts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lint {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// How much it matters.
    pub severity: Severity,
    /// Where it belongs, if it belongs to one place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What is so, in a sentence.
    pub message: String,
    /// What to try, in a sentence.
    pub advice: String,
}

impl Lint {
    pub(super) fn new(severity: Severity, finding: Finding) -> Self {
        let (message, advice) = (finding.message(), finding.advice());
        Lint { place: finding.place(), severity, message, advice, finding }
    }

    /// The finding's short stable name.
    pub fn code(&self) -> &'static str {
        self.finding.code()
    }
}
