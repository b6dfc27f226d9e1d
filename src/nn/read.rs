//! Activations, losses and optimizers from outside: names, or objects with a name and settings, in Keras's words.

use super::names::refuse_unknown;
use super::optimizer::{Clip, Moments, Rule};
use super::schedule::Schedule;
use super::{Activation, Initializer, Loss, Metric, NamedMetric, Optimizer, Regularizer};
use crate::Error;
use crate::reader::{Readable, Reader};
use std::str::FromStr;

/// What a text names; a refusal says where it stands.
fn named<T: FromStr<Err = Error>>(text: &Reader) -> Option<T> {
    text.text().parse().map_err(|refusal| text.refuse_here(refusal)).ok()
}

/// The text itself, or the `name` of an object of these fields, whose settings are read afterwards.
fn name_of<'a>(reader: &'a Reader, fields: &[&str]) -> Reader<'a> {
    if reader.is_text() {
        return *reader;
    }
    reader.fields(fields);
    reader.field("name")
}

/// Reads `"relu"` or `{ name: "leaky_relu", negativeSlope: 0.1 }`.
impl Readable for Activation {
    fn read(reader: &Reader) -> Self {
        let fields = ["name", "alpha", "negativeSlope", "approximate"];
        let mut activation = named(&name_of(reader, &fields)).unwrap_or(Activation::Linear);
        match &mut activation {
            Activation::Elu { alpha } => reader.update("alpha", alpha),
            Activation::LeakyRelu { negative_slope } => reader.update("negativeSlope", negative_slope),
            Activation::Gelu { approximate } => reader.update("approximate", approximate),
            _ => {}
        }
        activation
    }
}

/// Reads `"zeros"` or `{ name: "constant", value: 1 }`.
impl Readable for Initializer {
    fn read(reader: &Reader) -> Self {
        let fields = ["name", "value", "mean", "stddev", "minval", "maxval"];
        let mut initializer = named(&name_of(reader, &fields)).unwrap_or(Initializer::Zeros);
        match &mut initializer {
            Initializer::Constant { value } => reader.update("value", value),
            Initializer::RandomNormal { mean, stddev } | Initializer::TruncatedNormal { mean, stddev } => {
                reader.update("mean", mean);
                reader.update("stddev", stddev);
            }
            Initializer::RandomUniform { minval, maxval } => {
                reader.update("minval", minval);
                reader.update("maxval", maxval);
            }
            _ => {}
        }
        initializer
    }
}

/// Reads `"l1"`, `"l2"` or `"l1_l2"`, which are 0.01 in Keras, or `{ l1, l2 }`.
impl Readable for Regularizer {
    fn read(reader: &Reader) -> Self {
        const PRICE: f32 = 0.01;
        let mut prices = Regularizer::default();
        if !reader.is_text() {
            reader.fields(&["l1", "l2"]);
            reader.update("l1", &mut prices.l1);
            reader.update("l2", &mut prices.l2);
            return prices;
        }
        match reader.text() {
            "l1" => prices.l1 = PRICE,
            "l2" => prices.l2 = PRICE,
            "l1_l2" => prices = Regularizer { l1: PRICE, l2: PRICE },
            _ => refuse_unknown(reader, &["l1", "l2", "l1_l2"]),
        }
        prices
    }
}

/// Reads `"mse"` or `{ name: "huber", delta: 2 }`.
impl Readable for Loss {
    fn read(reader: &Reader) -> Self {
        let fields = ["name", "delta", "fromLogits", "labelSmoothing"];
        let mut loss = named(&name_of(reader, &fields)).unwrap_or(Loss::MeanSquaredError);
        match &mut loss {
            Loss::Huber { delta } => reader.update("delta", delta),
            Loss::BinaryCrossentropy { from_logits, label_smoothing }
            | Loss::CategoricalCrossentropy { from_logits, label_smoothing } => {
                reader.update("fromLogits", from_logits);
                reader.update("labelSmoothing", label_smoothing);
            }
            Loss::SparseCategoricalCrossentropy { from_logits } => reader.update("fromLogits", from_logits),
            _ => {}
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

const SCHEDULE_FIELDS: [&str; 10] = [
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
];

/// Reads a number, or `{ name: "exponential_decay", … }` with the settings of Keras's class.
impl Readable for Schedule {
    fn read(reader: &Reader) -> Self {
        if reader.is_number() {
            return Schedule::Constant(f32::read(reader));
        }
        reader.fields(&SCHEDULE_FIELDS);
        let name = reader.field("name");
        match name.text() {
            "constant" => Schedule::Constant(reader.get("initialLearningRate")),
            "exponential_decay" | "ExponentialDecay" => Schedule::ExponentialDecay {
                initial: reader.get("initialLearningRate"),
                decay_steps: reader.get("decaySteps"),
                decay_rate: reader.get("decayRate"),
                staircase: reader.get_or("staircase", false),
            },
            "piecewise_constant_decay" | "PiecewiseConstantDecay" => {
                Schedule::PiecewiseConstantDecay { boundaries: reader.get("boundaries"), values: reader.get("values") }
            }
            "cosine_decay" | "CosineDecay" => {
                let target: Option<f32> = reader.get("warmupTarget");
                let steps = reader.get::<Option<f32>>("warmupSteps").filter(|&steps| steps > 0.0);
                Schedule::CosineDecay {
                    initial: reader.get("initialLearningRate"),
                    decay_steps: reader.get("decaySteps"),
                    alpha: reader.get_or("alpha", 0.0),
                    warmup: target.zip(steps),
                }
            }
            _ => {
                refuse_unknown(&name, &["constant", "exponential_decay", "piecewise_constant_decay", "cosine_decay"]);
                Schedule::Constant(0.0)
            }
        }
    }
}

/// Settings that every optimizer takes, and those of some.
const OPTIMIZER_FIELDS: [&str; 15] = [
    "name",
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

/// Reads `"adam"` or `{ name: "adam", learningRate: 0.01 }`.
impl Readable for Optimizer {
    fn read(reader: &Reader) -> Self {
        let mut optimizer: Optimizer = named(&name_of(reader, &OPTIMIZER_FIELDS)).unwrap_or_default();
        match &mut optimizer.rule {
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
        reader.refuse(Error::shape(reader.path(), "one of clipnorm, globalClipnorm, clipvalue", "more"));
    }
    first
}
