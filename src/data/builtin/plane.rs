//! A plane, which one linear unit learns.

use super::points::{Problem, uniform};
use super::{Entry, Random};

pub(super) const PLANE: Problem = Problem {
    entry: Entry::new("plane", "two features; y = 2 * x1 - x2 + 1/2"),
    noise: 0.1,
    inputs: 2,
    classes: None,
    point,
};

fn point(_class: usize, random: &mut Random) -> ([f64; 2], f64) {
    let [x, y] = [uniform(random, -1.0, 1.0), uniform(random, -1.0, 1.0)];
    ([x, y], 2.0 * x - y + 0.5)
}
