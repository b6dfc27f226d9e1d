//! Generators of small data sets, made from a seed.

use super::column::Column;
use super::csv::MAX_ROWS;
use super::table::Table;
use crate::Error;
use crate::nn::{Entry, Random};
use std::f64::consts::PI;

/// Generator of a small data set whose answer is known.
///
/// `noise` is the deviation of the normal numbers that are added: to both features of a classification, after its
/// class was chosen, and to the target of a regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Generator {
    /// Two features in -1..1; class 1 where their signs differ. No line parts the classes.
    Xor,
    /// A circle of radius 1/2, class 1, in one of radius 1, class 0.
    Circles,
    /// Two half circles that reach into each other, as scikit-learn's `make_moons`: the upper is class 0.
    Moons,
    /// Two arms around the middle, 1 3/4 turns each; the second is class 1.
    Spirals,
    /// Three clouds of normal points around the corners of a triangle at distance 1: classes 0, 1, 2. `noise` is
    /// their deviation.
    Blobs,
    /// Two features in -1..1 with the target `2 x1 - x2 + 1/2`: one linear unit learns it exactly.
    Plane,
    /// One feature in -π..π with the target `sin x`.
    Sine,
}

/// Generated points: they are synthetic, and say so wherever they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// The generator's name.
    pub name: &'static str,
    /// How many rows there are.
    pub rows: usize,
    /// Features `[rows, inputs]`, row by row.
    pub features: Vec<f32>,
    /// How many features a row has: 2, or 1 for a sine.
    pub inputs: usize,
    /// Targets `[rows, 1]`: a number, or the class counted from 0.
    pub targets: Vec<f32>,
    /// How many classes there are; `None` for a regression.
    pub classes: Option<usize>,
}

/// The largest noise.
pub const MAX_NOISE: f32 = 10.0;

impl Generator {
    /// All of them.
    pub const ALL: [Generator; 7] = [
        Generator::Xor,
        Generator::Circles,
        Generator::Moons,
        Generator::Spirals,
        Generator::Blobs,
        Generator::Plane,
        Generator::Sine,
    ];

    /// Its name, and what it makes.
    pub(crate) fn entry(self) -> Entry {
        match self {
            Generator::Xor => Entry::new("xor", "two features; class 1 where their signs differ"),
            Generator::Circles => Entry::new("circles", "a circle, class 1, within another"),
            Generator::Moons => Entry::new("moons", "two half circles that reach into each other"),
            Generator::Spirals => Entry::new("spirals", "two arms around the middle"),
            Generator::Blobs => Entry::new("blobs", "three clouds of normal points"),
            Generator::Plane => Entry::new("plane", "two features; y = 2 * x1 - x2 + 1/2"),
            Generator::Sine => Entry::new("sine", "one feature; y = sin(x)"),
        }
    }

    /// Its name: `xor`, `moons` and so on.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The noise where none is chosen.
    pub(crate) fn default_noise(self) -> f32 {
        match self {
            Generator::Xor => 0.0,
            Generator::Spirals => 0.02,
            Generator::Circles => 0.05,
            Generator::Blobs => 0.3,
            Generator::Moons | Generator::Plane | Generator::Sine => 0.1,
        }
    }

    /// The generator of that name; an unknown one is rejected with the nearest.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        let known = Generator::ALL.map(|generator| generator.name().to_string());
        let found = known.iter().position(|known| known == name);
        found.map(|idx| Generator::ALL[idx]).ok_or_else(|| super::names::unknown("generator", &known, name))
    }

    /// How many classes it has; `None` for a regression.
    pub fn classes(self) -> Option<usize> {
        match self {
            Generator::Plane | Generator::Sine => None,
            Generator::Blobs => Some(3),
            Generator::Xor | Generator::Circles | Generator::Moons | Generator::Spirals => Some(2),
        }
    }

    /// `rows` rows with `noise`; the same seed gives the same bits. Classes take turns, so that all are as frequent,
    /// but for xor, whose classes come by chance.
    ///
    /// Rejects 0 rows and more than [`MAX_ROWS`], and a noise below 0 or above [`MAX_NOISE`].
    pub fn generate(self, rows: usize, noise: f32, seed: u64) -> Result<Points, Error> {
        if !(1..=MAX_ROWS).contains(&rows) {
            return Err(Error::out_of_range("rows", format!("1 to {MAX_ROWS}"), rows));
        }
        if !(0.0..=MAX_NOISE).contains(&noise) {
            let received = crate::number::short(f64::from(noise));
            return Err(Error::out_of_range("noise", "0 to 10", received));
        }
        let mut random = Random::new(seed);
        let mut features = Vec::new();
        let mut targets = Vec::new();
        for row in 0..rows {
            let class = row % self.classes().unwrap_or(1);
            let (point, target) = self.point(class, &mut random);
            let mut noisy = |value: f64| (value + f64::from(noise) * f64::from(random.normal())) as f32;
            if self.classes().is_some() {
                features.extend(point.map(noisy));
                targets.push(target as f32);
            } else {
                targets.push(noisy(target));
                features.extend(point.iter().take(self.inputs()).map(|value| *value as f32));
            }
        }
        Ok(Points { name: self.name(), rows, features, inputs: self.inputs(), targets, classes: self.classes() })
    }

    fn inputs(self) -> usize {
        if self == Generator::Sine { 1 } else { 2 }
    }

    /// A point without noise and its target; the class is chosen by the caller.
    fn point(self, class: usize, random: &mut Random) -> ([f64; 2], f64) {
        let mut uniform = |low: f32, high: f32| f64::from(random.uniform(low, high));
        let target = class as f64;
        let around = |angle: f64, radius: f64| [radius * libm::cos(angle), radius * libm::sin(angle)];
        match self {
            Generator::Xor => {
                let point = [uniform(-1.0, 1.0), uniform(-1.0, 1.0)];
                let differ = (point[0] < 0.0) != (point[1] < 0.0);
                (point, f64::from(u8::from(differ)))
            }
            Generator::Circles => (around(2.0 * PI * uniform(0.0, 1.0), 1.0 - 0.5 * target), target),
            Generator::Moons => {
                let [x, y] = around(PI * uniform(0.0, 1.0), 1.0);
                (if class == 0 { [x, y] } else { [1.0 - x, 0.5 - y] }, target)
            }
            Generator::Spirals => {
                let along = uniform(0.0, 1.0);
                (around(PI * (3.5 * along + target), along), target)
            }
            Generator::Blobs => (around(PI * (0.5 + target / 1.5), 1.0), target),
            Generator::Plane => {
                let [x, y] = [uniform(-1.0, 1.0), uniform(-1.0, 1.0)];
                ([x, y], 2.0 * x - y + 0.5)
            }
            Generator::Sine => {
                // The feature as the network sees it.
                let x = f64::from((PI * uniform(-1.0, 1.0)) as f32);
                ([x, 0.0], libm::sin(x))
            }
        }
    }
}

impl Points {
    /// The points as a table with the columns `x1`, `x2`, ... and `y`.
    pub fn table(&self) -> Table {
        let feature = |idx: usize| {
            let values = self.features.iter().skip(idx).step_by(self.inputs).map(|value| f64::from(*value));
            (format!("x{}", idx + 1), Column::numbers(values))
        };
        let target = match self.classes {
            Some(_) => Column::integers(self.targets.iter().map(|target| *target as i32)),
            None => Column::numbers(self.targets.iter().map(|target| f64::from(*target))),
        };
        let columns = (0..self.inputs).map(feature).chain([("y".to_string(), target)]);
        Table::of(columns.collect())
    }
}
