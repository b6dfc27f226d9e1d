//! PyTorch: a program with a `torch.nn.Sequential`, and its weights in the format of safetensors.
//!
//! The program loads the weights, and has loss, optimizer and an epoch of training where PyTorch has the same formulas;
//! where it has not, a comment says what is left out. The optimizer's state is not exported.
//!
//! Sources: <https://pytorch.org/docs/stable/nn.html>, <https://pytorch.org/docs/stable/optim.html>.

mod layers;
mod losses;
mod modules;
mod optimizers;
mod penalties;
mod program;
mod python;
mod safetensors;

use crate::model::SavedModel;
use crate::{ExportOptions, File};
use glassnet::Error;
use layers::Modules;

/// A model as `model.py` and `model.safetensors`. A scaler of the options becomes the first module.
///
/// The tensors are named as in the state of the `nn.Sequential`: `0.weight` `[units, inputs]`, `0.bias` `[units]`.
///
/// # Errors
/// Rejects a setting of an activation that PyTorch rejects, by layer, and a scaler of another width than the inputs.
pub fn export(saved: &SavedModel, options: &ExportOptions) -> Result<Vec<File>, Error> {
    options.check_width(saved.model())?;
    let modules = Modules::of(saved, options.scaler.as_ref())?;
    let weights = options.file_name(".safetensors");
    let program = program::text(saved, &modules, &weights);
    let program = File { name: options.file_name(".py"), bytes: program.into_bytes() };
    Ok(vec![program, File { name: weights, bytes: safetensors::file(modules.tensors) }])
}
