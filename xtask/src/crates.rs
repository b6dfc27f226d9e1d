//! The crates as programmers get them: what is published, what it depends on, and on which Rust it compiles.

use crate::setup;
use crate::sh::{self, Result};
use std::fs;
use std::path::PathBuf;

/// What cargo would upload, compiled from the packages alone.
pub(crate) fn packages() -> Result {
    forget_packages()?;
    let what = ["package", "--quiet", "--workspace", "--exclude", "xtask"];
    // Whatever is needed was there to compile the tests.
    sh::run(sh::cargo().args(what).args(["--locked", "--offline", "--allow-dirty"]))
}

/// Cargo unpacks what it packs as if a registry without a host had sent it, and takes what an earlier run left there
/// for the package of now.
fn forget_packages() -> Result {
    let of_no_host =
        |registry: &PathBuf| registry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('-'));
    for registry in sh::registries().into_iter().filter(of_no_host) {
        for package in fs::read_dir(&registry).into_iter().flatten().flatten() {
            if package.file_name().to_string_lossy().starts_with("glassnet") {
                fs::remove_dir_all(package.path()).map_err(|error| format!("{}: {error}", package.path().display()))?;
            }
        }
    }
    Ok(())
}

/// Licences and sources of all dependencies, by the rules of deny.toml, where cargo-deny is there.
pub(crate) fn dependencies() -> Result {
    if sh::answer(sh::cargo().args(["deny", "--version"])).is_none() {
        println!("   left out: cargo-deny is not there (`cargo install --locked cargo-deny`)");
        return Ok(());
    }
    sh::run(sh::cargo().args(["deny", "--log-level", "error", "check", "licenses", "bans", "sources"]))
}

/// The engine on the oldest Rust that Cargo.toml promises, natively and for the browser.
pub(crate) fn oldest_rust() -> Result {
    let version = setup::oldest_rust()?;
    for target in [&[][..], &["--target", setup::WASM]] {
        let cargo = &mut sh::command("rustup");
        cargo.args(["run", &version, "cargo", "check", "--quiet", "--lib", "--locked"]).args(target);
        // Those of the cargo that runs this are for its own Rust.
        sh::run(cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO").env_remove("RUSTC"))?;
    }
    Ok(())
}
