//! Every check that the project has, cheapest first; the first red one ends it.

use crate::blogs;
use crate::browser::{self, Browser};
use crate::build;
use crate::consumers;
use crate::crates;
use crate::dist;
use crate::keras;
use crate::serve::free_port;
use crate::setup;
use crate::sh::{self, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// One check.
struct Step {
    title: &'static str,
    run: Run,
}

/// How a check is run, and whether it needs a browser, all screens or some, blogs, bundlers or Firefox too, Keras, or
/// another Rust.
enum Run {
    Anywhere(fn() -> Result),
    InBrowser(fn(&Browser) -> Result),
    OnScreens(fn(&Browser, bool) -> Result),
    InBlogs(fn(&Browser) -> Result),
    InBundlers(fn(&Browser) -> Result),
    InFirefox(fn(&Browser, &Path) -> Result),
    InKeras(fn() -> Result),
    OnOldestRust(fn() -> Result),
}
use Run::{Anywhere, InBlogs, InBrowser, InBundlers, InFirefox, InKeras, OnOldestRust, OnScreens};

const STEPS: &[Step] = &[
    Step { title: "Format", run: Anywhere(format) },
    Step { title: "Lints", run: Anywhere(lints) },
    Step { title: "Lints of what is only in the browser", run: Anywhere(wasm_lints) },
    Step { title: "Docs", run: Anywhere(docs) },
    Step { title: "Licences and sources of dependencies", run: Anywhere(crates::dependencies) },
    Step { title: "The oldest Rust that is promised", run: OnOldestRust(crates::oldest_rust) },
    Step { title: "Native tests", run: Anywhere(native_tests) },
    Step { title: "Crates as they are published", run: Anywhere(crates::packages) },
    Step { title: "Engine tests in the browser", run: InBrowser(wasm_tests) },
    Step { title: "Engines", run: Anywhere(build::engines) },
    Step { title: "JavaScript tests", run: Anywhere(js_tests) },
    Step { title: "JavaScript types", run: Anywhere(types) },
    Step { title: "JavaScript format", run: Anywhere(js_format) },
    Step { title: "JavaScript lints, and nothing that a promised browser lacks", run: Anywhere(js_lints) },
    Step { title: "JavaScript without dead code: files, exports, packages", run: Anywhere(dead_code) },
    Step { title: "Site", run: Anywhere(build::site) },
    Step { title: "End-to-end tests in the browser", run: OnScreens(end_to_end) },
    Step { title: "The same in Firefox", run: InFirefox(in_firefox) },
    Step { title: "Package in an empty project", run: InBrowser(dist::try_package) },
    Step { title: "Package in other bundlers", run: InBundlers(dist::try_bundlers) },
    Step { title: "Posts in blogs", run: InBlogs(blogs::try_blogs) },
    Step { title: "Sizes", run: Anywhere(build::sizes) },
    Step { title: "Exports in Keras", run: InKeras(keras::exports) },
    Step { title: "Files of Keras", run: InKeras(keras::files) },
    Step { title: "Exports in onnxruntime, PyTorch and TensorFlow.js", run: InKeras(consumers::exports) },
    Step { title: "Runs on two workers", run: InKeras(keras::workers) },
    Step { title: "Programs in Python: what real libraries print", run: InKeras(keras::programs) },
];

/// `cargo xtask test [--quick] [--with-all-screens] [--with-firefox] [--with-bundlers] [--with-blogs] [--with-keras]
/// [--with-oldest-rust]`
pub(crate) fn test(arguments: &[String]) -> Result {
    let known = [
        "--quick",
        "--with-all-screens",
        "--with-firefox",
        "--with-bundlers",
        "--with-blogs",
        "--with-keras",
        "--with-oldest-rust",
    ];
    if let Some(other) = arguments.iter().find(|argument| !known.contains(&argument.as_str())) {
        let known = known.map(|flag| format!("`{flag}`")).join(" or ");
        return Err(format!("test: expected {known}, received `{other}`"));
    }
    let [quick, with_all_screens, with_firefox, with_bundlers, with_blogs, with_keras, with_oldest_rust] =
        known.map(|flag| arguments.iter().any(|argument| argument == flag));
    if quick && (with_all_screens || with_firefox || with_bundlers || with_blogs) {
        return Err("test: expected `--quick` or a check in a browser, received both".into());
    }
    let start = Instant::now();
    setup::rust_components()?;
    setup::for_building()?;
    let browser = if quick {
        None
    } else {
        setup::wasm_pack()?;
        Some(browser::set_up()?)
    };
    let firefox = if with_firefox { browser::set_up_firefox() } else { None };
    for Step { title, run } in STEPS {
        let begun = Instant::now();
        match (run, &browser, &firefox) {
            (InBrowser(_) | OnScreens(_) | InBlogs(_) | InBundlers(_) | InFirefox(_), None, _) => continue,
            (InBlogs(_), ..) if !with_blogs => continue,
            (InBundlers(_), ..) if !with_bundlers => continue,
            (InFirefox(_), _, None) if with_firefox => {
                println!("\n== {title}\n   left out: Firefox is not there");
                continue;
            }
            (InFirefox(_), _, None) => continue,
            (InKeras(_), ..) if !with_keras => continue,
            (OnOldestRust(_), ..) if !with_oldest_rust => continue,
            (Anywhere(check) | InKeras(check) | OnOldestRust(check), ..) => heading(title, check),
            (InBrowser(check) | InBlogs(check) | InBundlers(check), Some(browser), _) => {
                heading(title, || check(browser))
            }
            (OnScreens(check), Some(browser), _) => heading(title, || check(browser, with_all_screens)),
            (InFirefox(check), Some(browser), Some(firefox)) => heading(title, || check(browser, firefox)),
        }
        .map_err(|error| format!("{title}: {error}"))?;
        println!("   {title}: ok in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let left_out = if quick { ", the tests in the browser left out" } else { "" };
    println!("\nAll checks passed in {:.0} s{left_out}.", start.elapsed().as_secs_f64());
    Ok(())
}

fn heading(title: &str, check: impl FnOnce() -> Result) -> Result {
    println!("\n== {title}");
    check()
}

fn format() -> Result {
    sh::run(sh::cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result {
    let what = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    sh::run(sh::cargo().args(what))
}

fn wasm_lints() -> Result {
    let target = ["--target", "wasm32-unknown-unknown"];
    // With the bindings and what wasm-pack compiles beside its tests, and as a crate that uses the engine gets it; then files
    // of other tools.
    for what in [
        &["--lib", "--tests", "--examples"][..],
        &["--lib", "--no-default-features", "--features", "full"],
        &["--lib", "--package", "glassnet_formats", "--features", "bindings"],
    ] {
        sh::run(sh::cargo().args(["clippy", "--quiet"]).args(what).args(target).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn docs() -> Result {
    let what = ["doc", "--quiet", "--workspace", "--no-deps"];
    sh::run(sh::cargo().args(what).env("RUSTDOCFLAGS", "-D warnings"))
}

fn native_tests() -> Result {
    sh::run(sh::cargo().args(["test", "--quiet", "--workspace"]))
}

/// The two programs are given as they were found, so that wasm-pack fetches none.
fn wasm_tests(browser: &Browser) -> Result {
    // Its warning that it cannot ask for its newest version is of no use to anybody.
    let quiet = ["--log-level", "error", "test", "--mode", "no-install"];
    let browsing = ["--headless", "--chrome", "--chromedriver"];
    let wasm_pack = &mut sh::command("wasm-pack");
    wasm_pack.args(quiet).args(browsing).arg(&browser.driver).arg("--");
    // The others are empty there, and take a minute to link.
    for file in test_files("tests", |name| name.starts_with("web") && name.ends_with(".rs")) {
        wasm_pack.arg("--test").arg(file.file_stem().unwrap_or_default());
    }
    // What a test prints, such as how many of Keras's numbers it compared, is worth reading.
    sh::run(wasm_pack.args(["--", "--nocapture"]))
}

/// The files of a folder whose names fit, in their order.
fn test_files(folder: &str, fits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(sh::root().join(folder));
    let files = entries.into_iter().flat_map(|entries| entries.flatten()).map(|entry| entry.path());
    let fits = |file: &PathBuf| file.file_name().is_some_and(|name| fits(&name.to_string_lossy()));
    let mut files: Vec<PathBuf> = files.filter(fits).collect();
    files.sort();
    files
}

/// Named one by one, since Node 20 takes a folder for one test and no pattern.
fn js_tests() -> Result {
    let files = test_files("tests/js", |name| name.ends_with(".test.js"));
    if files.is_empty() {
        println!("tests/js has no *.test.js yet");
        return Ok(());
    }
    sh::run(sh::command("node").args(["--test", "--test-reporter=spec"]).args(files))
}

fn types() -> Result {
    sh::run(sh::npm_program("tsc").args(["--project", "tsconfig.json"]))
}

fn js_format() -> Result {
    sh::run(sh::npm_program("prettier").args(["--check", "--log-level", "warn", "."]))
}

/// The page's files also against MDN's data, for the browsers of package.json.
fn js_lints() -> Result {
    sh::run(sh::npm_program("eslint").args(["--max-warnings", "0", "--report-unused-disable-directives", "."]))
}

/// Files, exports and packages that nothing uses.
fn dead_code() -> Result {
    sh::run(sh::npm_program("knip").arg("--treat-config-hints-as-errors"))
}

/// What is computed in Firefox, bit by bit beside Chromium, and Python's programs; one file after the other, on one port.
fn in_firefox(browser: &Browser, firefox: &Path) -> Result {
    let port = free_port(None)?.to_string();
    let tests = &mut sh::command("node");
    tests.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    tests.args(test_files("tests/firefox", |name| name.ends_with(".test.js")));
    sh::run(tests.env("CHROME", &browser.chrome).env("FIREFOX", firefox).env("GLASSNET_PORT", port))
}

fn end_to_end(browser: &Browser, on_all_screens: bool) -> Result {
    let port = free_port(None)?.to_string();
    let tests = &mut sh::npm_program("playwright");
    let all = if on_all_screens { "1" } else { "" };
    tests.env("GLASSNET_ALL_SCREENS", all).env("CHROME", &browser.chrome).env("GLASSNET_PORT", port);
    sh::run(tests.arg("test"))
}
