//! Weights from JavaScript: an array for each kernel, bias, gamma or beta, in the order of Keras's `get_weights()`.

use crate::bindings::convert::{number_rows, value};
use crate::concatenate::{Listed, concatenate};
use crate::error::{all_finite, counted};
use crate::nn::{Layer, Sequential, Tensor};
use crate::{Error, Value};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// All weight tensors of a model.
pub(super) fn tensors(model: &Sequential) -> Vec<Tensor> {
    model.layers().iter().flat_map(Layer::tensors).collect()
}

/// Each tensor as arrays nested like its shape: a kernel `[inputs][units]`, a bias `[units]`.
pub(super) fn nested(tensors: &[Tensor], weights: &[f32]) -> Value {
    let numbers = |row: &[f32]| Value::array(row, |&weight| Value::Number(f64::from(weight)));
    Value::array(tensors, |tensor| {
        let weights = &weights[tensor.range.clone()];
        match tensor.columns {
            Some(columns) => Value::array(weights.chunks(columns), numbers),
            None => numbers(weights),
        }
    })
}

/// Reads what [`nested`] gives, each tensor nested or as a flat array.
///
/// # Errors
/// Rejects another count of arrays, other shapes, and numbers that are not finite.
pub(super) fn read(tensors: &[Tensor], weights: &JsValue) -> Result<Vec<f32>, Error> {
    let Some(arrays) = weights.dyn_ref::<Array>().filter(|arrays| arrays.length() as usize == tensors.len()) else {
        let names: Vec<&str> = tensors.iter().map(|tensor| tensor.name).collect();
        let expected = concatenate![counted(tensors.len(), "array"), ": ", Listed(&names)];
        return Err(Error::shape("weights", expected, value(weights).describe()));
    };
    let mut read = Vec::new();
    for (idx, (tensor, array)) in tensors.iter().zip(arrays.iter()).enumerate() {
        read.extend(read_tensor(&concatenate!["weights[", idx, "]"], tensor, &array)?);
    }
    Ok(read)
}

fn read_tensor(what: &str, tensor: &Tensor, array: &JsValue) -> Result<Vec<f32>, Error> {
    let rows = number_rows::<f32>(what, array)?;
    let count = tensor.range.len();
    // A flat array of a kernel is in row-major order; a bias has no rows.
    let fits = rows.width.is_none_or(|width| Some(width) == tensor.columns);
    if rows.numbers.len() != count || !fits {
        let shape = |columns: Option<usize>, count: usize| match columns {
            Some(columns) => concatenate!["[", count / columns.max(1), ", ", columns, "]"],
            None => concatenate!["[", count, "]"],
        };
        let expected = shape(tensor.columns, count);
        return Err(Error::shape(what, concatenate!["the shape ", expected], shape(rows.width, rows.numbers.len())));
    }
    all_finite(what, &rows.numbers)?;
    Ok(rows.numbers)
}
