//! What a reader does with a table, and what is rejected.
#![cfg(not(target_arch = "wasm32"))]

use glassnet::data::{AdvertisingHeader, Column, CsvOptions, Separator, Table};

const TUTORIAL: &str =
    ",TV,Radio,Newspaper,Sales\n1,230.1,37.8,69.2,22.1\n2,44.5,39.3,45.1,10.4\n3,17.2,45.9,69.3,9.3\n";

fn read(text: &str) -> Table {
    Table::from_csv(text, CsvOptions::default()).unwrap()
}

fn error<T: std::fmt::Debug>(result: Result<T, glassnet::Error>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn the_tutorial_s_trap_a_dropped_column_stays_in_the_table_it_was_dropped_from() {
    let table = read(TUTORIAL);
    let dropped = table.drop(&["Unnamed: 0"]).unwrap();
    assert_eq!(dropped.names(), ["TV", "Radio", "Newspaper", "Sales"]);
    assert_eq!(table.names()[0], "Unnamed: 0");
    assert!(table.is_index_column("Unnamed: 0"));
    assert_eq!(table.drop(&["Sales"]).unwrap().numbers_row_major(&["Unnamed: 0"]).unwrap(), [1.0, 2.0, 3.0]);
}

#[test]
fn numbers_lie_row_by_row_in_the_order_of_the_names() {
    let table = read(TUTORIAL);
    assert_eq!(table.numbers_row_major(&["Sales", "TV"]).unwrap(), [22.1, 230.1, 10.4, 44.5, 9.3, 17.2]);
    let selected = table.select(&["Sales", "TV"]).unwrap();
    assert_eq!(selected.values_row_major(selected.names()).unwrap(), [22.1, 230.1, 10.4, 44.5, 9.3, 17.2]);
}

#[test]
fn head_and_take_keep_the_columns_and_the_order_of_rows() {
    let table = read(TUTORIAL);
    assert_eq!(table.head(2).to_csv(), ",TV,Radio,Newspaper,Sales\n1,230.1,37.8,69.2,22.1\n2,44.5,39.3,45.1,10.4\n");
    assert_eq!(table.head(9), table);
    assert_eq!(table.take(&[2, 0]).unwrap().numbers_row_major(&["Sales"]).unwrap(), [9.3, 22.1]);
    assert_eq!(error(table.take(&[3])), "row: expected below 3, received 3");
}

#[test]
fn an_index_counts_from_zero_or_one_without_a_gap() {
    let is_index = |cells: &str| read(&format!("x\n{cells}")).is_index_column("x");
    assert_eq!(
        ["0\n1\n2", "1\n2", "2\n3", "1\n3", "1.0\n2.0", "a\nb", "1"].map(is_index),
        [true, true, false, false, false, false, false]
    );
    assert!(!read("x\n1\n2").is_index_column("y"));
}

#[test]
fn the_header_of_the_course_and_of_the_book_are_recognised() {
    let header = |header: &str| read(&format!("{header}\n1,2,3,4\n")).advertising_header();
    assert_eq!(header("FB,TV,Newspaper,Sales"), Some(AdvertisingHeader::Course));
    assert_eq!(header("tv,radio,newspaper,sales"), Some(AdvertisingHeader::Book));
    assert_eq!(header("a,TV,Newspaper,Sales"), None);
}

#[test]
fn text_or_a_gap_among_numbers_is_rejected_with_its_row_and_column() {
    let table = read("TV,Sales\n1,5\n2,much\n,7\n");
    assert_eq!(
        error(table.numbers_row_major(&["TV", "Sales"])),
        "row 2 of column TV: expected a number, received a missing value"
    );
    assert_eq!(
        error(table.numbers_row_major(&["Sales"])),
        "row 1 of column Sales: expected a number, received the text \"much\""
    );
    let large = read("x\n1\n1e39\n");
    assert_eq!(
        error(large.numbers_row_major(&["x"])),
        "row 1 of column x: expected a number of at most 3.4e38, the largest of float32, received 1e+39, which is too large"
    );
    assert_eq!(large.values_row_major(&["x"]).unwrap(), [1.0, 1e39]);
}

#[test]
fn an_unknown_column_is_rejected_with_the_nearest() {
    let table = read(TUTORIAL);
    let message = "column: expected Sales or one of Unnamed: 0, TV, Radio, Newspaper, Sales, received sale";
    assert_eq!(error(table.column("sale")), message);
    assert_eq!(error(table.drop(&["TV", "sale"])), message);
    assert_eq!(error(table.select(&["sale"])), message);
    assert_eq!(error(table.numbers_row_major(&["sale"])), message);
    assert_eq!(error(table.labels("sale")), message);
}

#[test]
fn a_table_without_columns_or_with_one_twice_is_rejected() {
    let table = read("a,b\n1,2\n");
    assert_eq!(error(table.drop(&["a", "b"])), "columns: expected at least 1, received 0");
    assert_eq!(error(table.select(&[] as &[&str])), "columns: expected at least 1, received 0");
    let twice = "columns: expected names that are not empty and come once, received the name \"a\"";
    assert_eq!(error(table.select(&["a", "b", "a"])), twice);
    let of = |columns: Vec<(&str, Column)>| {
        Table::new(columns.into_iter().map(|(name, column)| (name.to_string(), column)).collect())
    };
    assert_eq!(error(of(vec![("a", Column::integers([1])), ("a", Column::integers([2]))])), twice);
    assert_eq!(error(of(vec![])), "table: expected at least 1 column and 1 row, received none");
    assert_eq!(
        error(of(vec![("a", Column::integers([1])), ("b", Column::integers([]))])),
        "column b: expected 1 row, received 0 rows"
    );
    let infinite = of(vec![("a", Column::numbers([1.0, f64::INFINITY]))]);
    assert_eq!(error(infinite), "row 1 of column a: expected a finite number, received inf");
    let broken = of(vec![("a", Column::Numbers { values: vec![0.5], is_integer: true })]);
    assert_eq!(error(broken), "row 0 of column a: expected a finite integer, received 0.5");
}

#[test]
fn a_separator_that_is_given_is_taken_and_one_that_cannot_be_is_rejected() {
    let with = |separator| CsvOptions { separator: Some(Separator::Char(separator)), ..CsvOptions::default() };
    assert_eq!(Table::from_csv("a:b\n1:2\n", with(':')).unwrap().names(), ["a", "b"]);
    assert_eq!(Table::from_csv("a;b\n1;2\n", with(',')).unwrap().names(), ["a;b"]);
    for (separator, shown) in [('"', "'\"'"), ('\n', "'\\n'"), ('·', "'·'")] {
        assert_eq!(
            error(Table::from_csv("a\n1\n", with(separator))),
            format!("separator: expected one character such as , ; | # or a tab, received {shown}")
        );
    }
}

#[test]
fn a_decimal_comma_is_read_behind_semicolons_or_on_demand() {
    let value =
        |text, options| Table::from_csv(text, options).unwrap().column("a").unwrap().values().map(<[f64]>::to_vec);
    assert_eq!(value("a;b\n1,5;x\n2.5;y\n", CsvOptions::default()), Some(vec![1.5, 2.5]));
    let comma = CsvOptions { decimal: Some(','), ..CsvOptions::default() };
    assert_eq!(value("a\tb\n1.5\tx\n", comma), Some(vec![1.5]));
    let point = CsvOptions { decimal: Some('.'), ..CsvOptions::default() };
    assert_eq!(value("a;b\n1,5;x\n", point), None);
}

#[test]
fn what_csv_could_mistake_is_written_in_quotes() {
    let cells = ["a,b", "c;d", "e|f", "\t", "\"", "line\nbreak", "\u{feff}", "plain"];
    let column = Column::Text(cells.iter().map(|cell| Some(cell.to_string())).collect());
    let table = Table::new(vec![("x;y".to_string(), column)]).unwrap();
    let text = table.to_csv();
    assert!(text.starts_with("\"x;y\"\n\"a,b\"\n\"c;d\"\n\"e|f\"\n"), "{text}");
    assert!(text.ends_with("plain\n"));
    // A tab alone is blank, and so missing.
    let expected = cells.iter().map(|cell| (*cell != "\t").then(|| cell.to_string()));
    assert_eq!(*read(&text).column("x;y").unwrap(), Column::Text(expected.collect()));
}
