//! The loss over a plane of weights, with the paths of the compared runs in it.

use super::compare::{Comparison, Curve, Run};
use super::directions::main_directions;
use super::surface::check_side;
use crate::Error;
use crate::nn::{Sequential, default_name};

/// Products of a weight and an input that a contour may cost: about a second.
const BUDGET: usize = 300_000_000;

/// The least rows and side, however large the model is.
const LEAST: usize = 32;

/// Points of all paths that the main directions are taken from.
const DIRECTION_POINTS: usize = 128;

/// The loss over a plane of weights.
///
/// The plane goes through the end of the run that ends with the lowest loss; the other runs are seen from straight above.
#[derive(Debug, Clone, PartialEq)]
pub struct Contour {
    /// The loss at the corners of a grid `[size, size]`; the first row is the top one, the largest `y`. NaN where the
    /// loss is none.
    pub values: Vec<f32>,
    /// Values along one side: as asked for, or fewer for a large model.
    pub size: usize,
    /// The first and the last value of `x`.
    pub x_range: [f32; 2],
    /// The lowest and the highest value of `y`.
    pub y_range: [f32; 2],
    /// The paths of the runs.
    pub paths: Vec<ContourPath>,
    /// The weight along `x`, or `PC 1`.
    pub x_label: String,
    /// The weight along `y`, or `PC 2`.
    pub y_label: String,
    /// The share of the paths' variance that lies in the plane of the main directions.
    pub explained: Option<f32>,
    /// How many rows the loss is taken over: all, or for a large model so many, evenly spread.
    pub rows: usize,
}

/// The path of one run in the coordinates of the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct ContourPath {
    /// The label of the run.
    pub label: String,
    /// Along `x`, point after point.
    pub x: Vec<f32>,
    /// Along `y`.
    pub y: Vec<f32>,
}

/// A plane of weights: `origin + (x - at[0]) axes[0] + (y - at[1]) axes[1]`.
#[derive(Debug, Clone)]
struct Plane {
    origin: Vec<f32>,
    at: [f64; 2],
    axes: [Vec<f64>; 2],
}

impl Plane {
    /// The coordinates of the point of the plane that is nearest.
    fn coordinates(&self, weights: &[f32]) -> [f64; 2] {
        let along = |idx: usize| {
            let parts = weights.iter().zip(&self.origin).zip(&self.axes[idx]);
            let apart = parts.map(|((weight, origin), axis)| (f64::from(*weight) - f64::from(*origin)) * axis);
            self.at[idx] + apart.sum::<f64>()
        };
        [along(0), along(1)]
    }

    fn weights(&self, [x, y]: [f64; 2], weights: &mut [f32]) {
        let (x, y) = (x - self.at[0], y - self.at[1]);
        let axes = self.axes[0].iter().zip(&self.axes[1]);
        for ((weight, origin), (along_x, along_y)) in weights.iter_mut().zip(&self.origin).zip(axes) {
            *weight = (f64::from(*origin) + x * along_x + y * along_y) as f32;
        }
    }
}

/// A contour that is computed piece by piece, of the runs as they were when it began.
#[derive(Debug, Clone)]
pub struct ContourWork {
    contour: Contour,
    plane: Plane,
    model: Sequential,
    inputs: Vec<f32>,
    targets: Vec<f32>,
    /// Room for the weights of one point.
    weights: Vec<f32>,
}

impl Comparison {
    /// The loss over the plane of two chosen weights, by their places in [`Sequential::weights`], or of the two main
    /// directions of the paths, which are those of a principal component analysis.
    ///
    /// # Errors
    /// As [`Comparison::begin_contour`].
    pub fn contour(&self, weights: Option<[usize; 2]>, size: usize) -> Result<Contour, Error> {
        let mut work = self.begin_contour(weights, size)?;
        work.run(|| true);
        Ok(work.contour)
    }

    /// Sets up a contour that is then computed piece by piece.
    ///
    /// Points of a path whose loss is not finite or more than ten times that of the start do not count for the
    /// directions and the ranges.
    ///
    /// # Errors
    /// Rejects a size out of its range, an unknown weight, the same weight twice, and a model of a single weight.
    pub fn begin_contour(&self, weights: Option<[usize; 2]>, size: usize) -> Result<ContourWork, Error> {
        check_side("size", size)?;
        let model = self.runs[0].model.clone();
        let width = model.weights().len();
        if width < 2 {
            return Err(Error::shape("model of a contour", "at least 2 weights and biases", width));
        }
        let mut calm: Vec<&[f32]> = self.runs.iter().flat_map(|run| calm_points(&run.curve, width)).collect();
        if calm.is_empty() {
            // Nothing was recorded yet.
            calm.push(self.runs[0].model.weights());
        }
        let (plane, [x_label, y_label], explained) = self.plane(weights, &calm)?;
        let [x_range, y_range] = ranges(&plane, &calm);
        let (size, rows) = affordable(size, self.rows(), width);
        let paths = self.curves().map(|curve| path(&plane, curve, width)).collect();
        let values = Vec::with_capacity(size * size);
        let contour = Contour { values, size, x_range, y_range, paths, x_label, y_label, explained, rows };
        let some = |numbers: &[f32], width: usize| -> Vec<f32> {
            let row = |at: usize| at * self.rows() / rows * width;
            (0..rows).flat_map(|at| &numbers[row(at)..row(at) + width]).copied().collect()
        };
        Ok(ContourWork {
            inputs: some(&self.inputs, model.input_count()),
            targets: some(&self.targets, model.target_count()),
            weights: plane.origin.clone(),
            contour,
            plane,
            model,
        })
    }

    /// The plane, what its axes are called, and how much of the points' variance lies in it.
    fn plane(
        &self,
        weights: Option<[usize; 2]>,
        points: &[&[f32]],
    ) -> Result<(Plane, [String; 2], Option<f32>), Error> {
        let origin = best_end(&self.runs).to_vec();
        let width = origin.len();
        let Some(chosen) = weights else {
            let stride = points.len().div_ceil(DIRECTION_POINTS).max(1);
            let some: Vec<&[f32]> = points.iter().copied().step_by(stride).collect();
            let found = main_directions(&some, width);
            let labels = ["PC 1", "PC 2"].map(str::to_string);
            return Ok((Plane { origin, at: [0.0; 2], axes: found.axes }, labels, Some(found.explained as f32)));
        };
        let labels = check_weights(&self.runs[0].model, chosen)?;
        let axis = |at: usize| (0..width).map(|place| f64::from(u8::from(place == at))).collect();
        let at = chosen.map(|at| f64::from(origin[at]));
        Ok((Plane { origin, at, axes: chosen.map(axis) }, labels, None))
    }
}

impl ContourWork {
    /// Goes on as long as `go_on` says so, asked after each point. Returns whether all are there.
    pub fn run(&mut self, mut go_on: impl FnMut() -> bool) -> bool {
        let size = self.contour.size;
        while self.contour.values.len() < size * size {
            let loss = self.next_loss();
            self.contour.values.push(loss);
            if !go_on() {
                break;
            }
        }
        self.contour.values.len() == size * size
    }

    /// The contour, with as many values as there are yet.
    pub fn contour(&self) -> &Contour {
        &self.contour
    }

    fn next_loss(&mut self) -> f32 {
        let (cell, size) = (self.contour.values.len(), self.contour.size);
        let along = |[from, to]: [f32; 2], place: usize| {
            f64::from(from) + (f64::from(to) - f64::from(from)) * place as f64 / (size - 1) as f64
        };
        let x = along(self.contour.x_range, cell % size);
        let y = along(self.contour.y_range, size - 1 - cell / size);
        self.plane.weights([x, y], &mut self.weights);
        if self.model.set_weights(&self.weights).is_err() {
            return f32::NAN;
        }
        let loss = self.model.scores(&self.inputs, &self.targets, &[], self.inputs.len())[0].1 as f32;
        if loss.is_finite() { loss } else { f32::NAN }
    }
}

/// The last weights of the run that ends with the lowest loss.
fn best_end(runs: &[Run]) -> &[f32] {
    let end = |run: &Run| run.curve.loss.last().copied().filter(|loss| loss.is_finite()).unwrap_or(f32::INFINITY);
    let best = (0..runs.len()).fold(0, |best, idx| if end(&runs[idx]) < end(&runs[best]) { idx } else { best });
    runs[best].model.weights()
}

/// The points of a path whose loss is no more than ten times that of the start, which is always one of them.
fn calm_points(curve: &Curve, width: usize) -> impl Iterator<Item = &[f32]> {
    let start = curve.loss.first().copied().unwrap_or_default();
    let most = if start.is_finite() { start + 9.0 * start.abs() } else { f32::MAX };
    let points = curve.path.chunks_exact(width).zip(&curve.loss).enumerate();
    points.filter(move |(idx, (_, loss))| *idx == 0 || **loss <= most).map(|(_, (point, _))| point)
}

/// The names of two weights, in Keras's manner: `dense_1.kernel[0, 2]`.
fn check_weights(model: &Sequential, chosen: [usize; 2]) -> Result<[String; 2], Error> {
    let count = model.weights().len();
    if let Some(at) = chosen.iter().find(|&&at| at >= count) {
        return Err(Error::out_of_range("weights", format!("places below {count}"), at));
    }
    if chosen[0] == chosen[1] {
        return Err(Error::out_of_range("weights", "two places", format!("{} twice", chosen[0])));
    }
    Ok(chosen.map(|at| name(model, at)))
}

fn name(model: &Sequential, at: usize) -> String {
    let mut classes = Vec::new();
    for layer in model.layers() {
        if layer.name().is_none() {
            classes.push(layer.class());
        }
        let Some(tensor) = layer.tensors().into_iter().find(|tensor| tensor.range.contains(&at)) else { continue };
        let own = layer.name().map_or_else(|| default_name(&classes), str::to_string);
        let place = at - tensor.range.start;
        return match tensor.columns {
            None => format!("{own}.{}[{place}]", tensor.name),
            Some(columns) => format!("{own}.{}[{}, {}]", tensor.name, place / columns, place % columns),
        };
    }
    String::new()
}

/// The ranges of the points in the plane, with some room around; none is much narrower than the other.
fn ranges(plane: &Plane, points: &[&[f32]]) -> [[f32; 2]; 2] {
    let mut ends = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    for point in points {
        for (ends, value) in ends.iter_mut().zip(plane.coordinates(point)) {
            *ends = [ends[0].min(value), ends[1].max(value)];
        }
    }
    let widest = ends.iter().fold(0.0_f64, |widest, [from, to]| widest.max(to - from));
    ends.map(|[from, to]| {
        let room = if widest > 0.0 { (0.15 * (to - from)).max(0.05 * widest) } else { 1.0 };
        [(from - room) as f32, (to + room) as f32]
    })
}

/// The side of the grid and the rows that a second is enough for.
fn affordable(size: usize, rows: usize, width: usize) -> (usize, usize) {
    let rows = rows.min((BUDGET / (size * size * width)).max(LEAST));
    let side = ((BUDGET / (rows * width)) as f64).sqrt() as usize;
    (size.min(side.max(LEAST)), rows)
}

fn path(plane: &Plane, curve: &Curve, width: usize) -> ContourPath {
    let points = curve.path.chunks_exact(width).map(|point| plane.coordinates(point).map(|value| value as f32));
    let (x, y) = points.map(|[x, y]| (x, y)).unzip();
    ContourPath { label: curve.label.clone(), x, y }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_model_gets_all_its_rows_and_a_large_one_what_a_second_is_enough_for() {
        assert_eq!(affordable(48, 140, 61), (48, 140));
        assert_eq!(affordable(64, 100_000, 61), (64, 1200));
        let (size, rows) = affordable(64, 100_000, 100_000);
        assert_eq!((size, rows), (32, 32));
        assert_eq!(affordable(2, 1, 4_000_000), (2, 1));
    }
}
