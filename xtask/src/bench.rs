//! How fast the engine is: alone, and beside what a reader could pick instead.

use crate::browser;
use crate::build;
use crate::setup;
use crate::sh::{self, Result};
use std::path::PathBuf;

/// Names the folder of another engine to compare with, which is not part of the project: hand-written C as wasm.
const CONTROL: &str = "GLASSNET_CONTROL";

/// `cargo xtask bench [--native | --browser] [--quick]`
pub(crate) fn bench(arguments: &[String]) -> Result {
    let known = ["--native", "--browser", "--quick"];
    if let Some(other) = arguments.iter().find(|argument| !known.contains(&argument.as_str())) {
        return Err(format!("bench: expected --native, --browser or --quick, received `{other}`"));
    }
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if !asked("--browser") {
        native(asked("--quick"))?;
    }
    if asked("--native") { Ok(()) } else { in_browser(asked("--quick")) }
}

/// Criterion's times of a step.
fn native(quick: bool) -> Result {
    let quick = if quick { &["--quick"][..] } else { &[] };
    sh::run(sh::cargo().args(["bench", "--quiet", "--bench", "steps", "--"]).args(quick))
}

/// The engine and its peers, each in a page of its own; then what an embed costs its page and how long a program in Python
/// takes, beside the limits.
fn in_browser(quick: bool) -> Result {
    setup::for_building()?;
    let browser = browser::set_up()?;
    sh::timed("Building the engines", build::engines)?;
    // For how smooth the page is while it trains.
    sh::timed("Building the site", build::site)?;
    let folder = sh::root().join("benches/browser");
    if !folder.join("node_modules").is_dir() {
        sh::timed("Peers: npm ci", || {
            sh::run_quietly(sh::command(setup::npm()).args(["ci", "--ignore-scripts"]).current_dir(&folder))
        })?;
    }
    let control = std::env::var_os(CONTROL).map_or_else(|| PathBuf::from("-"), PathBuf::from);
    if control.as_os_str() == "-" {
        println!("left out: the control in C, since {CONTROL} names no folder");
    }
    let quick = if quick { &["--quick"][..] } else { &[] };
    sh::run(sh::command("node").arg(folder.join("run.js")).arg(&browser.chrome).arg(control).args(quick))?;
    for script in ["embed.js", "python.js"] {
        sh::run(sh::command("node").arg(folder.join(script)).arg(&browser.chrome).args(quick))?;
    }
    Ok(())
}
