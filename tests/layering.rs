//! Dependencies point one way: a file uses only what is declared above it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that a file declares, in their order.
fn declared(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_string)
        .collect()
}

/// All Rust files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The text of a file without its unit tests, which may look anywhere.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.split("#[cfg(test)]").next().unwrap().to_string()
}

/// What breaks the order among `modules` of `folder`: a file that names, behind `prefix`, a module declared later.
fn upward_uses(folder: &Path, modules: &[String], prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (idx, module) in modules.iter().enumerate() {
        let file = folder.join(format!("{module}.rs"));
        let of_module = if file.exists() { vec![file] } else { files(&folder.join(module)) };
        for file in of_module {
            let text = code(&file);
            for later in &modules[idx + 1..] {
                if text.contains(&format!("{prefix}{later}::")) {
                    found.push(format!("{} uses {prefix}{later}", file.display()));
                }
            }
        }
    }
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn a_module_uses_only_modules_declared_above_it_in_lib() {
    let modules = declared(&src().join("lib.rs"));
    assert!(modules.len() >= 6, "{modules:?}");
    assert_eq!(upward_uses(&src(), &modules, "crate::"), Vec::<String>::new());
}

#[test]
fn a_file_of_a_folder_uses_only_files_declared_above_it() {
    for folder in ["nn", "data", "train", "worked_example", "diagnostics", "text", "experiment"] {
        let folder = src().join(folder);
        let modules = declared(&folder.join("mod.rs"));
        assert!(modules.len() >= 3, "{folder:?}: {modules:?}");
        assert_eq!(upward_uses(&folder, &modules, "super::"), Vec::<String>::new());
    }
}

#[test]
fn a_file_of_the_kernels_uses_only_files_declared_above_it() {
    let kernels = Path::new(env!("CARGO_MANIFEST_DIR")).join("kernels/src");
    let modules = declared(&kernels.join("lib.rs"));
    assert!(modules.len() >= 3, "{modules:?}");
    assert_eq!(upward_uses(&kernels, &modules, "super::"), Vec::<String>::new());
}

#[test]
fn only_the_bindings_name_the_crates_of_the_browser() {
    for file in files(&src()) {
        let in_bindings = file.starts_with(src().join("bindings"));
        let names = ["wasm_bindgen", "js_sys", "web_sys"].iter().any(|name| code(&file).contains(name));
        assert!(in_bindings || !names, "{}", file.display());
    }
}

#[test]
fn an_upward_use_would_be_found() {
    let modules = ["trace", "event"].map(String::from);
    let found = upward_uses(&src().join("train"), &modules, "super::");
    assert_eq!(found.len(), 1, "trace uses event: {found:?}");
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for file in files(&src()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 400, "{}: {lines} lines", file.display());
    }
}
