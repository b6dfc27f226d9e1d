//! Two spirals.

use super::points::{Problem, around, uniform};
use super::{Entry, PI, Random};

pub(super) const SPIRALS: Problem = Problem {
    entry: Entry::new("spirals", "two arms around the middle"),
    noise: 0.02,
    inputs: 2,
    classes: Some(2),
    point,
};

fn point(class: usize, random: &mut Random) -> ([f64; 2], f64) {
    let (target, along) = (class as f64, uniform(random, 0.0, 1.0));
    (around(PI * (3.5 * along + target), along), target)
}
