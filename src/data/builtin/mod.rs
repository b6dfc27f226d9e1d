//! Built-in data sets, a file each. To add one, write its file and enter it below: a small problem of points as a variant
//! of [`Generator`], in [`Generator::ALL`] and in `problem`; a table as one of [`BuiltinTable`], in [`BuiltinTable::ALL`]
//! and in `facts`.

mod gate;
mod points;
mod advertising;
mod and_gate;
mod blobs;
mod circles;
mod moons;
mod or_gate;
mod plane;
mod sine;
mod spirals;
mod xor;
mod xor_gate;

use super::column::Column;
use super::csv::MAX_ROWS;
use super::table::Table;
use crate::Error;
use crate::nn::{Entry, Random};
use std::f64::consts::PI;

pub use advertising::advertising;
#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
pub(crate) use points::NOISE_RANGE;
pub use points::{MAX_NOISE, Points};

/// Table that is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuiltinTable {
    /// [`advertising`]: the 200 synthetic rows that stand for the tutorial's data.
    Advertising,
    /// The four points of AND, classes 0 and 1.
    AndGate,
    /// The four points of OR, classes 0 and 1.
    OrGate,
    /// The four points of exclusive or, classes 0 and 1: no line parts them.
    XorGate,
}

/// What a table says of itself.
struct TableFacts {
    /// Its name in a configuration, and what it makes.
    entry: Entry,
    /// Its name for a reader; of synthetic data it says so.
    title: &'static str,
    /// The name of its file, where a program reads it from one.
    file_name: &'static str,
    /// What is predicted of it: `regression`, `binary` or `multiclass`.
    #[cfg_attr(any(target_arch = "wasm32", not(feature = "full")), allow(dead_code))]
    task: &'static str,
    /// The column of classes, where it is a problem of them.
    class_column: Option<&'static str>,
    /// Makes it.
    make: fn() -> Table,
}

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

impl BuiltinTable {
    /// All of them.
    pub const ALL: [BuiltinTable; 4] =
        [BuiltinTable::Advertising, BuiltinTable::AndGate, BuiltinTable::OrGate, BuiltinTable::XorGate];

    fn facts(self) -> &'static TableFacts {
        match self {
            BuiltinTable::Advertising => &advertising::ADVERTISING,
            BuiltinTable::AndGate => &and_gate::AND_GATE,
            BuiltinTable::OrGate => &or_gate::OR_GATE,
            BuiltinTable::XorGate => &xor_gate::XOR_GATE,
        }
    }

    /// Its name, and what it makes.
    pub(crate) fn entry(self) -> Entry {
        self.facts().entry
    }

    /// Its name in a configuration: `advertising`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Its name for a reader; of synthetic data it says so: `advertising (synthetic)`.
    pub fn title(self) -> &'static str {
        self.facts().title
    }

    /// The name of its file, where a program reads it from one.
    pub(crate) fn file_name(self) -> &'static str {
        self.facts().file_name
    }

    /// What is predicted of it: `regression`, `binary` or `multiclass`.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn task(self) -> &'static str {
        self.facts().task
    }

    /// The column of classes, where it is a problem of them.
    pub(crate) fn class_column(self) -> Option<&'static str> {
        self.facts().class_column
    }

    /// The table.
    pub fn table(self) -> Table {
        (self.facts().make)()
    }
}

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

    fn problem(self) -> &'static points::Problem {
        match self {
            Generator::Xor => &xor::XOR,
            Generator::Circles => &circles::CIRCLES,
            Generator::Moons => &moons::MOONS,
            Generator::Spirals => &spirals::SPIRALS,
            Generator::Blobs => &blobs::BLOBS,
            Generator::Plane => &plane::PLANE,
            Generator::Sine => &sine::SINE,
        }
    }

    /// Its name, and what it makes.
    pub(crate) fn entry(self) -> Entry {
        self.problem().entry
    }

    /// Its name: `xor`, `moons` and so on.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The noise where none is chosen.
    pub(crate) fn default_noise(self) -> f32 {
        self.problem().noise
    }

    /// The generator of that name.
    ///
    /// # Errors
    /// Rejects an unknown name, and says the nearest.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        let known = Generator::ALL.map(|generator| generator.name().to_string());
        let found = known.iter().position(|known| known == name);
        found.map(|idx| Generator::ALL[idx]).ok_or_else(|| super::names::unknown("generator", &known, name))
    }

    /// What is predicted: `regression`, `binary` or `multiclass`.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn task(self) -> &'static str {
        match self.classes() {
            None => "regression",
            Some(2) => "binary",
            Some(_) => "multiclass",
        }
    }

    /// How many classes it has; `None` for a regression.
    pub fn classes(self) -> Option<usize> {
        self.problem().classes
    }

    /// `rows` rows with `noise`; the same seed gives the same bits. Classes take turns, so that all are as frequent,
    /// but for xor, whose classes come by chance.
    ///
    /// # Errors
    /// Rejects 0 rows and more than [`MAX_ROWS`], and a noise below 0 or above [`MAX_NOISE`].
    pub fn generate(self, rows: usize, noise: f32, seed: u64) -> Result<Points, Error> {
        self.problem().generate(rows, noise, seed)
    }
}
