//! No public item is left that nobody uses; private ones the compiler finds.
#![cfg(not(target_arch = "wasm32"))]

mod sources;

use sources::{code, files, src};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Names that only rustdoc looks at.
const EXEMPT: [&str; 1] = ["Readme"];

const KINDS: [&str; 7] = ["fn", "const", "static", "struct", "enum", "type", "trait"];

/// The words of a text, without imports, which name an item and do not use it.
fn words(text: &str) -> Vec<String> {
    let statements = text.split_inclusive(';').map(|statement| match statement.rsplit_once("use ") {
        Some((before, _)) if before.trim_end().is_empty() || before.trim_end().ends_with(['}', 'b', ')']) => before,
        _ => statement,
    });
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words = statements.flat_map(|statement| statement.split(move |letter| !is_word(letter)));
    words.filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// The names of public items that a text declares.
fn public_items(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_public = |at: usize| words[at] == "pub" || at > 0 && words[at] == "const" && words[at - 1] == "pub";
    let items = words.windows(3).enumerate().filter(|(at, three)| is_public(*at) && KINDS.contains(&three[1]));
    let name = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    items.map(|(_, three)| name(three[2])).filter(|name: &String| !KINDS.contains(&name.as_str())).collect()
}

/// The items of some files that no other line of them or of `users` names.
fn unused(files: &[(PathBuf, String)], users: &str) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in files.iter().flat_map(|(_, text)| words(text)).chain(words(users)) {
        *counts.entry(word).or_default() += 1;
    }
    let is_unused =
        |name: &String| counts.get(name).is_none_or(|count| *count <= 1) && !EXEMPT.contains(&name.as_str());
    let of_file = |(file, text): &(PathBuf, String)| -> Vec<String> {
        let items = public_items(text).into_iter().filter(is_unused);
        items.map(|name| format!("{}: {name}", file.display())).collect()
    };
    files.iter().flat_map(of_file).collect()
}

#[test]
fn every_public_item_of_the_engine_is_used_by_it_or_by_a_test_of_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let engine = [src(), root.join("kernels/src")].map(|folder| files(&folder)).concat();
    // The functions of the bindings are called from JavaScript.
    let engine = engine.into_iter().filter(|file| !file.starts_with(src().join("bindings")));
    let engine: Vec<(PathBuf, String)> = engine.map(|file| (file.clone(), code(&file))).collect();
    let outside = ["tests", "benches", "fuzz/fuzz_targets", "src/bindings"].map(|folder| files(&root.join(folder)));
    let users: String = outside.concat().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert_eq!(unused(&engine, &users), Vec::<String>::new());
}

#[test]
fn an_item_that_is_only_declared_and_exported_is_found() {
    let text = "pub use a::{idle, busy};\npub fn idle() {}\npub fn busy() {}\nfn f() { busy() }";
    let files = [(PathBuf::from("a.rs"), text.to_string())];
    assert_eq!(unused(&files, ""), ["a.rs: idle"]);
    assert_eq!(unused(&files, "idle();"), [""; 0]);
}
