//! Gradient clipping. Numbers that are not finite stay so.

#[cfg(all(feature = "full", not(target_arch = "wasm32")))]
use super::Entry;
use super::{Optimizer, Range};
use crate::Error;
use glassnet_kernels::Scalar;

/// Gradient clipping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Clip {
    /// Each kernel and bias to this norm.
    Norm(f64),
    /// All together to this norm.
    GlobalNorm(f64),
    /// Each number to this size.
    Value(f64),
}

impl Clip {
    /// The settings of an optimizer that clip, of which it may have one.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) const ENTRIES: [Entry; 3] = [
        Entry::new("clipnorm", "each kernel and bias is shortened to this norm"),
        Entry::new("global_clipnorm", "all gradients together are shortened to this norm"),
        Entry::new("clipvalue", "each gradient is limited to this size"),
    ];

    pub(super) fn check(self) -> Result<(), Error> {
        match self {
            Clip::Norm(size) => Range::Positive.check("clipnorm", size),
            Clip::GlobalNorm(size) => Range::Positive.check("globalClipnorm", size),
            Clip::Value(size) => Range::Positive.check("clipvalue", size),
        }
    }
}

impl Optimizer {
    /// Clips the gradients; `tensors` are the kernels and biases.
    #[inline(always)]
    pub fn clip(&self, gradients: &mut [f32], tensors: &[std::ops::Range<usize>]) {
        if cfg!(feature = "keras") && self.clip.is_some() {
            self.clip_long(gradients, tensors);
        }
    }

    #[cold]
    fn clip_long(&self, gradients: &mut [f32], tensors: &[std::ops::Range<usize>]) {
        let norm = |numbers: &[f32]| numbers.iter().fold(0.0, |sum, g| sum + g * g).sqrt();
        let shorten = |numbers: &mut [f32], norm: f32, size: f32| {
            let factor = size / norm.largest(size);
            numbers.iter_mut().for_each(|g| *g *= factor);
        };
        match self.clip {
            None => {}
            Some(Clip::Value(size)) => {
                let size = size as f32;
                gradients.iter_mut().for_each(|g| *g = g.largest(-size).smallest(size));
            }
            Some(Clip::GlobalNorm(size)) => {
                // As in Keras: what is not trained does not count.
                let add = |sum, tensor: &std::ops::Range<usize>| {
                    gradients[tensor.clone()].iter().fold(sum, |sum: f32, g| sum + g * g)
                };
                let length = tensors.iter().fold(0.0, add).sqrt();
                // Keras makes all of them NaN where their norm is not finite.
                let length = if length.is_finite() { length } else { f32::NAN };
                shorten(gradients, length, size as f32);
            }
            Some(Clip::Norm(size)) => {
                for tensor in tensors {
                    let length = norm(&gradients[tensor.clone()]);
                    shorten(&mut gradients[tensor.clone()], length, size as f32);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipped(clip: Clip, mut gradients: [f32; 3]) -> [f32; 3] {
        let optimizer = Optimizer { clip: Some(clip), ..Optimizer::default() };
        optimizer.clip(&mut gradients, &[0..1, 1..3]);
        gradients
    }

    #[test]
    fn clipvalue_clips_infinities_and_leaves_nan() {
        let [low, high, nan] = clipped(Clip::Value(0.5), [f32::NEG_INFINITY, f32::INFINITY, f32::NAN]);
        assert!(low == -0.5 && high == 0.5 && nan.is_nan());
    }

    #[test]
    fn a_global_norm_is_that_of_the_tensors_that_are_trained() {
        let optimizer = Optimizer { clip: Some(Clip::GlobalNorm(1.0)), ..Optimizer::default() };
        let mut gradients = [3.0, 100.0, 4.0];
        optimizer.clip(&mut gradients, &[0..1, 2..3]);
        assert!((gradients[0] - 0.6).abs() < 1e-6 && (gradients[2] - 0.8).abs() < 1e-6);
    }

    /// As in Keras: a tensor's own norm only shortens it, the norm of all tells that something overflowed.
    #[test]
    fn a_norm_past_all_numbers_is_not_hidden() {
        assert_eq!(clipped(Clip::Norm(1.0), [3.0, 3e38, 0.0]), [1.0, 0.0, 0.0]);
        assert!(clipped(Clip::GlobalNorm(1.0), [3.0, 3e38, 0.0]).iter().all(|gradient| gradient.is_nan()));
        let [first, others @ ..] = clipped(Clip::Norm(1.0), [3.0, f32::INFINITY, 1.0]);
        assert!(first == 1.0 && others[0].is_nan());
    }
}
