//! Real Keras, to run what was exported: some 2 GB from PyPI, so only where it is asked for.

use crate::sh::{self, Result};
use std::fs;
use std::path::PathBuf;

const REQUIREMENTS: &str = "tests/keras_export/requirements.txt";

/// Writes the exports of many models and runs each in Keras: the plain programs, and those that check the numbers.
pub(crate) fn exports() -> Result {
    let python = python()?;
    // Where the test finds `CARGO_TARGET_TMPDIR`.
    let folder = sh::target_dir().join("tmp/keras_export");
    // Those of models that are no longer exported would be run too.
    let _ = fs::remove_dir_all(&folder);
    sh::run(sh::cargo().args(["test", "--quiet", "--test", "keras_export"]))?;
    // The log of its start would hide what is printed.
    sh::run(sh::command(python).arg("tests/keras_export/run.py").arg(folder).env("TF_CPP_MIN_LOG_LEVEL", "3"))
}

/// The Python of an environment with the pinned packages, made where it is missing or they changed.
pub(crate) fn python() -> Result<PathBuf> {
    let folder = sh::target_dir().join("keras");
    let program = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let wanted = sh::root().join(REQUIREMENTS);
    let wanted = fs::read_to_string(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    let stamp = folder.join("installed-requirements.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(program);
    }
    let system =
        sh::find_program(&["python3", "python"]).ok_or("Python 3 is missing: get it from https://python.org")?;
    sh::timed("Keras: an environment of its own in target/keras (takes some minutes, once)", || {
        sh::run_quietly(sh::command(system).args(["-m", "venv", "--clear"]).arg(&folder))?;
        sh::run_quietly(sh::command(&program).args(["-m", "pip", "install", "--quiet", "-r", REQUIREMENTS]))
    })?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(program)
}
