//! Predictions for rows that are not in the table: typed values, and sweeps of one or two features.

use super::run::Experiment;
use crate::reader::{self, Readable, Reader};
use crate::train::{self, Sweep, Watched};
use crate::{Error, Value};

/// The share of a feature's range that a surface shows beyond it on either side.
const MARGIN: f64 = 0.05;

/// Two features over their ranges, the others held.
#[derive(Debug, Clone, PartialEq)]
pub struct SurfaceOptions {
    /// The feature that runs from left to right, from 0.
    pub x: usize,
    /// The feature that runs from the bottom to the top, from 0.
    pub y: usize,
    /// Points along either side.
    pub size: usize,
    /// Values of all features in the table's own units. Defaults to the medians of the training rows.
    pub held: Option<Vec<f64>>,
    /// From where to where. Defaults to the range of the table and a twentieth more on either side.
    pub x_range: Option<[f64; 2]>,
    /// As `x_range`.
    pub y_range: Option<[f64; 2]>,
    /// The output or unit that is watched. Defaults to the first output.
    pub watched: Watched,
}

/// Values over a grid, and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Surface<T> {
    /// The values; the first row of a grid is the top one, the largest y.
    pub values: T,
    /// From where to where x runs.
    pub x_range: [f64; 2],
    /// From where to where y runs.
    pub y_range: [f64; 2],
}

impl SurfaceOptions {
    /// Reads `{ x, y, size, held?, xRange?, yRange?, layer?, unit? }`.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |options| {
            options.fields(&["x", "y", "size", "held", "layer", "unit", "xRange", "yRange"]);
            let (layer, unit): (Option<usize>, Option<usize>) = (options.get("layer"), options.get("unit"));
            SurfaceOptions {
                x: options.get("x"),
                y: options.get("y"),
                size: options.get("size"),
                held: options.get("held"),
                x_range: read_range(&options.field("xRange")),
                y_range: read_range(&options.field("yRange")),
                watched: layer.map_or(Watched::Output, |layer| Watched::Unit { layer, unit: unit.unwrap_or(0) }),
            }
        })
    }
}

fn read_range(range: &Reader) -> Option<[f64; 2]> {
    let ends: Vec<f64> = Option::read(range)?;
    if ends.len() != 2 {
        range.reject(Error::shape(&range.path(), "2 numbers", ends.len()));
    }
    ends.try_into().ok()
}

impl Experiment {
    /// The prediction for feature values of the table's own units, in the order of the features.
    ///
    /// # Errors
    /// Rejects another count of values, and numbers that are not finite.
    pub fn predict(&mut self, values: &[f64]) -> Result<Vec<f32>, Error> {
        let inputs = self.prepared.scale_row(values)?;
        self.model.predict_row_major(&inputs)
    }

    /// The scaled inputs of feature values in the table's own units, and the outputs of every layer.
    ///
    /// # Errors
    /// As [`Experiment::predict`].
    pub fn activations_of(&mut self, values: &[f64]) -> Result<Vec<Vec<f32>>, Error> {
        let inputs = self.prepared.scale_row(values)?;
        self.outputs_of(inputs)
    }

    /// The predictions `[points, outputs]` while one feature runs over the range of the table and the others are held
    /// at values of the table's own units, with the values that it takes.
    ///
    /// # Errors
    /// Rejects a feature that there is not, another count of values, numbers that are not finite, and points that are
    /// not from 2 to [`train::MAX_SIDE`].
    pub fn response(&mut self, feature: usize, held: &[f64], points: usize) -> Result<(Vec<f64>, Vec<f32>), Error> {
        let [from, to] = self.range("feature", feature, 0.0)?;
        let prepared = &self.prepared;
        train::response(&mut self.model, Sweep { feature, from, to }, points, held, |rows| prepared.scale(rows))
    }

    /// The model's first output, or one unit, over a grid of two features.
    ///
    /// # Errors
    /// Rejects features, a layer or a unit that there are not, another count of values to hold, numbers that are not
    /// finite, and a size that is not from 2 to [`train::MAX_SIDE`].
    pub fn surface(&mut self, options: &SurfaceOptions) -> Result<Surface<Vec<f32>>, Error> {
        let (sweeps, held) = self.sweeps(options)?;
        let prepared = &self.prepared;
        let scale = |rows: &[f64]| prepared.scale(rows);
        let values = train::surface(&mut self.model, sweeps, options.size, &held, options.watched, scale)?;
        Ok(over(sweeps, values))
    }

    /// Every unit over a grid of two features: for each dense layer `[units, size, size]`.
    ///
    /// # Errors
    /// As [`Experiment::surface`], and rejects more than [`train::MAX_SURFACES`] numbers.
    pub fn surfaces(&mut self, options: &SurfaceOptions) -> Result<Surface<Vec<Vec<f32>>>, Error> {
        let (sweeps, held) = self.sweeps(options)?;
        let prepared = &self.prepared;
        let values = train::surfaces(&mut self.model, sweeps, options.size, &held, |rows| prepared.scale(rows))?;
        Ok(over(sweeps, values))
    }

    fn sweeps(&self, options: &SurfaceOptions) -> Result<([Sweep; 2], Vec<f64>), Error> {
        let sweep = |what: &str, feature: usize, range: Option<[f64; 2]>| {
            let own = self.range(what, feature, MARGIN)?;
            let [from, to] = range.unwrap_or(own);
            Ok::<Sweep, Error>(Sweep { feature, from, to })
        };
        let sweeps = [sweep("x", options.x, options.x_range)?, sweep("y", options.y, options.y_range)?];
        let held = match &options.held {
            Some(held) => held.clone(),
            None => (0..self.prepared.chosen.features.len()).map(|feature| self.median(feature)).collect(),
        };
        Ok((sweeps, held))
    }

    /// From where to where a feature lies in the table, and `margin` of that more; a constant one by 1.
    fn range(&self, what: &str, feature: usize, margin: f64) -> Result<[f64; 2], Error> {
        let count = self.prepared.chosen.features.len();
        if feature >= count {
            return Err(Error::out_of_range(what, format!("a feature below {count}"), feature));
        }
        let values = self.column(feature);
        let (from, to) =
            (values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(f64::MIN, f64::max));
        let more = if to > from { margin * (to - from) } else { 1.0 };
        Ok([from - more, to + more])
    }

    /// The middle value of a feature among the training rows.
    fn median(&self, feature: usize) -> f64 {
        let all = self.column(feature);
        let of_training = self.prepared.train.iter().map(|row| all[*row as usize]);
        let mut values: Vec<f64> = of_training.filter(|value| !value.is_nan()).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    }

    /// A feature's values in the table's own units.
    fn column(&self, feature: usize) -> &[f64] {
        let column = self.data.table().column(&self.prepared.chosen.features[feature]).ok();
        // It was a column of numbers when the experiment was set up.
        column.and_then(|column| column.values()).unwrap_or_default()
    }
}

fn over<T>([x, y]: [Sweep; 2], values: T) -> Surface<T> {
    Surface { values, x_range: [x.from, x.to], y_range: [y.from, y.to] }
}
