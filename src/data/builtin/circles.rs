//! A circle within another.

use super::points::{Problem, around, uniform};
use super::{Entry, PI, Random};

pub(super) const CIRCLES: Problem = Problem {
    entry: Entry::new("circles", "a circle, class 1, within another"),
    noise: 0.05,
    inputs: 2,
    classes: Some(2),
    point,
};

fn point(class: usize, random: &mut Random) -> ([f64; 2], f64) {
    let target = class as f64;
    (around(2.0 * PI * uniform(random, 0.0, 1.0), 1.0 - 0.5 * target), target)
}
