//! A sine wave.

use super::points::{Problem, uniform};
use super::{Entry, PI, Random};

pub(super) const SINE: Problem =
    Problem { entry: Entry::new("sine", "one feature; y = sin(x)"), noise: 0.1, inputs: 1, classes: None, point };

fn point(_class: usize, random: &mut Random) -> ([f64; 2], f64) {
    // The feature as the network sees it.
    let x = f64::from((PI * uniform(random, -1.0, 1.0)) as f32);
    ([x, 0.0], libm::sin(x))
}
