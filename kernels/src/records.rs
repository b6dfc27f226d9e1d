//! The forward and backward pass of rows through the layers, and the record of what each computed.

use super::layer::{Kind, Layer, Transform};
use super::rows::Rows;

/// Activations and gradients of every layer in the last forward and backward pass.
#[derive(Debug, Clone)]
pub struct Records {
    rows: usize,
    layers: Vec<Record>,
    /// Room for one transposed kernel, or for some columns of a large one.
    room: Vec<f32>,
}

/// Activations and gradients of one layer, each `[rows, units]`.
#[derive(Debug, Clone)]
struct Record {
    layer: Layer,
    pre_activations: Vec<f32>,
    outputs: Vec<f32>,
    d_pre: Vec<f32>,
    d_outputs: Vec<f32>,
    /// What a [`Transform::Fallback`] keeps for its backward pass.
    cache: Vec<f32>,
}

/// Rows that are predicted at a time.
const CHUNK: usize = 256;

/// Layers and activations without a loop in this crate. Layers are counted from 0.
pub trait Fallback {
    /// Forward pass of a layer with [`Transform::Fallback`]: fills `pre_activations`, and in `cache` whatever the backward
    /// pass needs.
    fn forward(
        &self,
        layer: usize,
        parameters: &[f32],
        inputs: Rows,
        cache: &mut Vec<f32>,
        pre_activations: &mut [f32],
    );

    /// Backward pass of such a layer: fills the gradients of its parameters, and `dL/dx` unless it is the first layer.
    fn backward(&self, layer: usize, parameters: &[f32], pass: Backward, gradients: &mut [f32]);

    /// Fills the outputs of an activation.
    fn activate(&self, layer: usize, pre_activations: &[f32], outputs: &mut [f32]);

    /// Fills `d_pre` with `dL/dz` from `dL/da`, to which it may add what the layer's outputs are penalized by.
    fn activation_backward(&self, layer: usize, pass: ActivationBackward);

    /// Adds the gradients of the regularizers.
    fn penalize(&self, layer: usize, parameters: &[f32], gradients: &mut [f32]);
}

/// The operands of the backward pass of a layer with [`Transform::Fallback`].
#[derive(Debug)]
pub struct Backward<'a> {
    /// The inputs of the forward pass.
    pub inputs: Rows<'a>,
    /// What the forward pass kept.
    pub cache: &'a [f32],
    /// `dL/dz` `[rows, units]`.
    pub d_pre: &'a [f32],
    /// `dL/dx` `[rows, inputs]`, to be filled.
    pub d_inputs: Option<&'a mut [f32]>,
}

/// The operands of the backward pass of an activation with [`Kind::Fallback`], each `[rows, units]`.
#[derive(Debug)]
pub struct ActivationBackward<'a> {
    /// `z`
    pub pre_activations: &'a [f32],
    /// `a`
    pub outputs: &'a [f32],
    /// `dL/da`
    pub d_outputs: &'a mut [f32],
    /// `dL/dz`, to be filled.
    pub d_pre: &'a mut [f32],
}

/// Where backpropagation starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackpropStart {
    /// At `dL/dz` of the last layer.
    PreActivations,
    /// At `dL/da` of the last layer.
    Outputs,
}

impl Record {
    fn new(layer: Layer) -> Self {
        let none = Vec::new;
        Record { layer, pre_activations: none(), outputs: none(), d_pre: none(), d_outputs: none(), cache: none() }
    }

    fn outputs(&self) -> &[f32] {
        if self.layer.activation == Kind::Linear { &self.pre_activations } else { &self.outputs }
    }

    fn d_pre(&self) -> &[f32] {
        if self.layer.activation == Kind::Linear { &self.d_outputs } else { &self.d_pre }
    }

    /// `dL/dz` from `dL/da`.
    #[inline(always)]
    fn through_activation(&mut self, at: usize, fallback: &dyn Fallback) {
        let Record { layer, pre_activations, outputs, d_pre, d_outputs, .. } = self;
        match layer.activation {
            Kind::Linear => {}
            Kind::Builtin(builtin) => builtin.backward(layer.units, pre_activations, outputs, d_outputs, d_pre),
            Kind::Fallback => {
                let pass = ActivationBackward { pre_activations, outputs, d_outputs, d_pre };
                fallback.activation_backward(at, pass);
            }
        }
    }
}

impl Records {
    /// Records of no rows yet.
    pub fn new(layers: &[Layer]) -> Self {
        Records { rows: 0, layers: layers.iter().map(|&layer| Record::new(layer)).collect(), room: Vec::new() }
    }

    /// Rows of the last forward pass.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// `z` of a layer, `[rows, units]`.
    pub fn pre_activations(&self, layer: usize) -> &[f32] {
        &self.layers[layer].pre_activations
    }

    /// `a` of a layer, `[rows, units]`.
    pub fn outputs(&self, layer: usize) -> &[f32] {
        self.layers[layer].outputs()
    }

    /// `dL/da` of a layer, `[rows, units]`.
    pub fn d_outputs(&self, layer: usize) -> &[f32] {
        &self.layers[layer].d_outputs
    }

    /// `dL/dz` of a layer, `[rows, units]`.
    pub fn d_pre(&self, layer: usize) -> &[f32] {
        self.layers[layer].d_pre()
    }

    /// What a layer with [`Transform::Fallback`] kept in the last forward pass.
    pub fn cache(&self, layer: usize) -> &[f32] {
        &self.layers[layer].cache
    }

    /// Pre-activations and outputs of the last layer, and the gradient of the loss, to be filled.
    pub fn loss_gradient(&mut self, start: BackpropStart) -> (&[f32], &[f32], &mut [f32]) {
        let last = self.layers.len() - 1;
        let Record { layer, pre_activations, outputs, d_pre, d_outputs, .. } = &mut self.layers[last];
        let linear = layer.activation == Kind::Linear;
        let outputs = if linear { &*pre_activations } else { &*outputs };
        (pre_activations, outputs, if start == BackpropStart::PreActivations && !linear { d_pre } else { d_outputs })
    }

    /// The last layer's activation and its gradients.
    pub fn last_activation(&mut self) -> Option<ActivationBackward<'_>> {
        let Record { pre_activations, outputs, d_pre, d_outputs, .. } = self.layers.last_mut()?;
        Some(ActivationBackward { pre_activations, outputs, d_outputs, d_pre })
    }

    /// Forward pass.
    pub fn forward(&mut self, parameters: &[f32], rows: Rows, fallback: &dyn Fallback) {
        if rows.count != self.rows {
            self.resize(rows.count);
        }
        let mut incoming = rows;
        for (at, record) in self.layers.iter_mut().enumerate() {
            let Record { layer, pre_activations, outputs, cache, .. } = &mut *record;
            match layer.transform {
                Transform::Dense => layer.forward(parameters, incoming, &mut self.room, pre_activations),
                Transform::Identity => incoming.copy_to(pre_activations),
                Transform::Fallback => fallback.forward(at, parameters, incoming, cache, pre_activations),
            }
            match layer.activation {
                Kind::Linear => {}
                Kind::Builtin(builtin) => builtin.apply(layer.units, pre_activations, outputs),
                Kind::Fallback => fallback.activate(at, pre_activations, outputs),
            }
            let record = &*record;
            incoming = Rows::first(record.outputs(), record.layer.units, rows.count);
        }
    }

    /// Predicts rows, some at a time: fills `outputs` `[rows, units]` with the outputs of the last layer.
    pub fn predict(&mut self, parameters: &[f32], inputs: &[f32], outputs: &mut [f32], fallback: &dyn Fallback) {
        let last = self.layers.len() - 1;
        let (width, units) = (self.layers[0].layer.inputs, self.layers[last].layer.units);
        let (mut inputs, mut outputs) = (inputs, outputs);
        while let Some(out) = outputs.split_off_mut(..outputs.len().min(CHUNK * units)).filter(|out| !out.is_empty()) {
            // A division would take time where there is one row.
            let rows = Rows::first(inputs, width, if out.len() == units { 1 } else { out.len() / units });
            self.forward(parameters, rows, fallback);
            let predictions = self.layers[last].outputs();
            // A browser copies a few numbers faster one by one than by a call.
            out.iter_mut().zip(predictions).for_each(|(out, prediction)| *out = *prediction);
            inputs = &inputs[rows.count * width..];
        }
    }

    /// Backward pass from the gradient in [`Records::loss_gradient`]: fills the gradients of the parameters.
    pub fn backward(
        &mut self,
        parameters: &[f32],
        rows: Rows,
        start: BackpropStart,
        gradients: &mut [f32],
        fallback: &dyn Fallback,
    ) {
        let mut at_pre_activations = start == BackpropStart::PreActivations;
        let mut layers = self.layers.as_mut_slice();
        while let Some((record, before)) = layers.split_last_mut() {
            let at = before.len();
            if !at_pre_activations {
                record.through_activation(at, fallback);
            }
            at_pre_activations = false;
            let layer = record.layer;
            let (inputs, d_inputs) = match before.last_mut() {
                None => (rows, None),
                Some(Record { layer: former, pre_activations, outputs, d_outputs, .. }) => {
                    let outputs = if former.activation == Kind::Linear { pre_activations } else { outputs };
                    (Rows::first(outputs, layer.inputs, rows.count), Some(d_outputs))
                }
            };
            match layer.transform {
                Transform::Dense => {
                    layer.fill_gradients(inputs, record.d_pre(), &mut self.room, gradients);
                    if layer.penalized {
                        fallback.penalize(at, parameters, gradients);
                    }
                    if let Some(d_inputs) = d_inputs {
                        let d_pre = Rows::first(record.d_pre(), layer.units, rows.count);
                        layer.backward(parameters, d_pre, &mut self.room, d_inputs);
                    }
                }
                Transform::Identity => {
                    if let Some(d_inputs) = d_inputs {
                        Rows::first(record.d_pre(), layer.units, rows.count).copy_to(d_inputs);
                    }
                }
                Transform::Fallback => {
                    let d_inputs = d_inputs.map(Vec::as_mut_slice);
                    let pass = Backward { inputs, cache: &record.cache, d_pre: record.d_pre(), d_inputs };
                    fallback.backward(at, parameters, pass, gradients);
                }
            }
            layers = before;
        }
    }

    /// Makes room for `rows`; allocates only where there never were so many.
    #[cold]
    fn resize(&mut self, rows: usize) {
        self.rows = rows;
        for record in &mut self.layers {
            let length = rows * record.layer.units;
            for buffer in [&mut record.pre_activations, &mut record.outputs, &mut record.d_pre, &mut record.d_outputs] {
                resize(buffer, length);
            }
        }
        let room = self.layers.iter().map(|record| record.layer.room(rows)).max();
        resize(&mut self.room, room.unwrap_or(0));
    }
}

/// Makes a buffer as long as it must be.
#[inline(never)]
fn resize(buffer: &mut Vec<f32>, length: usize) {
    buffer.resize(length, 0.0);
}
