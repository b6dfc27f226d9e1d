//! What output activations can give and losses can take.

use super::kind::say;
use crate::nn::{Activation, Sequential, Targets};

/// A target outside by less than this share of the range, or of 1, is there by rounding.
const ROUNDING: f64 = 1e-5;

/// The range of an output activation, where some targets lie outside of it.
pub(super) struct Reach {
    pub(super) layer: usize,
    pub(super) activation: Activation,
    pub(super) lowest: Option<f64>,
    pub(super) highest: Option<f64>,
    pub(super) share: f64,
    /// The loss of the nearest reachable predictions, for losses that are a distance.
    pub(super) best_loss: Option<f64>,
}

impl Reach {
    /// `None` where all targets can be reached, or are no values to reach.
    pub(super) fn of(model: &Sequential, targets: &[f32]) -> Option<Self> {
        let is_distance = match model.loss_function().targets() {
            Targets::Probabilities | Targets::Signs | Targets::Class => return None,
            #[cfg(feature = "full")]
            Targets::Directions => return None,
            Targets::Numbers => true,
            Targets::Counts => false,
        };
        let layers = model.active_layers();
        let layer = layers.len() - 1;
        let activation = layers[layer].activation();
        let (lowest, highest) = activation.bounds();
        let share = share_outside(targets, lowest, highest);
        if share == 0.0 {
            return None;
        }
        let nearest = |target: &f32| {
            let target = lowest.map_or(*target, |lowest| target.max(lowest as f32));
            highest.map_or(target, |highest| target.min(highest as f32))
        };
        let nearest: Vec<f32> = targets.iter().map(nearest).collect();
        let best_loss = is_distance.then(|| model.loss_of(&nearest, targets));
        Some(Reach { layer, activation, lowest, highest, share, best_loss })
    }
}

pub(super) fn share_outside(targets: &[f32], lowest: Option<f64>, highest: Option<f64>) -> f64 {
    let rounding = ROUNDING * lowest.zip(highest).map_or(1.0, |(lowest, highest)| highest - lowest);
    let is_outside = |target: &&f32| {
        let target = f64::from(**target);
        lowest.is_some_and(|lowest| target < lowest - rounding)
            || highest.is_some_and(|highest| target > highest + rounding)
    };
    targets.iter().filter(is_outside).count() as f64 / targets.len() as f64
}

/// The smallest and the largest target.
pub(super) fn ends(targets: &[f32]) -> (f64, f64) {
    let numbers = || targets.iter().map(|target| f64::from(*target));
    (numbers().fold(f64::INFINITY, f64::min), numbers().fold(f64::NEG_INFINITY, f64::max))
}

/// The range of an activation, in words.
pub(super) fn range_text(lowest: Option<f64>, highest: Option<f64>) -> String {
    match (lowest, highest) {
        (Some(lowest), Some(highest)) => format!("numbers from {} to {}", say(lowest), say(highest)),
        (Some(lowest), None) => format!("nothing below {}", say(lowest)),
        (None, Some(highest)) => format!("nothing above {}", say(highest)),
        (None, None) => "any number".to_string(),
    }
}
