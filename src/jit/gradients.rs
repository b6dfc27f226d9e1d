//! The gradients of the weights, summed over the rows of a batch in their order, and the update of each weight at once.

use super::instructions::{Code, Local};
use super::plan::{LANES, Layer, Plan, vectors, whole};
use super::rows::{over_rows, transpose_vectors};
use crate::nn::{Adam, Rule};
use wasm_encoder::Ieee64;

/// The most sums side by side.
const SUMS: usize = 10;
/// Batches of up to so many rows have no loop here.
const FEW: usize = 12;

/// Places of vectors in locals.
const LEFT: usize = 10;
const RIGHT: usize = 11;
const GRADIENT: usize = 21;
const MOMENTUM: usize = 22;
const VELOCITY: usize = 23;
const TRANSPOSED: usize = 29;
const EPSILON: usize = 36;
const NEW_1: usize = 37;
const NEW_2: usize = 38;
/// The learning rate, of Adam with its bias corrections.
const STEP: usize = 39;
/// Weight decay.
const DECAY: usize = 40;
const RATE: usize = 41;

/// Writes what stays the same for all batches.
pub(super) fn write_settings(code: &mut Code, plan: &Plan) {
    code.get(Local::Rate);
    code.put().f32x4_splat();
    code.tee_vector(RATE);
    code.set_vector(STEP);
    let mut settings = vec![(DECAY, plan.decay)];
    if let Rule::Adam(Adam { moments, .. }) = plan.rule {
        let [new_1, new_2] = moments.one_minus_betas();
        settings.extend([(NEW_1, new_1), (NEW_2, new_2), (EPSILON, moments.epsilon as f32)]);
    }
    for (vector, number) in settings {
        code.splat(number);
        code.set_vector(vector);
    }
}

/// Writes the bias correction of a step of Adam into `STEP`: `η √(1 - β₂^t) / (1 - β₁^t)`
pub(super) fn write_bias_correction(code: &mut Code, plan: &Plan) {
    let Rule::Adam(Adam { moments, .. }) = plan.rule else { return };
    for (power, beta) in [(Local::Power1, moments.beta_1), (Local::Power2, moments.beta_2)] {
        // As `Powers` carries them: 0 instead of what is below the least power.
        code.get(power);
        code.put().f64_const(f64::from(beta as f32).into()).f64_mul().f64_const(Ieee64::from(0.0));
        code.get(power);
        code.put().f64_const(glassnet_kernels::Powers::LEAST.into()).f64_ge().select();
        code.set(power);
    }
    code.get(Local::Rate);
    for power in [Local::Power2, Local::Power1] {
        code.put().f32_const(1.0.into());
        code.get(power);
        code.put().f32_demote_f64().f32_sub();
        if power == Local::Power2 {
            code.put().f32_sqrt().f32_mul();
        }
    }
    code.put().f32_div().f32x4_splat();
    code.set_vector(STEP);
}

/// Writes the gradients and updates of all layers from the records of a batch.
pub(super) fn write_updates(code: &mut Code, plan: &Plan, rows: usize) {
    for layer in &plan.layers {
        let width = if layer.is_single() { layer.inputs } else { layer.units };
        if layer.is_single() {
            // The products of its one unit lie side by side.
            let sums = Sums { left: layer.d_pre, terms: 1, right: layer.incoming, width };
            sums.write(code, plan, rows, |_, vector| layer.kernel + vector * LANES);
        } else {
            let sums = Sums { left: layer.incoming, terms: layer.inputs, right: layer.d_pre, width };
            sums.write(code, plan, rows, |term, vector| layer.kernel + term * whole(width) + vector * LANES);
        }
        if let Some(bias) = layer.bias {
            let sums = Sums { left: layer.d_pre, terms: 0, right: layer.d_pre, width: layer.units };
            sums.write(code, plan, rows, |_, vector| bias + vector * LANES);
        }
        write_transpose(code, layer);
    }
}

/// Writes the transposed kernel of a layer.
pub(super) fn write_transpose(code: &mut Code, layer: &Layer) {
    let Some(transposed) = layer.transposed else { return };
    for input in (0..layer.inputs).step_by(LANES) {
        for unit in (0..layer.units).step_by(LANES) {
            let inputs = LANES.min(layer.inputs - input);
            for at in 0..inputs {
                code.load(layer.kernel + (input + at) * whole(layer.units) + unit);
                code.set_vector(at);
            }
            transpose_vectors(code, [0, 1, 2, 3].map(|at: usize| at.min(inputs - 1)), TRANSPOSED);
            for at in 0..LANES.min(layer.units - unit) {
                code.store(transposed + (unit + at) * whole(layer.inputs) + input, |code| code.vector(TRANSPOSED + at));
            }
        }
    }
}

/// Sums over rows: of products of `terms` single numbers, from `left` on, with the vectors from `right` on; of the vectors
/// alone where there are no terms.
struct Sums {
    left: usize,
    terms: usize,
    right: usize,
    width: usize,
}

impl Sums {
    /// Writes the sums, as many side by side as registers hold, and updates the weights of each vector of them at the
    /// place that `weights` gives for its term and vector.
    fn write(&self, code: &mut Code, plan: &Plan, rows: usize, weights: impl Fn(usize, usize) -> usize) {
        let terms = self.terms.max(1);
        let vectors = vectors(self.width);
        // As even parts as can be, of up to three.
        let across = vectors.div_ceil(vectors.div_ceil(3));
        let down = (SUMS / across).min(terms);
        for first_term in (0..terms).step_by(down) {
            for first in (0..vectors).step_by(across) {
                let (down, across) = (down.min(terms - first_term), across.min(vectors - first));
                let sum = |term: usize, vector: usize| term * across + vector;
                let in_loop = rows > FEW;
                for sum in (0..down * across).filter(|_| in_loop) {
                    code.splat(0.0);
                    code.set_vector(sum);
                }
                over_rows(code, plan, rows, FEW, |code, block, _| {
                    for row in 0..block {
                        let record = row * plan.record;
                        for vector in 0..across {
                            code.load_of_record(record + self.right + (first + vector) * LANES);
                            code.set_vector(RIGHT + vector);
                        }
                        for term in 0..down {
                            if self.terms > 0 {
                                code.load_splat_of_record(record + self.left + first_term + term);
                                code.set_vector(LEFT);
                            }
                            for vector in 0..across {
                                let adds = in_loop || row > 0;
                                if adds {
                                    code.vector(sum(term, vector));
                                }
                                code.vector(RIGHT + vector);
                                if self.terms > 0 {
                                    code.vector(LEFT);
                                    code.put().f32x4_mul();
                                }
                                if adds {
                                    code.put().f32x4_add();
                                }
                                code.set_vector(sum(term, vector));
                            }
                        }
                    }
                });
                for term in 0..down {
                    for vector in 0..across {
                        write_update(code, plan, weights(first_term + term, first + vector), sum(term, vector));
                    }
                }
            }
        }
    }
}

/// Writes the update of four weights by their gradients in a local.
fn write_update(code: &mut Code, plan: &Plan, place: usize, gradient: usize) {
    let decayed = |code: &mut Code| {
        code.load(place);
        if plan.decay != 0.0 {
            code.load(place);
            code.vector(DECAY);
            code.put().f32x4_mul();
            code.vector(RATE);
            code.put().f32x4_mul().f32x4_sub();
        }
    };
    if !matches!(plan.rule, Rule::Adam(_)) {
        return code.store(place, |code| {
            decayed(code);
            code.vector(STEP);
            code.vector(gradient);
            code.put().f32x4_mul().f32x4_sub();
        });
    }
    let momentum = place + plan.parameters;
    let velocity = momentum + plan.parameters;
    code.vector(gradient);
    code.set_vector(GRADIENT);
    code.store(momentum, |code| {
        code.load(momentum);
        code.tee_vector(MOMENTUM);
        code.vector(GRADIENT);
        code.vector(MOMENTUM);
        code.put().f32x4_sub();
        code.vector(NEW_1);
        code.put().f32x4_mul().f32x4_add();
        code.tee_vector(MOMENTUM);
    });
    code.store(velocity, |code| {
        code.load(velocity);
        code.tee_vector(VELOCITY);
        code.vector(GRADIENT);
        code.vector(GRADIENT);
        code.put().f32x4_mul();
        code.vector(VELOCITY);
        code.put().f32x4_sub();
        code.vector(NEW_2);
        code.put().f32x4_mul().f32x4_add();
        code.tee_vector(VELOCITY);
    });
    code.store(place, |code| {
        decayed(code);
        code.vector(MOMENTUM);
        code.vector(STEP);
        code.put().f32x4_mul();
        code.vector(VELOCITY);
        code.put().f32x4_sqrt();
        code.vector(EPSILON);
        code.put().f32x4_add().f32x4_div().f32x4_sub();
    });
}
