//! A worked example as data: one row, its target, a network with its start weights.

use super::claim::Claim;
use crate::nn::{Activation, DenseConfig};
use crate::reader;
use crate::{Error, Value};

/// A worked example, as an author gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExampleConfig {
    /// The features of the one row, as they were written: training rounds them to `f32`.
    pub inputs: Vec<f64>,
    /// The targets, one number for each output unit; rounded like the features.
    pub target: Vec<f64>,
    /// The layers; each kernel must be given.
    pub layers: Vec<DenseConfig>,
    /// Step size of gradient descent. Defaults to 1.
    pub learning_rate: f64,
    /// The target counts as reached when every output is nearer to it than this. Defaults to 0.0005: three digits.
    pub tolerance: f32,
    /// Whether biases are trained; frozen, they stay as they are. Defaults to true.
    pub train_biases: bool,
    /// The claims of a text. Defaults to none.
    pub claims: Vec<Claim>,
    /// Whether weights were reconstructed, because the text does not print them. Defaults to false.
    pub reconstructed: bool,
}

/// Large enough to reach the target in some 75 iterations, small enough that the loss never rises.
const LEARNING_RATE: f64 = 1.0;

/// Three digits of the prediction are those of the target.
const TOLERANCE: f32 = 0.0005;

const FIELDS: &[&str] =
    &["inputs", "target", "layers", "learningRate", "tolerance", "trainBiases", "claims", "reconstructed"];

impl ExampleConfig {
    /// The tutorial's example: 2-2-2-1, sigmoid everywhere, no biases.
    ///
    /// The text prints the inputs (1, -1), the weights (2, 1) of the first unit, the first hidden layer's outputs
    /// 0.73 and 0.5, the prediction 0.436 and the target 0.4. The other weights stood in a picture that is lost;
    /// these are the smallest integers without a zero that give the printed values.
    pub fn tutorial() -> Self {
        let sigmoid = |kernel: &[&[f64]]| DenseConfig::given(kernel, Activation::Sigmoid);
        ExampleConfig {
            inputs: vec![1.0, -1.0],
            target: vec![0.4],
            layers: vec![
                sigmoid(&[&[2.0, 1.0], &[1.0, 1.0]]),
                sigmoid(&[&[1.0, -1.0], &[-1.0, -2.0]]),
                sigmoid(&[&[-1.0], &[2.0]]),
            ],
            learning_rate: LEARNING_RATE,
            tolerance: TOLERANCE,
            train_biases: true,
            claims: vec![Claim::of_unit(0, 0, "0.73"), Claim::of_unit(0, 1, "0.5"), Claim::of_unit(2, 0, "0.436")],
            reconstructed: true,
        }
    }

    /// Reads an example from outside, with the field names of JavaScript.
    ///
    /// # Errors
    /// Rejects missing and unknown fields and values of another type, each by its path.
    pub fn read(value: &Value) -> Result<Self, Error> {
        reader::read(value, |example| {
            example.fields(FIELDS);
            let mut config = ExampleConfig {
                inputs: example.get("inputs"),
                target: example.get("target"),
                layers: example.get("layers"),
                learning_rate: LEARNING_RATE,
                tolerance: TOLERANCE,
                train_biases: true,
                claims: Vec::new(),
                reconstructed: false,
            };
            example.update("learningRate", &mut config.learning_rate);
            example.update("tolerance", &mut config.tolerance);
            example.update("trainBiases", &mut config.train_biases);
            example.update("claims", &mut config.claims);
            example.update("reconstructed", &mut config.reconstructed);
            config
        })
    }

    /// The example as JavaScript writes it.
    pub fn to_value(&self) -> Value {
        Value::object([
            ("inputs", Value::numbers(&self.inputs)),
            ("target", Value::numbers(&self.target)),
            ("layers", Value::Array(self.layers.iter().map(DenseConfig::to_value).collect())),
            ("learningRate", Value::Number(self.learning_rate)),
            ("tolerance", Value::Number(f64::from(self.tolerance))),
            ("trainBiases", Value::Bool(self.train_biases)),
            ("claims", Value::Array(self.claims.iter().map(Claim::to_value).collect())),
            ("reconstructed", Value::Bool(self.reconstructed)),
        ])
    }
}
