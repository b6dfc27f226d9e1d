//! Dependencies point one way: a file uses only what is declared above it.
#![cfg(not(target_arch = "wasm32"))]

mod sources;

use sources::{code, files, src};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules that a file declares, in their order.
fn declared(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let module = |line: &str| {
        let (_, name) = line.strip_suffix(';')?.split_once("mod ")?;
        (!line.starts_with("//") && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_'))
            .then_some(name.to_string())
    };
    text.lines().filter_map(module).collect()
}

/// The paths of one tree of imports: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else {
        return vec![tree.trim().to_string()];
    };
    let inner = &rest[..closing(rest)];
    let mut items = vec![String::new()];
    let mut depth = 0;
    for letter in inner.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => items.push(String::new()),
            _ => items.last_mut().unwrap().push(letter),
        }
    }
    let items = items.iter().filter(|item| !item.trim().is_empty());
    items.flat_map(|item| expand(item)).map(|path| format!("{}{path}", head.trim())).collect()
}

/// Where the brace that is open at the start is closed.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The first names behind `prefix` in a text, wherever they stand: imported, grouped, re-exported or written out.
fn names_behind(prefix: &str, text: &str) -> Vec<String> {
    let starts = text.match_indices(prefix).map(|(at, _)| at);
    // Not the end of a longer path or name, such as `super::super::`.
    let starts =
        starts.filter(|at| !text[..*at].ends_with(|letter: char| letter.is_alphanumeric() || "_:".contains(letter)));
    let tree = |at: usize| {
        let rest = &text[at + prefix.len()..];
        let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        let end = rest.find(|letter: char| !is_path(letter)).unwrap_or(rest.len());
        match rest[end..].starts_with('{') {
            true => &rest[..end + 1 + closing(&rest[end + 1..])],
            false => &rest[..end],
        }
    };
    let paths = starts.flat_map(|at| expand(tree(at)));
    paths.map(|path| path.split("::").next().unwrap_or_default().to_string()).collect()
}

/// The module that a re-exported name comes from: `fit` for `Fit` after `pub use fit::Fit`.
fn re_exports(file: &Path) -> Vec<(String, String)> {
    let text = code(file);
    let trees = text.split("use ").skip(1).filter_map(|rest| rest.split_once(';')).map(|(tree, _)| tree);
    let paths = trees.flat_map(expand).filter_map(|path| {
        let (first, _) = path.split_once("::")?;
        let (_, last) = path.rsplit_once("::")?;
        Some((last.to_string(), first.to_string()))
    });
    paths.collect()
}

/// The files of a module, be it a file or a folder.
fn files_of(folder: &Path, module: &str) -> Vec<PathBuf> {
    let file = folder.join(format!("{module}.rs"));
    if file.exists() { vec![file] } else { files(&folder.join(module)) }
}

/// What breaks the order of the modules that `list` declares: a file that names, behind `prefix`, a module declared
/// later, or what that module exports.
fn upward_uses(list: &Path, prefix: &str) -> Vec<String> {
    let (folder, modules, exported) = (list.parent().unwrap(), declared(list), re_exports(list));
    let order = |name: &str| {
        let module = exported.iter().find(|(item, _)| item == name).map_or(name, |(_, module)| module.as_str());
        modules.iter().position(|known| known == module)
    };
    let mut found = Vec::new();
    for (idx, module) in modules.iter().enumerate() {
        for file in files_of(folder, module) {
            let names = names_behind(prefix, &code(&file));
            let later = names.iter().filter(|name| order(name).is_some_and(|other| other > idx));
            found.extend(later.map(|name| format!("{} uses {prefix}{name}", file.display())));
        }
    }
    found
}

#[test]
fn a_module_uses_only_modules_declared_above_it_in_lib() {
    let list = src().join("lib.rs");
    assert!(declared(&list).len() >= 6, "{:?}", declared(&list));
    assert_eq!(upward_uses(&list, "crate::"), Vec::<String>::new());
}

#[test]
fn a_file_of_a_folder_uses_only_files_declared_above_it() {
    let folders = ["nn", "data", "data/csv", "train", "worked_example", "diagnostics", "text", "export", "experiment"];
    for folder in folders {
        let list = src().join(folder).join("mod.rs");
        assert!(declared(&list).len() >= 3, "{list:?}: {:?}", declared(&list));
        let by_path = format!("crate::{}::", folder.replace('/', "::"));
        assert_eq!([upward_uses(&list, "super::"), upward_uses(&list, &by_path)].concat(), Vec::<String>::new());
    }
}

#[test]
fn a_file_of_the_kernels_uses_only_files_declared_above_it() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("kernels/src/lib.rs");
    assert!(declared(&list).len() >= 3, "{:?}", declared(&list));
    assert_eq!([upward_uses(&list, "super::"), upward_uses(&list, "crate::")].concat(), Vec::<String>::new());
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
fn imports_are_seen_however_they_are_written() {
    let text = "pub use crate::a::X;\nuse crate::{\n    b::{self, Y},\n    c,\n};\nfn f(x: crate::d::Z) {}\nuse super::super::crate_e::F;";
    assert_eq!(names_behind("crate::", text), ["a", "b", "b", "c", "d"]);
    assert_eq!(
        names_behind("super::", "use super::{fit::Fit, History}; super::super::x()"),
        ["fit", "History", "super"]
    );
}

#[test]
fn a_file_that_uses_a_later_one_by_its_name_or_its_export_is_found() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("layering");
    fs::create_dir_all(&folder).unwrap();
    let list = folder.join("mod.rs");
    for (file, text) in [
        ("mod.rs", "mod first;\nmod second;\npub use first::Below;\npub use second::{Above, other};\n"),
        ("first.rs", "use super::{Above, Below};\nuse super::second::Inner;\n"),
        ("second.rs", "use super::first::Inner;\nuse super::Below;\n"),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
    let first = folder.join("first.rs");
    let found = ["Above", "second"].map(|name| format!("{} uses super::{name}", first.display()));
    assert_eq!(upward_uses(&list, "super::"), found);
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for file in files(&src()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 400, "{}: {lines} lines", file.display());
    }
}
