//! Contact sheets in `target/shots`: how every preset of the playground looks before, during and after training, and the
//! worked example in its first ten seconds and in the steps of an iteration.

use crate::browser;
use crate::build;
use crate::setup;
use crate::sh::{self, Result};

/// `cargo xtask shots [example | preset ...]`
pub(crate) fn shots(presets: &[String]) -> Result {
    setup::for_building()?;
    let browser = browser::set_up()?;
    sh::timed("Building the site", || build::engines().and_then(|()| build::site()))?;
    sh::run(sh::command("node").arg("xtask/js/shots.js").arg(&browser.chrome).args(presets))
}
