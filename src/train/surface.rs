//! Response curves and surfaces: the output of a model or a unit over a range of one or two features.
//!
//! Features are given as a reader knows them, in the table's own units; `scale` turns rows of them into what the model
//! takes in, as [`crate::data::Scaler::transform`] does.

use crate::error::counted;
use crate::nn::Sequential;
use crate::number::short;
use crate::{Error, ErrorKind};

/// The most points along one side.
pub const MAX_SIDE: usize = 1024;

/// The most numbers of the surfaces of all units, 16 MB of `f32`.
pub const MAX_SURFACES: usize = 4_000_000;

/// Rows that go through at a time: so many fit into one pass of [`Sequential::predict_row_major`].
const CHUNK: usize = 256;

/// A feature that runs from one value to another, both included, in even steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sweep {
    /// Which feature, from 0.
    pub feature: usize,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The output or unit that is watched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Watched {
    /// The first output of the model.
    #[default]
    Output,
    /// One unit.
    Unit {
        /// The dense layer, first hidden layer first.
        layer: usize,
        /// The unit in it.
        unit: usize,
    },
}

impl Sweep {
    /// The value at one of `points` places.
    fn at(self, place: usize, points: usize) -> f64 {
        // The end is met exactly.
        if place + 1 == points {
            self.to
        } else {
            self.from + (self.to - self.from) * place as f64 / (points - 1) as f64
        }
    }

    fn check(self, what: &str, features: usize) -> Result<(), Error> {
        if self.feature >= features {
            return Err(Error::out_of_range(what, format!("a feature below {features}"), self.feature));
        }
        for (end, value) in [("from", self.from), ("to", self.to)] {
            if !value.is_finite() {
                return Err(Error::new(
                    ErrorKind::NotFinite,
                    format!("{what}.{end}"),
                    "a finite number".to_string(),
                    short(value),
                ));
            }
        }
        Ok(())
    }
}

/// Values over a `size` by `size` grid of two features, row by row; the first row is the top one, the end of `y`.
///
/// `held` has a value for each feature; those of `x` and `y` do not count.
///
/// # Errors
/// Rejects a size that is not from 2 to [`MAX_SIDE`], an unknown feature, layer or unit, the same feature twice
/// feature, another count of `held`, numbers that are not finite, and what `scale` rejects.
pub fn surface(
    model: &mut Sequential,
    [x, y]: [Sweep; 2],
    size: usize,
    held: &[f64],
    watched: Watched,
    scale: impl Fn(&[f64]) -> Result<Vec<f32>, Error>,
) -> Result<Vec<f32>, Error> {
    check_grid(model, [x, y], size, held)?;
    let watched = check_watched(model, watched)?;
    let point = |cell: usize, row: &mut [f64]| place([x, y], size, cell, row);
    let mut values = Vec::with_capacity(size * size);
    each_chunk(model, size * size, held, point, scale, |model, rows| {
        let (layer, unit) = watched;
        let units = model.active_layers()[layer].units();
        values.extend((0..rows).map(|row| model.outputs(layer)[row * units + unit]));
    })?;
    Ok(values)
}

/// Every unit over the grid of [`surface`], with one pass of the rows: for each dense layer `[units, size, size]`.
///
/// # Errors
/// As [`surface`], and rejects more than [`MAX_SURFACES`] numbers.
pub fn surfaces(
    model: &mut Sequential,
    [x, y]: [Sweep; 2],
    size: usize,
    held: &[f64],
    scale: impl Fn(&[f64]) -> Result<Vec<f32>, Error>,
) -> Result<Vec<Vec<f32>>, Error> {
    check_grid(model, [x, y], size, held)?;
    let cells = size * size;
    let units: Vec<usize> = model.active_layers().iter().map(|layer| layer.units()).collect();
    let count = cells * units.iter().sum::<usize>();
    if count > MAX_SURFACES {
        return Err(Error::out_of_range("size", format!("at most {MAX_SURFACES} numbers of all units"), count));
    }
    let mut surfaces: Vec<Vec<f32>> = units.iter().map(|units| vec![0.0; units * cells]).collect();
    let mut done = 0;
    let point = |cell: usize, row: &mut [f64]| place([x, y], size, cell, row);
    each_chunk(model, cells, held, point, scale, |model, rows| {
        for (layer, (surfaces, &units)) in surfaces.iter_mut().zip(&units).enumerate() {
            for (idx, output) in model.outputs(layer)[..rows * units].iter().enumerate() {
                surfaces[idx % units * cells + done + idx / units] = *output;
            }
        }
        done += rows;
    })?;
    Ok(surfaces)
}

/// Puts the two values of a cell of the grid into a row; the first cells are the top ones.
fn place([x, y]: [Sweep; 2], size: usize, cell: usize, row: &mut [f64]) {
    row[x.feature] = x.at(cell % size, size);
    row[y.feature] = y.at(size - 1 - cell / size, size);
}

fn check_grid(model: &Sequential, [x, y]: [Sweep; 2], size: usize, held: &[f64]) -> Result<(), Error> {
    let features = check_held(model, held)?;
    check_side("size", size)?;
    x.check("x", features)?;
    y.check("y", features)?;
    if x.feature == y.feature {
        return Err(Error::out_of_range("y", "another feature than x", y.feature));
    }
    Ok(())
}

/// The predictions `[points, outputs]` while one feature runs and the others are held, and the values it takes.
///
/// # Errors
/// As [`surface`].
pub fn response(
    model: &mut Sequential,
    sweep: Sweep,
    points: usize,
    held: &[f64],
    scale: impl Fn(&[f64]) -> Result<Vec<f32>, Error>,
) -> Result<(Vec<f64>, Vec<f32>), Error> {
    let features = check_held(model, held)?;
    check_side("points", points)?;
    sweep.check("feature", features)?;
    let point = |place: usize, row: &mut [f64]| row[sweep.feature] = sweep.at(place, points);
    let mut predictions = Vec::with_capacity(points * model.output_count());
    let last = model.active_layers().len() - 1;
    each_chunk(model, points, held, point, scale, |model, _| predictions.extend_from_slice(model.outputs(last)))?;
    Ok(((0..points).map(|place| sweep.at(place, points)).collect(), predictions))
}

/// Sends `count` rows through, some at a time: each as `held`, changed by `point`. `record` reads the model's outputs.
fn each_chunk(
    model: &mut Sequential,
    count: usize,
    held: &[f64],
    point: impl Fn(usize, &mut [f64]),
    scale: impl Fn(&[f64]) -> Result<Vec<f32>, Error>,
    mut record: impl FnMut(&Sequential, usize),
) -> Result<(), Error> {
    let mut rows = Vec::with_capacity(CHUNK.min(count) * held.len());
    for start in (0..count).step_by(CHUNK) {
        let end = (start + CHUNK).min(count);
        rows.clear();
        for place in start..end {
            let from = rows.len();
            rows.extend_from_slice(held);
            point(place, &mut rows[from..]);
        }
        model.predict_row_major(&scale(&rows)?)?;
        record(model, end - start);
    }
    Ok(())
}

fn check_held(model: &Sequential, held: &[f64]) -> Result<usize, Error> {
    let features = model.input_count();
    if held.len() != features {
        return Err(Error::shape("held", format!("{}, one a feature", counted(features, "number")), held.len()));
    }
    match held.iter().position(|value| !value.is_finite()) {
        None => Ok(features),
        Some(at) => {
            Err(Error::new(ErrorKind::NotFinite, format!("held[{at}]"), "a finite number".to_string(), short(held[at])))
        }
    }
}

pub(super) fn check_side(what: &str, points: usize) -> Result<(), Error> {
    if (2..=MAX_SIDE).contains(&points) {
        return Ok(());
    }
    Err(Error::out_of_range(what, format!("2 to {MAX_SIDE}"), points))
}

fn check_watched(model: &Sequential, watched: Watched) -> Result<(usize, usize), Error> {
    let layers = model.active_layers();
    let (layer, unit) = match watched {
        Watched::Output => (layers.len() - 1, 0),
        Watched::Unit { layer, unit } => (layer, unit),
    };
    let Some(watched) = layers.get(layer) else {
        return Err(Error::out_of_range("layer", format!("below {}", layers.len()), layer));
    };
    if unit >= watched.units() {
        return Err(Error::out_of_range("unit", format!("below {}", watched.units()), unit));
    }
    Ok((layer, unit))
}
