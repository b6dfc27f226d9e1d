//! Activations of four numbers at a time, with the operations of `glassnet-kernels` in their order.

use super::instructions::Code;
use glassnet_kernels::{Builtin, EXP, Kind, LN_2, WHOLE};
use std::f32::consts::LOG2_E;

/// The numbers that activations are computed with.
pub(super) const CONSTANTS: [f32; 15] =
    [1.0, -2.0, -20.0, -104.0, LOG2_E, WHOLE, LN_2[0], LN_2[1], EXP[0], EXP[1], EXP[2], EXP[3], EXP[4], EXP[5], 0.0];

/// The last vectors in locals, which activations work with.
const Z: usize = 47;
const REST: usize = 46;
const TWOS: usize = 45;
const E: usize = 44;
const S: usize = 43;

/// `a` from the `z` on the stack.
pub(super) fn activate(code: &mut Code, activation: Kind) {
    match activation {
        Kind::Builtin(Builtin::Relu) => {
            code.tee_vector(Z);
            code.vector(Z);
            code.constant(0.0);
            code.put().f32x4_le().v128_andnot();
        }
        Kind::Builtin(Builtin::Sigmoid) => sigmoid(code),
        Kind::Builtin(Builtin::Tanh) => tanh(code),
        Kind::Linear | Kind::Builtin(Builtin::Softmax) | Kind::Fallback => {}
    }
}

/// `dL/dz` from the `dL/da` on the stack and the `a` that `outputs` leaves.
pub(super) fn slope(code: &mut Code, activation: Kind, outputs: impl FnOnce(&mut Code)) {
    match activation {
        Kind::Builtin(Builtin::Relu) => {
            outputs(code);
            code.constant(0.0);
            code.put().f32x4_gt();
            code.constant(1.0);
            code.put().v128_and().f32x4_mul();
        }
        Kind::Builtin(Builtin::Sigmoid) => {
            outputs(code);
            code.tee_vector(Z);
            code.constant(1.0);
            code.vector(Z);
            code.put().f32x4_sub().f32x4_mul().f32x4_mul();
        }
        Kind::Builtin(Builtin::Tanh) => {
            outputs(code);
            code.set_vector(Z);
            code.constant(1.0);
            code.vector(Z);
            code.vector(Z);
            code.put().f32x4_mul().f32x4_sub().f32x4_mul();
        }
        Kind::Linear | Kind::Builtin(Builtin::Softmax) | Kind::Fallback => {}
    }
}

/// `(z < 0 ? e : 1) / (1 + e)` with `e = e^-|z|`
fn sigmoid(code: &mut Code) {
    code.tee_vector(Z);
    code.put().f32x4_abs().f32x4_neg();
    exp(code);
    code.tee_vector(E);
    code.constant(1.0);
    code.vector(Z);
    code.constant(0.0);
    code.put().f32x4_lt().v128_bitselect();
    code.constant(1.0);
    code.vector(E);
    code.put().f32x4_add().f32x4_div();
}

/// `((1 - s) - m) / ((1 + s) + m)` with the sign of `z`, and `e^(-2 |z|) = s + m`
fn tanh(code: &mut Code) {
    code.tee_vector(Z);
    code.put().f32x4_abs();
    code.constant(-2.0);
    code.put().f32x4_mul();
    code.constant(-20.0);
    code.put().f32x4_pmax();
    parts(code);
    code.vector(TWOS);
    power_of_two(code);
    code.tee_vector(S);
    exp_minus_1(code);
    code.put().f32x4_mul();
    code.set_vector(E);
    code.constant(1.0);
    code.vector(S);
    code.put().f32x4_sub();
    code.vector(E);
    code.put().f32x4_sub();
    code.constant(1.0);
    code.vector(S);
    code.put().f32x4_add();
    code.vector(E);
    code.put().f32x4_add().f32x4_div();
    // What is on the stack is 0 or more, or NaN.
    code.vector(Z);
    code.put().i32_const(i32::MIN).i32x4_splat().v128_and().v128_or();
}

/// `e^x` of an `x` that is not above 0.
fn exp(code: &mut Code) {
    code.constant(-104.0);
    code.put().f32x4_pmax();
    parts(code);
    exp_minus_1(code);
    code.constant(1.0);
    code.put().f32x4_add();
    code.vector(TWOS);
    code.put().i32_const(1).i32x4_shr_s();
    code.tee_vector(S);
    power_of_two(code);
    code.put().f32x4_mul();
    code.vector(TWOS);
    code.vector(S);
    code.put().i32x4_sub();
    power_of_two(code);
    code.put().f32x4_mul();
}

/// Fills `REST` and `TWOS` from the `x` on the stack: `x = TWOS ln 2 + REST`.
fn parts(code: &mut Code) {
    code.tee_vector(REST);
    code.constant(LOG2_E);
    code.put().f32x4_mul();
    code.constant(WHOLE);
    code.put().f32x4_add();
    code.tee_vector(TWOS);
    code.constant(WHOLE);
    code.put().f32x4_sub();
    code.set_vector(S);
    code.vector(REST);
    for part in LN_2 {
        code.vector(S);
        code.constant(part);
        code.put().f32x4_mul().f32x4_sub();
    }
    code.set_vector(REST);
    code.vector(TWOS);
    code.constant(WHOLE);
    code.put().i32x4_sub();
    code.set_vector(TWOS);
}

/// `e^REST - 1`
fn exp_minus_1(code: &mut Code) {
    code.constant(EXP[0]);
    for &factor in &EXP[1..] {
        code.vector(REST);
        code.put().f32x4_mul();
        code.constant(factor);
        code.put().f32x4_add();
    }
    code.vector(REST);
    code.vector(REST);
    code.put().f32x4_mul().f32x4_mul();
    code.vector(REST);
    code.put().f32x4_add();
}

/// `2^n` of the whole numbers on the stack.
fn power_of_two(code: &mut Code) {
    code.put().i32_const(127).i32x4_splat().i32x4_add().i32_const(23).i32x4_shl();
}
