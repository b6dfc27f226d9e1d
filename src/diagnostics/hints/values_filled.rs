//! Missing features that are filled with a mean.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::error::counted;
use serde::Serialize;

/// Missing features have the mean of the training rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuesFilled {
    /// How many.
    pub filled: usize,
    /// The columns in which values are missing.
    pub columns: Vec<String>,
}

impl HintKind for ValuesFilled {
    fn code(&self) -> &'static str {
        "values_filled"
    }

    fn subject(&self) -> Subject {
        Subject::MissingValues
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn place(&self) -> Option<Place> {
        None
    }

    fn message(&self) -> String {
        let (were, columns) = (if self.filled == 1 { "was" } else { "were" }, self.columns.join(", "));
        let values = counted(self.filled, "value");
        format!("{values} of {columns} {were} missing; the mean of the training rows stands there.")
    }

    fn advice(&self) -> String {
        "Leave the rows out instead if they are few; a mean tells the network nothing of its row.".into()
    }

    fn examples() -> Vec<Self> {
        let example = |filled| ValuesFilled { filled, columns: vec!["TV".into()] };
        vec![example(12), example(1)]
    }
}
