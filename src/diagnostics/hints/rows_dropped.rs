//! Rows with missing values that are left out.

use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use crate::error::counted;
use serde::Serialize;

/// Rows in which a feature or the target is missing are left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowsDropped {
    /// How many.
    pub dropped: usize,
    /// Of how many.
    pub rows: usize,
    /// The columns in which values are missing.
    pub columns: Vec<String>,
}

impl HintKind for RowsDropped {
    fn code(&self) -> &'static str {
        "rows_dropped"
    }

    fn subject(&self) -> Subject {
        Subject::MissingValues
    }

    fn severity(&self) -> Severity {
        // A fifth of the rows is more than chance misses.
        if 5 * self.dropped > self.rows { Severity::Warning } else { Severity::Info }
    }

    fn place(&self) -> Option<Place> {
        None
    }

    fn message(&self) -> String {
        let (are, columns) = (if self.dropped == 1 { "is" } else { "are" }, self.columns.join(", "));
        let rows = counted(self.rows, "row");
        format!("{} of {rows} {are} left out, as a value of {columns} is missing there.", self.dropped)
    }

    fn advice(&self) -> String {
        "Fill features with the mean of the training rows, or leave out the column in which most are missing.".into()
    }

    fn examples() -> Vec<Self> {
        let example = |dropped, rows| RowsDropped { dropped, rows, columns: vec!["TV".into()] };
        vec![example(5, 200), example(1, 200), example(1, 1)]
    }
}
