//! Learning rate schedules: learning rates that change with the iteration. Those of the full build alone are a file each.

#[cfg(feature = "full")]
mod cosine_decay_restarts;
#[cfg(feature = "full")]
mod inverse_time_decay;
#[cfg(feature = "full")]
mod polynomial_decay;

use super::names::Entry;
use super::setting::{self, ExplicitSetting, Range, Setting};
use crate::Error;
use crate::concatenate::concatenate;
use crate::error::{all_finite, counted};

#[cfg(feature = "full")]
pub use cosine_decay_restarts::CosineDecayRestarts;
#[cfg(feature = "full")]
pub use inverse_time_decay::InverseTimeDecay;
#[cfg(feature = "full")]
pub use polynomial_decay::PolynomialDecay;

/// How many there are.
const COUNT: usize = if cfg!(feature = "full") { 7 } else { 4 };

/// Learning rate schedule: the learning rate by iteration.
///
/// Source: <https://keras.io/api/optimizers/learning_rate_schedules/>.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Schedule {
    /// Always the same.
    Constant(f32),
    /// `initial · decay_rate^(iteration / decay_steps)`
    ExponentialDecay {
        /// The rate at iteration 0.
        initial: f32,
        /// After how many iterations it was multiplied once.
        decay_steps: f32,
        /// What it is multiplied by.
        decay_rate: f32,
        /// Whether the exponent is rounded down. Defaults to false.
        staircase: bool,
    },
    /// `values[i]` up to and with iteration `boundaries[i]`, then the last value
    PiecewiseConstantDecay {
        /// Iterations after which the rate changes, ascending.
        boundaries: Vec<f32>,
        /// Rates, one more than boundaries.
        values: Vec<f32>,
    },
    /// `(1 - alpha) (1 + cos(π min(i, decay_steps) / decay_steps)) / 2 + alpha` times the rate it decays from
    CosineDecay {
        /// The rate at iteration 0.
        initial: f32,
        /// After how many iterations, those of the warm-up not counted, it is lowest.
        decay_steps: f32,
        /// The share of the rate that is left. Defaults to 0.
        alpha: f32,
        /// The rate that a warm-up leads to. Defaults to no warm-up.
        warmup_target: Option<f32>,
        /// After how many iterations the warm-up ends; without any there is none. Defaults to 0.
        warmup_steps: f32,
    },
    /// Cosine decay that starts again, each time from `m_mul` times the height and for `t_mul` times the steps.
    #[cfg(feature = "full")]
    CosineDecayRestarts(CosineDecayRestarts),
    /// `initial / (1 + decay_rate · iteration / decay_steps)`
    #[cfg(feature = "full")]
    InverseTimeDecay(InverseTimeDecay),
    /// `(initial - end) · (1 - iteration / decay_steps)^power + end`
    #[cfg(feature = "full")]
    PolynomialDecay(PolynomialDecay),
}

impl Schedule {
    /// All of them with their defaults; NaN and empty lists stand for what has none.
    pub(crate) fn all() -> [Schedule; COUNT] {
        let (initial, decay_steps) = (f32::NAN, f32::NAN);
        [
            Schedule::Constant(f32::NAN),
            Schedule::CosineDecay { initial, decay_steps, alpha: 0.0, warmup_target: None, warmup_steps: 0.0 },
            #[cfg(feature = "full")]
            Schedule::CosineDecayRestarts(CosineDecayRestarts::DEFAULT),
            Schedule::ExponentialDecay { initial, decay_steps, decay_rate: f32::NAN, staircase: false },
            #[cfg(feature = "full")]
            Schedule::InverseTimeDecay(InverseTimeDecay::DEFAULT),
            Schedule::PiecewiseConstantDecay { boundaries: Vec::new(), values: Vec::new() },
            #[cfg(feature = "full")]
            Schedule::PolynomialDecay(PolynomialDecay::DEFAULT),
        ]
    }

    pub(crate) fn entry(&self) -> Entry {
        match self {
            Schedule::Constant(_) => Entry::new("constant", "rate"),
            Schedule::CosineDecay { .. } => {
                Entry::new("cosine_decay", "initial * ((1 - alpha) * (1 + cos(pi * i / decay_steps)) / 2 + alpha)")
            }
            Schedule::ExponentialDecay { .. } => {
                Entry::new("exponential_decay", "initial * decay_rate^(i / decay_steps)")
            }
            Schedule::PiecewiseConstantDecay { .. } => {
                Entry::new("piecewise_constant_decay", "values[k], where k boundaries lie below i")
            }
            #[cfg(feature = "full")]
            Schedule::CosineDecayRestarts(_) => CosineDecayRestarts::entry(),
            #[cfg(feature = "full")]
            Schedule::InverseTimeDecay(_) => InverseTimeDecay::entry(),
            #[cfg(feature = "full")]
            Schedule::PolynomialDecay(_) => PolynomialDecay::entry(),
        }
    }

    /// The settings, those without which there is no schedule first.
    pub(crate) fn settings(&mut self) -> Vec<Setting<'_>> {
        let required = |name: &'static str, value| Setting::single(name, Range::Positive, value).required();
        match self {
            Schedule::Constant(rate) => vec![required("initial_learning_rate", rate)],
            Schedule::CosineDecay { initial, decay_steps, alpha, warmup_target, warmup_steps } => vec![
                required("initial_learning_rate", initial),
                required("decay_steps", decay_steps).counting(),
                Setting::single("alpha", Range::Finite, alpha),
                Setting::optional("warmup_target", Range::Positive, warmup_target),
                Setting::single("warmup_steps", Range::NotNegative, warmup_steps).counting(),
            ],
            Schedule::ExponentialDecay { initial, decay_steps, decay_rate, staircase } => vec![
                required("initial_learning_rate", initial),
                required("decay_steps", decay_steps).counting(),
                required("decay_rate", decay_rate),
                Setting::flag("staircase", staircase),
            ],
            Schedule::PiecewiseConstantDecay { boundaries, values } => vec![
                Setting::list("boundaries", boundaries).required().counting(),
                Setting::list("values", values).required(),
            ],
            #[cfg(feature = "full")]
            Schedule::CosineDecayRestarts(schedule) => schedule.settings(),
            #[cfg(feature = "full")]
            Schedule::InverseTimeDecay(schedule) => schedule.settings(),
            #[cfg(feature = "full")]
            Schedule::PolynomialDecay(schedule) => schedule.settings(),
        }
    }

    /// The settings to be written down: those that differ from the defaults, and those that Keras has to be given.
    pub(crate) fn explicit_settings(&self) -> Vec<ExplicitSetting> {
        let mut all = Schedule::all();
        let default = all.iter_mut().find(|other| other.entry() == self.entry());
        default.map_or_else(Vec::new, |default| setting::explicit(&self.clone().settings(), &default.settings()))
    }

    /// The rate of an iteration, from 0.
    pub fn at(&self, iteration: u32) -> f32 {
        let step = iteration as f32;
        if cfg!(not(feature = "keras")) {
            // The page's build has no other.
            return if let Schedule::Constant(rate) = self { *rate } else { 0.0 };
        }
        match self {
            Schedule::Constant(rate) => *rate,
            // The page's build has no other: see `Loss::supported_in_build`.
            _ if cfg!(not(feature = "keras")) => 0.0,
            Schedule::ExponentialDecay { initial, decay_steps, decay_rate, staircase } => {
                let exponent = step / decay_steps;
                let exponent = if *staircase { exponent.floor() } else { exponent };
                initial * glassnet_kernels::power(*decay_rate, exponent)
            }
            Schedule::PiecewiseConstantDecay { boundaries, values } => {
                values[boundaries.iter().filter(|&&boundary| step > boundary).count()]
            }
            Schedule::CosineDecay { initial, decay_steps, alpha, warmup_target, warmup_steps } => {
                let cosine = |from: f32, step: f32| {
                    let part = step.min(*decay_steps) / decay_steps;
                    let decayed = 0.5 * (1.0 + half_turn(part));
                    from * ((1.0 - alpha) * decayed + alpha)
                };
                match warmup(*warmup_target, *warmup_steps) {
                    None => cosine(*initial, step),
                    Some((target, steps)) if step < steps => initial + (target - initial) * (step / steps),
                    Some((target, steps)) => cosine(target, step - steps),
                }
            }
            #[cfg(feature = "full")]
            Schedule::CosineDecayRestarts(schedule) => schedule.at(step),
            #[cfg(feature = "full")]
            Schedule::InverseTimeDecay(schedule) => schedule.at(step),
            #[cfg(feature = "full")]
            Schedule::PolynomialDecay(schedule) => schedule.at(step),
        }
    }

    /// Rejects rates and steps that are not finite or not above 0, and boundaries that do not ascend.
    pub(super) fn check(&self) -> Result<(), Error> {
        let above_zero = |what: &str, value: f32| {
            all_finite(what, &[value])?;
            if value > 0.0 {
                return Ok(());
            }
            Err(Error::out_of_range(what, "a number above 0", crate::number::short(f64::from(value))))
        };
        match self {
            Schedule::Constant(rate) => above_zero("learningRate", *rate),
            // The page's build has no other: see `Loss::supported_in_build`.
            _ if cfg!(not(feature = "keras")) => Ok(()),
            Schedule::ExponentialDecay { initial, decay_steps, decay_rate, .. } => {
                above_zero("initialLearningRate", *initial)?;
                above_zero("decaySteps", *decay_steps)?;
                above_zero("decayRate", *decay_rate)
            }
            Schedule::PiecewiseConstantDecay { boundaries, values } => {
                if values.len() != boundaries.len() + 1 {
                    let expected = concatenate![counted(boundaries.len() + 1, "number"), ", one more than boundaries"];
                    return Err(Error::shape("values", expected, values.len()));
                }
                all_finite("boundaries", boundaries)?;
                if boundaries.windows(2).any(|pair| pair[0] >= pair[1]) {
                    return Err(Error::out_of_range("boundaries", "ascending numbers", "others"));
                }
                values.iter().try_for_each(|value| above_zero("values", *value))
            }
            Schedule::CosineDecay { initial, decay_steps, alpha, warmup_target, warmup_steps } => {
                all_finite("initialLearningRate", &[*initial])?;
                above_zero("decaySteps", *decay_steps)?;
                all_finite("alpha", &[*alpha])?;
                let Some((target, steps)) = warmup(*warmup_target, *warmup_steps) else {
                    return above_zero("initialLearningRate", *initial);
                };
                above_zero("warmupTarget", target)?;
                above_zero("warmupSteps", steps)
            }
            #[cfg(feature = "full")]
            Schedule::CosineDecayRestarts(_) | Schedule::InverseTimeDecay(_) | Schedule::PolynomialDecay(_) => {
                setting::check(&self.clone().settings())
            }
        }
    }
}

/// Target and steps of the warm-up, if there is one: without steps Keras has none.
fn warmup(target: Option<f32>, steps: f32) -> Option<(f32, f32)> {
    target.map(|target| (target, steps)).filter(|(_, steps)| *steps > 0.0)
}

/// `cos(π part)` for a part from 0 to 1, by its series: libm's, for any angle, is four times as large.
fn half_turn(part: f32) -> f32 {
    let near = f64::from(if part > 0.5 { 1.0 - part } else { part }) * std::f64::consts::PI;
    let square = near * near;
    // 1 - x²/2! + x⁴/4! - …, from the smallest term; beyond x¹⁶/16! nothing is left of it in f32.
    let series = (1..=8).rev().fold(1.0, |rest, n| 1.0 - rest * square / f64::from((2 * n) * (2 * n - 1)));
    (if part > 0.5 { -series } else { series }) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_staircase_changes_only_at_whole_steps() {
        let decay =
            |staircase| Schedule::ExponentialDecay { initial: 0.5, decay_steps: 4.0, decay_rate: 0.25, staircase };
        assert_eq!([0, 3, 4, 8].map(|step| decay(true).at(step)), [0.5, 0.5, 0.125, 0.03125]);
        assert_eq!([0, 2, 4].map(|step| decay(false).at(step)), [0.5, 0.25, 0.125]);
    }

    #[test]
    fn a_boundary_belongs_to_the_value_before_it() {
        let schedule = Schedule::PiecewiseConstantDecay { boundaries: vec![2.0, 5.0], values: vec![1.0, 0.5, 0.1] };
        assert_eq!([0, 2, 3, 5, 6].map(|step| schedule.at(step)), [1.0, 1.0, 0.5, 0.5, 0.1]);
    }

    #[test]
    fn half_a_turn_is_the_cosine() {
        for step in 0..=1000 {
            let part = step as f32 / 1000.0;
            let exact = (f64::from(part) * std::f64::consts::PI).cos();
            assert!((f64::from(half_turn(part)) - exact).abs() < 1e-7, "{part}");
        }
    }

    #[test]
    fn cosine_decay_ends_at_its_share() {
        let schedule = Schedule::CosineDecay {
            initial: 2.0,
            decay_steps: 10.0,
            alpha: 0.1,
            warmup_target: None,
            warmup_steps: 0.0,
        };
        assert_eq!(schedule.at(0), 2.0);
        assert!((schedule.at(5) - 1.1).abs() < 1e-6);
        assert!((schedule.at(30) - 0.2).abs() < 1e-6);
    }
}
