//! The engine beside real Keras, number for number: every quantity of every recorded case.
#![cfg(not(target_arch = "wasm32"))]

mod json;
mod keras;

use keras::recorded::{KERAS, KERAS_EXTRA, KERAS_LAYERS, KERAS_MINIMAL};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

/// The recordings of a folder, by name: their names and texts.
fn recordings(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort_by(|a, b| a.file_stem().cmp(&b.file_stem()));
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.into_iter().map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// The training cases of a folder that may hold other recordings too.
fn cases(folder: &Path) -> Vec<(String, String)> {
    recordings(folder).into_iter().filter(|(_, text)| text.contains("\"step_losses\"")).collect()
}

#[test]
fn every_quantity_of_every_recorded_case_is_kerass() {
    let mut all = cases(&fixtures("keras"));
    assert!(all.len() >= 55, "{} cases", all.len());
    all.extend(cases(&fixtures("keras-extra")));
    all.extend(cases(&fixtures("keras-layers")));
    all.extend(cases(&fixtures("keras-minimal")));
    // A folder of further recordings, such as those on data that is not part of the project.
    if let Some(folder) = std::env::var_os("KERAS_CASES") {
        let further = cases(Path::new(&folder));
        assert!(!further.is_empty(), "KERAS_CASES: no case in {}", folder.display());
        all.extend(further);
    }
    let mut report = keras::Report::default();
    all.iter().for_each(|(name, text)| report.run(name, text));
    println!("{report}");
    assert!(report.agrees());
}

#[test]
fn the_cases_compiled_in_for_the_browser_are_those_of_the_folders() {
    for (folder, compiled) in [
        ("keras", KERAS),
        ("keras-extra", KERAS_EXTRA),
        ("keras-layers", KERAS_LAYERS),
        ("keras-minimal", KERAS_MINIMAL),
    ] {
        let found = cases(&fixtures(folder));
        let found: Vec<(&str, &str)> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert!(found == compiled, "tests/keras/recorded.rs lists other cases than tests/fixtures/{folder}");
    }
}

#[test]
fn at_the_ends_of_the_range_activations_and_losses_are_kerass() {
    let (differences, compared) = keras::extremes::differences();
    assert!(compared > 2000, "{compared}");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
