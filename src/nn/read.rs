//! Activations, losses and optimizers from outside: names, or objects with a name and settings, in Keras's words.

use super::names::{is_name_or_class, reject_unknown_of};
use super::optimizer::{Clip, Moments, Rule};
use super::schedule::Schedule;
use super::{Activation, Initializer, Loss, Metric, NamedMetric, Optimizer, Regularizer};
use crate::Error;
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
        let mut activation = named(&name_of(reader)).unwrap_or(Activation::Linear);
        let name = activation.name();
        let own = |known: &[&str]| reader.settings(name, known);
        // Those of the page's build have no settings: see `Activation::KEPT`.
        if cfg!(not(feature = "keras")) {
            own(&[]);
            return activation;
        }
        match &mut activation {
            Activation::Elu { alpha } => {
                own(&["alpha"]);
                reader.update("alpha", alpha);
            }
            Activation::LeakyRelu { negative_slope } => {
                own(&["negativeSlope", "alpha"]);
                read_negative_slope(reader, negative_slope);
            }
            Activation::Gelu { approximate } => {
                own(&["approximate"]);
                reader.update("approximate", approximate);
            }
            Activation::Relu => {
                own(&["negativeSlope", "maxValue", "threshold"]);
                activation = read_relu(reader);
            }
            _ => own(&[]),
        }
        activation
    }
}

/// The slope of a leaky relu, also by the name that it had before Keras 3.
fn read_negative_slope(reader: &Reader, negative_slope: &mut f32) {
    if reader.field("negativeSlope").is_given() && reader.field("alpha").is_given() {
        reader.reject(Error::shape(reader.path(), "one of negativeSlope, alpha", "both"));
    }
    reader.update("negativeSlope", negative_slope);
    reader.update("alpha", negative_slope);
}

fn read_relu(reader: &Reader) -> Activation {
    let (negative_slope, threshold) = (reader.get_or("negativeSlope", 0.0), reader.get_or("threshold", 0.0));
    match reader.get("maxValue") {
        None if negative_slope == 0.0 && threshold == 0.0 => Activation::Relu,
        max_value => Activation::ReluWith { negative_slope, max_value, threshold },
    }
}

/// Reads `"zeros"` or `{ name: "constant", value: 1 }`.
impl Readable for Initializer {
    fn read(reader: &Reader) -> Self {
        let mut initializer = named(&name_of(reader)).unwrap_or(Initializer::Zeros);
        let name = initializer.name();
        let own = |known: &[&str]| reader.settings(name, known);
        match &mut initializer {
            Initializer::Constant { value } => {
                own(&["value"]);
                reader.update("value", value);
            }
            Initializer::RandomNormal { mean, stddev } | Initializer::TruncatedNormal { mean, stddev } => {
                own(&["mean", "stddev"]);
                reader.update("mean", mean);
                reader.update("stddev", stddev);
            }
            Initializer::RandomUniform { minval, maxval } => {
                own(&["minval", "maxval"]);
                reader.update("minval", minval);
                reader.update("maxval", maxval);
            }
            _ => own(&[]),
        }
        initializer
    }
}

/// Reads `"l1"`, `"l2"` or `{ l1, l2 }`, with a name or without.
///
/// By their names l1 and l2 are 0.01, as in Keras; so is Keras 2's `l1_l2`, while Keras 3's `l1l2` charges nothing
/// unless it is told to.
impl Readable for Regularizer {
    fn read(reader: &Reader) -> Self {
        const PRICE: f32 = 0.01;
        let name = name_of(reader);
        let both: &[&str] = &["l1", "l2"];
        let (known, usual, own) = match name.text_or("L1L2") {
            "l1" | "L1" => ("l1", [PRICE, 0.0], &both[..1]),
            "l2" | "L2" => ("l2", [0.0, PRICE], &both[1..]),
            "l1_l2" => ("l1_l2", [PRICE, PRICE], both),
            "l1l2" | "L1L2" => ("l1l2", [0.0, 0.0], both),
            _ => {
                reject_unknown_of(&name, "regularizer", &["l1", "l2", "l1_l2"]);
                ("", [0.0, 0.0], both)
            }
        };
        reader.settings(known, own);
        let [l1, l2] = usual;
        Regularizer { l1: reader.get_or("l1", l1), l2: reader.get_or("l2", l2) }
    }
}

/// Reads `"mse"` or `{ name: "huber", delta: 2 }`.
impl Readable for Loss {
    fn read(reader: &Reader) -> Self {
        let mut loss = named(&name_of(reader)).unwrap_or(Loss::MeanSquaredError);
        let name = loss.name();
        let own = |known: &[&str]| reader.settings(name, known);
        match &mut loss {
            Loss::Huber { delta } => {
                own(&["delta"]);
                reader.update("delta", delta);
            }
            Loss::BinaryCrossentropy { from_logits, label_smoothing }
            | Loss::CategoricalCrossentropy { from_logits, label_smoothing } => {
                own(&["fromLogits", "labelSmoothing"]);
                reader.update("fromLogits", from_logits);
                reader.update("labelSmoothing", label_smoothing);
            }
            Loss::SparseCategoricalCrossentropy { from_logits } => {
                own(&["fromLogits"]);
                reader.update("fromLogits", from_logits);
            }
            _ => own(&[]),
        }
        loss
    }
}

/// Reads a name.
impl Readable for NamedMetric {
    fn read(reader: &Reader) -> Self {
        named(reader).unwrap_or(NamedMetric { key: String::new(), metric: Metric::Accuracy })
    }
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
        let known = SCHEDULES.iter().find(|known| is_name_or_class(known, given));
        let own = |settings: &[&str]| reader.settings(known.unwrap_or(&""), settings);
        match known {
            Some(&"constant") => {
                own(&["initialLearningRate"]);
                Schedule::Constant(reader.get("initialLearningRate"))
            }
            Some(&"exponential_decay") => {
                own(&["initialLearningRate", "decaySteps", "decayRate", "staircase"]);
                Schedule::ExponentialDecay {
                    initial: reader.get("initialLearningRate"),
                    decay_steps: reader.get("decaySteps"),
                    decay_rate: reader.get("decayRate"),
                    staircase: reader.get_or("staircase", false),
                }
            }
            Some(&"piecewise_constant_decay") => {
                own(&["boundaries", "values"]);
                Schedule::PiecewiseConstantDecay { boundaries: reader.get("boundaries"), values: reader.get("values") }
            }
            Some(_) => {
                own(&["initialLearningRate", "decaySteps", "alpha", "warmupTarget", "warmupSteps"]);
                read_cosine(reader)
            }
            None => {
                reject_unknown_of(&name, "schedule", &SCHEDULES);
                Schedule::Constant(0.0)
            }
        }
    }
}

const SCHEDULES: [&str; 4] = ["constant", "exponential_decay", "piecewise_constant_decay", "cosine_decay"];

fn read_cosine(reader: &Reader) -> Schedule {
    let target: Option<f32> = reader.get("warmupTarget");
    let steps = reader.get::<Option<f32>>("warmupSteps").filter(|&steps| steps > 0.0);
    Schedule::CosineDecay {
        initial: reader.get("initialLearningRate"),
        decay_steps: reader.get("decaySteps"),
        alpha: reader.get_or("alpha", 0.0),
        warmup: target.zip(steps),
    }
}

/// Settings that every optimizer takes, after its own.
const ALL_OPTIMIZERS: [&str; 5] = ["learningRate", "weightDecay", "clipnorm", "globalClipnorm", "clipvalue"];

/// What a rule can be set to.
fn rule_settings(rule: Rule) -> &'static [&'static str] {
    match rule.kept() {
        Rule::Sgd { .. } => &["momentum", "nesterov"],
        Rule::Adam(..) | Rule::AdamW(..) => &["beta1", "beta2", "epsilon", "amsgrad"],
        Rule::Adamax(_) | Rule::Nadam(_) => &["beta1", "beta2", "epsilon"],
        Rule::RmsProp { .. } => &["rho", "momentum", "epsilon", "centered"],
        Rule::Adagrad { .. } => &["initialAccumulatorValue", "epsilon"],
        Rule::Adadelta { .. } => &["rho", "epsilon"],
    }
}

/// Reads `"adam"` or `{ name: "adam", learningRate: 0.01 }`.
impl Readable for Optimizer {
    fn read(reader: &Reader) -> Self {
        let mut optimizer: Optimizer = named(&name_of(reader)).unwrap_or_default();
        let rule = &mut optimizer.rule;
        reader.settings(rule.name(), &[rule_settings(*rule), &ALL_OPTIMIZERS].concat());
        match rule {
            Rule::Sgd { momentum, nesterov } => {
                reader.update("momentum", momentum);
                reader.update("nesterov", nesterov);
            }
            Rule::Adam(moments, amsgrad) | Rule::AdamW(moments, amsgrad) => {
                read_moments(reader, moments);
                reader.update("amsgrad", amsgrad);
            }
            Rule::Adamax(moments) | Rule::Nadam(moments) => read_moments(reader, moments),
            Rule::RmsProp { rho, momentum, epsilon, centered } => {
                reader.update("rho", rho);
                reader.update("momentum", momentum);
                reader.update("epsilon", epsilon);
                reader.update("centered", centered);
            }
            Rule::Adagrad { initial_accumulator_value, epsilon } => {
                reader.update("initialAccumulatorValue", initial_accumulator_value);
                reader.update("epsilon", epsilon);
            }
            Rule::Adadelta { rho, epsilon } => {
                reader.update("rho", rho);
                reader.update("epsilon", epsilon);
            }
        }
        reader.update("learningRate", &mut optimizer.learning_rate);
        if let Some(decay) = reader.get("weightDecay") {
            optimizer.weight_decay = Some(decay);
        }
        optimizer.clip = read_clip(reader);
        optimizer
    }
}

fn read_moments(reader: &Reader, moments: &mut Moments) {
    reader.update("beta1", &mut moments.beta_1);
    reader.update("beta2", &mut moments.beta_2);
    reader.update("epsilon", &mut moments.epsilon);
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
        reader.reject(Error::shape(reader.path(), "one of clipnorm, globalClipnorm, clipvalue", "more"));
    }
    first
}
