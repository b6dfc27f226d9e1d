//! Activations, losses and optimizers from outside: names, or objects with a name and settings, in Keras's words.

use super::optimizer::{Clip, Moments, Rule};
use super::schedule::Schedule;
use super::{Activation, Initializer, Loss, Optimizer, Regularizer};
use crate::Error;
use crate::value::Reader;
use std::str::FromStr;

/// What a text names; a refusal says where it stands.
pub(super) fn named<T: FromStr<Err = Error>>(text: &Reader) -> Result<T, Error> {
    text.text()?.parse().map_err(|error: Error| Error::UnknownName {
        what: text.path(),
        expected: error.expected().to_string(),
        received: error.received().to_string(),
    })
}

/// A name alone, or an object with a name and some settings; the first names the thing, the second is read for them.
fn name_and_settings<'a, T: FromStr<Err = Error>>(
    reader: &Reader<'a>,
    known: &[&str],
) -> Result<(T, Reader<'a>), Error> {
    if reader.is_text() {
        return Ok((named(reader)?, reader.clone()));
    }
    let mut fields = vec!["name"];
    fields.extend(known);
    reader.fields(&fields)?;
    Ok((named(&reader.field("name"))?, reader.clone()))
}

impl Activation {
    /// Reads `"relu"` or `{ name: "leaky_relu", negativeSlope: 0.1 }`.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        let (activation, settings) = name_and_settings(reader, &["alpha", "negativeSlope", "approximate"])?;
        Ok(match activation {
            Activation::Elu { alpha } => {
                Activation::Elu { alpha: settings.field("alpha").optional(Reader::number)?.unwrap_or(alpha) }
            }
            Activation::LeakyRelu { negative_slope } => {
                let given = settings.field("negativeSlope").optional(Reader::number)?;
                Activation::LeakyRelu { negative_slope: given.unwrap_or(negative_slope) }
            }
            Activation::Gelu { .. } => {
                let approximate = settings.field("approximate").optional(Reader::truth)?.unwrap_or(false);
                Activation::Gelu { approximate }
            }
            other => other,
        })
    }
}

impl Initializer {
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        let known = ["value", "mean", "stddev", "minval", "maxval"];
        let (initializer, settings) = name_and_settings(reader, &known)?;
        let number =
            |field: &str, default| Ok::<f32, Error>(settings.field(field).optional(Reader::number)?.unwrap_or(default));
        Ok(match initializer {
            Initializer::Constant { value } => Initializer::Constant { value: number("value", value)? },
            Initializer::RandomNormal { mean, stddev } => {
                Initializer::RandomNormal { mean: number("mean", mean)?, stddev: number("stddev", stddev)? }
            }
            Initializer::TruncatedNormal { mean, stddev } => {
                Initializer::TruncatedNormal { mean: number("mean", mean)?, stddev: number("stddev", stddev)? }
            }
            Initializer::RandomUniform { minval, maxval } => {
                Initializer::RandomUniform { minval: number("minval", minval)?, maxval: number("maxval", maxval)? }
            }
            other => other,
        })
    }
}

impl Regularizer {
    /// Reads `"l1"`, `"l2"` or `"l1_l2"`, which are 0.01 in Keras, or `{ l1, l2 }`.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        const PRICE: f32 = 0.01;
        if reader.is_text() {
            return match reader.text()?.as_str() {
                "l1" => Ok(Regularizer { l1: PRICE, l2: 0.0 }),
                "l2" => Ok(Regularizer { l1: 0.0, l2: PRICE }),
                "l1_l2" => Ok(Regularizer { l1: PRICE, l2: PRICE }),
                other => Err(super::names::unknown(&reader.path(), &["l1", "l2", "l1_l2"], other)),
            };
        }
        reader.fields(&["l1", "l2"])?;
        let price = |field: &str| Ok::<f32, Error>(reader.field(field).optional(Reader::number)?.unwrap_or(0.0));
        Ok(Regularizer { l1: price("l1")?, l2: price("l2")? })
    }
}

impl Loss {
    /// Reads `"mse"` or `{ name: "huber", delta: 2 }`.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        let (loss, settings) = name_and_settings(reader, &["delta", "fromLogits", "labelSmoothing"])?;
        let truth = |field: &str| Ok::<bool, Error>(settings.field(field).optional(Reader::truth)?.unwrap_or(false));
        let number =
            |field: &str, default| Ok::<f32, Error>(settings.field(field).optional(Reader::number)?.unwrap_or(default));
        Ok(match loss {
            Loss::Huber { delta } => Loss::Huber { delta: number("delta", delta)? },
            Loss::BinaryCrossentropy { .. } => Loss::BinaryCrossentropy {
                from_logits: truth("fromLogits")?,
                label_smoothing: number("labelSmoothing", 0.0)?,
            },
            Loss::CategoricalCrossentropy { .. } => Loss::CategoricalCrossentropy {
                from_logits: truth("fromLogits")?,
                label_smoothing: number("labelSmoothing", 0.0)?,
            },
            Loss::SparseCategoricalCrossentropy { .. } => {
                Loss::SparseCategoricalCrossentropy { from_logits: truth("fromLogits")? }
            }
            other => other,
        })
    }
}

impl Schedule {
    /// Reads a number, or `{ name: "exponential_decay", … }` with the settings of Keras's class.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        if reader.is_number() {
            return reader.number().map(Schedule::Constant);
        }
        reader.fields(&[
            "name",
            "initialLearningRate",
            "decaySteps",
            "decayRate",
            "staircase",
            "boundaries",
            "values",
            "alpha",
            "warmupTarget",
            "warmupSteps",
        ])?;
        let number = |field: &str| reader.field(field).number();
        let numbers = |field: &str| reader.field(field).list(Reader::number);
        let name = reader.field("name").text()?;
        match name.as_str() {
            "constant" => Ok(Schedule::Constant(number("initialLearningRate")?)),
            "exponential_decay" | "ExponentialDecay" => Ok(Schedule::ExponentialDecay {
                initial: number("initialLearningRate")?,
                decay_steps: number("decaySteps")?,
                decay_rate: number("decayRate")?,
                staircase: reader.field("staircase").optional(Reader::truth)?.unwrap_or(false),
            }),
            "piecewise_constant_decay" | "PiecewiseConstantDecay" => {
                Ok(Schedule::PiecewiseConstantDecay { boundaries: numbers("boundaries")?, values: numbers("values")? })
            }
            "cosine_decay" | "CosineDecay" => {
                let target = reader.field("warmupTarget").optional(Reader::number)?;
                let steps = reader.field("warmupSteps").optional(Reader::number)?.filter(|&steps| steps > 0.0);
                Ok(Schedule::CosineDecay {
                    initial: number("initialLearningRate")?,
                    decay_steps: number("decaySteps")?,
                    alpha: reader.field("alpha").optional(Reader::number)?.unwrap_or(0.0),
                    warmup: target.zip(steps),
                })
            }
            other => {
                let known = ["constant", "exponential_decay", "piecewise_constant_decay", "cosine_decay"];
                Err(super::names::unknown(&reader.field("name").path(), &known, other))
            }
        }
    }
}

/// Settings that every optimizer takes, and those of some.
const OPTIMIZER_FIELDS: [&str; 14] = [
    "learningRate",
    "momentum",
    "nesterov",
    "beta1",
    "beta2",
    "epsilon",
    "amsgrad",
    "rho",
    "centered",
    "initialAccumulatorValue",
    "weightDecay",
    "clipnorm",
    "globalClipnorm",
    "clipvalue",
];

impl Optimizer {
    /// Reads `"adam"` or `{ name: "adam", learningRate: 0.01 }`.
    pub(crate) fn read(reader: &Reader) -> Result<Self, Error> {
        let (mut optimizer, settings) = name_and_settings::<Optimizer>(reader, &OPTIMIZER_FIELDS)?;
        let double =
            |field: &str, default| Ok::<f64, Error>(settings.field(field).optional(Reader::double)?.unwrap_or(default));
        let truth =
            |field: &str, default| Ok::<bool, Error>(settings.field(field).optional(Reader::truth)?.unwrap_or(default));
        let moments = |moments: Moments| {
            Ok::<Moments, Error>(Moments {
                beta_1: double("beta1", moments.beta_1)?,
                beta_2: double("beta2", moments.beta_2)?,
                epsilon: double("epsilon", moments.epsilon)?,
            })
        };
        optimizer.rule = match optimizer.rule {
            Rule::Sgd { .. } => Rule::Sgd { momentum: double("momentum", 0.0)?, nesterov: truth("nesterov", false)? },
            Rule::Adam(defaults, _) => Rule::Adam(moments(defaults)?, truth("amsgrad", false)?),
            Rule::AdamW(defaults, _) => Rule::AdamW(moments(defaults)?, truth("amsgrad", false)?),
            Rule::Adamax(defaults) => Rule::Adamax(moments(defaults)?),
            Rule::Nadam(defaults) => Rule::Nadam(moments(defaults)?),
            Rule::RmsProp { rho, epsilon, .. } => Rule::RmsProp {
                rho: double("rho", rho)?,
                momentum: double("momentum", 0.0)?,
                epsilon: double("epsilon", epsilon)?,
                centered: truth("centered", false)?,
            },
            Rule::Adagrad { initial_accumulator_value, epsilon } => Rule::Adagrad {
                initial_accumulator_value: double("initialAccumulatorValue", initial_accumulator_value)?,
                epsilon: double("epsilon", epsilon)?,
            },
            Rule::Adadelta { rho, epsilon } => {
                Rule::Adadelta { rho: double("rho", rho)?, epsilon: double("epsilon", epsilon)? }
            }
        };
        if let Some(rate) = settings.field("learningRate").optional(Schedule::read)? {
            optimizer.learning_rate = rate;
        }
        if let Some(decay) = settings.field("weightDecay").optional(Reader::double)? {
            optimizer.weight_decay = Some(decay);
        }
        optimizer.clip = read_clip(&settings)?;
        Ok(optimizer)
    }
}

/// At most one of Keras's three ways to cut gradients.
fn read_clip(settings: &Reader) -> Result<Option<Clip>, Error> {
    let size = |field: &str| settings.field(field).optional(Reader::double);
    let given = [
        size("clipnorm")?.map(Clip::Norm),
        size("globalClipnorm")?.map(Clip::GlobalNorm),
        size("clipvalue")?.map(Clip::Value),
    ];
    let mut given = given.into_iter().flatten();
    let first = given.next();
    if given.next().is_some() {
        return Err(Error::shape(settings.path(), "one of clipnorm, globalClipnorm, clipvalue", "more"));
    }
    Ok(first)
}
