//! The engine as a dependency on wasm32: it brings no exports, imports, allocator or start function of its own.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Sections of a module, by their numbers: <https://webassembly.github.io/spec/core/binary/modules.html>.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const START: u8 = 8;

/// Reads a module from its front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }

    /// An unsigned number of LEB128.
    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.take(1)[0];
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn name(&mut self) -> String {
        let length = self.number();
        String::from_utf8(self.take(length).to_vec()).unwrap()
    }
}

/// The sections of a module.
fn sections(module: &[u8]) -> BTreeMap<u8, Bytes<'_>> {
    let mut bytes = Bytes(module);
    assert_eq!(bytes.take(4), b"\0asm");
    bytes.take(4);
    let mut sections = BTreeMap::new();
    while !bytes.0.is_empty() {
        let id = bytes.take(1)[0];
        let length = bytes.number();
        sections.insert(id, Bytes(bytes.take(length)));
    }
    sections
}

/// The names of the exports: each is followed by its kind and its index.
fn exports(mut section: Bytes) -> Vec<String> {
    let count = section.number();
    let export = |_| {
        let name = section.name();
        section.take(1);
        section.number();
        name
    };
    (0..count).map(export).collect()
}

/// Builds the dependent crate for wasm32.
fn build() -> PathBuf {
    let (manifest, target) =
        (Path::new(ROOT).join("tests/dependent/Cargo.toml"), Path::new(ROOT).join("target/dependent"));
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "--target", "wasm32-unknown-unknown", "--manifest-path"]);
    // The compiler's flags of the tests, such as those that measure coverage, are none for wasm.
    cargo.arg(manifest).arg("--target-dir").arg(&target).env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTFLAGS");
    let output = cargo.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "needs `rustup target add wasm32-unknown-unknown`: {errors}");
    target.join("wasm32-unknown-unknown/debug/dependent.wasm")
}

#[test]
fn a_module_that_uses_the_engine_exports_and_imports_nothing_of_it() {
    let module = fs::read(build()).unwrap();
    let mut sections = sections(&module);
    // The linker's own: memory, and two globals that say where the data end.
    assert_eq!(exports(sections.remove(&EXPORTS).unwrap()), ["memory", "predict_after", "__data_end", "__heap_base"]);
    assert!(!sections.contains_key(&IMPORTS), "imports");
    assert!(!sections.contains_key(&START), "a start function");
}

#[test]
fn a_crate_that_uses_the_engine_gets_no_bindings_and_no_allocator() {
    let lock = fs::read_to_string(Path::new(ROOT).join("tests/dependent/Cargo.lock")).unwrap();
    let packages: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
    assert!(packages.contains(&"\"nalgebra\""), "{packages:?}");
    for package in ["wasm-bindgen", "js-sys", "web-sys", "serde-wasm-bindgen", "talc"] {
        assert!(!packages.contains(&format!("{package:?}").as_str()), "{package}");
    }
}

#[test]
fn crates_that_need_another_release_of_a_dependency_can_have_it() {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    let exact: Vec<&str> = manifest.lines().filter(|line| line.contains("\"=")).collect();
    assert_eq!(exact, Vec::<&str>::new());
}
