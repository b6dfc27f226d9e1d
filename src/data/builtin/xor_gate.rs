//! The four points of XOR.

use super::gate::truth_table;
use super::{Entry, TableFacts};

pub(super) const XOR_GATE: TableFacts = TableFacts {
    entry: Entry::new("xor_gate", "the four points of XOR; y is 1 where x1 and x2 differ"),
    title: "XOR gate",
    file_name: "xor_gate.csv",
    task: "binary",
    class_column: Some("y"),
    make: || truth_table(|x1, x2| x1 ^ x2),
};
