//! The files that let Keras check the numbers: a program, the data, the weights and the order of the rows.

use super::description::{CodeOf, CsvFile};
use super::python::{double, list, single};
use super::{compiled, layers, read, steps};
use crate::Error;
use crate::data::Table;
use crate::nn::{Layer, Sequential};
use crate::train::{End, Fit, FitConfig, Order, Validation};

/// A file by its name and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name, without a folder.
    pub name: &'static str,
    /// Its content.
    pub text: String,
}

/// The run so far.
#[derive(Debug, Clone, Copy)]
pub struct RunOf<'a> {
    /// All rows and columns of the data.
    pub table: &'a Table,
    /// The model at its present weights.
    pub model: &'a Sequential,
    /// Inputs and targets of the training rows as the model gets them, those to validate with among them.
    pub train: (&'a [f32], &'a [f32]),
    /// Inputs and targets of the test rows.
    pub test: (&'a [f32], &'a [f32]),
    /// The order of the rows to train with in each epoch, by their places in `train`; at least that of the first.
    pub orders: &'a [Vec<u32>],
    /// Whether the optimizer remembered something at the start, which the program does not set.
    pub began_with_state: bool,
}

const SCRIPT: &str = "script.py";
const DATA: &str = "data.csv";
const START: &str = "start_weights.json";
const PRESENT: &str = "weights.json";
const AFTER_ONE: &str = "weights_after_epoch_1.json";
const ORDER: &str = "row_order.json";

/// The program `script.py` with `data.csv`, `start_weights.json`, `weights.json`, `row_order.json` and, where the first
/// epoch can be compared, `weights_after_epoch_1.json`.
///
/// The program evaluates the model with the present weights, then trains one epoch from the start weights on the rows
/// in their order, compares both with the numbers here, and fails where they are further than 1e-4 apart: relative to
/// the loss, and to the largest number of each kernel and bias. Weights are lists in the order of Keras's
/// `get_weights()`; `row_order.json` has a list for each epoch with the places of the rows in `x_train`.
///
/// # Errors
/// Rejects rows that do not fit the model, and an order that does not hold each row once.
pub fn export_files(code: &CodeOf, run: &RunOf) -> Result<Vec<ExportFile>, Error> {
    let mut start = run.model.clone();
    start.reset();
    let loss = run.model.clone().evaluate_row_major(run.test.0, run.test.1)?[0].1;
    let first_epoch = first_epoch(code, run, start.clone())?;
    let orders = list(run.orders.iter().map(|order| list(order.iter().map(u32::to_string))));
    let mut files = vec![
        ExportFile { name: SCRIPT, text: script(code, run.table, loss, &first_epoch) },
        ExportFile { name: DATA, text: run.table.to_csv() },
        ExportFile { name: START, text: tensors(&start, start.weights()) },
        ExportFile { name: PRESENT, text: tensors(run.model, run.model.weights()) },
        ExportFile { name: ORDER, text: orders + "\n" },
    ];
    if let FirstEpoch::Weights(weights) = first_epoch {
        files.push(ExportFile { name: AFTER_ONE, text: tensors(run.model, &weights) });
    }
    Ok(files)
}

/// The result of one epoch from the start weights.
enum FirstEpoch {
    Weights(Vec<f32>),
    /// Why it cannot be compared, as a sentence.
    Not(&'static str),
}

/// Trains one epoch from the start weights, in the order of the first epoch.
fn first_epoch(code: &CodeOf, run: &RunOf, mut start: Sequential) -> Result<FirstEpoch, Error> {
    if start.layers().iter().any(|layer| matches!(layer, Layer::Dropout(_))) {
        return Ok(FirstEpoch::Not("Dropout leaves out other numbers in Keras; one epoch is not compared."));
    }
    if run.began_with_state {
        let reason =
            "The page's optimizer went on from a file's state, which a .keras file holds; one epoch is not compared.";
        return Ok(FirstEpoch::Not(reason));
    }
    let order = run.orders.first().cloned().unwrap_or_default();
    let rows = order.len();
    let config = FitConfig {
        batch_size: code.fit.batch_size,
        epochs: 1,
        order: Order::Fixed(vec![order]),
        validation: Validation::None,
        early_stopping: None,
        ..FitConfig::default()
    };
    let of = |numbers: &[f32], width: usize| numbers.get(..rows * width).unwrap_or(numbers).to_vec();
    let (inputs, targets) = (of(run.train.0, start.input_count()), of(run.train.1, start.target_count()));
    let mut fit = Fit::from_row_major(&start, inputs, targets, config)?;
    match fit.run(&mut start, |_, _| true) {
        Some(End::Diverged { .. }) => {
            Ok(FirstEpoch::Not("The first epoch diverged: its numbers stopped being finite; it is not compared."))
        }
        _ => Ok(FirstEpoch::Weights(start.weights().to_vec())),
    }
}

/// All weights as JSON, in the order of `get_weights()`.
fn tensors(model: &Sequential, weights: &[f32]) -> String {
    let numbers = |numbers: &[f32]| list(numbers.iter().copied().map(single));
    let mut lines = Vec::new();
    for tensor in model.layers().iter().flat_map(Layer::tensors) {
        let weights = &weights[tensor.range];
        lines.push(match (tensor.columns, weights) {
            (Some(columns), _) => list(weights.chunks(columns).map(numbers)),
            // The count of a Normalization has no axis.
            (None, [count]) if tensor.name == "count" => single(*count),
            (None, _) => numbers(weights),
        });
    }
    format!("[\n{}\n]\n", lines.join(",\n"))
}

const HEAD: &str = "\
# Keras beside the page, number for number: the model, the data and the weights that this file came
# with. Run it in their folder: python script.py
# It needs: pip install pandas scikit-learn tensorflow
import json
import pathlib
import sys

import numpy as np
";

const TOOLS: &str = "
here = pathlib.Path(__file__).resolve().parent


def read_json(name):
    return json.loads((here / name).read_text(encoding=\"utf-8\"))


def read_weights(name):
    return [np.array(tensor, dtype=\"float32\") for tensor in read_json(name)]


";

const EVALUATE: &str = "
# With the present weights, evaluate gives the page's loss.
model.set_weights(read_weights(\"weights.json\"))
keras_loss = model.evaluate(x_test, y_test, verbose=0, return_dict=True)[\"loss\"]
same_loss = bool(np.isclose(keras_loss, page_loss, rtol=1e-4, atol=1e-9, equal_nan=True))
print(f\"loss: page {page_loss}, Keras {keras_loss}: {'the same' if same_loss else 'DIFFERENT'}\")
";

const TRAIN: &str = "
# From the start weights, one epoch over the rows in the page's order gives the page's weights.
model.set_weights(read_weights(\"start_weights.json\"))
order = read_json(\"row_order.json\")[0]
ds = tf.data.Dataset.from_tensor_slices((x_train[order], y_train[order])).batch(batch_size)
model.fit(ds, epochs=1, shuffle=False, verbose=0)
same_weights = True
for number, (page, keras) in enumerate(
    zip(read_weights(\"weights_after_epoch_1.json\"), model.get_weights())
):
    apart = float(np.max(np.abs(page - keras)))
    fits = apart <= 1e-4 * float(np.max(np.abs(page)))
    same_weights = same_weights and fits
    print(f\"weights {number} {page.shape}: {apart:.2g} apart: {'the same' if fits else 'DIFFERENT'}\")
";

/// A Normalization keeps the mean and variance that it was built with until it is told of others.
const FINALIZE: &str = "\
for layer in model.layers:
    if isinstance(layer, tf.keras.layers.Normalization):
        layer.finalize_state()
";

/// A part of the program that sets weights, of a model with Normalization layers that are adapted.
fn finalized(part: &str) -> String {
    let line = |line: &str| match line.starts_with("model.set_weights") {
        true => format!("{line}{FINALIZE}"),
        false => line.to_string(),
    };
    part.split_inclusive('\n').map(line).collect()
}

/// The program that checks.
fn script(code: &CodeOf, table: &Table, loss: f64, first_epoch: &FirstEpoch) -> String {
    // Already imported.
    let imports = steps::imports(code).replace("import numpy as np\n", "");
    let mut format = table.csv_format();
    // Most text needs no telling.
    format.text_columns.retain(|name| code.file.format.text_columns.contains(name));
    let file = CsvFile { name: DATA, format: &format, has_blank_rows: false, is_synthetic: false };
    let read = read::read(code, &file).replacen("\"data.csv\"", "here / \"data.csv\"", 1);
    let data = read + &steps::prepare(code) + &steps::held_back(code).unwrap_or_default();
    let model = layers::model(code.model) + &compiled::compile(code.model) + "\n";
    let numbers = format!("\npage_loss = {}\nbatch_size = {}\n", finite(loss), code.fit.batch_size);
    let (train, checks) = match first_epoch {
        FirstEpoch::Weights(_) => (TRAIN.to_string(), "same_loss and same_weights"),
        FirstEpoch::Not(reason) => (format!("\nprint(\"{reason}\")\n"), "same_loss"),
    };
    let end = format!("\nsys.exit(0 if {checks} else 1)\n");
    let steps = match layers::is_adapted(code.model) {
        true => finalized(EVALUATE) + &finalized(&train),
        false => EVALUATE.to_string() + &train,
    };
    [HEAD, &imports, TOOLS, &data, "\n", &model, &numbers, &steps, &end].concat()
}

/// A loss may be infinite or none.
fn finite(loss: f64) -> String {
    if loss.is_finite() { double(loss) } else { format!("float(\"{}\")", double(loss)) }
}
