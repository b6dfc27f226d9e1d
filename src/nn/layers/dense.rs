//! Dense: every input reaches every unit.

#[cfg(feature = "full")]
use super::super::Constraint;
use super::super::names::Named;
use super::super::{Activation, Initializer, Random, Regularizer, Scalar};
use super::{Place, Tensor};
use crate::concatenate::concatenate;
use crate::error::{all_finite, counted};
use crate::number::singles;
use crate::reader::{Readable, Reader};
use crate::{Error, Value};
#[cfg(feature = "full")]
use glassnet_kernels::Kind;
use glassnet_kernels::{Layer as Loops, Transform};
use nalgebra::{DMatrixView, DVectorView, DVectorViewMut};
use std::ops::Range;

/// The most units a layer may have, and the most features a row.
pub const MAX_UNITS: usize = 4096;

/// A dense layer, as a caller asks for it.
///
/// Source: <https://keras.io/api/layers/core_layers/dense/>.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DenseConfig {
    /// Its name. Defaults to Keras's: `dense`, `dense_1`.
    pub name: Option<String>,
    /// Its units; may be left out where a kernel tells them.
    pub units: Option<usize>,
    /// Its activation. Defaults to linear.
    pub activation: Option<Activation>,
    /// Whether a bias is added. Defaults to true.
    pub use_bias: Option<bool>,
    /// Whether kernel and bias are trained; frozen, they stay as they are. Defaults to true.
    pub trainable: Option<bool>,
    /// Initializer of the kernel. Defaults to Glorot uniform.
    pub kernel_initializer: Option<Initializer>,
    /// Initializer of the bias. Defaults to zeros.
    pub bias_initializer: Option<Initializer>,
    /// Regularizer of the kernel. Defaults to none.
    pub kernel_regularizer: Option<Regularizer>,
    /// Regularizer of the bias. Defaults to none.
    pub bias_regularizer: Option<Regularizer>,
    /// Constraint of the kernel. Defaults to none.
    #[cfg(feature = "full")]
    pub kernel_constraint: Option<Constraint>,
    /// Constraint of the bias. Defaults to none.
    #[cfg(feature = "full")]
    pub bias_constraint: Option<Constraint>,
    /// Regularizer of the outputs; its penalty is divided by the rows of the batch. Defaults to none.
    #[cfg(feature = "full")]
    pub activity_regularizer: Option<Regularizer>,
    /// The initial kernel `[inputs, units]` instead of an initializer; rounded to `f32` when the model is built.
    pub kernel: Option<Vec<Vec<f64>>>,
    /// The initial bias `[units]` instead of an initializer; rounded to `f32` when the model is built.
    pub bias: Option<Vec<f64>>,
}

/// A dense layer: `outputs = activation(inputs · kernel + bias)`.
///
/// Its kernel `[inputs, units]` and bias `[units]` are ranges of the model's one buffer of parameters, row by row. nalgebra
/// reads a buffer column by column, so here a kernel is seen as its transpose `[units, inputs]`: column `i` holds the weights
/// of input `i`.
#[derive(Debug, Clone, PartialEq)]
pub struct Dense {
    /// The name that its author gave it.
    pub name: Option<String>,
    /// Numbers in a row of inputs.
    pub inputs: usize,
    /// Numbers in a row of outputs.
    pub units: usize,
    /// Its activation.
    pub activation: Activation,
    /// Whether a bias is added.
    pub use_bias: bool,
    /// Whether kernel and bias are trained.
    pub trainable: bool,
    /// Regularizer of the kernel.
    pub kernel_regularizer: Option<Regularizer>,
    /// Regularizer of the bias.
    pub bias_regularizer: Option<Regularizer>,
    /// Constraint of the kernel.
    #[cfg(feature = "full")]
    pub kernel_constraint: Option<Constraint>,
    /// Constraint of the bias.
    #[cfg(feature = "full")]
    pub bias_constraint: Option<Constraint>,
    /// Regularizer of the outputs.
    #[cfg(feature = "full")]
    pub activity_regularizer: Option<Regularizer>,
    /// Where the kernel begins in the parameters of the model; the bias follows.
    offset: usize,
}

impl DenseConfig {
    /// A layer without bias that starts from a kernel, `kernel[input][unit]`.
    #[must_use]
    pub fn given(kernel: &[&[f64]], activation: Activation) -> Self {
        DenseConfig {
            activation: Some(activation),
            use_bias: Some(false),
            kernel: Some(kernel.iter().map(|row| row.to_vec()).collect()),
            ..DenseConfig::default()
        }
    }

    /// A layer with a bias whose initial weights are drawn from the model's seed.
    #[must_use]
    pub fn drawn(units: usize, activation: Activation) -> Self {
        DenseConfig { units: Some(units), activation: Some(activation), ..DenseConfig::default() }
    }

    /// Builds the layer.
    pub(super) fn build(&self, Place { inputs, offset, .. }: Place) -> Result<Dense, Error> {
        let units = match (self.units, &self.kernel) {
            (Some(units), _) => units,
            (None, Some(kernel)) => kernel.first().map_or(0, Vec::len),
            (None, None) => return Err(Error::shape("units", "a number of units or a kernel", "neither")),
        };
        within("units", units, MAX_UNITS)?;
        let activation = self.activation.unwrap_or(Activation::Linear);
        activation.check_supported()?;
        if units == 1 && activation.is_of_rows() {
            // Its output would always be the same, and nothing is learned.
            return Err(Error::out_of_range("units", concatenate!["2 or more for ", activation.name()], "1"));
        }
        activation.check_settings().map_err(|error| error.under("activation"))?;
        #[cfg(feature = "full")]
        if let Some(orthogonal) = self.kernel_regularizer.and_then(|regularizer| regularizer.orthogonal) {
            orthogonal.check_shape(inputs, units)?;
        }
        let use_bias = self.use_bias.unwrap_or(true);
        self.check_weights(inputs, units, use_bias)?;
        Ok(Dense {
            name: self.name.clone(),
            inputs,
            units,
            activation,
            use_bias,
            trainable: self.trainable.unwrap_or(true),
            kernel_regularizer: self.kernel_regularizer,
            bias_regularizer: self.bias_regularizer.filter(|_| use_bias),
            #[cfg(feature = "full")]
            kernel_constraint: self.kernel_constraint,
            #[cfg(feature = "full")]
            bias_constraint: self.bias_constraint.filter(|_| use_bias),
            #[cfg(feature = "full")]
            activity_regularizer: self.activity_regularizer,
            offset,
        })
    }

    /// Rejects initial weights of another shape, or that are not finite.
    fn check_weights(&self, inputs: usize, units: usize, use_bias: bool) -> Result<(), Error> {
        if let Some(kernel) = &self.kernel {
            as_many("kernel", kernel.len(), inputs, ["row", ", one an input"])?;
            for (input, row) in kernel.iter().enumerate() {
                let what = concatenate!["kernel[", input, "]"];
                as_many(&what, row.len(), units, ["number", ", one a unit"])?;
                all_finite(&what, &singles(row))?;
            }
        }
        if let Some(bias) = &self.bias {
            as_many("bias", bias.len(), if use_bias { units } else { 0 }, ["number", ""])?;
            all_finite("bias", &singles(bias))?;
        }
        Ok(())
    }

    /// Rejects initializers, regularizers and constraints that give no finite numbers.
    pub(super) fn check_settings(&self) -> Result<(), Error> {
        // Worked examples give their weights: see `Loss::supported_in_build`.
        #[cfg(feature = "keras")]
        for initializer in [self.kernel_initializer, self.bias_initializer].into_iter().flatten() {
            initializer.check_settings()?;
        }
        #[cfg(feature = "full")]
        if let Some(initializer) = self.bias_initializer.filter(|initializer| initializer.is_for_matrices()) {
            let expected = "an initializer of vectors, as a bias has no rows and columns";
            return Err(Error::out_of_range("biasInitializer", expected, initializer.name()));
        }
        #[cfg(feature = "full")]
        for (what, regularizer) in
            [("biasRegularizer", self.bias_regularizer), ("activityRegularizer", self.activity_regularizer)]
        {
            if regularizer.is_some_and(|regularizer| regularizer.orthogonal.is_some()) {
                let expected = "a regularizer of single numbers, as only a kernel has rows and columns to compare";
                return Err(Error::out_of_range(what, expected, "orthogonal_regularizer"));
            }
        }
        for regularizer in [self.kernel_regularizer, self.bias_regularizer].into_iter().flatten() {
            regularizer.check()?;
        }
        #[cfg(feature = "full")]
        for constraint in [self.kernel_constraint, self.bias_constraint].into_iter().flatten() {
            constraint.check_settings()?;
        }
        #[cfg(feature = "full")]
        self.bias_constraint.map_or(Ok(()), Constraint::check_for_bias)?;
        #[cfg(feature = "full")]
        self.activity_regularizer.map_or(Ok(()), Regularizer::check)?;
        Ok(())
    }

    /// Appends the initial weights: as given, else drawn by the initializers where there is what to draw from.
    pub(super) fn push_initial(&self, dense: &Dense, mut random: Option<&mut Random>, parameters: &mut Vec<f32>) {
        let (kernel, bias) = (self.kernel.as_deref().unwrap_or_default(), self.bias.as_slice());
        let initializers = (self.kernel_initializer, self.bias_initializer);
        for (rows, initializer, inputs, end) in [
            (kernel, initializers.0.unwrap_or(Initializer::GlorotUniform), dense.inputs, dense.kernel_range().end),
            (bias, initializers.1.unwrap_or(Initializer::Zeros), dense.units, dense.bias_range().end),
        ] {
            rows.iter().for_each(|row| parameters.extend(singles(row)));
            let given = parameters.len();
            parameters.resize(end, 0.0);
            // Worked examples give their weights: see `Loss::supported_in_build`.
            if cfg!(feature = "keras")
                && given < end
                && let Some(random) = random.as_deref_mut()
            {
                initializer.fill(random, inputs, dense.units, &mut parameters[given..]);
            }
        }
    }

    /// The layer as JavaScript writes it: the fields of a worked example.
    pub(crate) fn to_value(&self) -> Value {
        let kernel = self
            .kernel
            .as_ref()
            .map_or(Value::Null, |kernel| Value::Array(kernel.iter().map(|row| Value::numbers(row)).collect()));
        Value::object([
            ("name", self.name.clone().map_or(Value::Null, Value::String)),
            ("units", self.units.map_or(Value::Null, |units| Value::Number(units as f64))),
            ("activation", self.activation.map_or(Value::Null, Activation::to_value)),
            ("useBias", self.use_bias.map_or(Value::Null, Value::Bool)),
            ("trainable", self.trainable.map_or(Value::Null, Value::Bool)),
            ("kernel", kernel),
            ("bias", self.bias.as_deref().map_or(Value::Null, Value::numbers)),
        ])
    }
}

/// Rejects a count of 0 or past `most`.
pub(in super::super) fn within(what: &str, count: usize, most: usize) -> Result<(), Error> {
    if (1..=most).contains(&count) {
        return Ok(());
    }
    Err(Error::out_of_range(what, concatenate!["1 to ", most], count))
}

/// Rejects a list of another length.
fn as_many(what: &str, count: usize, expected: usize, [one, each]: [&str; 2]) -> Result<(), Error> {
    if count == expected {
        return Ok(());
    }
    Err(Error::shape(what, concatenate![counted(expected, one), each], count))
}

/// The page's build draws no weights: see `Loss::supported_in_build`.
const FIELDS: &[&str] = &[
    "type",
    "units",
    "activation",
    "useBias",
    "trainable",
    "kernelRegularizer",
    "biasRegularizer",
    "kernel",
    "bias",
    "inputShape",
    "inputDim",
    "name",
    #[cfg(feature = "keras")]
    "kernelInitializer",
    #[cfg(feature = "keras")]
    "biasInitializer",
    #[cfg(feature = "full")]
    "kernelConstraint",
    #[cfg(feature = "full")]
    "biasConstraint",
    #[cfg(feature = "full")]
    "activityRegularizer",
];

/// Reads `{ units: 4, activation: "relu" }`.
impl Readable for DenseConfig {
    fn read(layer: &Reader) -> Self {
        layer.fields(FIELDS);
        let initializer = |name: &str| if cfg!(feature = "keras") { layer.get(name) } else { None };
        DenseConfig {
            units: layer.get("units"),
            name: layer.get("name"),
            activation: layer.get("activation"),
            use_bias: layer.get("useBias"),
            trainable: layer.get("trainable"),
            kernel_initializer: initializer("kernelInitializer"),
            bias_initializer: initializer("biasInitializer"),
            kernel_regularizer: layer.get("kernelRegularizer"),
            bias_regularizer: layer.get("biasRegularizer"),
            #[cfg(feature = "full")]
            kernel_constraint: layer.get("kernelConstraint"),
            #[cfg(feature = "full")]
            bias_constraint: layer.get("biasConstraint"),
            #[cfg(feature = "full")]
            activity_regularizer: layer.get("activityRegularizer"),
            kernel: layer.get("kernel"),
            bias: layer.get("bias"),
        }
    }
}

impl Dense {
    /// Where the kernel lies in the model's parameters, row by row: the weight from input `i` to unit `j` is
    /// number `i · units + j`.
    pub fn kernel_range(&self) -> Range<usize> {
        self.offset..self.offset + self.inputs * self.units
    }

    /// Where the bias lies in the model's parameters; empty without one.
    pub fn bias_range(&self) -> Range<usize> {
        let start = self.kernel_range().end;
        start..start + if self.use_bias { self.units } else { 0 }
    }

    /// Where in the model's parameters the weight from `input` to `unit` lies.
    pub fn weight_index(&self, input: usize, unit: usize) -> usize {
        self.offset + input * self.units + unit
    }

    /// Where in the model's parameters the bias of `unit` lies, if the layer has one.
    pub fn bias_index(&self, unit: usize) -> Option<usize> {
        self.use_bias.then(|| self.kernel_range().end + unit)
    }

    /// One row forward in any precision: fills `pre_activations` and `outputs` `[units]` from `inputs` `[inputs]`.
    ///
    /// A sum runs over the inputs in order, from 0, and the bias comes last, as a trace shows it.
    pub(super) fn forward_row<T: Scalar>(
        &self,
        parameters: &[T],
        inputs: &[T],
        pre_activations: &mut [T],
        outputs: &mut [T],
    ) {
        let kernel = DMatrixView::from_slice(&parameters[self.kernel_range()], self.units, self.inputs);
        let mut sums = DVectorViewMut::from_slice(pre_activations, self.units);
        sums.fill(T::zero());
        for (input, &x) in inputs.iter().enumerate() {
            sums.axpy(x, &kernel.column(input), T::one());
        }
        if self.use_bias {
            sums += DVectorView::from_slice(&parameters[self.bias_range()], self.units);
        }
        self.activation.apply(self.units, pre_activations, outputs);
    }

    /// Where all of its parameters lie, if they are not trained.
    pub(in super::super) fn frozen_range(&self) -> Option<Range<usize>> {
        (!self.trainable).then(|| self.offset..self.bias_range().end)
    }

    /// The layer as the loops see it.
    pub(super) fn loops(&self) -> Loops {
        let &Dense { inputs, units, offset, use_bias, activation, .. } = self;
        let (transform, penalized) = (Transform::Dense, self.is_regularized());
        let kind = activation.kind();
        // The loops of the activations know no penalties of outputs.
        #[cfg(feature = "full")]
        let kind = if self.activity_regularizer.is_some() { Kind::Fallback } else { kind };
        Loops { inputs, units, transform, activation: kind, offset, use_bias, penalized }
    }

    /// Kernel and bias.
    pub(super) fn tensors(&self) -> Vec<Tensor> {
        let vector = |name, range| Tensor { trainable: self.trainable, ..Tensor::vector(name, range, 0.0) };
        let mut tensors = vec![Tensor { columns: Some(self.units), ..vector("kernel", self.kernel_range()) }];
        if self.use_bias {
            tensors.push(vector("bias", self.bias_range()));
        }
        tensors
    }
}
