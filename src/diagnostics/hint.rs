//! Hints: findings with their severity, place and words.

use super::hints::Finding;
use super::kind::{Place, Severity, Subject};
use serde::Serialize;

/// A hint: a finding with its severity and its words.
///
/// In JavaScript `{code, facts, subject, severity, place, message, advice}`: a page in another language writes its
/// words from the code and the facts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hint {
    code: &'static str,
    /// The facts.
    #[serde(rename = "facts")]
    pub finding: Finding,
    /// What it is about.
    pub subject: Subject,
    /// How much it matters.
    pub severity: Severity,
    /// The place that it belongs to, if that is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What was found, in an English sentence.
    pub message: String,
    /// What to try, in an English sentence.
    pub advice: String,
}

impl Hint {
    /// The short stable name of its kind, such as `index_column`.
    pub fn code(&self) -> &'static str {
        self.code
    }
}

impl From<Finding> for Hint {
    fn from(finding: Finding) -> Self {
        let kind = finding.kind();
        Hint {
            code: kind.code(),
            subject: kind.subject(),
            severity: kind.severity(),
            place: kind.place(),
            message: kind.message(),
            advice: kind.advice(),
            finding,
        }
    }
}
