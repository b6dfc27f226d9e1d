//! Catalogue of what Keras knows by name and Glassnet has: the types for JavaScript, the page's choices and the tables of
//! the documentation are generated from it (`tests/catalogue.rs`).

use crate::data::{BuiltinTable, Generator, NOISE_RANGE, Scaling};
use crate::nn::{
    Activation, Clip, Constraint, Entry, Initializer, LayerConfig, Loss, Metric, Named, Optimizer, Regularizer, Rule,
    Schedule, Setting, SettingValue, camel_case,
};

/// A kind of things, such as the activations.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// Its name: `activation`.
    pub name: &'static str,
    /// Every one.
    pub things: Vec<Thing>,
}

/// A thing of the catalogue, such as the activation `elu`.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Keras's name.
    pub name: &'static str,
    /// Keras's class.
    pub class: String,
    /// Other names for the same.
    pub aliases: Vec<&'static str>,
    /// What it computes.
    pub formula: &'static str,
    /// Whether it is among the most used, which are offered first.
    pub is_common: bool,
    /// Whether the page does not offer it.
    pub is_api_only: bool,
    /// For which tasks it is offered: regression, classification; none if for all. Of a data set what is predicted:
    /// regression, binary, multiclass.
    pub task: Option<&'static str>,
    /// What it can be set to.
    pub settings: Vec<ThingSetting>,
}

/// A setting of a thing.
#[derive(Debug, Clone, PartialEq)]
pub struct ThingSetting {
    /// As JavaScript writes it: `negativeSlope`.
    pub name: String,
    /// As Keras writes it: `negative_slope`.
    pub keras_name: &'static str,
    /// Its name before Keras 3, as JavaScript writes it.
    pub former_name: Option<String>,
    /// The default; NaN or an empty list where there is none.
    pub default: SettingValue,
    /// Its range in words.
    pub range: &'static str,
    /// Whether Keras has to be given it.
    pub is_required: bool,
    /// The words that it may be; none for a number.
    pub choices: Vec<&'static str>,
}

/// All kinds.
pub fn catalogue() -> Vec<Kind> {
    vec![
        kind::<Activation>(|_| None),
        Kind { name: "layer", things: LayerConfig::all().map(layer).into() },
        kind::<Initializer>(|_| None),
        kind::<Loss>(|loss| Some(if loss.is_for_classes() { "classification" } else { "regression" })),
        kind::<Metric>(Metric::task),
        Kind { name: "optimizer", things: Rule::ALL.iter().copied().map(optimizer).collect() },
        Kind { name: "clip", things: Clip::ENTRIES.map(|entry| thing(entry, None, Vec::new())).into() },
        Kind { name: "regularizer", things: Regularizer::ALL.map(regularizer).into() },
        kind::<Constraint>(|_| None),
        Kind { name: "schedule", things: Schedule::all().map(schedule).into() },
        kind::<Scaling>(|_| None),
        Kind { name: "data set", things: data_sets() },
    ]
}

fn kind<T: Named>(task: impl Fn(T) -> Option<&'static str>) -> Kind {
    let of = |known: &T| {
        let mut with_settings = known.with_settings();
        thing(known.entry(), task(*known), with_settings.settings())
    };
    Kind { name: T::KIND, things: T::KNOWN.iter().map(of).collect() }
}

fn optimizer(rule: Rule) -> Thing {
    let Optimizer { mut rule, learning_rate, weight_decay, .. } = Optimizer::of(rule);
    let mut made = thing(rule.entry(), None, rule.settings());
    let mut add = |keras_name: &'static str, default: SettingValue, range: &'static str| {
        let (name, former_name) = (camel_case(keras_name), None);
        made.settings.push(ThingSetting {
            name,
            keras_name,
            former_name,
            default,
            range,
            is_required: false,
            choices: Vec::new(),
        });
    };
    add("learning_rate", SettingValue::Single(learning_rate.at(0)), "a number above 0");
    add("weight_decay", weight_decay.map_or(SettingValue::Nothing, SettingValue::Double), "0 or more");
    made
}

fn layer(mut config: LayerConfig) -> Thing {
    thing(config.entry(), None, config.settings())
}

fn regularizer((entry, mut default): (Entry, Regularizer)) -> Thing {
    thing(entry, None, default.settings(entry.name))
}

fn schedule(mut schedule: Schedule) -> Thing {
    thing(schedule.entry(), None, schedule.settings())
}

fn data_sets() -> Vec<Thing> {
    let table = |table: BuiltinTable| thing(table.entry(), Some(table.task()), Vec::new());
    let generator = |generator: Generator| {
        let mut made = thing(generator.entry(), Some(generator.task()), Vec::new());
        made.settings.push(ThingSetting {
            name: "noise".to_string(),
            keras_name: "noise",
            former_name: None,
            default: SettingValue::Single(generator.default_noise()),
            range: NOISE_RANGE,
            is_required: false,
            choices: Vec::new(),
        });
        made
    };
    BuiltinTable::ALL.into_iter().map(table).chain(Generator::ALL.into_iter().map(generator)).collect()
}

fn thing(entry: Entry, task: Option<&'static str>, settings: Vec<Setting>) -> Thing {
    let setting = |setting: Setting| ThingSetting {
        name: camel_case(setting.name),
        keras_name: setting.name,
        former_name: setting.former_name.map(camel_case),
        default: setting.value(),
        range: setting.range.words(),
        is_required: setting.is_required,
        choices: setting.choices(),
    };
    Thing {
        name: entry.name,
        class: entry.class(),
        aliases: [entry.aliases, entry.other_aliases].concat(),
        formula: entry.formula,
        is_common: entry.is_common,
        is_api_only: entry.is_api_only,
        task,
        settings: settings.into_iter().map(setting).collect(),
    }
}
