//! Feeding the engine what nobody would write, for a while.

use crate::setup;
use crate::sh::{self, Result};
use std::fs;

/// The programs of `fuzz/`, and their words for the fuzzer to put in.
const TARGETS: [(&str, Option<&str>); 5] = [
    ("csv", None),
    ("config", Some("fuzz/config.dict")),
    ("keras", Some("fuzz/keras.dict")),
    ("keras_weights", None),
    ("layers_model", Some("fuzz/layers_model.dict")),
];

const DEFAULT_SECONDS: u32 = 60;

/// `cargo xtask fuzz [seconds]`
pub(crate) fn fuzz(arguments: &[String]) -> Result {
    let seconds = seconds(arguments)?;
    if sh::answer(nightly().arg("--version")).is_none() {
        return Err("fuzzing needs a nightly toolchain: `rustup toolchain install nightly` brings one".to_owned());
    }
    setup::cargo_fuzz()?;
    sh::timed("Fuzz targets: cargo fuzz build", || sh::run_quietly(nightly().args(["fuzz", "build"])))?;
    for (target, words) in TARGETS {
        sh::timed(&format!("{target}: {seconds} s"), || run(target, words, seconds))?;
    }
    Ok(())
}

fn seconds(arguments: &[String]) -> Result<u32> {
    let given = match arguments {
        [] => Some(DEFAULT_SECONDS),
        [seconds] => seconds.parse().ok().filter(|&seconds| seconds > 0),
        _ => None,
    };
    given.ok_or_else(|| format!("fuzz: expected a number of seconds from 1, received `{}`", arguments.join(" ")))
}

/// What was found interesting stays in `fuzz/corpus`; a finding is written to `fuzz/artifacts`, and said.
fn run(target: &str, words: Option<&str>, seconds: u32) -> Result {
    let corpus = format!("fuzz/corpus/{target}");
    fs::create_dir_all(sh::root().join(&corpus)).map_err(|error| format!("{corpus}: {error}"))?;
    let mut command = nightly();
    command.args(["fuzz", "run", target, &corpus, &format!("fuzz/seeds/{target}"), "--"]);
    command.arg(format!("-max_total_time={seconds}")).args(["-print_final_stats=1", "-verbosity=0"]);
    sh::run(command.args(words.map(|words| format!("-dict={words}"))))
}

/// The sanitizers are the nightly toolchain's alone.
fn nightly() -> std::process::Command {
    let mut command = sh::command("cargo");
    command.arg("+nightly");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_a_number_of_seconds_from_1() {
        let read = |text: &str| seconds(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!((read(""), read("5")), (Ok(60), Ok(5)));
        for wrong in ["0", "-1", "long", "5 6"] {
            assert_eq!(read(wrong), Err(format!("fuzz: expected a number of seconds from 1, received `{wrong}`")));
        }
    }
}
