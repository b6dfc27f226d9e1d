//! Posts in blogs: the author page's snippets, built by static site generators and read in Chromium.

use crate::browser::{self, Browser};
use crate::sh::{self, Result};

/// Those of the generators that the system brings, by program and package; npm and pip bring the others.
const PROGRAMS: &[(&str, &[&str])] = &[("hugo", &["hugo"]), ("jekyll", &["jekyll", "ruby-jekyll-feed"])];

/// What cannot be had is left out, and named.
pub(crate) fn try_blogs(browser: &Browser) -> Result {
    for (program, packages) in PROGRAMS {
        if sh::find_program(&[program]).is_none()
            && let Err(message) = browser::install(packages)
        {
            println!("note: {message}");
        }
    }
    sh::run(sh::command("node").arg("tests/blogs/run.js").arg(&browser.chrome))
}
