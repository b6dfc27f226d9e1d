//! What of a model a compiled step is made of, and where its numbers lie.

use crate::nn::{Loss, Rule, Sequential};
use glassnet_kernels::{Builtin, Kind, Transform};

/// Numbers in a vector.
pub(super) const LANES: usize = 4;
/// The most rows whose sums are computed side by side.
pub(super) const MOST_ROWS: usize = 6;
/// Bytes of a number.
pub(super) const NUMBER: usize = 4;
/// The most vectors of weights: with more the code leaves the caches, and the loops are as fast.
const MOST_VECTORS: usize = 80;
/// The most numbers in the records of a batch, 256 KB.
const MOST_RECORDED: usize = 65_536;

/// A model whose step can be compiled, and the places of its numbers, counted in numbers from the begin of the arena. Each
/// begins a vector. What does not fill its last vector has others after it, which may become anything: nobody reads them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    pub(super) layers: Vec<Layer>,
    /// Rows of a batch, and of a last one that has fewer, or 0.
    pub(super) rows: [usize; 2],
    pub(super) rule: Rule,
    /// Weight decay.
    pub(super) decay: f32,
    /// Numbers of all parameters; the slots of the optimizer follow, equally long.
    pub(super) parameters: usize,
    /// Slots of the optimizer.
    pub(super) slots: usize,
    /// Where the records of rows lie.
    pub(super) records: usize,
    /// Numbers of the record of a row.
    pub(super) record: usize,
    /// Numbers of the arena.
    pub(super) length: usize,
}

/// A dense layer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layer {
    pub(super) inputs: usize,
    pub(super) units: usize,
    pub(super) activation: Kind,
    /// Where its kernel begins in the model's parameters; its bias follows.
    pub(super) offset: usize,
    /// Its kernel, one row of whole vectors an input; of a single unit one row for all inputs.
    pub(super) kernel: usize,
    pub(super) bias: Option<usize>,
    /// Its transposed kernel, one row of whole vectors a unit; of a single unit and of the first layer there is none.
    pub(super) transposed: Option<usize>,
    /// Where its inputs lie in the record of a row.
    pub(super) incoming: usize,
    /// Where its outputs lie there.
    pub(super) outputs: usize,
    /// Where `dL/dz` lies there.
    pub(super) d_pre: usize,
}

/// Places that are given out one after the other, whole vectors each.
struct Places(usize);

impl Places {
    fn take(&mut self, numbers: usize) -> usize {
        let begin = self.0;
        self.0 += whole(numbers);
        begin
    }
}

/// So many numbers in whole vectors.
pub(super) fn whole(numbers: usize) -> usize {
    numbers.next_multiple_of(LANES)
}

/// So many numbers in vectors.
pub(super) fn vectors(numbers: usize) -> usize {
    numbers.div_ceil(LANES)
}

impl Layer {
    /// Whether it has one unit: its weights are one row, and its outputs are computed for four rows at a time.
    pub(super) fn is_single(&self) -> bool {
        self.units == 1
    }

    /// Numbers of its kernel in the arena.
    fn kernel_length(&self) -> usize {
        if self.is_single() { whole(self.inputs) } else { self.inputs * whole(self.units) }
    }
}

impl Plan {
    /// The plan of a model's step for batches of so many rows, and for a last one that has fewer, or 0; none where only the
    /// loops can train it.
    pub(crate) fn of(model: &Sequential, rows: [usize; 2]) -> Option<Plan> {
        let rule = match model.optimizer().rule {
            Rule::AdamW(decayed) => Rule::Adam(decayed.adam),
            rule => rule,
        };
        let is_known = match rule {
            Rule::Adam(adam) => !adam.amsgrad,
            Rule::Sgd(sgd) => sgd.momentum == 0.0,
            _ => false,
        };
        if !is_known || model.loss_function() != Loss::MeanSquaredError || !model.has_plain_steps() {
            return None;
        }
        let (mut parameters, mut record) = (Places(0), Places(0));
        let mut layers = Vec::new();
        let mut incoming = record.take(model.input_count());
        for loops in model.loops() {
            let is_known = matches!(
                loops.activation,
                Kind::Linear | Kind::Builtin(Builtin::Relu | Builtin::Sigmoid | Builtin::Tanh)
            );
            if loops.transform != Transform::Dense || loops.penalized || !is_known {
                return None;
            }
            let mut layer = Layer {
                inputs: loops.inputs,
                units: loops.units,
                activation: loops.activation,
                offset: loops.offset,
                kernel: 0,
                bias: None,
                transposed: None,
                incoming,
                outputs: record.take(loops.units),
                d_pre: record.take(loops.units),
            };
            layer.kernel = parameters.take(layer.kernel_length());
            layer.bias = loops.use_bias.then(|| parameters.take(layer.units));
            incoming = layer.outputs;
            layers.push(layer);
        }
        let parameters = parameters.0;
        if parameters > MOST_VECTORS * LANES || rows[0].saturating_mul(record.0) > MOST_RECORDED {
            return None;
        }
        let slots = rule.slot_names().len();
        let mut places = Places(parameters * (1 + slots));
        for layer in layers.iter_mut().skip(1).filter(|layer| !layer.is_single()) {
            layer.transposed = Some(places.take(layer.units * whole(layer.inputs)));
        }
        let records = places.take(rows[0] * record.0);
        let decay = model.optimizer().weight_decay.map_or(0.0, |decay| decay as f32);
        Some(Plan { layers, rows, rule, decay, parameters, slots, records, record: record.0, length: places.0 })
    }

    /// Tells of each run of numbers that lie side by side in a model's parameters and in the arena: where in each, and how
    /// many.
    pub(super) fn each_run(&self, mut run: impl FnMut(usize, usize, usize)) {
        for layer in &self.layers {
            let kernel = layer.inputs * layer.units;
            if layer.is_single() {
                run(layer.offset, layer.kernel, kernel);
            } else {
                for input in 0..layer.inputs {
                    run(layer.offset + input * layer.units, layer.kernel + input * whole(layer.units), layer.units);
                }
            }
            if let Some(bias) = layer.bias {
                run(layer.offset + kernel, bias, layer.units);
            }
        }
    }
}
