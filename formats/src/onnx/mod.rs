//! ONNX: a model for inference, which onnxruntime and onnxruntime-web run.
//!
//! A graph of operator set 17 from `inputs` `[rows, features]` to `outputs` `[rows, units]`, both floats. Dropout and
//! Flatten are nothing in inference. Loss, optimizer and its state have no place in the format.
//!
//! Source: <https://onnx.ai/onnx/repo-docs/IR.html>, operators: <https://onnx.ai/onnx/operators/>.

mod activations;
mod graph;
mod layers;
mod protobuf;

use crate::model::SavedModel;
use crate::{ExportOptions, File, errors};
use glassnet::Error;
use graph::Graph;
use layers::LayerWeights;
use protobuf::Message;

/// The version of the format, of which readers since 2022 know the operators.
const IR_VERSION: u64 = 8;
const OPERATOR_SET: u64 = 17;

/// A model as an `.onnx` file.
///
/// A scaler of the options becomes nodes behind the inputs; the names of features and classes, where they are given,
/// become metadata `features` and `classes`, lists as JSON.
///
/// # Errors
/// Rejects a scaler of another width than the inputs.
pub fn export(saved: &SavedModel, options: &ExportOptions) -> Result<Vec<File>, Error> {
    let model = saved.model();
    options.check_width(model)?;
    let mut graph = Graph::default();
    let mut x = "inputs".to_string();
    if let Some(scaler) = &options.scaler {
        x = layers::scaling(&mut graph, &x, scaler);
    }
    for (_, layer, name) in saved.layers() {
        graph.enter(name);
        let weights = model.weights();
        x = LayerWeights { layer, weights }
            .add(&mut graph, x)
            .map_err(|error| errors::of_layer(&error, layer.class(), name))?;
    }
    graph.rename(&x, "outputs");
    let graph = graph.message("glassnet", ("inputs", model.input_count()), ("outputs", model.output_count()));
    Ok(vec![File { name: options.file_name(".onnx"), bytes: file(graph, options).into_bytes() }])
}

/// The outermost message.
fn file(graph: Message, options: &ExportOptions) -> Message {
    let operator_set = Message::default().bytes(1, "").int(2, OPERATOR_SET);
    let file = Message::default().int(1, IR_VERSION).bytes(2, "glassnet").bytes(3, env!("CARGO_PKG_VERSION"));
    let file = file.message(7, graph).message(8, operator_set);
    let lists = [("features", &options.features), ("classes", &options.classes)];
    let given = lists.into_iter().filter(|(_, names)| !names.is_empty());
    file.messages(
        14,
        given.map(|(key, names)| {
            Message::default().bytes(1, key).bytes(2, serde_json::Value::from(names.as_slice()).to_string())
        }),
    )
}
