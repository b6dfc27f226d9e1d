//! The engine beside real Keras, number for number: every quantity of every recorded case.
#![cfg(not(target_arch = "wasm32"))]

mod keras;

use std::fs;
use std::path::{Path, PathBuf};

/// The cases of a folder, by name.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    found.sort();
    found
}

/// The training cases of a folder that holds other recordings too.
fn training_cases(folder: &Path) -> Vec<PathBuf> {
    let is_case = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text.contains("\"step_losses\""));
    cases(folder).into_iter().filter(is_case).collect()
}

/// The project's own cases, those that hold rows of the real data where they are found beside the checkout, and those
/// of the folder that `KERAS_CASES` names.
fn all_cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = cases(&root.join("tests/fixtures/keras"));
    assert!(found.len() >= 55, "{} cases", found.len());
    found.extend(training_cases(&root.join("tests/fixtures/keras-extra")));
    let beside = cases(&root.join("../shared/fixtures/keras/cases"));
    found.extend(
        beside
            .into_iter()
            .filter(|path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("tutorial-"))),
    );
    found.extend(std::env::var_os("KERAS_CASES").iter().flat_map(|folder| cases(Path::new(folder))));
    found
}

#[test]
fn every_quantity_of_every_recorded_case_is_kerass() {
    let paths = all_cases();
    let (mut quantities, mut failures) = (0, Vec::new());
    for path in &paths {
        let outcome = keras::run(&fs::read_to_string(path).unwrap());
        assert!(outcome.quantities >= 10, "{}: {} quantities", path.display(), outcome.quantities);
        quantities += outcome.quantities;
        failures.extend(outcome.failures);
    }
    for failure in &failures {
        println!("{failure}");
    }
    println!("{} cases, {quantities} quantities, {} failing", paths.len(), failures.len());
    assert!(failures.is_empty());
}
