//! The engine as WebAssembly in `www/pkg`, and the site in `dist/site`.

use crate::setup::{self, WASM};
use crate::sh::{self, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The features that rustc lets LLVM use by default, named one by one: with all features
/// wasm-opt may write what no browser of the last two years reads.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Sections that no browser reads.
const STRIP: &[&str] = &["--strip-debug", "--strip-producers", "--strip-target-features"];

/// The crates that a module named where it could panic, for the check of their licences.
const CRATES: &str = "crates.txt";

/// Whether to spend time on making the module smaller.
#[derive(Clone, Copy, PartialEq)]
enum Optimize {
    Yes,
    No,
}

/// One build of the engine, or of what goes with it, for the browser.
struct Engine {
    /// The crate.
    package: &'static str,
    /// The name of its files: `glassnet.js`, `glassnet_bg.wasm`.
    name: &'static str,
    features: &'static [&'static str],
    /// A profile of Cargo.toml.
    profile: &'static str,
    /// Whether it uses SIMD, without which a browser cannot load it.
    simd: bool,
    /// The options of wasm-opt.
    wasm_opt: &'static [&'static str],
    /// Whether names between wasm and JavaScript are worth shortening.
    minified_names: bool,
    /// Whether programmers hold its handles, and may use one that they freed.
    public_handles: bool,
    folder: &'static str,
}

/// Small once it is compressed: functions that stay apart are more alike to brotli.
const SMALL: &[&str] = &["-Oz", "--converge", "--one-caller-inline-max-function-size", "25"];

/// Fast, and soon so: until a browser has compiled a function well it runs several times slower, and what is one large
/// function takes a tenth of a second, so functions stay apart that are called from one place. It is smaller, too.
const FAST: &[&str] = &["-O2", "--converge", "--one-caller-inline-max-function-size", "20"];

/// What the page loads. It runs in a browser without SIMD too, which its few weights would not profit from.
const PAGE: Engine = Engine {
    package: "glassnet",
    name: "glassnet",
    features: &["--no-default-features", "--features", "worked,bindings"],
    profile: "page",
    simd: false,
    wasm_opt: SMALL,
    minified_names: true,
    public_handles: false,
    folder: "www/pkg",
};

/// With all that programmers get; small but for the loops of a step.
const FULL: Engine = Engine {
    package: "glassnet",
    name: "glassnet",
    features: &[],
    profile: "full",
    simd: true,
    wasm_opt: FAST,
    minified_names: false,
    public_handles: true,
    folder: "www/pkg-full",
};

/// What trains and predicts, and nothing around it.
const CORE: Engine = Engine {
    package: "glassnet",
    name: "glassnet",
    features: &["--no-default-features", "--features", "keras,bindings"],
    profile: "full",
    simd: true,
    wasm_opt: FAST,
    minified_names: true,
    public_handles: true,
    folder: "www/pkg-core",
};

/// Files of other tools, loaded when one is asked for. It trains nothing.
const FORMATS: Engine = Engine {
    package: "glassnet_formats",
    name: "formats",
    features: &["--features", "bindings"],
    profile: "page",
    simd: false,
    wasm_opt: SMALL,
    minified_names: false,
    public_handles: false,
    folder: "www/pkg-formats",
};

/// `cargo xtask build`
pub(crate) fn build(arguments: &[String]) -> Result {
    if let Some(first) = arguments.first() {
        return Err(format!("build: expected no argument, received `{first}`"));
    }
    setup::for_building()?;
    sh::timed("Building the engines", engines)?;
    sh::timed("Building the site", site)?;
    sizes()
}

/// Compiles the engine three times: what the page loads, what trains and predicts, and all that programmers get; and
/// beside it files of other tools, and what runs Python.
pub(crate) fn engines() -> Result {
    // Cargo compiles one after the other; while it does, wasm-opt has another at hand.
    std::thread::scope(|scope| {
        let full = scope.spawn(|| package(Optimize::Yes, &FULL));
        let others = [PAGE, CORE].iter().try_for_each(|engine| package(Optimize::Yes, engine)).and_then(|()| formats());
        full.join().unwrap_or_else(|_| Err("the build of the full engine panicked".into())).and(others)
    })?;
    // It plays the page's worker, which imports the JavaScript of the others.
    split()?;
    python()
}

/// Compiles what the page and the playground load, without wasm-opt, which only makes it smaller.
pub(crate) fn unoptimized() -> Result {
    [PAGE, FULL].iter().try_for_each(|engine| package(Optimize::No, engine))
}

/// The other engines that a page may ask for, and what runs Python, where they are not there yet.
pub(crate) fn others() -> Result {
    let missing = |folder: &str| !sh::root().join(folder).is_dir();
    for engine in [CORE, FORMATS].iter().filter(|engine| missing(engine.folder)) {
        package(Optimize::No, engine)?;
    }
    if missing("www/pkg-python") { python() } else { Ok(()) }
}

/// Compiles the files of other tools into `www/pkg-formats`, and fails where they exceed their budget.
fn formats() -> Result {
    package(Optimize::Yes, &FORMATS)?;
    let files = [format!("{}/formats_bg.wasm", FORMATS.folder), format!("{}/formats.js", FORMATS.folder)];
    sh::run(sh::command("node").arg("xtask/js/budget.js").args(files))
}

/// Compiles the engine into its folder.
fn package(optimize: Optimize, engine: &Engine) -> Result {
    let cargo = &mut sh::cargo();
    cargo.args(["build", "--quiet", "--lib", "--target", WASM, "--profile", engine.profile]);
    cargo.args(["--package", engine.package]).args(engine.features);
    // In place of those of .cargo/config.toml; between two of them stands what no path holds.
    sh::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", rustc_flags(engine.simd).join("\x1f")))?;
    let module = sh::target_dir().join(WASM).join(engine.profile).join(format!("{}.wasm", engine.package));
    let fresh = sh::target_dir().join("wasm-pkg").join(engine.folder);
    // The page restarts the engine after a panic by the function that the experimental option adds.
    sh::run(
        sh::command("wasm-bindgen")
            .args(["--target", "web", "--experimental-reset-state-function"])
            .args(["--out-name", engine.name, "--out-dir"])
            .args([&fresh, &module]),
    )?;
    if engine.public_handles {
        sh::run(sh::command("node").arg("xtask/js/freed-handles.js").arg(fresh.join(format!("{}.js", engine.name))))?;
    }
    if optimize == Optimize::Yes {
        let file = fresh.join(format!("{}_bg.wasm", engine.name));
        sh::run(sh::command("node").arg("xtask/js/snip.js").arg(&file).arg(fresh.join(CRATES)))?;
        let shrink = &mut wasm_opt(engine);
        sh::run(shrink.args(engine.wasm_opt).arg(&file).arg("-o").arg(&file))?;
        order_functions(&fresh, &file, engine)?;
    }
    // The wasm before the JavaScript that loads it: a page reloads when the latter changes.
    let names = ["_bg.wasm", "_bg.wasm.d.ts", ".d.ts", ".js"].map(|ending| format!("{}{ending}", engine.name));
    let crates = (optimize == Optimize::Yes).then(|| CRATES.to_string());
    let names: Vec<String> = names.into_iter().chain(crates).collect();
    copy(&fresh, &sh::root().join(engine.folder), &names)
}

/// Whether SIMD is used; and where libraries lie on this machine is left out of what panics say, which is in the
/// module.
fn rustc_flags(simd: bool) -> Vec<String> {
    let folders = sh::registries().into_iter();
    let short = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    let feature = format!("-Ctarget-feature={}simd128", if simd { '+' } else { '-' });
    [feature].into_iter().chain(short).collect()
}

/// wasm-opt for the features that an engine may use.
fn wasm_opt(engine: &Engine) -> Command {
    let mut command = sh::npm_program("wasm-opt");
    // Nobody reads the first kilobyte: there the stack would have overflowed. Zeros weigh nothing in brotli, and data without
    // them is many pieces.
    command.args(features(engine)).args(STRIP).args(["--low-memory-unused", "--skip-pass=memory-packing"]);
    command
}

/// What of WebAssembly it may use, as options of binaryen's programs.
fn features(engine: &Engine) -> impl Iterator<Item = &'static str> {
    FEATURES.iter().copied().chain(engine.simd.then_some("--enable-simd"))
}

/// Splits the full engine and the page's in two: what is needed at first, and the rest.
fn split() -> Result {
    sh::run(sh::command("node").arg("xtask/js/split.js").args(features(&FULL)))
}

/// Puts functions beside those that they are most like, which brotli finds more in common between, and gives imports
/// and exports one letter each where the engine has them so.
fn order_functions(folder: &Path, module: &Path, engine: &Engine) -> Result {
    sh::run(sh::command("node").arg("xtask/js/order-functions.js").arg(module))?;
    let order = &mut wasm_opt(engine);
    order.arg("--reorder-functions-by-name").arg(module).arg("-o").arg(module);
    if !engine.minified_names {
        return sh::run(order);
    }
    order.arg("--minify-imports-and-exports-and-modules");
    let names = sh::answer(order).ok_or("wasm-opt: expected the names that it shortened, received none")?;
    let list = folder.join("names.json");
    fs::write(&list, names).map_err(|error| format!("{}: {error}", list.display()))?;
    sh::run(sh::command("node").arg("xtask/js/minify-exports.js").arg(folder.join("glassnet.js")).arg(&list))
}

/// Bundles pages, element and engine into `dist/site`.
pub(crate) fn site() -> Result {
    sh::run(sh::command("node").arg("xtask/js/site.js"))
}

/// Translates the stand-ins of Python's libraries and puts the interpreter into `www/pkg-python`.
fn python() -> Result {
    sh::run(sh::command("node").arg("xtask/js/python.js"))
}

/// Prints the size of everything that a reader downloads, and fails where it exceeds the budget.
pub(crate) fn sizes() -> Result {
    sh::run(sh::command("node").args(["xtask/js/sizes.js", "dist/site"]))
}

fn copy(from: &Path, to: &Path, names: &[String]) -> Result {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    for name in names {
        fs::copy(from.join(name), to.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
