//! Callbacks and weights of a fit, from outside, in Keras's words.

use super::callbacks::Callbacks;
use super::early_stopping::EarlyStopping;
use super::read_early_stopping::read_mode;
use super::reduce_lr::ReduceLrOnPlateau;
use super::sample_weights::SampleWeights;
use crate::concatenate::concatenate;
use crate::nn::reject_unknown;
use crate::reader::{Readable, Reader};
use crate::rows::NumberRows;
use crate::{Error, ErrorKind, Value};

/// The callbacks that have a class.
const CLASSES: [&str; 5] =
    ["EarlyStopping", "LambdaCallback", "LearningRateScheduler", "ReduceLROnPlateau", "TerminateOnNaN"];

/// The items of a list of callbacks, or the one that stands in its place.
fn each_callback(callbacks: &Reader, mut read: impl FnMut(&Reader, &str)) {
    let mut one = |callback: &Reader| read(callback, callback.field("type").text_or("LambdaCallback"));
    if !matches!(callbacks.value(), Value::Array(_)) {
        callbacks.must_be_object();
        return one(callbacks);
    }
    callbacks.items().for_each(|callback| {
        callback.must_be_object();
        one(&callback);
    });
}

/// Reads `[{ type: "TerminateOnNaN" }, { type: "ReduceLROnPlateau", factor: 0.5 }]`. What calls a function of the caller has
/// its function where that is called.
impl Readable for Callbacks {
    fn read(callbacks: &Reader) -> Self {
        let mut read = Callbacks::default();
        each_callback(callbacks, |callback, class| match class {
            "EarlyStopping" | "LambdaCallback" => {}
            "LearningRateScheduler" => {
                callback.fields(&["type", "schedule"]);
                read.logs_learning_rate = true;
            }
            "ReduceLROnPlateau" if read.reduce_lr.is_some() => reject_second(callback, class),
            "ReduceLROnPlateau" => read.reduce_lr = Some(ReduceLrOnPlateau::read(callback)),
            "TerminateOnNaN" => {
                callback.fields(&["type"]);
                read.terminate_on_nan = true;
            }
            _ => reject_unknown(&callback.field("type"), &CLASSES),
        });
        read
    }
}

/// Reads `earlyStopping`, or the callback of this class.
pub(super) fn read_early_stopping(options: &Reader) -> Option<EarlyStopping> {
    let mut rule: Option<EarlyStopping> = options.get("earlyStopping");
    let callbacks = options.field("callbacks");
    if callbacks.is_given() {
        each_callback(&callbacks, |callback, class| match class {
            "EarlyStopping" if rule.is_some() => reject_second(callback, class),
            "EarlyStopping" => rule = Some(EarlyStopping::read(callback)),
            _ => {}
        });
    }
    rule
}

fn reject_second(callback: &Reader, class: &str) {
    let (what, expected) = (callback.path(), concatenate!["one ", class]);
    callback.reject(Error::new(ErrorKind::InvalidConfig, what, expected, "a second one".to_string()));
}

impl Readable for ReduceLrOnPlateau {
    fn read(reader: &Reader) -> Self {
        reader.fields(&["type", "monitor", "factor", "patience", "mode", "minDelta", "cooldown", "minLr"]);
        let mut rule = ReduceLrOnPlateau { larger_is_better: read_mode(reader), ..ReduceLrOnPlateau::default() };
        reader.update("monitor", &mut rule.monitor);
        reader.update("factor", &mut rule.factor);
        reader.update("patience", &mut rule.patience);
        reader.update("minDelta", &mut rule.min_delta);
        reader.update("cooldown", &mut rule.cooldown);
        reader.update("minLr", &mut rule.min_lr);
        rule
    }
}

/// Reads `sampleWeight`, a list, or `classWeight`, an object such as `{ 0: 1, 1: 5 }`.
pub(super) fn read_weights(options: &Reader) -> SampleWeights {
    let (by_row, by_class) = (options.field("sampleWeight"), options.field("classWeight"));
    if by_row.is_given() && by_class.is_given() {
        options.reject(Error::shape("classWeight", "one of sampleWeight, classWeight", "both"));
    }
    if by_row.is_given() {
        return SampleWeights::ByRow(NumberRows::read(&by_row).numbers);
    }
    if !by_class.is_given() {
        return SampleWeights::None;
    }
    let class = |(name, weight): (&str, Reader)| match name.parse() {
        Ok(class) => (class, f32::read(&weight)),
        Err(_) => {
            let (what, expected) = (by_class.path(), "weights by class, such as { 0: 1, 1: 5 }".to_string());
            by_class.reject(Error::new(ErrorKind::InvalidConfig, what, expected, concatenate!["the class ", name]));
            (0, 0.0)
        }
    };
    SampleWeights::ByClass(by_class.entries().map(class).collect())
}

impl SampleWeights {
    /// Reads `sampleWeight` and `classWeight` of the options of one batch.
    ///
    /// # Errors
    /// Rejects other fields, values of another type, and both at once.
    pub fn read(options: &Value, fields: &[&str]) -> Result<Self, Error> {
        crate::reader::read(options, |options| {
            if !options.is_given() {
                return SampleWeights::None;
            }
            options.fields(fields);
            read_weights(options)
        })
    }
}
