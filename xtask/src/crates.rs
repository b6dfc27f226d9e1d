//! The crates as programmers get them: what is published, what it depends on, and on which Rust it compiles.

use crate::setup;
use crate::sh::{self, Result};

/// What cargo would upload, compiled from the packages alone.
pub(crate) fn packages() -> Result {
    let what = ["package", "--quiet", "--workspace", "--exclude", "xtask"];
    // Whatever is needed was there to compile the tests.
    sh::run(sh::cargo().args(what).args(["--locked", "--offline", "--allow-dirty"]))
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
