//! A feature that only counts the rows.

use crate::diagnostics::data::HintData;
use crate::diagnostics::kind::{HintKind, Place, Severity, Subject};
use serde::Serialize;

/// From so many rows on, numbers that are all different and below twice the count of rows are taken for a shuffled and
/// split row count: by chance `n` of `2n` numbers are all different about once in `(e/2)^n / √2` tries, 7000 for 30.
const COUNTED_ROWS: usize = 30;

/// A feature only counts the rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndexColumn {
    /// The feature, from 0.
    pub feature: usize,
    /// Its name.
    pub name: String,
}

impl HintKind for IndexColumn {
    fn code(&self) -> &'static str {
        "index_column"
    }

    fn subject(&self) -> Subject {
        Subject::Data
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Feature(self.feature))
    }

    fn message(&self) -> String {
        format!("{} only counts the rows, yet the model uses it as a feature.", self.name)
    }

    fn advice(&self) -> String {
        format!("Drop {}, and go on with the table that drop returns.", self.name)
    }

    fn examples() -> Vec<Self> {
        vec![IndexColumn { feature: 0, name: "id".into() }]
    }
}

/// Features that count the rows: by the table, or by their numbers alone. A feature without others beside it is left
/// alone: there the count is the data.
pub(in crate::diagnostics) fn find(data: &HintData, width: usize) -> Vec<IndexColumn> {
    let in_table = |feature: usize| {
        let found = data.table.zip(data.names.get(feature));
        found.is_some_and(|(table, name)| table.is_index_column(name))
    };
    let is_index = |feature: &usize| in_table(*feature) || counts_rows(data.column(*feature, width));
    let features = (0..width).filter(|_| width > 1).filter(is_index);
    features.map(|feature| IndexColumn { feature, name: data.name(feature) }).collect()
}

/// Whether numbers are a count of the rows, in order from 0 or 1, or shuffled and some left out.
fn counts_rows(column: impl Iterator<Item = f64> + Clone) -> bool {
    let rows = column.clone().count();
    let is_count = |x: f64| x >= 0.0 && x == libm::floor(x) && x < 2.0 * rows as f64;
    if rows < COUNTED_ROWS || !column.clone().all(is_count) {
        return false;
    }
    let mut seen = vec![false; 2 * rows];
    column.map(|x| x as usize).all(|x| !std::mem::replace(&mut seen[x], true))
}
