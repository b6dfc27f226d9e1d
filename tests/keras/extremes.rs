//! The engine's activations and losses beside Keras's at the ends of the range: NaN, infinities, overflow, clipping.

use super::read::loss;
use glassnet::nn::{Activation, DenseConfig, Gelu, ModelConfig, Sequential};
use serde_json::{Value, json};

/// What Keras gave; `record/extremes.py` says what stands where.
pub(crate) const RECORDED: &str = include_str!("../fixtures/keras-extra/extremes.json");

/// The differences, in a line each, and how many numbers were compared.
pub(crate) fn differences() -> (Vec<String>, usize) {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let (mut found, mut compared) = (Vec::new(), 0);
    let mut compare = |name: &str, what: &str, at: &[f32], expected: f32, received: f32| {
        compared += 1;
        if !is_same(expected, received) {
            found.push(format!("{name} at {at:?}: {what}, expected {expected:e}, received {received:e}"));
        }
    };
    for (name, row) in rows(&recorded["activations"]) {
        let activation = match name {
            "gelu_tanh" => Activation::Gelu(Gelu { approximate: true }),
            _ => name.parse().unwrap(),
        };
        let output = activation.value(row[0]);
        compare(name, "output", &row[..1], row[1], output);
        compare(name, "slope", &row[..1], row[2], activation.derivative(row[0], output).unwrap());
    }
    for (name, row) in rows(&recorded["losses"]) {
        let (value, slope) = of_loss(name, row[0], row[1]);
        compare(name, "loss", &row[..2], row[2], value);
        // The engine multiplies an error by 2 and its share in the mean at once; Keras by 2 first, which overflows. The focal
        // loss is multiplied by its share last, before which it overflows.
        let doubles = name == "mean_squared_error" || name.starts_with("binary_focal_crossentropy");
        if !doubles || (2.0 * row[0]).is_finite() || !row[0].is_finite() {
            compare(name, "slope", &row[..2], row[3], slope);
        }
    }
    (found, compared)
}

fn rows(tables: &Value) -> impl Iterator<Item = (&str, Vec<f32>)> {
    let number =
        |number: &Value| number.as_f64().map_or_else(|| number.as_str().unwrap().parse().unwrap(), |n| n as f32);
    let of_table = move |(name, rows)| {
        let (name, rows): (&String, &Value) = (name, rows);
        let rows = rows.as_array().unwrap().iter();
        rows.map(move |row| (name.as_str(), row.as_array().unwrap().iter().map(number).collect()))
    };
    tables.as_object().unwrap().iter().flat_map(of_table)
}

/// The loss of a row whose first prediction is `p`, and what it changes by with that: the gradient of the bias.
fn of_loss(name: &str, p: f32, target: f32) -> (f32, f32) {
    // Numbers that come in are finite: infinity and NaN come from weights and inputs that are large.
    let sign = if p.is_sign_negative() { -1e30 } else { 1e30 };
    let (x, kernel, bias) = match p {
        _ if p.is_finite() => (0.0, [[0.0; 2]; 2], [p, 0.4]),
        _ if p.is_nan() => (1e30, [[1e30, 4e-31], [-1e30, 0.0]], [0.0; 2]),
        _ => (1e30, [[sign, 4e-31], [sign, 0.0]], [0.0; 2]),
    };
    let layer = DenseConfig {
        kernel: Some(kernel.map(|row| row.to_vec()).to_vec()),
        bias: Some(bias.map(f64::from).to_vec()),
        ..DenseConfig::default()
    };
    let (plain, from_logits) = (name.trim_end_matches('+'), name.ends_with('+'));
    let loss = loss(&match from_logits {
        true => json!({ "name": plain, "from_logits": true }),
        false => json!({ "name": plain }),
    });
    let mut model = Sequential::new(&ModelConfig { loss, ..ModelConfig::new(2, [layer]) }).unwrap();
    let targets = [target, 0.25];
    let value = model.gradients_for_row_major(&[x; 2], &targets[..model.target_count()]).unwrap();
    (value, model.gradients()[4])
}

/// The same to float32's digits, of which a difference from 1 leaves a few.
fn is_same(expected: f32, received: f32) -> bool {
    let is_near = || (expected - received).abs() <= 2e-7 + 3e-5 * expected.abs();
    expected == received || expected.is_nan() && received.is_nan() || expected.is_finite() && is_near()
}
