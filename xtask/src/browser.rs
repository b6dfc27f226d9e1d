//! The browser that tests run in: found where the system keeps it, installed where that is possible.

use crate::sh::{self, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_BROWSER: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const FIREFOXES: &[&str] = &["firefox-esr", "firefox"];
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// Chromium and its driver.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Looks for the browser, its driver and a Korean font, and installs what is missing.
pub(crate) fn set_up() -> Result<Browser> {
    let mut missing = Vec::new();
    if chrome().is_none() {
        missing.push(if is("ubuntu") { "chromium-browser" } else { "chromium" });
    }
    if driver().is_none() {
        missing.push(if is("ubuntu") { "chromium-chromedriver" } else { "chromium-driver" });
    }
    let needed = !missing.is_empty();
    if !korean_font() {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        // Tests pass without the font, only the screenshots have boxes for Korean letters.
        match install(&missing) {
            Err(message) if !needed => println!("note: {message}"),
            done => done?,
        }
    }
    let found = chrome().zip(driver()).map(|(chrome, driver)| Browser { chrome, driver });
    found.ok_or_else(|| {
        "Chromium or chromedriver is missing also after installation: set CHROME and CHROMEDRIVER to their paths".into()
    })
}

/// Looks for Firefox, and installs it where apt has it; none where it cannot be had, and then a word says so.
pub(crate) fn set_up_firefox() -> Option<PathBuf> {
    if firefox().is_none()
        && let Err(message) = install(&["firefox-esr"])
    {
        println!("note: {message}");
    }
    firefox()
}

fn firefox() -> Option<PathBuf> {
    let mac = || Some(PathBuf::from(MAC_FIREFOX)).filter(|file| file.is_file());
    named_by("FIREFOX").or_else(|| sh::find_program(FIREFOXES)).or_else(mac)
}

fn chrome() -> Option<PathBuf> {
    let mac = || Some(PathBuf::from(MAC_BROWSER)).filter(|file| file.is_file());
    named_by("CHROME").or_else(|| sh::find_program(BROWSERS)).or_else(mac)
}

fn driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| sh::find_program(&["chromedriver"]))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

/// Installs packages of the system, where it has apt and allows it.
pub(crate) fn install(packages: &[&str]) -> Result {
    let names = packages.join(" ");
    if sh::find_program(&["apt-get"]).is_none() {
        let mac = "on macOS `brew install --cask google-chrome chromedriver firefox`";
        return Err(format!(
            "{names} is missing: install it ({mac}), or set CHROME, CHROMEDRIVER and FIREFOX to the paths of the programs"
        ));
    }
    let get = format!("apt-get install -y --no-install-recommends {names}");
    let prefix: &[&str] = if sh::answer(sh::command("id").arg("-u")).as_deref() == Some("0") {
        &[]
    } else if sh::answer(sh::command("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        return Err(format!("{names} is missing: run `sudo apt-get update && sudo {get}`"));
    };
    sh::timed(&format!("For the tests: {get}"), || {
        apt(prefix, &["update"])?;
        apt(prefix, &get.split(' ').skip(1).collect::<Vec<_>>())
    })
    .map_err(|error| format!("{error}\n{names} is missing: run `sudo apt-get update && sudo {get}`"))
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result {
    let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    sh::run_quietly(sh::command(words[0]).args(&words[1..]))
}

fn is(distribution: &str) -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == format!("ID={distribution}"))
}

/// Other systems than Linux come with one.
fn korean_font() -> bool {
    let listed = sh::answer(sh::command("fc-list").args([":lang=ko", "family"]));
    !cfg!(target_os = "linux")
        || listed.is_some_and(|families| !families.is_empty())
        || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
}
