//! Logic gates: what they share.

use super::{Column, Table};

/// The columns `x1`, `x2` and `y` of a gate, with its inputs counted up: 00, 01, 10, 11.
pub(super) fn truth_table(gate: fn(i32, i32) -> i32) -> Table {
    let rows = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let columns = [
        ("x1".to_string(), Column::integers(rows.map(|(x1, _)| x1))),
        ("x2".to_string(), Column::integers(rows.map(|(_, x2)| x2))),
        ("y".to_string(), Column::integers(rows.map(|(x1, x2)| gate(x1, x2)))),
    ];
    Table::of(columns.into())
}

#[cfg(test)]
mod tests {
    use super::super::BuiltinTable::{self, AndGate, OrGate, XorGate};

    #[test]
    fn gates_have_the_rows_of_their_truth_tables() {
        let rows = |gate: BuiltinTable| gate.table().values_row_major(&["x1", "x2", "y"]).unwrap();
        assert_eq!(rows(AndGate), [0., 0., 0., 0., 1., 0., 1., 0., 0., 1., 1., 1.]);
        assert_eq!(rows(OrGate), [0., 0., 0., 0., 1., 1., 1., 0., 1., 1., 1., 1.]);
        assert_eq!(rows(XorGate), [0., 0., 0., 0., 1., 1., 1., 0., 1., 1., 1., 0.]);
    }
}
