//! Small problems whose points are drawn from a seed: what they share.

use super::{Column, Entry, Error, MAX_ROWS, Random, Table};

/// A small problem: how its points are drawn.
pub(super) struct Problem {
    /// Its name, and what it makes.
    pub(super) entry: Entry,
    /// The noise where none is chosen.
    pub(super) noise: f32,
    /// How many features a row has, 1 or 2.
    pub(super) inputs: usize,
    /// How many classes there are; `None` for a regression.
    pub(super) classes: Option<usize>,
    /// A point without noise and its target; the class is chosen by the caller.
    pub(super) point: fn(class: usize, random: &mut Random) -> ([f64; 2], f64),
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

/// The range of noise in words.
pub(crate) const NOISE_RANGE: &str = "0 to 10";

/// A number of `low..high` in double precision.
pub(super) fn uniform(random: &mut Random, low: f32, high: f32) -> f64 {
    f64::from(random.uniform(low, high))
}

/// The point of a circle around the middle.
pub(super) fn around(angle: f64, radius: f64) -> [f64; 2] {
    [radius * libm::cos(angle), radius * libm::sin(angle)]
}

impl Problem {
    /// Makes `rows` points; the same seed gives the same bits.
    pub(super) fn generate(&self, rows: usize, noise: f32, seed: u64) -> Result<Points, Error> {
        if !(1..=MAX_ROWS).contains(&rows) {
            return Err(Error::out_of_range("rows", format!("1 to {MAX_ROWS}"), rows));
        }
        if !(0.0..=MAX_NOISE).contains(&noise) {
            let received = crate::number::short(f64::from(noise));
            return Err(Error::out_of_range("noise", NOISE_RANGE, received));
        }
        let &Problem { inputs, classes, point, .. } = self;
        let mut random = Random::new(seed);
        let mut features = Vec::new();
        let mut targets = Vec::new();
        for row in 0..rows {
            let (point, target) = point(row % classes.unwrap_or(1), &mut random);
            let mut noisy = |value: f64| (value + f64::from(noise) * f64::from(random.normal())) as f32;
            if classes.is_some() {
                features.extend(point.map(noisy));
                targets.push(target as f32);
            } else {
                targets.push(noisy(target));
                features.extend(point.iter().take(inputs).map(|value| *value as f32));
            }
        }
        Ok(Points { name: self.entry.name, rows, features, inputs, targets, classes })
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
