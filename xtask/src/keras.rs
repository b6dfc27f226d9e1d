//! Real Keras, to run what was exported: some 2 GB from PyPI, so only where it is asked for.

use crate::sh::{self, Result};
use std::fs;
use std::path::PathBuf;

/// Keras 2, whose files are read too.
const KERAS_2: &str = "tf_keras==2.21.0";

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

/// Writes runs of experiments and goes on with them in Keras, on one worker and on two.
pub(crate) fn workers() -> Result {
    let python = python()?;
    let folder = sh::target_dir().join("tmp/workers");
    let _ = fs::remove_dir_all(&folder);
    sh::run(sh::cargo().args(["test", "--quiet", "--package", "glassnet_formats", "--test", "workers_keras"]))?;
    sh::run(sh::command(python).arg("formats/tests/workers/run.py").arg(folder).env("TF_CPP_MIN_LOG_LEVEL", "3"))
}

/// Files of other tools, both ways: what is written is opened in Keras, what Keras made is read.
pub(crate) fn files() -> Result {
    let python = python()?;
    let run = |arguments: &[&str]| sh::run(sh::command(&python).args(arguments).env("TF_CPP_MIN_LOG_LEVEL", "3"));
    let test = |name: &str| {
        let mut cargo = sh::cargo();
        cargo.args(["test", "--quiet", "--package", "glassnet_formats", "--test", name, "--", "--nocapture"]);
        cargo
    };
    sh::run(&mut test("keras_out"))?;
    let written = sh::target_dir().join("tmp/keras_files");
    run(&["formats/tests/keras/check.py", &written.to_string_lossy()])?;
    let recorded = sh::target_dir().join("tmp/keras_recorded");
    let _ = fs::remove_dir_all(&recorded);
    for package in ["keras", "tf_keras"] {
        run(&["formats/tests/keras/record.py", &recorded.to_string_lossy(), package])?;
    }
    sh::run(test("keras_in").env("KERAS_FILES", recorded))
}

/// The programs that the stand-ins of the code scene are tested with: whether the real libraries still print what is
/// recorded, and whether the script and the notebook that a reader keeps run there.
pub(crate) fn programs() -> Result {
    let python = python()?;
    let run = |arguments: &[&str]| sh::run(sh::command(&python).args(arguments).env("TF_CPP_MIN_LOG_LEVEL", "3"));
    run(&["tests/python/record.py", "--check"])?;
    let kept = sh::target_dir().join("tmp/downloads");
    let _ = fs::remove_dir_all(&kept);
    sh::run(sh::command("node").arg("tests/python/downloads.js").arg(&kept))?;
    run(&["tests/python/downloads.py", &kept.to_string_lossy()])
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
        let pip = || {
            let mut pip = sh::command(&program);
            pip.args(["-m", "pip", "install", "--quiet"]);
            pip
        };
        sh::run_quietly(pip().args(["-r", REQUIREMENTS]))?;
        // It asks for the TensorFlow that runs on graphics cards too, some gigabytes of it.
        sh::run_quietly(pip().args(["--no-deps", KERAS_2]))
    })?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(program)
}
