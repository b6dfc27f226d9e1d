//! Running other programs, and saying what runs.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A chore's failure is a message for a person.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The checkout. Asked at run time where possible, since the compiled xtask may be shared by two checkouts.
pub(crate) fn root() -> PathBuf {
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where cargo puts what it builds.
pub(crate) fn target_dir() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A command that starts in the root of the checkout, waits for no keyboard, and finds what `cargo install` installed.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null()).env("PATH", path());
    command
}

/// The cargo that runs this xtask.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where cargo unpacks packages: a folder for each registry.
pub(crate) fn registries() -> Vec<PathBuf> {
    let home = env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")));
    let sources = home.map(|home| Path::new(&home).join("registry/src"));
    let folders = sources.ok().and_then(|sources| fs::read_dir(sources).ok()).into_iter().flatten().flatten();
    folders.map(|folder| folder.path()).collect()
}

/// A program that an npm package brought.
pub(crate) fn npm_program(name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    command(root().join("node_modules/.bin").join(file))
}

/// Runs a command whose output is worth reading.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("cannot start `{}`: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs a command whose output is worth reading only when it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result {
    let output = command.output().map_err(|error| format!("cannot start `{}`: {error}", shown(command)))?;
    if output.status.success() {
        return Ok(());
    }
    eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({})", shown(command), output.status))
}

/// What a command prints, trimmed; nothing where it is missing or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Does a long piece of work, saying before what it is and after how long it took.
pub(crate) fn timed<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{title} ...");
    let start = Instant::now();
    let done = work()?;
    println!("  done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}

/// The first of these programs that is installed.
pub(crate) fn find_program(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&path()).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .map(|file| if cfg!(windows) { file.with_extension("exe") } else { file })
        .find(|file| file.is_file())
}

/// `PATH` with cargo's folder for installed programs, which a bare environment may lack.
fn path() -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or(home.map(|home| Path::new(&home).join(".cargo")));
    let installed = cargo_home.map(|home| home.join("bin"));
    env::join_paths(env::split_paths(&path).chain(installed)).unwrap_or(path)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
