//! Activations, losses and optimizers from outside: names, or objects with a name and settings, in Keras's words.

#[cfg(feature = "full")]
use super::Constraint;
use super::names::{Named, reject_unknown_of};
use super::optimizer::Clip;
#[cfg(feature = "full")]
use super::optimizer::Rule;
use super::schedule::Schedule;
use super::setting;
use super::{Activation, Initializer, Loss, Metric, NamedMetric, Optimizer, Regularizer};
use crate::Error;
#[cfg(feature = "full")]
use crate::Value;
#[cfg(feature = "full")]
use crate::concatenate::concatenate;
#[cfg(feature = "full")]
use crate::reader::same;
use crate::reader::{Readable, Reader};
use std::str::FromStr;

/// What a text names; an error says where it stands.
fn named<T: FromStr<Err = Error>>(text: &Reader) -> Option<T> {
    text.text().parse().map_err(|error| text.reject_here(error)).ok()
}

/// The text itself, or the `name` of an object, whose settings are read afterwards.
fn name_of<'a>(reader: &'a Reader) -> Reader<'a> {
    if reader.is_text() {
        return *reader;
    }
    reader.must_be_object();
    reader.field("name")
}

/// Reads `"relu"` or `{ name: "leaky_relu", negativeSlope: 0.1 }`.
impl Readable for Activation {
    fn read(reader: &Reader) -> Self {
        named(&name_of(reader)).unwrap_or(Activation::Linear).read_settings(reader)
    }
}

/// Reads `"zeros"` or `{ name: "constant", value: 1 }`.
impl Readable for Initializer {
    fn read(reader: &Reader) -> Self {
        let mut initializer = named(&name_of(reader)).unwrap_or(Initializer::Zeros);
        setting::read(reader, initializer.name(), initializer.settings(), &[]);
        initializer
    }
}

/// Reads `"non_neg"` or `{ name: "max_norm", maxValue: 3 }`.
#[cfg(feature = "full")]
impl Readable for Constraint {
    fn read(reader: &Reader) -> Self {
        let mut constraint = named(&name_of(reader)).unwrap_or(Constraint::NonNeg);
        setting::read(reader, constraint.name(), constraint.settings(), &[]);
        constraint
    }
}

/// Reads `"l1"`, `"l2"` or `{ l1, l2 }`, with a name or without.
///
/// An object without a name may have both.
impl Readable for Regularizer {
    fn read(reader: &Reader) -> Self {
        let name = name_of(reader);
        let typed = name.text_or("l1l2");
        let by_name = || Regularizer::ALL.into_iter().find(|(entry, _)| entry.is_named(typed));
        let Some((entry, mut regularizer)) =
            // `l1_l2` and `l1l2` differ in their defaults.
            Regularizer::ALL.into_iter().find(|(entry, _)| entry.name.eq_ignore_ascii_case(typed)).or_else(by_name)
        else {
            reject_unknown_of(&name, "regularizer", &Regularizer::ALL.map(|(entry, _)| entry.name));
            return Regularizer::default();
        };
        setting::read(reader, entry.name, regularizer.settings(entry.name), &[]);
        regularizer
    }
}

/// Reads `"mse"` or `{ name: "huber", delta: 2 }`.
impl Readable for Loss {
    fn read(reader: &Reader) -> Self {
        let mut loss = named(&name_of(reader)).unwrap_or(Loss::MeanSquaredError);
        setting::read(reader, loss.name(), loss.settings(), &[]);
        loss
    }
}

/// Reads `"mae"`, or in a full build `{ name: "precision", thresholds: 0.7 }`.
impl Readable for NamedMetric {
    fn read(reader: &Reader) -> Self {
        let nothing = NamedMetric { key: String::new(), metric: Metric::Accuracy };
        #[cfg(feature = "full")]
        {
            let mut named = named(&name_of(reader)).unwrap_or(nothing);
            if let Value::Array(_) = reader.field("thresholds").value() {
                reject_thresholds(reader);
            } else {
                setting::read(reader, named.metric.name(), named.metric.settings(), &[]);
            }
            named
        }
        #[cfg(not(feature = "full"))]
        named(reader).unwrap_or(nothing)
    }
}

/// Rejects the thresholds of Keras, of which its metric has a number each.
#[cfg(feature = "full")]
fn reject_thresholds(reader: &Reader) {
    let thresholds = reader.field("thresholds");
    thresholds.reject(Error::new(
        crate::ErrorKind::NotSupported,
        thresholds.path(),
        "one threshold, as a metric is one number an epoch; ask for the metric once for each".to_string(),
        thresholds.value().describe(),
    ));
}

/// Reads a number, or `{ name: "exponential_decay", … }` with the settings of Keras's class.
impl Readable for Schedule {
    fn read(reader: &Reader) -> Self {
        if reader.is_number() {
            return Schedule::Constant(f32::read(reader));
        }
        reader.must_be_object();
        let name = reader.field("name");
        let given = name.text();
        let mut all = Schedule::all();
        let Some(schedule) = all.iter_mut().find(|schedule| schedule.entry().is_named(given)) else {
            reject_unknown_of(&name, "schedule", &all.map(|schedule| schedule.entry().name));
            return Schedule::Constant(0.0);
        };
        setting::read(reader, schedule.entry().name, schedule.settings(), &[]);
        schedule.clone()
    }
}

/// Settings that every optimizer takes, after its own.
const ALL_OPTIMIZERS: [&str; 5] = ["learningRate", "weightDecay", "clipnorm", "globalClipnorm", "clipvalue"];

/// Reads `"adam"` or `{ name: "adam", learningRate: 0.01 }`.
impl Readable for Optimizer {
    fn read(reader: &Reader) -> Self {
        let mut optimizer: Optimizer = named(&name_of(reader)).unwrap_or_default();
        let name = optimizer.rule.name();
        #[cfg(feature = "full")]
        reject_left_out(reader, &mut optimizer.rule);
        setting::read(reader, name, optimizer.rule.settings(), &ALL_OPTIMIZERS);
        reader.update("learningRate", &mut optimizer.learning_rate);
        if let Some(decay) = reader.get("weightDecay") {
            optimizer.weight_decay = Some(decay);
        }
        optimizer.clip = read_clip(reader);
        optimizer
    }
}

/// What every optimizer of Keras takes and Glassnet leaves out.
#[cfg(feature = "full")]
const LEFT_OUT: [&str; 5] =
    ["useEma", "emaMomentum", "emaOverwriteFrequency", "lossScaleFactor", "gradientAccumulationSteps"];

/// Rejects a setting that Glassnet leaves out with the words that Keras has it.
#[cfg(feature = "full")]
fn reject_left_out(reader: &Reader, rule: &mut Rule) {
    let Value::Object(fields) = reader.value() else { return };
    let is_left_out = |name: &str| LEFT_OUT.iter().any(|left_out| same(left_out, name));
    let Some((left_out, _)) = fields.iter().find(|(name, _)| is_left_out(name)) else { return };
    let name = rule.name();
    let mut known: Vec<String> = rule.settings().iter().map(|setting| setting::camel_case(setting.name)).collect();
    known.extend(ALL_OPTIMIZERS.map(String::from));
    reader.reject(Error::new(
        crate::ErrorKind::NotSupported,
        reader.path(),
        concatenate!["the settings of ", name, ": ", known.join(", ")],
        concatenate!["the setting ", left_out],
    ));
}

/// At most one of Keras's three ways to cut gradients.
fn read_clip(reader: &Reader) -> Option<Clip> {
    let given = [
        reader.get::<Option<f64>>("clipnorm").map(Clip::Norm),
        reader.get::<Option<f64>>("globalClipnorm").map(Clip::GlobalNorm),
        reader.get::<Option<f64>>("clipvalue").map(Clip::Value),
    ];
    let mut given = given.into_iter().flatten();
    let first = given.next();
    if given.next().is_some() {
        reader.reject(Error::shape(&reader.path(), "one of clipnorm, globalClipnorm, clipvalue", "more"));
    }
    first
}
