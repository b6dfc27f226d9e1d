//! Activations as modules of PyTorch: its own where it has one of the same formula, else a class that the program has.

use super::python::number;
use crate::errors;
use glassnet::Error;
use glassnet::nn::{Activation, ReluWith};

/// A class that the program defines, as PyTorch has none of the formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Class {
    /// Its definition, without the blank lines around it.
    pub(super) code: &'static str,
}

/// A module as an expression, with the class that it needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Module {
    pub(super) expression: String,
    pub(super) class: Option<Class>,
}

/// `(x - mean) / deviation`, of the Normalization layer and of the scaling of inputs.
pub(super) const NORMALIZATION: Class = Class {
    code: r#"class Normalization(nn.Module):
    """(x - mean) / deviation, computed in doubles; neither is trained."""

    def __init__(self, columns):
        super().__init__()
        self.register_buffer("mean", torch.zeros(columns, dtype=torch.float64))
        self.register_buffer("deviation", torch.ones(columns, dtype=torch.float64))

    def forward(self, x):
        return ((x.double() - self.mean) / self.deviation).float()"#,
};

const EXPONENTIAL: Class = Class {
    code: r#"class Exponential(nn.Module):
    """exp(x)"""

    def forward(self, x):
        return torch.exp(x)"#,
};

const RELU: Class = Class {
    code: r#"class KerasReLU(nn.Module):
    """x > threshold ? min(x, max_value) : negative_slope * (x - threshold)"""

    def __init__(self, negative_slope, max_value, threshold):
        super().__init__()
        self.negative_slope, self.max_value, self.threshold = negative_slope, max_value, threshold

    def forward(self, x):
        upper = x if self.max_value is None else x.clamp(0.0, self.max_value)
        return torch.where(x > self.threshold, upper, self.negative_slope * (x - self.threshold))"#,
};

const SPARSE_PLUS: Class = Class {
    code: r#"class SparsePlus(nn.Module):
    """x <= -1 ? 0 : x < 1 ? (x + 1)^2 / 4 : x"""

    def forward(self, x):
        return torch.where(x < 1.0, (x.clamp_min(-1.0) + 1.0) ** 2 / 4.0, x)"#,
};

const SPARSE_SIGMOID: Class = Class {
    code: r#"class SparseSigmoid(nn.Module):
    """min(max((x + 1) / 2, 0), 1)"""

    def forward(self, x):
        return ((x + 1.0) / 2.0).clamp(0.0, 1.0)"#,
};

const SQUAREPLUS: Class = Class {
    code: r#"class Squareplus(nn.Module):
    """(x + sqrt(x^2 + b)) / 2"""

    def __init__(self, b):
        super().__init__()
        self.b = b

    def forward(self, x):
        return (x + torch.sqrt(x * x + self.b)) / 2.0"#,
};

/// A module of PyTorch's own.
fn own(expression: impl Into<String>) -> Module {
    Module { expression: format!("nn.{}", expression.into()), class: None }
}

/// A module of a class of the program.
fn of(class: Class, expression: impl Into<String>) -> Module {
    Module { expression: expression.into(), class: Some(class) }
}

/// The module of an activation.
///
/// # Errors
/// Rejects a threshold that PyTorch rejects, and an activation that this module does not know.
pub(super) fn activation(activation: Activation) -> Result<Module, Error> {
    Ok(match activation {
        Activation::Celu(celu) => own(format!("CELU(alpha={})", number(celu.alpha))),
        Activation::Elu(elu) => own(format!("ELU(alpha={})", number(elu.alpha))),
        Activation::Exponential => of(EXPONENTIAL, "Exponential()"),
        Activation::Gelu(gelu) => own(if gelu.approximate { "GELU(approximate=\"tanh\")" } else { "GELU()" }),
        Activation::HardShrink(shrink) => own(format!("Hardshrink({})", number(shrink.threshold))),
        Activation::HardSigmoid => own("Hardsigmoid()"),
        Activation::HardSilu => own("Hardswish()"),
        Activation::HardTanh => own("Hardtanh()"),
        Activation::LeakyRelu(relu) => own(format!("LeakyReLU({})", number(relu.negative_slope))),
        Activation::Linear => own("Identity()"),
        Activation::LogSigmoid => own("LogSigmoid()"),
        Activation::LogSoftmax => own("LogSoftmax(dim=-1)"),
        Activation::Mish => own("Mish()"),
        Activation::Relu => own("ReLU()"),
        Activation::ReluWith(with) => relu(with),
        Activation::Relu6 => own("ReLU6()"),
        Activation::Selu => own("SELU()"),
        Activation::Sigmoid => own("Sigmoid()"),
        Activation::Silu => own("SiLU()"),
        Activation::SoftShrink(shrink) => own(format!("Softshrink({})", soft_threshold(shrink.threshold)?)),
        Activation::Softmax => own("Softmax(dim=-1)"),
        Activation::Softplus => own("Softplus()"),
        Activation::Softsign => own("Softsign()"),
        Activation::SparsePlus => of(SPARSE_PLUS, "SparsePlus()"),
        Activation::SparseSigmoid => of(SPARSE_SIGMOID, "SparseSigmoid()"),
        Activation::Squareplus(with) => of(SQUAREPLUS, format!("Squareplus({})", number(with.b))),
        Activation::Tanh => own("Tanh()"),
        Activation::TanhShrink => own("Tanhshrink()"),
        Activation::Threshold(with) => {
            own(format!("Threshold({}, {})", number(with.threshold), number(with.default_value)))
        }
        other => {
            return Err(errors::unknown("activation", "an activation that can be written for PyTorch", other.name()));
        }
    })
}

fn relu(ReluWith { negative_slope, max_value, threshold }: ReluWith) -> Module {
    let [negative_slope, threshold] = [negative_slope, threshold].map(number);
    let max_value = max_value.map_or("None".to_string(), number);
    of(RELU, format!("KerasReLU(negative_slope={negative_slope}, max_value={max_value}, threshold={threshold})"))
}

/// PyTorch's Softshrink has no negative threshold.
fn soft_threshold(threshold: f32) -> Result<String, Error> {
    if threshold >= 0.0 {
        return Ok(number(threshold));
    }
    Err(errors::out_of_range("activation.threshold", "0 or more, as PyTorch's Softshrink has it", threshold))
}
