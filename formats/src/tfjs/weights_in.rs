//! The weights of a LayersModel: tensors of a manifest, in files that lie beside it.

use crate::model::Weight;
use crate::{File, errors};
use glassnet::Error;
use glassnet::nn::MAX_PARAMETERS;
use serde_json::Value as Json;

/// The most bytes of weights that are read: four for each parameter that a model may have.
const MAX_BYTES: usize = 4 * MAX_PARAMETERS;

/// A tensor of the manifest.
struct Stored {
    name: String,
    shape: Vec<usize>,
    /// Where its numbers lie among all bytes.
    start: usize,
}

/// All tensors of a manifest, and their bytes.
pub(super) struct Weights {
    tensors: Vec<Stored>,
    bytes: Vec<u8>,
}

impl Weights {
    /// Reads a manifest; the files are found by the last part of their paths.
    ///
    /// # Errors
    /// Rejects missing and short files, other types than float32, and more numbers than a model may have.
    pub(super) fn read(manifest: &Json, files: &[File]) -> Result<Self, Error> {
        let mut weights = Weights { tensors: Vec::new(), bytes: Vec::new() };
        for group in items(manifest, "weightsManifest")? {
            let mut start = weights.bytes.len();
            for path in items(&group["paths"], "weightsManifest: paths")? {
                weights.append(path.as_str().unwrap_or_default(), files)?;
            }
            for tensor in items(&group["weights"], "weightsManifest: weights")? {
                start = weights.tensor(tensor, start)?;
            }
        }
        Ok(weights)
    }

    fn append(&mut self, path: &str, files: &[File]) -> Result<(), Error> {
        let last = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_string();
        let Some(file) = files.iter().find(|file| last(&file.name) == last(path)) else {
            return Err(errors::shape(format_args!("file {}", last(path)), "it beside model.json", "none"));
        };
        if self.bytes.len() + file.bytes.len() > MAX_BYTES {
            let expected = format!("at most {MAX_BYTES} bytes of weights");
            return Err(errors::out_of_range(&file.name, expected, "more"));
        }
        self.bytes.extend(&file.bytes);
        Ok(())
    }

    /// Adds a tensor that begins at a place; returns where it ends.
    fn tensor(&mut self, tensor: &Json, start: usize) -> Result<usize, Error> {
        let name = tensor["name"].as_str().unwrap_or_default().to_string();
        let what = format!("weight {}", name.chars().take(60).collect::<String>());
        let is_plain = tensor["dtype"] == "float32" && tensor.get("quantization").is_none_or(Json::is_null);
        // Those of an optimizer have no place in a model of Glassnet.
        let is_of_model = tensor.get("group").is_none_or(|group| group == "model");
        if !is_plain && is_of_model {
            let received = if tensor["dtype"] == "float32" { &tensor["quantization"] } else { &tensor["dtype"] };
            return Err(errors::unknown(format_args!("{what}: dtype"), "float32, not quantized", received));
        }
        let sizes = tensor["shape"].as_array().map(Vec::as_slice).unwrap_or_default();
        let shape: Option<Vec<usize>> = sizes.iter().map(|size| usize::try_from(size.as_u64()?).ok()).collect();
        let count =
            shape.as_ref().and_then(|shape| shape.iter().try_fold(4, |all: usize, size| all.checked_mul(*size)));
        let end = count.and_then(|count| start.checked_add(count)).filter(|end| *end <= self.bytes.len());
        let (Some(shape), Some(end)) = (shape, end) else {
            let received = format!("{} bytes for the shape {}", self.bytes.len() - start, tensor["shape"]);
            return Err(errors::shape(what, "its numbers in the files", received));
        };
        if is_of_model {
            self.tensors.push(Stored { name, shape, start });
        }
        Ok(end)
    }

    /// The numbers of the weights of a model, one after the other; `layers` are the names of its layers.
    ///
    /// # Errors
    /// Rejects missing weights, those of another shape, and what is no weight of the model.
    pub(super) fn in_order(&self, wanted: &[Weight], layers: &[&str]) -> Result<Vec<f32>, Error> {
        let mut numbers = Vec::new();
        let mut is_used = vec![false; self.tensors.len()];
        for weight in wanted {
            let name = format!("{}/{}", layers[weight.layer], weight.name);
            let what = format!("layer {}: {}", layers[weight.layer], weight.name);
            let Some(at) = self.tensors.iter().position(|tensor| is_named(&tensor.name, &name)) else {
                return Err(errors::shape(what, format_args!("the weight {name}"), "none"));
            };
            let tensor = &self.tensors[at];
            if tensor.shape != weight.shape {
                let [expected, received] = [&weight.shape, &tensor.shape].map(|shape| format!("the shape {shape:?}"));
                return Err(errors::shape(what, expected, received));
            }
            is_used[at] = true;
            let bytes = &self.bytes[tensor.start..][..4 * weight.numbers.len()];
            let four = |bytes: &[u8]| bytes.try_into().map_or(f32::NAN, f32::from_le_bytes);
            numbers.extend(bytes.chunks_exact(4).map(four));
        }
        match is_used.iter().position(|is_used| !is_used) {
            None => Ok(numbers),
            Some(at) => Err(errors::shape("weightsManifest", "weights of the layers", &self.tensors[at].name)),
        }
    }
}

/// Whether a tensor has a name, behind that of a model and before TensorFlow's `:0` or without.
fn is_named(tensor: &str, name: &str) -> bool {
    let tensor = tensor.strip_suffix(":0").unwrap_or(tensor);
    tensor.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

fn items<'a>(list: &'a Json, what: &str) -> Result<&'a [Json], Error> {
    list.as_array().map(Vec::as_slice).ok_or_else(|| errors::shape(what, "a list", "none"))
}
