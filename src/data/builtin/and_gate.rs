//! The four points of AND.

use super::gate::truth_table;
use super::{Entry, TableFacts};

pub(super) const AND_GATE: TableFacts = TableFacts {
    entry: Entry::new("and_gate", "the four points of AND; y is 1 where x1 and x2 are 1"),
    title: "AND gate",
    file_name: "and_gate.csv",
    task: "binary",
    class_column: Some("y"),
    make: || truth_table(|x1, x2| x1 & x2),
};
