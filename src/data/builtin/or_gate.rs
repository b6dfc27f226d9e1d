//! The four points of OR.

use super::gate::truth_table;
use super::{Entry, TableFacts};

pub(super) const OR_GATE: TableFacts = TableFacts {
    entry: Entry::new("or_gate", "the four points of OR; y is 1 where x1 or x2 is 1"),
    title: "OR gate",
    file_name: "or_gate.csv",
    task: "binary",
    class_column: Some("y"),
    make: || truth_table(|x1, x2| x1 | x2),
};
