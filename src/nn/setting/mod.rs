//! Settings of activations, losses, optimizers and initializers. Each thing lists its settings once; they are read,
//! checked, exported and documented by that list.

mod range;

#[cfg(feature = "full")]
use super::axis::Axis;
#[cfg(feature = "full")]
use super::choice::{Choice, NamedChoice};
use crate::concatenate::concatenate;
use crate::reader::Reader;
use crate::{Error, Value};
use serde::Serialize;

pub(crate) use range::Range;

/// A setting: its name in Keras, its range, and its value in the thing that it belongs to.
pub(crate) struct Setting<'a> {
    /// Keras's name, such as `negative_slope`.
    pub(crate) name: &'static str,
    /// Its name before Keras 3, which is read too.
    pub(crate) former_name: Option<&'static str>,
    /// Which numbers it may be.
    pub(crate) range: Range,
    /// Whether Keras has no default for it, or none that it takes by the bare name.
    pub(crate) is_required: bool,
    /// Whether it is a count of steps, which is mostly an integer.
    is_count: bool,
    slot: Slot<'a>,
}

/// Where a value is held, in its type.
enum Slot<'a> {
    Single(&'a mut f32),
    OptionalSingle(&'a mut Option<f32>),
    Double(&'a mut f64),
    Flag(&'a mut bool),
    List(&'a mut Vec<f32>),
    #[cfg(feature = "full")]
    Choice(&'a mut dyn NamedChoice),
    #[cfg(feature = "full")]
    Axis(&'a mut Axis),
}

/// The value of a setting.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum SettingValue {
    /// None was chosen.
    Nothing,
    /// A number of single precision.
    Single(f32),
    /// A number of double precision.
    Double(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A number of single precision that counts steps.
    Count(f32),
    /// Numbers of single precision.
    List(Vec<f32>),
    /// Numbers of single precision that count steps.
    Counts(Vec<f32>),
    /// One of a few words.
    #[cfg(feature = "full")]
    Choice(&'static str),
}

impl From<SettingValue> for Value {
    fn from(value: SettingValue) -> Self {
        match value {
            SettingValue::Nothing => Value::Null,
            SettingValue::Single(number) | SettingValue::Count(number) => Value::Number(f64::from(number)),
            SettingValue::Double(number) => Value::Number(number),
            SettingValue::Flag(flag) => Value::Bool(flag),
            SettingValue::List(numbers) | SettingValue::Counts(numbers) => {
                Value::Array(numbers.into_iter().map(|number| Value::Number(f64::from(number))).collect())
            }
            #[cfg(feature = "full")]
            SettingValue::Choice(name) => Value::string(name),
        }
    }
}

impl<'a> Setting<'a> {
    fn new(name: &'static str, range: Range, slot: Slot<'a>) -> Self {
        Setting { name, former_name: None, range, is_required: false, is_count: false, slot }
    }

    /// A number of single precision.
    pub(crate) fn single(name: &'static str, range: Range, value: &'a mut f32) -> Self {
        Setting::new(name, range, Slot::Single(value))
    }

    /// A number of single precision, or none.
    pub(crate) fn optional(name: &'static str, range: Range, value: &'a mut Option<f32>) -> Self {
        Setting::new(name, range, Slot::OptionalSingle(value))
    }

    /// A number of double precision.
    pub(crate) fn double(name: &'static str, range: Range, value: &'a mut f64) -> Self {
        Setting::new(name, range, Slot::Double(value))
    }

    /// `true` or `false`.
    pub(crate) fn flag(name: &'static str, value: &'a mut bool) -> Self {
        Setting::new(name, Range::Any, Slot::Flag(value))
    }

    /// A list of numbers; one that is empty has no default.
    pub(crate) fn list(name: &'static str, value: &'a mut Vec<f32>) -> Self {
        Setting::new(name, Range::Any, Slot::List(value))
    }

    /// One of a few words.
    #[cfg(feature = "full")]
    pub(crate) fn choice<T: Choice>(name: &'static str, value: &'a mut T) -> Self {
        Setting::new(name, Range::Any, Slot::Choice(value))
    }

    /// The axes of a kernel along which something is summed.
    #[cfg(feature = "full")]
    pub(crate) fn axis(value: &'a mut Axis) -> Self {
        Setting::new("axis", Range::Axis, Slot::Axis(value))
    }

    /// The words that it may be; none for a number.
    #[cfg(all(feature = "full", not(target_arch = "wasm32")))]
    pub(crate) fn choices(&self) -> Vec<&'static str> {
        if let Slot::Choice(choice) = &self.slot { choice.names() } else { Vec::new() }
    }

    /// The setting as one that counts steps.
    pub(crate) fn counting(self) -> Self {
        Setting { is_count: true, ..self }
    }

    /// The setting with the name that it had before Keras 3.
    pub(crate) fn formerly(self, name: &'static str) -> Self {
        Setting { former_name: Some(name), ..self }
    }

    /// The setting as one that Keras has to be given.
    pub(crate) fn required(self) -> Self {
        Setting { is_required: true, ..self }
    }

    /// The value that it has.
    pub(crate) fn value(&self) -> SettingValue {
        match &self.slot {
            Slot::Single(value) if self.is_count => SettingValue::Count(**value),
            Slot::Single(value) => SettingValue::Single(**value),
            Slot::OptionalSingle(value) if self.is_count => value.map_or(SettingValue::Nothing, SettingValue::Count),
            Slot::OptionalSingle(value) => value.map_or(SettingValue::Nothing, SettingValue::Single),
            Slot::Double(value) => SettingValue::Double(**value),
            Slot::Flag(value) => SettingValue::Flag(**value),
            Slot::List(value) if self.is_count => SettingValue::Counts(value.to_vec()),
            Slot::List(value) => SettingValue::List(value.to_vec()),
            #[cfg(feature = "full")]
            Slot::Choice(choice) => match choice.name() {
                "" => SettingValue::Nothing,
                word => SettingValue::Choice(word),
            },
            #[cfg(feature = "full")]
            Slot::Axis(axis) => match axis {
                Axis::Inputs => SettingValue::Count(0.0),
                Axis::Units => SettingValue::Count(1.0),
                Axis::Both => SettingValue::Counts(vec![0.0, 1.0]),
            },
        }
    }

    fn check(&self) -> Result<(), Error> {
        let name = camel_case(self.name);
        match &self.slot {
            Slot::Single(value) => self.range.check_single(&name, **value),
            Slot::OptionalSingle(value) => value.map_or(Ok(()), |value| self.range.check_single(&name, value)),
            Slot::Double(value) => self.range.check(&name, **value),
            Slot::Flag(_) | Slot::List(_) => Ok(()),
            #[cfg(feature = "full")]
            Slot::Choice(_) | Slot::Axis(_) => Ok(()),
        }
    }

    fn read(&mut self, reader: &Reader, name: &str) {
        match &mut self.slot {
            // Without a default it has to be given.
            Slot::Single(value) if value.is_nan() => **value = reader.get(name),
            Slot::List(value) if value.is_empty() => **value = reader.get(name),
            Slot::Single(value) => reader.update(name, *value),
            Slot::OptionalSingle(value) => reader.update(name, *value),
            Slot::Double(value) => reader.update(name, *value),
            Slot::Flag(value) => reader.update(name, *value),
            Slot::List(value) => reader.update(name, *value),
            #[cfg(feature = "full")]
            Slot::Choice(choice) => {
                let word = reader.field(name);
                if word.is_given() && !choice.choose(word.text()) {
                    let expected = concatenate!["one of ", choice.names().join(", ")];
                    let received = word.text().chars().take(60).collect();
                    word.reject(Error::new(crate::ErrorKind::UnknownName, word.path(), expected, received));
                }
            }
            #[cfg(feature = "full")]
            Slot::Axis(axis) => {
                let given = reader.field(name);
                match Axis::of(given.value()) {
                    Some(chosen) => **axis = chosen,
                    None if given.is_given() => {
                        let received = given.value().describe();
                        given.reject(Error::out_of_range(&given.path(), self.range.words(), received));
                    }
                    None => {}
                }
            }
        }
    }
}

/// Checks each setting against its range.
pub(crate) fn check(settings: &[Setting]) -> Result<(), Error> {
    settings.iter().try_for_each(Setting::check)
}

/// Reads the settings of `thing` from the fields of an object; `others` are read by the caller.
pub(crate) fn read(reader: &Reader, thing: &str, mut settings: Vec<Setting>, others: &[&str]) {
    let names: Vec<[Option<String>; 2]> = settings
        .iter()
        .map(|setting| [Some(setting.name), setting.former_name].map(|name| name.map(camel_case)))
        .collect();
    let mut known: Vec<&str> = names.iter().flatten().flatten().map(String::as_str).collect();
    known.extend(others);
    reader.settings(thing, &known);
    for (setting, names) in settings.iter_mut().zip(&names) {
        if let [Some(name), Some(former)] = names
            && reader.field(name).is_given()
            && reader.field(former).is_given()
        {
            reader.reject(Error::shape(&reader.path(), concatenate!["one of ", name, ", ", former], "both"));
        }
        names.iter().flatten().for_each(|name| setting.read(reader, name));
    }
}

/// A setting that has to be written down, by its name in Keras.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExplicitSetting {
    pub(crate) name: &'static str,
    pub(crate) value: SettingValue,
    /// Whether Keras takes it first, and needs no name for it.
    pub(crate) is_positional: bool,
}

/// The settings that differ from those of the same thing with its defaults, and those that Keras has to be given.
pub(crate) fn explicit(settings: &[Setting], defaults: &[Setting]) -> Vec<ExplicitSetting> {
    let pairs = settings.iter().zip(defaults).enumerate();
    let explicit = pairs.filter(|(_, (setting, default))| setting.is_required || setting.value() != default.value());
    explicit
        .map(|(idx, (setting, _))| ExplicitSetting {
            name: setting.name,
            value: setting.value(),
            is_positional: setting.is_required && idx == 0,
        })
        .collect()
}

/// Keras's name of a setting as JavaScript writes it: `negativeSlope` for `negative_slope`, `beta1` for `beta_1`.
pub(crate) fn camel_case(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut begins = false;
    for letter in name.chars() {
        match letter {
            '_' => begins = true,
            letter => {
                camel.push(if begins { letter.to_ascii_uppercase() } else { letter });
                begins = false;
            }
        }
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_has_the_name_that_javascript_would_write() {
        let names = ["negative_slope", "beta_1", "initial_accumulator_value", "l1", "rho"].map(camel_case);
        assert_eq!(names, ["negativeSlope", "beta1", "initialAccumulatorValue", "l1", "rho"]);
    }
}
