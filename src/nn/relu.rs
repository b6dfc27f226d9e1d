//! Relu with settings, as Keras's `relu(z, negative_slope, max_value, threshold)`.

use super::Scalar;

/// The output for a pre-activation, in Keras's steps.
pub(super) fn value<T: Scalar>(negative_slope: T, max_value: Option<T>, threshold: T, z: T) -> T {
    let zero = T::zero();
    // NaN is neither below the threshold nor above the largest output: it stays what it is.
    let passed = if z <= threshold { zero } else { z };
    let passed = match max_value {
        Some(most) if passed > most => most,
        Some(_) if passed < zero => zero,
        _ => passed,
    };
    if z <= threshold && negative_slope != zero { passed - negative_slope * (threshold - z) } else { passed }
}

/// Its slope. At its corners it is what TensorFlow takes, which has an operation of its own for a leaky relu and for
/// relu6.
pub(super) fn slope<T: Scalar>(negative_slope: T, max_value: Option<T>, threshold: T, z: T) -> T {
    let (zero, one) = (T::zero(), T::one());
    let is_leaky = max_value.is_none() && threshold == zero;
    let is_relu6 = max_value == Some(T::of(6.0)) && threshold == zero;
    let passes = z > threshold && max_value.is_none_or(|most| z >= zero && (z < most || z == most && !is_relu6));
    match () {
        () if passes => one,
        () if z < threshold || is_leaky => negative_slope,
        () => zero,
    }
}
