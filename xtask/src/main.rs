//! Glassnet's chores. `cargo xtask help` lists them.

mod bench;
mod blogs;
mod browser;
mod build;
mod consumers;
mod crates;
mod dist;
mod fuzz;
mod keras;
mod serve;
mod setup;
mod sh;
mod shots;
mod test;
mod watch;

use std::process::ExitCode;

/// One subcommand: its name, its arguments and purpose for the help text, and what it does.
struct Chore {
    name: &'static str,
    usage: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> sh::Result,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "serve",
        usage: "[--port N]",
        purpose: "set up, build, serve the demo page, rebuild on change",
        run: serve::serve,
    },
    Chore {
        name: "test",
        usage: "[--quick] [--with-all-screens] [--with-firefox] [--with-bundlers] [--with-blogs] [--with-keras] [--with-oldest-rust]",
        purpose: "set up and check everything; --quick without a browser, --with-all-screens with each size in each language, --with-firefox in Firefox too, --with-bundlers with the package in more bundlers, --with-blogs with posts in static site generators, --with-keras with the exports in Keras, PyTorch, TensorFlow.js and onnxruntime, --with-oldest-rust on the oldest Rust that is promised",
        run: test::test,
    },
    Chore {
        name: "build",
        usage: "",
        purpose: "set up, build the engine and the site into dist/site",
        run: build::build,
    },
    Chore {
        name: "dist",
        usage: "",
        purpose: "set up, build the site into dist/site and the npm package into dist/npm",
        run: dist::dist,
    },
    Chore {
        name: "fuzz",
        usage: "[seconds]",
        purpose: "feed the readers of CSV and configurations any bytes, 60 seconds each; needs a nightly toolchain",
        run: fuzz::fuzz,
    },
    Chore {
        name: "bench",
        usage: "[--quick]",
        purpose: "measure the engine, alone (--native) and beside its peers in a browser (--browser)",
        run: bench::bench,
    },
    Chore {
        name: "shots",
        usage: "[example | preset ...]",
        purpose: "contact sheets into target/shots: the example's steps, presets, sizes, themes, languages, moments of training",
        run: shots::shots,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[][..]),
    };
    if matches!(name, "help" | "--help" | "-h") {
        println!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let result = match CHORES.iter().find(|chore| chore.name == name) {
        Some(chore) => (chore.run)(rest),
        None => Err(format!("unknown subcommand `{name}`\n\n{}", usage())),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask <subcommand>\n");
    for chore in CHORES {
        let call = format!("{} {}", chore.name, chore.usage);
        text += &format!("\n  {call:<46} {}", chore.purpose);
    }
    text
}
