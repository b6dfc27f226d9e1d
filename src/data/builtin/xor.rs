//! Exclusive or.

use super::points::{Problem, uniform};
use super::{Entry, Random};

pub(super) const XOR: Problem = Problem {
    entry: Entry::new("xor", "two features; class 1 where their signs differ"),
    noise: 0.0,
    inputs: 2,
    classes: Some(2),
    point,
};

fn point(_class: usize, random: &mut Random) -> ([f64; 2], f64) {
    let point = [uniform(random, -1.0, 1.0), uniform(random, -1.0, 1.0)];
    let differ = (point[0] < 0.0) != (point[1] < 0.0);
    (point, f64::from(u8::from(differ)))
}
