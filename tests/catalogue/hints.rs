//! Hints: their codes, their table in the documentation, and examples in which other languages say them.

use crate::{file_is, root};
use glassnet::diagnostics::{Finding, Hint, Severity};
use std::collections::BTreeSet;
use std::fs;

/// Every sentence of every hint, kinds in the engine's order.
fn examples() -> Vec<Hint> {
    Finding::examples().into_iter().map(Hint::from).collect()
}

/// Each code once.
pub(crate) fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = examples().iter().map(Hint::code).collect();
    codes.dedup();
    codes
}

/// The table of the documentation.
pub(crate) fn section() -> String {
    let examples = examples();
    let row = |code: &str| {
        let of_code: Vec<&Hint> = examples.iter().filter(|hint| hint.code() == code).collect();
        let severities: BTreeSet<Severity> = of_code.iter().map(|hint| hint.severity).collect();
        let severities: Vec<String> =
            severities.iter().map(|severity| format!("{severity:?}").to_lowercase()).collect();
        format!("| `{code}` | {} | {} | {} |\n", severities.join(", "), of_code[0].message, of_code[0].advice)
    };
    let rows: String = codes().into_iter().map(row).collect();
    format!("## Hint\n\n| code | severity | says, for example | advises |\n|---|---|---|---|\n{rows}")
}

#[test]
fn the_hints_that_other_languages_are_tested_with_are_the_engines() {
    let json = serde_json::to_string_pretty(&examples()).unwrap();
    file_is("tests/fixtures/hints.json", &format!("{json}\n"));
}

#[test]
fn every_hint_has_a_file_of_its_code_and_examples() {
    let files = fs::read_dir(root().join("src/diagnostics/hints")).unwrap();
    let names = files.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
    let names: BTreeSet<String> = names.filter(|name| name != "mod").collect();
    assert_eq!(codes().into_iter().map(String::from).collect::<BTreeSet<_>>(), names);
}
