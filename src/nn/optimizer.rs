//! Optimizers: rules that turn gradients into new weights.

use super::names::{Entry, Named, find};
use super::schedule::Schedule;
use super::setting::{Range, Setting};
use crate::Error;
use glassnet_kernels::Powers;
use std::str::FromStr;

/// Optimizer: how an update uses the gradients.
///
/// `g` is the gradient, `η` the learning rate, `t` the iteration from 1. Source:
/// <https://keras.io/api/optimizers/>.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimizer {
    /// The formula.
    pub rule: Rule,
    /// `η`. Defaults to 0.001, for SGD to 0.01.
    pub learning_rate: Schedule,
    /// Before its step each parameter, biases too, loses this share of itself times `η`. Defaults to none, for
    /// AdamW to 0.004.
    pub weight_decay: Option<f64>,
    /// How gradients are clipped. Defaults to not at all.
    pub clip: Option<Clip>,
}

/// Update rule of an optimizer.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// `d = -√(D + ε) / √(G + ε) g`, `w += η d`, with running means `G` of `g²` and `D` of `d²`
    Adadelta {
        /// How slowly the means change. Defaults to 0.95.
        rho: f64,
        /// `ε`. Defaults to 1e-7.
        epsilon: f64,
    },
    /// `w -= η g / √(Σ g² + ε)`
    Adagrad {
        /// Where the sum begins. Defaults to 0.1.
        initial_accumulator_value: f64,
        /// `ε`. Defaults to 1e-7.
        epsilon: f64,
    },
    /// `w -= η √(1 - β₂^t) / (1 - β₁^t) · m / (√v + ε)`, with running means `m` of `g` and `v` of `g²`
    Adam {
        /// `β₁`, `β₂`, `ε`.
        moments: Moments,
        /// Whether it divides by the largest `v` there was. Defaults to false.
        amsgrad: bool,
    },
    /// Adam with weight decay.
    AdamW {
        /// `β₁`, `β₂`, `ε`.
        moments: Moments,
        /// Whether it divides by the largest `v` there was. Defaults to false.
        amsgrad: bool,
    },
    /// `w -= η / (1 - β₁^t) · m / (u + ε)`, with `u = max(β₂ u, |g|)`
    Adamax(Moments),
    /// Adam with Nesterov momentum.
    Nadam(Moments),
    /// `w -= η g / √(v + ε)`, with the running mean `v` of `g²`
    RmsProp {
        /// How slowly the mean changes. Defaults to 0.9.
        rho: f64,
        /// The share of the last step that is taken again. Defaults to 0.
        momentum: f64,
        /// `ε`. Defaults to 1e-7.
        epsilon: f64,
        /// Whether the square of the mean of `g` is taken off `v`. Defaults to false.
        centered: bool,
    },
    /// Gradient descent: `w -= η g`; with momentum `m = μ m - η g`, `w += m`, and with Nesterov's `w += μ m - η g`
    Sgd {
        /// `μ`. Defaults to 0.
        momentum: f64,
        /// Whether the momentum is looked ahead. Defaults to false.
        nesterov: bool,
    },
}

/// Settings of Adam and its variants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// `β₁`. Defaults to 0.9.
    pub beta_1: f64,
    /// `β₂`. Defaults to 0.999.
    pub beta_2: f64,
    /// `ε`. Defaults to 1e-7.
    pub epsilon: f64,
}

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

/// State of an optimizer between steps: slots of one number a parameter, one after the other in one buffer.
#[derive(Debug, Clone, PartialEq)]
pub struct OptimizerState {
    /// The slots in the order of [`Rule::slot_names`].
    pub slots: Vec<f32>,
    /// How many updates there were.
    pub iterations: u32,
    /// Nadam's product of its momenta.
    pub momentum_product: f32,
    pub(super) powers: Powers,
}

impl OptimizerState {
    /// What was remembered at some iteration.
    pub fn new(slots: Vec<f32>, iterations: u32, momentum_product: f32) -> Self {
        OptimizerState { slots, iterations, momentum_product, powers: Powers::default() }
    }
}

impl Clip {
    /// The settings of an optimizer that clip, of which it may have one.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) const ENTRIES: [Entry; 3] = [
        Entry::new("clipnorm", "each kernel and bias is shortened to this norm"),
        Entry::new("global_clipnorm", "all gradients together are shortened to this norm"),
        Entry::new("clipvalue", "each gradient is limited to this size"),
    ];
}

impl Moments {
    const DEFAULT: Moments = Moments { beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 };

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::double("beta_1", Range::BelowOne, &mut self.beta_1),
            Setting::double("beta_2", Range::BelowOne, &mut self.beta_2),
            epsilon_setting(&mut self.epsilon),
        ]
    }
}

fn epsilon_setting(epsilon: &mut f64) -> Setting<'_> {
    Setting::double("epsilon", Range::NotNegative, epsilon)
}

impl Default for Moments {
    fn default() -> Self {
        Moments::DEFAULT
    }
}

impl Default for Optimizer {
    fn default() -> Self {
        Optimizer::of(Rule::Sgd { momentum: 0.0, nesterov: false })
    }
}

impl Rule {
    /// The rule itself; in the page's build always that of worked examples: see `Loss::supported_in_build`.
    pub(super) fn supported_in_build(self) -> Self {
        if cfg!(feature = "keras") { self } else { Rule::Sgd { momentum: 0.0, nesterov: false } }
    }

    /// All of them with their defaults, in the order of their names.
    pub const ALL: [Rule; 8] = {
        let moments = Moments::DEFAULT;
        [
            Rule::Adadelta { rho: 0.95, epsilon: 1e-7 },
            Rule::Adagrad { initial_accumulator_value: 0.1, epsilon: 1e-7 },
            Rule::Adam { moments, amsgrad: false },
            Rule::Adamax(moments),
            Rule::AdamW { moments, amsgrad: false },
            Rule::Nadam(moments),
            Rule::RmsProp { rho: 0.9, momentum: 0.0, epsilon: 1e-7, centered: false },
            Rule::Sgd { momentum: 0.0, nesterov: false },
        ]
    };

    /// Keras's name.
    pub fn name(&self) -> &'static str {
        self.entry().name
    }

    /// What the rule remembers of each parameter, by Keras's names.
    pub fn slot_names(&self) -> &'static [&'static str] {
        match self.supported_in_build() {
            Rule::Adadelta { .. } => &["accumulated_grad", "accumulated_delta_var"],
            Rule::Adagrad { .. } => &["accumulator"],
            Rule::Adam { amsgrad: true, .. } | Rule::AdamW { amsgrad: true, .. } => {
                &["momentum", "velocity", "velocity_hat"]
            }
            Rule::Adam { .. } | Rule::AdamW { .. } | Rule::Nadam(..) => &["momentum", "velocity"],
            Rule::Adamax(..) => &["momentum", "norm"],
            Rule::RmsProp { momentum, centered, .. } => match (momentum > 0.0, centered) {
                (false, false) => &["velocity"],
                (true, false) => &["velocity", "momentum"],
                (false, true) => &["velocity", "average_gradient"],
                (true, true) => &["velocity", "momentum", "average_gradient"],
            },
            Rule::Sgd { momentum, .. } if momentum != 0.0 => &["momentum"],
            Rule::Sgd { .. } => &[],
        }
    }
}

impl Optimizer {
    /// A rule with its other defaults.
    pub fn of(rule: Rule) -> Self {
        let rate = if let Rule::Sgd { .. } = rule { 0.01 } else { 0.001 };
        let weight_decay = if let Rule::AdamW { .. } = rule { Some(0.004) } else { None };
        Optimizer { rule, learning_rate: Schedule::Constant(rate), weight_decay, clip: None }
    }

    /// Gradient descent with a step size.
    pub fn sgd(learning_rate: f32) -> Self {
        Optimizer { learning_rate: Schedule::Constant(learning_rate), ..Optimizer::default() }
    }

    /// Adam with its defaults.
    pub fn adam() -> Self {
        Optimizer::of(Rule::Adam { moments: Moments::default(), amsgrad: false })
    }

    /// Checks that the settings are within their ranges.
    ///
    /// # Errors
    /// Names the first that is out of its range.
    pub fn check(&self) -> Result<(), Error> {
        self.learning_rate.check()?;
        self.rule.check_settings()?;
        self.weight_decay.map_or(Ok(()), |decay| Range::NotNegative.check("weightDecay", decay))?;
        match self.clip {
            None => Ok(()),
            Some(Clip::Norm(size)) => Range::Positive.check("clipnorm", size),
            Some(Clip::GlobalNorm(size)) => Range::Positive.check("globalClipnorm", size),
            Some(Clip::Value(size)) => Range::Positive.check("clipvalue", size),
        }
    }
}

impl Named for Rule {
    const KIND: &'static str = "optimizer";
    const IS_SAME: fn(&Entry, &str) -> bool = Entry::is_name_in_any_case;
    const KNOWN: &'static [Self] = &Rule::ALL;

    fn entry(&self) -> Entry {
        match self.supported_in_build() {
            Rule::Adadelta { .. } => {
                Entry::new("adadelta", "w -= rate * sqrt(D + epsilon) / sqrt(mean(g^2) + epsilon) * g")
            }
            Rule::Adagrad { .. } => Entry::new("adagrad", "w -= rate * g / sqrt(sum(g^2) + epsilon)"),
            Rule::Adam { .. } => Entry::new(
                "adam",
                "w -= rate * sqrt(1 - beta_2^t) / (1 - beta_1^t) * mean(g) / (sqrt(mean(g^2)) + epsilon)",
            )
            .common(),
            Rule::Adamax(..) => {
                Entry::new("adamax", "w -= rate / (1 - beta_1^t) * mean(g) / (max(beta_2 * u, |g|) + epsilon)")
            }
            Rule::AdamW { .. } => {
                Entry::new("adamw", "adam, and w -= rate * weight_decay * w").class_name("AdamW").common()
            }
            Rule::Nadam(..) => Entry::new("nadam", "adam with Nesterov momentum"),
            Rule::RmsProp { .. } => {
                Entry::new("rmsprop", "w -= rate * g / sqrt(mean(g^2) + epsilon)").class_name("RMSprop").common()
            }
            Rule::Sgd { .. } => {
                Entry::new("sgd", "w -= rate * g, or with momentum m = momentum * m - rate * g, w += m")
                    .class_name("SGD")
                    .common()
            }
        }
    }
    fn settings(&mut self) -> Vec<Setting<'_>> {
        *self = self.supported_in_build();
        match self {
            Rule::Adadelta { rho, epsilon } => {
                vec![Setting::double("rho", Range::Share, rho), epsilon_setting(epsilon)]
            }
            Rule::Adagrad { initial_accumulator_value, epsilon } => vec![
                Setting::double("initial_accumulator_value", Range::NotNegative, initial_accumulator_value),
                epsilon_setting(epsilon),
            ],
            Rule::Adam { moments, amsgrad } | Rule::AdamW { moments, amsgrad } => {
                let mut settings = moments.settings();
                settings.push(Setting::flag("amsgrad", amsgrad));
                settings
            }
            Rule::Adamax(moments) | Rule::Nadam(moments) => moments.settings(),
            Rule::RmsProp { rho, momentum, epsilon, centered } => vec![
                Setting::double("rho", Range::Share, rho),
                Setting::double("momentum", Range::Share, momentum),
                epsilon_setting(epsilon),
                Setting::flag("centered", centered),
            ],
            Rule::Sgd { momentum, nesterov } => {
                vec![Setting::double("momentum", Range::Share, momentum), Setting::flag("nesterov", nesterov)]
            }
        }
    }
}

impl FromStr for Optimizer {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        find(name).map(Optimizer::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradient_descent_subtracts_the_learning_rate_times_the_gradient() {
        let optimizer = Optimizer::sgd(0.5);
        let mut next = [0.0; 2];
        optimizer.step(&mut optimizer.start(2), &[1.0, 2.0], &[2.0, -2.0], &mut next);
        assert_eq!(next, [0.0, 3.0]);
    }

    #[test]
    fn the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient() {
        let optimizer = Optimizer::adam();
        let mut next = [0.0; 2];
        optimizer.step(&mut optimizer.start(2), &[1.0, 1.0], &[0.01, -300.0], &mut next);
        assert!((next[0] - 0.999).abs() < 1e-6 && (next[1] - 1.001).abs() < 1e-6, "{next:?}");
    }

    /// As recorded from Keras: see tests/fixtures/record/README.md.
    #[test]
    fn nadam_takes_its_betas_from_1_in_single_precision_and_adam_in_double() {
        let second = |name: &str| {
            let optimizer: Optimizer = name.parse().unwrap();
            let mut state = optimizer.start(1);
            optimizer.step(&mut state, &[0.0], &[1.0], &mut [0.0]);
            state.slots[1]
        };
        assert_eq!((second("nadam"), second("adam")), (1.0 - 0.999_f32, 0.001));
    }

    #[test]
    fn a_global_norm_keeps_the_direction() {
        let optimizer = Optimizer { clip: Some(Clip::GlobalNorm(1.0)), ..Optimizer::default() };
        let mut gradients = [3.0, 4.0];
        optimizer.clip(&mut gradients, &[0..1, 1..2]);
        assert!((gradients[0] - 0.6).abs() < 1e-6 && (gradients[1] - 0.8).abs() < 1e-6);
    }

    #[test]
    fn settings_out_of_their_range_are_rejected() {
        let message = |optimizer: Optimizer| optimizer.check().unwrap_err().to_string();
        assert_eq!(message(Optimizer::sgd(0.0)), "learningRate: expected a number above 0, received 0");
        let moments = Moments { beta_2: 1.0, ..Moments::default() };
        let adam = Optimizer::of(Rule::Adam { moments, amsgrad: false });
        assert_eq!(message(adam), "beta2: expected 0 or more and below 1, received 1");
        let clipped = Optimizer { clip: Some(Clip::Value(f64::NAN)), ..Optimizer::default() };
        assert_eq!(message(clipped), "clipvalue: expected a number above 0, received NaN");
    }

    #[test]
    fn names_are_read_as_keras_writes_them() {
        for name in ["adam", "Adam", "SGD", "rmsprop", "RMSprop", "AdamW"] {
            assert!(name.parse::<Optimizer>().is_ok(), "{name}");
        }
        assert!("adma".parse::<Optimizer>().unwrap_err().expected().starts_with("adam or one of"));
    }
}
