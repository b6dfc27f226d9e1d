//! Files of public reports with their right values.
#![allow(dead_code)]

/// A file, and what it says.
pub(crate) struct Right {
    pub(crate) file: &'static str,
    pub(crate) names: &'static [&'static str],
    /// Columns of numbers with all their values.
    pub(crate) columns: &'static [(&'static str, &'static [f64])],
    /// What an experiment learns from it by itself: its features, the target, the task, rows that are left out.
    pub(crate) learned: (&'static [&'static str], &'static str, &'static str, f64),
}

const REGRESSION: &str = "regression";

/// The file's bytes.
pub(crate) fn bytes(file: &str) -> Vec<u8> {
    let all: &[(&str, &[u8])] = &[
        ("01_thousands_comma.csv", include_bytes!("../fixtures/reports/01_thousands_comma.csv")),
        ("02_semicolon_thousands_point.csv", include_bytes!("../fixtures/reports/02_semicolon_thousands_point.csv")),
        ("03_tab_decimal_comma.tsv", include_bytes!("../fixtures/reports/03_tab_decimal_comma.tsv")),
        ("04_sep_line.csv", include_bytes!("../fixtures/reports/04_sep_line.csv")),
        ("04b_sep_line_two_cols.csv", include_bytes!("../fixtures/reports/04b_sep_line_two_cols.csv")),
        ("06_comments.csv", include_bytes!("../fixtures/reports/06_comments.csv")),
        ("07_question_marks.csv", include_bytes!("../fixtures/reports/07_question_marks.csv")),
        ("09_bool.csv", include_bytes!("../fixtures/reports/09_bool.csv")),
        ("10_no_header.csv", include_bytes!("../fixtures/reports/10_no_header.csv")),
        ("11_whitespace.txt", include_bytes!("../fixtures/reports/11_whitespace.txt")),
        ("12_latin1_degree.csv", include_bytes!("../fixtures/reports/12_latin1_degree.csv")),
        ("12b_latin1_french.csv", include_bytes!("../fixtures/reports/12b_latin1_french.csv")),
        ("15_percent_currency.csv", include_bytes!("../fixtures/reports/15_percent_currency.csv")),
        ("22_extremes.csv", include_bytes!("../fixtures/reports/22_extremes.csv")),
        ("23_excel_blank_rows.csv", include_bytes!("../fixtures/reports/23_excel_blank_rows.csv")),
    ];
    let found = all.iter().find(|(name, _)| *name == file);
    found.unwrap_or_else(|| panic!("no file {file}")).1.to_vec()
}

/// All files.
pub(crate) const FILES: &[Right] = &[
    Right {
        file: "01_thousands_comma.csv",
        names: &["area", "price"],
        columns: &[("area", &[30.0, 45.0, 28.0, 60.0]), ("price", &[1250.0, 2400.0, 980.0, 3105.0])],
        learned: (&["area"], "price", REGRESSION, 0.0),
    },
    Right {
        file: "02_semicolon_thousands_point.csv",
        names: &["tag", "betrag"],
        columns: &[("betrag", &[-2750.25, -80.0, 1300.5, 9.5])],
        learned: (&["tag"], "betrag", REGRESSION, 0.0),
    },
    Right {
        file: "03_tab_decimal_comma.tsv",
        names: &["TV", "Radio", "Sales"],
        columns: &[("Radio", &[12.5, 30.0, 7.25, 22.5])],
        learned: (&["TV", "Radio"], "Sales", REGRESSION, 0.0),
    },
    Right {
        file: "04_sep_line.csv",
        names: &["x1", "x2", "y"],
        columns: &[("x2", &[2.5, 3.5, 1.5]), ("y", &[3.0, 5.0, 4.0])],
        learned: (&["x1", "x2"], "y", REGRESSION, 0.0),
    },
    Right {
        file: "04b_sep_line_two_cols.csv",
        names: &["x", "y"],
        columns: &[("x", &[1.0, 2.0, 3.0]), ("y", &[3.0, 5.0, 7.0])],
        learned: (&["x"], "y", REGRESSION, 0.0),
    },
    Right {
        file: "06_comments.csv",
        names: &["height", "weight"],
        columns: &[("height", &[170.0, 180.0, 165.0]), ("weight", &[60.0, 75.0, 55.0])],
        learned: (&["height"], "weight", REGRESSION, 0.0),
    },
    Right {
        file: "07_question_marks.csv",
        names: &["doors", "power", "mass", "use"],
        columns: &[("power", &[110.0, f64::NAN, 95.0, 150.0, 80.0]), ("use", &[6.1, 7.0, 5.4, 8.2, 5.0])],
        learned: (&["doors", "power", "mass"], "use", REGRESSION, 1.0),
    },
    Right {
        file: "09_bool.csv",
        names: &["smoker", "age", "charge"],
        columns: &[("smoker", &[1.0, 0.0, 1.0, 0.0]), ("charge", &[12.5, 4.1, 20.2, 3.0])],
        learned: (&["smoker", "age"], "charge", REGRESSION, 0.0),
    },
    Right {
        file: "10_no_header.csv",
        names: &["x1", "x2", "x3", "x4", "x5"],
        columns: &[("x1", &[5.0, 4.8, 6.3, 6.1, 7.1, 6.5]), ("x4", &[0.2, 0.2, 1.3, 1.4, 2.1, 2.2])],
        learned: (&["x1", "x2", "x3", "x4"], "x5", "classification", 0.0),
    },
    Right {
        file: "11_whitespace.txt",
        names: &["x1", "x2", "x3", "x4"],
        columns: &[("x1", &[0.0063, 0.0273, 0.0324]), ("x4", &[24.0, 21.6, 33.4])],
        learned: (&["x1", "x2", "x3"], "x4", REGRESSION, 0.0),
    },
    Right {
        file: "12_latin1_degree.csv",
        names: &["Temperature(°C)", "Humidity(%)", "Rentals"],
        columns: &[("Temperature(°C)", &[-3.5, 1.0, 7.5]), ("Rentals", &[210.0, 260.0, 330.0])],
        learned: (&["Temperature(°C)", "Humidity(%)"], "Rentals", REGRESSION, 0.0),
    },
    Right {
        file: "12b_latin1_french.csv",
        names: &["Prénom", "Âge", "Poids"],
        columns: &[("Âge", &[40.0, 35.0, 50.0]), ("Poids", &[70.5, 60.2, 81.0])],
        learned: (&["Âge"], "Poids", REGRESSION, 0.0),
    },
    Right {
        file: "15_percent_currency.csv",
        names: &["discount", "price", "sold"],
        columns: &[("discount", &[10.0, 20.0, 5.0]), ("price", &[12000.0, 9500.0, 15000.0])],
        learned: (&["discount", "price"], "sold", REGRESSION, 0.0),
    },
    Right {
        file: "22_extremes.csv",
        names: &["id", "t", "p", "y"],
        columns: &[("t", &[1.7e9, 1_700_000_060.0, 1_700_000_120.0]), ("p", &[1e-320, 3e-5, 1e39])],
        learned: (&["t"], "y", REGRESSION, 0.0),
    },
    Right {
        file: "23_excel_blank_rows.csv",
        names: &["x", "y", "z"],
        columns: &[("x", &[1.0, 2.0, 3.0]), ("z", &[3.0, 4.0, 6.0])],
        learned: (&["x", "y"], "z", REGRESSION, 0.0),
    },
];
