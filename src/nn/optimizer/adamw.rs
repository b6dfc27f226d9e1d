//! AdamW: Adam with weight decay. Source: <https://keras.io/api/optimizers/adamw/>.

use super::{Adam, Entry, OptimizerState, Setting, Step, UpdateRule};

/// AdamW.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdamW {
    /// The settings that it shares with Adam.
    pub adam: Adam,
}

impl AdamW {
    /// With Keras's settings.
    pub const DEFAULT: AdamW = AdamW { adam: Adam::DEFAULT };

    pub(super) fn settings(&mut self) -> Vec<Setting<'_>> {
        self.adam.settings()
    }
}

impl UpdateRule for AdamW {
    fn entry(&self) -> Entry {
        Entry::new("adamw", "adam, and w -= rate * weight_decay * w").class_name("AdamW").common()
    }

    fn weight_decay(&self) -> Option<f64> {
        Some(0.004)
    }

    fn slot_names(&self) -> &'static [&'static str] {
        self.adam.slot_names()
    }

    fn update(&self, step: Step, state: &mut OptimizerState) {
        self.adam.update(step, state);
    }
}
