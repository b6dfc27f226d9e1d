//! Everything the chores need: each is looked for, and installed only where it is missing.

use crate::sh::{self, Result};
use std::fs;
use std::path::PathBuf;

pub(crate) const WASM: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";
const CARGO_FUZZ: &str = "0.13.2";

/// What building and serving need.
pub(crate) fn for_building() -> Result {
    wasm_target()?;
    wasm_bindgen()?;
    npm_packages()
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub(crate) fn rust_components() -> Result {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if sh::answer(sh::cargo().args([subcommand, "--version"])).is_none() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// wasm-pack, which drives the engine's own tests in a browser.
pub(crate) fn wasm_pack() -> Result {
    cargo_program("wasm-pack", WASM_PACK)
}

/// cargo-fuzz, which builds and runs the fuzz targets.
pub(crate) fn cargo_fuzz() -> Result {
    cargo_program("cargo-fuzz", CARGO_FUZZ)
}

/// The oldest Rust that Cargo.toml promises, installed with the library for wasm; returns its version.
pub(crate) fn oldest_rust() -> Result<String> {
    let manifest = read("Cargo.toml")?;
    let version = promised_rust(&manifest).ok_or("Cargo.toml: expected a line `rust-version`, received none")?;
    let ask = &mut sh::command("rustup");
    let folder = sh::answer(ask.args(["run", version, "rustc", "--print", "target-libdir", "--target", WASM]));
    if !folder.map(PathBuf::from).is_some_and(|folder| folder.is_dir()) {
        rustup(&["toolchain", "install", version, "--profile", "minimal", "--target", WASM])?;
    }
    Ok(version.to_string())
}

/// The standard library for wasm; without rustup another way of installing it is as good.
fn wasm_target() -> Result {
    let ask = &mut sh::command("rustc");
    let folder = sh::answer(ask.args(["--print", "target-libdir", "--target", WASM]));
    let there = folder.map(PathBuf::from).is_some_and(|folder| folder.is_dir());
    if there { Ok(()) } else { rustup(&["target", "add", WASM]) }
}

fn rustup(arguments: &[&str]) -> Result {
    let call = format!("rustup {}", arguments.join(" "));
    if sh::find_program(&["rustup"]).is_none() {
        return Err(format!("rustup is missing: install it from https://rustup.rs, then run `{call}`"));
    }
    sh::timed(&format!("Rust toolchain: {call}"), || sh::run_quietly(sh::command("rustup").args(arguments)))
}

/// The command must be of the same version as the library it reads the output of.
fn wasm_bindgen() -> Result {
    let lock = read("Cargo.lock")?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock: expected a package `wasm-bindgen`, received none")?;
    cargo_program("wasm-bindgen", version)
}

/// Installs `program` in exactly this version; wasm-bindgen alone is packaged under another name.
fn cargo_program(program: &str, version: &str) -> Result {
    let present = sh::answer(sh::command(program).arg("--version"));
    if present.as_deref().and_then(|line| line.split(' ').nth(1)) == Some(version) {
        return Ok(());
    }
    let package = if program == "wasm-bindgen" { "wasm-bindgen-cli" } else { program };
    // Not --locked: a dependency that was withdrawn after the release would then stop the installation.
    let install = ["install", package, "--version", version, "--force"];
    let title = format!("{program} {version}: cargo install {package} (takes some minutes, once)");
    sh::timed(&title, || sh::run_quietly(sh::cargo().args(install)))
        .map_err(|error| format!("{error}\n{program} {version} is missing: run `cargo {}`", install.join(" ")))
}

/// Installs what package-lock.json lists, when it changed since the last time.
fn npm_packages() -> Result {
    node()?;
    let lock = read("package-lock.json")?;
    // Inside node_modules, so that it goes when somebody removes that folder.
    let stamp = sh::root().join("node_modules/.installed-package-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    sh::timed("JavaScript packages: npm ci", || {
        // The browser is the system's: Playwright would fetch 300 MB of its own.
        sh::run_quietly(sh::command(npm()).arg("ci").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn node() -> Result {
    const GET: &str = "get it from https://nodejs.org, or run `nvm install 22`";
    let version =
        sh::answer(sh::command("node").arg("--version")).ok_or_else(|| format!("Node.js is missing: {GET}"))?;
    if !node_suffices(&version) {
        return Err(format!("Node.js is too old: expected 20.19, 22.13 or newer, received {version}; {GET}"));
    }
    match sh::answer(sh::command(npm()).arg("--version")) {
        Some(_) => Ok(()),
        None => Err(format!("npm is missing: it comes with Node.js; {GET}")),
    }
}

/// What Vite and ESLint demand.
fn node_suffices(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let (major, minor): (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    match major {
        20 => minor >= 19,
        22 => minor >= 13,
        _ => major > 22,
    }
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn promised_rust(manifest: &str) -> Option<&str> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \""));
    line?.strip_suffix('"')
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(sh::root().join(file)).map_err(|error| format!("{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_and_not_of_one_with_a_longer_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn the_promised_rust_is_the_version_and_not_the_line_of_a_member() {
        let manifest = "rust-version.workspace = true\n[workspace.package]\nrust-version = \"1.89\"\n";
        assert_eq!(promised_rust(manifest), Some("1.89"));
        assert_eq!(promised_rust("rust-version.workspace = true\n"), None);
    }

    #[test]
    fn node_is_accepted_from_the_versions_that_vite_accepts() {
        for version in ["v20.19.0", "v20.20.2", "v22.13.0", "v24.0.1"] {
            assert!(node_suffices(version), "{version}");
        }
        for version in ["v18.20.0", "v20.18.3", "v21.7.0", "v22.12.0", "nonsense"] {
            assert!(!node_suffices(version), "{version}");
        }
    }
}
