//! The steps around the model: from a file to tensors, and the training.

use super::compiled::keras_monitor;
use super::description::CodeOf;
use super::layers::units_of;
use super::python::{Call, double, list, text, truth};
use crate::data::Scaling;
use crate::nn::{LayerConfig, ModelConfig};
use crate::train::{EarlyStopping, Order, Validation};

/// The imports of a program.
pub(super) fn imports(code: &CodeOf) -> String {
    let mut lines = String::new();
    if code.is_classification || code.missing.is_some_and(|missing| missing.filled) {
        lines += "import numpy as np\n";
    }
    lines += "import pandas as pd\nimport tensorflow as tf\n";
    if code.split.is_some() {
        lines += "from sklearn.model_selection import train_test_split\n";
    }
    match code.scaling {
        None => {}
        Some(Scaling::Standard) => lines += "from sklearn.preprocessing import StandardScaler\n",
        Some(Scaling::MinMax) => lines += "from sklearn.preprocessing import MinMaxScaler\n",
    }
    lines
}

/// From `df` to `x_train`, `x_test`, `y_train`, `y_test`.
pub(super) fn prepare(code: &CodeOf) -> String {
    let is_filled = code.missing.is_some_and(|missing| missing.filled);
    let dtype = if code.scaling.is_some() || is_filled { "float64" } else { "float32" };
    let mut lines = rows_to_drop(code);
    lines += &format!("x = {}.to_numpy(\"{dtype}\")\n", features(code));
    lines += &targets(code);
    lines += &match code.split {
        None => "x_train, x_test, y_train, y_test = x, x, y, y\n".to_string(),
        Some((test_size, seed)) => {
            let size = double(test_size);
            let call = format!("train_test_split(x, y, test_size={size}, random_state={seed})");
            format!("x_train, x_test, y_train, y_test = {call}\n")
        }
    };
    if is_filled {
        lines += FILL;
        if code.scaling.is_none() {
            lines += "x_train, x_test = x_train.astype(\"float32\"), x_test.astype(\"float32\")\n";
        }
    }
    if let Some(scaling) = code.scaling {
        let class = match scaling {
            Scaling::Standard => "StandardScaler",
            Scaling::MinMax => "MinMaxScaler",
        };
        lines += &format!("scaler = {class}().fit(x_train)\n");
        lines += "x_train = scaler.transform(x_train).astype(\"float32\")\n";
        lines += "x_test = scaler.transform(x_test).astype(\"float32\")\n";
    }
    lines
}

/// A mean by column, of the rows that have it.
const FILL: &str = "\
mean = np.nanmean(x_train, axis=0)
x_train, x_test = [np.where(np.isnan(part), mean, part) for part in (x_train, x_test)]
";

/// Leaves rows out in which something is missing.
fn rows_to_drop(code: &CodeOf) -> String {
    let needed = code.missing.map(|missing| missing.needed).unwrap_or_default();
    match needed.is_empty() {
        true => String::new(),
        false => format!("df = df.dropna(subset={})\n", list(needed.iter().map(|name| text(name)))),
    }
}

/// The columns that go in: what is left of the table, or those that are named, whichever is shorter to say.
fn features(code: &CodeOf) -> String {
    let left_out: Vec<&String> = code.columns.iter().filter(|name| !code.features.contains(name)).collect();
    let rest = code.columns.iter().filter(|name| code.features.contains(name));
    let names = |names: &mut dyn Iterator<Item = &String>| list(names.map(|name| text(name)));
    if rest.eq(code.features) && left_out.len() <= code.features.len() {
        return format!("df.drop(columns={})", names(&mut left_out.into_iter()));
    }
    format!("df[{}]", names(&mut code.features.iter()))
}

/// `y`: a number, the class by its number, or one number a class, as the model's loss wants it.
fn targets(code: &CodeOf) -> String {
    let column = format!("df[{}]", text(code.target));
    if !code.is_classification {
        return format!("y = {column}.to_numpy(\"float32\")\n");
    }
    let numbered = format!("classes, y = np.unique({column}.to_numpy(), return_inverse=True)\n");
    // Only a dense layer changes how many numbers a row has.
    let outputs = code.model.layers.iter().rev().find_map(|layer| match layer {
        LayerConfig::Dense(dense) => Some(units_of(dense)),
        LayerConfig::Activation(_)
        | LayerConfig::BatchNormalization(_)
        | LayerConfig::Dropout(_)
        | LayerConfig::Flatten(_)
        | LayerConfig::LayerNormalization(_) => None,
        #[cfg(feature = "full")]
        LayerConfig::LeakyRelu(_) | LayerConfig::Normalization(_) | LayerConfig::Relu(_) | LayerConfig::Softmax(_) => {
            None
        }
    });
    let width = code.model.loss.target_width(outputs.unwrap_or(1));
    if width > 1 {
        return numbered + "y = tf.keras.utils.to_categorical(y, len(classes))\n";
    }
    numbered
}

/// `ds`, batches of the rows to train with; the last ones may be held back to validate with.
pub(super) fn dataset(code: &CodeOf) -> String {
    let shuffle = match code.fit.order {
        Order::Shuffled { seed } => format!(".shuffle(len(x_train), seed={seed})"),
        Order::AsGiven | Order::Fixed(_) => String::new(),
        #[cfg(feature = "full")]
        Order::Dataset(_) => String::new(),
    };
    let batch = format!(".batch({})", code.fit.batch_size);
    let slices = "tf.data.Dataset.from_tensor_slices((x_train, y_train))";
    format!("{}ds = {slices}{shuffle}{batch}\n", held_back(code).unwrap_or_default())
}

/// The lines that take the rows to validate with off those to train with, as Keras's validation_split does.
pub(super) fn held_back(code: &CodeOf) -> Option<String> {
    let Validation::Split(share) = code.fit.validation else {
        return None;
    };
    let kept = format!("kept = int(len(x_train) * (1 - {}))\n", double(share));
    let rest = "x_val, y_val = x_train[kept:], y_train[kept:]\nx_train, y_train = x_train[:kept], y_train[:kept]\n";
    Some(kept + rest)
}

/// `history = model.fit(...)`.
pub(super) fn fit(code: &CodeOf) -> String {
    let validation = held_back(code).map(|_| "(x_val, y_val)".to_string());
    let stopping = code.fit.early_stopping.as_ref().map(|stopping| list([early_stopping(stopping, code.model)]));
    let call = Call::new("history = model.fit")
        .plain("ds")
        .named("epochs", code.fit.epochs.to_string())
        .some("validation_data", validation)
        .some("callbacks", stopping);
    call.text_at(0) + "\n"
}

fn early_stopping(stopping: &EarlyStopping, model: &ModelConfig) -> String {
    let usual = EarlyStopping::default();
    let mode = stopping.larger_is_better.map(|larger| text(if larger { "max" } else { "min" }));
    Call::new("tf.keras.callbacks.EarlyStopping")
        .named("monitor", text(&keras_monitor(&stopping.monitor, &model.metrics)))
        .unless("min_delta", stopping.min_delta, usual.min_delta, double)
        .named("patience", stopping.patience.to_string())
        .some("mode", mode)
        .unless("restore_best_weights", stopping.restore_best_weights, false, truth)
        .unless("start_from_epoch", stopping.start_from_epoch, 0, |epoch| epoch.to_string())
        .text()
}
