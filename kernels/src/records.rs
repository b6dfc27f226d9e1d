//! Rows on their way through the layers, forwards and backwards, and the record of it.

use super::layer::{Kind, Layer};
use super::rows::Rows;

/// What every layer computed for the rows that went through last.
#[derive(Debug, Clone)]
pub struct Records {
    rows: usize,
    /// Whether dropout acted.
    training: bool,
    layers: Vec<Record>,
    /// Room for one kernel the other way round.
    transposed: Vec<f32>,
}

/// What one layer computed, each `[rows, units]`.
#[derive(Debug, Clone)]
struct Record {
    layer: Layer,
    pre_activations: Vec<f32>,
    outputs: Vec<f32>,
    d_pre: Vec<f32>,
    d_outputs: Vec<f32>,
    /// With dropout: what came in after it, and what it multiplied by, `[rows, inputs]`.
    dropped: Vec<f32>,
    factors: Vec<f32>,
}

/// Rows that are predicted at a time.
const CHUNK: usize = 256;

/// What few layers do, and needs no loops of its own. Layers are counted from 0.
pub trait Fallback {
    /// Draws what dropout multiplies by in this step, and fills `dropped` with what is left of the rows that come in.
    fn leave_out(&self, layer: usize, incoming: Rows, factors: &mut [f32], dropped: &mut [f32]);

    /// Fills the outputs of an activation.
    fn apply(&self, layer: usize, pre_activations: &[f32], outputs: &mut [f32]);

    /// Fills `d_pre`, which holds `dL/da`, with `dL/dz`.
    fn backward(&self, layer: usize, pre_activations: &[f32], outputs: &[f32], d_pre: &mut [f32]);

    /// Adds what regularizers add to the gradients.
    fn penalize(&self, layer: usize, parameters: &[f32], gradients: &mut [f32]);
}

/// Where back propagation begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackpropStart {
    /// With `dL/dz` of the last layer.
    PreActivations,
    /// With `dL/da` of the last layer.
    Outputs,
}

impl Record {
    fn outputs(&self) -> &[f32] {
        if self.layer.activation == Kind::Linear { &self.pre_activations } else { &self.outputs }
    }

    fn d_pre(&self) -> &[f32] {
        if self.layer.activation == Kind::Linear { &self.d_outputs } else { &self.d_pre }
    }

    /// `dL/dz` from `dL/da`.
    #[cfg_attr(feature = "fast", inline(always))]
    fn through_activation(&mut self, at: usize, fallback: &dyn Fallback) {
        let Record { layer, pre_activations, outputs, d_pre, d_outputs, .. } = self;
        match layer.activation {
            Kind::Linear => {}
            Kind::Builtin(builtin) => builtin.backward(layer.units, pre_activations, outputs, d_outputs, d_pre),
            Kind::Fallback => {
                d_pre.copy_from_slice(d_outputs);
                fallback.backward(at, pre_activations, outputs, d_pre);
            }
        }
    }
}

impl Records {
    /// Room for no rows.
    pub fn new(layers: &[Layer]) -> Self {
        let none = Vec::new;
        let record = |&layer: &Layer| Record {
            layer,
            pre_activations: none(),
            outputs: none(),
            d_pre: none(),
            d_outputs: none(),
            dropped: none(),
            factors: none(),
        };
        let longest = layers.iter().skip(1).map(|layer| layer.inputs * layer.units).max();
        Records {
            rows: 0,
            training: false,
            layers: layers.iter().map(record).collect(),
            transposed: vec![0.0; longest.unwrap_or(0)],
        }
    }

    /// How many rows went through.
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

    /// The last layer's pre-activations and outputs, and room for the gradients where back propagation begins.
    pub fn loss_gradient(&mut self, start: BackpropStart) -> (&[f32], &[f32], &mut [f32]) {
        let last = self.layers.len() - 1;
        let Record { layer, pre_activations, outputs, d_pre, d_outputs, .. } = &mut self.layers[last];
        let linear = layer.activation == Kind::Linear;
        let outputs = if linear { &*pre_activations } else { &*outputs };
        (pre_activations, outputs, if start == BackpropStart::PreActivations && !linear { d_pre } else { d_outputs })
    }

    /// Sends rows through. Dropout acts only while `training`.
    #[cfg_attr(feature = "fast", inline(never))]
    pub fn forward(&mut self, parameters: &[f32], rows: Rows, training: bool, fallback: &dyn Fallback) {
        if rows.count != self.rows {
            self.resize(rows.count);
        }
        self.training = training;
        let mut incoming = rows;
        for (at, record) in self.layers.iter_mut().enumerate() {
            let Record { layer, pre_activations, outputs, dropped, factors, .. } = &mut *record;
            if training && layer.drops {
                fallback.leave_out(at, incoming, factors, dropped);
                incoming = Rows::first(dropped, layer.inputs, rows.count);
            }
            layer.forward(parameters, incoming, pre_activations);
            match layer.activation {
                Kind::Linear => {}
                Kind::Builtin(builtin) => builtin.apply(layer.units, pre_activations, outputs),
                Kind::Fallback => fallback.apply(at, pre_activations, outputs),
            }
            let record = &*record;
            incoming = Rows::first(record.outputs(), record.layer.units, rows.count);
        }
    }

    /// Sends rows through, some at a time, and fills `outputs` `[rows, units]` with what the last layer says.
    #[cfg_attr(feature = "fast", inline(never))]
    pub fn predict(&mut self, parameters: &[f32], inputs: &[f32], outputs: &mut [f32], fallback: &dyn Fallback) {
        let last = self.layers.len() - 1;
        let (width, units) = (self.layers[0].layer.inputs, self.layers[last].layer.units);
        let (mut inputs, mut outputs) = (inputs, outputs);
        while let Some(out) = outputs.split_off_mut(..outputs.len().min(CHUNK * units)).filter(|out| !out.is_empty()) {
            // Nothing is divided: that would count where there is one row.
            let rows = Rows::first(inputs, width, if out.len() == units { 1 } else { out.len() / units });
            self.forward(parameters, rows, false, fallback);
            let said = self.layers[last].outputs();
            // To have memory copied takes a browser longer than a few numbers.
            out.iter_mut().zip(said).for_each(|(out, said)| *out = *said);
            inputs = &inputs[rows.count * width..];
        }
    }

    /// Sends the gradients that [`Records::loss_gradient`] made room for back, and fills those of the parameters.
    #[cfg_attr(feature = "fast", inline(never))]
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
            if !at_pre_activations {
                record.through_activation(before.len(), fallback);
            }
            at_pre_activations = false;
            let layer = record.layer;
            let dropping = self.training && layer.drops;
            let came_in = match before.last() {
                _ if dropping => Rows::first(&record.dropped, layer.inputs, rows.count),
                None => rows,
                Some(former) => Rows::first(former.outputs(), layer.inputs, rows.count),
            };
            layer.fill_gradients(came_in, record.d_pre(), gradients);
            if layer.penalized {
                fallback.penalize(before.len(), parameters, gradients);
            }
            if let Some(former) = before.last_mut() {
                let d_pre = Rows::first(record.d_pre(), layer.units, rows.count);
                layer.backward(parameters, d_pre, &mut self.transposed, &mut former.d_outputs);
                if dropping {
                    former.d_outputs.iter_mut().zip(&record.factors).for_each(|(d, factor)| *d *= *factor);
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
            if record.layer.drops {
                resize(&mut record.dropped, rows * record.layer.inputs);
                resize(&mut record.factors, rows * record.layer.inputs);
            }
        }
    }
}

/// Makes a buffer as long as it must be.
#[inline(never)]
fn resize(buffer: &mut Vec<f32>, length: usize) {
    buffer.resize(length, 0.0);
}
