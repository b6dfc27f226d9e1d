//! The tools that exported models are for: onnxruntime, onnxruntime-web, PyTorch and TensorFlow.js open them.

use crate::sh::{self, Result};
use crate::{keras, setup};
use std::fs;
use std::path::Path;

const FOLDER: &str = "formats/tests/consumers";

/// Writes the exports of many models, opens each in its tools, and compares the predictions.
pub(crate) fn exports() -> Result {
    let python = keras::python()?;
    sh::run(sh::cargo().args(["test", "--quiet", "-p", "glassnet_formats", "--test", "consumers"]))?;
    // Where the test finds `CARGO_TARGET_TMPDIR`.
    let exports = sh::target_dir().join("tmp/formats");
    let run = |program: &Path, script: &str, format: &str| {
        sh::run(sh::command(program).arg(format!("{FOLDER}/{script}")).arg(exports.join(format)))
    };
    run(&python, "onnx_runtime.py", "onnx")?;
    run(&python, "safetensors_numpy.py", "pytorch")?;
    run(Path::new(&with_torch()?), "pytorch.py", "pytorch")?;
    npm_packages()?;
    run(Path::new("node"), "onnx_web.js", "onnx")?;
    run(Path::new("node"), "tfjs.js", "tfjs")
}

/// The Python that has PyTorch: the system's, as the wheel from PyPI brings gigabytes for graphics cards.
fn with_torch() -> Result<String> {
    let found = ["/usr/bin/python3", "python3", "python"].into_iter().find(|python| {
        sh::answer(sh::command(python).args(["-c", "import torch; print(torch.__version__)"])).is_some()
    });
    found
        .map(str::to_string)
        .ok_or_else(|| "PyTorch is missing: get Debian's python3-torch, or pip install torch".into())
}

/// Installs them where the lock file changed.
fn npm_packages() -> Result {
    let folder = sh::root().join(FOLDER);
    let lock = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    sh::timed("TensorFlow.js and onnxruntime-web: npm ci", || {
        sh::run_quietly(sh::command(setup::npm()).args(["ci", "--ignore-scripts"]).current_dir(&folder))
    })?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}
