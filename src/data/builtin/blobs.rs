//! Three clouds of points.

use super::points::{Problem, around};
use super::{Entry, PI, Random};

pub(super) const BLOBS: Problem = Problem {
    entry: Entry::new("blobs", "three clouds of normal points"),
    noise: 0.3,
    inputs: 2,
    classes: Some(3),
    point,
};

/// The middle of a cloud: noise makes points of it.
fn point(class: usize, _random: &mut Random) -> ([f64; 2], f64) {
    let target = class as f64;
    (around(PI * (0.5 + target / 1.5), 1.0), target)
}
