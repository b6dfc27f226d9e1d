//! A graph of ONNX while it is built: nodes one after the other, each with an output that later nodes take.
//!
//! Numbers of fields and of types: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.

use super::protobuf::Message;

/// Nodes and tensors of a graph.
#[derive(Debug, Default)]
pub(super) struct Graph {
    nodes: Vec<Message>,
    tensors: Vec<Message>,
    /// What the names of nodes and of their outputs begin with, the layer's name.
    scope: String,
    nodes_of_scope: usize,
}

/// The output of a node, an input or a tensor, by its name.
pub(super) type Edge = String;

/// An attribute of a node.
#[derive(Debug, Clone, Copy)]
pub(super) enum Attribute {
    Float(&'static str, f32),
    Int(&'static str, u64),
}

/// The type of a tensor's elements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Elements {
    Float = 1,
    Double = 11,
}

impl Graph {
    /// Names what follows after a layer.
    pub(super) fn enter(&mut self, scope: &str) {
        (self.scope, self.nodes_of_scope) = (scope.to_string(), 0);
    }

    /// Adds a node without attributes; returns its output.
    pub(super) fn node(&mut self, operator: &str, inputs: &[&Edge]) -> Edge {
        self.node_with(operator, inputs, &[])
    }

    /// Adds a node; returns its output.
    pub(super) fn node_with(&mut self, operator: &str, inputs: &[&Edge], attributes: &[Attribute]) -> Edge {
        let output = format!("{}/{operator}_{}", self.scope, self.nodes_of_scope);
        self.nodes_of_scope += 1;
        self.push(operator, inputs, attributes, &output);
        output
    }

    /// Ends the graph: its output gets the name that the caller asks for.
    pub(super) fn rename(&mut self, edge: &Edge, output: &str) {
        self.enter(output);
        self.push("Identity", &[edge], &[], output);
    }

    fn push(&mut self, operator: &str, inputs: &[&Edge], attributes: &[Attribute], output: &str) {
        let node = inputs.iter().fold(Message::default(), |node, input| node.bytes(1, input));
        let node = node.bytes(2, output).bytes(3, output).bytes(4, operator);
        self.nodes.push(node.messages(5, attributes.iter().map(|attribute| attribute.message())));
    }

    /// Adds a tensor of the layer: a kernel, a bias.
    pub(super) fn tensor(&mut self, name: &str, shape: &[usize], numbers: &[f32]) -> Edge {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        self.push_tensor(name, shape, Elements::Float, &bytes)
    }

    /// Adds a tensor of doubles.
    pub(super) fn doubles(&mut self, name: &str, numbers: &[f64]) -> Edge {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        self.push_tensor(name, &[numbers.len()], Elements::Double, &bytes)
    }

    /// Adds one number.
    pub(super) fn number(&mut self, number: f32) -> Edge {
        let name = format!("number_{}", self.tensors.len());
        self.tensor(&name, &[], &[number])
    }

    fn push_tensor(&mut self, name: &str, shape: &[usize], elements: Elements, bytes: &[u8]) -> Edge {
        let name = format!("{}/{name}", self.scope);
        let tensor = shape.iter().fold(Message::default(), |tensor, &length| tensor.int(1, length as u64));
        self.tensors.push(tensor.int(2, elements as u64).bytes(8, &name).bytes(9, bytes));
        name
    }

    /// The graph as a message, from an input `[rows, columns]` to an output of so many columns.
    pub(super) fn message(self, name: &str, input: (&str, usize), output: (&str, usize)) -> Message {
        let message = Message::default().messages(1, self.nodes).bytes(2, name).messages(5, self.tensors);
        message.message(11, matrix(input)).message(12, matrix(output))
    }
}

impl Attribute {
    fn message(self) -> Message {
        match self {
            Attribute::Float(name, number) => Message::default().bytes(1, name).float(2, number).int(20, 1),
            Attribute::Int(name, number) => Message::default().bytes(1, name).int(3, number).int(20, 2),
        }
    }
}

/// A matrix of floats with any number of rows, by name and columns.
fn matrix((name, columns): (&str, usize)) -> Message {
    let rows = Message::default().bytes(2, "rows");
    let shape = Message::default().messages(1, [rows, Message::default().int(1, columns as u64)]);
    let tensor = Message::default().int(1, Elements::Float as u64).message(2, shape);
    Message::default().bytes(1, name).message(2, Message::default().message(1, tensor))
}
