//! "Check it": a gradient of back propagation beside the slope that two nearby losses give.

use crate::concatenate::concatenate;
use crate::error::counted;
use crate::nn::{Layer, Sequential};
use crate::reader;
use crate::{Error, Value};
use serde::Serialize;

/// How far the parameter is nudged to either side. The losses are computed in double precision, where a step
/// this small still leaves ten digits of their difference.
const STEP: f64 = 1e-4;

/// Three digits agree.
const TOLERANCE: f64 = 1e-3;

/// Below this, both count as zero: less than single precision can tell in the worked example.
const ZERO: f64 = 1e-8;

/// A weight, or without `input` the bias of a unit; of a normalization gamma, whose `input` is the unit itself, or beta.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ParameterPlace {
    /// The layer, from 0; the input layer is not counted.
    pub layer: usize,
    /// The unit in its layer, from 0.
    pub unit: usize,
    /// The unit of the layer before, or the feature, from 0. Left out for the bias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<usize>,
}

impl ParameterPlace {
    /// Reads a place from outside.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |place| {
            place.fields(&["layer", "unit", "input"]);
            ParameterPlace { layer: place.get("layer"), unit: place.get("unit"), input: place.get("input") }
        })
    }
}

/// The result of a gradient check.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GradientCheck {
    /// The parameter.
    #[serde(flatten)]
    pub place: ParameterPlace,
    /// `dL/dw` by back propagation.
    pub gradient: f32,
    /// `(L(w + step) - L(w - step)) / (2 · step)`
    pub slope: f64,
    /// How far the parameter was nudged.
    pub step: f64,
    /// `L(w + step)`
    pub loss_above: f64,
    /// `L(w - step)`
    pub loss_below: f64,
    /// `|gradient - slope|` relative to the larger of the two; 0 where both are nearly zero.
    pub relative_difference: f64,
    /// Whether at least three digits agree.
    pub agrees: bool,
}

/// Compares one gradient with the central difference `(L(w + step) - L(w - step)) / (2 · step)` of one row.
///
/// # Errors
/// Rejects a place that the model does not have, and rows as [`super::trace`] does.
pub fn check_gradient(
    model: &mut Sequential,
    inputs: &[f32],
    target: &[f32],
    place: ParameterPlace,
) -> Result<GradientCheck, Error> {
    let idx = parameter_index(model, place)?;
    if inputs.len() != model.input_count() {
        return Err(Error::shape(
            "inputs",
            concatenate!["one row of ", counted(model.input_count(), "number")],
            inputs.len(),
        ));
    }
    model.gradients_for_row_major(inputs, target)?;
    let gradient = model.gradients()[idx];
    let wide = |values: &[f32]| values.iter().map(|&value| f64::from(value)).collect::<Vec<_>>();
    let (inputs, target, mut parameters) = (wide(inputs), wide(target), wide(model.weights()));
    let weight = parameters[idx];
    let mut loss_at = |weight: f64| {
        parameters[idx] = weight;
        model.loss_of_row(&parameters, &inputs, &target)
    };
    let step = STEP * weight.abs().max(1.0);
    let (loss_above, loss_below) = (loss_at(weight + step), loss_at(weight - step));
    let slope = (loss_above - loss_below) / (2.0 * step);
    let relative_difference = relative_difference(f64::from(gradient), slope);
    let agrees = relative_difference < TOLERANCE;
    Ok(GradientCheck { place, gradient, slope, step, loss_above, loss_below, relative_difference, agrees })
}

fn relative_difference(gradient: f64, slope: f64) -> f64 {
    let largest = gradient.abs().max(slope.abs());
    if largest < ZERO { 0.0 } else { (gradient - slope).abs() / largest }
}

fn parameter_index(model: &Sequential, place: ParameterPlace) -> Result<usize, Error> {
    let below = |what: &str, count: usize, received: usize| {
        if received < count {
            return Ok(());
        }
        Err(Error::out_of_range(what, concatenate!["0 to ", count - 1], received))
    };
    let layers = model.active_layers();
    below("layer", layers.len(), place.layer)?;
    let layer = layers[place.layer];
    below("unit", layer.units(), place.unit)?;
    if let Some(input) = place.input {
        below("input", layer.inputs(), input)?;
    }
    layer.parameter_index(place.input, place.unit).ok_or_else(|| {
        let is_dense = matches!(layer, Layer::Dense(_));
        let expected = if is_dense { "an input, as the layer has no bias" } else { "a gamma or beta of the layer" };
        Error::out_of_range("input", expected, place.input.map_or("none".to_string(), |input| input.to_string()))
    })
}
