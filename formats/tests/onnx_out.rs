//! ONNX read back by a reader of its own: every field by its number, as onnx.proto has them.

mod support;

use glassnet::data::Scaling;
use glassnet_formats::{ExportOptions, Format, export};
use support::Case;

/// A field of a message: its number, and its integer or its bytes.
#[derive(Debug, Clone, PartialEq)]
enum Field<'a> {
    Int(u64),
    Bytes(&'a [u8]),
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&first, rest) = bytes.split_first().unwrap();
        *bytes = rest;
        number |= u64::from(first & 0x7f) << shift;
        shift += 7;
        if first < 0x80 {
            return number;
        }
    }
}

fn fields(mut bytes: &[u8]) -> Vec<(u64, Field<'_>)> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let tag = varint(&mut bytes);
        let length = match tag & 7 {
            0 => {
                found.push((tag >> 3, Field::Int(varint(&mut bytes))));
                continue;
            }
            2 => varint(&mut bytes) as usize,
            5 => 4,
            other => panic!("a wire type {other}"),
        };
        let (own, rest) = bytes.split_at(length);
        found.push((tag >> 3, Field::Bytes(own)));
        bytes = rest;
    }
    found
}

fn all<'a>(message: &'a [u8], number: u64) -> Vec<&'a [u8]> {
    let of = |(field, value): (u64, Field<'a>)| match value {
        Field::Bytes(bytes) if field == number => Some(bytes),
        _ => None,
    };
    fields(message).into_iter().filter_map(of).collect()
}

fn texts(message: &[u8], number: u64) -> Vec<&str> {
    all(message, number).into_iter().map(|bytes| std::str::from_utf8(bytes).unwrap()).collect()
}

fn int(message: &[u8], number: u64) -> Vec<u64> {
    let of = |(field, value): (u64, Field)| match value {
        Field::Int(int) if field == number => Some(int),
        _ => None,
    };
    fields(message).into_iter().filter_map(of).collect()
}

/// `Relu(a, b) -> c` of each node.
fn nodes(graph: &[u8]) -> Vec<String> {
    let line = |node: &[u8]| format!("{}({}) -> {}", texts(node, 4)[0], texts(node, 1).join(", "), texts(node, 2)[0]);
    all(graph, 1).into_iter().map(line).collect()
}

#[test]
fn a_file_has_the_layers_as_nodes_and_their_weights_as_tensors() {
    let json = r#"{"inputs": 2, "layers": [{"units": 3, "activation": "relu", "name": "first"},
        {"units": 1, "useBias": false, "activation": "silu"}]}"#;
    let (case, scaler) = Case::new("two", json).unwrap().scaled(Scaling::Standard);
    let options = ExportOptions {
        scaler: Some(scaler.clone()),
        classes: vec!["a \"b\"".to_string(), "다".to_string()],
        ..ExportOptions::default()
    };
    let files = export(&case.model.save(&case.config), Format::Onnx, &options).unwrap();
    assert_eq!(files[0].name, "model.onnx");
    let file = &files[0].bytes;
    assert_eq!((int(file, 1), texts(file, 2)), (vec![8], vec!["glassnet"]));
    assert_eq!(int(all(file, 8)[0], 2), [17], "the operator set");
    let metadata = all(file, 14)[0];
    assert_eq!((texts(metadata, 1), texts(metadata, 2)), (vec!["classes"], vec![r#"["a \"b\"","다"]"#]));
    let graph = all(file, 7)[0];
    assert_eq!(
        nodes(graph),
        [
            "Cast(inputs) -> inputs/scaling/Cast_0",
            "Sub(inputs/scaling/Cast_0, inputs/scaling/mean) -> inputs/scaling/Sub_1",
            "Div(inputs/scaling/Sub_1, inputs/scaling/deviation) -> inputs/scaling/Div_2",
            "Cast(inputs/scaling/Div_2) -> inputs/scaling/Cast_3",
            "Gemm(inputs/scaling/Cast_3, first/kernel, first/bias) -> first/Gemm_0",
            "Relu(first/Gemm_0) -> first/Relu_1",
            "MatMul(first/Relu_1, dense/kernel) -> dense/MatMul_0",
            "Sigmoid(dense/MatMul_0) -> dense/Sigmoid_1",
            "Mul(dense/MatMul_0, dense/Sigmoid_1) -> dense/Mul_2",
            "Identity(dense/Mul_2) -> outputs",
        ]
    );
    let tensors = all(graph, 5);
    let names: Vec<&str> = tensors.iter().map(|tensor| texts(tensor, 8)[0]).collect();
    assert_eq!(
        names,
        ["inputs/scaling/mean", "inputs/scaling/deviation", "first/kernel", "first/bias", "dense/kernel"]
    );
    let means: Vec<u8> = scaler.columns().iter().flat_map(|column| column.offset.to_le_bytes()).collect();
    assert_eq!((int(tensors[0], 2), all(tensors[0], 9)[0]), (vec![11], means.as_slice()), "doubles");
    let weights: Vec<u8> = case.model.weights().iter().flat_map(|weight| weight.to_le_bytes()).collect();
    let written: Vec<u8> = tensors[2..].iter().flat_map(|tensor| all(tensor, 9)[0]).copied().collect();
    assert_eq!(written, weights);
    assert_eq!((int(tensors[2], 1), int(tensors[2], 2)), (vec![2, 3], vec![1]), "a kernel [2, 3] of floats");
    assert_eq!((texts(all(graph, 11)[0], 1), texts(all(graph, 12)[0], 1)), (vec!["inputs"], vec!["outputs"]));
}

#[test]
fn a_scaler_of_another_width_is_rejected() {
    let (narrow, scaler) =
        Case::new("narrow", r#"{"inputs": 2, "layers": [{"units": 1}]}"#).unwrap().scaled(Scaling::MinMax);
    drop(narrow);
    let case = Case::new("wide", r#"{"inputs": 3, "layers": [{"units": 1}]}"#).unwrap();
    let options = ExportOptions { scaler: Some(scaler), ..ExportOptions::default() };
    for format in [Format::Onnx, Format::PyTorch] {
        let error = export(&case.model.save(&case.config), format, &options).unwrap_err();
        assert_eq!(error.to_string(), "scaler: expected 3 columns, received 2");
    }
}
