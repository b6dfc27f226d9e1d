//! Things of the catalogue as Keras's configurations have them: a class with all of its settings.
//!
//! Writers of other tools' files need them whole, as a tool may have other defaults than Keras.

use super::names::{Entry, Named};
use super::setting::{Setting, SettingValue};
use super::{Activation, Constraint, Initializer, Loss, Metric, Regularizer, Rule, Schedule};

/// A class of Keras's with the values of all its settings.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassConfig {
    /// Keras's class: `LeakyReLU`, `MeanSquaredError`.
    pub class: String,
    /// Keras's name, or that of its function: `leaky_relu`, `mean_squared_error`.
    pub name: &'static str,
    /// The settings by Keras's names.
    pub settings: Vec<(&'static str, SettingValue)>,
}

impl ClassConfig {
    fn new(entry: Entry, settings: &[Setting]) -> Self {
        let settings = settings.iter().map(|setting| (setting.name, setting.value())).collect();
        ClassConfig { class: entry.class(), name: entry.name, settings }
    }

    fn of(mut thing: impl Named) -> Self {
        ClassConfig::new(thing.entry(), &thing.settings())
    }
}

impl Activation {
    /// Its function and all settings; of relu too, whose defaults they then are.
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self.with_settings())
    }
}

impl Initializer {
    /// Its class and all settings but the seed, which is the model's.
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self)
    }
}

impl Constraint {
    /// Its class and all settings.
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self)
    }
}

impl Loss {
    /// Its class and all settings.
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self)
    }
}

impl Metric {
    /// Its class and all settings.
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self)
    }
}

impl Rule {
    /// Its class and its own settings: those that all optimizers have are fields of [`super::Optimizer`].
    pub fn class_config(self) -> ClassConfig {
        ClassConfig::of(self)
    }
}

impl Schedule {
    /// Its class and all settings.
    pub fn class_config(&self) -> ClassConfig {
        ClassConfig::new(self.entry(), &self.clone().settings())
    }
}

impl Regularizer {
    /// `L1`, `L2`, `L1L2` or `OrthogonalRegularizer`, by what it penalizes.
    pub fn class_config(mut self) -> ClassConfig {
        let name = match (self.orthogonal, self.l1 == 0.0, self.l2 == 0.0) {
            (Some(_), ..) => "orthogonal_regularizer",
            (None, true, _) => "l2",
            (None, _, true) => "l1",
            (None, ..) => "l1l2",
        };
        let entry = Regularizer::ALL.iter().find(|(entry, _)| entry.name == name).map(|(entry, _)| *entry);
        ClassConfig::new(entry.unwrap_or(Regularizer::ALL[0].0), &self.settings(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_all_settings_and_keras_name() {
        let relu = Activation::Relu.class_config();
        let names: Vec<&str> = relu.settings.iter().map(|(name, _)| *name).collect();
        assert_eq!((relu.name, names), ("relu", vec!["negative_slope", "max_value", "threshold"]));
        let of = |l1, l2| Regularizer::l1_l2(l1, l2).class_config();
        assert_eq!(
            ["L2", "L1", "L1L2"],
            [of(0.0, 0.5).class, of(0.5, 0.0).class, of(0.5, 0.25).class].map(|c| c).each_ref().map(String::as_str)
        );
        assert_eq!(of(0.0, 0.5).settings, [("l2", SettingValue::Single(0.5))]);
        let rate = Schedule::ExponentialDecay { initial: 0.5, decay_steps: 4.0, decay_rate: 0.25, staircase: false };
        let config = rate.class_config();
        assert_eq!(
            (config.class.as_str(), &config.settings[1]),
            ("ExponentialDecay", &("decay_steps", SettingValue::Count(4.0)))
        );
    }
}
