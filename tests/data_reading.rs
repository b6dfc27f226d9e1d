//! Tables as people have them: each file of a public report reads to its right values.
#![cfg(not(target_arch = "wasm32"))]

mod reports;

use glassnet::Value;
use glassnet::data::{Column, CsvOptions, Reading, Separator, Table};
use reports::{FILES, Right, bytes};

fn read(text: &str) -> Table {
    Table::from_csv(text, CsvOptions::default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn reading(text: &str) -> Reading {
    read(text).reading().unwrap().clone()
}

fn values(table: &Table, name: &str) -> Vec<f64> {
    table.column(name).unwrap().values().unwrap_or_else(|| panic!("{name} is text")).to_vec()
}

fn doubts(text: &str) -> Vec<(&'static str, Value)> {
    reading(text).alternatives.into_iter().map(|doubt| (doubt.option, doubt.value)).collect()
}

fn error(text: &str, options: CsvOptions) -> String {
    Table::from_csv(text, options).unwrap_err().to_string()
}

fn codes(text: &str) -> Vec<&'static str> {
    reading(text).notes.iter().map(|note| note.code).collect()
}

#[test]
fn every_file_of_a_report_reads_to_its_right_values() {
    for Right { file, names, columns, .. } in FILES {
        let table = Table::read(&bytes(file), CsvOptions::default()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(table.names(), *names, "{file}");
        for (name, expected) in *columns {
            assert_eq!(format!("{:?}", values(&table, name)), format!("{expected:?}"), "{name} of {file}");
        }
    }
}

#[test]
fn a_reading_given_back_reads_each_file_the_same_without_a_guess() {
    for Right { file, .. } in FILES {
        let table = Table::read(&bytes(file), CsvOptions::default()).unwrap();
        let strict = CsvOptions { strict: true, ..table.reading().unwrap().format.clone().into() };
        let again = Table::read(&bytes(file), strict).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(again, table, "{file}");
        assert_eq!(again.reading().unwrap().format, table.reading().unwrap().format, "{file}");
    }
}

#[test]
fn what_a_file_was_taken_for_is_told() {
    let of = |file: &str| Table::read(&bytes(file), CsvOptions::default()).unwrap().reading().unwrap().clone();
    let signs = |file: &str| (of(file).format.separator, of(file).format.decimal, of(file).format.thousands);
    assert_eq!(signs("01_thousands_comma.csv"), (Separator::Char(','), '.', Some(',')));
    assert_eq!(signs("02_semicolon_thousands_point.csv"), (Separator::Char(';'), ',', Some('.')));
    assert_eq!(signs("03_tab_decimal_comma.tsv"), (Separator::Char('\t'), ',', None));
    assert_eq!(signs("11_whitespace.txt"), (Separator::Whitespace, '.', None));
    assert_eq!((of("04_sep_line.csv").format.skip_rows, of("04_sep_line.csv").skipped_rows), (1, 1));
    let comments = of("06_comments.csv");
    assert_eq!((comments.format.comment, comments.skipped_rows), (Some('#'), 2));
    assert_eq!(of("07_question_marks.csv").format.na_values, ["?"]);
    let truths = of("09_bool.csv").format;
    assert_eq!((truths.true_values, truths.false_values), (vec!["True".to_string()], vec!["False".to_string()]));
    assert!(!of("10_no_header.csv").format.header && of("10_no_header.csv").alternatives.is_empty());
    for file in ["12_latin1_degree.csv", "12b_latin1_french.csv"] {
        assert_eq!(
            (of(file).format.encoding.as_deref(), of(file).alternatives.len()),
            (Some("windows-1252"), 0),
            "{file}"
        );
    }
    let units = [("discount", "%"), ("price", "₩")].map(|(column, unit)| (column.to_string(), unit.to_string()));
    assert_eq!(of("15_percent_currency.csv").format.units, units);
    assert_eq!(of("23_excel_blank_rows.csv").blank_rows, 2);
}

#[test]
fn ids_of_twenty_digits_stay_distinct_and_numbers_past_single_precision_are_told() {
    let table = Table::read(&bytes("22_extremes.csv"), CsvOptions::default()).unwrap();
    let ids = (0..3).map(|row| Some(format!("1234567890123456789{row}"))).collect();
    assert_eq!(*table.column("id").unwrap(), Column::Text(ids));
    let notes = &table.reading().unwrap().notes;
    let told: Vec<&str> = notes.iter().map(|note| note.code).collect();
    assert_eq!(told, ["long_integers", "too_large", "becomes_zero"]);
    assert!(notes[2].facts.contains(&("value", Value::String("1e-320".to_string()))), "{notes:?}");
    let large = table.numbers_row_major(&["p"]).unwrap_err();
    assert_eq!(large.code(), "out_of_range");
    assert!(large.to_string().ends_with("received 1e+39, which is too large"), "{large}");
    // A single long number merges with no other; written with an exponent it is a measurement.
    assert_eq!(values(&read("id,y\n12345678901234567890,1\n5,2\n"), "id")[0], 12_345_678_901_234_567_890.0);
    assert_eq!(values(&read("x,y\n1.0000000000000000001,1\n1.0000000000000000002,2\n"), "x"), [1.0, 1.0]);
}

#[test]
fn a_comma_between_digits_is_read_by_what_stands_around_it() {
    assert_eq!(values(&read("a,b\n1,\"1,250\"\n2,\"2,400\"\n"), "b"), [1250.0, 2400.0]);
    assert_eq!(values(&read("a;b\n1;1,250\n2;2,400\n"), "b"), [1.25, 2.4]);
    assert_eq!(values(&read("a;b\n1;1,25\n2;2,4\n"), "b"), [1.25, 2.4]);
    assert_eq!(values(&read("a\tb\n1\t1,250,000\n2\t7\n"), "b"), [1_250_000.0, 7.0]);
    assert_eq!(values(&read("a;b\n1;1'250.5\n2;2’400\n"), "b"), [1250.5, 2400.0]);
    assert_eq!(values(&read("a;b\n1;1\u{202f}250,5\n2;2 400\n"), "b"), [1250.5, 2400.0]);
}

#[test]
fn a_text_that_can_be_read_in_two_ways_names_them_and_is_rejected_where_that_was_asked_for() {
    let strict = || CsvOptions { strict: true, ..CsvOptions::default() };
    let thousands = "a,b\n1,\"1,250\"\n2,\"2,400\"\n";
    assert_eq!(doubts(thousands), [("decimal", Value::String(",".to_string()))]);
    assert_eq!(
        error(thousands, strict()),
        "decimal: expected to be given, as the text can be read in two ways, received nothing, and it could be the text \
         \",\" at \"1,250\""
    );
    let as_decimals = CsvOptions { decimal: Some(','), ..strict() };
    assert_eq!(values(&Table::from_csv(thousands, as_decimals).unwrap(), "b"), [1.25, 2.4]);
    assert_eq!(doubts("a;b\n1;1.250\n2;2.400\n"), [("decimal", Value::String(",".to_string()))]);
    assert_eq!(doubts("a,b\n1,1.250\n2,2.400\n"), [], "behind commas points are decimal");
    assert_eq!(doubts("a,b\nx,y\nz,w\n"), [("header", Value::Bool(false))]);
    assert_eq!(doubts("1,2,3\n4,5,6\n"), [("header", Value::Bool(true))]);
    assert!(error("a,b\nx,y\nz,w\n", strict()).starts_with("header: expected to be given"));
    assert_eq!(doubts("x,y\n1.5,2\n"), []);
}

#[test]
fn the_first_row_is_a_header_unless_it_is_like_those_below() {
    let header = |text: &str| reading(text).format.header;
    for text in [",a\n1,2\n", "x\n1\n", "country,2019,2020\nKR,5,6\n", "0,1,2\n5,6,7\n", "a,b\nx,y\n", "yes,x\n1,2\n"] {
        assert!(header(text), "{text}");
    }
    for text in ["1,2\n3,4\n", "1.5,a\n2.5,b\n", "yes,1\nno,2\n", "red,1\nred,2\n", "10%,1\n20%,2\n", "7\n"] {
        assert!(!header(text), "{text}");
    }
    let table = read("5.1,setosa\n4.9,setosa\n");
    assert_eq!((table.rows(), table.names()), (2, &["x1".to_string(), "x2".to_string()][..]));
    let told = CsvOptions { header: Some(true), ..CsvOptions::default() };
    assert_eq!(Table::from_csv("1,2\n3,4\n", told).unwrap().names(), ["1", "2"]);
}

#[test]
fn comments_are_lines_or_the_ends_of_lines_but_no_names_and_no_cells() {
    assert_eq!(read("# by a logger\nx,y\n1,2 \n# pause\n3,4\n").rows(), 2);
    assert_eq!(read("#id,x\n1,2\n").names(), ["#id", "x"]);
    let colours = read("# colours, by hand\nname,code\nred,#f00\n");
    assert_eq!(
        (colours.names().join(" ").as_str(), colours.column("code").unwrap().cell(0)),
        ("name code", Some("#f00".to_string()))
    );
    let told = CsvOptions { comment: Some(Some('%')), ..CsvOptions::default() };
    let table = Table::from_csv("% x\na,b\n1,2 % first\n\"%\",3\n", told).unwrap();
    assert_eq!((table.rows(), table.column("a").unwrap().cell(1)), (2, Some("%".to_string())));
    let ragged = error("# a note\n\nx,y\n1\n", CsvOptions::default());
    assert_eq!(ragged, "line 4 of the CSV: expected 2 cells, received 1 cell", "lines keep their numbers");
}

#[test]
fn words_for_missing_values_are_taken_up_where_numbers_are() {
    let table = read("a,b,c\n1,?,-\n2,x,3\n3,y,4\n");
    assert_eq!((table.column("c").unwrap().missing(), table.column("b").unwrap().missing()), (1, 0));
    let table = read("a,b\n?,?\n2,x\n3,y\n");
    assert_eq!((table.column("a").unwrap().missing(), table.column("b").unwrap().missing()), (1, 1));
    assert_eq!(values(&read("a\n?\n?\n1\n2\n3\n"), "a")[2], 1.0);
    assert!(read("a\n?\n?\n1\n").column("a").unwrap().values().is_none(), "more words than numbers are text");
    assert_eq!(codes("a,b\n1,x\n?,y\n2,z\n"), ["missing_words"]);
    let none = CsvOptions { na_values: Some(Vec::new()), ..CsvOptions::default() };
    assert!(Table::from_csv("a\n?\n1\n2\n", none).unwrap().column("a").unwrap().values().is_none());
}

#[test]
fn true_and_false_are_one_and_zero_and_keep_their_words() {
    let table = read("smoker,city\nyes,Busan\nno,Seoul\n,Busan\n");
    let column = table.column("smoker").unwrap();
    assert_eq!(column.values().unwrap()[..2], [1.0, 0.0]);
    assert_eq!((column.cell(0), column.cell(2)), (Some("yes".to_string()), None));
    assert_eq!(read("t\n참\n거짓\n").labels("t").unwrap(), (vec!["거짓".to_string(), "참".to_string()], vec![1, 0]));
    let own = |words: &[&str]| Some(words.iter().map(ToString::to_string).collect());
    let options = CsvOptions { true_values: own(&["on"]), false_values: own(&["off"]), ..CsvOptions::default() };
    let table = Table::from_csv("a,b\non,yes\noff,no\n", options).unwrap();
    assert_eq!((values(&table, "a"), table.column("b").unwrap().values()), (vec![1.0, 0.0], None));
}

#[test]
fn units_come_off_where_all_numbers_have_the_same() {
    assert_eq!(values(&read("p\n-$5\n\"$1,200.50\"\n"), "p"), [-5.0, 1200.5]);
    assert_eq!(values(&read("p;q\n5 €;1\n1.200,50 €;2\n"), "p"), [5.0, 1200.5]);
    assert_eq!(values(&read("값;n\n9,500원;1\n12,000원;2\n"), "값"), [9500.0, 12000.0]);
    assert!(read("p\n5 €\n5 $\n").column("p").unwrap().values().is_none());
    let none = CsvOptions { units: Some(Vec::new()), ..CsvOptions::default() };
    assert!(Table::from_csv("p\n10%\n20%\n", none).unwrap().column("p").unwrap().values().is_none());
}

#[test]
fn a_column_that_one_cell_keeps_from_being_numbers_is_told() {
    let notes = reading("a,b\n1,x\n2,y\nn/m,z\n").notes;
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert_eq!(notes[0].code, "text_among_numbers");
    assert!(
        notes[0].facts.contains(&("value", Value::String("n/m".to_string())))
            && notes[0].facts.contains(&("row", Value::Number(2.0)))
    );
}

#[test]
fn options_that_cannot_be_are_rejected_by_their_names() {
    let of = |options| error("a\n1\n", options);
    let usual = CsvOptions::default;
    assert_eq!(of(CsvOptions { decimal: Some(';'), ..usual() }), "decimal: expected . or ,, received ';'");
    let same = CsvOptions { decimal: Some(','), thousands: Some(Some(',')), ..usual() };
    assert!(of(same).starts_with("thousands: expected another sign than the decimal one"));
    assert!(of(CsvOptions { thousands: Some(Some('_')), ..usual() }).starts_with("thousands: expected , . ' a space"));
    assert!(of(CsvOptions { comment: Some(Some('é')), ..usual() }).starts_with("comment: expected one character"));
    let comment = CsvOptions { separator: Some(Separator::Char('#')), comment: Some(Some('#')), ..usual() };
    assert!(of(comment).starts_with("comment: expected another character"));
}

#[test]
fn a_table_told_how_reads_back_what_it_wrote_where_nothing_could_guess_it() {
    let text = "1,2,w\n\"1,5\",yes,3\n\"2,5\",no,x\n";
    let table =
        Table::from_csv(text, CsvOptions { header: Some(true), decimal: Some('.'), ..CsvOptions::default() }).unwrap();
    assert_eq!(table.column("1").unwrap().values(), None);
    assert_eq!(Table::from_csv(&table.to_csv(), table.csv_options()).unwrap(), table);
    let blank = Table::new(vec![
        (" ".to_string(), Column::numbers([f64::NAN, 1.0])),
        ("b".to_string(), Column::numbers([f64::NAN, 2.0])),
    ]);
    let blank = blank.unwrap();
    assert_eq!(Table::from_csv(&blank.to_csv(), blank.csv_options()).unwrap(), blank);
    assert_eq!(read(&blank.to_csv()), blank);
}
