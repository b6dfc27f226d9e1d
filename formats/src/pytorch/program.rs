//! The program: the model, its weights, and an epoch of training.

use super::layers::Modules;
use super::python::comment;
use super::{losses, optimizers, penalties};
use crate::model::SavedModel;
use glassnet::nn::{Layer, Rule};
use serde_json::Value as Json;

const IMPORTS: &str = "import json
import pathlib
import struct

import torch
from torch import nn
";

/// The format is simple enough to be read without the package of its name, which few have beside PyTorch.
const LOADER: &str = r#"def load_safetensors(path):
    """The tensors of a file, as safetensors.torch.load_file returns them."""
    data = pathlib.Path(path).read_bytes()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    kinds = {"F32": torch.float32, "F64": torch.float64, "I64": torch.int64}
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        begin, end = entry["data_offsets"]
        numbers = torch.frombuffer(bytearray(data[start + begin : start + end]), dtype=kinds[entry["dtype"]])
        tensors[name] = numbers.reshape(entry["shape"])
    return tensors
"#;

/// The text of the program, whose weights are in a file of this name.
pub(super) fn text(saved: &SavedModel, modules: &Modules, weights: &str) -> String {
    let mut blocks = vec![IMPORTS.to_string()];
    blocks.extend(modules.classes.iter().map(|class| format!("{}\n", class.code)));
    blocks.push(LOADER.to_string());
    blocks.push(model(modules, weights));
    match training(saved, modules) {
        Ok(training) => blocks.extend(training),
        Err(reason) => blocks
            .push(format!("#{}\n", comment(&format!("Training is left out: {reason}.")).trim_start_matches("  #"))),
    }
    let sentence = "A model that was made with Glassnet, as a torch.nn.Sequential.";
    format!("\"\"\"{sentence}\"\"\"\n\n{}", blocks.join("\n\n"))
}

fn model(modules: &Modules, weights: &str) -> String {
    let line = |(expression, name): &(String, String)| format!("    {expression},{}\n", comment(name));
    let lines: String = modules.lines.iter().map(line).collect();
    let frozen = modules.frozen.iter().map(|parameter| format!("{parameter}.requires_grad_(False)\n"));
    let load = format!("load_safetensors(pathlib.Path(__file__).with_name({}))", Json::from(weights));
    format!(
        "model = nn.Sequential(\n{lines})\nmodel.load_state_dict({load})\n{}model.eval()\n",
        frozen.collect::<String>()
    )
}

/// The blocks of the training.
fn training(saved: &SavedModel, modules: &Modules) -> Result<Vec<String>, String> {
    let (loss, optimizer) = (saved.model().loss_function(), saved.model().optimizer());
    let lines = losses::lines(loss).ok_or_else(|| format!("PyTorch has no {}", loss.name()))?;
    let expression = optimizers::expression(optimizer)?;
    let penalty = penalties::terms(saved, modules)?;
    let mut optimizer_lines = String::new();
    if saved.model().layers().iter().any(|layer| matches!(layer, Layer::BatchNormalization(_))) {
        optimizer_lines += "# BatchNorm1d divides the moving variance of n rows by n - 1, where Keras divides by n.\n";
    }
    if matches!(optimizer.rule, Rule::Adam(_) | Rule::AdamW(_)) {
        optimizer_lines += "# Keras adds epsilon before it corrects the bias: the first steps differ a little.\n";
    }
    optimizer_lines += "# Its state starts anew: what the optimizer remembered is not in the file.\n";
    optimizer_lines += "parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]\n";
    optimizer_lines += &format!("optimizer = {expression}\n");
    let loss_function = format!("def loss_function(predictions, targets):\n{lines}");
    let penalty = penalty.iter().map(|term| format!("        loss = loss + {term}\n")).collect::<String>();
    let epoch = epoch(&penalty, &optimizers::before_step(optimizer));
    let [targets, shape] = losses::targets(loss, saved.model().output_count());
    let inputs = saved.model().input_count();
    let main = format!(
        "if __name__ == \"__main__\":\n    # Your rows instead: inputs [rows, {inputs}], targets {shape}.\n    \
         print(\"loss\", train_epoch(torch.rand(64, {inputs}), {targets}))\n"
    );
    Ok(vec![optimizer_lines, loss_function, epoch, main])
}

fn epoch(penalty: &str, before_step: &str) -> String {
    format!(
        r#"def train_epoch(inputs, targets, batch_size=32, order=None):
    """Trains on all rows once, shuffled unless an order is given; returns the mean loss."""
    order = torch.randperm(len(inputs)) if order is None else torch.as_tensor(order)
    total = 0.0
    model.train()
    for rows in order.split(batch_size):
        optimizer.zero_grad()
        loss = loss_function(model(inputs[rows]), targets[rows])
{penalty}        loss.backward()
{before_step}        optimizer.step()
        total += loss.item() * len(rows)
    model.eval()
    return total / len(order)
"#
    )
}
