//! Activations as nodes of ONNX: its own operator where it has one of the same formula, else the formula.

use super::graph::{Attribute, Edge, Graph};
use crate::errors;
use glassnet::Error;
use glassnet::nn::{Activation, ReluWith};

const SELU_ALPHA: f32 = 1.673_263_2;
const SELU_SCALE: f32 = 1.050_701;
/// The last axis, as a number of 64 bits in two's complement.
const LAST_AXIS: Attribute = Attribute::Int("axis", -1_i64 as u64);

/// Adds the nodes of an activation of `z`; returns their output.
///
/// # Errors
/// Rejects an activation that this module does not know.
pub(super) fn activation(graph: &mut Graph, activation: Activation, z: Edge) -> Result<Edge, Error> {
    if let Activation::Linear = activation {
        return Ok(z);
    }
    if let Some((operator, attributes)) = operator(activation) {
        return Ok(graph.node_with(operator, &[&z], &attributes));
    }
    let mut formula = Formula(graph);
    Ok(match activation {
        Activation::Gelu(gelu) => formula.gelu(&z, gelu.approximate),
        Activation::HardTanh => formula.clip(&z, -1.0, Some(1.0)),
        Activation::LogSigmoid => formula.log_sigmoid(&z),
        Activation::Mish => formula.mish(&z),
        Activation::Relu6 => formula.clip(&z, 0.0, Some(6.0)),
        Activation::ReluWith(relu) => formula.relu(&z, relu),
        Activation::Silu => formula.silu(&z),
        Activation::SoftShrink(shrink) => formula.soft_shrink(&z, shrink.threshold),
        Activation::SparsePlus => formula.sparse_plus(&z),
        Activation::Squareplus(squareplus) => formula.squareplus(&z, squareplus.b),
        Activation::TanhShrink => formula.tanh_shrink(&z),
        Activation::Threshold(with) => {
            let default = formula.0.number(with.default_value);
            formula.above(&z, with.threshold, &z, &default)
        }
        other => {
            return Err(errors::unknown("activation", "an activation that can be written as ONNX", other.name()));
        }
    })
}

/// The operator of ONNX that is the activation, with its attributes.
fn operator(activation: Activation) -> Option<(&'static str, Vec<Attribute>)> {
    let float = Attribute::Float;
    Some(match activation {
        Activation::Celu(celu) => ("Celu", vec![float("alpha", celu.alpha)]),
        Activation::Elu(elu) => ("Elu", vec![float("alpha", elu.alpha)]),
        Activation::Exponential => ("Exp", vec![]),
        Activation::HardShrink(shrink) => ("Shrink", vec![float("lambd", shrink.threshold), float("bias", 0.0)]),
        Activation::HardSigmoid => ("HardSigmoid", vec![float("alpha", 1.0 / 6.0), float("beta", 0.5)]),
        Activation::HardSilu => ("HardSwish", vec![]),
        Activation::LeakyRelu(relu) => ("LeakyRelu", vec![float("alpha", relu.negative_slope)]),
        Activation::LogSoftmax => ("LogSoftmax", vec![LAST_AXIS]),
        Activation::Relu => ("Relu", vec![]),
        Activation::Selu => ("Selu", vec![float("alpha", SELU_ALPHA), float("gamma", SELU_SCALE)]),
        Activation::Sigmoid => ("Sigmoid", vec![]),
        Activation::Softmax => ("Softmax", vec![LAST_AXIS]),
        Activation::Softplus => ("Softplus", vec![]),
        Activation::Softsign => ("Softsign", vec![]),
        Activation::SparseSigmoid => ("HardSigmoid", vec![float("alpha", 0.5), float("beta", 0.5)]),
        Activation::Tanh => ("Tanh", vec![]),
        _ => return None,
    })
}

/// Activations by their formulas.
struct Formula<'a>(&'a mut Graph);

impl Formula<'_> {
    /// A node of `a` and a number.
    fn with(&mut self, operator: &str, a: &Edge, number: f32) -> Edge {
        let number = self.0.number(number);
        self.0.node(operator, &[a, &number])
    }

    /// `x > threshold ? passed : other`
    fn above(&mut self, x: &Edge, threshold: f32, passed: &Edge, other: &Edge) -> Edge {
        let is_above = self.with("Greater", x, threshold);
        self.0.node("Where", &[&is_above, passed, other])
    }

    /// `min(max(z, least), most)`
    fn clip(&mut self, z: &Edge, least: f32, most: Option<f32>) -> Edge {
        let least = self.0.number(least);
        match most.map(|most| self.0.number(most)) {
            Some(most) => self.0.node("Clip", &[z, &least, &most]),
            None => self.0.node("Clip", &[z, &least]),
        }
    }

    /// `z / 2 · (1 + erf(z / √2))`, or by tanh.
    fn gelu(&mut self, z: &Edge, is_approximate: bool) -> Edge {
        let curve = if is_approximate {
            let square = self.0.node("Mul", &[z, z]);
            let cubic = self.with("Mul", &square, 0.044_715);
            let factor = self.with("Add", &cubic, 1.0);
            let inner = self.0.node("Mul", &[z, &factor]);
            let inner = self.with("Mul", &inner, 0.797_884_6);
            self.0.node("Tanh", &[&inner])
        } else {
            let inner = self.with("Mul", z, std::f32::consts::FRAC_1_SQRT_2);
            self.0.node("Erf", &[&inner])
        };
        let curve = self.with("Add", &curve, 1.0);
        let half = self.with("Mul", z, 0.5);
        self.0.node("Mul", &[&half, &curve])
    }

    /// `-softplus(-z)`
    fn log_sigmoid(&mut self, z: &Edge) -> Edge {
        let negative = self.0.node("Neg", &[z]);
        let softplus = self.0.node("Softplus", &[&negative]);
        self.0.node("Neg", &[&softplus])
    }

    fn mish(&mut self, z: &Edge) -> Edge {
        let softplus = self.0.node("Softplus", &[z]);
        let tanh = self.0.node("Tanh", &[&softplus]);
        self.0.node("Mul", &[z, &tanh])
    }

    /// `z > threshold ? min(max(z, 0), max_value) : negative_slope · (z - threshold)`; bounds only with a `max_value`.
    fn relu(&mut self, z: &Edge, relu: ReluWith) -> Edge {
        let ReluWith { negative_slope, max_value, threshold } = relu;
        let upper = if max_value.is_some() { self.clip(z, 0.0, max_value) } else { z.clone() };
        let lower = if negative_slope == 0.0 {
            self.0.number(0.0)
        } else {
            let below = self.with("Sub", z, threshold);
            self.with("Mul", &below, negative_slope)
        };
        self.above(z, threshold, &upper, &lower)
    }

    fn silu(&mut self, z: &Edge) -> Edge {
        let sigmoid = self.0.node("Sigmoid", &[z]);
        self.0.node("Mul", &[z, &sigmoid])
    }

    /// `z > t ? z - t : -t > z ? z + t : 0`, for a negative threshold too.
    fn soft_shrink(&mut self, z: &Edge, threshold: f32) -> Edge {
        let (less, more) = (self.with("Sub", z, threshold), self.with("Add", z, threshold));
        let is_below = self.with("Less", z, -threshold);
        let zero = self.0.number(0.0);
        let lower = self.0.node("Where", &[&is_below, &more, &zero]);
        self.above(z, threshold, &less, &lower)
    }

    /// `z >= 1 ? z : (max(z, -1) + 1)² / 4`
    fn sparse_plus(&mut self, z: &Edge) -> Edge {
        let inner = self.clip(z, -1.0, None);
        let inner = self.with("Add", &inner, 1.0);
        let square = self.0.node("Mul", &[&inner, &inner]);
        let curve = self.with("Mul", &square, 0.25);
        self.above(z, 1.0, z, &curve)
    }

    /// `(z + √(z² + b)) / 2`
    fn squareplus(&mut self, z: &Edge, b: f32) -> Edge {
        let square = self.0.node("Mul", &[z, z]);
        let sum = self.with("Add", &square, b);
        let root = self.0.node("Sqrt", &[&sum]);
        let sum = self.0.node("Add", &[z, &root]);
        self.with("Mul", &sum, 0.5)
    }

    fn tanh_shrink(&mut self, z: &Edge) -> Edge {
        let tanh = self.0.node("Tanh", &[z]);
        self.0.node("Sub", &[z, &tanh])
    }
}
