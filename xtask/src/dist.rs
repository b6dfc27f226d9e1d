//! What is handed on: the site in `dist/site`, the npm package in `dist/npm`.

use crate::browser::Browser;
use crate::build;
use crate::setup;
use crate::sh::{self, Result};

/// `cargo xtask dist`
pub(crate) fn dist(arguments: &[String]) -> Result {
    if let Some(first) = arguments.first() {
        return Err(format!("dist: expected no argument, received `{first}`"));
    }
    setup::for_building()?;
    sh::timed("Building the engines", build::engines)?;
    sh::timed("Building the site", build::site)?;
    sh::timed("Making the package", package)?;
    build::sizes()?;
    println!("\ndist/site is a folder for any web server; `npm publish dist/npm` publishes the package.");
    Ok(())
}

/// Makes the package of engine and site as they are.
fn package() -> Result {
    sh::run(sh::command("node").arg("xtask/js/package.js"))
}

/// Packs it as npm does, and uses it in an empty project: in Node, by Vite and by webpack.
pub(crate) fn try_package(browser: &Browser) -> Result {
    package()?;
    sh::run(sh::command("node").arg("xtask/js/try-package.js").arg(&browser.chrome))
}

/// The same with bundlers that are fetched for it.
pub(crate) fn try_bundlers(browser: &Browser) -> Result {
    sh::run(sh::command("node").arg("xtask/js/try-bundlers.js").arg(&browser.chrome))
}
