//! Two half circles, as scikit-learn's `make_moons`.

use super::points::{Problem, around, uniform};
use super::{Entry, PI, Random};

pub(super) const MOONS: Problem = Problem {
    entry: Entry::new("moons", "two half circles that reach into each other"),
    noise: 0.1,
    inputs: 2,
    classes: Some(2),
    point,
};

fn point(class: usize, random: &mut Random) -> ([f64; 2], f64) {
    let [x, y] = around(PI * uniform(random, 0.0, 1.0), 1.0);
    (if class == 0 { [x, y] } else { [1.0 - x, 0.5 - y] }, class as f64)
}
