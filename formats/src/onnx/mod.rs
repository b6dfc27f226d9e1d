//! ONNX: a model for inference, which onnxruntime and onnxruntime-web run.
//!
//! A graph of operator set 17 from `inputs` `[rows, features]` to `outputs` `[rows, units]`, both floats. Dropout and Flatten
//! are nothing in inference. Loss, optimizer and its state have no place in the format.
//!
//! Source: <https://onnx.ai/onnx/repo-docs/IR.html>, operators: <https://onnx.ai/onnx/operators/>.

mod activations;
mod graph;
mod layers;
mod protobuf;

use glassnet::Error;
use glassnet::data::Scaler;
use glassnet::nn::{Sequential, default_name};
use graph::Graph;
use layers::LayerWeights;
use protobuf::Message;

/// The version of the format, of which readers since 2022 know the operators.
const IR_VERSION: u64 = 8;
const OPERATOR_SET: u64 = 17;

/// What goes into the file beside the model.
#[derive(Debug, Clone, Copy, Default)]
pub struct OnnxOptions<'a> {
    /// Scales the inputs by nodes of the graph, so that it takes them as they are in the table. Defaults to not at all.
    pub scaler: Option<&'a Scaler>,
    /// The names of the features, metadata `features`. Defaults to none.
    pub features: &'a [String],
    /// The names of the classes, metadata `classes`. Defaults to none.
    pub classes: &'a [String],
}

/// A model as the bytes of an `.onnx` file.
///
/// Metadata `features` and `classes`, where they are given, are lists of names as JSON.
///
/// # Errors
/// Rejects a scaler of another width than the inputs.
pub fn export(model: &Sequential, options: OnnxOptions) -> Result<Vec<u8>, Error> {
    let mut graph = Graph::default();
    let mut x = "inputs".to_string();
    if let Some(scaler) = options.scaler {
        check_width(model, scaler)?;
        x = layers::scaling(&mut graph, &x, scaler);
    }
    let mut unnamed = Vec::new();
    for layer in model.layers() {
        let name = layer.name().map_or_else(
            || {
                unnamed.push(layer.class());
                default_name(&unnamed)
            },
            str::to_string,
        );
        graph.enter(&name);
        x = LayerWeights { layer, weights: model.weights() }.add(&mut graph, x)?;
    }
    graph.rename(&x, "outputs");
    let graph = graph.message("glassnet", ("inputs", model.input_count()), ("outputs", model.output_count()));
    Ok(file(graph, options).into_bytes())
}

fn check_width(model: &Sequential, scaler: &Scaler) -> Result<(), Error> {
    let [expected, received] = [model.input_count(), scaler.columns().len()].map(|count| format!("{count} columns"));
    if expected == received { Ok(()) } else { Err(Error::Shape { what: "scaler".to_string(), expected, received }) }
}

/// The outermost message.
fn file(graph: Message, options: OnnxOptions) -> Message {
    let operator_set = Message::default().bytes(1, "").int(2, OPERATOR_SET);
    let file = Message::default().int(1, IR_VERSION).bytes(2, "glassnet").bytes(3, env!("CARGO_PKG_VERSION"));
    let file = file.message(7, graph).message(8, operator_set);
    let lists = [("features", options.features), ("classes", options.classes)];
    let given = lists.into_iter().filter(|(_, names)| !names.is_empty());
    file.messages(14, given.map(|(key, names)| Message::default().bytes(1, key).bytes(2, json(names))))
}

/// A list of texts as JSON.
fn json(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    format!("[{}]", quoted.join(", "))
}

fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            control if control < ' ' => quoted += &format!("\\u{:04x}", control as u32),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
