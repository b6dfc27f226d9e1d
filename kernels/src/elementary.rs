//! The exponential function and the hyperbolic tangent, without branches, so that the compiler vectorizes them; and powers.
//!
//! Only additions, multiplications, one division and bit operations, each rounded as IEEE 754 says, in a fixed order: the
//! same bits on every machine, whether it computes one number at a time or four.

/// Whether loops are specialized for each case; not in the page's build, which is optimized for size: its networks have a
/// handful of weights.
pub const FAST: bool = cfg!(feature = "fast");

/// Adding this to a number below 4 million leaves the nearest integer in the last bits.
pub const WHOLE: f32 = 12_582_912.0;
/// ln 2 in two parts; an integer below 1,000 times the first is exact.
pub const LN_2: [f32; 2] = [355.0 / 512.0, -2.121_944_4e-4];
/// `(e^r - 1 - r) / r²` for `|r| <= ln 2 / 2`, highest power first: interpolated at Chebyshev's nodes.
pub const EXP: [f32; 6] = [1.989_098_3e-4, 1.393_364_3e-3, 8.333_311e-3, 4.166_646_5e-2, 0.166_666_67, 0.5];

/// `e^x`, within one unit in the last place; 0 and infinity where it leaves the range, and with gradual underflow.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    // Comparisons rather than `clamp`, so that NaN stays NaN.
    let x = if x < -104.0 { -104.0 } else { x };
    let x = if x > 89.0 { 89.0 } else { x };
    let (rest, twos) = parts(x);
    let half = twos >> 1;
    (exp_minus_1(rest) + 1.0) * power_of_two(half) * power_of_two(twos.wrapping_sub(half))
}

/// `tanh x`, within 1.9 units in the last place.
///
/// `(1 - e^y) / (1 + e^y)` with `y = -2 |x|`: as `e^y = s + m` with a power of two `s` and a small `m`, neither difference
/// loses digits.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    let y = -2.0 * x.abs();
    // From 10 on it is 1.
    let (rest, twos) = parts(if y < -20.0 { -20.0 } else { y });
    let s = power_of_two(twos);
    let m = s * exp_minus_1(rest);
    (((1.0 - s) - m) / ((1.0 + s) + m)).copysign(x)
}

/// `base` to a power: computed in double precision and rounded; NaN for a negative base whose exponent is not whole. Small
/// rather than fast, as learning rates ask for it, once an update; and the same bits on every machine, as above.
#[cold]
#[inline(never)]
pub fn power(base: f32, exponent: f32) -> f32 {
    if base.is_nan() || base < 0.0 && exponent.floor() != exponent {
        return f32::NAN;
    }
    let sign = if base < 0.0 && (exponent / 2.0).floor() != exponent / 2.0 { -1.0 } else { 1.0 };
    let bits = f64::from(base.abs()).to_bits();
    // base = 2^whole m, with m from 1/√2 to √2; ln m = 2 (z + z³/3 + z⁵/5 + ...)
    let whole = bits.wrapping_sub(std::f64::consts::FRAC_1_SQRT_2.to_bits()) as i64 >> 52;
    let m = f64::from_bits(bits.wrapping_sub((whole as u64) << 52));
    let z = (m - 1.0) / (m + 1.0);
    let (mut sum, mut odd) = (0.0, 17.0);
    while odd > 0.0 {
        sum = sum * (z * z) + 2.0 / odd;
        odd -= 2.0;
    }
    let whole = if base == 0.0 { f64::NEG_INFINITY } else { whole as f64 };
    let twos = if exponent == 0.0 { 0.0 } else { f64::from(exponent) * (whole + sum * z * std::f64::consts::LOG2_E) };
    // 2^n e^rest; further out a float is 0 or infinite anyway.
    let twos = twos.clamp(-300.0, 300.0);
    let n = twos.round_ties_even();
    let rest = (twos - n) * std::f64::consts::LN_2;
    let (mut e, mut at) = (1.0, 13.0);
    while at > 0.0 {
        e = e * rest / at + 1.0;
        at -= 1.0;
    }
    (sign * e * f64::from_bits(((n as i64 + 1023) as u64) << 52)) as f32
}

/// `x` as `n ln 2` and a rest that is not longer than `ln 2 / 2`.
#[inline(always)]
fn parts(x: f32) -> (f32, i32) {
    let shifted = x * std::f32::consts::LOG2_E + WHOLE;
    let n = shifted - WHOLE;
    (x - n * LN_2[0] - n * LN_2[1], shifted.to_bits().wrapping_sub(WHOLE.to_bits()) as i32)
}

#[inline(always)]
fn exp_minus_1(rest: f32) -> f32 {
    series(&EXP, rest) * (rest * rest) + rest
}

#[inline(always)]
fn series<const N: usize>(factors: &[f32; N], x: f32) -> f32 {
    let mut sum = factors[0];
    for factor in &factors[1..] {
        sum = sum * x + factor;
    }
    sum
}

/// `2^n`, for n from -126 to 127.
#[inline(always)]
fn power_of_two(n: i32) -> f32 {
    f32::from_bits((n.wrapping_add(127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many units in the last place lie between a number and what it should be.
    fn units(computed: f32, exact: f64) -> f64 {
        let size = (exact as f32).abs().max(f32::MIN_POSITIVE);
        (f64::from(computed) - exact).abs() / f64::from(f32::from_bits(size.to_bits() + 1) - size)
    }

    /// Numbers of every size and both signs up to `limit`.
    fn numbers(limit: f32) -> impl Iterator<Item = f32> {
        let sizes = (0..limit.to_bits()).step_by(1009).map(f32::from_bits);
        sizes.flat_map(|size| [size, -size])
    }

    #[test]
    fn exp_is_within_one_unit_in_the_last_place() {
        for x in numbers(88.7) {
            let off = units(exp(x), libm::exp(f64::from(x)));
            assert!(off < 1.0, "{x}: {off}");
        }
    }

    #[test]
    fn tanh_is_within_two_units_in_the_last_place() {
        for x in numbers(12.0) {
            let off = units(tanh(x), libm::tanh(f64::from(x)));
            assert!(off < 1.9, "{x}: {off}");
        }
    }

    #[test]
    fn a_power_is_rounded_right_but_for_one_in_ten_million() {
        for base in numbers(1e30).filter(|base| *base > 1e-30).step_by(7) {
            for exponent in [-1.5, -1.0, -0.01, 0.001, 0.3, 0.5, 1.0, 2.0, 3.7] {
                let exact = libm::pow(f64::from(base), f64::from(exponent));
                if exact < 1e38 && exact > 1e-37 {
                    let off = units(power(base, exponent), exact);
                    assert!(off < 0.500_001, "{base}^{exponent}: {off}");
                }
            }
        }
    }

    #[test]
    fn powers_at_the_ends_of_the_range_are_those_of_the_function() {
        let powers = [(2.0, 10.0), (0.5, 149.0), (2.0, 128.0), (2.0, -150.0), (1.0, 1e30), (3.0, 0.0), (0.0, 0.0)];
        let expected = [1024.0, f32::from_bits(1), f32::INFINITY, 0.0, 1.0, 1.0, 1.0];
        assert_eq!(powers.map(|(base, exponent)| power(base, exponent)), expected);
        assert_eq!([power(0.0, 0.1), power(0.0, -0.1), power(f32::INFINITY, 0.5)], [0.0, f32::INFINITY, f32::INFINITY]);
        assert_eq!([power(-2.0, 2.0), power(-2.0, 3.0), power(-2.0, -1.0), power(-3.0, 0.0)], [4.0, -8.0, -0.5, 1.0]);
        assert!(power(-2.0, 0.5).is_nan() && power(f32::NAN, 2.0).is_nan() && power(2.0, f32::NAN).is_nan());
    }

    #[test]
    fn both_are_near_to_libms_single_precision() {
        let apart = |a: f32, b: f32| (a.to_bits() as i32 - b.to_bits() as i32).abs();
        for x in numbers(12.0) {
            assert!(apart(exp(x), libm::expf(x)) <= 2, "exp {x}");
            assert!(apart(tanh(x), libm::tanhf(x)) <= 3, "tanh {x}");
        }
    }

    #[test]
    fn the_ends_of_the_range_are_those_of_the_functions() {
        assert_eq!([exp(f32::NEG_INFINITY), exp(-1e30), exp(0.0), exp(89.0)], [0.0, 0.0, 1.0, f32::INFINITY]);
        assert_eq!([tanh(f32::NEG_INFINITY), tanh(9.1), tanh(1e-40)], [-1.0, 1.0, 1e-40]);
        assert_eq!(tanh(-0.0).to_bits(), (-0.0_f32).to_bits());
        assert!(exp(f32::NAN).is_nan() && tanh(f32::NAN).is_nan());
        // Below 2^-126 a result still has the bits that are left.
        assert_eq!(exp(-100.0), libm::expf(-100.0));
    }
}
